"""The time equation, %1RM, ramps, credit and fractional sets, each derived by hand."""

from __future__ import annotations

import pytest

from planner.problem.dosing import dose_for
from planner.workout.dose import (
    Dose,
    counted,
    credit,
    expected,
    half_up,
    involvements,
    percent_1rm,
    quarters,
    ramp_sets,
)
from planner.workout.reps import Parts
from planner.workout.session_seconds import session_seconds
from planner.workout.timing import Clock, Timing, group_seconds

PACES = ("brisk", "typical", "generous")


@pytest.fixture(scope="session")
def exercise(catalog):
    """Look an exercise up by its id."""
    return catalog.exercise_by_id.__getitem__


@pytest.fixture(scope="session")
def timed(catalog, exercise):
    """Time an exercise with a dose for a goal at a pace."""
    def time(name, dose, goal, pace="typical", work=True, least_rest_s=0):
        return Timing(catalog, goal, pace, least_rest_s).clock(exercise(name), dose, work)
    return time


# exercise, dose, sets, goal, then at each pace: lead-in, ramp, work, rest, alone.
BY_CLASS = [
    # Heavy compound, 5 x 5 with 2 in reserve: chart[7] = 81 %, ramp of 5, 5 and 3.
    #   typical   5 x 4.0 = 20, rest 180 > set-up 100, ramp 20 + 20 + 12 + 3 x 60 = 232,
    #             180 + 232 + 5 x 20 + 4 x 180 = 1232
    #   brisk     5 x 3.6 = 18, rest 120 > set-up 75, ramp (18 + 45) x 2 + (10.8 -> 11) + 45 = 182
    #   generous  5 x 4.8 = 24, rest 300 > set-up 150, ramp (24 + 90) x 2 + (14.4 -> 14) + 90 = 332
    ("deadlift", Dose(5, None, 2), 5, "strength", {
        "brisk": (120, 182, 18, 120, 120 + 182 + 90 + 480),
        "typical": (180, 232, 20, 180, 1232),
        "generous": (300, 332, 24, 300, 300 + 332 + 120 + 1200)}),
    # Free compound with dumbbells, 3 x 10 with 2 in reserve: 68 %, one ramp set of 5.
    #   brisk     27, set-up 37.5 -> 38, ramp 13.5 -> 14 + 45;  generous  36, ramp 18 + 90
    ("db_bench", Dose(10, None, 2), 3, "hypertrophy", {
        "brisk": (75, 59, 27, 75, 75 + 59 + 81 + 150),
        "typical": (120, 75, 30, 120, 120 + 75 + 90 + 240),
        "generous": (180, 108, 36, 180, 180 + 108 + 108 + 360)}),
    # Machine compound: no ramp.
    ("lat_pulldown", Dose(10, None, 2), 3, "hypertrophy", {
        "brisk": (60, 0, 27, 60, 60 + 81 + 120),
        "typical": (90, 0, 30, 90, 90 + 90 + 180),
        "generous": (150, 0, 36, 150, 150 + 108 + 300)}),
    # Isolation, 12 reps: 32.4 -> 32 and 43.2 -> 43 s.
    ("lateral_raise", Dose(12, None, 2), 3, "hypertrophy", {
        "brisk": (45, 0, 32, 45, 45 + 96 + 90),
        "typical": (75, 0, 36, 75, 75 + 108 + 150),
        "generous": (120, 0, 43, 120, 120 + 129 + 240)}),
    # Core: a hold is as long at every pace.
    ("plank", Dose(None, 40, None), 3, "hypertrophy", {
        "brisk": (30, 0, 40, 30, 30 + 120 + 60),
        "typical": (60, 0, 40, 60, 60 + 120 + 120),
        "generous": (90, 0, 40, 90, 90 + 120 + 180)}),
    # One-sided, 8 reps a side: both sides and 10 s; the rest is shorter by one side.
    #   typical   24, 2 x 24 + 10 = 58, rest 150 - 24 = 126; ramp 5 reps a side, 30 + 60
    #   brisk     21.6 -> 22, 54, rest 120 - 22 = 98; ramp 27 + 45
    #   generous  28.8 -> 29, 68, rest 240 - 29 = 211; ramp 36 + 90
    ("one_arm_db_row", Dose(8, None, 2), 4, "strength", {
        "brisk": (98, 72, 54, 98, 98 + 72 + 216 + 294),
        "typical": (126, 90, 58, 126, 126 + 90 + 232 + 378),
        "generous": (211, 126, 68, 211, 211 + 126 + 272 + 633)}),
    # To failure: 30 s more rest at typical pace, 60 at generous, none at brisk; no ramp.
    ("chin_up", Dose(8, None, 0, to_failure=True), 3, "hypertrophy", {
        "brisk": (75, 0, 22, 75, 75 + 66 + 150),
        "typical": (150, 0, 24, 150, 150 + 72 + 300),
        "generous": (240, 0, 29, 240, 240 + 87 + 480)}),
    # Set-up longer than the rest: brisk 90 x 0.75 = 67.5 -> 68 > 60, generous 90 x 1.5 = 135 > 120.
    # 15 reps with 3 in reserve: chart[18] = 53 %, so no ramp.
    ("bent_over_row", Dose(15, None, 3), 2, "toning", {
        "brisk": (68, 0, 41, 60, 68 + 82 + 60),
        "typical": (90, 0, 45, 90, 90 + 90 + 90),
        "generous": (135, 0, 54, 120, 135 + 108 + 120)}),
    # A carry is walked: its seconds are not scaled either. Set-up 40, rest 120 / 150 / 240.
    ("farmers_carry", Dose(None, 30, None), 2, "strength", {
        "brisk": (120, 0, 30, 120, 120 + 60 + 120),
        "typical": (150, 0, 30, 150, 150 + 60 + 150),
        "generous": (240, 0, 30, 240, 240 + 60 + 240)}),
]


@pytest.mark.parametrize("pace", PACES)
@pytest.mark.parametrize(("name", "dose", "sets", "goal", "by_pace"), BY_CLASS,
                         ids=[row[0] for row in BY_CLASS])
def test_an_entry_alone(timed, name, dose, sets, goal, by_pace, pace):
    """Lead-in + ramp + sets x work + rests between them, for every class at every pace."""
    lead_in, ramp, work, rest, alone = by_pace[pace]

    found = timed(name, dose, goal, pace)

    assert found == Clock(lead_in, ramp, work, rest)
    assert found.alone(sets) == alone


def test_the_rest_of_one_side_is_at_least_45_s(timed):
    """Rows for toning: 60 s less 45 s of one side would leave 15."""
    assert timed("one_arm_db_row", Dose(15, None, 3), "toning").rest_s == 45


def test_failure_is_added_before_a_side_is_taken_off(timed):
    """One-arm rows to failure: 120 + 30 - 24 = 126."""
    assert timed("one_arm_db_row", Dose(8, None, 0, to_failure=True), "hypertrophy").rest_s == 126


def test_rest_depends_on_the_goal(timed):
    """Seated rows rest 120, 90, 60, 60 and 90 s, whatever the dose."""
    rests = [timed("seated_row", Dose(10, None, 2), goal).rest_s
             for goal in ("strength", "hypertrophy", "toning", "health", "maintenance")]

    assert rests == [120, 90, 60, 60, 90]


@pytest.mark.parametrize(("at_least", "rest"), [(0, 60), (90, 90), (45, 60)])
def test_a_complaint_may_ask_for_longer_rests(timed, at_least, rest):
    """High blood pressure asks for 90 s, where toning's rows would rest 60."""
    found = timed("seated_row", Dose(12, None, 3), "toning", least_rest_s=at_least)

    assert (found.rest_s, found.lead_in_s) == (rest, rest)


@pytest.mark.parametrize(("pace", "seconds"), [
    ("brisk", 623), ("typical", 630), ("generous", 645)])
def test_warm_up_has_its_set_up_only(timed, pace, seconds):
    """Ten minutes on the treadmill: 600 s and a set-up of 30 x 0.75 (22.5 -> 23), 1 or 1.5."""
    found = timed("treadmill_walk", Dose(None, 600, None), "hypertrophy", pace, work=False)

    assert (found.alone(1), found.rest_s, found.ramp_s) == (seconds, 0, 0)


def test_activation_has_neither_rest_nor_ramp(timed):
    """Pull-aparts to activate: set-up 15 and 15 reps of 2 s."""
    found = timed("band_pull_apart", Dose(15, None, 3), "strength", work=False)

    assert found == Clock(15, 0, 30, 0)


@pytest.mark.parametrize(("reps", "seconds"), [
    (8, 24), (12, 36), ((8, 12), 36), ((6, 6), 18), (Parts(parts=(4, 4)), 24)])
def test_a_range_is_timed_by_its_upper_bound(timed, reps, seconds):
    """Eight to twelve reps take as long as twelve; parts are added."""
    assert timed("seated_row", Dose(reps, None, 2), "hypertrophy").work_s == seconds


def test_twenty_ones(timed, exercise, catalog, make_problem):
    """7 + 7 + 7 curls of 2.33 s are 48.93 -> 49 s, and that is how the curl is dosed."""
    problem = make_problem()

    dose = dose_for(exercise("curl_21s"), problem.request, catalog, problem.limits)

    assert dose.reps == Parts(parts=(7, 7, 7))
    assert timed("curl_21s", dose, "hypertrophy").work_s == 49


def test_a_carry_is_thirty_metres(exercise, catalog, make_problem):
    """At a metre a second 30 m are dosed and timed as 30 s."""
    problem = make_problem()

    dose = dose_for(exercise("farmers_carry"), problem.request, catalog, problem.limits)

    assert (dose.reps, dose.hold_s) == (None, 30)


@pytest.mark.parametrize(("value", "rounded"), [
    (0.5, 1), (1.5, 2), (2.5, 3), (2.4999, 2), (22.5, 23), (0.1 + 0.2 + 0.2, 1)])
def test_half_up(value, rounded):
    """Halves go up, also where binary fractions fall just short of them."""
    assert half_up(value) == rounded


# --- supersets -----------------------------------------------------------------------------


def test_a_superset(timed):
    """Dumbbell presses and rows: longest lead-in, both ramps, 15 s inside, the longer rest."""
    press = timed("db_bench", Dose(10, None, 2), "hypertrophy")  # 120, 75, 30, 120
    pulldown = timed("lat_pulldown", Dose(10, None, 2), "hypertrophy")  # 90, 0, 30, 90

    seconds = group_seconds([(press, 3), (pulldown, 3)], 15)

    # 120 + 75 + 0 + 3 x (30 + 15 + 30) + 2 x 120 = 660; one after the other 525 + 360 = 885.
    assert seconds == 660
    assert press.alone(3) + pulldown.alone(3) == 885
    assert group_seconds([(pulldown, 3), (press, 3)], 15) == seconds


def test_a_session_is_the_sum_of_its_blocks(make_problem, workout):
    """Two raises as a superset, then planks: 486 + 300 s."""
    problem = make_problem(warm_up={"raise_minutes": 0, "mobilise_minutes": 0})
    entries = [("lateral_raise", 3, 12, "A"), ("hammer_curl", 3, 12, "A"), ("plank", 3, 40)]

    [done] = workout(problem, entries).sessions

    # 75 + 3 x (36 + 15 + 36) + 2 x 75 = 486.
    assert session_seconds(done.entries, problem.timing) == 786


def test_two_supersets_in_a_row_are_two(make_problem, workout):
    """A and B stand side by side and are timed apart."""
    problem = make_problem(warm_up={"raise_minutes": 0, "mobilise_minutes": 0})
    entries = [("lateral_raise", 3, 12, "A"), ("hammer_curl", 3, 12, "A"),
               ("lateral_raise", 3, 12, "B"), ("hammer_curl", 3, 12, "B")]

    [done] = workout(problem, entries).sessions

    assert session_seconds(done.entries, problem.timing) == 2 * 486


# --- %1RM and ramps ------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "dose", "percent"), [
    ("deadlift", Dose(5, None, 2), 81),  # chart[7] = 81.1
    ("deadlift", Dose(8, None, 2), 74),  # chart[10] = 73.9
    ("deadlift", Dose(1, None, 0), 100),
    ("deadlift", Dose((6, 8), None, 2), 74),  # by the upper bound
    ("seated_row", Dose(8, None, 0, to_failure=True), 79),  # chart[8] = 78.6
    ("seated_row", Dose(8, None, 2, to_failure=True), 79),  # nothing is left in reserve
    ("deadlift", Dose(5, None, 1.5), 81),  # 6.5 reps to failure, half up: 7
    ("seated_row", Dose(30, None, 2), 45),  # beyond the chart its last row
    ("plank", Dose(None, 40, None), None),
    ("farmers_carry", Dose(None, 30, None), None),
    ("band_row", Dose(12, None, 2), None),
    ("chin_up", Dose(8, None, 2), None),
    ("deadlift", Dose(5, None, None), None),  # nobody said how hard
])
def test_percent_1rm(catalog, exercise, name, dose, percent):
    """Reps and reserve stand for a share of the maximum; holds, bands and bodyweight for none."""
    assert percent_1rm(catalog, exercise(name), dose) == percent


@pytest.mark.parametrize(("percent", "steps"), [
    (59, []),
    (60, [(8, 50), (5, 75)]), (75, [(8, 50), (5, 75)]),
    (76, [(5, 50), (5, 70), (3, 85)]), (85, [(5, 50), (5, 70), (3, 85)]),
    (86, [(5, 50), (3, 70), (2, 80), (1, 90)]), (100, [(5, 50), (3, 70), (2, 80), (1, 90)])])
@pytest.mark.parametrize("name", ["deadlift", "hip_thrust", "t_bar_row"])
def test_ramp_thresholds(catalog, exercise, name, percent, steps):
    """Under 60 % none, to 75 two sets, to 85 three, above four; a free barbell lift as well."""
    found = ramp_sets(catalog, exercise(name), percent)

    assert [(s.reps, s.percent) for s in found] == steps


@pytest.mark.parametrize(("percent", "steps"), [(59, []), (60, [(5, 60)]), (90, [(5, 60)])])
@pytest.mark.parametrize("name", ["db_bench", "goblet_squat"])
def test_one_light_set_without_a_barbell(catalog, exercise, name, percent, steps):
    """Dumbbells need one set of 5 at 60 %, however heavy they are."""
    found = ramp_sets(catalog, exercise(name), percent)

    assert [(s.reps, s.percent) for s in found] == steps


@pytest.mark.parametrize("name", [
    "chin_up", "push_up", "band_row", "lat_pulldown", "leg_press", "barbell_curl", "face_pull",
    "russian_twist_mb"])
def test_no_ramp(catalog, exercise, name):
    """Bodyweight, bands, machines, isolation and core go without."""
    assert ramp_sets(catalog, exercise(name), 90) == ()


def test_no_ramp_without_a_percentage(catalog, exercise):
    """Where nobody knows how heavy it is there is no ramp."""
    assert ramp_sets(catalog, exercise("deadlift"), None) == ()


# --- credit --------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "strength", "hypertrophy", "rest"), [
    ("deadlift", 1, 1, 1),  # heavy
    ("lat_pulldown", 0.5, 1, 1),  # moderate
    ("kb_swing", 0, 0.5, 1),  # light
    ("plank", 1, 1, 1),  # isometric, but class core
    ("russian_twist", 1, 1, 1),  # light, but class core
])
def test_credit_by_goal_and_loading(catalog, exercise, name, strength, hypertrophy, rest):
    """Strength wants heavy loads; toning, health and maintenance take any; core always counts."""
    def worth(goal):
        return credit(catalog, exercise(name), goal, "intermediate")

    assert (worth("strength"), worth("hypertrophy")) == (strength, hypertrophy)
    assert [worth(g) for g in ("toning", "health", "maintenance")] == [rest] * 3


@pytest.mark.parametrize(("name", "goal", "by_level"), [
    # Incline push-ups, light, are outgrown at intermediate.
    ("incline_push_up", "toning", (1, 0.5, 0.5)),
    ("incline_push_up", "hypertrophy", (0.5, 0, 0)),
    ("incline_push_up", "strength", (0, 0, 0)),
    # Push-ups, moderate, at advanced.
    ("push_up", "hypertrophy", (1, 1, 0.5)),
    ("push_up", "strength", (0.5, 0.5, 0)),
    # Dead bugs are outgrown at intermediate too, but class core always counts.
    ("dead_bug", "strength", (1, 1, 1)),
])
def test_what_a_level_has_outgrown(catalog, exercise, name, goal, by_level):
    """From the level on that has outgrown it an exercise is worth a step less."""
    found = tuple(credit(catalog, exercise(name), goal, level)
                  for level in ("novice", "intermediate", "advanced"))

    assert found == by_level


@pytest.mark.parametrize(("name", "measure", "by_level"), [
    ("chin_up", "reps", (3, 8, 12)), ("plank", "s", (45, 90, 150)),
    ("seated_row", "reps", (12, 12, 12)),  # the scheme's 10 and the 2 in reserve
    ("side_plank", "s", (60, 60, 60))])
def test_what_a_set_to_failure_reaches(catalog, exercise, name, measure, by_level):
    """Known for chin-ups and planks; else what the scheme would leave, or its longest hold."""
    found = tuple(expected(catalog, exercise(name), "hypertrophy", level)
                  for level in ("novice", "intermediate", "advanced"))

    assert found == by_level, measure


# --- fractional sets -----------------------------------------------------------------------


@pytest.mark.parametrize(("name", "target", "share"), [
    ("seated_row", "upper_back", 1.0),  # 1 + 0.5 + 1 among the members: the largest, not 2.5
    ("seated_row", "trap_lower", 0.5),  # a muscle by itself
    ("seated_row", "lats", 1.0),  # the group: lats 1.0, teres major 0.5
    ("face_pull", "upper_back", 0.5),
    ("face_pull", "biceps", 0.0),  # 0.25 counts for nothing
    ("hammer_curl", "biceps", 1.0),  # biceps 0.5, brachialis 1.0
    ("back_squat", "lats", 0.0),
])
def test_involvement_counts_once(catalog, exercise, name, target, share):
    """A group counts by its largest involvement among the members, quarters for nothing."""
    assert counted(catalog, exercise(name), target) == share


@pytest.mark.parametrize(("name", "target", "worth", "got"), [
    ("seated_row", "upper_back", 1.0, 4),
    ("seated_row", "biceps", 1.0, 2),
    ("seated_row", "upper_back", 0.5, 2),
    ("seated_row", "biceps", 0.5, 1),
    ("seated_row", "upper_back", 0.0, 0),
    ("seated_row", "horizontal_pull", 1.0, 4),  # a pattern, in sets
    ("seated_row", "horizontal_pull", 0.5, 4),  # whatever they are worth
    ("seated_row", "vertical_pull", 1.0, 0),
    ("seated_row", "pull", 1.0, 4),  # the article's families
    ("face_pull", "pull", 1.0, 4),  # horizontal abduction is a pull
    ("shrug", "pull", 1.0, 0),
    ("russian_twist", "twist", 1.0, 4),
    ("bird_dog", "twist", 1.0, 4),
    ("back_extension", "bend", 1.0, 4),
    ("deadlift", "twist", 1.0, 0),
])
def test_quarter_sets(catalog, exercise, name, target, worth, got):
    """One set in quarters: involvement x credit for muscles, whole sets for movements."""
    assert quarters(catalog, exercise(name), target, worth) == got


def test_all_involvements_at_once_are_those_asked_for_one_by_one(catalog):
    """Muscles and groups as `counted` has them, patterns and families in full; nothing else."""
    targets = [*catalog.group_by_id, *catalog.muscle_by_id]
    kinds = [*catalog.pattern_by_id, *catalog.family_by_id]
    for exercise in catalog.exercises:
        expected = {t: share for t in targets if (share := counted(catalog, exercise, t))}
        expected |= {k: 1.0 for k in kinds if k not in targets
                     and quarters(catalog, exercise, k, 1.0)}

        assert involvements(catalog, exercise) == expected, exercise.id
