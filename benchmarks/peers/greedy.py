"""Best coverage per minute first, then repair: the kind of heuristic that applications use.

First whatever a rule demands (a warm-up, an include, a main lift), best gain
per second first. Then, as long as something helps and breaks nothing, the
exercise or the further set that lessens the coverage loss most per second.
Where a demand is still open, the entry that gives least per second makes room
for it and the filling begins again. It never takes back what it did otherwise,
and it is done in a moment: what it has after that, it has at the limit too.
"""

from __future__ import annotations

from benchmarks.peers.found import Clock, Found
from benchmarks.peers.problem import Selection
from benchmarks.peers.state import State, Thing

MOST_REPAIRS = 60


def solve(found: Selection, clock: Clock) -> Found:
    """Build one plan and repair it."""
    state = State(found)
    built_s = clock.now
    barred: set[tuple[int, str]] = set()
    for _ in range(MOST_REPAIRS):
        _demands(state, clock)
        _fill(state, clock, barred)
        if not state.missed or not clock.left:
            break
        loser = _least(state)
        if loser is None:
            break
        barred.add(loser.key)
        state.drop(loser)
    if state.missed:
        return Found("unknown", built_s=built_s, ended_s=clock.now)
    values = tuple(state.values)
    loss = state.linear.loss(values)
    return Found("feasible", values, None, [(clock.now, loss)], None, built_s, clock.now)


def _demands(state: State, clock: Clock) -> None:
    """Meet what rows demand before anything is chosen for its worth."""
    while state.missed and clock.left:
        best = max(((state.mends(c) > 0, state.gain(c) / max(1, s), -s, t.key, c)
                    for t, c, s in state.options(state.menders())
                    if state.mends(c) > 0 and not state.harm(c)),
                   default=None, key=lambda each: each[:4])
        if best is None:
            return
        state.apply(best[4])


def _fill(state: State, clock: Clock, barred: set[tuple[int, str]]) -> None:
    """Take the best gain per second until nothing gains."""
    while clock.left:
        steps = ((state.gain(c) / max(1, s), t.key, c) for t, c, s in state.options()
                 if t.key not in barred)
        # Whether a step breaks something costs most to know, so it is asked last.
        ranked = sorted((each for each in steps if each[0] > 0), key=lambda each: each[:2])
        best = next((c for _, _, c in reversed(ranked) if not state.harm(c)), None)
        if best is None:
            return
        state.apply(best)


def _least(state: State) -> Thing | None:
    """Return the entry that is missed least per second, among those with sets to give."""
    def worth(thing: Thing) -> float:
        lost = -state.gain(state.step(thing, 0))
        return lost / (thing.first_s + (state.sets(thing) - thing.low) * thing.more_s + 1)

    return min(state.chosen(), key=lambda t: (worth(t), t.key), default=None)
