import pytest

SQUAT, BENCH, ROW = ("back_squat", 4, 5), ("bench_press", 4, 5), ("bent_over_row", 4, 6)
WEEK = {"days": "mon wed fri", "goal": "strength"}


@pytest.mark.parametrize(("days", "short"), [
    ([[SQUAT, BENCH], [SQUAT], [BENCH]], {}),
    ([[SQUAT, BENCH], [SQUAT, BENCH], [SQUAT, BENCH]], {}),
    ([[SQUAT, BENCH], [ROW], [BENCH]], {"squat": 1}),
    ([[ROW], [ROW], [BENCH]], {"squat": 2, "horizontal_push": 1}),
    ([[SQUAT, ("db_bench", 4, 6)], [SQUAT], [BENCH]], {"horizontal_push": 1}),  # no first lift
])
def test_two_days_of_squat_and_press(make_problem, workout, finding, weight, days, short):
    """Each day that a lift is short of two is one unit."""
    problem = make_problem(**WEEK)

    rows = finding("lift_days", workout(problem, *days), problem)

    assert {r.where: r.penalty for r in rows if r.status == "broken"} == {
        lift: missing * weight("lift_days") for lift, missing in short.items()}
    assert {r.where for r in rows} == {"squat", "horizontal_push"}
    assert {r.severity for r in rows} == {"should"}


def test_a_day_counts_once(make_problem, workout, finding):
    """Morning and evening of Monday are one day of squats."""
    problem = make_problem(days="mon mon wed fri", goal="strength")

    [row] = finding("lift_days", workout(problem, [SQUAT], [SQUAT], [ROW], [ROW]), problem, "squat")

    assert (row.reached, row.status) == (1, "broken")


@pytest.mark.parametrize("fields", [
    {"days": "mon thu", "goal": "strength"},
    {"days": "mon wed fri", "goal": "hypertrophy"},
    {**WEEK, "focus": ["chest"]}])
def test_only_strength_weeks_of_three_days(make_problem, workout, finding, fields):
    """Two days, another goal or a focus is not asked for it."""
    problem = make_problem(**fields)

    [row] = finding("lift_days", workout(problem, *[[ROW]] * len(problem.sessions)), problem)

    assert row.status == "not_applicable"
