"""Two plans side by side: entries, minutes, coverage, rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from planner.answers.trial.opened_plan import AnyPlan, Opened, open_plan
from planner.catalog import Catalog
from planner.catalog.words import Model, Versioned
from planner.judge.audit_rows import CoverageRow, LedgerRow
from planner.judge.tiers import TierName
from planner.plans.check import as_plan
from planner.plans.schema import Entry, Plan, PlanSession
from planner.request.errors import InputError
from planner.rules import Rule


class EntryChange(Model):
    """One exercise of a session, before and after.

    A ``moved`` entry has changed its place among the entries that stayed, and nothing else. A
    ``dosed`` entry has other sets, repetitions, hold, equipment or another partner in a superset.
    """

    exercise: str
    change: Literal["same", "moved", "dosed", "added", "removed"]
    before: Entry | None = None
    after: Entry | None = None


class SessionChange(Model):
    """One session, before and after; seconds are at the pace of each plan."""

    id: str
    change: Literal["same", "changed", "added", "removed"]
    before_s: int | None
    after_s: int | None
    entries: tuple[EntryChange, ...]


class GoalChange(Model):
    """Fractional sets of a goal, before and after; min, target and max are the later plan's."""

    muscle: str
    before: float | None
    after: float | None
    min: float
    target: float
    max: float


class RuleChange(Model):
    """A rule at a place of the later plan whose verdict or penalty has changed."""

    rule: str
    where: str
    severity: str
    before: str | None
    after: str | None
    before_penalty: int
    after_penalty: int
    says: str


class Difference(Versioned):
    """The difference between two plans.

    Attributes
    ----------
    changes
        The number of work entries that were added, removed or dosed otherwise, in the sessions
        that both plans have.
    before_s, after_s
        Seconds of all sessions, each at the pace of its plan.
    coverage_loss_before, coverage_loss_after
        The first tier, in points.
    request
        The fields in which the two requests differ.
    notes
        Faults of either plan.
    """

    schema_: Literal["diff/1"] = Field(default="diff/1", alias="schema")
    changes: int
    before_s: int
    after_s: int
    coverage_loss_before: int
    coverage_loss_after: int
    tiers_before: dict[str, int]
    tiers_after: dict[str, int]
    sessions: tuple[SessionChange, ...]
    coverage: tuple[GoalChange, ...]
    rules: tuple[RuleChange, ...]
    request: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Side:
    """One side of a comparison: a plan with today's audit, or with its own figures."""

    plan: Plan
    rows: tuple[LedgerRow, ...]
    values: Mapping[str, int]
    notes: tuple[str, ...]


def diff(before: AnyPlan, after: AnyPlan, catalog: Catalog | None = None,
         rules: Sequence[Rule] = ()) -> Difference:
    """Compare two plans.

    Both are audited first. A plan that cannot be opened, say because it names an exercise that
    the catalogue does not have, is compared by its own figures, and ``notes`` say so.

    Raises
    ------
    InputError
        One of them is not a plan at all.
    """
    one, other = (_side(p, catalog, rules) for p in (before, after))
    named = [f"Before: {n}" for n in one.notes] + [f"After: {n}" for n in other.notes]
    return compared(one, other, tuple(named))


def _side(plan: AnyPlan, catalog: Catalog | None, rules: Sequence[Rule]) -> Side:
    read = as_plan(plan)
    try:
        return side(open_plan(read, catalog, rules))
    except InputError as error:
        values = {t.name: t.value for t in read.solver.tiers}
        return Side(read, read.ledger, values,
                    (f"{error}; compared by its own figures, which nobody checked.",))


def side(opened: Opened) -> Side:
    """Return an opened plan as one side of a comparison."""
    return Side(opened.plan, opened.rows, opened.worth.by_name(), opened.notes)


def made(plan: Plan) -> Side:
    """Return a plan that was just made, and so audited, as one side of a comparison."""
    return Side(plan, plan.ledger, {t.name: t.value for t in plan.solver.tiers}, ())


def compared(one: Side, other: Side, notes: tuple[str, ...] = ()) -> Difference:
    """Compare two sides."""
    sessions = tuple(_sessions(one.plan, other.plan))
    return Difference(
        changes=len(_work_changes(sessions)),
        before_s=sum(s.before_s or 0 for s in sessions),
        after_s=sum(s.after_s or 0 for s in sessions),
        coverage_loss_before=one.values[TierName.COVERAGE],
        coverage_loss_after=other.values[TierName.COVERAGE],
        tiers_before=dict(one.values), tiers_after=dict(other.values), sessions=sessions,
        coverage=tuple(_goals(one.plan.coverage, other.plan.coverage)),
        rules=tuple(_rules(one.rows, other.rows)), request=tuple(_request(one.plan, other.plan)),
        notes=notes)


def work_changes(found: Difference) -> list[EntryChange]:
    """Return the changed work entries of the sessions that both plans have."""
    return _work_changes(found.sessions)


def _work_changes(sessions: Sequence[SessionChange]) -> list[EntryChange]:
    return [e for s in sessions if s.change == "changed" for e in s.entries
            if e.change in ("added", "removed", "dosed")
            and "work" in (_phase(e.before), _phase(e.after))]


def _phase(entry: Entry | None) -> str | None:
    return entry.phase if entry is not None else None


def _sessions(a: Plan, b: Plan) -> Iterator[SessionChange]:
    before = {s.id: s for s in a.sessions}
    after = {s.id: s for s in b.sessions}
    order = [s.id for s in a.sessions]
    for session in b.sessions:
        if session.id not in order:
            order.append(session.id)
    for name in order:
        one, other = before.get(name), after.get(name)
        entries = tuple(entry_changes(one.entries if one else (), other.entries if other else ()))
        same = all(e.change == "same" for e in entries)
        yield SessionChange(
            id=name, entries=entries, before_s=_takes(one, a), after_s=_takes(other, b),
            change="added" if one is None else "removed" if other is None
            else "same" if same else "changed")


def _takes(session: PlanSession | None, plan: Plan) -> int | None:
    return None if session is None else int(getattr(session.seconds, plan.request.pace))


def entry_changes(before: Sequence[Entry], after: Sequence[Entry]) -> Iterator[EntryChange]:
    """Yield the entries of a session in the later order, removed ones at their old place."""
    old = {_key(e): e for e in before}
    new = {_key(e): e for e in after}
    stayed = [k for k in old if k in new]
    place = {k: i for i, k in enumerate(k for k in new if k in old)}
    still = _longest_rising([place[k] for k in stayed])
    gone = [k for k in old if k not in new]
    keys = list(new)
    for key in gone:
        at = list(old).index(key)
        behind = [keys.index(k) for k in list(old)[:at] if k in keys]
        keys.insert(max(behind, default=-1) + 1, key)
    for key in keys:
        a, b = old.get(key), new.get(key)
        if a is None or b is None:
            yield EntryChange(exercise=key[1], change="added" if a is None else "removed",
                              before=a, after=b)
        elif _dose(a) != _dose(b) or _partner(a, before) != _partner(b, after):
            yield EntryChange(exercise=key[1], change="dosed", before=a, after=b)
        else:
            moved = place[key] not in still
            yield EntryChange(exercise=key[1], change="moved" if moved else "same",
                              before=a, after=b)


def _key(entry: Entry) -> tuple[str, str]:
    return entry.phase, entry.exercise


def _dose(entry: Entry) -> tuple[object, ...]:
    return (entry.sets, entry.reps, entry.hold_s, entry.to_failure, entry.rir, entry.equipment,
            entry.rows)


def _partner(entry: Entry, entries: Sequence[Entry]) -> str | None:
    """Return the partner of an entry in a superset; the letter of the superset does not matter."""
    if entry.superset is None:
        return None
    return next((e.exercise for e in entries
                 if e.superset == entry.superset and e is not entry), None)


def _longest_rising(places: Sequence[int]) -> set[int]:
    """Return a longest increasing subsequence of places; the entries outside it have moved."""
    runs: list[list[int]] = []
    for place in places:
        before: list[list[int]] = [r for r in runs if r[-1] < place]
        runs.append([*max(before, key=len), place] if before else [place])
    longest: list[int] = max(runs, key=len) if runs else []
    return set(longest)


def _goals(before: Sequence[CoverageRow], after: Sequence[CoverageRow]) -> Iterator[GoalChange]:
    old = {c.muscle: c for c in before}
    new = {c.muscle: c for c in after}
    for name in [*new, *(n for n in old if n not in new)]:
        a, b = old.get(name), new.get(name)
        figures = b or a
        assert figures is not None
        if a is None or b is None or a.sets != b.sets:
            yield GoalChange(muscle=name, before=a.sets if a else None,
                             after=b.sets if b else None, min=figures.min,
                             target=figures.target, max=figures.max)


def _rules(before: Sequence[LedgerRow], after: Sequence[LedgerRow]) -> Iterator[RuleChange]:
    old, new = _ledger(before), _ledger(after)
    for key, row in new.items():
        a, b = old.get(key), row
        verdicts = tuple("broken" if r is not None and r.status == "broken" else "" for r in (a, b))
        prices = (a.penalty if a else 0, b.penalty)
        if verdicts[0] != verdicts[1] or prices[0] != prices[1]:
            yield RuleChange(rule=row.rule, where=row.where, severity=row.severity,
                             before=a.status if a else None, after=b.status,
                             before_penalty=prices[0], after_penalty=prices[1], says=row.says)


def _ledger(rows: Sequence[LedgerRow]) -> dict[tuple[str, str, int], LedgerRow]:
    """Index a ledger by rule, place, and a number that tells several rows at a place apart."""
    found: dict[tuple[str, str, int], LedgerRow] = {}
    for row in rows:
        number = 0
        while (row.rule, row.where, number) in found:
            number += 1
        found[row.rule, row.where, number] = row
    return found


def _request(a: Plan, b: Plan) -> Iterator[str]:
    """Yield the fields in which the two requests differ, limits and seed left out."""
    for field in type(a.request).model_fields:
        if field not in ("limits", "seed") and (
                getattr(a.request, field) != getattr(b.request, field)):
            yield field
