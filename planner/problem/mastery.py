"""Mastery: an exercise too hard for a level waits while an easier one is at hand."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from planner.catalog import Exercise
from planner.problem.dosing import FEWEST_REPS
from planner.problem.option import Option
from planner.problem.problem import Problem


def mastered(options: Sequence[Option], problem: Problem) -> list[Option]:
    """Leave out exercises that an easier one comes before; those included by name stay."""
    hand = [o.exercise for o in options if not o.barred]
    able = problem.request.able
    return [o for o in options if o.pinned or o.id in able or not easier(o.exercise, hand, problem)]


def easier(exercise: Exercise, hand: Collection[Exercise], problem: Problem) -> list[Exercise]:
    """Return the exercises at hand that come before one that leaves too few repetitions.

    They are the easier links of its chain. Without any they are the exercises of the same pattern
    that the level manages with no further equipment.
    """
    if not beyond(exercise, problem):
        return []
    links = [e for e in hand if e.id in exercise.easier]
    return links or [e for e in hand if e.pattern == exercise.pattern
                     and not beyond(e, problem) and _needs_no_more(e, exercise)]


def beyond(exercise: Exercise, problem: Problem) -> bool:
    """Whether a level, its reserve kept, manages too few of the repetitions asked.

    Without a load, fewer than half are too few. With one, fewer than all are too few: a load is
    chosen to fit the repetitions, so even the least load is too heavy.
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
    """Whether another exercise can be done wherever this one can."""
    return all(any(set(a) <= set(b) for a in other.equipment) for b in exercise.equipment)
