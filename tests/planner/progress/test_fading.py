"""A level from observations that fade."""

from __future__ import annotations

import pytest

from planner.progress.fading import Fading

FLAT, NEVER_ODD = 1e-6, 1e9


def test_half_the_weight_after_the_half_life():
    """0 seen a half-life ago and 3 now: (0.5 x 0 + 1 x 3) / 1.5 = 2, with an error of 1/√1.5."""
    line = Fading(42, FLAT, NEVER_ODD)
    line.see(0, 1)
    line.wait(42)
    line.see(3, 1)

    assert line.at().value == pytest.approx(2)
    assert line.at().error == pytest.approx(1.5 ** -0.5)


def test_surer_observations_weigh_more():
    """Errors of 1 and 2 weigh 1 and 1/4: (1 x 10 + 0.25 x 20) / 1.25 = 12."""
    line = Fading(42, FLAT, NEVER_ODD)
    line.see(10, 1)
    line.see(20, 2)

    assert line.at().value == pytest.approx(12)


def test_a_line_is_found():
    """1 more each week, seen well for ten weeks, is a trend of 1."""
    line = Fading(42, 5, NEVER_ODD)
    for week in range(10):
        line.wait(7 if week else 0)
        line.see(week, 0.1)

    assert line.at().value == pytest.approx(9, abs=0.01)
    assert line.at().trend == pytest.approx(1, abs=0.01)


def test_two_observations_make_no_trend():
    """With a prior of ±0.01 a week a jump of 1 within a week stays a jump: the mean, no trend."""
    line = Fading(1e6, 0.01, NEVER_ODD)
    line.see(0, 1)
    line.wait(7)
    line.see(1, 1)

    assert line.at().value == pytest.approx(0.5, abs=0.01)
    assert abs(line.at().trend) < 0.001


def test_an_odd_one_weighs_less():
    """Ten times 100 with an error of 1, then 200: cut to 2 errors it moves the level little."""
    for odd, most in ((NEVER_ODD, 110), (2.0, 101)):
        line = Fading(1e6, FLAT, odd)
        for _ in range(10):
            line.see(100, 1)
        line.see(200, 1)

        assert 100 < line.at().value < most
