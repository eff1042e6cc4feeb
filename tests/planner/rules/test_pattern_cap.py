import pytest

ROWS = [("bent_over_row", 3, 8), ("seated_row", 3, 10), ("one_arm_db_row", 3, 10),
        ("chest_supported_row", 3, 10)]


@pytest.mark.parametrize(("count", "status"), [(2, "kept"), (3, "broken")])
def test_two_of_a_pattern(make_problem, workout, finding, count, status):
    """Two kinds of horizontal pull keep the rule, a third breaks it."""
    problem = make_problem()

    [row] = finding("pattern_cap", workout(problem, ROWS[:count]), problem)

    assert (row.asked, row.reached, row.status, row.severity) == (2, count, status, "must")


@pytest.mark.parametrize(("count", "status"), [(3, "kept"), (4, "broken")])
def test_three_where_there_are_few_patterns(make_problem, workout, finding, count, status):
    """For the biceps there are curls, rows and vertical pulls: three patterns, so three rows."""
    problem = make_problem(focus=["biceps"])

    [row] = finding("pattern_cap", workout(problem, ROWS[:count]), problem)

    assert problem.sessions[0].patterns == {"elbow_flexion", "horizontal_pull", "vertical_pull"}
    assert (row.asked, row.status) == (3, status)


def test_four_patterns_are_not_few(make_problem, workout, finding):
    """With the calves there is a fourth pattern and the cap is two again."""
    problem = make_problem(focus=["biceps", "calves"])

    [row] = finding("pattern_cap", workout(problem, ROWS[:3]), problem)

    assert len(problem.sessions[0].patterns) == 4
    assert (row.asked, row.status) == (2, "broken")


@pytest.mark.parametrize(("include", "status"), [(["seated_row"], "kept"), ([], "broken")])
def test_an_included_exercise_is_spared(make_problem, workout, finding, include, status):
    """The third row does not count where it was asked for by name."""
    problem = make_problem(include=include)

    [row] = finding("pattern_cap", workout(problem, ROWS[:3]), problem)

    assert row.status == status


@pytest.mark.parametrize(("limit", "status"), [(3, "kept"), (1, "broken")])
def test_the_requests_own_limit(make_problem, workout, finding, limit, status):
    """`pattern_cap: {must: 3}` allows the third row, `{must: 1}` not even the second."""
    problem = make_problem(rules={"pattern_cap": {"must": limit}})

    [row] = finding("pattern_cap", workout(problem, ROWS[:max(limit, 2)]), problem)

    assert (row.asked, row.status) == (limit, status)


def test_as_should_each_entry_over_costs(make_problem, workout, finding, weight):
    """Two rows over the cap of two cost twice."""
    problem = make_problem(rules={"pattern_cap": "should"})

    [row] = finding("pattern_cap", workout(problem, ROWS), problem)

    assert (row.status, row.penalty) == ("broken", 2 * weight("pattern_cap"))


def test_every_session_is_counted_alone(make_problem, workout, finding):
    """Two rows on Monday and two on Thursday are not four."""
    problem = make_problem(days="mon thu")

    rows = finding("pattern_cap", workout(problem, ROWS[:2], ROWS[2:]), problem)

    assert [r.status for r in rows] == ["kept", "kept"]
