"""No session of one movement only."""

from __future__ import annotations

from planner.problem.problem import Problem, SessionProblem
from planner.rules.kinds import PatternRule


class PatternCap(PatternRule):
    """At most two work entries of a pattern; three where there are few patterns."""

    id = "pattern_cap"
    by_session = True
    what = ("entry", "entries")

    def cap(self, p: Problem, session: SessionProblem) -> int:
        """Return how many entries of one pattern a session may hold."""
        figures = p.setting(self.id).figures
        if "limit" in figures:
            return int(figures["limit"])
        few = len(session.patterns) < figures["few_below"]
        return int(figures["few_patterns" if few else "must"])
