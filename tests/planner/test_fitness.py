"""What an entry costs in the fourth tier, beyond what rules say."""

from __future__ import annotations

import pytest

from catalog import load
from planner.fitness import too_many_reps

KNOWN = load().exercise_by_id


@pytest.mark.parametrize(("exercise", "goal", "cost"), [
    ("deadlift", "hypertrophy", 0),  # 8 repetitions
    ("deadlift", "toning", 10),  # 15 of a risk lift
    ("power_clean", "strength", 0),  # 5 repetitions
    ("power_clean", "hypertrophy", 10),  # 8 of a fast lift
    ("power_clean", "toning", 20),  # 15 of both
    ("squat_jump", "hypertrophy", 0)])  # fast, but without a weight
def test_form_and_speed_go_before_strength(make_problem, exercise, goal, cost):
    """A risk lift in sets of 12 and more costs 10, a fast one with a weight beyond 6 as well."""
    assert too_many_reps(make_problem(goal=goal), KNOWN[exercise]) == cost
