"""Random search: as many random plans as the time allows, the best one kept.

A plan is built from demands met at random, then from a random order of all
exercises: each is taken with as many sets as still help, where it breaks
nothing. No step is chosen for its worth; only a step that helps is taken.
"""

from __future__ import annotations

import random

from benchmarks.peers.found import Clock, Found
from benchmarks.peers.problem import Selection
from benchmarks.peers.state import State

SEED = 0


def solve(found: Selection, clock: Clock, seed: int = SEED) -> Found:
    """Draw plans until the limit."""
    dice = random.Random(seed)
    state = State(found)
    built_s = clock.now
    best: tuple[int, ...] | None = None
    least: int | None = None
    trace: list[tuple[float, int]] = []
    while clock.left:
        _empty(state)
        _demands(state, dice, clock)
        _draw(state, dice)
        if state.missed:
            continue
        loss = state.linear.loss(state.values)
        if least is None or loss < least:
            best, least = tuple(state.values), loss
            trace.append((clock.now, loss))
            if not loss:
                break
    bound = 0 if least == 0 else None
    status = "unknown" if best is None else "optimal" if least == 0 else "feasible"
    return Found(status, best, bound, trace, None, built_s, clock.now)  # type: ignore[arg-type]


def _empty(state: State) -> None:
    state.apply({v: -value for v, value in enumerate(state.values) if value})


def _demands(state: State, dice: random.Random, clock: Clock) -> None:
    """Meet what rows demand, by any step that helps and does no harm."""
    while state.missed and clock.left:
        mending = [c for _, c, _ in state.options(state.menders())
                   if state.mends(c) > 0 and not state.harm(c)]
        if not mending:
            return
        state.apply(dice.choice(mending))


def _draw(state: State, dice: random.Random) -> None:
    """Go through all exercises in a random order."""
    for thing in dice.sample(state.things, len(state.things)):
        for sets in range(thing.low, dice.randint(thing.low, thing.high) + 1):
            change = state.step(thing, sets)
            if not change or state.gain(change) <= 0 or state.harm(change):
                break
            state.apply(change)
