"""What holds for every request: random ones, single sessions and small weeks."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import planner
from planner import Infeasible, NoPlanInTime, Plan
from planner import catalog as catalog_package
from planner.catalog import Catalog
from planner.problem.build import build_problem
from planner.request.request import as_request, normalise
from planner.rules import REGISTRY

CATALOG = catalog_package.load()

SOME = (
    "deadlift back_squat bench_press romanian_deadlift bent_over_row pull_up chin_up push_up "
    "incline_push_up goblet_squat bent_over_row_db one_arm_db_row db_shoulder_press lateral_raise "
    "hammer_curl shrug band_row band_pull_apart plank side_plank bird_dog dead_bug bridge "
    "superman_plank leg_press seated_row lat_pulldown calf_raise light_jog arm_circles cat_cow "
    "cobra_stretch")

EQUIPMENT = [["home"], ["dumbbells", "bench", "pullup_bar"], ["minimal"],
             ["barbell", "plates", "mat"], ["pullup_bar", "band"], ["kettlebell", "mat"],
             ["dumbbells"], ["band"], []]

FOCUS = ["chest", "lats", "back", "legs", "push", "pull", "trunk", "arms", "shoulders", "glutes",
         "posture", "rear_delts", "abs"]

FREE_OF_THE_CLOCK = {"main_lift": "off", "compound_share": "off"}
"""Rules that ask for more where there is more: a longer session must have a main lift, and more
equipment may bring a heavier class of it. Without them, more is never less."""


def some(examples: int) -> settings:
    """Return how a property is tried: always on the same examples, however long they take."""
    return settings(
        max_examples=examples, derandomize=True, deadline=None, database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])



Fields = dict[str, Any]


def cut(names: str) -> Catalog:
    """Return the catalogue with these exercises only."""
    return CATALOG.model_copy(update={"exercises": tuple(
        CATALOG.exercise_by_id[e] for e in sorted(names.split()))})


FEW = cut(SOME)


@st.composite
def requests(draw: st.DrawFn, days: int = 1) -> Fields:
    """Return a request for one session, or a week of up to so many short ones."""
    count = draw(st.integers(1, days))
    most = 60 if count == 1 else 25
    minutes = st.integers(0, most - 10).map(lambda less: most - less)
    names = sorted(draw(st.lists(st.sampled_from(range(7)), min_size=count, max_size=count)))
    day = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    warm_up = st.builds(lambda r, m: {"raise_minutes": r, "mobilise_minutes": m},
                        st.integers(0, 5), st.integers(0, 3))
    work = st.sampled_from(sorted(e.id for e in FEW.exercises if "work" in e.phases))
    return {
        "goal": draw(st.sampled_from(
            ["hypertrophy", "strength", "toning", "health", "maintenance"])),
        "level": draw(st.sampled_from(["novice", "intermediate", "advanced"])),
        "equipment": draw(st.sampled_from(EQUIPMENT)),
        "sessions": [{"day": day[n], "minutes": draw(minutes)} for n in names],
        "focus": draw(st.lists(st.sampled_from(FOCUS), min_size=1, max_size=2, unique=True)),
        "likes": draw(st.lists(work, max_size=2, unique=True)),
        "complaints": draw(st.lists(st.sampled_from(
            ["low_back_pain", "shoulder_impingement", "knee_pain", "wrist_pain", "hypertension"]),
            max_size=1)),
        "supersets": draw(st.sampled_from(["allow", "prefer", "never"])),
        "warm_up": draw(st.none() | warm_up),
        "limits": {"seconds": 5},
    }


def planned(asked: Fields, catalog: Catalog = FEW) -> Plan | None:
    """Return the plan; None where there is none."""
    try:
        return planner.plan(asked, catalog)
    except Infeasible:
        return None


def proved(asked: Fields, catalog: Catalog = FEW) -> Plan:
    """Return a proved plan; a request without one is passed over."""
    try:
        plan = planned(asked, catalog)
    except NoPlanInTime:
        plan = None
    assume(plan is not None and plan.status == "optimal")
    assert plan is not None
    return plan


def what(plan: Plan) -> Fields:
    """Return all of a plan but the solver's times and the catalogue's name."""
    data = plan.model_dump(exclude={"solver": {"build_s", "first_plan_s", "seconds"},
                                    "catalog": True})
    assert data["solver"]["tiers"]
    return data


def on_its_own(plan: Plan | None) -> bool:
    """Whether no wall clock cut the search short: a slow machine is no reason to differ."""
    return plan is None or plan.solver.stopped_by != "wall"


def values(plan: Plan) -> list[int]:
    """Return the value of every tier."""
    return [t.value for t in plan.solver.tiers]


def coverage_of(asked: Fields, catalog: Catalog = FEW) -> int | None:
    """Return the proved coverage tier; None where there is no plan."""
    plan = planned(asked, catalog)
    if plan is None:
        return None
    assume(plan.solver.tiers[0].proved)
    return plan.solver.tiers[0].value


def no_worse(tight: int | None, loose: int | None) -> bool:
    """Whether the looser request reaches at least as much."""
    return tight is None or (loose is not None and loose <= tight)


def goals_of(asked: Fields, catalog: Catalog = FEW) -> Any:
    """Return the coverage goals of a request."""
    return build_problem(normalise(as_request(asked), catalog), catalog, REGISTRY).goals


def check_plan(plan: Plan, catalog: Catalog) -> None:
    """The audit, which knows no solver, says of a plan what the plan says of itself."""
    audit = planner.check(plan, catalog=catalog)

    assert audit.ok
    assert not [r for r in audit.ledger if r.severity == "must" and r.status == "broken"]
    assert audit.tiers == {t.name: t.value for t in plan.solver.tiers}
    assert audit.coverage_loss == plan.solver.tiers[0].value
    assert audit.coverage == plan.coverage
    assert audit.ledger == plan.ledger
    assert audit.notes == ()
    assert (plan.status == "optimal") == all(t.proved for t in plan.solver.tiers)
    for tier in plan.solver.tiers:
        assert tier.bound <= tier.value
        assert not tier.proved or tier.bound == tier.value
    for session in plan.sessions:
        assert session.seconds.typical <= session.budget_s
        assert session.seconds.brisk <= session.seconds.typical <= session.seconds.generous
        assert sum(e.seconds for e in session.entries) == session.seconds.typical
        assert any(e.phase == "work" for e in session.entries)
    assert Plan.model_validate_json(plan.model_dump_json(by_alias=True)) == plan
    assert Plan.model_validate(plan.model_dump(mode="json", by_alias=True)) == plan


def check_conflict(refused: Infeasible) -> None:
    """A refusal names rules and places."""
    assert refused.conflict.rules
    assert all(c.says and c.where for c in refused.conflict.rules)


@some(20)
@given(requests())
def test_every_session_passes_the_audit(asked):
    """Over the whole catalogue: an audited plan within its minutes, or a conflict."""
    try:
        plan = planner.plan(asked, CATALOG)
    except Infeasible as refused:
        check_conflict(refused)
    else:
        check_plan(plan, CATALOG)


@some(10)
@given(requests(days=3))
def test_every_week_passes_the_audit(asked):
    """Up to three sessions, two of them on one day as it happens."""
    asked["limits"] = {"seconds": 2}
    try:
        plan = planner.plan(asked, FEW)
    except Infeasible as refused:
        check_conflict(refused)
    except NoPlanInTime:
        assume(False)
    else:
        check_plan(plan, FEW)


@some(12)
@given(requests(), st.randoms(use_true_random=False))
def test_the_order_of_the_catalogue_changes_no_plan(asked, shuffle):
    """Reversed or shuffled, the same exercises give the same plan, to the last word."""
    plan = planned(asked)
    assume(on_its_own(plan))
    mixed = list(FEW.exercises)
    shuffle.shuffle(mixed)

    for exercises in (tuple(reversed(FEW.exercises)), tuple(mixed)):
        other = planned(asked, FEW.model_copy(update={"exercises": exercises}))
        assume(on_its_own(other))
        assert (other is None) == (plan is None)
        assert plan is None or other is None or what(other) == what(plan)


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_catalogue_changes_no_week(seed):
    """The same over two days."""
    asked = {"sessions": [{"day": "mon", "minutes": 20}, {"day": "wed", "minutes": 20}],
             "equipment": [], "focus": ["push"], "limits": {"seconds": 60}}
    mixed = list(FEW.exercises)
    random.Random(seed).shuffle(mixed)

    plan = planner.plan(asked, FEW)
    other = planner.plan(asked, FEW.model_copy(update={"exercises": tuple(mixed)}))

    assert plan.status == "optimal"
    assert what(other) == what(plan)


def agree(asked: Fields) -> None:
    """Plan twice; nothing but the clock differs."""
    plan, other = planned(asked), planned(asked)
    assume(on_its_own(plan) and on_its_own(other))

    assert (other is None) == (plan is None)
    assert plan is None or other is None or what(other) == what(plan)


@some(15)
@given(requests())
def test_the_same_request_twice(asked):
    """The same request gives the same plan, proved or not."""
    agree(asked)


@some(3)
@given(requests(days=2))
def test_the_same_week_twice(asked):
    """The same of weeks, whose proof may take longer than they are given."""
    agree({**asked, "limits": {"seconds": 3}})


@some(12)
@given(requests(), st.integers(1, 2**31 - 1))
def test_another_seed_reaches_the_same_tiers(asked, seed):
    """What is proved does not depend on how it was found."""
    plan = proved(asked)
    other = proved({**asked, "seed": seed})

    assert values(other) == values(plan)


@some(12)
@given(requests())
def test_what_is_not_used_is_not_missed(asked):
    """Without the exercises that the plan does not use the tiers are what they were.

    Some figures look at what is at hand (the heaviest class of lift, harder
    links of a chain, patterns), so one unused exercise is dropped at a time,
    and of a kind that the plan has: what it could have been chosen for stays.
    """
    plan = proved(asked)
    used = {e.exercise for s in plan.sessions for e in s.entries}
    linked = {n for e in FEW.exercises for n in (*e.easier, *e.harder)}
    classes = {FEW.exercise_by_id[e].rest_class for e in used}
    patterns = {FEW.exercise_by_id[e].pattern for e in used}
    spare = [e.id for e in FEW.exercises
             if e.id not in used and e.id not in linked and not (e.easier or e.harder)
             and e.rest_class in classes and e.pattern in patterns
             and e.id not in asked["likes"]]
    assume(spare)

    for name in spare[:2]:
        fewer = cut(" ".join(e.id for e in FEW.exercises if e.id != name))
        if goals_of(asked, fewer) == goals_of(asked):
            assert values(proved(asked, fewer)) == values(plan), name


@some(15)
@given(requests())
def test_more_minutes_cover_no_less(asked):
    """Five minutes more, with warm-up and goals written down as they were.

    Default goals grow with the minutes, and supersets that are only allowed are planned only
    where time is short, so neither is left to the minutes.
    """
    asked["rules"] = FREE_OF_THE_CLOCK
    asked["supersets"] = "never" if asked["supersets"] == "allow" else asked["supersets"]
    asked["warm_up"] = asked["warm_up"] or {"raise_minutes": 4, "mobilise_minutes": 2}
    asked["coverage"] = {g.id: {"min": g.min / 4, "target": g.target / 4, "max": g.max / 4}
                         for g in goals_of(asked)}
    longer = {**asked, "sessions": [
        {**s, "minutes": s["minutes"] + 5} for s in asked["sessions"]]}

    assert no_worse(coverage_of(asked), coverage_of(longer))


@some(15)
@given(requests(), st.sampled_from([
    "time_budget", "pattern_cap", "session_cap", "session_sets", "strain", "main_lift",
    "compound_share", "superset_pairs", "superset_muscles", "risk_first", "fresh_back"]))
def test_a_rule_less_covers_no_less(asked, rule):
    """A must rule that is switched off, or only wished for, costs no coverage."""
    tight = coverage_of(asked)

    for severity in ("off", "should"):
        assert no_worse(tight, coverage_of({**asked, "rules": {rule: severity}}))


@some(15)
@given(requests(), st.sampled_from(["dumbbells", "band", "kettlebell", "barbell", "plates", "mat",
                                    "bench", "pullup_bar", "leg_press"]))
def test_more_equipment_covers_no_less(asked, more):
    """One thing more at hand costs no coverage, where the goals stay what they are.

    Three entries of a pattern are allowed throughout: with few patterns at hand
    they are anyway.
    """
    asked["rules"] = {**FREE_OF_THE_CLOCK, "pattern_cap": {"must": 3}}
    richer = {**asked, "equipment": [*asked["equipment"], more]}
    assume(goals_of(asked) == goals_of(richer))

    assert no_worse(coverage_of(asked), coverage_of(richer))
