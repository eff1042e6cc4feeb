"""A session has only so many work sets."""

from __future__ import annotations

from collections.abc import Iterator

from planner.catalog.body import so_many
from planner.problem.problem import Problem
from planner.rules.kinds import sessions_of
from planner.rules.protocol import Build, Finding
from planner.workout.workout import Workout


def most_sets(p: Problem) -> int:
    """Return the level's limit, or the request's own."""
    figures = p.setting("session_sets").figures
    return int(figures.get("limit", p.catalog.caps_by_id[p.request.level].session_sets))


class SessionSets:
    """At most 18 / 24 / 30 work sets by level."""

    id = "session_sets"
    by_session = True

    def build(self, m: Build) -> None:
        """Bound the sum of sets."""
        for session in m.problem.sessions:
            m.keep(session.id, m.total((1, m.n(o)) for o in session.options),
                   most_sets(m.problem))

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Add up the sets."""
        most = most_sets(p)
        for done, _ in sessions_of(w, p):
            sets = sum(i.sets for i in done.work)
            yield Finding(done.id, f"{so_many(sets, 'work set')}, at most {most}",
                          over=max(0, sets - most), asked=most, reached=sets)
