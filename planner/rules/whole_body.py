"""A session for the whole body, by itself, pushes, pulls and trains the legs."""

from __future__ import annotations

from collections.abc import Iterator

from catalog import Exercise
from planner.problem import Problem, SessionProblem
from planner.rules.base import Build, Finding, visits
from planner.workout import Workout

SIDES = {"push": ("chest",), "pull": ("lats", "upper_back"),
         "legs": ("quads", "glutes", "hamstrings")}
"""Groups of which one has to be trained directly."""


def sides(p: Problem, session: SessionProblem) -> dict[str, frozenset[str]]:
    """Return what counts for each side that a single whole-body session can have."""
    return p.once("whole_body", lambda whole: [_sides(whole, s) for s in whole.sessions])[
        session.index]


def _sides(p: Problem, session: SessionProblem) -> dict[str, frozenset[str]]:
    if p.request.week or p.request.focus or session.own_focus:
        return {}
    found = {side: frozenset(o.id for o in session.options
                             if not o.barred and serves(p, o.exercise, side)) for side in SIDES}
    return {side: ids for side, ids in found.items() if ids}


def serves(p: Problem, exercise: Exercise, side: str) -> bool:
    """Whether an exercise is a compound that trains a side directly."""
    return exercise.compound and any(p.trains(exercise, g) == 1.0 for g in SIDES[side])


class WholeBody:
    """One session without a focus has a push, a pull and something for the legs."""

    id = "whole_body"
    by_session = True

    def build(self, m: Build) -> None:
        """Take at least one compound of each side."""
        for session in m.problem.sessions:
            for _, ids in sorted(sides(m.problem, session).items()):
                taken = [m.x(o) for o in session.options if o.id in ids]
                m.keep(session.id, 1 - m.total((1, x) for x in taken), 0)

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Name the sides that are missing."""
        for visit, session in visits(w, p):
            asked = sides(p, session)
            if not asked:
                yield Finding(visit.id, "not one session for the whole body",
                              status="not_applicable")
                continue
            missing = [side for side in asked if not any(
                serves(p, i.exercise, side) for i in visit.work)]
            yield Finding(visit.id, "missing: " + ", ".join(missing) if missing else
                          "pushes, pulls and trains the legs", over=len(missing),
                          asked=len(asked), reached=len(asked) - len(missing))
