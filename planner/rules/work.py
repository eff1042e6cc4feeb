"""A session holds work."""

from __future__ import annotations

from collections.abc import Iterator

from planner.catalog.body import so_many
from planner.problem.problem import Problem
from planner.rules.kinds import sessions_of
from planner.rules.protocol import Build, Finding
from planner.workout.workout import Workout


class Work:
    """At least one work entry in every session; a warm-up alone is no session."""

    id = "work"
    by_session = True

    def build(self, m: Build) -> None:
        """Choose at least one option."""
        for session in m.problem.sessions:
            m.keep(session.id, 1 - m.total((1, m.x(o)) for o in session.options), 0)

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Count the work entries."""
        for done, _ in sessions_of(w, p):
            count = len(done.work)
            yield Finding(done.id, so_many(count, "exercise"),
                          over=0 if count else 1, asked=1, reached=count)
