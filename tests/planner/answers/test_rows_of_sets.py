"""Sets that differ, in a plan that is lived with: they stay what they were."""

from __future__ import annotations

import pytest

import planner
from planner.answers.improve import improve
from planner.answers.replan import replan
from planner.answers.swap import swap

TEXT = """Monday
8min rowing machine
Deadlift 1x5 @ 85%, 3x5 @ 75%
3x8 Seated row
3x8 Bench press

Thursday
8min rowing machine
4x8 Bench press
3x10 Lat pulldown
"""


@pytest.fixture(scope="module")
def plan():
    """Return two days as a plan, with a top set and back-off sets on Monday."""
    return improve(TEXT, seconds=1).plan


def rows_of(plan, session="mon"):
    """Return the rows of the deadlift as sets and percent."""
    deadlift = next(e for e in plan.session(session).entries if e.exercise == "deadlift")
    return [(r.sets, r.percent_1rm) for r in deadlift.rows]


def test_a_swap_beside_them(plan):
    """Another entry goes; the top set and the back-off sets are left alone."""
    found = swap(plan, "mon", "bench_press")

    assert rows_of(found.options[0].plan) == [(1, 85), (3, 75)]
    assert planner.check(found.options[0].plan).ok


@pytest.mark.parametrize("change", [{"lost": ["thu"], "locked": ["mon:deadlift"]},
                                    {"minutes": {"mon": 40}},
                                    {"minutes": {"mon": 60}, "locked": ["mon:deadlift"]}])
def test_planned_anew(plan, change):
    """Monday gets what Thursday would have held, or other minutes; the deadlift stays as it is."""
    found = replan(plan, seconds=1, **change)

    assert rows_of(found.plan) == [(1, 85), (3, 75)]
    audit = planner.check(found.plan)
    assert audit.ok
    assert audit.tiers == {t.name: t.value for t in found.plan.solver.tiers}


def test_a_complaint_speaks_of_doses(plan):
    """Where a complaint limits the doses, it is planned with today's, and keeps the limits."""
    found = replan(plan, complaints=["shoulder_impingement"], seconds=1)

    assert planner.check(found.plan).ok
