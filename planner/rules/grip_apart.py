"""The grip gets a break between two exercises that tire it."""

from __future__ import annotations

from planner.problem.problem import Problem
from planner.rules.kinds import OrderRule
from planner.workout.workout import WorkoutEntry


class GripApart(OrderRule):
    """No two entries with grip strain >= 2 in a row."""

    id = "grip_apart"
    by_session = True
    kept = "the grip rests between heavy grips"
    broken = "is followed by another heavy grip,"

    def next_to(self, p: Problem, before: WorkoutEntry, after: WorkoutEntry) -> bool:
        """Two entries in a row that tire the grip."""
        return before.exercise.strain.grip >= 2 and after.exercise.strain.grip >= 2
