"""A session fits its minutes at the request's pace, to the second."""

from __future__ import annotations

from collections.abc import Iterator

from planner.problem.problem import Problem
from planner.rules.kinds import sessions_of
from planner.rules.protocol import Build, Finding
from planner.workout.session_seconds import session_seconds
from planner.workout.workout import Workout


class TimeBudget:
    """Seconds are at most minutes x 60; as `should`, each minute over costs."""

    id = "time_budget"
    by_session = True

    def build(self, m: Build) -> None:
        """Bound the exact length of every session."""
        for session in m.problem.sessions:
            m.keep_seconds(session, session.budget_s, unit_s=60)

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Add up the entries again."""
        for done, session in sessions_of(w, p):
            if "minutes" in p.unknown:
                yield Finding(done.id, "no minutes were given", status="not_judged")
                continue
            seconds = session_seconds(done.entries, p.timing)
            over = -(-max(0, seconds - session.budget_s) // 60)
            word = "over" if seconds > session.budget_s else "under"
            gap = abs(session.budget_s - seconds)
            yield Finding(done.id, f"{seconds // 60}:{seconds % 60:02d} of {session.minutes} "
                          f"minutes, {gap // 60}:{gap % 60:02d} {word}",
                          over=over, asked=session.budget_s, reached=seconds)
