"""The lifts with most weight on the bar are done fresh, what moves one joint at the end."""

from __future__ import annotations

from planner.catalog import Exercise
from planner.problem.problem import Problem, SessionProblem
from planner.rules.kinds import OrderRule
from planner.workout.workout import WorkoutEntry

CARRY = "carry"
"""What takes the grip: after the lifts that need it."""

PULLS = ("horizontal_pull", "vertical_pull")
"""Of two heavy lifts a pull comes second: 121 of 126 published sessions begin with another."""


class HeavyFirst(OrderRule):
    """The heaviest compounds come before lighter ones, and those before isolations (simao2012)."""

    id = "heavy_first"
    by_session = True
    kept = "the heaviest lifts come first, isolations last"
    broken = "stands before"

    def clash(self, p: Problem, session: SessionProblem, before: WorkoutEntry,
              after: WorkoutEntry) -> bool:
        """An isolation before a compound, or a light one before a heavy; core has its own rule."""
        a, b = before.exercise, after.exercise
        if a.core or not b.compound or (a.risk_lift and not b.risk_lift):
            return False
        if not a.compound or a.pattern == CARRY:
            return b.pattern != CARRY
        if b.rest_class != "heavy_compound":
            return False
        first, then = _basis(p, a), _basis(p, b)
        late = (first in PULLS and then not in PULLS) or (first, then) == ("hinge", "squat")
        return a.rest_class != "heavy_compound" or late


def _basis(p: Problem, exercise: Exercise) -> str | None:
    return p.catalog.pattern_by_id[exercise.pattern].basis
