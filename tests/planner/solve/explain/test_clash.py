"""No plan: the rules that clash are minimal, and every way out that is offered was tried."""

from __future__ import annotations

import json
from typing import Any

import pytest

import planner
from planner import Infeasible
from planner.request.conflict import Conflict
from planner.request.request import as_request, normalise
from planner.rules import REGISTRY
from planner.solve.explain.fixes import changed

ALL_RULES = [r.id for r in REGISTRY]

NONE = {"raise_minutes": 0, "mobilise_minutes": 0}

FEW = ("push_up", "plank", "bird_dog", "goblet_squat", "romanian_deadlift", "deadlift", "pull_up",
       "seated_row", "light_jog", "arm_circles")

REQUESTS: dict[str, dict[str, Any]] = {
    "too short for any work": {"minutes": 3},
    "the warm-up takes it all": {
        "minutes": 12, "warm_up": {"raise_minutes": 8, "mobilise_minutes": 3}},
    "nothing to lift": {"include": ["deadlift"]},
    "nothing to lift, on one day": {
        "days": "mon wed", "include": [{"exercise": "deadlift", "day": "wed"}]},
    "a back that hurts": {
        "equipment": ["gym"], "include": ["deadlift"], "complaints": ["low_back_pain"]},
    "asked for and ruled out": {"include": ["push_up"], "exclude": ["push_up"]},
    "the same on two days running": {
        "days": "mon tue", "include": [{"exercise": "push_up", "day": "mon"},
                                       {"exercise": "push_up", "day": "tue"}]},
    "goals beyond the minutes": {
        "minutes": 10, "warm_up": NONE, "focus": ["chest"], "rules": {"coverage": "must"},
        "coverage": {"chest": {"min": 5, "target": 5}}},
}


def fields(minutes: int = 20, days: str = "mon", **more: Any) -> dict[str, Any]:
    """Return a request at home, with nothing at hand unless it says so."""
    return {"equipment": [], "limits": {"seconds": 10}, **more,
            "sessions": [{"day": d, "minutes": minutes} for d in days.split()]}


@pytest.fixture(scope="module")
def few(catalog):
    """Return a catalogue of a few exercises, so that a question takes no time."""
    return catalog.model_copy(update={"exercises": tuple(
        catalog.exercise_by_id[e] for e in sorted(FEW))})


@pytest.fixture(scope="module")
def explained(few):
    """Return the conflict of each request, found once."""
    found: dict[str, Conflict] = {}
    for name, asked in REQUESTS.items():
        with pytest.raises(Infeasible) as refused:
            planner.plan(fields(**asked), few)
        found[name] = refused.value.conflict
    return found


def rules_of(conflict: Conflict) -> set[tuple[str, str]]:
    """Return what clashes, as rule and place."""
    return {(c.rule, c.where) for c in conflict.rules}


def merged(few, asked: dict[str, Any], change: dict[str, Any]) -> dict[str, Any]:
    """Return the request with a repair's change put over it."""
    return changed(normalise(as_request(fields(**asked)), few), change)


def possible(few, request: dict[str, Any]) -> bool:
    """Whether a plan exists."""
    try:
        planner.plan(request, few)
    except Infeasible:
        return False
    return True


@pytest.mark.parametrize("name", REQUESTS)
def test_every_repair_makes_a_plan_possible(explained, few, name):
    """Each change that is offered is put over the request, and a plan is made of it."""
    conflict = explained[name]

    assert conflict.repairs
    for repair in conflict.repairs:
        assert possible(few, merged(few, REQUESTS[name], repair.change)), repair.says


@pytest.mark.parametrize("name", [
    "too short for any work", "the warm-up takes it all", "goals beyond the minutes"])
def test_the_minutes_offered_are_the_fewest(explained, few, name):
    """The time is named, and one minute less than offered would not do."""
    conflict = explained[name]
    repair = next(r for r in conflict.repairs if "more on mon" in r.says)
    request = merged(few, REQUESTS[name], repair.change)
    offered = request["sessions"][0]["minutes"]
    more = offered - REQUESTS[name]["minutes"]

    assert ("time_budget", "mon") in rules_of(conflict)
    assert more >= 1
    assert repair.says.startswith(f"{more} minute")
    assert f"({offered})" in repair.says
    request["sessions"][0]["minutes"] = offered - 1
    assert not possible(few, request)


def test_an_exercise_without_its_equipment(explained, few):
    """Only the exercise and the equipment clash, and the equipment that is missing is named."""
    conflict = explained["nothing to lift"]
    repair = next(r for r in conflict.repairs if r.says.startswith("have "))
    sessions = repair.change["sessions"]

    assert rules_of(conflict) == {("equipment", "mon"), ("include", "deadlift")}
    assert repair.says == "have barbell and weight plates at hand"
    assert sessions[0]["equipment"] == ["barbell", "plates"]
    plan = planner.plan(merged(few, REQUESTS["nothing to lift"], repair.change), few)
    assert "deadlift" in {e.exercise for s in plan.sessions for e in s.entries}


def test_only_the_day_of_the_pin_is_blamed(explained):
    """The other day's equipment is no part of the conflict, and stays as it is in the repair."""
    conflict = explained["nothing to lift, on one day"]
    repair = next(r for r in conflict.repairs if r.says.startswith("have "))

    assert rules_of(conflict) == {("equipment", "wed"), ("include", "deadlift")}
    assert [s["equipment"] for s in repair.change["sessions"]] == [[], ["barbell", "plates"]]


def test_a_complaint_against_an_exercise(explained):
    """The complaint and the exercise clash; the offer is to drop the exercise."""
    conflict = explained["a back that hurts"]

    assert rules_of(conflict) == {("complaints", "mon"), ("include", "deadlift")}
    assert [r.says for r in conflict.repairs] == ["drop deadlift"]


def test_an_exercise_asked_for_and_excluded(explained):
    """Both wishes are named."""
    conflict = explained["asked for and ruled out"]

    assert {rule for rule, _ in rules_of(conflict)} == {"exclude", "include"}


def test_too_soon_again(explained):
    """A repeat that two pins force is the repeat rule's conflict."""
    named = {rule for rule, _ in rules_of(explained["the same on two days running"])}

    assert "include" in named
    assert named <= {"include", "repeat", "recovery"}


@pytest.mark.parametrize("name", REQUESTS)
def test_the_conflict_is_minimal(explained, few, name):
    """Whatever rule of the conflict is switched off, the rest can be kept together.

    Equipment and the like are judged before anything is chosen, so switching
    them off is asking for what they bar.
    """
    named = {c.rule for c in explained[name].rules}
    assert named

    for rule in named:
        request = fields(**REQUESTS[name])
        others = {r: "off" for r in ALL_RULES if r not in named or r == rule}
        request["rules"] = {**request.get("rules", {}), **others}
        assert possible(few, request), f"{rule} is not needed for the conflict"


@pytest.mark.parametrize("name", REQUESTS)
def test_the_conflict_suffices(explained, few, name):
    """With every other rule switched off there is still no plan."""
    named = {c.rule for c in explained[name].rules}
    request = fields(**REQUESTS[name])
    request["rules"] = {**{r: "off" for r in ALL_RULES if r not in named},
                        **{r: s for r, s in request.get("rules", {}).items() if r in named}}

    assert not possible(few, request)


@pytest.mark.parametrize("name", REQUESTS)
def test_the_file_says_the_same(explained, name):
    """A conflict is a document of its own: conflict/1, with sentences, and it reads back."""
    conflict = explained[name]
    data = json.loads(conflict.model_dump_json())

    assert data["schema"] == "conflict/1"
    assert set(data) == {"schema", "rules", "repairs"}
    assert all(c["rule"] and c["where"] and c["says"] for c in data["rules"])
    assert all(r["says"] and r["change"] for r in data["repairs"])
    assert Conflict.model_validate(data) == conflict
    assert all(c.says in conflict.sentence() for c in conflict.rules)


def test_the_error_says_the_conflict(few):
    """The exception's text is the conflict in one sentence."""
    with pytest.raises(Infeasible) as refused:
        planner.plan(fields(include=["deadlift"]), few)

    assert str(refused.value) == refused.value.conflict.sentence()
    assert "Deadlift must appear" in str(refused.value)


def test_an_order_that_no_plan_can_keep(few):
    """Two heavy grips and nothing else to put between them: the order rule is named."""
    two = few.model_copy(update={"exercises": tuple(
        few.exercise_by_id[e] for e in ("arm_circles", "deadlift", "light_jog", "pull_up"))})
    request = fields(60, equipment=["gym"], focus=["back"], include=["deadlift", "pull_up"],
                     rules={"grip_apart": "must"})

    with pytest.raises(Infeasible) as refused:
        planner.plan(request, two)

    conflict = refused.value.conflict
    assert {rule for rule, _ in rules_of(conflict)} == {"grip_apart", "include"}
    for repair in conflict.repairs:
        assert possible(two, changed(normalise(as_request(request), two), repair.change))
