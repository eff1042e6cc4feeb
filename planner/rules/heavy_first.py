"""The lifts with most weight on the bar are done fresh, what moves one joint at the end."""

from __future__ import annotations

from planner.problem import Problem, SessionProblem
from planner.rules.base import OrderRule
from planner.workout import Item


class HeavyFirst(OrderRule):
    """The heaviest compounds come before lighter ones, and those before isolations (simao2012)."""

    id = "heavy_first"
    by_session = True
    kept = "the heaviest lifts come first, isolations last"
    broken = "stands before"

    def clash(self, p: Problem, session: SessionProblem, before: Item, after: Item) -> bool:
        """An isolation before a compound, or a light one before a heavy; core has its own rule."""
        a, b = before.exercise, after.exercise
        if a.core or a.risk_lift or not b.compound:
            return False
        heavy = b.rest_class == "heavy_compound" and a.rest_class != "heavy_compound"
        return heavy or not a.compound
