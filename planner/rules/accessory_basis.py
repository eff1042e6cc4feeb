"""A week for muscle, or a focus, has the small work that lifters expect of it."""

from __future__ import annotations

from collections.abc import Iterator

from planner.problem.problem import Problem
from planner.rules.kinds import days_with
from planner.rules.protocol import Build, Finding
from planner.workout.workout import Workout

Options = frozenset[tuple[int, str]]


def movements(p: Problem) -> dict[str, Options]:
    """Return the exercises of each small movement that a week is asked for, by session.

    A week for muscle is asked for all from some minutes on, a focus for those that train it.
    """
    return p.once("accessory_basis", _movements)


def _movements(p: Problem) -> dict[str, Options]:
    focused = p.focused
    if not focused and (
            p.request.goal != "hypertrophy" or len(p.sessions) == 1
            or sum(s.minutes for s in p.sessions) < _figure(p, "from_minutes")):
        return {}
    found: dict[str, set[tuple[int, str]]] = {}
    for session in p.sessions:
        for option in session.options:
            pattern = p.catalog.pattern_by_id[option.exercise.pattern]
            if pattern.accessory and not option.barred and (
                    not focused or any(p.trains(option.exercise, g) == 1.0
                                       for g in session.focus)):
                found.setdefault(pattern.id, set()).add((session.index, option.id))
    return {pattern: frozenset(ids) for pattern, ids in sorted(found.items())}


def _figure(p: Problem, name: str) -> int:
    return int(p.setting("accessory_basis").figures[name])


def asked_days(p: Problem, ids: Options) -> int:
    """Return on how many days a small movement is asked for: more of what is in the focus."""
    days = len({p.sessions[i].day for i, _ in ids})
    return min(days, _figure(p, "focus_days") if p.focused else 1)


class AccessoryBasis:
    """A curl, a triceps extension, a lateral raise and a leg curl, those of a focus twice."""

    id = "accessory_basis"

    def build(self, m: Build) -> None:
        """Count the days of each movement."""
        for pattern, ids in movements(m.problem).items():
            m.keep("week", asked_days(m.problem, ids) - days_with(m, f"small {pattern}", ids), 0)

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Count the days again, and name the movements that are missing."""
        asked = movements(p)
        if not asked:
            yield Finding("week", "no long week for muscle, and no focus that has small work",
                          status="not_applicable")
            return
        short, missing = 0, []
        for pattern, ids in asked.items():
            on = {done.day for k, done in enumerate(w.sessions)
                  if any((k, i.exercise.id) in ids for i in done.work)}
            if len(on) < asked_days(p, ids):
                short += asked_days(p, ids) - len(on)
                missing.append(p.catalog.pattern_by_id[pattern].name.lower()
                               + (f" on {len(on)} day" if on else ""))
        total = sum(asked_days(p, ids) for ids in asked.values())
        yield Finding("week", "missing: " + ", ".join(missing) if missing else
                      "the small work is there", over=short, asked=total, reached=total - short)
