"""A week for muscle has the small work that lifters expect of it."""

from __future__ import annotations

from collections.abc import Iterator

from planner.problem import Problem
from planner.rules.base import Build, Finding
from planner.workout import Workout


def movements(p: Problem) -> dict[str, frozenset[str]]:
    """Return the exercises of each small movement that a week is asked for.

    Asked of hypertrophy without a focus, from some minutes a week on.
    """
    return p.once("accessory_basis", _movements)


def _movements(p: Problem) -> dict[str, frozenset[str]]:
    minutes = sum(s.minutes for s in p.sessions)
    focused = bool(p.request.focus) or any(s.own_focus for s in p.sessions)
    if (p.request.goal != "hypertrophy" or focused or len(p.sessions) == 1
            or minutes < p.setting("accessory_basis").figures["from_minutes"]):
        return {}
    found: dict[str, set[str]] = {}
    for session in p.sessions:
        for option in session.options:
            pattern = p.catalog.pattern_by_id[option.exercise.pattern]
            if pattern.accessory and not option.barred:
                found.setdefault(pattern.id, set()).add(option.id)
    return {pattern: frozenset(ids) for pattern, ids in sorted(found.items())}


class AccessoryBasis:
    """A curl, a triceps extension, a lateral raise and a leg curl, at least once a week."""

    id = "accessory_basis"

    def build(self, m: Build) -> None:
        """Take at least one exercise of each movement."""
        for _, ids in movements(m.problem).items():
            taken = [m.x(o) for s in m.problem.sessions for o in s.options if o.id in ids]
            m.keep("week", 1 - m.total((1, x) for x in taken), 0)

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Name the movements that are missing."""
        asked = movements(p)
        if not asked:
            yield Finding("week", "no long week for muscle", status="not_applicable")
            return
        done = {item.exercise.pattern for _, item in w.work()}
        missing = [p.catalog.pattern_by_id[m].name.lower() for m in asked if m not in done]
        yield Finding("week", "missing: " + ", ".join(missing) if missing else
                      "the small work is there", over=len(missing), asked=len(asked),
                      reached=len(asked) - len(missing))
