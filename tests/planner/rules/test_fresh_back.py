import pytest

DEADLIFT = ("deadlift", 5, 5)


@pytest.mark.parametrize(("entries", "status"), [
    ([DEADLIFT, ("bent_over_row", 3, 8)], "kept"), ([("bent_over_row", 3, 8), DEADLIFT], "broken")])
def test_nothing_tires_the_back_before(make_problem, workout, finding, entries, status):
    """Barbell rows (lumbar 3) before the deadlift break the rule, after it they keep it."""
    problem = make_problem()

    [row] = finding("fresh_back", workout(problem, entries), problem)

    assert (row.status, row.severity) == (status, "must")


@pytest.mark.parametrize(("exercise", "status"), [
    ("back_extension", "broken"),  # lumbar 2
    ("bird_dog", "kept"),  # lumbar 1
])
def test_the_warm_up_is_judged_too(make_problem, workout, finding, exercise, status):
    """Back extensions to activate the back tire it; bird dogs do not."""
    problem = make_problem()

    [row] = finding("fresh_back", workout(problem, [(exercise, 1, 8, "activate"), DEADLIFT]),
                    problem)

    assert row.status == status


def test_light_rows_do_not_tire_the_back(make_problem, workout, finding):
    """Seated rows (lumbar 1) before a deadlift are `risk_first`'s business, not this rule's."""
    problem = make_problem()

    [row] = finding("fresh_back", workout(problem, [("seated_row", 3, 8), DEADLIFT]), problem)

    assert row.status == "kept"


def test_one_risk_lift_may_follow_another(make_problem, workout, finding):
    """Squats before deadlifts: something else than a risk lift is meant."""
    problem = make_problem()

    [row] = finding("fresh_back", workout(problem, [("back_squat", 3, 5), DEADLIFT]), problem)

    assert row.status == "kept"
