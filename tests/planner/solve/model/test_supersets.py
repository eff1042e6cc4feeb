"""Supersets in the model: counted, not named; what cannot be matched is learned."""

from __future__ import annotations

import time

import pytest

from planner.rules import REGISTRY
from planner.solve.cuts.decode import Reader
from planner.solve.model.variables import ModelBuilder
from planner.solve.run import Control, Run, run
from tests.planner import brute
from tests.planner.plans.test_optimal import INSTANCES, problem_of

LIGHT = {"hammer_curl", "triceps_pushdown", "lateral_raise", "leg_extension", "leg_curl", "plank",
         "calf_raise", "seated_row"}
"""What may be paired with something of another muscle, as far as its place allows."""


def model_of(make_problem, names=LIGHT, **fields):
    """Return a model over a few exercises that may be paired, and its problem's session."""
    problem = make_problem(minutes=90, rules={"main_lift": "off", "compound_share": "off"},
                           **fields).narrowed([names])
    return ModelBuilder(problem, REGISTRY), problem.sessions[0]


def solution(model: ModelBuilder) -> Run:
    """Return any solution of a model."""
    return run(model.cp, Control(60, 1, 0, time.monotonic()), first=True)


def together(model: ModelBuilder, names: set[str], rounds: int = 3) -> None:
    """Ask for exactly these to be in supersets of so many rounds."""
    [superset] = model.supersets
    for (name, count), inside in superset.inside.items():
        model.cp.add(inside == int(name in names and count == rounds))


def test_who_is_in_one_has_its_rounds(make_problem):
    """Two in a superset of three rounds have three sets each."""
    model, session = model_of(make_problem)
    together(model, {"hammer_curl", "triceps_pushdown"})

    choice = Reader(model).choice(session, solution(model).values)

    assert choice.groups == (("hammer_curl", "triceps_pushdown"),)
    assert dict(choice.entries).items() >= {("hammer_curl", 3), ("triceps_pushdown", 3)}


@pytest.mark.parametrize("names", [{"hammer_curl"}, {"hammer_curl", "plank", "triceps_pushdown"}])
def test_nobody_is_alone_in_one(make_problem, names):
    """One, or three, of equally many rounds do not pair up."""
    model, _ = model_of(make_problem)
    together(model, names)

    assert solution(model).status == "infeasible"


def test_a_lonely_number_of_rounds(make_problem):
    """Where one exercise alone may have so many sets, it is in no superset of so many rounds."""
    model, _ = model_of(make_problem, {"hammer_curl", "plank"})
    assert {n for n, r in model.supersets[0].inside if r == 5} == {"hammer_curl"}
    model.cp.add(model.supersets[0].inside["hammer_curl", 5] == 1)

    assert solution(model).status == "infeasible"


@pytest.mark.parametrize("fields", [{"supersets": "never"}, {}])
def test_none_where_they_are_not_wanted(make_problem, fields):
    """Never, or in a model that is not paired, there are no such variables."""
    problem = make_problem(minutes=90, **fields).narrowed([LIGHT])
    model = ModelBuilder(problem, REGISTRY, paired="supersets" in fields)

    assert model.supersets[0].inside == {}
    assert model.supersets[0].savings() == []


def test_what_is_never_paired_has_no_variable(make_problem):
    """Barbell lifts and risk lifts are in no superset, so nothing is asked of them."""
    model, _ = model_of(make_problem, LIGHT | {"deadlift", "bench_press"})
    inside = {name for name, _ in model.supersets[0].inside}

    assert inside & {"deadlift", "bench_press"} == set()
    assert "hammer_curl" in inside


@pytest.mark.parametrize("names", [
    {"seated_row", "leg_extension"},  # two different stations
    {"hammer_curl", "seated_row"}])  # the biceps in both
def test_who_may_not_pair_is_refused(make_problem, names):
    """At once by counting, or learned when it occurs; then there is no such solution any more."""
    model, session = model_of(make_problem)
    together(model, names)
    reader = Reader(model)
    found = solution(model)
    if found.values:
        entries = reader.entries(session, reader.choice(session, found.values))
        assert model.supersets[0].learn(entries, found.values, reader.matchers[0])
        found = solution(model)

    assert found.status == "infeasible"


@pytest.mark.parametrize("number", range(len(INSTANCES)))
def test_no_cut_takes_a_plan_away(catalog, number):
    """Every plan's supersets are a solution, and save what the model believes at the most."""
    problem = problem_of(catalog, INSTANCES[number])
    if problem.request.supersets == "never":
        return
    session = problem.sessions[0]
    seen = set()
    for workout, _ in brute.plans(problem):
        done = workout.sessions[0]
        pairs = {i.superset for i in done.work} - {None}
        key = frozenset((i.exercise.id, i.sets, i.superset is not None) for i in done.work)
        if not pairs or key in seen or len(seen) == 5:
            continue
        seen.add(key)
        model = ModelBuilder(problem, REGISTRY)
        held = {i.exercise.id: i for i in done.work}
        for o in session.options:
            model.cp.add(model.x(o) == int(o.id in held))
            if o.id in held:
                model.cp.add(model.n(o) == held[o.id].sets)
        for (name, rounds), inside in model.supersets[0].inside.items():
            model.cp.add(inside == int(name in held and held[name].superset is not None
                                       and held[name].sets == rounds))
        model.cp.maximize(model.total(model.supersets[0].savings()))
        found = run(model.cp, Control(60, 1, 0, time.monotonic()))
        reader = Reader(model)
        by_name = {s: [i for i in done.work if i.superset == s] for s in sorted(pairs)}
        saved = reader.matchers[0].saved([tuple(p) for p in by_name.values()])

        assert found.values
        assert found.value >= saved


@pytest.mark.parametrize("rounds", [2, 3, 4])
def test_what_is_believed_of_two_is_exact(make_problem, rounds):
    """Of a single pair the counting is no estimate: the model saves what the matcher says."""
    model, session = model_of(make_problem)
    together(model, {"lateral_raise", "plank"}, rounds)
    model.cp.maximize(model.total(model.supersets[0].savings()))
    reader = Reader(model)

    found = run(model.cp, Control(60, 1, 0, time.monotonic()))
    entries = reader.entries(session, reader.choice(session, found.values))

    assert found.value == reader.matchers[0].saved([(entries["lateral_raise"], entries["plank"])])
