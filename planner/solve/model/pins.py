"""Included exercises that no session may hold, told before anything is solved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planner.problem.problem import Problem
from planner.problem.warm_up import pinned_warm_ups
from planner.rules.include import sessions_of


def kept_out(problem: Problem) -> Iterator[tuple[str, Mapping[str, tuple[str, ...]]]]:
    """Yield each such exercise, and for every session it may stand in the rules that bar it.

    Rules that judge exercises one by one have done so when the problem was built.
    """
    if problem.setting("include").severity != "must":
        return
    warm = pinned_warm_ups(problem)
    for pin in problem.request.include:
        sessions = sessions_of(problem, pin)
        held = {s.id: o.barred for s in sessions for o in s.options if o.id == pin.exercise}
        if len(held) == len(sessions) and all(held.values()) and not any(
                pin.exercise in warm.get(s.index, ()) for s in sessions):
            yield pin.exercise, held
