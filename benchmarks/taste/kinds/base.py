"""What the kinds of mutants share: places, swaps, and weeks with other entries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from random import Random

from benchmarks.taste.corpus import Case, item_of
from planner.catalog import Exercise
from planner.problem.equipment import alternative
from planner.workout.workout import Workout, WorkoutEntry, WorkoutSession

Kind = Callable[[Case, Random], Iterator[Workout]]
"""Yields what a coach likes less than the week as published, at one place after another."""

Work = tuple[WorkoutEntry, ...]
Place = tuple[int, int]

HEAVY = ("heavy_compound", "free_compound")
PUSHES = ("horizontal_push", "vertical_push")
PULLS = ("horizontal_pull", "vertical_pull")
LEGS = ("squat", "hip_hinge", "lunge", "knee_extension", "knee_flexion", "hip_extension",
        "hip_abduction", "hip_adduction", "ankle_extension", "jump", "olympic")


def work_of(case: Case) -> list[Work]:
    """Return the work of every session."""
    return [done.work for done in case.workout.sessions]


def week(case: Case, work: Sequence[Work]) -> Workout:
    """Return the week with other work; warm-ups stay."""
    return Workout(tuple(_session(v, w) for v, w in zip(case.workout.sessions, work, strict=True)))


def with_session(case: Case, at: int, work: Work) -> Workout:
    """Return the week with other work in one session."""
    return week(case, [work if i == at else old for i, old in enumerate(work_of(case))])


def _session(done: WorkoutSession, work: Work) -> WorkoutSession:
    warm = tuple(i for i in done.entries if not i.work)
    return replace(done, entries=warm + paired_only(work))


def paired_only(work: Work) -> Work:
    """Return the entries; who lost the partner of a superset stands alone."""
    found = []
    for i, entry in enumerate(work):
        beside = [work[k].superset for k in (i - 1, i + 1) if 0 <= k < len(work)]
        kept = entry.superset is None or entry.superset in beside
        found.append(entry if kept else replace(entry, superset=None))
    return tuple(found)


def places(case: Case, rng: Random,
           which: Callable[[WorkoutEntry], bool] = lambda _: True) -> list[Place]:
    """Return session and index of the entries that are meant, shuffled."""
    found = [(s, i) for s, work in enumerate(work_of(case)) for i, entry in enumerate(work)
             if which(entry)]
    rng.shuffle(found)
    return found


def sessions(case: Case, rng: Random) -> list[int]:
    """Return the places of the sessions, shuffled."""
    found = list(range(len(case.workout.sessions)))
    rng.shuffle(found)
    return found


def at_hand(case: Case, session: int) -> list[Exercise]:
    """Return everything that could be done in a session, whoever it suits."""
    equipment = case.problem.sessions[session].equipment
    return [e for e in case.problem.catalog.exercises
            if "work" in e.phases and e.rest_class is not None
            and e.mechanic in ("compound", "isolation", "isometric")
            and alternative(e, equipment) is not None]


def other(case: Case, session: int, entry: WorkoutEntry, exercise: Exercise) -> WorkoutEntry:
    """Return an entry with another exercise: the same sets, repetitions and superset."""
    reps = entry.dose.reps if isinstance(entry.dose.reps, int) else None
    return item_of(case.problem, case.problem.sessions[session], exercise, entry.sets, reps,
                   entry.dose.hold_s, entry.superset)


def redosed(case: Case, session: int, entry: WorkoutEntry, sets: int | None = None,
            reps: int | None = None) -> WorkoutEntry:
    """Return an entry with other sets or repetitions; what is held stays held."""
    old = entry.dose.reps if isinstance(entry.dose.reps, int) else None
    return item_of(case.problem, case.problem.sessions[session], entry.exercise,
                   entry.sets if sets is None else sets, old if reps is None else reps,
                   entry.dose.hold_s, entry.superset)


def main_place(work: Work) -> int | None:
    """Return the index of a session's main lift: its first heavy or free compound."""
    return next((i for i, entry in enumerate(work)
                 if entry.exercise.compound and entry.exercise.rest_class in HEAVY), None)


Into = Callable[[Exercise, Exercise], bool]


def swapped(case: Case, rng: Random, which: Callable[[Exercise], bool],
            into: Into) -> Iterator[Workout]:
    """Yield weeks with one exercise swapped for one that is not in its session."""
    for s, i in places(case, rng, lambda entry: which(entry.exercise)):
        work = work_of(case)[s]
        new = replacement(case, rng, s, work, work[i], into)
        if new is not None:
            yield with_session(case, s, (*work[:i], new, *work[i + 1:]))


def swapped_everywhere(case: Case, rng: Random, which: Callable[[Exercise], bool],
                       into: Into) -> Iterator[Workout]:
    """Yield the week with every such exercise swapped, where something was to be had."""
    found = []
    for s, work in enumerate(work_of(case)):
        for i, entry in enumerate(work):
            new = replacement(case, rng, s, work, entry, into) if which(entry.exercise) else None
            work = work if new is None else (*work[:i], new, *work[i + 1:])
        found.append(work)
    yield week(case, found)


def replacement(case: Case, rng: Random, session: int, work: Work, entry: WorkoutEntry,
                into: Into) -> WorkoutEntry | None:
    """Return an entry for one of the exercises that may stand instead, if there is any."""
    used = {i.exercise.id for i in work}
    fit = [e for e in at_hand(case, session) if e.id not in used and into(entry.exercise, e)]
    return other(case, session, entry, rng.choice(fit)) if fit else None


def without(case: Case, gone: Callable[[WorkoutEntry], bool]) -> Iterator[Workout]:
    """Yield the week without some entries; a day with nothing left repeats the one before."""
    left = [tuple(i for i in work if not gone(i)) for work in work_of(case)]
    if not any(left) or left == work_of(case):
        return
    full = [w for w in left if w]
    for i, work in enumerate(left):
        if not work:
            left[i] = left[i - 1] if i else full[-1]
    yield week(case, left)


def one_of(entries: Iterable[WorkoutEntry]) -> Callable[[WorkoutEntry], bool]:
    """Return whether an entry is one of these very ones."""
    them = {id(entry) for entry in entries}
    return lambda entry: id(entry) in them


def neighbours(case: Case) -> list[tuple[int, int]]:
    """Return the pairs of sessions on two days running."""
    days = [v.day for v in case.workout.sessions]
    return [(i, i + 1) for i, (a, b) in enumerate(pairwise(days)) if b == a + 1]
