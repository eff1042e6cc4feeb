"""The warm-up: its parts, what it may take, and what is chosen once the work is known."""

from __future__ import annotations

import pytest

import planner
from planner.catalog import load
from planner.problem.build import build_problem
from planner.problem.problem import Problem
from planner.problem.warm_up import certain, pinned_warm_ups, warm_up_for, warm_up_parts, warm_up_s
from planner.request.request import Request, normalise
from planner.rules import REGISTRY
from planner.workout.session_seconds import session_seconds

GOBLET, ROW, PRESS = ("goblet_squat", 3, 10), ("seated_row", 3, 10), ("db_shoulder_press", 3, 10)


def chosen(problem, done, at=0):
    """Return what the warm-up of a workout's session would be, by phase."""
    entries = warm_up_for(problem, problem.sessions[at], done.sessions[at].work)
    found: dict[str, list[str]] = {}
    for entry in entries:
        found.setdefault(entry.phase, []).append(entry.exercise.id)
    return found


@pytest.mark.parametrize(("minutes", "holds"), [
    (1, (60,)), (2, (120,)), (3, (90, 90)), (4, (120, 120)), (5, (100, 100, 100)),
    (6, (120, 120, 120)), (10, (200, 200, 200))])
def test_mobilising_is_split(make_problem, minutes, holds):
    """One stretch up to two minutes, two up to four, then three; all of one length."""
    problem = make_problem(warm_up={"raise_minutes": 0, "mobilise_minutes": minutes})

    [part] = problem.sessions[0].warm_up

    assert (part.phase, part.holds) == ("mobilise", holds)


@pytest.mark.parametrize(("warm_up", "phases"), [
    ({"raise_minutes": 5, "mobilise_minutes": 3}, ["raise", "mobilise"]),
    ({"raise_minutes": 5, "mobilise_minutes": 0}, ["raise"]),
    ({"raise_minutes": 0, "mobilise_minutes": 0}, [])])
def test_only_what_was_asked(make_problem, warm_up, phases):
    """A phase of no minutes has no part."""
    assert [p.phase for p in make_problem(warm_up=warm_up).sessions[0].warm_up] == phases


def test_what_nobody_wrote_down_may_be_left_out(make_problem, catalog):
    """By default a place with nothing to raise with does without; written down, the gap stays."""
    fields = {"exclude": ["light_jog", "rowing_machine", "stairs", "treadmill_walk"]}
    default = make_problem(**fields).sessions[0].warm_up
    written = make_problem(warm_up={"raise_minutes": 5, "mobilise_minutes": 3},
                           **fields).sessions[0].warm_up

    assert [p.phase for p in default] == ["mobilise"]
    assert [(p.phase, len(p.options)) for p in written if not p.options] == [("raise", 0)]


def test_a_long_raise_is_done_on_a_machine(make_problem, workout):
    """Before rows five minutes are rowed on the machine, two are jogged where one stands."""
    long, short = (make_problem(warm_up={"raise_minutes": m, "mobilise_minutes": 0})
                   for m in (5, 2))

    assert chosen(long, workout(long, [ROW])) == {"raise": ["rowing_machine"]}
    [name] = chosen(short, workout(short, [ROW]))["raise"]
    assert load().exercise_by_id[name].setup_s <= 15


@pytest.mark.parametrize(("fields", "name"), [
    ({"likes": ["light_jog"]}, "light_jog"),
    ({"include": ["rowing_machine"]}, "rowing_machine"),
    ({"include": ["rowing_machine"], "complaints": ["low_back_pain"]}, "rowing_machine"),
    ({"likes": ["rowing_machine"], "complaints": ["low_back_pain"]}, "treadmill_walk"),
    ({"dislikes": ["rowing_machine"]}, "treadmill_walk"),
])
def test_wishes(make_problem, workout, fields, name):
    """What is named is done, what is liked first, what asks for caution or is disliked last."""
    problem = make_problem(warm_up={"raise_minutes": 5, "mobilise_minutes": 0}, **fields)

    assert chosen(problem, workout(problem, [ROW])) == {"raise": [name]}


def test_it_prepares_for_what_follows():
    """Of the whole catalogue: hips and ankles before squats, shoulders before presses."""
    request = {"sessions": [{"day": "mon", "minutes": 60}],
               "warm_up": {"raise_minutes": 0, "mobilise_minutes": 6}}
    known = load()
    problem = build_problem(normalise(Request.model_validate(request), known), known, REGISTRY)

    def prepared(work):
        entries = [i for o in problem.sessions[0].options if o.id == work for i in [_item(o)]]
        warm = warm_up_for(problem, problem.sessions[0], entries)
        trained = {m for i in warm for m in i.exercise.muscles}
        return len(trained & set(entries[0].exercise.muscles)), [i.exercise.id for i in warm]

    squat, press = prepared("back_squat"), prepared("overhead_press")
    assert squat[1] != press[1]
    assert min(squat[0], press[0]) >= 2


def _item(option):
    from planner.solve.model.variables import as_item

    return as_item(option, 3)


@pytest.mark.parametrize("fields", [
    {}, {"complaints": ["knee_pain"]}, {"level": "novice", "equipment": ["minimal"]},
    {"include": ["dancer_stretch"]}, {"rules": {"time_budget": "should"}},
    {"warm_up": {"raise_minutes": 1, "mobilise_minutes": 10}}])
@pytest.mark.parametrize("work", [[GOBLET], [ROW, PRESS], [PRESS], []])
def test_it_fits_what_is_reserved(make_problem, workout, fields, work):
    """Whatever the work is, the warm-up takes no longer than the seconds set aside for it."""
    problem = make_problem(**fields)
    session = problem.sessions[0]
    warm = warm_up_for(problem, session, workout(problem, work).sessions[0].work)

    assert session_seconds(warm, problem.timing) <= warm_up_s(problem, session)


@pytest.mark.parametrize("fields", [
    {}, {"include": ["rowing_machine"]}, {"likes": ["light_jog"]},
    {"include": ["dancer_stretch", "cobra_stretch"]}])
@pytest.mark.parametrize("work", [[GOBLET], [ROW, PRESS], [PRESS]])
def test_where_minutes_have_a_price_its_length_is_certain(make_problem, workout, fields, work):
    """As a wish each minute over costs, so nothing about the warm-up may depend on the work."""
    problem = make_problem(rules={"time_budget": "should"}, **fields)
    session = problem.sessions[0]
    warm = warm_up_for(problem, session, workout(problem, work).sessions[0].work)

    assert session_seconds(warm, problem.timing) == warm_up_s(problem, session)


@pytest.mark.parametrize("complaint", ["low_back_pain", "knee_pain", "wrist_pain", "pregnancy"])
@pytest.mark.parametrize("fields", [{}, {"include": ["rowing_machine"]}, {"likes": ["cat_cow"]}])
@pytest.mark.parametrize("work", [[GOBLET], [ROW, PRESS]])
def test_what_asks_for_caution_is_certain(make_problem, workout, complaint, fields, work):
    """How many entries of a warm-up ask for caution does not depend on the work."""
    problem = make_problem(complaints=[complaint], **fields)
    session = problem.sessions[0]
    careful = set(problem.catalog.complaint_by_id[complaint].caution)
    warm = warm_up_for(problem, session, workout(problem, work).sessions[0].work)

    assert sum(i.exercise.id in careful for i in warm) == certain(
        problem, session, lambda e: e.id in careful)


def test_nothing_twice(make_problem, workout):
    """Three stretches are three different ones."""
    problem = make_problem(warm_up={"raise_minutes": 0, "mobilise_minutes": 6})

    found = chosen(problem, workout(problem, [ROW]))["mobilise"]

    assert len(found) == len(set(found)) == 3


def test_a_named_warm_up_stands_once(make_problem):
    """Included without a day it belongs to the first session that has room, on a day to that."""
    anywhere = make_problem(days="mon thu", include=["cat_cow"])
    thursday = make_problem(days="mon thu", include=[{"exercise": "cat_cow", "day": "thu"}])

    assert pinned_warm_ups(anywhere) == {0: ["cat_cow"]}
    assert pinned_warm_ups(thursday) == {1: ["cat_cow"]}


def test_more_names_than_room(make_problem):
    """Two raises by name are one on Monday and one on Thursday."""
    problem = make_problem(days="mon thu", include=["light_jog", "rowing_machine"])

    assert pinned_warm_ups(problem) == {0: ["light_jog"], 1: ["rowing_machine"]}


def test_a_plan_holds_it(catalog):
    """A plan begins with the named warm-up, and its ledger says that it is there."""
    plan = planner.plan({"include": ["light_jog"], "sessions": [{"day": "mon", "minutes": 30}]},
                        catalog)

    assert plan.sessions[0].entries[0].exercise == "light_jog"
    assert {r.status for r in plan.ledger if r.rule == "include"} == {"kept"}


def test_parts_do_not_depend_on_the_catalogues_order(make_problem, catalog):
    """Reversed, the catalogue gives the same options and holds."""
    problem = make_problem()
    mixed = Problem(problem.request, catalog.model_copy(
        update={"exercises": tuple(reversed(catalog.exercises))}), problem.settings,
                    problem.goal_ids, problem.sessions, problem.goals)
    bars = [r for r in REGISTRY if hasattr(r, "bars")]

    assert warm_up_parts(mixed, problem.sessions[0], bars) == warm_up_parts(
        problem, problem.sessions[0], bars)
