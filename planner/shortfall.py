"""Goals whose min a plan misses, and the likely reason, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from planner.clock import session_seconds
from planner.dose import QUARTERS
from planner.problem import Problem
from planner.tally import tally
from planner.workout import Workout


def shortfalls(p: Problem, w: Workout) -> Iterator[str]:
    """Yield one sentence for every goal below its min."""
    got = tally(w, p)
    for goal in p.goals:
        if got[goal.id] >= goal.min:
            continue
        name = goal.id.replace("_", " ")
        start = f"{name}: min {goal.min / QUARTERS:g}, reached {got[goal.id] / QUARTERS:g}"
        cheapest = p.once("cheapest", _cheapest).get(goal.id)
        if cheapest is None:
            yield f"{start}: nothing among the candidates trains it with full credit."
            continue
        missing = goal.min - got[goal.id]
        short_s = missing * cheapest - _spare(p, w)
        if short_s > 0:
            minutes = max(1, round(short_s / 60))
            yield (f"{start}: {'the week is' if len(p.sessions) > 1 else 'the session is'} about "
                   f"{minutes} minute{'s' if minutes != 1 else ''} short.")
        else:
            yield f"{start}: caps on sets, strain or recovery leave no room for more."


def _cheapest(p: Problem) -> dict[str, float]:
    """Return the fewest seconds that a quarter set takes, by goal; none where nothing gives any."""
    found: dict[str, float] = {}
    for option in {(o.id, o.clock): o for s in p.sessions for o in s.options}.values():
        each = option.clock.work_s + option.clock.rest_s
        for goal, quarters in option.gives.items():
            found[goal] = min(each / quarters, found.get(goal, each / quarters))
    return found


def _spare(p: Problem, w: Workout) -> int:
    return sum(max(0, s.budget_s - session_seconds(v.items, p.catalog))
               for v, s in zip(w.visits, p.sessions, strict=True))
