"""Idle exercises, which count for no goal, are left out."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from planner.catalog import Exercise
from planner.problem.option import Option
from planner.problem.problem import Problem


def worthwhile(options: Sequence[Option], problem: Problem) -> list[Option]:
    """Leave out exercises that count for no goal where one of the same pattern does.

    An exercise too light for goal and level would stand in a plan only to satisfy the count of a
    rule. Exercises included by name stay.
    """
    hand = [o.exercise for o in options if not o.barred]
    return [o for o in options if o.pinned or not idle(o.exercise, hand, problem)]


def idle(exercise: Exercise, hand: Collection[Exercise], problem: Problem) -> bool:
    """Whether an exercise counts for no goal and another of its pattern at hand does."""
    return not problem.given(exercise) and any(
        e.pattern == exercise.pattern and problem.given(e) for e in hand)
