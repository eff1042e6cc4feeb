"""Mutants with other sets and repetitions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from statistics import median

from benchmarks.taste.corpus import Case
from benchmarks.taste.kinds.base import (
    main_place,
    one_of,
    places,
    redosed,
    week,
    with_session,
    work_of,
)
from planner.workout.workout import Item, Workout

Change = Callable[[Item], tuple[int | None, int | None]]


def _everywhere(case: Case, change: Change,
                which: Callable[[Item], bool] = lambda _: True) -> Iterator[Workout]:
    """Yield the week with other sets or repetitions wherever they are meant."""
    yield week(case, [tuple(
        redosed(case, s, item, *change(item)) if which(item) else item for item in work)
        for s, work in enumerate(work_of(case))])


def _usual_sets(case: Case) -> float:
    return median(item.sets for work in work_of(case) for item in work)


def _reps(item: Item) -> int:
    return item.dose.reps if isinstance(item.dose.reps, int) else 0


def sets_tripled(case: Case, rng: Random) -> Iterator[Workout]:
    """Three times the sets of everything: nobody recovers from that, or has the time."""
    if _usual_sets(case) >= 2:
        yield from _everywhere(case, lambda item: (3 * item.sets, None))


def sets_doubled(case: Case, rng: Random) -> Iterator[Workout]:
    """Twice the sets of everything, where they are three and more: the session has no end."""
    if _usual_sets(case) >= 3:
        yield from _everywhere(case, lambda item: (2 * item.sets, None))


def _more_sets(case: Case, rng: Random, which: Callable[[Item], bool],
               sets: Callable[[Item], int]) -> Iterator[Workout]:
    for s, i in places(case, rng, which):
        work = work_of(case)[s]
        new = redosed(case, s, work[i], sets(work[i]))
        yield with_session(case, s, (*work[:i], new, *work[i + 1:]))


def lift_doubled(case: Case, rng: Random) -> Iterator[Workout]:
    """One lift of three to five sets gets twice as many: more than a muscle takes in a session."""
    yield from _more_sets(case, rng, lambda item: 3 <= item.sets <= 5, lambda i: 2 * i.sets)


def accessory_tens(case: Case, rng: Random) -> Iterator[Workout]:
    """An isolation gets ten sets: the small muscle takes the session."""
    yield from _more_sets(case, rng, lambda item: not item.exercise.compound and item.sets <= 5,
                          lambda _: 10)


def one_set_each(case: Case, rng: Random) -> Iterator[Workout]:
    """Three and more sets of everything become one: too little to grow from."""
    if _usual_sets(case) >= 3:
        yield from _everywhere(case, lambda _: (1, None))


def main_reps_tripled(case: Case, rng: Random) -> Iterator[Workout]:
    """Main lifts get three times their repetitions: light, breathless, with the form gone."""
    main = one_of(work[at] for work in work_of(case) if (at := main_place(work)) is not None)
    yield from _everywhere(case, lambda item: (None, 3 * _reps(item)),
                           lambda item: main(item) and 3 <= _reps(item) <= 10)


def heavy_isolation(case: Case, rng: Random) -> Iterator[Workout]:
    """Isolations are done as heavy triples: one joint takes all of the load."""
    yield from _everywhere(case, lambda _: (None, 3), lambda item: (
        item.exercise.mechanic == "isolation" and not item.exercise.core and _reps(item) >= 8))


def thirty_reps(case: Case, rng: Random) -> Iterator[Workout]:
    """Everything is done for thirty repetitions: endurance, whatever the goal is."""
    yield from _everywhere(case, lambda _: (None, 30), lambda item: _reps(item) > 0)
