"""A session has a main lift, and its work begins with it."""

from __future__ import annotations

from collections.abc import Iterator

from planner.catalog import Exercise
from planner.problem.main_lift import asked_class
from planner.problem.problem import Problem, SessionProblem
from planner.rules.kinds import OrderRule, sessions_of
from planner.rules.protocol import Build, Finding
from planner.workout.workout import Workout, WorkoutEntry


class MainLift(OrderRule):
    """A compound of the heaviest class at hand; work begins with it or with a risk lift."""

    id = "main_lift"
    by_session = True
    kept = "work begins with a main lift"
    broken = "begins the work"

    def first(self, p: Problem, session: SessionProblem, entry: WorkoutEntry) -> bool:
        """Neither a risk lift nor a compound of the heaviest class."""
        asked = asked_class(p, session)
        return asked is not None and not (
            entry.exercise.risk_lift or _is_main(entry.exercise, asked))

    def build(self, m: Build) -> None:
        """Take at least one, and put one first."""
        super().build(m)
        for session in m.problem.sessions:
            asked = asked_class(m.problem, session)
            if asked is not None:
                mains = [o for o in session.options if _is_main(o.exercise, asked)]
                m.keep(session.id, 1 - m.total((1, m.x(o)) for o in mains), 0)

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Look for the lift, then at what begins the work."""
        for done, session in sessions_of(w, p):
            if "equipment" in p.unknown:
                yield Finding(done.id, "the equipment at hand is not known",
                              status="not_judged")
                continue
            asked = asked_class(p, session)
            if asked is None:
                yield Finding(done.id, "short, without a candidate, or not this goal's concern",
                              status="not_applicable")
                continue
            mains = [i for i in done.work if _is_main(i.exercise, asked)]
            word = asked.replace("_", " ")
            late = bool(done.work) and self.first(p, session, done.work[0])
            says = self.kept
            if not mains:
                says = f"no {word}, the heaviest class at hand"
            elif late:
                says = (f"work begins with {done.work[0].exercise.name}, "
                        f"not with a {word} or a risk lift")
            yield Finding(done.id, says, over=int(not mains) + int(late), asked=1,
                          reached=len(mains))


def _is_main(exercise: Exercise, asked: str) -> bool:
    return (exercise.compound and exercise.rest_class == asked)
