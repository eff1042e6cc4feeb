"""The focus is what each session is about."""

from __future__ import annotations

from collections.abc import Iterator

from planner.problem.option import Option
from planner.problem.problem import Problem, SessionProblem
from planner.rules.kinds import sessions_of
from planner.rules.protocol import Build, Finding
from planner.workout.workout import Workout


def serves(p: Problem, session: SessionProblem, option: Option) -> bool:
    """Whether an option trains the session's focus directly."""
    return any(p.trains(option.exercise, goal) == 1.0 for goal in session.focus)


def able(p: Problem) -> frozenset[int]:
    """Return the sessions that have something for their focus, whatever of it is offered."""
    return p.once("focus_days", lambda whole: frozenset(
        s.index for s in whole.sessions if any(serves(whole, s, o) for o in s.options)))


class FocusDays:
    """Every session that can trains the focus directly (a Monday without it is no focus)."""

    id = "focus_days"
    by_session = True

    def build(self, m: Build) -> None:
        """Take at least one such exercise."""
        for session in m.problem.sessions:
            taken = [m.x(o) for o in session.options if serves(m.problem, session, o)]
            if session.index in able(m.problem):
                m.keep(session.id, 1 - m.total((1, x) for x in taken), 0)

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Look for one."""
        for done, session in sessions_of(w, p):
            if not session.focus:
                yield Finding(done.id, "no focus", status="not_applicable")
                continue
            if session.index not in able(p):
                yield Finding(done.id, "nothing here can train the focus directly",
                              status="not_applicable")
                continue
            there = any(p.trains(i.exercise, goal) == 1.0 for i in done.work
                        for goal in session.focus)
            yield Finding(done.id, "the focus is trained" if there else
                          "nothing trains the focus directly", over=int(not there), asked=1,
                          reached=int(there))
