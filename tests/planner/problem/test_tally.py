"""The first tier, recomputed by hand."""

from __future__ import annotations

import pytest

from planner.problem.goals import CoverageGoal
from planner.problem.tally import coverage_loss, tally

LATS = CoverageGoal("lats", min=22, target=32, max=44)  # 5.5, 8 and 11 sets in quarters


@pytest.mark.parametrize(("sets", "loss"), [
    # 4 x below min + 2 x above max, in quarters: the target is the second tier's.
    (0, 4 * 22),
    (5, 4 * 2),
    (5.5, 0),
    (8, 0),
    (11, 0),
    (12, 2 * 4),
])
def test_loss(sets, loss):
    """Short of the min hurts twice as much as above the max, and in between nothing does."""
    assert LATS.loss(round(4 * sets)) == loss


def test_weight_multiplies_the_loss():
    """A goal of weight 3 loses three times as much, on either side."""
    heavy = CoverageGoal("lats", 22, 32, 44, weight=3)

    assert heavy.loss(0) == 3 * LATS.loss(0) > 0
    assert heavy.loss(60) == 3 * LATS.loss(60) > 0


def test_a_workout(make_problem, workout):
    """Three pulldowns, two rows and a deadlift for lats and biceps, one session."""
    problem = make_problem(focus=["lats", "biceps"])
    entries = [("deadlift", 5, 5), ("lat_pulldown", 3, 10), ("seated_row", 2, 10),
               ("barbell_curl", 1, 12)]
    done = workout(problem, entries)

    # Lats (deadlift 0.25 counts for nothing): 3 + 2 = 5 sets, 20 quarters, goal 22-32-44.
    # Biceps: half of 5, and a curl: 3.5 sets, 14 quarters. Two thirds of 6-10-16: 4, 6.5, 10.5,
    # in quarters 16-26-42.
    assert tally(done, problem) == {"biceps": 14, "lats": 20}
    assert coverage_loss(done, problem) == 4 * (22 - 20) + 4 * (16 - 14)


def test_the_warm_up_gives_nothing(make_problem, workout):
    """Bird dogs and pull-aparts to activate are no sets."""
    problem = make_problem(focus=["rear_delts"])
    done = workout(problem, [("band_pull_apart", 2, 15, "activate")])

    assert tally(done, problem) == {"rear_delts": 0}
