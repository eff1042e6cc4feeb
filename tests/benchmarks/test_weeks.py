"""The figures of the example weeks are counted as the table says."""

from __future__ import annotations

import pytest

import planner
from benchmarks import weeks
from planner.plan import Tier


@pytest.fixture(scope="module")
def plan():
    """Return the plan of one session, with a coverage tier that was not proved."""
    found = planner.plan({"goal": "toning", "equipment": ["minimal"], "focus": ["lats", "abs"],
                          "sessions": [{"day": "mon", "minutes": 30}]})
    open_tier = Tier(name="coverage", value=10, bound=7, proved=False)
    solver = found.solver.model_copy(update={"tiers": (open_tier, *found.solver.tiers[1:])})
    return found.model_copy(update={"solver": solver})


def test_gap_is_a_share_of_the_summed_targets(plan):
    """3 quarter sets of open loss over all targets, themselves in quarter sets."""
    targets = sum(row.target for row in plan.coverage)

    assert weeks.gap(plan) == pytest.approx(100 * 3 / (4 * targets))


def test_row(plan):
    """A row has a cell for every column, and says what is not proved."""
    row = weeks.row("week_x", plan, 1.0)

    assert len(row) == len(weeks.COLUMNS)
    assert row[4:7] == ("10", "7", "no")
    assert row[8] == "4 of 5"


def test_limits_are_the_benchmarks_own():
    """The request's own limits are replaced, everything else stays."""
    from planner.reading import read_request

    for path in weeks.weeks():
        request = read_request(str(path))
        limited = weeks.limited(request, 7)

        assert (limited.limits.seconds, limited.limits.workers) == (7, 1)
        assert limited.sessions == request.sessions


def test_the_example_weeks_are_found():
    """All six example weeks are measured."""
    assert {path.stem for path in weeks.weeks()} >= {
        "week_back", "week_home", "week_hypertrophy", "week_low_back_pain", "week_mixed",
        "week_snacks"}
