"""A finished workout as plain values: what the rules judge and the page shows.

It comes from the solver, from a plan file or from text that somebody wrote;
the rules cannot tell which.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from planner.catalog import Exercise
from planner.catalog.words import Phase
from planner.workout.dose import Dose
from planner.workout.rows import Row
from planner.workout.timing import Clock


@dataclass(frozen=True)
class WorkoutEntry:
    """One entry: an exercise with its sets, dose and clock.

    ``clock`` is at the request's pace. ``equipment`` is the alternative that
    is used, None where a text does not say. Where the sets differ, or a load or a rest was
    written, ``rows`` has them; ``sets`` is their sum and ``dose`` that of the hardest.
    """

    exercise: Exercise
    phase: Phase
    sets: int
    dose: Dose
    clock: Clock
    superset: str | None = None
    equipment: tuple[str, ...] | None = None
    rows: tuple[Row, ...] = ()

    @property
    def kit(self) -> tuple[str, ...]:
        """The equipment that it is done with; the exercise's first alternative where unknown."""
        return self.exercise.equipment[0] if self.equipment is None else self.equipment

    @property
    def work(self) -> bool:
        """Whether it is an entry of the work phase."""
        return self.phase == "work"


@dataclass(frozen=True)
class WorkoutSession:
    """One session of a finished workout; ``day`` counts from Monday as 0."""

    id: str
    day: int
    entries: tuple[WorkoutEntry, ...]

    @cached_property
    def work(self) -> tuple[WorkoutEntry, ...]:
        """The entries of the work phase in order."""
        return tuple(i for i in self.entries if i.work)


@dataclass(frozen=True)
class Workout:
    """All sessions of a finished workout in the order of time."""

    sessions: tuple[WorkoutSession, ...]
    notes: tuple[str, ...] = field(default=())

    def work(self) -> Iterator[tuple[WorkoutSession, WorkoutEntry]]:
        """All work entries with their sessions."""
        for done in self.sessions:
            for entry in done.work:
                yield done, entry


def changed(before: Workout, after: Workout) -> tuple[int, ...]:
    """Return the places of the sessions that are not the very same in another workout."""
    return tuple(i for i, (a, b) in enumerate(zip(before.sessions, after.sessions, strict=True))
                 if a is not b)


def part(w: Workout, at: tuple[int, ...]) -> Workout:
    """Return some of the sessions of a workout."""
    return w if len(at) == len(w.sessions) else Workout(tuple(w.sessions[i] for i in at))


def blocks(entries: tuple[WorkoutEntry, ...]) -> list[tuple[WorkoutEntry, ...]]:
    """Group neighbours of one superset; every other entry stands alone."""
    grouped: list[tuple[WorkoutEntry, ...]] = []
    last = None
    for entry in entries:
        if entry.superset is not None and entry.superset == last:
            grouped[-1] = (*grouped[-1], entry)
        else:
            grouped.append((entry,))
        last = entry.superset
    return grouped


def with_entries(done: WorkoutSession, entries: tuple[WorkoutEntry, ...]) -> WorkoutSession:
    """Return the session with other entries."""
    return replace(done, entries=entries)
