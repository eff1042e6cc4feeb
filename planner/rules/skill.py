"""No exercise asks for more skill than the level has."""

from __future__ import annotations

from planner.catalog import Exercise
from planner.problem.problem import Problem, SessionProblem
from planner.rules.kinds import ExerciseRule


class Skill(ExerciseRule):
    """Skill is at most 3, 4 or 5 for novice, intermediate and advanced."""

    id = "skill"
    by_session = True
    spares_included = True
    kept = "within the level's skill"

    def bars(self, problem: Problem, session: SessionProblem, exercise: Exercise) -> str | None:
        """Compare the exercise's skill with the level's; what somebody is able to do is spared."""
        level = problem.request.level
        most = problem.catalog.caps_by_id[level].skill_max
        if exercise.skill <= most or exercise.id in problem.request.able:
            return None
        return f"asks for skill {exercise.skill}, {level} is {most}"
