"""Mutants with the same work in another order, or in supersets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

from benchmarks.taste.corpus import Case
from benchmarks.taste.kinds.base import (
    HEAVY,
    Work,
    main_place,
    sessions,
    week,
    with_session,
    work_of,
)
from planner.catalog import Exercise
from planner.workout.workout import Workout


def _to_front(case: Case, rng: Random, which: Callable[[Exercise], bool]) -> Iterator[Workout]:
    for s in sessions(case, rng):
        work = work_of(case)[s]
        found = [i for i, entry in enumerate(work) if i and which(entry.exercise)]
        if found and work[0].exercise.compound:
            i = rng.choice(found)
            yield with_session(case, s, (work[i], *work[:i], *work[i + 1:]))


def isolation_first(case: Case, rng: Random) -> Iterator[Workout]:
    """An isolation goes before the main lift: what is heaviest is done fresh."""
    yield from _to_front(case, rng, lambda e: e.mechanic == "isolation" and not e.core)


def core_first(case: Case, rng: Random) -> Iterator[Workout]:
    """Core work goes first: a tired trunk holds no heavy lift."""
    yield from _to_front(case, rng, lambda e: e.core)


def main_last(case: Case, rng: Random) -> Iterator[Workout]:
    """The main lift goes last: it is what the session is for."""
    for s in sessions(case, rng):
        work = work_of(case)[s]
        at = main_place(work)
        rest = () if at is None else (*work[:at], *work[at + 1:])
        if at is not None and any(not i.exercise.compound for i in rest):
            yield with_session(case, s, (*rest, work[at]))


def reversed_session(case: Case, rng: Random) -> Iterator[Workout]:
    """A session is done backwards: from the smallest muscle to the heaviest lift."""
    for s in sessions(case, rng):
        work = work_of(case)[s]
        if work[0].exercise.compound and not work[-1].exercise.compound:
            yield with_session(case, s, work[::-1])


def _paired(work: Work, i: int, k: int) -> Work:
    """Return the work with two entries as a superset where the first of them stood."""
    a, b = (replace(work[at], superset="Z") for at in (i, k))
    return (*work[:i], a, b, *(w for at, w in enumerate(work) if at > i and at != k))


def heavy_superset(case: Case, rng: Random) -> Iterator[Workout]:
    """Two heavy barbell lifts become a superset: two stations, and neither gets its rest."""
    for s in sessions(case, rng):
        work = work_of(case)[s]
        heavy = [i for i, entry in enumerate(work) if entry.exercise.load == "barbell"
                 and entry.exercise.rest_class in HEAVY and entry.superset is None]
        pairs = [(i, k) for i in heavy for k in heavy if i < k
                 and work[i].exercise.id != work[k].exercise.id]
        if pairs:
            yield with_session(case, s, _paired(work, *rng.choice(pairs)))


def all_paired(case: Case, rng: Random) -> Iterator[Workout]:
    """For strength everything is done in supersets: heavy sets want their rest."""
    if case.programme.goal == "strength":
        yield week(case, [tuple(
            replace(entry, superset=chr(ord("A") + i // 2) if i // 2 * 2 + 1 < len(work) else None)
            for i, entry in enumerate(work)) for work in work_of(case)])
