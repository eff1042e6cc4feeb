import pytest


@pytest.mark.parametrize(("sets", "status", "over"), [
    (5, "kept", 0), (6, "broken", 1), (10, "broken", 5)])
def test_five_are_enough(make_problem, workout, finding, weight, sets, status, over):
    """Five sets of deadlifts keep the rule, each further one costs the rule's weight."""
    problem = make_problem()

    [row] = finding("exercise_sets", workout(problem, [("deadlift", sets, 5)]), problem)

    assert (row.asked, row.reached, row.status) == (5, sets, status)
    assert (row.severity, row.penalty) == ("should", over * weight("exercise_sets"))


def test_each_exercise_is_counted_alone(make_problem, workout, finding):
    """Five of one and five of another are not ten."""
    problem = make_problem()
    entries = [("lat_pulldown", 5, 10), ("seated_row", 5, 10)]

    [row] = finding("exercise_sets", workout(problem, entries), problem)

    assert row.status == "kept"


@pytest.mark.parametrize(("figures", "severity"), [
    ({"should": 4}, "should"), ({"must": 4}, "must")])
@pytest.mark.parametrize(("sets", "status"), [(4, "kept"), (5, "broken")])
def test_the_requests_own_limit(make_problem, workout, finding, figures, severity, sets, status):
    """A figure replaces the five, and its name says how strictly."""
    problem = make_problem(rules={"exercise_sets": figures})

    [row] = finding("exercise_sets", workout(problem, [("deadlift", sets, 5)]), problem)

    assert (row.asked, row.status, row.severity) == (4, status, severity)
