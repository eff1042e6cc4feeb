"""The lifts with most weight on the bar are done fresh, what moves one joint at the end."""

from __future__ import annotations

from catalog import Exercise
from planner.problem import Problem, SessionProblem
from planner.rules.base import OrderRule
from planner.workout import Item

PULLS = ("horizontal_pull", "vertical_pull")
"""Of two heavy lifts a pull comes second: 121 of 126 published sessions begin with another."""


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
        if not a.compound:
            return True
        if b.rest_class != "heavy_compound":
            return False
        pull_before_push = _basis(p, a) in PULLS and _basis(p, b) not in PULLS
        return a.rest_class != "heavy_compound" or pull_before_push


def _basis(p: Problem, exercise: Exercise) -> str | None:
    return p.catalog.pattern_by_id[exercise.pattern].basis
