"""What one plan changes against another, as blocks of a page."""

from __future__ import annotations

from collections.abc import Iterator

from planner.answers.difference import Difference, EntryChange, SessionChange, work_changes
from planner.catalog import Catalog
from planner.catalog.body import so_many
from planner.doors.cli.document import Block, Heading, Items, Row, Table, Words
from planner.judge.tiers import TierName
from planner.plans.schema import Entry
from planner.show.wording import clock, dose, exercise_name, figure, plain

MARKS = {"same": "", "moved": "~", "dosed": "*", "added": "+", "removed": "-"}
LEGEND = "+ added, - removed, * other sets, partner or equipment, ~ moved"


def difference_blocks(found: Difference, catalog: Catalog) -> Iterator[Block]:
    """Yield a whole comparison: sessions that changed, goals, rules."""
    changed = [s for s in found.sessions if s.change != "same"]
    for session in changed:
        yield Heading(_title(session))
        yield _entries(session, catalog)
    if changed:
        yield Words(LEGEND + ".")
    same = [s.id for s in found.sessions if s.change == "same"]
    if same and changed:
        yield Words(f"As before: {', '.join(same)}.")
    yield from goal_blocks(found)
    yield from rule_blocks(found)


def goal_blocks(found: Difference) -> Iterator[Block]:
    """Yield the goals that get more or less than before."""
    if not found.coverage:
        return
    yield Heading("Coverage, in fractional sets")
    rows = []
    for goal in found.coverage:
        before, after = goal.before or 0.0, goal.after or 0.0
        rows.append(Row((plain(goal.muscle), _sets(goal.before), _sets(goal.after),
                         f"{after - before:+g}",
                         "-".join(figure(v) for v in (goal.min, goal.target, goal.max)),
                         _verdict(after, goal.min, goal.max))))
    yield Table(("goal", "before", "after", "change", "min-target-max", ""), "<>>><<",
                tuple(rows))


def _sets(value: float | None) -> str:
    return "no goal" if value is None else figure(value)


def _verdict(sets: float, low: float, high: float) -> str:
    return "short of the min" if sets < low else "above the max" if sets > high else ""


def rule_blocks(found: Difference) -> Iterator[Block]:
    """Yield the rules that are broken or kept now and were not before, and other prices."""
    if not found.rules:
        return
    yield Heading("Rules")
    items = []
    for rule in found.rules:
        if rule.after == "broken" and rule.before != "broken":
            what = f"broken now{'' if rule.severity == 'must' else ', a wish'}"
        elif rule.after != "broken" and rule.before == "broken":
            what = "kept now"
        else:
            more = rule.after_penalty > rule.before_penalty
            what = f"broken {'more' if more else 'less'} than before"
        items.append((f"{plain(rule.rule)} ({plain(rule.where)})", f"{what}: {rule.says}."))
    yield Items(tuple(items))


def price(found: Difference) -> str:
    """Return in a sentence what a change costs: entries, minutes, coverage, quality."""
    changes = [e.change for e in work_changes(found)]
    counted = [(changes.count("added"), "in"), (changes.count("removed"), "out"),
               (changes.count("dosed"), "done otherwise")]
    entries = ", ".join(f"{n} {word}" for n, word in counted if n) or "no entry changed"
    gap = found.after_s - found.before_s
    minutes = "no time" if not gap else (
        f"{clock(abs(gap))} minutes {'more' if gap > 0 else 'less'}")
    return f"{entries}; {minutes}; {tiers_words(found)}."


def tiers_words(found: Difference) -> str:
    """Return how much better or worse the first two tiers are."""
    return ", ".join(_tier_words(found, tier) for tier in (TierName.COVERAGE, TierName.QUALITY)
                     if tier in found.tiers_after)


def _tier_words(found: Difference, name: str) -> str:
    after = found.tiers_after[name]
    before = found.tiers_before.get(name, after)
    if before == after:
        return f"{name} as before ({after})"
    word = "worse" if after > before else "better"
    points = so_many(abs(after - before), "point")
    return f"{name} {word} by {points} ({before} to {after})"


def _title(session: SessionChange) -> str:
    if session.change == "removed":
        return f"{session.id}: gone"
    if session.change == "added":
        return f"{session.id}: new, {clock(session.after_s or 0)} minutes"
    before, after = session.before_s or 0, session.after_s or 0
    if before == after:
        return f"{session.id}: {clock(after)} minutes, as before"
    return f"{session.id}: {clock(before)} to {clock(after)} minutes"


def _entries(session: SessionChange, catalog: Catalog) -> Table:
    rows = [Row((MARKS[e.change], exercise_name(e.exercise, catalog), _dose(e.before, catalog),
                 _dose(e.after, catalog) + _kit(e) if shown(e) else "")) for e in session.entries]
    return Table(("", "exercise", "before", "after"), "<<<<", tuple(rows), flex=(1,))


def shown(change: EntryChange) -> bool:
    """Whether an entry's later dose is worth writing: where it is not the same."""
    return change.change in ("dosed", "added")


def _kit(change: EntryChange) -> str:
    """Return what an entry is done with, where that is something else than before."""
    a, b = change.before, change.after
    if a is None or b is None or a.equipment == b.equipment:
        return ""
    return f", {' and '.join(plain(q) for q in b.equipment) or 'with nothing'}"


def _dose(entry: Entry | None, catalog: Catalog) -> str:
    if entry is None:
        return ""
    pair = f", superset {entry.superset}" if entry.superset else ""
    return dose(entry, catalog) + pair
