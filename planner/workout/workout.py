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
from planner.workout.dose import Clock, Dose


@dataclass(frozen=True)
class Item:
    """One entry: an exercise with its sets, dose and clock.

    ``clock`` is at the request's pace. ``equipment`` is the alternative that
    is used, None where a text does not say.
    """

    exercise: Exercise
    phase: Phase
    sets: int
    dose: Dose
    clock: Clock
    superset: str | None = None
    equipment: tuple[str, ...] | None = None

    @property
    def work(self) -> bool:
        """Whether it is an entry of the work phase."""
        return self.phase == "work"


@dataclass(frozen=True)
class Visit:
    """One session of a finished workout; ``day`` counts from Monday as 0."""

    id: str
    day: int
    items: tuple[Item, ...]

    @cached_property
    def work(self) -> tuple[Item, ...]:
        """The entries of the work phase in order."""
        return tuple(i for i in self.items if i.work)


@dataclass(frozen=True)
class Workout:
    """All sessions of a finished workout in the order of time."""

    visits: tuple[Visit, ...]
    notes: tuple[str, ...] = field(default=())

    def work(self) -> Iterator[tuple[Visit, Item]]:
        """All work entries with their sessions."""
        for visit in self.visits:
            for item in visit.work:
                yield visit, item


def changed(before: Workout, after: Workout) -> tuple[int, ...]:
    """Return the places of the sessions that are not the very same in another workout."""
    return tuple(i for i, (a, b) in enumerate(zip(before.visits, after.visits, strict=True))
                 if a is not b)


def part(w: Workout, at: tuple[int, ...]) -> Workout:
    """Return some of the sessions of a workout."""
    return w if len(at) == len(w.visits) else Workout(tuple(w.visits[i] for i in at))


def blocks(items: tuple[Item, ...]) -> list[tuple[Item, ...]]:
    """Group neighbours of one superset; every other entry stands alone."""
    grouped: list[tuple[Item, ...]] = []
    last = None
    for item in items:
        if item.superset is not None and item.superset == last:
            grouped[-1] = (*grouped[-1], item)
        else:
            grouped.append((item,))
        last = item.superset
    return grouped


def with_items(visit: Visit, items: tuple[Item, ...]) -> Visit:
    """Return the session with other entries."""
    return replace(visit, items=items)
