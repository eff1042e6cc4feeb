"""The best plan so far: how it begins, how it gets better, and what is proved of it."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from planner.judge.audit import broken_musts, ledger, worth
from planner.problem.problem import Problem
from planner.rules import REGISTRY
from planner.solve.model.variables import ModelBuilder
from planner.solve.objective.terms import coverage, quality, tie_break
from planner.solve.run import Control
from planner.solve.search.incumbent import Incumbent, holding
from planner.solve.search.kernel_search import weight_of_coverage
from planner.solve.search.neighbourhoods import Neighbourhood, neighbourhoods

FEW = {"bench_press", "seated_row", "lat_pulldown", "leg_press", "goblet_squat", "hammer_curl",
       "lateral_raise", "plank", "leg_curl", "db_bench", "triceps_pushdown"}

Make = Callable[..., Incumbent]


@pytest.fixture
def incumbent(make_problem) -> Make:
    """Return the incumbent of a fresh model over a few exercises."""
    def make(days: str = "mon", minutes: int = 45, names: set[str] = FEW, paired: bool = False,
             seconds: float = 60, **fields) -> Incumbent:
        problem = make_problem(days, minutes, **fields)
        problem = problem.narrowed([names] * len(problem.sessions))
        model = ModelBuilder(problem, REGISTRY, paired=paired)
        total = coverage(model).times(weight_of_coverage(problem)).plus(quality(model))
        return Incumbent(model, Control(seconds, 1, 0, time.monotonic()), total,
                         problem.catalog.price_by_id["rule_point"].points)
    return make


def value_of(best: Incumbent) -> int:
    """Return what the audit says that the best plan is worth."""
    problem: Problem = best.model.problem
    rows = ledger(best.workout, problem, REGISTRY)
    assert not broken_musts(rows)
    found = worth(best.workout, problem, rows)
    return weight_of_coverage(problem) * found.coverage + found.quality


@pytest.mark.parametrize("fields", [{}, {"days": "mon thu"}, {"paired": True, "minutes": 30},
                                    {"goal": "strength", "level": "advanced"}])
def test_any_plan_at_first(incumbent, fields):
    """The first plan keeps the must rules and is worth what the audit says."""
    best = incumbent(**fields)

    assert best.value is None
    assert best.first()
    assert best.own
    assert best.value == value_of(best)


def test_no_plan_at_first(incumbent):
    """In a minute there is none."""
    best = incumbent(minutes=1, warm_up={"raise_minutes": 0, "mobilise_minutes": 0})

    assert not best.first()
    assert not best.own


@pytest.mark.parametrize("days", ["mon", "mon thu"])
def test_pieces_only_make_it_better(incumbent, days):
    """Each improvement is a better plan, until no piece gives anything more."""
    best = incumbent(days=days)
    seen = []
    best.control.found = seen.append
    best.first()

    better = best.improve(neighbourhoods(best.model.problem), 0)

    assert better
    assert seen == sorted(seen, reverse=True)
    assert len(set(seen)) == len(seen)
    assert best.value == seen[-1] == value_of(best)
    assert not best.improve(neighbourhoods(best.model.problem), 0)


def test_enough_is_asked_before_each_piece(incumbent):
    """Who has enough at once gets the first plan."""
    best = incumbent()
    best.first()
    first = best.value

    assert not best.improve(neighbourhoods(best.model.problem), best.value)
    assert best.value == first


def test_each_piece_once(incumbent, monkeypatch):
    """A quick pass goes through the pieces in their order, and what is kept for a bound ends it."""
    best = incumbent(days="mon thu")
    best.first()
    parts = neighbourhoods(best.model.problem)
    tried = []
    planned = Incumbent._improved

    def noted(self, part, work):
        tried.append(part)
        if len(tried) == 3:
            self.control.kept_s = self.control.seconds
        return planned(self, part, work)

    monkeypatch.setattr(Incumbent, "_improved", noted)
    best.once(parts)

    assert tried == parts[:3]


def test_a_piece_leaves_the_rest(incumbent):
    """Planning Thursday anew leaves Monday as it was; the sets alone leave both exercises."""
    best = incumbent(days="mon thu")
    best.first()
    before = dict(best.held)

    best.improve([Neighbourhood((1,))], 0)
    assert {k: v for k, v in best.held.items() if k[0] == 0} == {
        k: v for k, v in before.items() if k[0] == 0}

    names = set(best.held)
    best.improve([Neighbourhood(sets=True)], 0)
    assert set(best.held) == names


@pytest.mark.parametrize("fields", [{}, {"paired": True, "minutes": 30}, {"supersets": "prefer",
                                    "paired": True}])
def test_proved_to_the_end(incumbent, fields):
    """A small session is searched to the end: nothing below the bound, which is its value."""
    best = incumbent(**fields)
    best.first()

    bound, status = best.prove(0)

    assert (bound, status) == (best.value, "optimal")
    assert best.value == value_of(best)


def test_proved_without_a_plan_to_begin_with(incumbent):
    """A proof finds the same plan by itself."""
    alone, begun = incumbent(), incumbent()
    begun.first()
    begun.improve(neighbourhoods(begun.model.problem), 0)

    assert alone.prove(0) == begun.prove(0)
    assert alone.value == begun.value


def test_nothing_to_prove(incumbent):
    """Where there is no plan the proof says so, and a bound that was known stays."""
    best = incumbent(minutes=1, warm_up={"raise_minutes": 0, "mobilise_minutes": 0})

    assert best.prove(17) == (17, "infeasible")
    assert best.value is None


def test_spent_limits_prove_nothing(incumbent):
    """With a plan and no time left the bound stays what it was."""
    best = incumbent()
    best.first()
    best.control.used_work = 10**6

    assert best.prove(5) == (5, "unknown")


@pytest.mark.parametrize("paired", [False, True])
def test_it_begins_with_a_known_plan(incumbent, paired):
    """What a workout holds, supersets included, is where another search begins."""
    first = incumbent(minutes=30, paired=paired, supersets="prefer")
    first.prove(0)
    again = incumbent(minutes=30, paired=paired, supersets="prefer")

    assert holding(first.workout) == first.held
    assert again.begin(holding(first.workout))
    assert again.value == first.value
    assert again.workout == first.workout


def test_it_begins_as_near_as_it_may(incumbent):
    """A plan that a model does not allow is begun with as far as it does.

    The known plan holds nothing that is offered but a bench press.
    """
    best = incumbent()

    assert best.begin({(0, "bench_press"): (3, False), (0, "deadlift"): (3, False)})
    assert (0, "bench_press") in best.held


def test_a_plan_of_less_is_taken(incumbent):
    """What was found among few is held among more, and is a solution there only when planned."""
    few, more = incumbent(names=FEW - {"db_bench"}), incumbent()
    few.prove(0)

    more.take(few)

    assert (more.value, more.held) == (few.value, few.held)
    assert not more.own
    bound, status = more.prove(0)
    assert status == "optimal"
    assert bound <= few.value


def test_choosing_among_equals(incumbent):
    """Of all plans that are as good the one of least weight, proved."""
    best = incumbent()
    best.prove(0)
    value, tie = best.value, tie_break(best.model)

    least, bound = best.settle(tie, 5.0)

    assert least == bound
    assert best.value == value == value_of(best)
    problem = best.model.problem
    assert worth(best.workout, problem, ledger(best.workout, problem, REGISTRY)).tie_break == least
