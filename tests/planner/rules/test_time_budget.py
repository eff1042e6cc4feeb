from dataclasses import replace

import pytest

STRENGTH = [("deadlift", 5, 5), ("lat_pulldown", 3, 6), ("plank", 2, 40)]
# Typical pace, strength, a jog of 5 minutes before:
#   light_jog      set-up 10 + 300                                          =  310
#   deadlift       lead-in max(180, 100) + ramp (5+5+3) x 4 + 3 x 60
#                  + 5 x 20 + 4 x 180        = 180 + 232 + 100 + 720        = 1232
#   lat_pulldown   max(120, 45) + 3 x 18 + 2 x 120 = 120 + 54 + 240         =  414
#   plank          max(60, 15) + 2 x 40 + 60       = 60 + 80 + 60           =  200
SECONDS = 310 + 1232 + 414 + 200  # 2156 s = 35:56


@pytest.mark.parametrize(("minutes", "status", "slack"), [(36, "kept", 4), (35, "broken", -56)])
def test_one_minute_less(make_problem, workout, finding, minutes, status, slack):
    """35:56 of work fits 36 minutes with 4 s to spare and breaks 35 by 56 s."""
    problem = make_problem(goal="strength", minutes=minutes,
                           warm_up={"raise_minutes": 5, "mobilise_minutes": 0})

    [row] = finding("time_budget", workout(problem, STRENGTH), problem)

    assert (row.reached, row.asked) == (SECONDS, 60 * minutes)
    assert (row.status, row.slack, row.severity) == (status, slack, "must")


@pytest.mark.parametrize(("hold_s", "status"), [(40, "kept"), (41, "broken")])
def test_the_last_second_counts(make_problem, workout, finding, hold_s, status):
    """Three planks of 40 s fill five minutes exactly; one second more each breaks them."""
    problem = make_problem(minutes=5, warm_up={"raise_minutes": 0, "mobilise_minutes": 0})

    [row] = finding("time_budget", workout(problem, [("plank", 3, hold_s)]), problem)

    # 60 + 3 x 40 + 2 x 60 = 300; with 41 s 303.
    assert row.reached == 60 + 3 * hold_s + 120
    assert row.status == status


@pytest.mark.parametrize(("letters", "seconds", "status"), [
    (("A", "A"), 75 + 3 * (36 + 15 + 36) + 2 * 75, "kept"),  # 486
    (("", ""), 2 * (75 + 3 * 36 + 2 * 75), "broken"),  # 666
])
def test_a_superset_saves_its_time(make_problem, workout, finding, letters, seconds, status):
    """Raises and curls fit ten minutes as a superset, and break them one after the other."""
    problem = make_problem(minutes=10, warm_up={"raise_minutes": 0, "mobilise_minutes": 0})
    entries = [("lateral_raise", 3, 12, letters[0]), ("hammer_curl", 3, 12, letters[1])]

    [row] = finding("time_budget", workout(problem, entries), problem)

    assert (row.reached, row.status) == (seconds, status)


@pytest.mark.parametrize(("pace", "seconds"), [
    ("brisk", 30 + 3 * 40 + 2 * 30),  # 210
    ("typical", 300),
    ("generous", 90 + 3 * 40 + 2 * 90),  # 390
])
def test_the_requests_pace_is_the_clock(make_problem, workout, finding, pace, seconds):
    """The same planks fit five minutes at a brisk pace and break them at a generous one."""
    problem = make_problem(minutes=5, pace=pace,
                           warm_up={"raise_minutes": 0, "mobilise_minutes": 0})

    [row] = finding("time_budget", workout(problem, [("plank", 3, 40)]), problem)

    assert row.reached == seconds
    assert row.status == ("broken" if pace == "generous" else "kept")


@pytest.mark.parametrize(("hold_s", "minutes"), [(0, 0), (1, 1), (60, 1), (61, 2)])
def test_as_should_each_minute_begun_costs(make_problem, workout, finding, weight, hold_s,
                                           minutes):
    """A plank has 60 s of lead-in, a minute's budget; its hold is what is over."""
    problem = make_problem(minutes=1, rules={"time_budget": "should"},
                           warm_up={"raise_minutes": 0, "mobilise_minutes": 0})

    [row] = finding("time_budget", workout(problem, [("plank", 1, hold_s)]), problem)

    assert (row.slack, row.severity, row.penalty) == (
        -hold_s, "should", minutes * weight("time_budget"))


def test_text_without_minutes_is_not_judged(make_problem, workout, finding):
    """Where no minutes are known nothing is said about them."""
    problem = replace(make_problem(minutes=1), unknown=frozenset({"minutes"}))

    [row] = finding("time_budget", workout(problem, STRENGTH), problem)

    assert (row.status, row.asked) == ("not_judged", None)


def test_every_session_has_its_own_budget(make_problem, workout, finding):
    """A long Monday does not spend Thursday's minutes."""
    problem = make_problem(sessions=[{"day": "mon", "minutes": 4}, {"day": "thu", "minutes": 5}],
                           warm_up={"raise_minutes": 0, "mobilise_minutes": 0})
    planks = [("plank", 3, 40)]

    rows = finding("time_budget", workout(problem, planks, planks), problem)

    assert [(r.where, r.status) for r in rows] == [("mon", "broken"), ("thu", "kept")]
