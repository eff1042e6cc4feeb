"""Stage by stage or all at once: the same optimum, and never more claimed than is so."""

from __future__ import annotations

import time

import pytest

import planner
from planner.api import as_request, rule_book
from planner.building import build_problem
from planner.errors import Infeasible
from planner.request import normalise
from planner.rules import REGISTRY
from planner.solve import pool, stages
from planner.solve.engine import Engine, NoSolution
from planner.solve.model import ModelBuilder
from planner.solve.search import Control
from planner.tally import coverage_loss
from tests.planner.test_optimal import INSTANCES, cut

WEEK = {"equipment": ["gym"], "limits": {"seconds": 3},
        "sessions": [{"day": "mon", "minutes": 30}, {"day": "thu", "minutes": 35}]}


@pytest.fixture
def staged(monkeypatch):
    """Let even the smallest problem go through the stages."""
    monkeypatch.setattr(stages, "FEW", 0)


@pytest.fixture
def crowded(staged, monkeypatch):
    """Let even the smallest problem count as one of many candidates."""
    monkeypatch.setattr(pool, "POOL_FROM", 0)
    monkeypatch.setattr(pool, "POOL_ONE_FROM", 0)


def plan_of(instance, catalog):
    """Return the plan of an instance; None where there is none."""
    try:
        return planner.plan(instance["request"], cut(catalog, instance["exercises"]))
    except Infeasible:
        return None


@pytest.fixture(scope="module")
def at_once(catalog):
    """Return the plans of the instances, each solved as one model."""
    return [plan_of(i, catalog) for i in INSTANCES]


def values(plan):
    """Return a plan's tiers."""
    return [t.value for t in plan.solver.tiers]


@pytest.mark.parametrize("number", range(len(INSTANCES)))
def test_stages_end_where_one_model_ends(number, at_once, catalog, staged):
    """Small enough to be searched whole: the same tiers, all proved, or no plan either."""
    found, known = plan_of(INSTANCES[number], catalog), at_once[number]

    assert (found is None) == (known is None)
    if found is not None:
        assert found.status == "optimal"
        assert values(found) == values(known)


@pytest.mark.parametrize("number", range(len(INSTANCES)))
def test_a_pool_claims_no_more_than_is_so(number, at_once, catalog, crowded):
    """From a pool: a plan where there is one, no better than the best, its bounds no higher."""
    found, known = plan_of(INSTANCES[number], catalog), at_once[number]

    assert (found is None) == (known is None)
    if found is not None:
        best, reached = values(known), values(found)
        assert reached >= best
        for tier, value, least in zip(found.solver.tiers, reached, best, strict=True):
            assert tier.bound <= value
            if value != least:
                assert not tier.proved
                break


def solved(catalog, request, seconds=5.0, tiers=stages.TIERS):
    """Return a problem and what the stages find for it."""
    problem = build_problem(normalise(as_request(request), catalog), catalog, rule_book())
    control = Control(seconds, 1, 0, time.monotonic())
    return problem, stages.solve(problem, REGISTRY, control, tiers)


def test_coverage_alone(catalog, crowded):
    """Asked for the first tier only: one tier, with a bound that the loss does not undercut."""
    problem, found = solved(catalog, WEEK, tiers=stages.TIERS[:1])

    tier, = found.tiers
    assert tier.name == "coverage"
    assert 0 < tier.bound <= tier.value == coverage_loss(found.workout, problem)


def test_little_time_is_enough_for_all_tiers(catalog, crowded):
    """However soon the limit comes after a first plan, every tier is reported."""
    _, found = solved(catalog, WEEK, seconds=0.4)

    assert [t.name for t in found.tiers] == [
        "coverage", "use_of_time", "should", "fitness", "tie_break"]
    assert found.stopped_by in ("deterministic", "wall")


def test_no_time(catalog, crowded):
    """A limit that has passed before anything began is a limit, not an impossibility."""
    _, found = solved(catalog, WEEK, seconds=0.0)

    assert found == NoSolution("limit")


def test_the_same_twice(catalog, crowded):
    """The deterministic limit binds: the same request gives the same week."""
    made = [solved(catalog, WEEK, seconds=4.0)[1] for _ in range(2)]

    if all(found.stopped_by != "wall" for found in made):
        assert made[0].workout == made[1].workout
    assert made[0].tiers[0].bound == made[1].tiers[0].bound


@pytest.mark.parametrize("number", range(len(INSTANCES)))
def test_goals_asked_for_as_such(number, at_once, catalog):
    """A plan as good as the best is found without an objective, and none that is better."""
    known = at_once[number]
    instance = INSTANCES[number]
    exercises = cut(catalog, instance["exercises"])
    problem = build_problem(normalise(as_request(instance["request"]), exercises), exercises,
                            rule_book())
    least = known.solver.tiers[0].value if known is not None else 10**5

    def asked(loss):
        control = Control(20, 1, 0, time.monotonic())
        return Engine(ModelBuilder(problem, REGISTRY), control, stages.TIERS[:1]).solve_at(loss)

    found, none = asked(least), asked(least - 1)

    if known is None:
        assert found == NoSolution("infeasible")
    else:
        assert coverage_loss(found.workout, problem) == least
        assert none == NoSolution("infeasible")


def test_a_crowded_session_is_searched_whole_in_the_end():
    """Ninety minutes in a full gym: hundreds of candidates, every tier proved of them all."""
    plan = planner.plan({"goal": "strength", "level": "novice", "equipment": ["gym"],
                         "sessions": [{"day": "mon", "minutes": 90}], "limits": {"seconds": 60}})

    assert plan.status == "optimal"
    assert plan.solver.stopped_by == "proof"
