"""A pool of candidates for large catalogues: the likeliest of many.

With hundreds of candidates a session the model would be larger than the time
that a person waits. The pool keeps, per session, whatever was asked for by
name, the best few of every movement pattern and of every goal; what is decided
within it is a plan of the whole, but only a tier that reaches its least
possible value is proved.
"""

from __future__ import annotations

from planner.fitness import entry_cost
from planner.problem import Option, Problem, SessionProblem

POOL_FROM = 150
"""Sessions with fewer candidates are searched whole."""

PER_PATTERN = 2
PER_GOAL = 6


def pools(problem: Problem) -> list[frozenset[str]]:
    """Return the ids that each session is planned from."""
    return [pool(problem, s) for s in problem.sessions]


def pooled(problem: Problem) -> bool:
    """Whether any session has so many candidates that a pool is used."""
    return any(len(s.options) > POOL_FROM for s in problem.sessions)


def pool(problem: Problem, session: SessionProblem) -> frozenset[str]:
    """Return the likeliest candidates of a session, all of them where they are few."""
    if len(session.options) <= POOL_FROM:
        return frozenset(o.id for o in session.options)
    cost = {o.id: entry_cost(problem, session, o.exercise) for o in session.options}

    def rank(option: Option) -> tuple[float, int, str]:
        given = sum(option.gives.values()) or 0.5
        return (option.clock.work_s + option.clock.rest_s) / given, cost[option.id], option.id

    chosen = {o.id for o in session.options if o.pinned or o.id in problem.request.likes}
    by_pattern: dict[str, list[Option]] = {}
    for option in session.options:
        by_pattern.setdefault(option.exercise.pattern, []).append(option)
    for options in by_pattern.values():
        for kind in (True, False):
            alike = [o for o in options if o.exercise.compound is kind]
            alike.sort(key=lambda o: (cost[o.id], o.id))
            chosen.update(o.id for o in alike[:PER_PATTERN])
    for goal in problem.goals:
        useful = [o for o in session.options if goal.id in o.gives]
        by_cost = sorted(useful, key=lambda o: (-o.gives[goal.id], cost[o.id], o.id))
        chosen.update(o.id for o in by_cost[:PER_GOAL])
        chosen.update(o.id for o in sorted(useful, key=rank)[:PER_GOAL // 2])
    return frozenset(chosen)
