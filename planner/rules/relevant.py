"""A work entry serves a goal: directly, or as a compound indirectly."""

from __future__ import annotations

from planner.catalog import Exercise
from planner.problem.problem import Problem, SessionProblem
from planner.rules.kinds import ExerciseRule


class Relevant(ExerciseRule):
    """Trains a goal at 1.0, or is a compound that trains one at 0.5."""

    id = "relevant"
    by_session = True
    spares_included = True
    kept = "every entry serves a goal"

    def bars(self, problem: Problem, session: SessionProblem, exercise: Exercise) -> str | None:
        """Look at the session's goals."""
        enough = 0.5 if exercise.compound else 1.0
        trained = problem.trained(exercise)
        if any(trained.get(goal, 0.0) >= enough for goal in problem.session_goals(session)):
            return None
        return "serves none of the goals"
