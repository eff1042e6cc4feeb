"""A fresh back for the risk lift: nothing lumbar-heavy before it, warm-up included."""

from __future__ import annotations

from collections.abc import Iterator

from planner.problem.problem import Problem, SessionProblem
from planner.problem.warm_up import certain
from planner.rules.kinds import OrderRule, sessions_of
from planner.rules.protocol import Build, Finding
from planner.workout.workout import Workout, WorkoutEntry

HEAVY = 2


class FreshBack(OrderRule):
    """Nothing else with lumbar strain >= 2 stands before a risk lift (Dolan & Adams 1998)."""

    id = "fresh_back"
    by_session = True
    kept = "the back is fresh for the risk lift"
    broken = "tires the back before"

    def clash(self, p: Problem, session: SessionProblem, before: WorkoutEntry,
              after: WorkoutEntry) -> bool:
        """Lumbar-heavy work before a risk lift."""
        tired = before.exercise.strain.lumbar >= HEAVY and not before.exercise.risk_lift
        return after.exercise.risk_lift and tired

    def build(self, m: Build) -> None:
        """Order the work, and no risk lift after a warm-up that tires the back."""
        super().build(m)
        for session in m.problem.sessions:
            tiring = certain(m.problem, session, lambda e: e.strain.lumbar >= HEAVY)
            risky = [(tiring, m.x(o)) for o in session.options if o.exercise.risk_lift]
            if risky and tiring:
                m.keep(session.id, m.total(risky), 0)

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Judge all entries before a risk lift."""
        for done, session in sessions_of(w, p):
            wrong = [(a, b) for i, b in enumerate(done.entries) for a in done.entries[:i]
                     if self.clash(p, session, a, b)]
            says = "; ".join(f"{a.exercise.name} {self.broken} {b.exercise.name}"
                             for a, b in wrong[:4])
            yield Finding(done.id, says or self.kept, over=len(wrong), asked=0,
                          reached=len(wrong))
