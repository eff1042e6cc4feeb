"""Five sets of one exercise are enough."""

from __future__ import annotations

from collections.abc import Iterator

from planner.problem.problem import Problem
from planner.rules.kinds import sessions_of, sets_of
from planner.rules.protocol import Build, Finding
from planner.workout.workout import Workout


def most_sets(p: Problem) -> int:
    """Return the limit in force."""
    figures = p.setting("exercise_sets").figures
    return int(figures.get("limit", figures["should"]))


class ExerciseSets:
    """More than five sets of an exercise in a session gained nothing (hackett2018)."""

    id = "exercise_sets"
    by_session = True

    def build(self, m: Build) -> None:
        """Bound what may pass the limit; schemes seldom do, pins may."""
        most = most_sets(m.problem)
        for session in m.problem.sessions:
            for option in session.options:
                if option.sets[1] > most:
                    m.keep(session.id, m.n(option), most)

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Count the sets of each entry."""
        most = most_sets(p)
        for done, _ in sessions_of(w, p):
            over = [i for i in done.work if i.sets > most]
            says = ", ".join(f"{sets_of(i.sets)} of {i.exercise.name}" for i in over)
            yield Finding(done.id, says or f"at most {sets_of(most)} of an exercise",
                          over=sum(i.sets - most for i in over), asked=most,
                          reached=max((i.sets for i in done.work), default=0))
