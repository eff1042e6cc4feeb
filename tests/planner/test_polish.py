"""What a week is improved by: pieces of it, again and again, and in the end all of it."""

from __future__ import annotations

import pytest

from planner.solve.polish import WORK_OF_ALL, WORK_PER_TRY, moves, neighbourhoods

NARROW, WIDE = [frozenset({"squat"})] * 4, [frozenset({"row"})] * 4


@pytest.mark.parametrize(("count", "freed"), [
    (2, [(0,), (1,), (0, 1)]),
    # Each, neighbours (the last day is next to the first), then the pair that is left.
    (4, [(0,), (1,), (2,), (3,), (0, 1), (1, 2), (2, 3), (0, 3), (0, 2), (1, 3)]),
])
def test_sessions_that_are_freed_together(count, freed):
    """Each alone, then neighbours, then any two."""
    assert list(neighbourhoods(count)) == freed


def test_three_neighbours_from_six_sessions_on():
    """A long week is freed three days at a time."""
    assert (4, 5, 0) not in neighbourhoods(6)
    assert (0, 4, 5) in neighbourhoods(6)


def test_bucket_by_bucket_then_everything_at_once():
    """Every piece with one bucket, then with the next; all sessions only when that is over."""
    first, again, last = moves(4, False, True, [NARROW, WIDE])

    assert first == []
    assert [m.offers for m in again] == [NARROW] * 10 + [WIDE] * 10
    assert {m.work for m in again} == {WORK_PER_TRY}
    assert [(m.free, m.offers, m.work) for m in last] == [
        ((0, 1, 2, 3), NARROW, WORK_OF_ALL), ((0, 1, 2, 3), WIDE, WORK_OF_ALL)]


def test_a_fresh_week_begins_without_supersets():
    """A whole week of entries alone first; what is offered at large is not searched all at once."""
    first, _, last = moves(4, True, True)

    assert [(m.free, m.supersets) for m in first] == [((0, 1, 2, 3), False)]
    assert last == []
