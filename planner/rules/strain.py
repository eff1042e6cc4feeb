"""Back, grip and the whole system have budgets."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from planner.catalog.body import so_many
from planner.problem.problem import Problem, SessionProblem
from planner.rules.kinds import sessions_of
from planner.rules.protocol import Build, Finding
from planner.workout.workout import Workout, WorkoutSession


def neighbours(p: Problem) -> list[tuple[SessionProblem, SessionProblem]]:
    """Return any two sessions on the same or on neighbouring days."""
    return [(a, b) for a, b in combinations(p.sessions, 2) if b.day - a.day <= 1]


class StrainRule:
    """Lumbar and grip points of a session, lumbar points of two, and systemic-3 entries."""

    id = "strain"

    def build(self, m: Build) -> None:
        """Bound the four sums."""
        caps = m.problem.catalog.caps_by_id[m.problem.request.level]
        lumbar = {}
        for session in m.problem.sessions:
            lumbar[session.id] = [(o.exercise.strain.lumbar, m.n(o)) for o in session.options
                                  if o.exercise.strain.lumbar]
            grip = [(o.exercise.strain.grip, m.n(o)) for o in session.options
                    if o.exercise.strain.grip]
            hard = [(1, m.x(o)) for o in session.options if o.exercise.strain.systemic == 3]
            for terms, most in ((lumbar[session.id], caps.lumbar), (grip, caps.grip),
                                (hard, caps.systemic_entries)):
                if terms:
                    m.keep(session.id, m.total(terms), most)
        for a, b in neighbours(m.problem):
            if lumbar[a.id] and lumbar[b.id]:
                m.keep(f"{a.id}+{b.id}", m.total(lumbar[a.id] + lumbar[b.id]), caps.lumbar_pair)

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Add up again."""
        caps = p.catalog.caps_by_id[p.request.level]
        for done, _ in sessions_of(w, p):
            grip = sum(i.sets * i.exercise.strain.grip for i in done.work)
            hard = sum(i.exercise.strain.systemic == 3 for i in done.work)
            for reached, most, what in ((lumbar_points(done), caps.lumbar, "lumbar point"),
                                        (grip, caps.grip, "grip point"),
                                        (hard, caps.systemic_entries, "")):
                says = so_many(reached, what) if what else f"{reached} of the hardest lifts"
                yield Finding(done.id, f"{says}, at most {most}",
                              over=max(0, reached - most), asked=most, reached=reached)
        by_id = {v.id: v for v in w.sessions}
        for a, b in neighbours(p):
            points = lumbar_points(by_id[a.id]) + lumbar_points(by_id[b.id])
            yield Finding(f"{a.id}+{b.id}", f"{so_many(points, 'lumbar point')} together, at most "
                          f"{caps.lumbar_pair}", over=max(0, points - caps.lumbar_pair),
                          asked=caps.lumbar_pair, reached=points)


def lumbar_points(done: WorkoutSession) -> int:
    """Return sets x lumbar strain over a session's work."""
    return sum(i.sets * i.exercise.strain.lumbar for i in done.work)
