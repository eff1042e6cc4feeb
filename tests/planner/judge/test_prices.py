"""The second tier: each price has two workouts that differ in one fact, and in that price."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from planner.catalog import Catalog
from planner.judge.audit import ledger
from planner.judge.audit_rows import LedgerRow
from planner.judge.prices import PARTS, missed, quality_parts, target_steps, time_steps
from planner.problem.build import build_problem
from planner.problem.problem import Problem
from planner.request.request import Request, normalise
from planner.rules import REGISTRY
from planner.workout.workout import Workout
from tests.planner.prices import free_of_charge, with_prices

POINTS = 1000
"""What the price of a twin test is set to, while all others are 0."""


@pytest.fixture(scope="module")
def problem_of(catalog: Catalog) -> Callable[..., Problem]:
    """Build a problem with prices of its own, and groups that are worth nothing."""

    def make(prices: dict[str, int], days: str = "mon", minutes: int = 60,
             **fields: Any) -> Problem:
        data = free_of_charge(catalog, **prices)
        data = data.model_copy(update={"importance": tuple(
            row.model_copy(update={"points": 0}) for row in data.importance)})
        fields.setdefault("sessions", [{"day": d, "minutes": minutes} for d in days.split()])
        return build_problem(normalise(Request.model_validate(fields), data), data, REGISTRY)
    return make


def total(done: Workout, problem: Problem) -> int:
    """Return the whole sum of a workout, its broken should rules included."""
    return sum(quality_parts(done, problem, ledger(done, problem, REGISTRY)).values())


def names(*exercises: str, sets: int = 3, reps: int = 10) -> list[tuple[Any, ...]]:
    """Return entries that are dosed alike."""
    return [(e, sets, reps) for e in exercises]


MACHINES = ["leg_press", "leg_extension_machine", "leg_curl_machine"]
FIVE = ("bench_press", "seated_row", "leg_press", "leg_curl", "barbell_curl")

# Price: fields of the request; work of the two twins, day by day; units more of the second.
TWINS: dict[str, list[tuple[dict[str, Any], list[Any], list[Any], int]]] = {
    "staple": [
        ({}, [names("assisted_pull_up")], [names("lat_pulldown")], 1),
        ({}, [names("lat_pulldown")], [names("lat_pulldown", "seated_row")], 1)],
    "common": [({}, [names("lat_pulldown")], [names("assisted_pull_up")], 1)],
    "niche": [
        ({}, [names("romanian_deadlift")], [names("kb_deadlift")], 1),
        # The same exercise with nothing better at hand is what there is.
        ({"equipment": ["kettlebell"]}, [names("goblet_squat")], [names("kb_deadlift")], 1),
        ({}, [names("seated_row")], [names("lat_pulldown")], 0)],
    # Lumbar, grip and systemic strain: bench press 0 + 0 + 2, deadlift 3 + 3 + 3.
    "strain_point": [({}, [names("bench_press")], [names("deadlift")], 9 - 2)],
    "risky_reps": [
        ({}, [names("deadlift", reps=11)], [names("deadlift", reps=12)], 1),
        ({}, [names("bench_press", reps=11)], [names("bench_press", reps=12)], 0)],
    "fast_reps": [
        ({}, [names("power_clean", reps=6)], [names("power_clean", reps=7)], 1),
        ({}, [names("bench_press", reps=6)], [names("bench_press", reps=7)], 0)],
    # Four sets of two repetitions above 12, or one below 6 (the ranges of the classes).
    "odd_reps": [
        ({}, [names("bench_press", sets=4, reps=12)], [names("bench_press", sets=4, reps=14)], 8),
        ({}, [names("leg_curl", sets=4, reps=6)], [names("leg_curl", sets=4, reps=5)], 4),
        ({}, [names("plank", sets=4, reps=40)], [names("plank", sets=4, reps=90)], 0)],  # held
    "entry": [
        ({}, [names("bench_press")], [names("bench_press", "seated_row")], 1),
        ({"days": "mon thu"}, [names("bench_press"), []],
         [names("bench_press"), names("seated_row")], 1)],
    # An hour holds five, half an hour four.
    "crowded": [
        ({}, [names(*FIVE)], [names(*FIVE, "lateral_raise")], 1),
        ({}, [names(*FIVE[:4])], [names(*FIVE)], 0),
        ({"minutes": 30}, [names(*FIVE[:4])], [names(*FIVE)], 1),
        ({"minutes": 90}, [names(*FIVE)], [names(*FIVE, "lateral_raise")], 0)],
    # An hour is lean below three, half an hour below two, and ten minutes never.
    "lean": [
        ({}, [names(*FIVE[:3])], [names(*FIVE[:1])], 2),
        ({}, [names(*FIVE[:3])], [names(*FIVE[:4])], 0),
        ({"minutes": 30}, [names(*FIVE[:3])], [names(*FIVE[:1])], 1),
        ({"minutes": 14}, [names(*FIVE[:2])], [names(*FIVE[:1])], 0)],
    # From the fifth set of a compound on, from the fourth of anything else.
    "late_set": [
        ({}, [names("bench_press", sets=4)], [names("bench_press", sets=6)], 2),
        ({}, [names("bench_press", sets=3)], [names("bench_press", sets=4)], 0),
        ({}, [names("leg_curl", sets=3)], [names("leg_curl", sets=5)], 2),
        ({}, [names("plank", sets=3)], [names("plank", sets=4)], 1)],
    # From the fourth set of a deadlift on, in sets of more than five.
    "late_deadlift": [
        ({}, [names("deadlift", sets=3, reps=6)], [names("deadlift", sets=5, reps=6)], 2),
        ({}, [names("deadlift", sets=3, reps=5)], [names("deadlift", sets=4, reps=5)], 0),
        ({}, [names("romanian_deadlift", sets=3)], [names("romanian_deadlift", sets=4)], 0)],
    # Squats and deadlifts for repetitions; fives are heavy.
    "risk_again": [
        ({}, [names("back_squat", reps=6)], [names("back_squat", "deadlift", reps=6)], 1),
        ({}, [names("back_squat", reps=5)], [names("back_squat", "deadlift", reps=5)], 0),
        ({}, [names("back_squat", reps=8)], [names("back_squat", "romanian_deadlift", reps=8)],
         0)],
    "core_again": [
        ({}, [names("plank")], [names("plank", "side_plank", "dead_bug")], 2),
        ({}, [names("plank")], [names("plank", "leg_curl")], 0)],
    # A first lift of a basic movement has four sets, where the session needs a main lift.
    "short_main": [
        ({}, [names("bench_press", sets=4)], [names("bench_press", sets=2)], 2),
        ({}, [names("bench_press", sets=4)], [names("bench_press", sets=5)], 0),
        ({}, [names("db_bench", sets=4)], [names("db_bench", sets=2)], 0),
        ({}, [names("deadlift", sets=3, reps=8)], [names("deadlift", sets=2, reps=8)], 1),
        ({"minutes": 20}, [names("bench_press", sets=4)], [names("bench_press", sets=2)], 0)],
    # Lumbar strain: deadlift 3, bent-over row 3, bent-over fly 2, seated row 1.
    "back_again": [
        ({}, [names("deadlift", "seated_row")], [names("deadlift", "bent_over_row")], 1),
        ({}, [names("deadlift")], [names("deadlift", "bent_over_row", "bent_over_fly")], 2),
        ({}, [names("bench_press")], [names("deadlift")], 0),
        ({"days": "mon thu"}, [names("deadlift"), names("bench_press")],
         [names("deadlift"), names("bent_over_row")], 0)],
    "same_pattern": [
        ({}, [names("bench_press")], [names("bench_press", "db_bench", "push_up")], 2),
        ({}, [names("bench_press")], [names("bench_press", "overhead_press")], 0),
        ({"days": "mon thu"}, [names("bench_press"), []],
         [names("bench_press"), names("db_bench")], 0)],
    "station": [
        ({"equipment": MACHINES}, [names("leg_press")], [names("leg_press", "leg_curl")], 1),
        ({}, [names("leg_curl")], [names("leg_curl", "lateral_raise")], 0),
        ({}, [names("triceps_pushdown")], [names("triceps_pushdown", "face_pull")], 0),  # one cable
        ({}, [names("leg_curl")], [names("bench_press")], 1)],  # a bench in a rack: two places
    "pair": [
        ({}, [[("barbell_curl", 3, 10), ("triceps_pushdown", 3, 10)]],
         [[("barbell_curl", 3, 10, "A"), ("triceps_pushdown", 3, 10, "A")]], 1),
        ({"supersets": "prefer"}, [[("barbell_curl", 3, 10), ("triceps_pushdown", 3, 10)]],
         [[("barbell_curl", 3, 10, "A"), ("triceps_pushdown", 3, 10, "A")]], 0)],
    "unpaired": [
        ({"supersets": "prefer"}, [[("barbell_curl", 3, 10), ("triceps_pushdown", 3, 10)]],
         [[("barbell_curl", 3, 10, "A"), ("triceps_pushdown", 3, 10, "A")]], -2),
        ({}, [names("barbell_curl")], [names("barbell_curl", "triceps_pushdown")], 0)],
    "main_changes": [
        ({"days": "mon thu"}, [names("bench_press"), names("bench_press")],
         [names("bench_press"), names("db_bench")], 1),
        ({"days": "mon thu"}, [names("bench_press"), names("seated_row")],
         [names("bench_press"), names("overhead_press")], 0),  # other movements
        ({}, [names("bench_press")], [names("bench_press", "db_bench")], 0)],  # no week
    "accessory_again": [
        ({"days": "mon thu"}, [names("barbell_curl"), names("hammer_curl")],
         [names("barbell_curl"), names("barbell_curl")], 1),
        ({"days": "mon thu"}, [names("bench_press"), names("seated_row")],
         [names("bench_press"), names("bench_press")], 0)],
    # A hinge with grip and systemic strain of 3 once a week; a lighter one as often as may be.
    "deadlift_again": [
        ({"days": "mon thu"}, [names("deadlift"), names("bench_press")],
         [names("deadlift"), names("deadlift")], 1),
        ({"days": "mon thu"}, [names("deadlift"), names("bench_press")],
         [names("deadlift"), names("romanian_deadlift")], 0),
        ({"days": "mon thu"}, [names("deadlift"), names("bench_press")],
         [names("deadlift"), names("kb_swing")], 0),  # of the grip it asks less
        ({"days": "mon thu"}, [names("kb_deadlift"), names("bench_press")],
         [names("kb_deadlift"), names("kb_deadlift")], 0)],
    "max_untrained": [
        ({"maxes_kg": {"bench_press": 80, "deadlift": 120}}, [names("bench_press", "deadlift")],
         [names("seated_row")], 2),
        # What cannot be trained here is no miss.
        ({"equipment": ["mat"], "maxes_kg": {"deadlift": 120}}, [names("push_up")],
         [names("push_up", "plank")], 0)],
    "like": [({"likes": ["db_bench"]}, [names("bench_press")], [names("db_bench")], 1)],
    "dislike": [({"dislikes": ["db_bench"]}, [names("bench_press")], [names("db_bench")], 1)],
    "preferred": [({"complaints": ["low_back_pain"]}, [names("leg_extension")], [names("bridge")],
                   1)],
    "recent": [
        ({"recent": [{"exercise": "db_bench", "date": "2024-05-06"}]}, [names("bench_press")],
         [names("db_bench")], 1)],
    # Two lifts of one movement that train the same directly: the penalty of `variants`.
    "rule_point": [
        ({"rules": {"variants": "off"}}, [names("bench_press")], [names("bench_press",
         "db_bench")], 0)],
}

ELSEWHERE = {"near_percent", "near_from_percent", "middle_percent", "top_percent", "beyond_percent",
             "focus_percent", "focus_least", "pattern_goal", "first_percent", "first_to_percent",
             "change"}
"""Prices of goals: their tests are below, and in `test_goals.test_what_a_quarter_set_is_worth`.
What a change costs is asked only where a week is planned anew (tests/planner/answers)."""


def test_every_price_has_twins(catalog):
    """No price of the data is without a test, and no test without a price."""
    assert set(TWINS) | ELSEWHERE == set(catalog.price_by_id)


@pytest.mark.parametrize(("name", "number"), [
    (name, k) for name, cases in TWINS.items() for k in range(len(cases))])
def test_twins(problem_of, workout, name, number):
    """Two workouts that differ in one fact cost what that is priced at, and are else alike."""
    fields, before, after, units = TWINS[name][number]
    problem = problem_of({name: POINTS}, **fields)
    first, second = (total(workout(problem, *w), problem) for w in (before, after))

    assert second - first == units * POINTS


@pytest.mark.parametrize(("date", "sevenths"), [
    ("2024-05-08", 7), ("2024-05-07", 6), ("2024-05-03", 2), ("2024-05-02", 1),
    ("2024-05-01", 0), ("2024-04-01", 0)])
def test_what_was_done_lately_fades(problem_of, workout, date, sevenths):
    """A week after it was done an exercise is as good as new; the latest date is today."""
    recent = [{"exercise": "db_bench", "date": date}, {"exercise": "plank", "date": "2024-05-08"}]
    problem = problem_of({"recent": 700}, recent=recent)

    assert total(workout(problem, names("db_bench")), problem) == 100 * sevenths


def test_a_penalty_point(problem_of, workout):
    """What broken should rules cost is the sum of their penalties; musts cost nothing."""
    problem = problem_of({"rule_point": 7})
    done = workout(problem, names("bench_press"))
    rows = [LedgerRow(rule="a", severity="should", status="broken", where="mon", penalty=3,
                      says=""),
            LedgerRow(rule="b", severity="should", status="broken", where="mon", penalty=2,
                      says=""),
            LedgerRow(rule="c", severity="must", status="broken", where="mon", says="")]

    assert quality_parts(done, problem, rows)["rules"] == 7 * (3 + 2)


# --- goals ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def of_lats(catalog: Catalog) -> Callable[..., Problem]:
    """Build a problem that wants 5.5, 8 and 11 sets of lats at 50 points a quarter set."""

    def make(weight: int = 1) -> Problem:
        data = with_prices(
            catalog, first_percent=80, first_to_percent=40, near_percent=40,
            near_from_percent=75, middle_percent=20, top_percent=10, beyond_percent=6,
            focus_percent=100, focus_least=1)
        data = data.model_copy(update={"importance": tuple(
            row.model_copy(update={"points": 50}) for row in data.importance)})
        wanted = {"min": 5.5, "target": 8, "max": 11, "weight": weight}
        request = Request.model_validate({
            "focus": ["lats"], "sessions": [{"day": "mon", "minutes": 60}],
            "coverage": {"lats": wanted}})
        return build_problem(normalise(request, data), data, REGISTRY)
    return make


@pytest.mark.parametrize(("quarters", "points"), [
    # Target 32 quarter sets, near from 24, the first up to 12 (0.4 x 32 = 12.8): a quarter set
    # costs 50, when near 20, and of the first ones 40 more.
    (0, 12 * 40 + 24 * 50 + 8 * 20), (11, 40 + 13 * 50 + 8 * 20),
    (20, 4 * 50 + 8 * 20), (24, 8 * 20), (31, 20), (32, 0), (60, 0)])
def test_missing_to_a_target(of_lats, quarters, points):
    """Each quarter set costs its group's price, more of the first ones, less where it is near."""
    problem = of_lats()

    assert missed(target_steps(problem, problem.goals[0]), quarters) == points


@pytest.mark.parametrize(("quarters", "points"), [
    # Half way to the max of 44 is 38, twice the max 88: 20, 10 and 6 % of 50 points.
    (88, 0), (44, 44 * 3), (43, 45 * 3 + 5), (38, 50 * 3 + 6 * 5), (37, 51 * 3 + 7 * 5 + 10),
    (32, 56 * 3 + 12 * 5 + 6 * 10), (90, 0)])
def test_time_that_is_left(of_lats, quarters, points):
    """More than the target is worth ever less, and beyond twice the max nothing."""
    problem = of_lats()

    assert missed(time_steps(problem, problem.goals[0]), quarters) == points


@pytest.mark.parametrize("steps", [target_steps, time_steps])
def test_weight_multiplies(of_lats, steps):
    """A goal of weight 3 costs three times as much, wherever it stands."""
    light, heavy = of_lats(), of_lats(weight=3)

    for got in range(0, 90, 10):
        assert missed(steps(heavy, heavy.goals[0]), got) == (
            3 * missed(steps(light, light.goals[0]), got))


@pytest.mark.parametrize("sets", [0, 5, 6, 8, 9, 11, 15])
def test_the_goals_of_a_workout(of_lats, workout, sets):
    """Pulldowns give four quarter sets each to the lats, and the parts say what that costs."""
    problem = of_lats()
    done = workout(problem, [("lat_pulldown", sets, 10)] if sets else [])
    parts = quality_parts(done, problem, ())

    assert parts["targets"] == missed(target_steps(problem, problem.goals[0]), 4 * sets)
    assert parts["time"] == missed(time_steps(problem, problem.goals[0]), 4 * sets)


@pytest.mark.parametrize("name", ["near_percent", "middle_percent", "top_percent",
                                  "beyond_percent"])
def test_less_and_less(catalog, name):
    """In the data a set more is worth less the more there are, and never nothing or harm."""
    order = [100, *(catalog.price_by_id[n].points for n in (
        "near_percent", "middle_percent", "top_percent", "beyond_percent"))]

    assert order == sorted(order, reverse=True)
    assert catalog.price_by_id[name].points > 0


# --- a whole session, at the data's prices ---------------------------------------------------


def test_a_session_by_hand(make_problem, workout, price):
    """Five sets of bench press, three of pulldowns, curls and pushdowns as a superset.

    Bench press: the first of its movement, a staple; strain 2; one set more than four. Pulldown:
    strain 2, a staple and a first, a set short of four. Curl: staple, strain 0 + 1 + 1, liked;
    pushdown: the same, disliked. Places: bench, rack, pulldown machine, cable. 8, 10 and 12
    repetitions are within the ranges of their classes.
    """
    problem = make_problem(likes=["hammer_curl"], dislikes=["triceps_pushdown"])
    done = workout(problem, [("bench_press", 5, 8), ("lat_pulldown", 3, 10),
                             ("hammer_curl", 3, 12, "A"), ("triceps_pushdown", 3, 12, "A")])

    parts = quality_parts(done, problem, ledger(done, problem, REGISTRY))

    assert tuple(parts) == PARTS
    assert parts["choice"] == 4 * price("staple") + 8 * price("strain_point")
    assert parts["wishes"] == price("like") + price("dislike")
    assert parts["shape"] == (
        4 * price("entry") + price("late_set") + price("short_main"))
    assert parts["stations"] == 4 * price("station")
    assert parts["supersets"] == price("pair")
    assert (parts["dose"], parts["week"]) == (0, 0)


def test_the_warm_up_costs_nothing(make_problem, workout):
    """What a session begins with is chosen afterwards, and no price speaks of it."""
    problem = make_problem()
    entries = names("bench_press", "seated_row")
    rows = ledger(workout(problem, entries), problem, REGISTRY)

    assert quality_parts(workout(problem, entries), problem, rows) == quality_parts(
        workout(problem, entries, warm_up=False), problem, rows)
