"""What a better plan may hold: all that the prices of the linear program leave."""

from __future__ import annotations

from collections.abc import Sequence
from math import gcd

from planner.problem import Problem
from planner.solve.relaxation import Relaxation


def survivors(problem: Problem, relaxation: Relaxation, loss: int) -> list[frozenset[str]]:
    """Return all that a plan may hold which misses the goals by no more than a loss."""
    return [frozenset(o.id for o in s.options if relaxation.may(o, loss))
            for s in problem.sessions]


def better(problem: Problem, relaxation: Relaxation,
           loss: int) -> tuple[int, list[frozenset[str]]] | None:
    """Return the largest loss below another that a plan may have, and all it may hold; None: none.

    What may be in a better plan often gives to a goal in steps only, and then losses come in steps.
    """
    below = loss - 1
    while below >= relaxation.bound:
        left = survivors(problem, relaxation, below)
        step = loss_step(problem, left)
        if below < relaxation.least(step):
            return None
        if below % step == 0:
            return below, left
        below -= below % step
    return None


def loss_step(problem: Problem, offers: Sequence[frozenset[str]]) -> int:
    """Return what the coverage loss of every plan from some options is a multiple of."""
    units: dict[str, int] = {}
    for option in {o.id: o for s, ids in zip(problem.sessions, offers, strict=True)
                   for o in s.options if o.id in ids}.values():
        for name, gives in option.gives.items():
            units[name] = gcd(units.get(name, 0), gives)
    step = 0
    for goal in problem.goals:
        unit = units.get(goal.id, 0)
        for price, figure in ((4, goal.min), (1, goal.target), (2, goal.max)):
            step = gcd(step, goal.weight * price * gcd(unit, figure))
    return step or 1
