"""A session for the whole body pushes, pulls and trains the legs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planner.catalog import Exercise
from planner.problem.problem import Problem, SessionProblem
from planner.problem.sides import SIDES, serves
from planner.rules.kinds import sessions_of
from planner.rules.protocol import Build, Finding
from planner.workout.workout import Workout


def sides(p: Problem, session: SessionProblem) -> dict[str, frozenset[str]]:
    """Return what counts for each side that a whole-body session can have."""
    return p.once("whole_body", lambda whole: [_sides(whole, s) for s in whole.sessions])[
        session.index]


def _sides(p: Problem, session: SessionProblem) -> dict[str, frozenset[str]]:
    if p.request.focus or session.own_focus or p.request.split != "none":
        return {}
    if len(p.sessions) > 1 and not _whole(p, session):
        return {}
    found = {side: frozenset(o.id for o in session.options
                             if not o.barred and counts(p, session, o.exercise, side))
             for side in SIDES}
    return {side: ids for side, ids in found.items() if ids}


def _whole(p: Problem, session: SessionProblem) -> bool:
    """Whether a week's session is for the whole body: the days are few, or long enough."""
    figures = _figures(p)
    strength = p.request.goal == "strength"  # heavy sets take their time
    enough = session.minutes >= figures["strength_from_minutes" if strength else "from_minutes"]
    return len(p.days) <= figures["few_days"] or (enough and len(p.days) <= figures["most_days"])


def counts(p: Problem, session: SessionProblem, exercise: Exercise, side: str) -> bool:
    """Whether an exercise is what a side is asked for.

    Long enough a single session has the front of the legs in it, as its squat or leg press.
    """
    alone = len(p.sessions) == 1
    if side == "legs" and alone and session.minutes >= _figures(p)["quads_from_minutes"]:
        return exercise.compound and p.trains(exercise, "quads") == 1.0
    return serves(p, exercise, side)


def _figures(p: Problem) -> Mapping[str, float]:
    return p.setting("whole_body").figures


class WholeBody:
    """One session, or each of a few a week, has a push, a pull and something for the legs."""

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
        for done, session in sessions_of(w, p):
            asked = sides(p, session)
            if not asked:
                yield Finding(done.id, "not a session for the whole body",
                              status="not_applicable")
                continue
            missing = [side for side in asked if not any(
                counts(p, session, i.exercise, side) for i in done.work)]
            yield Finding(done.id, "missing: " + ", ".join(missing) if missing else
                          "pushes, pulls and trains the legs", over=len(missing),
                          asked=len(asked), reached=len(asked) - len(missing))
