"""What is excluded by exercise, pattern or equipment is never used."""

from __future__ import annotations

from planner.catalog import Exercise
from planner.problem.equipment import alternative
from planner.problem.problem import Problem, SessionProblem
from planner.rules.kinds import ExerciseRule


class Exclude(ExerciseRule):
    """No entry is an excluded exercise or pattern, or needs excluded equipment."""

    id = "exclude"
    by_session = True
    phases = ("any",)
    kept = "nothing that was excluded"

    def applies(self, p: Problem) -> bool:
        """Only where something is excluded."""
        return bool(p.request.exclude)

    def bars(self, problem: Problem, session: SessionProblem, exercise: Exercise) -> str | None:
        """Compare the exercise, its pattern and what it would be done with."""
        out = set(problem.request.exclude)
        if not out:
            return None
        if exercise.id in out:
            return "is excluded"
        if exercise.pattern in out and exercise.pattern in problem.catalog.pattern_by_id:
            return f"is a {exercise.pattern}, which is excluded"
        gone = out.intersection(problem.catalog.equipment_by_id)
        if not gone or alternative(exercise, session.equipment) is not None:
            return None
        if alternative(exercise, session.equipment | gone) is None:
            return None
        hit = sorted(gone.intersection(q for a in exercise.equipment for q in a))
        return f"needs {hit[0]}, which is excluded"
