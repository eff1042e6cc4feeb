"""What must appear appears, on its day and with its sets and reps."""

from __future__ import annotations

from collections.abc import Iterator

from planner.problem.problem import Problem, SessionProblem
from planner.problem.warm_up import pinned_warm_ups
from planner.request.request import DAYS, Include
from planner.rules.protocol import Build, Finding
from planner.workout.workout import Workout


def sessions_of(p: Problem, pin: Include) -> list[SessionProblem]:
    """Return the sessions that a pin speaks of."""
    return [s for s in p.sessions if pin.day in (None, s.id, DAYS[s.day])]


class IncludeRule:
    """Every pinned exercise stands in a session that its pin allows."""

    id = "include"

    def build(self, m: Build) -> None:
        """At least one of the sessions takes the exercise."""
        warm = pinned_warm_ups(m.problem)
        for pin in m.problem.request.include:
            sessions = sessions_of(m.problem, pin)
            if any(pin.exercise in warm.get(s.index, ()) for s in sessions):
                continue
            taken = [m.x(o) for s in sessions for o in s.options if o.id == pin.exercise]
            m.keep(pin.exercise, 1 - m.total((1, x) for x in taken), 0)

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Look for the pinned exercise with the pinned dose."""
        if not p.request.include:
            yield Finding("week", "nothing was included by name", status="not_applicable")
        for pin in p.request.include:
            ids = {s.id for s in sessions_of(p, pin)}
            found = any(
                entry.exercise.id == pin.exercise
                and pin.sets in (None, entry.sets)
                and pin.reps in (None, entry.dose.reps)
                for done in w.sessions if done.id in ids for entry in done.entries
            )
            name = p.catalog.exercise_by_id[pin.exercise].name
            yield Finding(pin.exercise, f"{name} is {'there' if found else 'missing'}",
                          over=0 if found else 1, asked=1, reached=int(found))
