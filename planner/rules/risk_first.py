"""Deadlifts first: risk lifts come before all other work."""

from __future__ import annotations

from collections.abc import Iterator

from planner.problem.problem import Problem, SessionProblem
from planner.rules.kinds import OrderRule, names, sessions_of
from planner.rules.protocol import Build, Finding
from planner.workout.workout import Workout, WorkoutEntry


class RiskFirst(OrderRule):
    """A risk lift (skill >= 4, lumbar >= 2) stands before other work; at most two a session."""

    id = "risk_first"
    by_session = True
    kept = "risk lifts come first"
    broken = "stands before the risk lift"

    def clash(self, p: Problem, session: SessionProblem, before: WorkoutEntry,
              after: WorkoutEntry) -> bool:
        """Other work before a risk lift."""
        return after.exercise.risk_lift and not before.exercise.risk_lift

    def build(self, m: Build) -> None:
        """Order them, and take at most two."""
        super().build(m)
        most = int(m.problem.setting(self.id).figures["at_most"])
        for session in m.problem.sessions:
            risky = [o for o in session.options if o.exercise.risk_lift]
            if len(risky) > most:
                m.keep(session.id, m.total((1, m.x(o)) for o in risky), most)

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Judge the order, then the number."""
        yield from super().check(w, p)
        most = int(p.setting(self.id).figures["at_most"])
        for done, _ in sessions_of(w, p):
            risky = [i.exercise for i in done.work if i.exercise.risk_lift]
            if len(risky) > most:
                yield Finding(done.id, f"{len(risky)} risk lifts: {names(risky)}",
                              over=len(risky) - most, asked=most, reached=len(risky))
