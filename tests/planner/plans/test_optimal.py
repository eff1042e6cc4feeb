"""Optimal means optimal: on tiny requests a brute force over every plan finds nothing better."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import planner
from planner.catalog import Catalog
from planner.plans.make import rule_book
from planner.plans.schema import Plan
from planner.problem.build import build_problem
from planner.problem.problem import Problem
from planner.problem.shortlist import offers
from planner.request.errors import Infeasible, InputError
from planner.request.request import as_request, normalise
from planner.rules import REGISTRY
from planner.solve.run import Control
from planner.solve.search.kernel_search import NoSolution, Search
from tests.planner import brute
from tests.planner.first_exercises import first_exercises

NONE = {"raise_minutes": 0, "mobilise_minutes": 0}

WARM_UP = ("light_jog", "arm_circles")

ORDER_RULES = {"risk_first", "fresh_back", "main_lift", "compound_first", "core_last",
               "focus_early", "failure_late", "grip_apart", "heavy_first"}


def case(exercises: str, sessions: str, focus: str = "", **fields: Any) -> dict[str, Any]:
    """Return an instance: the catalogue's work exercises, and the request in few words."""
    words = sessions.split()
    days = [{"day": d, "minutes": int(m)} for d, m in zip(words[::2], words[1::2], strict=True)]
    return {"exercises": [*exercises.split()], "request": {
        "equipment": ["gym", "partner", "stairs"], "sessions": days, "focus": focus.split(),
        "limits": {"seconds": 60}, **fields}}


INSTANCES = [
    case("roll_down romanian_deadlift triceps_pushdown shrug", "mon 25",
         goal="hypertrophy", level="advanced", supersets="allow", focus="legs pull",
         rules={"skill": "should"}, include=[{"exercise": "triceps_pushdown", "sets": 3,
         "reps": 5}], warm_up=NONE),
    case("calf_raise goblet_squat", "mon 40 wed 15", goal="maintenance", level="novice",
         supersets="prefer", focus="push arms", rules={"grip_apart": "off"}, warm_up=NONE),
    case("band_pull_apart db_shoulder_press", "mon 25 wed 15", goal="health",
         level="intermediate", supersets="prefer", focus="push pull", rules={"strain":
         "should"}, include=[{"exercise": "band_pull_apart", "sets": 1, "day": "wed"}]),
    case("push_up_plus hip_abduction hammer_curl", "mon 30 wed 12", goal="maintenance",
         level="advanced", supersets="allow"),
    case("t_bar_row external_rotation kb_swing", "mon 30", goal="toning",
         level="advanced", supersets="never", focus="legs shoulders",
         include=[{"exercise": "kb_swing"}]),
    case("deadlift seated_row bent_over_row", "mon 40", goal="strength", level="advanced",
         supersets="never", focus="legs arms", warm_up=NONE),
    case("bent_over_row romanian_deadlift hanging_knee_raise power_clean", "mon 20",
         goal="health", level="intermediate", supersets="prefer", rules={"main_lift":
         "off"}, warm_up=NONE),
    case("kb_deadlift back_extension", "mon 12 mon 15", goal="maintenance",
         level="advanced", supersets="allow", rules={"focus_early": "must", "relevant":
         "off"}, include=[{"exercise": "kb_deadlift", "sets": 6}]),
    case("pull_up bench_press overhead_press", "mon 12", goal="strength",
         level="advanced", supersets="allow", focus="back shoulders",
         include=[{"exercise": "overhead_press", "sets": 6}], warm_up=NONE),
    case("romanian_deadlift band_pull_apart curl_21s", "mon 20", goal="hypertrophy",
         level="novice", supersets="never", rules={"grip_apart": "must"},
         include=[{"exercise": "romanian_deadlift", "sets": 6, "reps": 8}]),
    case("lat_pulldown kb_swing", "mon 40 wed 12", goal="hypertrophy",
         level="intermediate", supersets="allow", rules={"strain": "should"},
         include=[{"exercise": "lat_pulldown", "sets": 3, "reps": 20}]),
    case("bent_over_row curl_21s", "mon 40 tue 15", goal="hypertrophy", level="novice",
         supersets="prefer", include=[{"exercise": "curl_21s", "sets": 1, "reps": 8,
         "day": "tue"}]),
    case("superman_plank hanging_knee_raise", "mon 60 wed 30", goal="health",
         level="intermediate", supersets="allow", include=[{"exercise": "superman_plank",
         "sets": 6, "day": "wed"}]),
    case("dead_bug db_shoulder_press power_clean", "mon 12", goal="health",
         level="intermediate", supersets="allow", include=[{"exercise": "dead_bug"}],
         warm_up=NONE),
    case("curl_21s weighted_plank triceps_pushdown", "mon 25", goal="toning",
         level="advanced", supersets="prefer", rules={"grip_apart": "must"},
         include=[{"exercise": "curl_21s", "sets": 1}]),
    case("assisted_pull_up prone_cobra triceps_pushdown chin_up", "mon 20",
         goal="maintenance", level="advanced", supersets="never", focus="push arms"),
    case("hip_adduction side_plank lateral_raise bird_dog", "mon 25", goal="hypertrophy",
         level="advanced", supersets="allow", include=[{"exercise": "bird_dog", "sets": 1,
         "reps": 8}], warm_up=NONE),
    case("kb_deadlift russian_twist_mb", "mon 30 mon 12", goal="toning",
         level="intermediate", supersets="prefer", focus="legs push", rules={"grip_apart":
         "off"}, include=[{"exercise": "kb_deadlift", "sets": 1, "day": "mon"}],
         warm_up=NONE),
    case("calf_raise hip_adduction forearm_curl", "mon 60", goal="maintenance",
         level="advanced", supersets="never", focus="arms legs", rules={"time_budget":
         "should"}, include=[{"exercise": "hip_adduction", "sets": 3}]),
    case("deadlift pull_up", "mon 60", focus="back", include=["deadlift", "pull_up"],
         rules={"grip_apart": "must"}),
    case("deadlift pull_up push_up", "mon 60", include=["deadlift", "pull_up"],
         rules={"grip_apart": "must"}),
    case("push_up seated_row", "mon 15 tue 15", rules={"recovery": "off", "repeat": "should"}),
    case("lateral_raise triceps_pushdown leg_curl", "mon 25", supersets="prefer",
         goal="hypertrophy", warm_up=NONE, rules={"main_lift": "off", "compound_share": "off"}),
    case("hammer_curl leg_extension plank", "mon 15", supersets="allow", goal="toning",
         warm_up=NONE, rules={"compound_share": "off"}),
    case("split_squat face_pull hammer_curl", "mon 30", supersets="prefer", goal="health",
         level="novice"),
]


def cut(catalog: Catalog, exercises: list[str]) -> Catalog:
    """Return the catalogue with a few work exercises and a warm-up only."""
    return catalog.model_copy(update={"exercises": tuple(
        catalog.exercise_by_id[e] for e in sorted({*exercises, *WARM_UP}))})


def problem_of(catalog: Catalog, instance: dict[str, Any]) -> Problem:
    """Return an instance as a problem."""
    few = cut(catalog, instance["exercises"])
    return build_problem(normalise(as_request(instance["request"]), few), few, rule_book())


def best_of(problem: Problem) -> brute.Values | None:
    """Return the best of what is offered first, or else of all that the must rules allow.

    Supersets are offered first where they are preferred, or allowed and time is short.
    """
    wish = problem.request.supersets
    paired = wish == "prefer" or (wish == "allow" and problem.short)
    offered = problem.narrowed(offers(problem))
    return brute.best(offered, paired) or brute.best(problem, wish != "never")


@pytest.fixture(scope="module")
def outcomes(catalog) -> list[tuple[Any, Plan | None]]:
    """Return for every instance what the brute force found and what the planner planned."""
    return [(best_of(problem_of(catalog, i)), audited(catalog, i)) for i in INSTANCES]


@pytest.mark.parametrize("number", range(len(INSTANCES)))
def test_nothing_better_exists(outcomes, number):
    """All three tiers are proved and are what the best of all plans has, lexicographically.

    Where no plan keeps the must rules, the planner finds none either.
    """
    best, made = outcomes[number]

    assert (best is None) == (made is None)
    if made is not None:
        assert made.status == "optimal"
        assert tuple(t.value for t in made.solver.tiers) == best
        assert all(t.bound == t.value for t in made.solver.tiers)


@pytest.mark.parametrize("number", range(len(INSTANCES)))
def test_nor_among_all_that_is_allowed(catalog, number):
    """The same of a search among everything at once, with supersets wherever they may be."""
    problem = problem_of(catalog, INSTANCES[number])
    paired = problem.request.supersets != "never"
    search = Search(problem, rule_book(), Control(60, 1, 0, time.monotonic()), paired)

    best, found = brute.best(problem, paired), search.solve()

    if best is None:
        assert found == NoSolution("infeasible")
    else:
        assert tuple(t.value for t in found.tiers) == tuple(t.bound for t in found.tiers) == best


def test_the_instances_are_not_trivial(outcomes):
    """Among them are weeks, supersets, impossible requests, and orders that cannot please all."""
    plans = [made for _, made in outcomes if made is not None]
    weeks = [p for p in plans if len(p.sessions) == 2]

    assert len(weeks) >= 5
    assert len(plans) <= len(outcomes) - 3
    assert sum(any(e.superset for s in p.sessions for e in s.entries) for p in plans) >= 5
    assert any(e.superset for p in weeks for s in p.sessions for e in s.entries)
    assert sum(any(r.penalty for r in p.ledger if r.rule in ORDER_RULES) for p in plans) >= 3
    assert {p.request.goal for p in plans} == {
        "strength", "hypertrophy", "toning", "health", "maintenance"}


WORK = [e.id for e in first_exercises().exercises if "work" in e.phases]
RAISES = ["light_jog", "rowing_machine", "treadmill_walk", "cat_cow", "cobra_stretch"]


@st.composite
def requests(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a request over two or three exercises, with wishes, complaints and rules at will."""
    names = draw(st.lists(st.sampled_from(WORK), min_size=2, max_size=3, unique=True))
    warm = draw(st.lists(st.sampled_from(RAISES), min_size=1, max_size=3, unique=True))
    one = st.sampled_from(names)
    fields: dict[str, Any] = {
        "goal": draw(st.sampled_from(["strength", "hypertrophy", "toning", "health",
                                      "maintenance"])),
        "level": draw(st.sampled_from(["novice", "intermediate", "advanced"])),
        "supersets": draw(st.sampled_from(["never", "allow", "prefer"])),
        "focus": draw(st.sampled_from(["", "", "chest", "back legs", "arms shoulders"])),
        "likes": draw(st.lists(st.sampled_from([*names, *warm]), max_size=1)),
        "dislikes": draw(st.lists(one, max_size=1)),
        "include": [{"exercise": e} for e in draw(st.lists(
            st.sampled_from([*names, *warm]), max_size=1))],
        "complaints": draw(st.lists(st.sampled_from(
            ["low_back_pain", "knee_pain", "wrist_pain", "hypertension"]), max_size=1)),
        "rules": draw(st.dictionaries(st.sampled_from([r.id for r in REGISTRY]),
                                      st.sampled_from(["must", "should", "off"]), max_size=2)),
        **draw(st.sampled_from([{}, {"warm_up": NONE}]))}
    days = draw(st.sampled_from(["mon 15", "mon 30", "mon 60"]))
    return case(" ".join([*names, *warm]), days, **fields)


@settings(max_examples=40, deadline=None, derandomize=True, database=None,
          suppress_health_check=[HealthCheck.too_slow])
@given(requests())
def test_nor_for_any_request(instance):
    """The same of random requests: the best of all plans, proved, or none where there is none."""
    catalog = first_exercises()

    best, made = best_of(problem_of(catalog, instance)), audited(catalog, instance)

    assert (best is None) == (made is None)
    if made is not None:
        assert tuple(t.value for t in made.solver.tiers) == best
        assert made.status == "optimal"


def test_the_brute_force_counts_every_plan(catalog):
    """Two exercises of two to four sets: nothing, alone, both orders, and as a superset."""
    problem = problem_of(catalog, case("push_up goblet_squat", "mon 60", goal="toning",
                                       warm_up=NONE))

    sessions = list(brute.contents(problem, problem.sessions[0]))

    assert len(sessions) == 1 + 2 * 3 + 3 * 3 * 2 + 3 * 2
    assert len({tuple((i.exercise.id, i.sets, i.superset) for i in v.entries)
                for v in sessions}) == len(sessions)


def audited(catalog: Catalog, instance: dict[str, Any]) -> Plan | None:
    """Return the plan of an instance, audited; None where there is none."""
    few = cut(catalog, instance["exercises"])
    try:
        return planner.plan(instance["request"], few)
    except Infeasible:
        return None


def test_repeats_as_a_wish(catalog):
    """Twice on Monday and once on Wednesday: build and check of `repeat` count alike."""
    instance = case("pull_up", "mon 20 mon 20 wed 20", rules={
        "repeat": "should", "work": "off", "recovery": "off"}, focus="back")
    instance["request"]["sessions"].append(
        {"day": "fri", "minutes": 20, "equipment": [], "focus": ["chest"]})

    assert audited(catalog, instance) is not None


def test_reps_pinned_on_a_hold(catalog):
    """A pin that asks a plank for repetitions is refused as input."""
    instance = case("plank t_bar_row", "mon 30",
                    include=[{"exercise": "plank", "sets": 3, "reps": 5}])
    with pytest.raises(InputError) as refused:
        audited(catalog, instance)

    assert refused.value.where.startswith("include.0")
