"""The sessions of a log by day and by lift."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from planner.catalog import Catalog, Exercise
from planner.logs.log import LoggedSession, LoggedSet

UNLOADED = ("bodyweight", "band", "none")
"""Kinds of load that have no kilograms of their own."""


@dataclass(frozen=True)
class Exposure:
    """All sets of a lift on one day, in the order done."""

    on: date
    sets: tuple[LoggedSet, ...]


def day_of(session: LoggedSession) -> date | None:
    """Return the day of a session, None where no date is written."""
    start = session.start
    return start.date() if isinstance(start, datetime) else start


def in_order(sessions: Iterable[LoggedSession], since: date | None = None,
             until: date | None = None) -> tuple[LoggedSession, ...]:
    """Return the sessions that have a date, the first to the last; both ends are included."""
    dated = [(day, s) for s in sessions if (day := day_of(s)) is not None
             and (since is None or day >= since) and (until is None or day <= until)]
    return tuple(s for _, s in sorted(dated, key=lambda one: (one[0], _moment(one[1]))))


def _moment(session: LoggedSession) -> time:
    return session.start.time() if isinstance(session.start, datetime) else time()


def exposures(sessions: Iterable[LoggedSession], catalog: Catalog) -> dict[str, list[Exposure]]:
    """Return the days on which each known exercise was done, by its id, ids sorted."""
    found: dict[str, dict[date, list[LoggedSet]]] = {}
    for session in in_order(sessions):
        day = day_of(session)
        assert day is not None
        for entry in session.entries:
            if entry.exercise in catalog.exercise_by_id:
                days = found.setdefault(entry.exercise or "", {})
                days.setdefault(day, []).extend(entry.sets)
    return {name: [Exposure(day, tuple(sets)) for day, sets in sorted(found[name].items())]
            for name in sorted(found)}


def unknown_sets(sessions: Sequence[LoggedSession], catalog: Catalog) -> int:
    """Return how many sets are of exercises that the catalogue does not know."""
    return sum(len(entry.sets) for session in sessions for entry in session.entries
               if entry.exercise not in catalog.exercise_by_id)


def loaded(exercise: Exercise) -> bool:
    """Whether it is done in repetitions with kilograms."""
    return exercise.measure == "reps" and exercise.load not in UNLOADED
