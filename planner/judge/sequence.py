"""The cheapest sequence of blocks: a bounded Held-Karp dynamic program on numbers alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

BEAM = 24
"""States of a layer in the first pass, which finds a good sequence."""

MOST_STATES = 1500
"""States of a layer in the second pass, which proves it. Sessions of 14 blocks stay below it; a
session of 30 takes a quarter of a second."""


@dataclass(frozen=True)
class Costs:
    """What a sequence of blocks costs. A block may stand in one way, or in two.

    Attributes
    ----------
    of
        The block of each way.
    across
        By two blocks, the cost of the first anywhere before the second; never below 0.
    step
        By two ways, the cost of the second directly after the first.
    begin
        The cost of each way as the first.
    """

    of: Sequence[int]
    across: Sequence[Sequence[int]]
    step: Sequence[Sequence[int]]
    begin: Sequence[int]


@dataclass(frozen=True)
class Found:
    """The cheapest sequence that was found.

    Attributes
    ----------
    ways
        The ways of the blocks in their order.
    proved
        Whether no sequence is cheaper.
    """

    ways: tuple[int, ...]
    cost: int
    proved: bool


def cheapest(costs: Costs) -> Found:
    """Return the cheapest sequence of all blocks.

    A beam search gives a sequence; where it has left out a state, a second pass looks only at the
    states from which a cheaper one is possible.
    """
    program = _Program(costs)
    first = program.run(BEAM, None)
    assert first is not None, "a beam always reaches the end"
    if first.proved or first.cost <= program.least:
        return Found(first.ways, first.cost, True)
    second = program.run(MOST_STATES, first.cost)
    if second is not None:
        return second
    return Found(first.ways, first.cost, program.whole)


class _Program:
    """The dynamic program (Held and Karp 1962).

    Claim: what the blocks that are left cost depends only on which blocks are placed and on the
    last way. So the cheapest sequence is enough for each state, which is one number: ``placed *
    ways + last way``.

    Claim: of two blocks one comes first, so the smaller of their two costs is due in every
    sequence. Only what is above it is counted, when the first of them is placed. So the value of
    a state is a lower bound of every sequence through it (branch and bound), and equal to the
    cost at the end.
    """

    def __init__(self, costs: Costs) -> None:
        self._of, self._step, self._begin = costs.of, costs.step, costs.begin
        self._ways = len(costs.of)
        across, count = costs.across, len(costs.across)
        due = [[min(across[i][j], across[j][i]) for j in range(count)] for i in range(count)]
        self._above = [[across[i][j] - due[i][j] if i != j else 0 for j in range(count)]
                       for i in range(count)]
        self.least = sum(due[i][j] for i in range(count) for j in range(i))
        """A lower bound: what is due in every sequence."""
        self._blocks = count
        self.whole = True
        """Whether the last run looked at every state that it had to."""

    def run(self, width: int, below: int | None) -> Found | None:
        """Return the cheapest sequence, or None where none costs less than ``below``.

        Parameters
        ----------
        width
            The most states of a layer; the cheapest are kept.
        """
        self.whole = True
        came: dict[int, int] = {}
        layer = {(1 << self._of[k]) * self._ways + k: cost + self.least + sum(self._above[i])
                 for k, cost in enumerate(self._begin) for i in (self._of[k],)}
        for _ in range(self._blocks - 1):
            layer = self._narrowed(layer, width, below)
            layer = self._next(layer, came)
        if below is not None:
            layer = {state: cost for state, cost in layer.items() if cost < below}
        if not layer:
            return None
        state = min(layer, key=layer.__getitem__)
        cost = layer[state]
        ways = [state % self._ways]
        while state in came:
            state = came[state]
            ways.append(state % self._ways)
        return Found(tuple(reversed(ways)), cost, self.whole)

    def _narrowed(self, layer: dict[int, int], width: int, below: int | None) -> dict[int, int]:
        if below is not None:
            layer = {state: cost for state, cost in layer.items() if cost < below}
        if len(layer) <= width:
            return layer
        self.whole = False
        kept = sorted(layer, key=lambda state: (layer[state], state))[:width]
        return {state: layer[state] for state in kept}

    def _next(self, layer: dict[int, int], came: dict[int, int]) -> dict[int, int]:
        """Return the cheapest states with one more block placed, and note their predecessors."""
        grown: dict[int, int] = {}
        ways: dict[int, list[tuple[int, int, int]]] = {}
        count = self._ways
        for state, cost in layer.items():
            placed, last = divmod(state, count)
            if placed not in ways:
                ways[placed] = self._ahead(placed)
            follow = self._step[last]
            for k, price, new_state in ways[placed]:
                new = cost + price + follow[k]
                old = grown.get(new_state)
                if old is None or new < old:
                    grown[new_state] = new
                    came[new_state] = state
        return grown

    def _ahead(self, placed: int) -> list[tuple[int, int, int]]:
        """Return for each way of a block that is left its cost before the others, and its state."""
        left = [j for j in range(self._blocks) if not placed >> j & 1]
        price = {i: sum(self._above[i][j] for j in left) for i in left}
        return [(k, price[i], (placed | 1 << i) * self._ways + k)
                for k, i in enumerate(self._of) if i in price]
