"""Where the search of a longer week begins: as a coach does, with a split.

Moves of one or two sessions find it hard to sort lifts that are spread over all days; a plan
that is sorted is soon spread where that is better.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from planner.catalog.body import groups
from planner.problem.problem import Problem

SPLIT = "upper_lower"


def split_offers(problem: Problem, pool: Collection[str],
                 from_days: int) -> Iterator[list[frozenset[str]]]:
    """Yield what each session of a week is offered where the kinds of day take turns.

    Once for each kind that may begin; nothing for short weeks, and where a split is asked for.

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
