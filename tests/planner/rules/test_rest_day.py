import pytest

BENCH, ROW, CURL = [("bench_press", 3, 8)], [("bent_over_row", 3, 8)], [("barbell_curl", 3, 12)]


@pytest.mark.parametrize(("second", "running"), [
    (BENCH, ["chest"]),
    ([("incline_db_press", 3, 8)], ["chest"]),  # another part of it
    (ROW, []),
    ([*BENCH, *ROW], ["chest"]),
    (CURL, []),
])
def test_no_large_group_on_two_days_running(make_problem, workout, finding, weight, second,
                                            running):
    """Bench presses on Monday and Tuesday cost, rows after them do not."""
    problem = make_problem(days="mon tue")

    rows = finding("rest_day", workout(problem, BENCH, second), problem)
    broken = [r for r in rows if r.status == "broken"]

    assert [r.where for r in broken] == running
    assert all((r.severity, r.penalty) == ("should", weight("rest_day")) for r in broken)


def test_each_pair_of_days_counts(make_problem, workout, finding, weight):
    """Three days running are two pairs."""
    problem = make_problem(days="mon tue wed")

    [row] = finding("rest_day", workout(problem, BENCH, BENCH, BENCH), problem, "chest")

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
