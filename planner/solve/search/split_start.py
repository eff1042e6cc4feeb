"""The start of the search of a longer week: a split, as a coach would begin.

Neighbourhoods of one or two sessions hardly ever turn a plan without a split into one with a split.
They easily turn a split into something better.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from planner.catalog.body import groups
from planner.problem.problem import Problem

SPLIT = "upper_lower"


def split_offers(problem: Problem, pool: Collection[str],
                 from_days: int) -> Iterator[list[frozenset[str]]]:
    """Yield the offers of each session of a week in which the kinds of day take turns.

    There is one result for each kind of day that may begin. There is none for a short week, nor
    where the request asks for a split itself.

    Parameters
    ----------
    pool
        Exercises to choose from, whatever the day.
    from_days
        The fewest training days of a longer week.
    """
    split = problem.catalog.split_by_id.get(SPLIT)
    if split is None or problem.request.split != "none" or len(problem.days) < from_days:
        return
    kinds = [frozenset(day.groups) for day in split.days]
    for turn in range(len(kinds)):
        of = {day: kinds[(k + turn) % len(kinds)] for k, day in enumerate(problem.days)}
        yield [frozenset(o.id for o in s.options if o.id in pool and (
            o.pinned or of[s.day].issuperset(groups(o.exercise, problem.catalog))))
            for s in problem.sessions]
