"""A muscle gets only so many sets in one session."""

from __future__ import annotations

from collections.abc import Iterator

from planner.catalog.words import Severity
from planner.problem.problem import Problem
from planner.rules.kinds import sessions_of, sets_of
from planner.rules.protocol import Build, Expr, Finding
from planner.workout.workout import Workout

SEVERITIES: tuple[Severity, ...] = ("must", "should")


class SessionCap:
    """Sets x involvement of a muscle, credit left out: a must cap and a should cap."""

    id = "session_cap"
    by_session = True

    def build(self, m: Build) -> None:
        """Bound half sets of every muscle in every session."""
        setting = m.problem.setting(self.id)
        for session in m.problem.sessions:
            halves: dict[str, list[tuple[int, Expr]]] = {
                muscle.id: [] for muscle in m.problem.catalog.muscles}
            for option in session.options:
                sets = m.n(option)
                for muscle, share in option.exercise.muscles.items():
                    if share >= 0.5:
                        halves[muscle].append((round(2 * share), sets))
            for terms in filter(None, halves.values()):
                total = m.total(terms)
                for severity in SEVERITIES:
                    if severity in setting.figures:
                        m.keep(session.id, total, int(2 * setting.figures[severity]),
                               severity=severity)

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Add up each muscle again."""
        setting = p.setting(self.id)
        for done, _ in sessions_of(w, p):
            sets: dict[str, float] = {}
            for entry in done.work:
                for muscle, share in entry.exercise.muscles.items():
                    if share >= 0.5:
                        sets[muscle] = sets.get(muscle, 0.0) + entry.sets * share
            for severity in SEVERITIES:
                if severity in setting.figures:
                    yield _judge(done.id, sets, setting.figures[severity], severity, p)


def _judge(where: str, sets: dict[str, float], most: float, severity: Severity,
           p: Problem) -> Finding:
    over = {m: v for m, v in sorted(sets.items()) if v > most}
    says = ", ".join(f"{p.catalog.muscle_by_id[m].name} {sets_of(v)}" for m, v in over.items())
    return Finding(
        where, f"{says}; at most {most:g}" if says else f"no muscle above {sets_of(most)}",
        over=sum(int(2 * v) - int(2 * most) for v in over.values()), asked=most,
        reached=max(sets.values(), default=0.0), severity=severity)
