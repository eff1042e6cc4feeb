"""What a level has mastered: an exercise waits while an easier one is at hand."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from planner.catalog import Exercise
from planner.problem.dosing import FEWEST_REPS
from planner.problem.option import Option
from planner.problem.problem import Problem


def mastered(options: Sequence[Option], problem: Problem) -> list[Option]:
    """Leave out what something easier comes before; what is included by name stays."""
    hand = [o.exercise for o in options if not o.barred]
    able = problem.request.able
    return [o for o in options if o.pinned or o.id in able or not easier(o.exercise, hand, problem)]


def easier(exercise: Exercise, hand: Collection[Exercise], problem: Problem) -> list[Exercise]:
    """Return what comes before an exercise that leaves too few repetitions.

    That is an easier link of its chain, or else what the level manages of the same
    pattern with nothing more than the exercise itself needs.
    """
    if not beyond(exercise, problem):
        return []
    links = [e for e in hand if e.id in exercise.easier]
    return links or [e for e in hand if e.pattern == exercise.pattern
                     and not beyond(e, problem) and _needs_no_more(e, exercise)]


def beyond(exercise: Exercise, problem: Problem) -> bool:
    """Whether a level, its reserve kept, manages too few of the repetitions asked.

    That is less than half of them without a load, and less than all with one: a load is
    chosen by the repetitions, and what is too heavy at its least is added too early.
    """
    known = problem.catalog.failure_by_id.get(exercise.id)
    if known is None or exercise.measure != "reps" or exercise.rest_class is None:
        return False
    scheme = problem.catalog.scheme_by_key[problem.request.goal, exercise.rest_class]
    rir = max(scheme.rir, problem.limits.rir_min)
    most: int = getattr(known, problem.request.level)
    enough = scheme.reps / 2 if exercise.load == "bodyweight" else scheme.reps
    return most - rir < max(FEWEST_REPS, enough)


def _needs_no_more(other: Exercise, exercise: Exercise) -> bool:
    """Whether wherever an exercise can be done, another one can."""
    return all(any(set(a) <= set(b) for a in other.equipment) for b in exercise.equipment)
