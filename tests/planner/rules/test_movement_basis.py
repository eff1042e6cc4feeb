import pytest

# Each of the six movements with its staple.
FIRST = [("back_squat", 3, 5), ("bench_press", 3, 5), ("pull_up", 3, 5)]
SECOND = [("deadlift", 3, 5), ("overhead_press", 3, 5), ("bent_over_row", 3, 5)]


@pytest.mark.parametrize(("second", "status", "reached"), [
    (SECOND, "kept", 6), (SECOND[1:], "broken", 5), (SECOND[2:], "broken", 4)])
def test_all_six(make_problem, workout, finding, second, status, reached):
    """Squat, hinge, push and pull both ways; without the deadlift one of the six is missing."""
    problem = make_problem(days="mon thu")

    [row] = finding("movement_basis", workout(problem, FIRST, second), problem)

    assert (row.asked, row.reached, row.status, row.severity) == (6, reached, status, "should")
    assert row.penalty == 6 * (6 - reached)


@pytest.mark.parametrize(("goal", "status"), [("hypertrophy", "kept"), ("strength", "broken")])
def test_strength_wants_the_staple(make_problem, workout, finding, goal, status):
    """An assisted pull-up is a vertical pull for hypertrophy, but no staple for strength."""
    problem = make_problem(days="mon thu", goal=goal)
    first = [*FIRST[:2], ("assisted_pull_up", 3, 8)]

    [row] = finding("movement_basis", workout(problem, first, SECOND), problem)

    assert row.status == status
    assert ("missing: vertical pull" in row.says) == (status == "broken")


@pytest.mark.parametrize("fields", [
    {"days": "mon"},
    {"days": "mon thu", "focus": ["back"]},
    {"sessions": [{"day": "mon", "minutes": 60},
                  {"day": "thu", "minutes": 60, "focus": ["back"]}]}])
def test_not_a_whole_body_week(make_problem, workout, finding, fields):
    """One session, or a focus, is not asked for every movement."""
    problem = make_problem(**fields)

    [row] = finding("movement_basis", workout(problem, *[FIRST] * len(problem.sessions)), problem)

    assert row.status == "not_applicable"


def test_a_movement_without_a_candidate_is_not_asked(make_problem, workout, finding):
    """Dumbbells and a mat have no vertical pull and no overhead press; four movements are left."""
    problem = make_problem(days="mon thu", equipment=["minimal"])
    first = [("goblet_squat", 3, 10), ("kb_deadlift", 3, 10)]
    second = [("push_up", 3, 10), ("bent_over_row_db", 3, 10)]

    [row] = finding("movement_basis", workout(problem, first, second), problem)

    assert (row.asked, row.status) == (4, "kept")
