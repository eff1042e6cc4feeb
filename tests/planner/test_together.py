"""The last tiers as one sum: minimal exactly where they are, one after the other."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from catalog import load
from planner import fitness as fit
from planner.api import as_request, rule_book
from planner.audit import ledger
from planner.building import build_problem
from planner.checking import workout_of
from planner.plan import Plan
from planner.request import normalise
from planner.rules import REGISTRY
from planner.solve.bounds import Bounds
from planner.solve.course import Course
from planner.solve.engine import Engine, Solution
from planner.solve.model import ModelBuilder
from planner.solve.search import Control
from planner.solve.tiers import TIERS, Objective, coverage, fitness, should, tie_break, use_of_time
from planner.solve.together import Together, together
from tests.planner.test_optimal import INSTANCES, cut

PLANS = sorted((Path(__file__).parents[2] / "benchmarks/instances/plans").glob("*.json"))

SUM = Together("should", None, 0, (Objective("should", None), Objective("fitness", None, -5),
                                   Objective("tie_break", None)), (600, 20, 1))


def alone(build):
    """Return a tier under another name, so that it is minimised by itself."""
    def tier(model):
        return build(model)
    return tier


ALONE = tuple(map(alone, (coverage, use_of_time, should, fitness, tie_break)))


def held(workout):
    """Return what each session holds, by session."""
    return [frozenset(i.exercise.id for i in visit.work) for visit in workout.visits]


def model_of(instance, catalog):
    """Return the model of an instance."""
    known = cut(catalog, instance["exercises"])
    request = normalise(as_request(instance["request"]), known)
    return ModelBuilder(build_problem(request, known, rule_book()), REGISTRY)


def test_a_sum_says_what_each_tier_is_worth():
    """2 points at 600, 3 at 20 counted from -5, and 7: a fitness of -2."""
    assert SUM.split(2 * 600 + 3 * 20 + 7) == (2, -2, 7)
    assert SUM.names == ("should", "fitness", "tie_break")
    assert SUM.unit == 600


def test_only_a_step_towards_a_better_plan_is_told():
    """Less of a later tier is better only where the earlier ones are no worse."""
    control = Control(1, 1, 0, time.monotonic())
    control.reach(SUM, 2 * 600 + 3 * 20 + 7)

    assert control.better(SUM, 1 * 600 + 9 * 20 + 19) == 0  # should falls, whatever the rest
    assert control.better(SUM, 2 * 600 + 2 * 20 + 19) == 1  # fitness falls
    assert control.better(SUM, 2 * 600 + 3 * 20 + 7) is None
    assert control.better(SUM, 2 * 600 + 4 * 20 + 0) is None


@pytest.mark.parametrize("with_time", [False, True])
@pytest.mark.parametrize("number", range(len(INSTANCES)))
def test_together_or_one_by_one(number, with_time, catalog):
    """The last tiers in one search end where a search for each does, all of them proved.

    The last three are taken together, or with the use of time the last four.
    """
    courses = ((TIERS, Course(with_time=with_time)), (ALONE, Course()))
    both = [Engine(model_of(INSTANCES[number], catalog), Control(20, 1, 0, time.monotonic()),
                   tiers, course).solve() for tiers, course in courses]

    assert isinstance(both[0], Solution) == isinstance(both[1], Solution)
    if isinstance(both[0], Solution):
        assert both[0].tiers == both[1].tiers
        assert both[0].workout == both[1].workout


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_no_plan_comes_near_a_unit(path):
    """What a finished plan is worth by a tier is less than one point of the tier above it."""
    known = load()
    plan = Plan.model_validate_json(path.read_text(encoding="utf-8"))
    problem = build_problem(plan.request, known, REGISTRY)
    workout = workout_of(plan.sessions, problem)
    units = together(ModelBuilder(problem.narrowed(held(workout)), REGISTRY)).units

    assert fit.tie_break(workout, problem) < units[1]
    assert fit.fitness(workout, problem) < units[0] // units[1]


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_no_plan_breaks_so_many_wishes(path):
    """What broken should rules cost in a finished plan is below the bound, by far."""
    plan = Plan.model_validate_json(path.read_text(encoding="utf-8"))
    problem = build_problem(plan.request, load(), REGISTRY)
    workout = workout_of(plan.sessions, problem)

    bound = Bounds(ModelBuilder(problem.narrowed(held(workout)), REGISTRY)).should()

    assert sum(row.penalty for row in ledger(workout, problem, REGISTRY)) < bound
