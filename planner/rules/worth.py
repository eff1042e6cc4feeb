"""A work entry does something for a goal at this level."""

from __future__ import annotations

from planner.catalog import Exercise
from planner.problem.problem import Problem, SessionProblem
from planner.rules.kinds import ExerciseRule


class Worth(ExerciseRule):
    """Sets that count for none of the goals, being too light, only fill up the shares."""

    id = "worth"
    by_session = True
    spares_included = True
    kept = "every entry counts"

    def bars(self, problem: Problem, session: SessionProblem, exercise: Exercise) -> str | None:
        """Look at what a set gives to any goal."""
        if problem.given(exercise):
            return None
        return "counts for none of the goals"
