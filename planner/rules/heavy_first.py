"""The lifts with most weight on the bar are done fresh."""

from __future__ import annotations

from planner.problem import Problem, SessionProblem
from planner.rules.base import OrderRule
from planner.workout import Item


class HeavyFirst(OrderRule):
    """A compound of the heaviest class stands before lighter work (simao2012)."""

    id = "heavy_first"
    by_session = True
    kept = "the heaviest lifts come first"
    broken = "stands before"

    def clash(self, p: Problem, session: SessionProblem, before: Item, after: Item) -> bool:
        """Something lighter before a compound of the heaviest class; core has its own rule."""
        a, b = before.exercise, after.exercise
        if a.core or a.risk_lift or not b.compound:
            return False
        return b.rest_class == "heavy_compound" and a.rest_class != "heavy_compound"
