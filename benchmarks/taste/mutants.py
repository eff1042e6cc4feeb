"""What a coach likes less than a published week: the same week with one thing made worse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from random import Random

from benchmarks.taste.corpus import Case
from benchmarks.taste.kinds import KINDS
from planner.workout.workout import Workout

COUNT = 60
"""Mutants of a programme: one of each kind, then the second place of each, and so on."""


@dataclass(frozen=True)
class Mutant:
    """A week that is worse than its original, and in which way."""

    kind: str
    workout: Workout


def signature(w: Workout) -> tuple[object, ...]:
    """Return what makes two weeks the same: exercises, sets, doses, supersets, in order."""
    return tuple(tuple((i.exercise.id, i.sets, i.dose, i.superset) for i in done.work)
                 for done in w.sessions)


def of_kind(case: Case, kind: str) -> Iterator[Workout]:
    """Yield all mutants of a kind; the same ones every time."""
    yield from KINDS[kind](case, Random(f"{case.programme.name}/{kind}"))


def mutants(case: Case, count: int = COUNT) -> list[Mutant]:
    """Return mutants of a programme, the kinds taking turns; none twice, none the original."""
    seen = {signature(case.workout)}
    turns = {kind: _new(case, kind, seen) for kind in KINDS}
    found: list[Mutant] = []
    while turns and len(found) < count:
        for kind in list(turns):
            one = list(islice(turns[kind], 1))
            if not one:
                del turns[kind]
            found += one
    return found[:count]


def _new(case: Case, kind: str, seen: set[tuple[object, ...]]) -> Iterator[Mutant]:
    for workout in of_kind(case, kind):
        sign = signature(workout)
        if sign not in seen:
            seen.add(sign)
            yield Mutant(kind, workout)
