import pytest

ROW, PLANK = ("seated_row", 3, 8), ("plank", 2, 40)


@pytest.mark.parametrize(("days", "with_row", "status"), [
    ("mon tue", [0, 1], "broken"),  # two days running
    ("mon wed", [0, 1], "kept"),
    ("mon mon", [0, 1], "broken"),  # twice a day
    ("mon wed fri", [0, 1, 2], "broken"),  # three days a week
    ("mon wed fri", [0, 2], "kept"),
    ("mon tue wed", [0, 2], "kept"),
    ("mon sun", [0, 1], "kept"),  # the week does not wrap round
])
def test_how_often(make_problem, workout, finding, days, with_row, status):
    """Once a day, not on two days running, on at most two days a week."""
    problem = make_problem(days=days)
    sessions = [[ROW] if i in with_row else [] for i in range(len(days.split()))]

    [row] = finding("repeat", workout(problem, *sessions), problem)

    assert (row.status, row.severity) == (status, "must")


def test_twice_in_one_session(make_problem, workout, finding):
    """The same rows at the beginning and at the end of a session break the rule."""
    problem = make_problem()

    [row] = finding("repeat", workout(problem, [ROW, PLANK, ROW]), problem)

    assert row.status == "broken"


def test_another_exercise_of_the_pattern_is_free(make_problem, workout, finding):
    """Seated rows on Monday and one-arm rows on Tuesday are two exercises."""
    problem = make_problem(days="mon tue")

    [row] = finding("repeat", workout(problem, [ROW], [("one_arm_db_row", 3, 8)]), problem)

    assert row.status == "kept"


def test_other_phases_are_free(make_problem, workout, finding):
    """The same jog may open every session of the week."""
    problem = make_problem(days="mon tue wed")
    jogs = [[("light_jog", 1, 480, "raise"), (lift, 3, 8)]
            for lift in ("seated_row", "bench_press", "back_squat")]

    [row] = finding("repeat", workout(problem, *jogs, warm_up=False), problem)

    assert row.status == "kept"


def test_an_included_exercise_is_not_spared(make_problem, workout, finding):
    """Asking for rows by name does not allow them every day."""
    problem = make_problem(days="mon tue", include=["seated_row"])

    [row] = finding("repeat", workout(problem, [ROW], [ROW]), problem)

    assert row.status == "broken"
