"""Every entry can be done with what is there, bench, rack and bar included."""

from __future__ import annotations

from planner.catalog import Exercise
from planner.problem.equipment import alternative
from planner.problem.problem import Problem, SessionProblem
from planner.rules.kinds import ExerciseRule


class EquipmentRule(ExerciseRule):
    """One whole alternative of the exercise is in the session's equipment."""

    id = "equipment"
    by_session = True
    phases = ("any",)
    kept = "everything needed is there"

    def applies(self, p: Problem) -> bool:
        """Only where the equipment is known."""
        return "equipment" not in p.unknown

    def bars(self, problem: Problem, session: SessionProblem, exercise: Exercise) -> str | None:
        """Name what is missing for the alternative that needs least."""
        if "equipment" in problem.unknown or alternative(exercise, session.equipment) is not None:
            return None
        missing = min((sorted(set(a) - session.equipment) for a in exercise.equipment), key=len)
        return "needs " + " and ".join(
            problem.catalog.equipment_by_id[m].name for m in missing)
