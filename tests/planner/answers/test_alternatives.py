"""Plans that differ for real, and lose little."""

from __future__ import annotations

from itertools import combinations

import pytest

import planner
from planner.answers.alternatives import LOSS_SHARE, alternatives
from planner.request.errors import InputError
from tests.planner.answers.conftest import DAY, WEEK


def entries(plan):
    """Return a plan's work entries: an exercise on a day."""
    return {(s.id, e.exercise) for s in plan.sessions for e in s.entries if e.phase == "work"}


@pytest.mark.parametrize("request_", [
    {**DAY, "focus": ["legs", "chest"]}, WEEK], ids=["a day", "a week"])
def test_every_two_differ_by_a_third(few, request_):
    """Of any two plans' entries at most two thirds are shared, and each passes its audit.

    Against the best none is worse in coverage by more than 2 % of the summed targets, nor in
    quality by more than a tenth, or 150 points where that is more.
    """
    found = alternatives(request_, 3, 2.5, few)

    plans = [a.plan for a in found.plans]
    assert len(plans) == 3 or found.notes
    for one, other in combinations(plans, 2):
        shared = len(entries(one) & entries(other))
        assert 3 * shared <= 2 * min(len(entries(one)), len(entries(other)))
    best = plans[0]
    targets = sum(4 * c.target for c in best.coverage)
    for option in found.plans:
        assert planner.check(option.plan, catalog=few).ok
        coverage, quality = (t.value for t in option.plan.solver.tiers[:2])
        least = [t.value for t in best.solver.tiers[:2]]
        assert option.coverage_loss == coverage <= least[0] + LOSS_SHARE * targets
        assert option.quality == quality <= least[1] + max(0.1 * least[1], 150)
        assert option.dearer == quality - least[1] >= 0 or coverage > least[0]
        assert option.other_entries == len(entries(option.plan) - entries(best))


def test_a_plan_to_begin_with(planned, few):
    """A plan that is at hand is the first, and nothing is planned twice."""
    plan = planned(focus=["legs", "chest"])

    found = alternatives(plan.request, 2, 1.0, few, first=plan)

    assert plan in [a.plan for a in found.plans] or (
        found.plans[0].quality < plan.solver.tiers[1].value)


def test_one_is_no_choice(day, few):
    """One plan is the best, and says so; none is a mistake."""
    [only] = alternatives(day.request, 1, 1.0, few, first=day).plans

    assert (only.says, only.other_entries, only.difference) == (
        "The best that was found.", 0, None)
    with pytest.raises(InputError, match="whole number from 1 to 10, found 0"):
        alternatives(day.request, 0, 1.0, few)
