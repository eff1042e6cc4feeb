"""What a week is improved by: pieces of it, in turn."""

from __future__ import annotations

import pytest

from planner.solve.neighbourhoods import Neighbourhood, neighbourhoods

SETS = Neighbourhood((), sets=True)


@pytest.mark.parametrize(("count", "freed"), [
    (1, [(0,)]),
    (2, [(0,), (1,), None, (0, 1)]),
    (3, [(0,), (1,), (2,), None, (0, 1), (1, 2), (2, 0)]),
    # Each, the sets of all, neighbours (the last day is next to the first), the pairs left.
    (4, [(0,), (1,), (2,), (3,), None, (0, 1), (1, 2), (2, 3), (3, 0), (0, 2), (1, 3)]),
])
def test_in_turn(count, freed):
    """Each session alone, the sets of all, neighbours, then any two."""
    assert neighbourhoods(count) == [
        SETS if sessions is None else Neighbourhood(sessions) for sessions in freed]


@pytest.mark.parametrize("count", range(2, 9))
def test_every_session_and_every_pair_once(count):
    """None is left out and none comes twice."""
    found = [frozenset(n.sessions) for n in neighbourhoods(count) if not n.sets]

    assert len(found) == len(set(found)) == count + count * (count - 1) // 2
    assert neighbourhoods(count).count(SETS) == 1
