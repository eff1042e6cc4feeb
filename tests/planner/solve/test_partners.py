"""What says, by counting, that whoever is in a superset finds a partner."""

from __future__ import annotations

import time
from types import SimpleNamespace

import pytest
from planner.solve.engine import Engine, Solution
from planner.solve.search import Control, run

from planner.api import as_request, rule_book
from planner.building import build_problem
from planner.request import normalise
from planner.rules import REGISTRY
from planner.solve.extract import Reader
from planner.solve.model import ModelBuilder
from planner.solve.partners import camps, clique, places
from tests.planner.test_optimal import INSTANCES, cut

A, B, C, PAIRS = (SimpleNamespace(index=i) for i in range(4))

MEMBERS = [(SimpleNamespace(id=name), q) for name, q in zip("abc", (A, B, C), strict=True)]


@pytest.mark.parametrize(("row", "values", "over"), [
    # Two of a clique, and one superset: one of them has no partner.
    (clique(MEMBERS, frozenset("ab"), PAIRS), (1, 1, 0, 1), 1),
    (clique(MEMBERS, frozenset("ab"), PAIRS), (1, 0, 1, 1), 0),
    # One at the rack and one at the cable, and nothing that can be done anywhere.
    (places(MEMBERS, {"a": "rack", "b": "cable"}), (1, 1, 0, 1), 2),
    (places(MEMBERS, {"a": "rack", "b": "rack"}), (1, 1, 0, 1), 0),
    (places(MEMBERS, {"a": "rack"}), (1, 0, 1, 1), 0),
    # Of two camps only, the first finds nobody; with somebody beside both it does.
    (camps(MEMBERS, frozenset("a"), frozenset("b")), (1, 1, 0, 1), 1),
    (camps(MEMBERS, frozenset("a"), frozenset("b")), (1, 0, 1, 1), 0),
])
def test_who_is_left_without_a_partner(row, values, over):
    """Counted by hand: how many of a, b and c (the last value: supersets) are one too many."""
    assert max(0, row.over(values)) == over


def model_of(instance, catalog, lazy):
    """Return the model of an instance."""
    known = cut(catalog, instance["exercises"])
    request = normalise(as_request(instance["request"]), known)
    return ModelBuilder(build_problem(request, known, rule_book()), REGISTRY, lazy=lazy)


@pytest.mark.parametrize("number", range(len(INSTANCES)))
def test_at_once_or_when_needed(number, catalog):
    """Whether the rows are there from the start or learned, the search ends in one plan."""
    both = [Engine(model_of(INSTANCES[number], catalog, lazy),
                   Control(20, 1, 0, time.monotonic())).solve() for lazy in (True, False)]

    assert isinstance(both[0], Solution) == isinstance(both[1], Solution)
    if isinstance(both[0], Solution):
        assert both[0].tiers == both[1].tiers
        assert both[0].workout == both[1].workout


def test_a_row_is_learned_from_what_fails_it(make_problem):
    """Two heavy lifts as a superset: refused, and from then on there is no such solution."""
    problem = make_problem(equipment=["gym"], focus=["back", "chest"])
    model = ModelBuilder(problem, REGISTRY, lazy=True)
    reader = Reader(model)
    [session], [superset] = problem.sessions, model.supersets
    for name in ("bench_press", "bent_over_row"):
        model.cp.add(superset.inside[name, 3] == 1)
    for (name, _), inside in superset.inside.items():
        if name not in ("bench_press", "bent_over_row"):
            model.cp.add(inside == 0)
    control = Control(60, 1, 0, time.monotonic())
    found = run(model.cp, control, "coverage", first=True)
    items = reader.items(session, reader.choice(session, found.values))
    matcher = reader.matchers[session.index]

    assert not superset.stands(items, found.values, matcher)
    assert superset.learn(items, found.values, matcher)
    assert run(model.cp, control, "coverage", first=True).status == "infeasible"
