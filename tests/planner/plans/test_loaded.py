"""A plan with the loads of a place: every load of it can be put together there."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import planner
from planner.catalog import Catalog, load
from planner.loads.done import Done
from planner.loads.kit import loadable
from planner.loads.loadable import Plated, Singles
from planner.plans.loaded import EntryLoads, loaded, plan_loads
from planner.plans.schema import Plan
from planner.request.mass import Mass
from planner.request.place import Weights
from tests.planner.loads.conftest import HOME, POUNDS, counts, masses, weights

MAXIMA = {"back_squat": 70.0, "bench_press": 60.0, "deadlift": 72.5}


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """Return the whole catalogue."""
    return load()


@pytest.fixture(scope="module")
def plan() -> Plan:
    """Return a session of heavy lifts, the main one with a top set, and their maxima known."""
    return planner.plan({
        "sessions": [{"day": "mon", "minutes": 60}], "goal": "strength", "level": "intermediate",
        "top_set": True, "include": ["back_squat", "bench_press", "pull_up"],
        "maxes_kg": MAXIMA, "equipment": ["barbell", "plates", "rack", "bench", "pullup_bar",
                                          "dip_belt", "dumbbells"]})


def of(exercise: str, found: tuple[EntryLoads, ...]) -> EntryLoads:
    """Return what one exercise is loaded with."""
    return next(one for one in found if one.exercise == exercise)


def test_without_weights_a_plan_is_as_it_was(plan: Plan) -> None:
    """Loads of maxima are rounded to 2.5 kg by the planner, and by the same place here."""
    assert loaded(plan) == plan
    assert any(entry.load_kg for entry in plan.sessions[0].entries)


def test_a_squat_at_home(plan: Plan) -> None:
    """A top set of 5 with 2 in reserve is 81 % of 70 kg, 56.7: 57.5 kg, then 73 %, 51.1: 50 kg.

    The ramp to it is 50, 70 and 85 % of 57.5: 28.75 (as near to 27.5 and to 30), 40.25 and 48.9.
    """
    squat = of("back_squat", plan_loads(plan, weights(**HOME)))

    assert str(squat.next.load) == "57.5 kg"
    assert squat.next.load is not None
    assert squat.next.load.plates_said == "10 + 5 + 2.5 + 1.25 a side"
    assert [str(one) for one in squat.rows] == ["57.5 kg", "50 kg"]
    assert [str(one) for one in squat.ramp] == ["27.5 kg", "40 kg", "50 kg"]


def test_in_the_json_loads_are_kilograms(plan: Plan) -> None:
    """125 lb are 56.7 kg: the squat of 56.7 kg, on plates of pounds."""
    entry = next(e for e in loaded(plan, weights(**POUNDS)).sessions[0].entries
                 if e.exercise == "back_squat")

    assert entry.load_kg == pytest.approx(125 * 0.45359237)
    assert entry.rows[0].load_kg == entry.load_kg
    assert Plan.model_validate_json(loaded(plan, weights(**POUNDS)).model_dump_json())


def test_last_sets_tell_more_than_a_maximum(plan: Plan) -> None:
    """A top set of 6 was done at 50 kg: a squat goes up by 5, the others are 73/81 of it, 49.6."""
    squat = of("back_squat", plan_loads(plan, weights(**HOME), last={
        "back_squat": [[Done(6, 50, 2), Done(6, 45, 3), Done(6, 45, 3)]]}))

    assert (str(squat.next.load), squat.next.change) == ("55 kg", "up")
    assert [str(one) for one in squat.rows] == ["55 kg", "50 kg"]


def test_a_belt_for_pull_ups(plan: Plan) -> None:
    """The plan has the pull-up without a load; beside it stands what comes next."""
    last = {"pull_up": [[Done(15)] * 5]}
    home = weights(**HOME)

    found = of("pull_up", plan_loads(plan, home, last=last)).next
    entry = next(e for e in loaded(plan, home, last=last).sessions[0].entries
                 if e.exercise == "pull_up")

    assert (found.exercise, str(found.load)) == ("weighted_pull_up", "2.5 kg")
    assert entry.load_kg is None


def test_weights_by_session(plan: Plan) -> None:
    """A session of which nothing is said is rounded as usual."""
    assert loaded(plan, {"tue": weights(**HOME)}) == plan
    assert loaded(plan, {"mon": weights(**HOME)}) == loaded(plan, weights(**HOME))


def test_too_heavy_is_left_out(plan: Plan) -> None:
    """The lightest bar is 60 kg: no load is made up, none of the ramp either."""
    heavy = weights(bars={"barbell": 60}, plates={"20": 2})
    squat = of("back_squat", plan_loads(plan, heavy))
    entry = next(e for e in loaded(plan, heavy).sessions[0].entries if e.exercise == "back_squat")

    assert "the lightest there is, 60 kg, is too heavy" in squat.next.why
    assert entry.load_kg is None
    assert {row.load_kg for row in entry.rows} == {one.load_kg for one in entry.ramp} == {None}


def test_the_ramp_begins_with_the_bar(plan: Plan) -> None:
    """Half of 30 kg is less than the bar of 20: the ramp begins with the bar alone."""
    squat = of("back_squat", plan_loads(plan, weights(**HOME), {"back_squat": 37}))

    assert str(squat.next.load) == "30 kg"
    assert [str(one) for one in squat.ramp] == ["20 kg", "20 kg", "25 kg"]


@settings(max_examples=60, derandomize=True, deadline=None, database=None)
@given(bar=masses, plates=counts, bells=st.lists(masses, max_size=5), maximum=st.floats(5, 300))
def test_no_prescription_that_cannot_be_loaded(plan: Plan, bar: Mass, plates: object,
                                               bells: list[Mass], maximum: float) -> None:
    """Whatever a place has, each load of the plan is one that can be put together there."""
    place = Weights(bars={"barbell": bar}, plates=dict(plates), dumbbells=tuple(bells))  # type: ignore[call-overload]
    known = load()
    names = {e.exercise for e in plan.sessions[0].entries}
    done = loaded(plan, place, dict.fromkeys(names, maximum))

    for entry in done.sessions[0].entries:
        exercise = known.exercise_by_id[entry.exercise]
        loads = loadable(exercise, entry.equipment, place, known)
        kilos = {x.load_kg for x in (entry, *entry.rows, *entry.ramp)} - {None}
        if isinstance(loads, Plated | Singles):
            assert kilos <= {one.kg for one in loads}
            if entry.load_kg and entry.percent_1rm:
                asked = maximum * entry.percent_1rm / 100
                assert entry.load_kg <= asked + 2.5 + 0.001  # half of the largest step, 5 kg


def test_estimates_go_before_the_request(plan: Plan) -> None:
    """A maximum that the log says is newer: 81 % of 50 kg are 40.5."""
    bench = of("bench_press", plan_loads(plan, weights(**HOME), {"bench_press": 50}))

    assert bench.next.load is not None
    assert bench.next.load.grams == Decimal(40_000)
