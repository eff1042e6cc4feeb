"""Failure is for the end: not before the heavy sets of the same muscle."""

from __future__ import annotations

from planner.problem.problem import Problem, SessionProblem
from planner.rules.kinds import OrderRule
from planner.workout.workout import WorkoutEntry


class FailureLate(OrderRule):
    """Sets to failure stand after compounds that train one of their muscles directly."""

    id = "failure_late"
    by_session = True
    kept = "sets to failure come late"
    broken = "goes to failure before"

    def clash(self, p: Problem, session: SessionProblem, before: WorkoutEntry,
              after: WorkoutEntry) -> bool:
        """Failure before heavy sets of a muscle that both train directly."""
        if not before.dose.to_failure or after.dose.to_failure or not after.exercise.compound:
            return False
        direct = after.exercise.muscles
        return any(v == 1.0 and direct.get(m) == 1.0
                   for m, v in before.exercise.muscles.items())
