"""Strength is practised: the squat and the press come twice a week."""

from __future__ import annotations

from collections.abc import Iterator

from planner.catalog.body import so_many
from planner.problem.problem import Problem
from planner.problem.suitability import staples_of
from planner.rules.kinds import days_with
from planner.rules.protocol import Build, Finding
from planner.workout.workout import Workout

BASES = ("horizontal_push", "squat")


def lifts(p: Problem) -> dict[str, frozenset[tuple[int, str]]]:
    """Return the staples of each lift that should come back, by session; none where not asked."""
    return p.once("lift_days", _lifts)


def _lifts(p: Problem) -> dict[str, frozenset[tuple[int, str]]]:
    figures = p.setting("lift_days").figures
    if p.request.goal != "strength" or len(p.days) < figures["from_sessions"] or p.request.focus:
        return {}
    found = {}
    for basis in BASES:
        ids = frozenset((s.index, name) for s in p.sessions for name in staples_of(p, s, basis))
        if len({p.sessions[i].day for i, _ in ids}) >= figures["days"]:
            found[basis] = ids
    return found


class LiftDays:
    """A strength week of three days and more has its squat and its press on two of them."""

    id = "lift_days"

    def build(self, m: Build) -> None:
        """Count the days of each lift."""
        days = int(m.problem.setting(self.id).figures["days"])
        for basis, ids in lifts(m.problem).items():
            m.keep(basis, days - days_with(m, basis, ids), 0)

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Count the days again."""
        asked = lifts(p)
        days = int(p.setting(self.id).figures["days"])
        if not asked:
            yield Finding("week", "no strength week of three days and more",
                          status="not_applicable")
        for basis, ids in asked.items():
            on = {done.day for k, done in enumerate(w.sessions)
                  if any((k, i.exercise.id) in ids for i in done.work)}
            yield Finding(basis, f"on {so_many(len(on), 'day')}",
                          over=max(0, days - len(on)), asked=days, reached=len(on))
