"""What is trained much is trained on two days."""

from __future__ import annotations

from collections.abc import Iterator

from planner.problem.problem import Problem
from planner.rules.kinds import days_with
from planner.rules.protocol import Build, Finding
from planner.workout.dose import QUARTERS
from planner.workout.workout import Workout

MUCH = 8 * QUARTERS
DAYS_ASKED = 2


def asked(p: Problem) -> list[str]:
    """Return the goals with a target of 8 sets or more that two days can train."""
    return p.once("frequency", _asked)


def _asked(p: Problem) -> list[str]:
    found = []
    for goal in p.goals:
        if goal.target < MUCH or not (goal.id in p.catalog.group_by_id
                                      or goal.id in p.catalog.muscle_by_id):
            continue
        if len(p.training_days.get(goal.id, ())) >= DAYS_ASKED:
            found.append(goal.id)
    return found


class Frequency:
    """A muscle with a target of 8 or more is trained on two days or more (pelland2024)."""

    id = "frequency"

    def build(self, m: Build) -> None:
        """Count the days that train it."""
        for goal in asked(m.problem):
            ids = {(o.session, o.id) for s in m.problem.sessions for o in s.options
                   if m.problem.trains(o.exercise, goal)}
            m.keep(goal, DAYS_ASKED - days_with(m, goal, ids), 0)

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Count the days again."""
        goals = asked(p)
        if not goals:
            yield Finding("week", "nothing that asks for two days", status="not_applicable")
        trained = [(v.day, p.trained(entry.exercise)) for v, entry in w.work()]
        for goal in goals:
            days = {day for day, shares in trained if shares.get(goal)}
            says = f"trained on {len(days)} days" if len(days) != 1 else "trained on one day only"
            yield Finding(goal, says, over=max(0, DAYS_ASKED - len(days)), asked=DAYS_ASKED,
                          reached=len(days))
