"""To the nearest load, and never too heavy for the effort that was asked for."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.loads.load import in_grams
from planner.loads.loadable import Loadable, Plated, Singles, Steps
from planner.loads.rounding import nearest
from planner.loads.sums import Counts
from planner.request.mass import Mass
from tests.planner.loads.conftest import counts, masses, tried

STEPS = st.sampled_from([1.0, 2.0, 2.5, 4.0, 5.0])
bars = st.builds(lambda plates, bar: Plated(plates, "pairs", bar), counts, masses)
singles = st.lists(masses, min_size=1, max_size=8).map(lambda found: Singles.of(found, "each"))


@tried
@given(st.one_of(bars, singles), st.floats(0.5, 300), STEPS)
def test_never_more_than_half_a_step_too_heavy(loads: Plated | Singles, kg: float,
                                               step: float) -> None:
    """What is returned is there, is at most half a step above, and no other such is nearer."""
    asked, half = in_grams(kg), Decimal(str(step)) * 500
    allowed = [one.grams for one in loads if one.grams <= asked + half]

    found = nearest(kg, loads, step)

    if not allowed:
        assert found.load is None
        assert "too heavy" in found.says
        return
    assert found.load is not None
    assert found.load.grams in allowed
    # The lighter one of two that are as near.
    assert found.load.grams == min(allowed, key=lambda grams: (abs(grams - asked), grams))


@tried
@given(st.floats(0, 500))
def test_where_nothing_is_known(kg: float) -> None:
    """Multiples of 2.5 kg, at most 1.25 away."""
    found = nearest(kg, Steps(Mass("2.5")), 2.5).load

    assert found is not None
    assert found.grams % 2500 == 0
    assert abs(found.grams - in_grams(kg)) <= 1250


PAIRS: Counts = ((Mass(20), 2), (Mass(5), 2))
BAR = Plated(PAIRS, "pairs", Mass(20))  # 20, 30, 60, 70
BELLS = Singles.of([Mass(16), Mass(20), Mass(24)], "each")


@pytest.mark.parametrize(("loads", "kg", "step", "load", "says"), [
    (BAR, 31, 2.5, "30 kg", ""),
    (BAR, 59, 2.5, "60 kg", ""),  # 1 kg too heavy, of 1.25
    # 58 is nearer to 60 than to 30, but 60 is 2 kg too heavy: more than half a step.
    (BAR, 58, 2.5, "30 kg", "there is nothing between 30 kg and 60 kg, and 58 kg is asked for"),
    (BAR, 58, 5, "60 kg", ""),  # legs go up by 5
    (BAR, 90, 5, "70 kg", "the heaviest there is, 70 kg, is too light: 90 kg is asked for"),
    (BAR, 15, 5, "None", "the lightest there is, 20 kg, is too heavy: 15 kg is asked for"),
    (BAR, 17.5, 5, "20 kg", ""),
    (BELLS, 18, 4, "16 kg", ""),  # as near to 20: the lighter
    (BELLS, 18.1, 4, "20 kg", ""),
])
def test_examples(loads: Loadable, kg: float, step: float, load: str, says: str) -> None:
    """A bar of 20 kg with a pair of 20 and of 5, and three kettlebells."""
    found = nearest(kg, loads, step)

    assert (str(found.load), found.says) == (load, says)
