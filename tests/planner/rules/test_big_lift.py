import pytest

ROW, CURL = ("bent_over_row", 3, 8), ("barbell_curl", 3, 12)


@pytest.mark.parametrize(("lift", "status"), [
    ("back_squat", "kept"),
    ("deadlift", "kept"),
    ("bench_press", "kept"),
    ("overhead_press", "kept"),
    ("db_bench", "broken"),  # a push, but not its first lift
    ("leg_press", "broken"),
    ("lat_pulldown", "broken"),  # a pull
])
def test_a_squat_a_hinge_or_a_press(make_problem, workout, finding, weight, lift, status):
    """A session for the whole body holds the first lift of one of four movements."""
    problem = make_problem()

    [row] = finding("big_lift", workout(problem, [(lift, 3, 8), ROW, CURL]), problem)

    assert (row.status, row.severity) == (status, "should")
    assert row.penalty == (weight("big_lift") if status == "broken" else 0)


def test_each_session_by_itself(make_problem, workout, finding):
    """Squats on Monday are none on Thursday."""
    problem = make_problem(days="mon thu")

    rows = finding("big_lift", workout(problem, [("back_squat", 3, 8)], [ROW]), problem)

    assert [r.status for r in rows] == ["kept", "broken"]


@pytest.mark.parametrize("fields", [{"minutes": 20}, {"goal": "toning"},
                                    {"equipment": ["pullup_bar"],
                                     "exclude": ["push_up"]}])
def test_where_no_main_lift_is_asked_for(make_problem, workout, finding, fields):
    """In twenty minutes, for toning, or with a pull-up bar alone there is nothing to build on."""
    problem = make_problem(**fields)

    [row] = finding("big_lift", workout(problem, [("chin_up", 3, 8)]), problem)

    assert row.status == "not_applicable"


def test_the_big_lift_of_the_place(make_problem, workout, finding):
    """With dumbbells and a bench the press is a dumbbell press."""
    problem = make_problem(equipment=["dumbbells", "bench"])

    [press] = finding("big_lift", workout(problem, [("db_shoulder_press", 3, 8)]), problem)
    [row] = finding("big_lift", workout(problem, [("one_arm_db_row", 3, 8)]), problem)

    assert (press.status, row.status) == ("kept", "broken")
