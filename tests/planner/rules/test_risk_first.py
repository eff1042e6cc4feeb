import pytest

DEADLIFT, ROW = ("deadlift", 5, 5), ("seated_row", 3, 8)
SQUAT, CLEAN = ("back_squat", 3, 5), ("power_clean", 3, 3)


@pytest.mark.parametrize(("entries", "status"), [
    ([DEADLIFT, ROW], "kept"), ([ROW, DEADLIFT], "broken")])
def test_deadlifts_come_first(make_problem, workout, finding, entries, status):
    """A deadlift after the rows breaks the rule; the same two the other way round keep it."""
    problem = make_problem()

    [row] = finding("risk_first", workout(problem, entries), problem)

    assert (row.status, row.severity) == (status, "must")


@pytest.mark.parametrize("entries", [[DEADLIFT, SQUAT, ROW], [SQUAT, DEADLIFT, ROW]])
def test_the_order_of_two_risk_lifts_is_free(make_problem, workout, finding, entries):
    """Squat then deadlift, or deadlift then squat: both are first."""
    problem = make_problem()

    [row] = finding("risk_first", workout(problem, entries), problem)

    assert row.status == "kept"


def test_at_most_two(make_problem, workout, finding):
    """Three risk lifts are one too many, in whatever order."""
    problem = make_problem(level="advanced")

    order, number = finding("risk_first", workout(problem, [CLEAN, SQUAT, DEADLIFT]), problem)

    assert order.status == "kept"
    assert (number.status, number.asked, number.reached) == ("broken", 2, 3)


@pytest.mark.parametrize("exercise", ["pull_up", "bent_over_row"])
def test_skill_or_strain_alone_is_no_risk(make_problem, workout, finding, exercise):
    """A pull-up is skilled (4) but spares the back, a barbell row loads it but is simple (3)."""
    problem = make_problem()

    [row] = finding("risk_first", workout(problem, [ROW, (exercise, 3, 5)]), problem)

    assert row.status == "kept"


def test_the_warm_up_is_not_other_work(make_problem, workout, finding):
    """Cardio and bird dogs to activate stand before the deadlift as they should."""
    problem = make_problem()

    [row] = finding("risk_first", workout(problem, [("bird_dog", 1, 8, "activate"), DEADLIFT]),
                    problem)

    assert row.status == "kept"
