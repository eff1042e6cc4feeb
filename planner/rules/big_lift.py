"""A session is built on a squat, a hinge or a press."""

from __future__ import annotations

from collections.abc import Iterator

from planner.problem.main_lift import asked_class
from planner.problem.problem import Problem, SessionProblem
from planner.problem.suitability import staples_of
from planner.rules.kinds import sessions_of
from planner.rules.protocol import Build, Finding
from planner.workout.workout import Workout

BASES = ("squat", "hinge", "horizontal_push", "vertical_push")
"""What 90 of 100 published sessions begin with (docs/reference/taste.md)."""


def big_lifts(p: Problem, session: SessionProblem) -> frozenset[str]:
    """Return the candidates that a session can be built on; none where it needs no main lift."""
    if asked_class(p, session) is None:
        return frozenset()
    return frozenset().union(*(staples_of(p, session, basis) for basis in BASES))


class BigLift:
    """The staple of a squat, a hinge or a press, in each session that needs a main lift."""

    id = "big_lift"
    by_session = True

    def build(self, m: Build) -> None:
        """Take at least one."""
        for session in m.problem.sessions:
            big = big_lifts(m.problem, session)
            if big:
                taken = [m.x(o) for o in session.options if o.id in big]
                m.keep(session.id, 1 - m.total((1, x) for x in taken), 0)

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Look for one."""
        for done, session in sessions_of(w, p):
            big = big_lifts(p, session)
            if not big or "equipment" in p.unknown:
                yield Finding(done.id, "no such lift is asked for", status="not_applicable")
                continue
            there = any(i.exercise.id in big for i in done.work)
            yield Finding(done.id, "built on a big lift" if there else
                          "no squat, hinge or press to build on", over=int(not there), asked=1,
                          reached=int(there))
