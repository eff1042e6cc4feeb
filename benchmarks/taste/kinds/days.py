"""Mutants with something missing, or with the week's days put together wrongly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from benchmarks.taste.corpus import Case
from benchmarks.taste.kinds.base import (
    LEGS,
    PULLS,
    PUSHES,
    main_place,
    neighbours,
    one_of,
    redosed,
    sessions,
    swapped_everywhere,
    week,
    with_session,
    without,
    work_of,
)
from planner.catalog import Exercise
from planner.workout.workout import Workout


def _instead(case: Case, rng: Random, gone: Sequence[str], come: Sequence[str],
             ) -> Iterator[Workout]:
    turned = dict(zip(gone, come, strict=True))

    def into(old: Exercise, new: Exercise) -> bool:
        return (new.pattern == turned.get(old.pattern) and new.compound
                and new.standing != "niche")

    yield from swapped_everywhere(case, rng, lambda e: e.pattern in gone, into)


def pulls_for_pushes(case: Case, rng: Random) -> Iterator[Workout]:
    """Every push becomes a pull: a week without one press."""
    yield from _instead(case, rng, PUSHES, PULLS)


def pushes_for_pulls(case: Case, rng: Random) -> Iterator[Workout]:
    """Every pull becomes a push: shoulders without anything that holds them back."""
    yield from _instead(case, rng, PULLS, PUSHES)


def legs_removed(case: Case, rng: Random) -> Iterator[Workout]:
    """All leg work goes: half of the body is not trained."""
    yield from without(case, lambda entry: entry.exercise.pattern in LEGS)


def pulls_removed(case: Case, rng: Random) -> Iterator[Workout]:
    """All rows and pulldowns go: no back work is left."""
    yield from without(case, lambda entry: entry.exercise.pattern in PULLS)


def compounds_removed(case: Case, rng: Random) -> Iterator[Workout]:
    """All compounds go: only the trimmings are left."""
    yield from without(case, lambda entry: entry.exercise.compound)


def half_removed(case: Case, rng: Random) -> Iterator[Workout]:
    """Every second exercise goes: the minutes are not used."""
    for first in (0, 1):
        yield from without(case, one_of(
            entry for work in work_of(case) for entry in work[first::2] if len(work) > 1))


def main_removed(case: Case, rng: Random) -> Iterator[Workout]:
    """A session loses its main lift: the rest was chosen around it."""
    for s in sessions(case, rng):
        work = work_of(case)[s]
        at = main_place(work)
        if at is not None and len(work) > 1:
            yield with_session(case, s, (*work[:at], *work[at + 1:]))


def mains_removed(case: Case, rng: Random) -> Iterator[Workout]:
    """Every session loses its main lift."""
    found = []
    for work in work_of(case):
        at = main_place(work)
        found.append(work if at is None or len(work) == 1 else (*work[:at], *work[at + 1:]))
    yield week(case, found)


def day_copied(case: Case, rng: Random) -> Iterator[Workout]:
    """A session comes again on the next day: the same muscles two days running."""
    pairs = neighbours(case)
    rng.shuffle(pairs)
    for a, b in pairs:
        yield with_session(case, b, work_of(case)[a])


def one_day_only(case: Case, rng: Random) -> Iterator[Workout]:
    """Every session is the same one: what the others trained is not trained."""
    for s in sessions(case, rng):
        yield week(case, [work_of(case)[s]] * len(case.workout.sessions))


def day_emptied(case: Case, rng: Random) -> Iterator[Workout]:
    """Of a session a single set is left: nobody changes for that."""
    for s in sessions(case, rng):
        last = work_of(case)[s][-1]
        yield with_session(case, s, (redosed(case, s, last, 1),))


def day_crammed(case: Case, rng: Random) -> Iterator[Workout]:
    """All but the last entry of a session is done at the end of another one: too long a day."""
    for s in sessions(case, rng):
        work = work_of(case)
        if len(work) > 1 and len(work[s]) > 1:
            to = (s + 1) % len(work)
            used = {i.exercise.id for i in work[to]}
            moved = tuple(i for i in work[s][:-1] if i.exercise.id not in used)
            work[s], work[to] = work[s][-1:], work[to] + moved
            if moved:
                yield week(case, work)
