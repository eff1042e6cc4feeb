"""Default goals by goal, level and focus; the figures are those of the data."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from planner.problem.goals import capacity, goals
from planner.request.errors import InputError
from planner.request.request import Request, normalise
from tests.planner.prices import with_prices

LEVELS = ("novice", "intermediate", "advanced")
ROWS = {
    "maintenance": [(2, 3, 5), (3, 4, 6), (4, 6, 8)],
    "light": [(3, 5, 8), (4, 8, 12), (5, 10, 14)],
    "large": [(4, 8, 12), (8, 12, 18), (10, 16, 22)],
    "small": [(3, 6, 10), (6, 10, 16), (8, 14, 20)],
    "lift": [(2, 4, 6), (3, 5, 9), (4, 8, 12)],
    "endurance": [(2, 4, 8), (3, 6, 10), (4, 8, 12)],
}
WHOLE_BODY = {"lats", "upper_back", "traps", "rear_delts", "side_delts", "lower_back", "core",
              "abs", "chest", "biceps", "triceps", "glutes", "hamstrings", "quads", "calves"}
SMALL = {"traps", "rear_delts", "side_delts", "biceps", "triceps", "calves"}


AMPLE = 300
"""Minutes that hold everything that anyone wants by default."""


def figures(problem):
    """Return min, target and max in sets by goal."""
    return {g.id: (g.min / 4, g.target / 4, g.max / 4) for g in problem.goals}


@pytest.mark.parametrize(("goal", "lats", "biceps", "lower_back"), [
    ("strength", "lift", "maintenance", "endurance"),
    ("hypertrophy", "large", "small", "endurance"),
    ("toning", "light", "light", "endurance"),
    ("health", "light", "light", "endurance"),
    ("maintenance", "maintenance", "maintenance", "maintenance"),
])
@pytest.mark.parametrize("level", LEVELS)
def test_a_weeks_focus(make_problem, goal, level, lats, biceps, lower_back):
    """A large group, a small one and the lower back take their row by goal and level."""
    problem = make_problem(days="mon thu", minutes=AMPLE, goal=goal, level=level,
                           focus=["lats", "biceps", "lower_back"])

    found = figures(problem)

    at = LEVELS.index(level)
    assert found["lats"] == ROWS[lats][at]
    assert found["biceps"] == ROWS[biceps][at]
    assert found["lower_back"] == ROWS[lower_back][at]


def test_the_rest_of_a_week_is_maintained(make_problem):
    """Beside a week's focus on the lats the rest of the whole body takes the maintenance row."""
    found = figures(make_problem(days="mon thu", focus=["lats"]))

    assert set(found) == WHOLE_BODY
    assert {v for k, v in found.items() if k != "lats"} == {(3, 4, 6)}


def test_strength_maintains_the_small_groups_beside_a_focus(make_problem):
    """In a week for the lats the biceps are part of the rest, for strength as well."""
    found = figures(make_problem(days="mon thu", goal="strength", focus=["lats"]))

    assert found["biceps"] == (3, 4, 6)


@pytest.mark.parametrize(("goal", "groups"), [
    ("hypertrophy", WHOLE_BODY), ("strength", WHOLE_BODY - SMALL), ("toning", WHOLE_BODY)])
def test_the_whole_body(make_problem, goal, groups):
    """Without a focus every group but the smallest has a goal; strength leaves out the small."""
    found = figures(make_problem(days="mon thu", goal=goal))

    assert set(found) == groups


@pytest.mark.parametrize("group", [
    "adductors", "abductors", "hip_flexors", "serratus", "rotator_cuff", "forearms", "front_delts"])
def test_groups_that_have_a_goal_only_where_focused(make_problem, group):
    """Forearms and the like are nobody's goal until they are asked for."""
    assert group not in figures(make_problem(days="mon thu"))
    assert group in figures(make_problem(days="mon thu", focus=[group]))


# --- one day -------------------------------------------------------------------------------


@pytest.mark.parametrize(("level", "lats"), [
    ("novice", (2.5, 5.5, 8)),  # 4-8-12: 2.67, 5.33, 8
    ("intermediate", (5.5, 8, 11)),  # 8-12-18: 5.33, 8, 12 -> at most 11
    ("advanced", (6.5, 8, 11)),  # 10-16-22: 6.67, 10.67 -> at most 8, 14.67 -> at most 11
])
def test_two_thirds_for_one_session(make_problem, level, lats):
    """A session's focus takes two thirds of the week, in half sets, at most 8 and 11."""
    found = figures(make_problem(level=level, focus=["lats"]))

    assert found == {"lats": lats}


def test_a_small_group_in_one_session(make_problem):
    """6-10-16 becomes 4, 6.67 -> 6.5, 10.67 -> 10.5."""
    assert figures(make_problem(focus=["biceps"])) == {"biceps": (4, 6.5, 10.5)}


def test_a_whole_body_session(make_problem):
    """Without a focus one session is for everything, at half of the week, where there is time."""
    found = figures(make_problem(minutes=AMPLE))

    assert set(found) == WHOLE_BODY
    assert found["lats"] == (4, 6, 9)  # half of 8-12-18
    assert found["abs"] == (1.5, 3, 5)  # of 3-6-10


def test_a_whole_body_day(make_problem):
    """Morning and evening of one day are one day, and so is a week that only one day can train."""
    twice = figures(make_problem(days="mon mon", minutes=AMPLE))
    half = figures(make_problem(sessions=[
        {"day": "mon", "minutes": AMPLE}, {"day": "thu", "minutes": 60, "equipment": ["none"]}]))

    assert twice["lats"] == half["lats"] == (4, 6, 9)
    assert half["chest"] == (8, 12, 18)  # push-ups on Thursday


def test_two_sessions_of_one_day_are_one_day(make_problem):
    """Morning and evening of Monday: the focus two thirds, the rest half of maintenance."""
    found = figures(make_problem(days="mon mon", focus=["lats"]))

    assert found["lats"] == (5.5, 8, 11)
    assert found["quads"] == (1.5, 2, 3)


def test_half_for_the_rest_where_one_day_can_train_it(make_problem):
    """Thursday without equipment trains the chest, but not the lats."""
    problem = make_problem(focus=["chest"], sessions=[
        {"day": "mon", "minutes": 60}, {"day": "thu", "minutes": 60, "equipment": ["none"]}])

    found = figures(problem)

    assert found["chest"] == (8, 12, 18)  # push-ups on both days
    assert found["lats"] == (1.5, 2, 3)  # half of 3-4-6


def test_halves_go_up(make_problem):
    """Half of a novice's 2-3-5 is 1, 1.5, 2.5."""
    problem = make_problem(level="novice", focus=["chest"], sessions=[
        {"day": "mon", "minutes": 60}, {"day": "thu", "minutes": 60, "equipment": ["none"]}])

    assert figures(problem)["lats"] == (1, 1.5, 2.5)


# --- what the minutes can hold ---------------------------------------------------------------

NO_WARM_UP = {"raise_minutes": 0, "mobilise_minutes": 0}


def of_lats_and_biceps(catalog, room):
    """Return the goals of two days for lats and biceps, where the minutes hold so many sets.

    Lats are worth 40 points and want 8-12-18 sets, biceps 20 points and 6-10-16: 22 in all.
    """
    data = with_prices(catalog, focus_least=1, focus_percent=100)
    points = {"lats": 40, "biceps": 20}
    # Two hours without a warm-up: so many sets an hour, of which each gives one.
    data = data.model_copy(update={
        "importance": tuple(row.model_copy(update={"points": points.get(row.id, row.points)})
                            for row in data.importance),
        "capacity": tuple(row.model_copy(update={"sets_an_hour": room / 2, "gives": 1})
                          for row in data.capacity),
        "volume": tuple(row.model_copy(update={"intermediate": (0, 0, 0)})
                        if row.id == "maintenance" else row for row in data.volume)})
    request = normalise(Request.model_validate({
        "focus": ["lats", "biceps"], "warm_up": NO_WARM_UP,
        "sessions": [{"day": d, "minutes": 60} for d in ("mon", "thu")]}), data)
    days = dict.fromkeys(WHOLE_BODY, 2)
    return {g.id: (g.min / 4, g.target / 4, g.max / 4) for g in goals(request, data, days)}


@pytest.mark.parametrize(("room", "lats", "biceps"), [
    (22, (8, 12, 18), (6, 10, 16)),
    # A level L with 12 + 10 x 20 L = 18: L = 0.03, lats whole, biceps 0.6: 6, and 0.36 x 6 = 2.16.
    (18, (8, 12, 18), (2, 6, 16)),
    # 12 x 40 L + 10 x 20 L = 16: lats 0.941: 11.29, 7.09; biceps 0.47: 4.71, 1.33.
    (16, (7, 11.5, 18), (1, 4.5, 16)),
    # ... = 0.34: L = 0.0005, lats 0.02: 0.24; biceps 0.01: 0.1.
    (0.34, (0, 0, 18), (0, 0, 16)),
])
def test_less_important_groups_give_way_first(catalog, room, lats, biceps):
    """Each keeps the share level x importance, at most all of it.

    Targets are in half sets; mins keep the square of the share, in whole sets, rounded down.
    What is too much does not depend on the minutes.
    """
    found = of_lats_and_biceps(catalog, room)

    assert (found["lats"], found["biceps"]) == (lats, biceps)


def test_written_goals_are_not_cut(make_problem):
    """In a quarter of an hour twelve sets that were written down stay twelve."""
    problem = make_problem(minutes=15, coverage={"lats": {"min": 6, "target": 12, "max": 18}})

    assert figures(problem)["lats"] == (6, 12, 18)
    assert figures(problem)["upper_back"] < (4, 6, 9)


@pytest.mark.parametrize("goal", ["strength", "hypertrophy", "health"])
def test_the_warm_up_holds_no_sets(make_problem, catalog, goal):
    """Of sixty minutes five and three for the warm-up leave 52 for work."""
    request = make_problem(goal=goal, warm_up={"raise_minutes": 5, "mobilise_minutes": 3}).request
    row = catalog.capacity_by_id[goal]

    assert capacity(request, catalog) == pytest.approx(52 / 60 * row.sets_an_hour * row.gives)


@pytest.mark.parametrize(("fields", "short"), [
    ({"minutes": AMPLE}, False),
    ({"minutes": 30}, True),
    ({"minutes": 30, "focus": ["biceps"]}, False),
    # What was written down counts as well: ninety sets of forearms.
    ({"minutes": AMPLE, "coverage": {"forearms": {"target": 90}, "chest": {"target": 90,
     "max": 99}, "lats": {"target": 90, "max": 99}}}, True),
])
def test_short_of_time(make_problem, fields, short):
    """Where the minutes cannot hold what is wanted, before anything is cut."""
    assert make_problem(**fields).short is short


@pytest.mark.parametrize(("name", "fields", "points"), [
    ("chest", {}, lambda c, q: c["chest"]),
    ("pec_clav", {"coverage": {"pec_clav": {"target": 4}}}, lambda c, q: c["chest"]),
    ("hip_hinge", {"coverage": {"hip_hinge": {"target": 4}}}, lambda c, q: q["pattern_goal"]),
    ("twist", {"coverage": {"twist": {"target": 4}}}, lambda c, q: q["pattern_goal"]),
    # In a focus: a percentage of that, of at least so much.
    ("chest", {"focus": ["chest"]},
     lambda c, q: max(c["chest"], q["focus_least"]) * q["focus_percent"] // 100),
    ("forearms", {"focus": ["forearms"]},
     lambda c, q: max(c["forearms"], q["focus_least"]) * q["focus_percent"] // 100),
    # Through a region it keeps its rank.
    ("forearms", {"focus": ["arms"]}, lambda c, q: c["forearms"] * q["focus_percent"] // 100),
    # What helps with a complaint counts as if it were in the focus.
    ("core", {"complaints": ["low_back_pain"]},
     lambda c, q: max(c["core"], q["focus_least"]) * q["focus_percent"] // 100),
    ("forearms", {"days": "mon", "sessions": [
        {"day": "mon", "minutes": 60, "focus": ["forearms"]}],
                  "coverage": {"forearms": {"target": 4}}},
     lambda c, q: max(c["forearms"], q["focus_least"]) * q["focus_percent"] // 100),
])
def test_what_a_quarter_set_is_worth(make_problem, catalog, name, fields, points):
    """The importance of the group, of a muscle that of its group; more in the focus."""
    groups = {row.id: row.points for row in catalog.importance}
    prices = {row.id: row.points for row in catalog.quality}
    found = {g.id: g.points for g in make_problem(**fields).goals}

    assert found[name] == points(groups, prices)


# --- regions and muscles -------------------------------------------------------------------


@pytest.mark.parametrize(("focus", "groups"), [
    (["back"], {"lats", "upper_back", "traps", "rear_delts", "lower_back"}),
    (["arms"], {"biceps", "triceps", "forearms"}),
    (["arms", "biceps"], {"biceps", "triceps", "forearms"}),  # once each
    (["grip"], {"forearms"}),
    (["posture"], {"upper_back", "rear_delts", "rotator_cuff", "lower_back", "core"}),
    (["lats"], {"lats"}),  # group and muscle share the id: the group
    (["rear_delt"], {"rear_delts"}),  # its group's only member
    (["trap_mid"], {"trap_mid"}),  # one of three
])
def test_what_a_focus_stands_for(make_problem, focus, groups):
    """Regions are their groups, a single muscle itself or the group it is alone in."""
    assert set(figures(make_problem(focus=focus))) == groups


def test_the_group_lats_is_meant(make_problem):
    """A set that trains the teres major only would count for the lats."""
    problem = make_problem(focus=["lats"])
    pulldown = problem.catalog.exercise_by_id["lat_pulldown"]
    teres_only = pulldown.model_copy(update={"muscles": {"teres_major": 1.0}})

    assert problem.trains(teres_only, "lats") == 1.0


def test_a_muscle_takes_its_groups_row(make_problem):
    """The middle traps belong to the upper back, a large group; which has no goal beside them."""
    found = figures(make_problem(days="mon thu", focus=["trap_mid"]))

    assert found["trap_mid"] == (8, 12, 18)
    assert "upper_back" not in found
    assert set(found) == (WHOLE_BODY - {"upper_back"}) | {"trap_mid"}


# --- overrides -----------------------------------------------------------------------------


@pytest.mark.parametrize(("wanted", "lats"), [
    ({}, (8, 12, 18)),
    ({"min": 10}, (10, 12, 18)),
    ({"target": 14}, (8, 14, 18)),
    ({"max": 16}, (8, 12, 16)),
    ({"min": 20}, (20, 20, 20)),  # what is not written gives way
    ({"target": 4}, (4, 4, 18)),
    ({"target": 20}, (8, 20, 20)),
    ({"max": 5}, (5, 5, 5)),
    ({"min": 0, "max": 30}, (0, 12, 30)),
    ({"min": 1, "target": 2, "max": 3}, (1, 2, 3)),
])
def test_a_field_at_a_time(make_problem, wanted, lats):
    """A written figure replaces the default's; the others stay as far as the order allows."""
    problem = make_problem(days="mon thu", focus=["lats"], coverage={"lats": wanted})

    assert figures(problem)["lats"] == lats


def test_written_figures_are_not_scaled(make_problem):
    """In one session 9 sets are 9 sets."""
    problem = make_problem(focus=["lats"], coverage={"lats": {"target": 9}})

    assert figures(problem)["lats"] == (5.5, 9, 11)


def test_weight(make_problem):
    """A weight alone leaves the figures as they are."""
    problem = make_problem(focus=["lats", "biceps"], coverage={"lats": {"weight": 3}})

    assert {g.id: g.weight for g in problem.goals} == {"biceps": 1, "lats": 3}
    assert figures(problem)["lats"] == (5.5, 8, 11)


@pytest.mark.parametrize(("name", "wanted", "found"), [
    ("forearms", {"target": 6}, (0, 6, 6)),
    ("forearms", {"min": 2, "target": 6, "max": 8}, (2, 6, 8)),
    ("forearms", {"min": 2}, (2, 2, 2)),
    ("forearms", {"max": 5}, (0, 5, 5)),
    ("trap_lower", {"target": 4}, (0, 4, 4)),  # a single muscle beside its group
    ("twist", {"target": 4}, (0, 4, 4)),  # a family
    ("hip_hinge", {"min": 3, "target": 4}, (3, 4, 4)),  # a pattern
])
def test_what_has_no_default(make_problem, name, wanted, found):
    """A goal of one's own: its min is 0 and its max the target, where they are not written."""
    problem = make_problem(focus=["lats"], coverage={name: wanted})

    assert figures(problem) == {name: found, "lats": (5.5, 8, 11)}


def test_a_muscle_alone_in_its_group_overrides_the_group(make_problem):
    """`rear_delt` means `rear_delts`."""
    problem = make_problem(days="mon thu", minutes=AMPLE, coverage={"rear_delt": {"target": 12}})

    assert figures(problem)["rear_delts"] == (6, 12, 16)
    assert "rear_delt" not in figures(problem)


def test_nothing_to_start_from(make_problem):
    """A weight for something without a default goal is refused, with the place."""
    with pytest.raises(InputError, match="no default goal") as refused:
        make_problem(focus=["lats"], coverage={"forearms": {"weight": 2}})

    assert refused.value.where == "coverage.forearms"


@pytest.mark.parametrize("wanted", [
    {"min": 9, "target": 8}, {"target": 9, "max": 8}, {"min": 9, "max": 8},
    {"min": -1}, {"target": 8.1}, {"weight": -1}, {"sets": 8}])
def test_figures_that_cannot_be(wanted):
    """Falling, negative or odd figures are refused, and so are unknown fields."""
    with pytest.raises(ValidationError):
        Request.model_validate({"sessions": [{"day": "mon", "minutes": 60}],
                                "coverage": {"lats": wanted}})
