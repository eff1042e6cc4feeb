"""The linear relaxation: a bound that no plan undercuts, and prices that are no more than true."""

from __future__ import annotations

import time
from typing import Any

import pytest

from planner.catalog import Catalog
from planner.problem.problem import Problem
from planner.rules import REGISTRY
from planner.solve.bounds.relaxation import Relaxation, relaxed
from planner.solve.run import Control
from planner.solve.search.incumbent import Incumbent
from planner.solve.search.kernel_search import Search
from tests.planner import brute
from tests.planner.plans.test_optimal import INSTANCES, problem_of

NONE = {"raise_minutes": 0, "mobilise_minutes": 0}


def searched(problem: Problem, paired: bool) -> tuple[Incumbent, int]:
    """Return the model of a problem, and what a quarter set of coverage weighs in its sum."""
    search = Search(problem, REGISTRY, Control(60, 1, 0, time.monotonic()), paired)
    return search._incumbent(problem), search.weight


def plans_of(catalog: Catalog, instance: dict[str, Any]) -> tuple[Relaxation | None, list[Any]]:
    """Return the relaxation of an instance, and each plan's sum with what it holds."""
    problem = problem_of(catalog, instance)
    paired = problem.request.supersets != "never"
    whole, weight = searched(problem, paired)
    known = [(weight * loss + quality, w) for w, (loss, quality, _) in brute.plans(problem, paired)]
    return relaxed(whole.model, whole.total.expr, 60), known


@pytest.fixture(scope="module")
def relaxations(catalog: Catalog) -> list[tuple[Relaxation | None, list[Any]]]:
    """Return the relaxation and all plans of every instance."""
    return [plans_of(catalog, instance) for instance in INSTANCES]


@pytest.mark.parametrize("number", range(len(INSTANCES)))
def test_no_plan_undercuts_the_bound(relaxations, number):
    """The bound is not above the best of all plans; where there is a plan there is a bound."""
    relaxation, known = relaxations[number]

    if known:
        assert relaxation is not None
        assert relaxation.bound <= min(value for value, _ in known)


def test_bounds_are_near(relaxations):
    """In the middle of the instances a bound is less than a tenth below the best plan.

    A bound of nothing would be none. The best plans of the instances miss coverage, which weighs
    more than all the rest: what is a tenth of it is much of quality.
    """
    shares = sorted(r.bound / min(v for v, _ in known) for r, known in relaxations if known)

    assert len(shares) > 15
    assert shares[len(shares) // 2] > 0.9


@pytest.mark.parametrize("number", range(len(INSTANCES)))
def test_a_price_is_no_more_than_true(relaxations, number):
    """Each plan is worth at least the bound and the price of anything that it holds.

    So whatever costs more than the gap between the bound and a plan is in no better plan, and
    may be left out of a kernel. The bound is rounded up by less than one.
    """
    relaxation, known = relaxations[number]
    for value, workout in known:
        for k, done in enumerate(workout.sessions):
            for entry in done.work:
                price = relaxation.price[k][entry.exercise.id]
                assert price >= 0
                assert value >= relaxation.bound - 1 + price - 1e-6 * abs(value)


@pytest.mark.parametrize("number", range(len(INSTANCES)))
def test_a_kernel_of_the_gap_holds_the_best_plan(relaxations, number):
    """What costs no more than the gap is kept, so the kernel offers all of the best plan."""
    relaxation, known = relaxations[number]
    if not known:
        return
    value, best = min(known, key=lambda found: found[0])

    kernel = relaxation.kernel(value - relaxation.bound + 1)

    for offered, done in zip(kernel, best.sessions, strict=True):
        assert {i.exercise.id for i in done.work} <= offered


def test_kernels_grow(make_problem):
    """A kernel holds what the linear program chooses, and more the more it may cost."""
    whole, _ = searched(make_problem(), paired=False)
    relaxation = relaxed(whole.model, whole.total.expr, 60)

    none, few, all_of_it = (relaxation.kernel(points)[0] for points in (-1, 8, 10**9))

    assert set(relaxation.chosen[0]) == none < few < all_of_it
    assert all_of_it == whole.model.problem.sessions[0].at_hand


def test_a_relaxation_of_nothing(make_problem):
    """Where a must rule cannot be kept even in fractions there is no relaxation: one minute."""
    problem = make_problem(minutes=1, warm_up=NONE, rules={"main_lift": "off"})
    whole, _ = searched(problem, paired=True)

    assert relaxed(whole.model, whole.total.expr, 60) == "infeasible"


def test_the_same_twice(make_problem):
    """The linear program is the same every time, to the last price."""
    found = []
    for _ in range(2):
        whole, _ = searched(make_problem(), paired=False)
        found.append(relaxed(whole.model, whole.total.expr, 60))

    assert found[0] == found[1]
