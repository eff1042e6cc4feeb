"""What a plan's own sentences say in figures: what is missed, what to add next time, loads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import planner
from planner.catalog import load
from planner.plans.progression import next_step
from planner.plans.schema import Plan
from tests.planner.figures import ONE_OF_MANY, data_of, sets_of, share, work_of, works_of

CATALOG = load()
EXERCISES = CATALOG.exercise_by_id
WEEK = Plan.model_validate_json(
    (Path(__file__).parents[3] / "examples" / "plans" / "week_mixed.json").read_text("utf-8"))
PLACES = ("First", "Second", "Third", "Fourth", "Fifth")
NO_WARM_UP = {"raise_minutes": 0, "mobilise_minutes": 0}


def request(minutes, days="mon", **fields):
    """Return a request for some days of equal length."""
    return {"sessions": [{"day": d, "minutes": minutes} for d in days.split()],
            "limits": {"seconds": 1.5}, **fields}


SHORT = {
    "biceps in a gym": request(
        25, focus=["biceps", "upper_back"], warm_up=NO_WARM_UP,
        coverage={"biceps": {"min": 8, "max": 20}, "upper_back": {"min": 6, "max": 20}}),
    "upper back without equipment": request(
        18, focus=["abs", "upper_back"], warm_up=NO_WARM_UP, equipment=["none"],
        supersets="prefer",
        coverage={"abs": {"min": 3, "max": 20}, "upper_back": {"min": 5, "max": 20}}),
    "chest and back at home": request(
        20, focus=["chest", "back"], equipment=["home"], supersets="never",
        coverage={"chest": {"min": 6}, "upper_back": {"min": 6}}),
    "legs without equipment": request(
        45, "mon tue", focus=["legs"], equipment=["none"])}
"""Requests whose mins do not fit."""


@pytest.fixture(scope="module")
def short():
    """Return the plans of these requests."""
    return {name: planner.plan(asked) for name, asked in SHORT.items()}


@pytest.fixture(scope="module")
def plans():
    """Return a frozen week, a day at home, and one with a lift of a single set."""
    return [WEEK, planner.plan(request(20, equipment=["home"])), planner.plan(request(
        30, equipment=["home"], include=[{"exercise": "push_up", "reps": 20},
                                         {"exercise": "goblet_squat", "sets": 1}]))]


def missed(plan):
    """Return the goals below their min by id, counted from the entries."""
    data = data_of(plan)
    got = {c["muscle"]: sets_of(data, c["muscle"], CATALOG) for c in data["coverage"]}
    return {c["muscle"]: (got[c["muscle"]], c["min"]) for c in data["coverage"]
            if got[c["muscle"]] < c["min"]}


def told_of(notes, begin=""):
    """Return the goals that notes name as below their min, with both figures."""
    lists = [note.partition("minimum of ")[2].replace(" and ", ", ") for note in notes
             if note.startswith(begin)]
    goal = r"([a-z]+(?: [a-z]+)?) \(([\d.]+) of ([\d.]+) sets\)"
    return {name.replace(" ", "_"): (float(got), float(low))
            for text in lists for name, got, low in re.findall(goal, text)}


def longer(plan, minutes):
    """Plan for more minutes a session with the goals and warm-ups of a plan as they were."""
    asked = data_of(plan)["request"]
    goals = {c["muscle"]: {k: c[k] for k in ("min", "target", "max")}
             for c in data_of(plan)["coverage"]}
    return planner.plan({**asked, "coverage": goals, "sessions": [
        {**s, "minutes": s["minutes"] + minutes} for s in asked["sessions"]]})


@pytest.mark.parametrize("name", SHORT)
def test_what_is_missed_is_told_with_its_sets(short, name):
    """Each goal below its min is told once: what it gets, from the entries, of what it needs."""
    assert told_of(short[name].notes) == missed(short[name]) != {}


@pytest.mark.parametrize("name", [n for n in SHORT if "legs" not in n])
def test_the_minutes_needed_at_least(short, name):
    """With a minute less than is needed at least, the mins that were named are not reached."""
    plan = short[name]
    [minutes] = re.findall(r"at least (\d+) minutes? more", " ".join(plan.notes)) or ["1"]

    enough = longer(plan, int(minutes) - 1)

    still = missed(enough)
    assert any(goal in still for goal in missed(plan)), (
        f"{int(minutes) - 1} minutes more are enough for {', '.join(missed(plan))}")


def test_too_little_time_is_mended_by_time(short):
    """A goal that is missed for want of time alone gets nearer to its min with twice the time."""
    plan = short["legs without equipment"]
    twice = longer(plan, 45)
    assert twice.solver.tiers[0].proved

    for goal, (got, low) in told_of(plan.notes, "Too little time").items():
        after = sets_of(data_of(twice), goal, CATALOG)
        assert after > got, f"{goal} has {after} of {low} sets in twice the time as well"


def test_limits_that_leave_no_room_leave_none():
    """A plan that was stopped early blames no limit where a longer search reaches the min."""
    asked, seen = request(60, "mon wed fri"), []
    early = planner.plan(asked, on_progress=seen.append, should_stop=lambda: bool(seen))
    late = planner.plan(asked)

    assert missed(late) == {}
    assert told_of(early.notes, "Limits on sets, strain or recovery leave no room") == {}


def test_nothing_at_hand_trains_it():
    """Of what an advanced lifter can do on the floor nothing gives lats or biceps a set."""
    plan = planner.plan(request(60, "mon tue", focus=["quads"], equipment=["none"],
                                level="advanced"))
    [said] = re.findall(r"Nothing at hand trains ([a-z ]+) directly", " ".join(plan.notes))
    named = said.split(" and ")

    credit = CATALOG.credits["hypertrophy"]
    for goal in (c["muscle"] for c in data_of(plan)["coverage"]):
        gives = [e.id for e in CATALOG.exercises if () in e.equipment and "work" in e.phases
                 and share(e, goal, CATALOG) and credit[e.loading] and e.outgrown_at is None]
        assert goal not in named or gives == []


def test_what_to_add_is_what_the_table_says(plans):
    """A sentence and its few words in the table have one step and one mark, above today's dose.

    Kilograms are the catalogue's step of the load, and it starts again at today's repetitions.
    """
    for plan in plans:
        for e in (e for s in plan.sessions for e in s.entries if e.phase == "work"):
            words, said = next_step(e, plan.request, CATALOG), e.next_time
            if match := re.match(r"When (?:the set reaches|(both|all (\d+)) sets reach) (\d+) reps"
                                 r".*?, add ([\d.]+) kg and start again at (\d+)\.$", said):
                sets = match[2] or (2 if match[1] else 1)
                top, kilos, start = match[3], match[4], match[5]
                step = CATALOG.step_by_id[EXERCISES[e.exercise].load]
                assert words == f"+{kilos} kg at {sets} x {top}"
                assert int(start) == e.reps < int(top)
                assert float(kilos) in (step.lower_kg, step.upper_kg)
                assert int(sets) == e.sets
            elif match := re.match(r"Add a rep a set up to (\d+), then ", said):
                assert words == f"+1 rep to {match[1]}"
                assert int(match[1]) > e.reps
            else:
                [more, top] = re.match(r"Add (\d+) s a set up to (\d+) s, then ", said).groups()
                assert words == f"+{more} s to {top} s"
                assert int(top) > e.hold_s


def test_one_is_not_many(plans):
    """No sentence beside an entry has one of something in the plural."""
    said = [t for plan in plans for _, e in works_of(data_of(plan)) for t in (
        e["why"], e["next_time"])]

    assert [s for s in said if ONE_OF_MANY.search(s)] == []


def test_which_exercise_of_the_day_it_is(plans):
    """The second, third and so on for a group has so many before it that train it directly.

    The day's only work for a group is that: nothing else of the day trains it by half.
    """
    flies = ["bench_press", "chest_fly", "cable_crossover"]
    more = [planner.plan(request(45, focus=["chest"], include=flies)),
            planner.plan(request(60, focus=["legs"], level="advanced"))]
    told = []
    for _, i, entry, work in ((s, i, e, work_of(s)) for p in (*plans, *more)
                              for s in data_of(p)["sessions"] for i, e in enumerate(work_of(s))):
        for place, group in re.findall(r"(\w+) exercise for ([a-z ]+)[,:]", entry["why"]):
            before = [e for e in work[:i] if trains(e, group) == 1]
            assert PLACES[len(before)] == place
            told.append(place)
        for group in re.findall(r"only work for ([a-z ]+)\.", entry["why"]):
            assert [e["exercise"] for e in work if trains(e, group)] == [entry["exercise"]]
            told.append("only")
    assert {"Second", "Third", "only"} <= set(told)


def trains(entry, words):
    """Return an entry's share for a group in words."""
    return share(EXERCISES[entry["exercise"]], words.replace(" ", "_"), CATALOG)


def test_loads_in_kilograms():
    """A load is the chart's share of the best single, to 2.5 kg, and so is each ramp set of it."""
    plan = planner.plan(request(45, goal="strength", maxes_kg={"deadlift": 143}))
    [deadlift] = [e for _, e in works_of(data_of(plan)) if e["exercise"] == "deadlift"]
    percent = CATALOG.chart[deadlift["reps"] + round(deadlift["rir"])]
    heavy = deadlift["load_kg"]

    assert deadlift["percent_1rm"] == pytest.approx(percent, abs=0.5)
    assert deadlift["ramp"]
    for kilos, exact in [(heavy, 143 * deadlift["percent_1rm"] / 100), *(
            (step["load_kg"], heavy * step["percent"] / 100) for step in deadlift["ramp"])]:
        assert kilos % 2.5 == 0
        assert abs(kilos - exact) <= 1.25
    assert all(e["load_kg"] is None for _, e in works_of(data_of(plan)) if e != deadlift)
