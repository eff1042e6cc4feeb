"""The trunk is trained when it need not hold anything any more."""

from __future__ import annotations

from planner.problem.problem import Problem, SessionProblem
from planner.rules.kinds import OrderRule
from planner.workout.workout import WorkoutEntry


class CoreLast(OrderRule):
    """Core work stands after the other work."""

    id = "core_last"
    by_session = True
    kept = "core work comes last"
    broken = "stands before"

    def clash(self, p: Problem, session: SessionProblem, before: WorkoutEntry,
              after: WorkoutEntry) -> bool:
        """Core work before other work."""
        return before.exercise.core and not after.exercise.core
