"""The first tier as a rule: goals reached, none passed."""

from __future__ import annotations

from collections.abc import Iterator

from planner.problem.problem import Problem
from planner.problem.tally import tally
from planner.rules.kinds import sets_of
from planner.rules.protocol import Build, Finding
from planner.workout.dose import QUARTERS
from planner.workout.workout import Workout


class Coverage:
    """As `should` it is the first tier; as `must` every min is reached and no max passed."""

    id = "coverage"

    def build(self, m: Build) -> None:
        """Bind mins and maxes, where they are a must."""
        if m.problem.setting(self.id).severity != "must":
            return
        for goal in m.problem.goals:
            got = m.total((o.gives[goal.id], m.n(o)) for s in m.problem.sessions
                          for o in s.options if goal.id in o.gives)
            m.keep(goal.id, goal.min - got, 0)
            m.keep(goal.id, got, goal.max)

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Compare every goal with what was reached."""
        got = tally(w, p)
        for goal in p.goals:
            low, high, reached = (v / QUARTERS for v in (goal.min, goal.max, got[goal.id]))
            over = max(goal.min - got[goal.id], got[goal.id] - goal.max, 0)
            if reached < low:
                says = f"{sets_of(reached)}, {low - reached:g} short of the min {low:g}"
            elif reached > high:
                says = f"{sets_of(reached)}, {reached - high:g} above the max {high:g}"
            else:
                says = f"{sets_of(reached)}, target {goal.target / QUARTERS:g}"
            yield Finding(goal.id, says, over=over, asked=goal.target / QUARTERS, reached=reached,
                          weight=0)
