"""What matters most is trained fresh."""

from __future__ import annotations

from planner.problem.problem import Problem, SessionProblem
from planner.rules.kinds import OrderRule
from planner.workout.workout import WorkoutEntry


class FocusEarly(OrderRule):
    """Among lifts of one kind, those that train the focus directly come first (simao2012).

    Risk lifts and the lift that begins the work keep their place, which other
    rules give them.
    """

    id = "focus_early"
    by_session = True
    kept = "the focus is trained early"
    broken = "stands before the focus's"

    def clash(self, p: Problem, session: SessionProblem, before: WorkoutEntry,
              after: WorkoutEntry) -> bool:
        """A lift beside the focus before one of the same kind that trains it."""
        a, b = before.exercise, after.exercise
        if not session.focus or a.risk_lift or b.risk_lift or a.core != b.core:
            return False
        heavy = [e.rest_class == "heavy_compound" for e in (a, b)]
        if a.compound != b.compound or heavy == [True, False]:
            return False
        serves = [any(p.trains(e, g) == 1.0 for g in session.focus) for e in (a, b)]
        return serves == [False, True]
