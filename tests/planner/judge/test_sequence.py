"""The cheapest sequence of blocks, against brute force on plain numbers."""

from __future__ import annotations

from itertools import pairwise, permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.judge import sequence
from planner.judge.sequence import Costs, cheapest

PRICES = st.sampled_from([0, 0, 0, 1, 2, 7, 10**15])


@st.composite
def costs(draw):
    """Draw the costs of up to five blocks, the first of which may stand two ways round."""
    count = draw(st.integers(1, 5))
    of = [*([0] if draw(st.booleans()) else []), *range(count)]

    def table(size):
        return [[draw(PRICES) for _ in range(size)] for _ in range(size)]

    return Costs(of, table(count), table(len(of)), [draw(PRICES) for _ in of])


def cost_of(c, ways):
    """Return what a sequence of ways costs, by the definition of the costs."""
    return (c.begin[ways[0]] + sum(c.step[a][b] for a, b in pairwise(ways))
            + sum(c.across[c.of[a]][c.of[b]] for k, b in enumerate(ways) for a in ways[:k]))


def every_sequence(c):
    """Yield all sequences: each block once, in one of its ways."""
    blocks = sorted(set(c.of))
    ways = {b: [k for k, of in enumerate(c.of) if of == b] for b in blocks}
    for order in permutations(blocks):
        yield from product(*(ways[b] for b in order))


@given(costs())
@settings(max_examples=200, deadline=None, derandomize=True)
def test_no_sequence_is_cheaper(c):
    """The cost is the least of all sequences, and the sequence has that cost."""
    found = cheapest(c)

    assert found.proved
    assert found.cost == cost_of(c, found.ways) == min(map(lambda w: cost_of(c, w),
                                                           every_sequence(c)))


@given(costs())
@settings(max_examples=200, deadline=None, derandomize=True)
def test_two_states_a_layer(c):
    """However few states are kept, a sequence comes out, and "proved" is said only where it is."""
    narrow = pytest.MonkeyPatch()
    with narrow.context() as patch:
        patch.setattr(sequence, "BEAM", 1)
        patch.setattr(sequence, "MOST_STATES", 2)
        found = cheapest(c)

    best = min(cost_of(c, ways) for ways in every_sequence(c))
    assert found.cost == cost_of(c, found.ways) >= best
    assert found.cost == best or not found.proved


def test_forty_blocks():
    """Forty blocks that must stand in one order: two to the forty sets need not be looked at."""
    count = 40
    ahead = [[10 if j < i else 0 for j in range(count)] for i in range(count)]
    free = [[0] * count for _ in range(count)]

    found = cheapest(Costs(range(count), ahead, free, [0] * count))

    assert (found.ways, found.cost, found.proved) == (tuple(range(count)), 0, True)
