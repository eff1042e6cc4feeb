"""A session of a plan as a session that was done, but for what differed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from planner.catalog import Catalog
from planner.logs.log import LoggedEntry, LoggedSet, Unit
from planner.logs.written import Written, written
from planner.plans.schema import Entry, Plan, PlanSession, RowDose
from planner.request.errors import InputError, nearest
from planner.workout.dose import Dose

_LEFT_OUT = re.compile(r"\s*(?:no|without|skip(?:ped)?|left\s+out)[\s:]+(?P<name>.+)", re.I)
WARM_UP = ("raise", "mobilise", "activate")


def planned_session(plan: Plan, name: str | None, day: str) -> PlanSession:
    """Return a session of a plan.

    Parameters
    ----------
    name
        Its id; None for that of a day.
    day
        ``mon`` … ``sun``.

    Raises
    ------
    InputError
        There is none, or there are two on the day.
    """
    names = [page.id for page in plan.sessions]
    if name is not None:
        if name not in names:
            raise InputError(f"the plan has no session {name!r}; {nearest(name, names)}",
                             "--session")
        return plan.session(name)
    found = [page for page in plan.sessions if page.day == day]
    if len(found) != 1:
        what = f"{len(found)} sessions" if found else "no session"
        raise InputError(f"the plan has {what} on {day}; say which: {', '.join(names)}",
                         "--session")
    return found[0]


def as_planned(page: PlanSession, differs: Sequence[str], catalog: Catalog,
               unit: Unit | None = None) -> Written:
    """Return the entries of a session as if they had been done.

    Ramp sets are not among them: the plan says them as a proposal.

    Parameters
    ----------
    differs
        What differed: an exercise with the sets that were done instead, one that was done beside
        the others, or ``no`` and the name of one that was left out.

    Raises
    ------
    InputError
        An exercise that was left out is not in the session.
    """
    entries = [_entry(entry, catalog) for entry in page.entries]
    units: list[Unit] = ["kg"] if any(s.load_kg for e in entries for s in e.sets) else []
    for text in differs:
        if gone := _LEFT_OUT.fullmatch(text):
            entries = _without(entries, gone["name"].strip(), catalog)
            continue
        said = written(text, catalog, "--except", unit)
        units += [u for u in said.units if u not in units]
        for new in said.entries:
            at = next((i for i, old in enumerate(entries) if old.exercise == new.exercise), None)
            if at is None:
                entries.append(new)
            else:
                entries[at] = new.model_copy(update={"superset": entries[at].superset})
    return Written(tuple(entries), tuple(units))


def _without(entries: list[LoggedEntry], name: str, catalog: Catalog) -> list[LoggedEntry]:
    gone = catalog.names.find(name)
    left = [entry for entry in entries if entry.exercise != gone]
    if gone is None or len(left) == len(entries):
        raise InputError(f"{name!r} is not in the session, which has "
                         + ", ".join(entry.name for entry in entries), "--except")
    return left


def _entry(entry: Entry, catalog: Catalog) -> LoggedEntry:
    known = catalog.exercise_by_id.get(entry.exercise)
    return LoggedEntry(exercise=entry.exercise, name=known.name if known else entry.exercise,
                       superset=entry.superset, sets=tuple(_sets(entry)))


def _sets(entry: Entry) -> Iterator[LoggedSet]:
    rows: Sequence[Entry | RowDose] = entry.rows or (entry,)
    for row in rows:
        one = LoggedSet(
            kind="warm_up" if entry.phase in WARM_UP else "failure" if row.to_failure else "work",
            reps=None if row.hold_s is not None else _reps(row), load_kg=row.load_kg,
            hold_s=row.hold_s, rir=row.rir if entry.phase == "work" else None)
        for _ in range(row.sets):
            yield one


def _reps(row: Entry | RowDose) -> int:
    """Return the repetitions of a set, of a range the fewest: those were done in any case."""
    return row.reps[0] if isinstance(row.reps, tuple) else Dose.of(row).top_reps()
