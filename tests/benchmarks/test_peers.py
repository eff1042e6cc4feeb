"""Peers solve the very rows of our model, and nobody's answer counts unjudged."""

from __future__ import annotations

import pytest

from benchmarks import part, peers
from benchmarks.suite import chosen
from planner import Request
from planner import catalog as catalog_package
from planner.problem.problem import Problem
from planner.request.files import read_request
from planner.rules import REGISTRY
from planner.solve.search.kernel_search import weight_of_coverage

TINY = {"goal": "health", "level": "novice", "equipment": ["none"], "focus": ["quads", "abs"],
        "sessions": [{"day": "mon", "minutes": 15}, {"day": "tue", "minutes": 15}]}


@pytest.fixture(scope="module")
def catalog():
    """Return the built-in catalogue."""
    return catalog_package.load()


@pytest.fixture(scope="module")
def tiny(catalog) -> Problem:
    """Return the part of two short sessions on neighbouring days."""
    return part.problem(Request.model_validate(TINY), catalog)


@pytest.fixture(scope="module")
def least(tiny) -> int:
    """Return its optimum, proved by plain CP-SAT."""
    found = peers.plain(tiny, 30, 0)
    assert found.proved
    return value(tiny, found)


def value(p: Problem, found: part.Found) -> int:
    """Return the audited sum of what a peer found."""
    worth, broken = part.judged(found.workout, p)
    assert (broken, found.missed) == ([], 0)
    return weight_of_coverage(p) * worth.coverage + worth.quality


@pytest.mark.parametrize("name", [n for n in peers.SOLVERS if n not in ("cpsat", "greedy")])
def test_exact_solvers_agree(tiny, least, name):
    """Whoever proves, proves the same value, and the audit counts it as the model does."""
    found = peers.SOLVERS[name][1](tiny, 30, 0)

    assert found.proved
    assert value(tiny, found) == least
    assert found.bound == pytest.approx(least)


def test_greedy_keeps_the_rules(tiny, least):
    """It breaks no must rule and cannot beat the optimum."""
    assert value(tiny, peers.SOLVERS["greedy"][1](tiny, 5, 0)) >= least


@pytest.mark.parametrize("instance", chosen(("article", "gym", "week")), ids=lambda i: i.id)
def test_the_program_holds_every_row(catalog, instance):
    """Nothing of the model is left out: each of its constraints is a row, enforced by nothing."""
    made = part.built(part.problem(read_request(str(instance.path)), catalog))
    proto = made.model.cp.proto

    assert not any(len(c.enforcement_literal) for c in proto.constraints)
    assert len(made.program.constraint) == len(proto.constraints)
    assert all(v.is_integer for v in made.program.variable)


def test_a_missed_row_is_counted(tiny):
    """Nothing chosen at all: some row asks for work."""
    made = part.built(tiny)

    assert made.missed([0] * len(made.program.variable)) > 0


def test_order_binds_no_choice_but_its_own(tiny):
    """Rules of order still demand their lifts, and judge nothing."""
    made = part.built(tiny)

    assert made.model.order_rules == []
    assert {r.id for r in part.RULES} == {r.id for r in REGISTRY}


def test_a_row_per_seed_and_limit(catalog, monkeypatch):
    """A proof within 2 s stands for the shorter limit as well; greedy takes no seed."""
    [instance] = chosen(("article",), ["article_home"])

    rows = list(peers.rows(instance, catalog, 2, ["tuned", "greedy"]))

    assert [(r["solver"], r["seed"], r["limit_s"]) for r in rows] == [
        ("tuned", 0, 10.0), ("tuned", 1, 10.0), ("greedy", 0, 10.0), ("greedy", 0, 2.0)]
    assert all(r["audit"] == "kept" for r in rows)
