"""Exercises on a page: a list, and one in full."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from planner.catalog import Catalog, Exercise
from planner.catalog.body import so_many
from planner.doors.cli.document import Block, Heading, Items, Page, Row, Table, Words
from planner.show.wording import exercise_name, figure, plain

if TYPE_CHECKING:
    from planner.catalog.substitutes import Substitute

_SHARES = ((1.0, "direct"), (0.5, "indirect, counts half"), (0.25, "minor"))


def list_page(exercises: Sequence[Exercise], catalog: Catalog) -> Page:
    """Return a table of exercises."""
    rows = tuple(
        Row((e.id, plain(e.pattern), ", ".join(_groups(e, catalog)), _equipment(e), str(e.skill)))
        for e in exercises)
    count = so_many(len(exercises), "exercise")
    if not rows:
        return (Words(f"{count} pass these filters."),)
    return (Table(("id", "pattern", "trains", "needs", "skill"), "<<<<>", rows,
                  flex=(1, 2, 3)),
            Words(count))


def exercise_page(e: Exercise, catalog: Catalog) -> Page:
    """Return everything that is known of an exercise."""
    blocks: list[Block] = [
        Heading(f"{e.name} ({e.id})", 1),
        Words(f"{e.mechanic.capitalize()}, {plain(e.pattern)}; {e.standing}."),
        Heading("Trains", 3),
        Items(tuple((words, ", ".join(catalog.muscle_by_id[m].name for m, v in e.muscles.items()
                                      if v == share))
                    for share, words in _SHARES if share in e.muscles.values())),
        Heading("How", 3), Items(tuple(_how(e))),
        Heading("Easier and harder", 3), Items(tuple(_chain(e, catalog))),
        *_instead(e, catalog),
        Heading("Sources", 3),
        Items(tuple((s, catalog.source_by_id[s].citation if s in catalog.source_by_id else "")
                    for s in e.sources)),
    ]
    if e.review:
        blocks.append(Words("Its annotations have not been reviewed yet."))
    return tuple(blocks)


def _groups(e: Exercise, catalog: Catalog) -> list[str]:
    direct = {catalog.muscle_by_id[m].group for m, v in e.muscles.items() if v == 1.0}
    return [plain(group) for group in sorted(direct)]


def _equipment(e: Exercise) -> str:
    if not e.equipment:
        return ""
    first = " + ".join(plain(x) for x in e.equipment[0]) or "nothing"
    return f"{first} or other" if len(e.equipment) > 1 else first


def _how(e: Exercise) -> Iterable[tuple[str, str]]:
    if e.aliases:
        yield "also called", ", ".join(e.aliases)
    yield "needs", "; or ".join(" + ".join(plain(x) for x in needed) or "nothing"
                                for needed in e.equipment)
    yield "stands in", ", ".join(plain(p) for p in e.phases)
    rep = f", {e.seconds_per_rep:g} s a rep" if e.seconds_per_rep is not None else ""
    sides = ", one side at a time" if e.unilateral else ""
    yield "measured by", f"{e.measure}{rep}{sides}; {e.setup_s} s to set up"
    if e.rest_class:
        yield "rests like", f"a {plain(e.rest_class)}"
    outgrown = f", outgrown at {e.outgrown_at}" if e.outgrown_at else ""
    yield "load", f"{e.load}, {e.loading}{outgrown}"
    yield "skill", f"{e.skill} of 5" + ("; a risk lift, done first" if e.risk_lift else "")
    yield "strain a set", (f"lower back {e.strain.lumbar}, grip {e.strain.grip}, "
                           f"systemic {e.strain.systemic} (0 to 3)")
    yield "MET code", e.met


def _chain(e: Exercise, catalog: Catalog) -> Iterable[tuple[str, str]]:
    for word, names in (("easier", e.easier), ("harder", e.harder)):
        yield word, ", ".join(exercise_name(n, catalog) for n in names) or "nothing listed"
    for chain in catalog.chains:
        if e.id in chain.links:
            yield "chain", f"{chain.name}: {' > '.join(plain(link) for link in chain.links)}"


def _instead(e: Exercise, catalog: Catalog) -> Iterable[Block]:
    from planner.catalog.substitutes import substitutes  # a list needs none

    found = substitutes(e, catalog)
    if not found:
        return
    yield Heading("Instead", 3)
    yield Table(("exercise", "needs", "what changes for a set"), "<<<",
                tuple(Row((s.exercise.name, _equipment(s.exercise), "; ".join(_changes(s))
                           or "nothing that counts")) for s in found), flex=(0, 1, 2))


def _changes(s: Substitute) -> Iterable[str]:
    for group, change in sorted(s.sets.items(), key=lambda item: (-item[1], item[0])):
        yield f"{plain(group)} {_signed(change)}"
    for name, points in s.strain.items():
        yield f"{'lower back' if name == 'lumbar' else name} strain {_signed(points)}"
    if s.set_s:
        yield f"ten reps {_signed(s.set_s)} s"
    if s.setup_s:
        yield f"set-up {_signed(s.setup_s)} s"


def _signed(value: float) -> str:
    return f"{'+' if value > 0 else '-'}{figure(abs(value))}"
