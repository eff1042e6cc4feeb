"""First what, then with whom: the same plan as when all is decided at once."""

from __future__ import annotations

import time
from typing import Any

import pytest

import planner
from catalog import load
from planner.rules import REGISTRY
from planner.solve import choosing
from planner.solve.choosing import Choices
from planner.solve.engine import Engine
from planner.solve.model import ModelBuilder
from planner.solve.search import Control, Run, run
from planner.solve.tiers import coverage, fitness, should, use_of_time
from tests.planner.test_api import few_of, fields
from tests.planner.test_optimal import INSTANCES
from tests.planner.test_together import model_of

REQUESTS = {p.id: p.request for p in load().programs}

SINGLE = [i for i in INSTANCES if len(i["request"]["sessions"]) == 1]


@pytest.fixture
def all_at_once(monkeypatch):
    """Switch the choosing off."""
    def switch() -> None:
        monkeypatch.setattr(Engine, "_by_choices", False)
    return switch


@pytest.fixture
def cheapest(monkeypatch):
    """Note what the choosing ends with, every time."""
    seen: list[Any] = []
    true = Choices.cheapest

    def noted(self):
        seen.append(true(self))
        return seen[-1]
    monkeypatch.setattr(Choices, "cheapest", noted)
    return seen


@pytest.mark.parametrize("name", ["men", "women", "home", "lower_back"])
def test_the_same_plan_either_way(name, cheapest, all_at_once):
    """Sessions of the article: chosen and then paired, or all in one search, it is one plan."""
    chosen = planner.plan(REQUESTS[name])
    assert [r.status for r in cheapest] == ["optimal"]

    all_at_once()
    plan = planner.plan(REQUESTS[name])

    assert len(cheapest) == 1
    assert plan.status == chosen.status == "optimal"
    assert plan.solver.tiers == chosen.solver.tiers
    assert plan.sessions == chosen.sessions


@pytest.mark.parametrize(("minutes", "end"), [(90, "optimal"), (30, None)])
def test_given_up_where_there_is_too_little_time(minutes, end, catalog, cheapest):
    """In half an hour no supersets save what the counting believes; in 90 minutes they need not.

    The plan is proved either way: what is given up is searched all at once.
    """
    sessions = [{"day": "mon", "minutes": minutes}]

    plan = planner.plan(fields(sessions=sessions), few_of(catalog))

    assert [r and r.status for r in cheapest] == [end]
    assert plan.status == "optimal"


def test_a_pairing_without_an_answer_proves_nothing(monkeypatch, cheapest):
    """The limits end the pairing of the first choice: it was not refuted, only not answered."""
    true = choosing.run
    calls: list[str] = []

    def limited(model, control, tier, **named):
        calls.append("counting" if named.get("linear") else "pairing")
        return true(model, control, tier, **named) if calls[-1] == "counting" else Run("unknown")
    monkeypatch.setattr(choosing, "run", limited)

    plan = planner.plan(REQUESTS["women"])

    assert calls == ["counting", "pairing"]
    assert cheapest == [None]
    assert plan.status == "optimal"


def test_no_choice_twice(monkeypatch):
    """What was tried is left out from then on."""
    tried: list[Any] = []
    true = Choices._paired

    def noted(self, choice, least):
        tried.append(tuple(sorted(choice.items())))
        return true(self, choice, least)
    monkeypatch.setattr(Choices, "_paired", noted)

    planner.plan(REQUESTS["upper_back"])

    assert len(tried) > 1
    assert len(set(tried)) == len(tried)


@pytest.mark.parametrize("build", [coverage, use_of_time, should, fitness])
@pytest.mark.parametrize("number", range(len(SINGLE)))
def test_counting_allows_whatever_can_be_done(number, build, catalog):
    """Without names a tier is never worse than with them, so a bound of it is one of both."""
    named = model_of(SINGLE[number], catalog)
    counted = ModelBuilder(named.problem, REGISTRY, named=False)
    control = Control(60, 1, 0, time.monotonic())
    found = []
    for model in (named, counted):
        model.cp.minimize(build(model).expr)
        found.append(run(model.cp, control, build.__name__))

    if found[0].status == "infeasible":
        return
    assert [r.status for r in found] == ["optimal", "optimal"]
    assert found[1].value <= found[0].value
