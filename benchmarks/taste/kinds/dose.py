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
from planner.workout.workout import Workout, WorkoutEntry

Change = Callable[[WorkoutEntry], tuple[int | None, int | None]]


def _everywhere(case: Case, change: Change,
                which: Callable[[WorkoutEntry], bool] = lambda _: True) -> Iterator[Workout]:
    """Yield the week with other sets or repetitions wherever they are meant."""
    yield week(case, [tuple(
        redosed(case, s, entry, *change(entry)) if which(entry) else entry for entry in work)
                      for s, work in enumerate(work_of(case))])


def _usual_sets(case: Case) -> float:
    return median(entry.sets for work in work_of(case) for entry in work)


def _reps(entry: WorkoutEntry) -> int:
    return entry.dose.reps if isinstance(entry.dose.reps, int) else 0


def sets_tripled(case: Case, rng: Random) -> Iterator[Workout]:
    """Three times the sets of everything: nobody recovers from that, or has the time."""
    if _usual_sets(case) >= 2:
        yield from _everywhere(case, lambda entry: (3 * entry.sets, None))


def sets_doubled(case: Case, rng: Random) -> Iterator[Workout]:
    """Twice the sets of everything, where they are three and more: the session has no end."""
    if _usual_sets(case) >= 3:
        yield from _everywhere(case, lambda entry: (2 * entry.sets, None))


def _more_sets(case: Case, rng: Random, which: Callable[[WorkoutEntry], bool],
               sets: Callable[[WorkoutEntry], int]) -> Iterator[Workout]:
    for s, i in places(case, rng, which):
        work = work_of(case)[s]
        new = redosed(case, s, work[i], sets(work[i]))
        yield with_session(case, s, (*work[:i], new, *work[i + 1:]))


def lift_doubled(case: Case, rng: Random) -> Iterator[Workout]:
    """One lift of three to five sets gets twice as many: more than a muscle takes in a session."""
    yield from _more_sets(case, rng, lambda entry: 3 <= entry.sets <= 5, lambda i: 2 * i.sets)


def accessory_tens(case: Case, rng: Random) -> Iterator[Workout]:
    """An isolation gets ten sets: the small muscle takes the session."""
    yield from _more_sets(case, rng, lambda entry: not entry.exercise.compound and entry.sets <= 5,
                          lambda _: 10)


def one_set_each(case: Case, rng: Random) -> Iterator[Workout]:
    """Three and more sets of everything become one: too little to grow from."""
    if _usual_sets(case) >= 3:
        yield from _everywhere(case, lambda _: (1, None))


def main_reps_tripled(case: Case, rng: Random) -> Iterator[Workout]:
    """Main lifts get three times their repetitions: light, breathless, with the form gone."""
    main = one_of(work[at] for work in work_of(case) if (at := main_place(work)) is not None)
    yield from _everywhere(case, lambda entry: (None, 3 * _reps(entry)),
                           lambda entry: main(entry) and 3 <= _reps(entry) <= 10)


def heavy_isolation(case: Case, rng: Random) -> Iterator[Workout]:
    """Isolations are done as heavy triples: one joint takes all of the load."""
    yield from _everywhere(case, lambda _: (None, 3), lambda entry: (
        entry.exercise.mechanic == "isolation" and not entry.exercise.core and _reps(entry) >= 8))


def thirty_reps(case: Case, rng: Random) -> Iterator[Workout]:
    """Everything is done for thirty repetitions: endurance, whatever the goal is."""
    yield from _everywhere(case, lambda _: (None, 30), lambda entry: _reps(entry) > 0)
