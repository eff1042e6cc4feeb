"""Warm-up before work: entries follow the order of the phases."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from planner.catalog.body import so_many
from planner.catalog.words import PHASES
from planner.problem.problem import Problem, SessionProblem
from planner.request.request import warm_up_written
from planner.rules.kinds import sessions_of
from planner.rules.protocol import Build, Finding
from planner.workout.workout import Workout, WorkoutSession


class Phases:
    """raise, mobilise, activate, work, cool_down; work begins with its warm-up.

    Sessions are written phase by phase, so only the amount of warm-up is left to
    bind: the holds of a phase add up to what was asked.
    """

    id = "phases"
    by_session = True

    def build(self, m: Build) -> None:
        """Have enough to fill every warm-up phase with."""
        for session in m.problem.sessions:
            for part in session.warm_up if session.kept_warm_up is None else ():
                m.keep(session.id, len(part.holds) - len(part.options), 0, severity="must")

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Judge the order, then the warm-up's seconds."""
        for done, session in sessions_of(w, p):
            ranks = [PHASES.index(i.phase) for i in done.entries]
            late = sum(b < a for a, b in pairwise(ranks))
            says = so_many(late, "entry stands", "entries stand") + " after a later phase"
            yield Finding(done.id, says if late else "phases in order", over=late, asked=0,
                          reached=late)
            if session.warm_up and done.work:
                yield self._warm(done, session, p)

    def _warm(self, done: WorkoutSession, session: SessionProblem, p: Problem) -> Finding:
        """Judge the warm-up: there at all, and to the second where the request wrote it down."""
        held = {part.phase: sum(i.sets * (i.dose.hold_s or 0) for i in done.entries
                                if i.phase == part.phase) for part in session.warm_up}
        asked = {part.phase: sum(part.holds) for part in session.warm_up}
        says = ", ".join(f"{v} s of {k}" for k, v in held.items())
        if "warm_up" not in p.unknown and warm_up_written(p.request, session.index, p.catalog):
            over = sum(held[k] != asked[k] for k in asked)
            says += " (" + ", ".join(f"{v} asked" for v in asked.values()) + ")"
        else:
            over = 0 if any(held.values()) else len(asked)
        return Finding(done.id, says if any(held.values()) else "no warm-up", over=over,
                       asked=sum(asked.values()), reached=sum(held.values()))
