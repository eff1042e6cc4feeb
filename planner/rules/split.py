"""A named split gives each session its groups."""

from __future__ import annotations

from planner.catalog import Exercise
from planner.problem.problem import Problem, SessionProblem
from planner.request.request import DAYS
from planner.rules.kinds import ExerciseRule


class SplitRule(ExerciseRule):
    """Work entries train directly only groups of their session's kind of day."""

    id = "split"
    by_session = True
    spares_included = True
    kept = "every entry belongs to its day"

    def applies(self, p: Problem) -> bool:
        """Only where a split is asked for."""
        return p.request.split != "none"

    def bars(self, problem: Problem, session: SessionProblem, exercise: Exercise) -> str | None:
        """Compare what the exercise trains directly with the day's groups."""
        if problem.request.split == "none":
            return None
        name, groups = day_of(problem, session)
        direct = {problem.catalog.muscle_by_id[m].group
                  for m, share in exercise.muscles.items() if share == 1.0}
        return None if direct <= groups else f"does not belong to a {name} day"


def day_of(problem: Problem, session: SessionProblem) -> tuple[str, set[str]]:
    """Return a session's kind of day and its groups: the kinds take turns over the days."""
    split = problem.catalog.split_by_id[problem.request.split]
    days = sorted({DAYS.index(s.day) for s in problem.request.sessions})
    kind = split.days[days.index(session.day) % len(split.days)]
    return kind.id, set(kind.groups)
