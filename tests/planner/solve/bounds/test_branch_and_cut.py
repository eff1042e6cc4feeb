"""The bound by branch and cut: never above the best plan, near it, and within its time."""

from __future__ import annotations

import time

import pytest

from planner.rules import REGISTRY
from planner.solve import Control, Settings
from planner.solve.bounds.branch_and_cut import cut_bound
from planner.solve.bounds.relaxation import relaxed
from planner.solve.search.kernel_search import Search
from planner.solve.search.neighbourhoods import neighbourhoods
from tests.planner import brute
from tests.planner.plans.test_optimal import INSTANCES, problem_of

FEW = {"bench_press", "seated_row", "lat_pulldown", "leg_press", "goblet_squat", "hammer_curl",
       "plank", "leg_curl"}


def begun(problem, seconds=60.0, should_stop=None):
    """Return the search's own model with a first plan in it."""
    control = Control(seconds, 1, 0, time.monotonic(), should_stop=should_stop)
    whole = Search(problem, REGISTRY, control, problem.request.supersets != "never")._incumbent(
        problem)
    return whole if whole.first() else None


@pytest.mark.parametrize("number", range(len(INSTANCES)))
def test_no_plan_undercuts_the_bound(catalog, number):
    """Of all plans, counted out, none is better than the bound says."""
    problem = problem_of(catalog, INSTANCES[number])
    whole = begun(problem)
    if whole is None:
        return
    search = Search(problem, REGISTRY, whole.control, problem.request.supersets != "never")
    best = min(search.weight * loss + quality for _, (loss, quality, _) in
               brute.plans(problem, problem.request.supersets != "never"))

    assert 0 < whole.cut_bound(10) <= best


def test_it_is_better_than_the_relaxation(make_problem):
    """Of two short days the cuts close more than half of what the fractions leave open."""
    problem = make_problem("mon thu", 30)
    whole = begun(problem.narrowed([FEW, FEW]))
    whole.improve(neighbourhoods(whole.model.problem), 0)
    fractions = relaxed(whole.model, whole.total.expr, 60).bound

    bound = whole.cut_bound(20)

    assert fractions < bound <= whole.value
    assert 2 * (whole.value - bound) < whole.value - fractions


def test_a_solution_of_the_kernel_will_do(make_problem):
    """A plan that another model found is first completed in this one."""
    problem = make_problem("mon thu", 35).narrowed([FEW, FEW])
    first, second = begun(problem), begun(problem)
    second.improve(neighbourhoods(problem), 0)
    first._values = None
    first.take(second)

    assert 0 < first.cut_bound(10) <= first.value


def test_older_solutions_are_shorter(make_problem):
    """Cuts bring variables; a solution from before them is still one to begin with."""
    whole = begun(make_problem("mon", 45))
    whole.model.cp.new_bool_var("of a cut")

    assert 0 < whole.cut_bound(10) <= whole.value


@pytest.mark.parametrize(("limit", "seconds"), [(60, 0.0), (0.01, 10)])
def test_without_time_there_is_none(make_problem, limit, seconds):
    """No time for it, or none left: 0, which is below every sum."""
    whole = begun(make_problem("mon", 30))
    whole.control.seconds = limit

    assert cut_bound(whole.model, whole.total, whole.control, whole._values, whole.value,
                     seconds) == 0


def test_what_it_is_charged(make_problem):
    """All that it may take, so that what comes after is the same on any machine."""
    whole = begun(make_problem("mon", 30))
    before = whole.control.used_work

    whole.cut_bound(2.0)

    assert whole.control.used_work == pytest.approx(before + 2.0 * Settings().work_per_second)


def test_who_asks_it_to_stop_is_heard(make_problem):
    """A request to stop ends it."""
    asked = []
    whole = begun(make_problem("mon tue thu fri", 60))
    whole.control.should_stop = lambda: asked.append(1) or len(asked) > 2

    whole.cut_bound(20.0)

    assert whole.control.stopped
