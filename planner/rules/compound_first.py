"""Multi-joint before single-joint for the same muscle."""

from __future__ import annotations

from planner.problem.problem import Problem, SessionProblem
from planner.rules.kinds import OrderRule
from planner.workout.workout import WorkoutEntry


class CompoundFirst(OrderRule):
    """A compound stands before an isolation that shares a trained muscle (nunes2021)."""

    id = "compound_first"
    by_session = True
    kept = "compounds before isolations of the same muscle"
    broken = "isolates before"

    def clash(self, p: Problem, session: SessionProblem, before: WorkoutEntry,
              after: WorkoutEntry) -> bool:
        """An isolation before a compound, both training one muscle at 0.5 or more."""
        a, b = before.exercise, after.exercise
        if a.mechanic != "isolation" or a.core or not b.compound:
            return False
        return any(v >= 0.5 and b.muscles.get(m, 0.0) >= 0.5 for m, v in a.muscles.items())
