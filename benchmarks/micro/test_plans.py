"""Whole plans and their parts, timed: ``python -m pytest benchmarks/micro``.

Outside the normal test run (``testpaths``), and skipped where pytest-benchmark
is not installed. A timing of a wrong plan is worth nothing, so each asserts
the optimum that is known beforehand.
"""

from __future__ import annotations

from typing import Any

import pytest

import planner
from benchmarks.measure import Measure
from benchmarks.ours import measure
from benchmarks.peers import plain_cpsat
from benchmarks.peers.found import Clock
from benchmarks.peers.problem import selection
from benchmarks.suite import Instance, chosen
from catalog import Catalog, load
from planner import Request
from planner.building import build_problem
from planner.reading import read_request
from planner.request import normalise
from planner.rules import REGISTRY

pytest.importorskip("pytest_benchmark")

TINY = {"goal": "health", "level": "novice", "equipment": ["none"], "focus": ["quads", "abs"],
        "sessions": [{"day": "mon", "minutes": 15}]}
"""Small enough for a proof at once, too short for its goals."""


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """Return the built-in catalogue."""
    return load()


@pytest.mark.parametrize("instance", chosen(["article_*"]), ids=lambda i: i.id)
def test_article(benchmark: Any, catalog: Catalog, instance: Instance) -> None:
    """Coverage of an article session is proved, with the loss that a peer proved before."""
    request = read_request(str(instance.path))
    limits = request.limits.model_copy(update={"seconds": 5})
    whole = request.model_copy(update={"supersets": "never", "limits": limits})
    known = _optimum(whole, catalog)

    plan = benchmark(planner.plan, whole, catalog=catalog)

    assert plan.solver.tiers[0].proved
    assert plan.solver.tiers[0].value == known


def test_coverage_of_a_short_session(benchmark: Any, catalog: Catalog) -> None:
    """The coverage tier alone, on the part that the plain model expresses too."""
    request = Request.model_validate(TINY)
    known = _optimum(request, catalog)

    def once() -> Measure:
        into = Measure("tiny", "own", "selection", "error", 10)
        measure(request, catalog, into, part=True)
        return into

    into = benchmark(once)

    assert (into.status, into.value, into.bound) == ("optimal", known, known)
    assert into.audit == "kept"


def test_plain_model(benchmark: Any, catalog: Catalog) -> None:
    """The plain CP-SAT model on the same session, for comparison."""
    found = selection(Request.model_validate(TINY), catalog)

    solved = benchmark(lambda: plain_cpsat.solve(found.linear, Clock(10)))

    assert solved.status == "optimal"
    assert found.linear.loss(solved.values) == solved.bound


def test_build_problem(benchmark: Any, catalog: Catalog) -> None:
    """Request and catalogue put together, for the commonest week."""
    [instance] = chosen(["week_4x60_hypertrophy@own"])
    asked = normalise(read_request(str(instance.path)), catalog)

    problem = benchmark(build_problem, asked, catalog, REGISTRY)

    # Four equal sessions have equal candidates.
    assert len({s.at_hand for s in problem.sessions}) == 1


def test_check(benchmark: Any, catalog: Catalog) -> None:
    """The audit of a finished plan repeats the solver's first tier."""
    plan = planner.plan(TINY, catalog=catalog)

    audit = benchmark(planner.check, plan, catalog=catalog)

    assert audit.ok
    assert audit.coverage_loss == plan.solver.tiers[0].value


def _optimum(request: Request, catalog: Catalog) -> int:
    """Return the least coverage loss without supersets, proved by the plain model."""
    found = selection(request, catalog)
    solved = plain_cpsat.solve(found.linear, Clock(60))
    assert solved.status == "optimal"
    assert solved.values is not None
    return found.linear.loss(solved.values)
