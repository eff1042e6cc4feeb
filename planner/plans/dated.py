"""A plan on the calendar: its week again and again from a date on, as what was to be done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from planner.plans.schema import Entry, Plan
from planner.progress.adherence import Asked, Planned
from planner.progress.volume import DAYS, Aim, monday_of
from planner.request.request import DAYS as WEEKDAYS


def planned_sessions(plan: Plan, first: date, last: date) -> tuple[Planned, ...]:
    """Return the sessions of a plan from its first day to its last, both included.

    The plan is a week; it is done in every week from that of ``first`` on.
    """
    found = []
    monday = monday_of(first)
    while monday <= last:
        for session in plan.sessions:
            on = monday + timedelta(days=WEEKDAYS.index(session.day))
            if first <= on <= last:
                work = [e for e in session.entries if e.phase == "work"]
                sets: dict[str, int] = {}
                for entry in work:
                    sets[entry.exercise] = sets.get(entry.exercise, 0) + entry.sets
                found.append(Planned(session.id, on, sets,
                                     {entry.exercise: _asked(entry) for entry in work}))
        monday += timedelta(days=DAYS)
    return tuple(found)


def _asked(entry: Entry) -> Asked:
    """Return the least that an entry asks of a set: fewest repetitions, least in reserve."""
    rows = entry.rows or (entry,)
    reps = list(_least_reps(entry))
    rir = [0.0 if row.to_failure else row.rir for row in rows]
    left = [value for value in rir if value is not None]
    return Asked(min(reps, default=None), min(left) if len(left) == len(rir) else None)


def _least_reps(entry: Entry) -> Iterator[int]:
    for row in entry.rows or (entry,):
        if isinstance(row.reps, int):
            yield row.reps
        elif isinstance(row.reps, tuple):
            yield row.reps[0]


def aims_of_plan(plan: Plan) -> tuple[Aim, ...]:
    """Return the goals that a plan was made for."""
    return tuple(Aim(id=row.muscle, min=row.min, target=row.target, max=row.max)
                 for row in plan.coverage)
