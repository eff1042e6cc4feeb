"""One heavy lift of a movement is enough for a session."""

from __future__ import annotations

from planner.catalog import Exercise
from planner.problem.problem import Problem, SessionProblem
from planner.rules.kinds import PatternRule


class HeavyOnce(PatternRule):
    """No deadlift after a deadlift: the second is done tired, and its ramp sets take the time."""

    id = "heavy_once"
    by_session = True
    what = ("heavy lift", "heavy lifts")

    def cap(self, p: Problem, session: SessionProblem) -> int:
        """Return how many heavy lifts of one pattern a session may hold."""
        figures = p.setting(self.id).figures
        return int(figures.get("limit", figures["should"]))

    def counts(self, exercise: Exercise) -> bool:
        """Whether it is of the heaviest class, or a risk lift."""
        return exercise.rest_class == "heavy_compound" or exercise.risk_lift
