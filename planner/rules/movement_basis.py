"""A whole-body week has every basic movement."""

from __future__ import annotations

from collections.abc import Iterator

from planner.problem import Problem
from planner.rules.base import Build, Finding
from planner.workout import Workout


def movements(p: Problem) -> dict[str, set[str]]:
    """Return the exercises that count for each basic movement a week can have.

    Strength wants the staple of each. Nothing is asked with a focus, or of a
    single session.
    """
    return p.once("movement_basis", _movements)


def _movements(p: Problem) -> dict[str, set[str]]:
    if p.request.focus or len(p.sessions) == 1 or any(s.own_focus for s in p.sessions):
        return {}
    found: dict[str, set[str]] = {}
    for session in p.sessions:
        for option in session.options:
            basis = p.catalog.pattern_by_id[option.exercise.pattern].basis
            staple = option.exercise.standing == "staple" or p.request.goal != "strength"
            if basis is not None and staple and not option.barred:
                found.setdefault(basis, set()).add(option.id)
    return found


class MovementBasis:
    """Squat, hinge, horizontal and vertical push and pull at least once each."""

    id = "movement_basis"

    def build(self, m: Build) -> None:
        """Take at least one exercise of each movement."""
        for _, ids in sorted(movements(m.problem).items()):
            taken = [m.x(o) for s in m.problem.sessions for o in s.options if o.id in ids]
            m.keep("week", 1 - m.total((1, x) for x in taken), 0)

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Name the movements that are missing."""
        asked = movements(p)
        if not asked:
            yield Finding("week", "not a whole-body week", status="not_applicable")
            return
        done = {p.catalog.pattern_by_id[item.exercise.pattern].basis for _, item in w.work()
                if item.exercise.standing == "staple" or p.request.goal != "strength"}
        missing = [b.replace("_", " ") for b in sorted(asked) if b not in done]
        yield Finding("week", ("missing: " + ", ".join(missing)) if missing else
                      "every basic movement is there", over=len(missing), asked=len(asked),
                      reached=len(asked) - len(missing))
