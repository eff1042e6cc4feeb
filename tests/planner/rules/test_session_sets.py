import pytest


@pytest.mark.parametrize(("level", "most"), [
    ("novice", 18), ("intermediate", 24), ("advanced", 30)])
def test_sets_by_level(make_problem, workout, finding, level, most):
    """18, 24 or 30 work sets keep the rule, one more breaks it."""
    problem = make_problem(level=level)

    for sets, status in ((most, "kept"), (most + 1, "broken")):
        entries = [("leg_curl", sets - 10, 12), ("plank", 10, 40)]
        [row] = finding("session_sets", workout(problem, entries), problem)

        assert (row.asked, row.reached, row.status, row.severity) == (most, sets, status, "must")


def test_only_work_counts(make_problem, workout, finding):
    """Sets that warm up are not counted: 24 and one bird dog to activate are 24."""
    problem = make_problem()
    entries = [("bird_dog", 1, 8, "activate"), ("leg_curl", 24, 12)]

    [row] = finding("session_sets", workout(problem, entries), problem)

    assert (row.reached, row.status) == (24, "kept")


@pytest.mark.parametrize(("sets", "status"), [(10, "kept"), (11, "broken")])
def test_the_requests_own_limit(make_problem, workout, finding, sets, status):
    """`session_sets: {must: 10}` replaces the level's."""
    problem = make_problem(rules={"session_sets": {"must": 10}})

    [row] = finding("session_sets", workout(problem, [("leg_curl", sets, 12)]), problem)

    assert (row.asked, row.status) == (10, status)


def test_as_should_each_set_costs(make_problem, workout, finding, weight):
    """Three sets beyond 24 cost three times."""
    problem = make_problem(rules={"session_sets": "should"})

    [row] = finding("session_sets", workout(problem, [("leg_curl", 27, 12)]), problem)

    assert row.penalty == 3 * weight("session_sets")
