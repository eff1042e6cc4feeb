"""No session of one movement only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from planner.problem import Problem, SessionProblem
from planner.rules.base import Build, Expr, Finding, visits
from planner.workout import Workout


def cap(p: Problem, session: SessionProblem) -> int:
    """Return how many entries of one pattern a session may hold."""
    setting = p.setting("pattern_cap")
    if "limit" in setting.figures:
        return int(setting.figures["limit"])
    few = len(session.patterns) < setting.figures["few_below"]
    return int(setting.figures["few_patterns" if few else "must"])


class PatternCap:
    """At most two work entries of a pattern; three where there are few patterns."""

    id = "pattern_cap"
    by_session = True

    def build(self, m: Build) -> None:
        """Count entries by pattern; included ones are spared."""
        for session in m.problem.sessions:
            most = cap(m.problem, session)
            alike: dict[str, list[tuple[int, Expr]]] = {}
            for option in session.options:
                if not option.pinned:
                    alike.setdefault(option.exercise.pattern, []).append((1, m.x(option)))
            for _, terms in sorted(alike.items()):
                if len(terms) > most:
                    m.keep(session.id, m.total(terms), most)

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Count again."""
        for visit, session in visits(w, p):
            most = cap(p, session)
            counts = Counter(i.exercise.pattern for i in visit.work
                             if not p.pinned(session, i.exercise.id))
            over = {k: v for k, v in sorted(counts.items()) if v > most}
            says = ", ".join(f"{v} entries of {k}" for k, v in over.items())
            yield Finding(visit.id, says or f"at most {most} entries of a pattern",
                          over=sum(v - most for v in over.values()), asked=most,
                          reached=max(counts.values(), default=0))
