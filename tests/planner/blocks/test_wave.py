"""The wave of a block: how long its parts are, what each week asks for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.blocks.wave import FEWEST, MOST, mesocycles, wave
from planner.catalog import load

CATALOG = load()
GOALS = ("strength", "hypertrophy", "toning", "health", "maintenance")


@pytest.mark.parametrize(("weeks", "lengths"), [
    (4, (4,)), (6, (6,)), (8, (4, 4)), (12, (6, 6)), (13, (5, 4, 4)), (16, (6, 5, 5))])
def test_a_deload_every_four_to_six_weeks(weeks, lengths):
    """At most five loading weeks and one off: 13 weeks are three parts, the first the longest."""
    assert mesocycles(weeks, 5) == lengths


@given(st.integers(FEWEST, MOST), st.sampled_from(GOALS))
def test_every_week_has_its_place(weeks, goal):
    """Numbered from 1, each part ends with its one deload, never longer than the data say."""
    found = wave(weeks, goal, CATALOG)

    assert [w.week for w in found] == list(range(1, weeks + 1))
    for part in range(found[-1].mesocycle + 1):
        kinds = [w.kind for w in found if w.mesocycle == part]
        assert kinds[-1] == "deload"
        assert "deload" not in kinds[:-1]
        assert 1 <= len(kinds) - 1 <= CATALOG.blocks.most_loading_weeks


def test_a_month_of_hypertrophy():
    """Sets rise from 75 to 100 % in a line, the reserve falls from one more to one less."""
    found = [(w.kind, w.sets_percent, w.rir_more) for w in wave(4, "hypertrophy", CATALOG)]

    assert found == [("accumulation", 75, 1), ("accumulation", 88, 0), ("intensification", 100, -1),
                     ("deload", 50, 2)]


def test_eight_weeks_of_strength():
    """Over six loading weeks the repetitions go from one more to one less; each part begins anew.

    The line is 1, 0.6, 0.2, -0.2, -0.6, -1; halves are rounded up.
    """
    found = wave(8, "strength", CATALOG)

    assert [w.reps_more for w in found] == [1, 1, 0, 0, 0, -1, -1, -1]
    assert [w.sets_percent for w in found] == [100, 90, 80, 50, 100, 90, 80, 50]
