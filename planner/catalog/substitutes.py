"""What could stand in for an exercise, and what each change means for a set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from planner.catalog.model import Catalog
from planner.catalog.schema import Exercise
from planner.catalog.words import Standing

_COUNTS_FROM = 0.5
_OTHER_PATTERN = 0.75
_OTHER_MECHANIC = 0.5
_STANDING: Mapping[Standing, float] = {"staple": 0.0, "common": 0.1, "niche": 0.3}
_SKILL = 0.1
_REPS = 10


@dataclass(frozen=True)
class Substitute:
    """An exercise that could stand in for another.

    Attributes
    ----------
    exercise
        What to do instead.
    distance
        How far it is from the original: fractional sets of the groups that
        differ, and what pattern, mechanic, standing and skill add. 0 is a twin.
    sets
        For each group what a set gives more or less, in fractional sets.
    strain
        For ``lumbar``, ``grip`` and ``systemic`` the points more or less.
    set_s
        Seconds that a set of ten repetitions takes more or less; 0 where one
        of the two is not counted in repetitions.
    setup_s
        Seconds of set-up more or less.
    """

    exercise: Exercise
    distance: float
    sets: dict[str, float]
    strain: dict[str, int]
    set_s: int
    setup_s: int


def substitutes(exercise: Exercise, catalog: Catalog, n: int = 5) -> list[Substitute]:
    """Return the ``n`` exercises that come nearest, nearest first, then by id.

    Only exercises that share a phase and, where the original trains something
    directly, train some group at half or more come into question. Involvement
    below half counts for nothing, as everywhere.
    """
    wanted = shares(exercise, catalog)
    found = []
    for other in catalog.exercises:
        if other.id == exercise.id or not set(other.phases) & set(exercise.phases):
            continue
        given = shares(other, catalog)
        if wanted and not set(wanted) & set(given):
            continue
        found.append(_compared(exercise, other, wanted, given))
    return sorted(found, key=lambda s: (round(s.distance, 6), s.exercise.id))[:n]


def shares(exercise: Exercise, catalog: Catalog) -> dict[str, float]:
    """Return what a set gives to each group: its largest share among the members."""
    given: dict[str, float] = {}
    for muscle, share in exercise.muscles.items():
        if share >= _COUNTS_FROM:
            group = catalog.muscle_by_id[muscle].group
            given[group] = max(share, given.get(group, 0.0))
    return given


def _compared(exercise: Exercise, other: Exercise, wanted: dict[str, float],
              given: dict[str, float]) -> Substitute:
    sets = {group: given.get(group, 0.0) - wanted.get(group, 0.0)
            for group in sorted({*wanted, *given})}
    sets = {group: change for group, change in sets.items() if change}
    return Substitute(
        other, sum(map(abs, sets.values())) + sum(_other_ways(exercise, other)), sets,
        {name: change for name in ("lumbar", "grip", "systemic")
         if (change := getattr(other.strain, name) - getattr(exercise.strain, name))},
        _set_change(exercise, other), other.setup_s - exercise.setup_s)


def _other_ways(exercise: Exercise, other: Exercise) -> Iterator[float]:
    yield _OTHER_PATTERN * (exercise.pattern != other.pattern)
    yield _OTHER_MECHANIC * (exercise.mechanic != other.mechanic)
    yield _STANDING[other.standing]
    yield _SKILL * max(0, other.skill - exercise.skill)


def _set_change(exercise: Exercise, other: Exercise) -> int:
    if exercise.seconds_per_rep is None or other.seconds_per_rep is None:
        return 0
    mine, its = (_REPS * (e.seconds_per_rep or 0) * (2 if e.unilateral else 1)
                 for e in (exercise, other))
    return round(its - mine)
