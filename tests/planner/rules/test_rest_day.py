import pytest

BENCH, ROW, CURL = [("bench_press", 3, 8)], [("bent_over_row", 3, 8)], [("barbell_curl", 3, 12)]


LEGS, DEADLIFT = [("leg_press", 3, 10)], [("deadlift", 3, 5)]


@pytest.mark.parametrize(("first", "second", "running"), [
    (BENCH, BENCH, ["push"]),
    (BENCH, [("overhead_press", 3, 8)], ["push"]),  # a press is a press
    (BENCH, [("incline_db_press", 3, 8)], ["push"]),
    (BENCH, ROW, []),
    (BENCH, [*BENCH, *ROW], ["push"]),
    (LEGS, [("leg_curl", 3, 12)], ["legs"]),  # another end of the same thigh
    (LEGS, DEADLIFT, ["legs"]),
    (ROW, DEADLIFT, ["lower_back"]),  # both are held by it
    (BENCH, CURL, [])])
def test_no_part_on_two_days_running(make_problem, workout, finding, weight, first, second,
                                     running):
    """What presses, pulls, legs and the lower back did on Monday they do not do on Tuesday."""
    problem = make_problem(days="mon tue")

    rows = finding("rest_day", workout(problem, first, second), problem)
    broken = [r for r in rows if r.status == "broken"]

    assert [r.where for r in broken] == running
    assert all((r.severity, r.penalty) == ("should", weight("rest_day")) for r in broken)


def test_each_pair_of_days_counts(make_problem, workout, finding, weight):
    """Three days running are two pairs."""
    problem = make_problem(days="mon tue wed")

    [row] = finding("rest_day", workout(problem, BENCH, BENCH, BENCH), problem, "push")

    assert (row.reached, row.penalty) == (2, 2 * weight("rest_day"))


def test_two_sessions_of_a_day_are_one_day(make_problem, workout, finding):
    """Morning and evening of Monday are no two days."""
    problem = make_problem(days="mon mon")

    [row] = finding("rest_day", workout(problem, BENCH, BENCH), problem)

    assert row.status == "not_applicable"


def test_small_groups_need_no_rest_day(make_problem, workout, finding):
    """Curls may come back tomorrow."""
    problem = make_problem(days="mon tue")

    rows = finding("rest_day", workout(problem, CURL, CURL), problem)

    assert [r for r in rows if r.status == "broken"] == []


def test_with_a_day_between(make_problem, workout, finding):
    """Monday and Wednesday have Tuesday between them."""
    problem = make_problem(days="mon wed")

    [row] = finding("rest_day", workout(problem, BENCH, BENCH), problem)

    assert row.status == "not_applicable"
