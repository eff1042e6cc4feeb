"""Goals whose min a plan misses, and why as far as it is known, in a sentence or two."""

from __future__ import annotations

from collections.abc import Iterator

from planner.catalog.body import group_words, listed, so_many
from planner.problem.problem import Problem
from planner.problem.tally import tally
from planner.workout.dose import QUARTERS
from planner.workout.session_seconds import session_seconds
from planner.workout.workout import Workout


def shortfalls(p: Problem, w: Workout, proved: bool) -> Iterator[str]:
    """Yield a sentence for each reason why goals are below their min, with those goals.

    Parameters
    ----------
    proved
        Whether no plan comes nearer to the mins. Else neither time nor a limit is to blame yet.
    """
    got = tally(w, p)
    cheapest = p.once("cheapest", _cheapest)
    spare = _spare(p, w)
    nothing: list[str] = []
    time: list[str] = []
    limits: list[str] = []
    missing_s = 0.0
    for goal in p.goals:
        if got[goal.id] >= goal.min:
            continue
        said = (f"{group_words(goal.id)} ({got[goal.id] / QUARTERS:g} of "
                f"{so_many(goal.min / QUARTERS, 'set')})")
        if goal.id not in cheapest:
            nothing.append(group_words(goal.id))
            continue
        short_s = (goal.min - got[goal.id]) * cheapest[goal.id] - spare
        (time if short_s > 0 else limits).append(said)
        missing_s = max(missing_s, short_s)
    if not proved and time + limits:
        are = "is" if len(time + limits) == 1 else "are"
        yield (f"The minimum of {listed(time + limits)} {are} not reached; "
               "a longer search may come nearer.")
        time, limits = [], []
    if time:
        minutes = so_many(max(1, round(missing_s / 60)), "minute")
        yield (f"Time is short for the minimum of {listed(time)}: about {minutes} more would do, "
               "where limits on sets, strain and recovery allow it.")
    if nothing:
        yield f"Nothing at hand trains {listed(nothing)} directly enough to count."
    if limits:
        yield (f"Limits on sets, strain or recovery leave no room for the minimum of "
               f"{listed(limits)}.")


def _cheapest(p: Problem) -> dict[str, float]:
    """Return the fewest seconds that a quarter set takes, by goal; none where nothing gives any."""
    found: dict[str, float] = {}
    for option in {(o.id, o.clock): o for s in p.sessions for o in s.options}.values():
        each = option.clock.work_s + option.clock.rest_s
        for goal, quarters in option.gives.items():
            found[goal] = min(each / quarters, found.get(goal, each / quarters))
    return found


def _spare(p: Problem, w: Workout) -> int:
    return sum(max(0, s.budget_s - session_seconds(v.entries, p.timing))
               for v, s in zip(w.sessions, p.sessions, strict=True))
