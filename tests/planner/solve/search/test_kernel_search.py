"""From a request to its best plan: what is promised of every search."""

from __future__ import annotations

import random
import time
from typing import Any

import pytest

import planner
from planner.catalog import Catalog, load
from planner.judge.audit import broken_musts, ledger, worth
from planner.plans.make import rule_book
from planner.problem.build import build_problem
from planner.problem.problem import Problem
from planner.problem.shortlist import offers
from planner.problem.tally import coverage_loss
from planner.request.errors import Infeasible
from planner.request.request import as_request, normalise
from planner.rules import REGISTRY
from planner.solve.run import Control
from planner.solve.search import kernel_search as solver
from planner.solve.search.kernel_search import (
    NoSolution,
    Search,
    Solution,
    solve,
    weight_of_coverage,
)

WHOLE = load()
SHORT = {"sessions": [{"day": "mon", "minutes": 30}]}
WEEK = {"sessions": [{"day": d, "minutes": 45} for d in ("mon", "wed", "fri")]}
NONE = {"raise_minutes": 0, "mobilise_minutes": 0}


def problem_of(asked: dict[str, Any], catalog: Catalog) -> Problem:
    """Return the problem of a request."""
    return build_problem(normalise(as_request(asked), catalog), catalog, rule_book())


def control(seconds: float = 20.0, **fields: Any) -> Control:
    """Return the limits of a request that begins now."""
    return Control(seconds, 1, 0, time.monotonic(), **fields)


def solved(asked: dict[str, Any], catalog: Catalog, seconds: float = 20.0) -> Any:
    """Return what the solver finds for a request."""
    return solve(problem_of(asked, catalog), REGISTRY, control(seconds))


def values(found: Solution) -> tuple[int, ...]:
    """Return the value of every tier."""
    return tuple(t.value for t in found.tiers)


# A plan and its proof


@pytest.mark.parametrize("asked", [
    SHORT, {**SHORT, "goal": "strength"}, {**SHORT, "focus": ["chest"]},
    {**SHORT, "supersets": "prefer", "equipment": ["minimal"]},
    {**SHORT, "level": "novice", "equipment": ["minimal"]}])
def test_a_session_is_proved(asked, catalog):
    """Half an hour is searched to the end: all three tiers proved, and what the audit says."""
    found = solved(asked, catalog)
    problem = problem_of(asked, catalog)
    rows = ledger(found.workout, problem, REGISTRY)

    assert found.stopped_by == "proof"
    assert all(t.proved and t.bound == t.value for t in found.tiers)
    assert not broken_musts(rows)
    assert worth(found.workout, problem, rows).by_name() == {t.name: t.value for t in found.tiers}


def test_more_time_is_never_worse():
    """Of the whole catalogue: with ten times the time coverage and quality are no worse.

    A search under a limit goes the same way as one with more time, and further.
    """
    found = [solved(WEEK, WHOLE, seconds) for seconds in (1.0, 3.0, 10.0)]
    worth = [values(f)[:2] for f in found if isinstance(f, Solution)]

    assert len(worth) >= 2
    assert worth == sorted(worth, reverse=True)


@pytest.mark.parametrize("seconds", [0.5, 2.0])
def test_what_is_not_proved_says_so(seconds):
    """A week with little time: a plan, bounds below its values, and the limit that ended it."""
    found = solved(WEEK, WHOLE, seconds)
    if isinstance(found, NoSolution):
        assert found == NoSolution("limit")
        return

    assert found.stopped_by in ("deterministic", "wall")
    assert all(t.bound <= t.value for t in found.tiers)
    assert not found.tiers[1].proved
    assert not found.tiers[2].proved


def test_a_bound_is_below_every_plan(catalog):
    """What a short search says no plan can beat, a long one does not beat."""
    short, long = solved(WEEK, catalog, 1.0), solved(WEEK, catalog, 8.0)
    weight = weight_of_coverage(problem_of(WEEK, catalog))

    def of(found: Solution, what: str) -> int:
        return weight * getattr(found.tiers[0], what) + getattr(found.tiers[1], what)

    if short.tiers[0].proved:
        assert of(short, "bound") <= of(long, "value")
    assert short.tiers[0].bound <= long.tiers[0].value


# Limits, and whoever stops


def test_no_time(catalog):
    """A limit that has passed before anything began is a limit, not an impossibility."""
    late = Control(1.0, 1, 0, time.monotonic() - 5)

    assert solve(problem_of(WEEK, catalog), REGISTRY, late) == NoSolution("limit")


def test_a_stop_keeps_the_plan():
    """Who stops at the first plan gets it, or a better one, and it keeps every must rule."""
    limits = control(60)
    limits.should_stop = lambda: limits.first_plan_s is not None
    problem = problem_of(WEEK, WHOLE)

    found = solve(problem, REGISTRY, limits)

    assert found.stopped_by == "user"
    assert not broken_musts(ledger(found.workout, problem, REGISTRY))
    assert coverage_loss(found.workout, problem) == found.tiers[0].value


def test_everyone_is_told_of_better_plans(catalog):
    """Each plan that is told of is better than the one before, and the last is what comes out."""
    seen: list[Any] = []
    found = solve(problem_of(WEEK, catalog), REGISTRY, control(3.0, on_progress=seen.append))
    order = [(p.tier == "quality", -p.best) for p in seen]

    assert len(seen) > 1
    assert order == sorted(order)
    assert seen[-1].best == found.tiers[1 if seen[-1].tier == "quality" else 0].value


# The same every time


@pytest.mark.parametrize(("asked", "seconds"), [
    (SHORT, 20.0), (WEEK, 2.0), ({**WEEK, "supersets": "prefer", "goal": "strength"}, 2.0)])
def test_the_same_twice(asked, seconds):
    """The deterministic limit binds, so that the same request gives the same plan."""
    first, again = (solved(asked, WHOLE, seconds) for _ in range(2))

    if "wall" not in (first.stopped_by, again.stopped_by):
        assert first == again
    assert first.tiers[0].bound == again.tiers[0].bound


@pytest.mark.parametrize("seed", range(2))
def test_the_catalogues_order_changes_nothing(seed):
    """Shuffled, the same exercises give the same plan."""
    mixed = list(WHOLE.exercises)
    random.Random(seed).shuffle(mixed)
    other = WHOLE.model_copy(update={"exercises": tuple(mixed)})
    first, again = solved(SHORT, WHOLE), solved(SHORT, other)

    assert first.tiers[1].proved
    assert first == again


# What is offered, and what is refused


def test_a_plan_of_the_shortlist(catalog):
    """What a plan holds was offered, where the offers hold a plan."""
    problem = problem_of(SHORT, catalog)
    found = solve(problem, REGISTRY, control())
    [offered] = offers(problem)

    assert {i.exercise.id for i in found.workout.sessions[0].work} <= offered


@pytest.fixture
def searches(monkeypatch) -> list[tuple[int, bool]]:
    """Note how many options each search begins with, and whether it may pair them."""
    seen: list[tuple[int, bool]] = []
    true = Search.__init__

    def noted(self, problem, rules, limits, paired, *more):
        seen.append((sum(len(s.options) for s in problem.sessions), paired))
        true(self, problem, rules, limits, paired, *more)
    monkeypatch.setattr(Search, "__init__", noted)
    return seen


def test_everything_where_the_offers_hold_no_plan(searches, catalog):
    """A must rule that only a disliked exercise can keep: all that is allowed is searched."""
    few = catalog.model_copy(update={"exercises": tuple(
        catalog.exercise_by_id[e] for e in ("bench_press", "lateral_raise", "light_jog"))})
    asked = {**SHORT, "dislikes": ["bench_press"], "warm_up": NONE}

    found = solved(asked, few)

    assert [n for n, _ in searches] == [1, 2]
    assert "bench_press" in {i.exercise.id for i in found.workout.sessions[0].work}


@pytest.mark.parametrize(("fields", "paired"), [
    ({"supersets": "never"}, False),
    ({"supersets": "prefer"}, True),
    ({"supersets": "allow", "sessions": [{"day": "mon", "minutes": 20}]}, True),
    ({"supersets": "allow", "focus": ["biceps"], "sessions": [{"day": "mon", "minutes": 90}]},
     False),
])
def test_supersets_where_they_help(searches, catalog, fields, paired):
    """Preferred, or allowed where the minutes cannot hold what is wanted."""
    solved({**SHORT, **fields}, catalog, 5.0)

    assert searches[0][1] is paired


def test_supersets_where_nothing_fits_without(searches, catalog):
    """Two lifts by name that fit only as a superset are planned as one, where that is allowed.

    Alone each takes lead-in, three sets and two rests; together the rests are shared. The budget
    is what they take as a superset, in whole minutes.
    """
    asked: dict[str, Any] = {"warm_up": NONE, "focus": ["biceps", "triceps"], "include": [
        {"exercise": "hammer_curl", "sets": 5}, {"exercise": "triceps_pushdown", "sets": 5}],
        "rules": {"main_lift": "off", "compound_share": "off"}}
    options = {o.id: o.clock for o in problem_of({**asked, **SHORT}, catalog).sessions[0].options}
    alone = options["hammer_curl"].alone(5) + options["triceps_pushdown"].alone(5)
    minutes = alone // 60 - 1
    asked["sessions"] = [{"day": "mon", "minutes": minutes}]

    found = solved({**asked, "supersets": "allow"}, catalog)
    never = solved({**asked, "supersets": "never"}, catalog)

    together = {i.exercise.id: i.superset for i in found.workout.sessions[0].work}
    assert (together["hammer_curl"], together["triceps_pushdown"]) == ("A", "A")
    assert never == NoSolution("infeasible")


@pytest.mark.parametrize("asked", [
    {"sessions": [{"day": "mon", "minutes": 1}]},
    {**SHORT, "equipment": ["none"], "include": ["deadlift"]},
    {**SHORT, "level": "novice", "include": ["deadlift", "back_squat", "bench_press"],
     "sessions": [{"day": "mon", "minutes": 12}]}])
def test_only_the_impossible_is_refused(asked, catalog):
    """What is called infeasible is so for a search of everything, and a caller is told why."""
    problem = problem_of(asked, catalog)

    assert solve(problem, REGISTRY, control()) == NoSolution("infeasible")
    assert Search(problem, REGISTRY, control(), paired=True).solve() == NoSolution("infeasible")
    with pytest.raises(Infeasible):
        planner.plan(asked, catalog)


# Questions of the living plan


def test_a_question_adds_to_the_sum(catalog):
    """Points on an exercise keep it out; without them it is in."""
    problem = problem_of(SHORT, catalog)
    free = Search(problem, REGISTRY, control(), paired=False).solve()
    wanted = free.workout.sessions[0].work[0].exercise.id

    def priced(model: Any) -> solver.Objective:
        return solver.Objective([(10**5, model.x(o)) for o in model.problem.sessions[0].options
                                 if o.id == wanted])
    other = Search(problem, REGISTRY, control(), False, priced).solve()

    assert wanted not in {i.exercise.id for i in other.workout.sessions[0].work}


def test_a_search_begins_with_a_plan(catalog):
    """Given the best plan it is proved to be that, whatever time there would be to find it."""
    problem = problem_of(SHORT, catalog)
    best = Search(problem, REGISTRY, control(), paired=False).solve()
    held = {(0, i.exercise.id): (i.sets, False) for i in best.workout.sessions[0].work}

    again = Search(problem, REGISTRY, control(), False, None, held).solve()

    assert again == best


def test_whether_there_is_any(catalog):
    """A plan is found at once where there is one."""
    one, none = problem_of(SHORT, catalog), problem_of(
        {"sessions": [{"day": "mon", "minutes": 1}]}, catalog)

    assert Search(one, REGISTRY, control(), paired=False).any()
    assert not Search(none, REGISTRY, control(), paired=False).any()


# One sum, split into tiers


@pytest.mark.parametrize(("value", "bound", "coverage", "quality"), [
    (3040, 3040, (3, 3, True), (40, 40, True)),
    (3040, 3020, (3, 3, True), (40, 20, False)),
    (3040, 2010, (3, 2, False), (40, -500, False)),  # quality is bounded by half a quarter set
    (2990, 2990, (3, 3, True), (-10, -10, True)),  # wishes may be worth more than all costs
    (-10, -10, (0, 0, True), (-10, -10, True)),
])
def test_a_sum_in_tiers(catalog, value, bound, coverage, quality):
    """At 1000 points a quarter set: how many are missed, what is left, and what is proved."""
    search = Search(problem_of(SHORT, catalog), REGISTRY, control(), paired=False)
    search.weight = 1000

    first, second, last = search._tiers(value, bound, 7, 7)

    assert (first.value, first.bound, first.proved) == coverage
    assert (second.value, second.bound, second.proved) == quality
    assert (last.value, last.proved) == (7, quality[2])


def test_many_exercises_in_one_session(catalog):
    """Twenty-two that must all stand in ten hours: their orders are more than can be looked at."""
    work = [e.id for e in catalog.exercises if "work" in e.phases and e.rest_class is not None
            and set(e.equipment[0]) <= {"dumbbells", "bench", "mat"}][:22]
    asked = {"sessions": [{"day": "mon", "minutes": 600}], "include": work, "equipment": ["gym"],
             "level": "advanced", "rules": dict.fromkeys(
                 ["session_sets", "strain", "skill", "pattern_cap", "main_lift"], "off")}

    found = solved(asked, catalog, seconds=4)

    assert {i.exercise.id for i in found.workout.sessions[0].work} >= set(work)


def test_what_cannot_be_included_needs_no_search(few):
    """An exercise that is excluded as well: no time is needed to say no."""
    asked = {**SHORT, "include": ["deadlift"], "exclude": ["deadlift"], "equipment": ["gym"]}
    limit = control()

    assert solve(problem_of(asked, few), REGISTRY, limit) == NoSolution("infeasible")
    assert limit.used_work == 0


def test_without_a_relaxation(few, monkeypatch):
    """Where the linear program takes too long, a plan is found without its kernels."""
    monkeypatch.setattr(solver, "relaxed", lambda *_: "open")
    limit = control()

    found = solve(problem_of(SHORT, few), REGISTRY, limit)

    assert isinstance(found, Solution)
    assert found.tiers[0].proved
    assert not limit.reproducible
