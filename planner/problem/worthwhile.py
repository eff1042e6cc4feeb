"""What counts for a goal comes before what only fills up the shares."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from planner.catalog import Exercise
from planner.problem.option import Option
from planner.problem.problem import Problem


def worthwhile(options: Sequence[Option], problem: Problem) -> list[Option]:
    """Leave out what counts for none of the goals where something like it does.

    What is too light for goal and level would stand in a plan only to make up the
    numbers of a rule; what is included by name stays.
    """
    hand = [o.exercise for o in options if not o.barred]
    return [o for o in options if o.pinned or not idle(o.exercise, hand, problem)]


def idle(exercise: Exercise, hand: Collection[Exercise], problem: Problem) -> bool:
    """Whether an exercise counts for no goal and another of its pattern at hand does."""
    return not problem.given(exercise) and any(
        e.pattern == exercise.pattern and problem.given(e) for e in hand)
