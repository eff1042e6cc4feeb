import pytest

# Each of the six movements with a staple of a full gym.
FIRST = [("back_squat", 3, 5), ("bench_press", 3, 5), ("lat_pulldown", 3, 5)]
SECOND = [("deadlift", 3, 5), ("overhead_press", 3, 5), ("bent_over_row", 3, 5)]


@pytest.mark.parametrize(("second", "missing"), [(SECOND, 0), (SECOND[1:], 1), (SECOND[2:], 2)])
def test_all_six(make_problem, workout, finding, weight, second, missing):
    """Squat, hinge, push and pull both ways; without the deadlift one of the six is missing."""
    problem = make_problem(days="mon thu")

    [row] = finding("movement_basis", workout(problem, FIRST, second), problem)

    assert (row.asked, row.reached, row.severity) == (6, 6 - missing, "should")
    assert row.status == ("broken" if missing else "kept")
    assert row.penalty == missing * weight("movement_basis")


@pytest.mark.parametrize("goal", ["strength", "hypertrophy", "health"])
@pytest.mark.parametrize(("pull", "status"), [
    ("lat_pulldown", "kept"), ("assisted_pull_up", "broken")])
def test_only_a_staple_counts(make_problem, workout, finding, goal, pull, status):
    """Beside pulldowns an assisted pull-up is no vertical pull of a balanced week, for any goal."""
    problem = make_problem(days="mon thu", goal=goal)
    first = [*FIRST[:2], (pull, 3, 8)]

    [row] = finding("movement_basis", workout(problem, first, SECOND), problem)

    assert row.status == status
    assert ("missing: vertical pull" in row.says) == (status == "broken")


@pytest.mark.parametrize(("push", "status"), [("push_up", "kept"), ("db_shoulder_press", "broken")])
def test_the_staple_is_that_of_the_place(make_problem, workout, finding, push, status):
    """On a mat with dumbbells a push-up is the horizontal push, which in a gym it is not."""
    hall, home = make_problem(days="mon thu"), make_problem(days="mon thu", equipment=["minimal"])
    at_home = [[("goblet_squat", 3, 10), ("kb_deadlift", 3, 10)],
               [(push, 3, 10), ("bent_over_row_db", 3, 10)]]
    in_gym = [[FIRST[0], ("push_up", 3, 10), FIRST[2]], SECOND]

    [row] = finding("movement_basis", workout(home, *at_home), home)
    [gym] = finding("movement_basis", workout(hall, *in_gym), hall)

    assert (row.asked, row.status) == (4, status)
    assert "missing: horizontal push" in gym.says


def test_a_machine_is_no_staple_beside_a_free_lift(make_problem, workout, finding):
    """A leg press is the squat of a place without one, and of no other."""
    machines = ["leg_press", "lat_pulldown_machine"]
    only, both = (make_problem(days="mon thu", equipment=[*machines, *more])
                  for more in ((), ("barbell", "plates", "rack")))
    press = [[("leg_press", 3, 10)], [("lat_pulldown", 3, 10)]]

    [alone] = finding("movement_basis", workout(only, *press), only)
    [beside] = finding("movement_basis", workout(both, *press), both)

    assert "squat" not in alone.says
    assert "squat" in beside.says


def test_one_session_without_a_focus(make_problem, workout, finding):
    """An hour is not asked for every movement, an hour and a quarter is."""
    hour, longer = make_problem(minutes=74), make_problem(minutes=75)

    [row] = finding("movement_basis", workout(hour, FIRST), hour)
    [long] = finding("movement_basis", workout(longer, FIRST), longer)

    assert row.status == "not_applicable"
    assert (long.asked, long.reached) == (6, 3)


@pytest.mark.parametrize(("goal", "hinge", "status"), [
    ("strength", "deadlift", "kept"),
    ("strength", "romanian_deadlift", "broken"), ("hypertrophy", "romanian_deadlift", "kept"),
    ("hypertrophy", "kb_deadlift", "broken")])
def test_the_hinge_of_a_goal(make_problem, workout, finding, goal, hinge, status):
    """Strength is deadlifted; for muscle a Romanian deadlift does as well."""
    problem = make_problem(days="mon thu", goal=goal)
    second = [(hinge, 3, 5), *SECOND[1:]]

    [row] = finding("movement_basis", workout(problem, FIRST, second), problem)

    assert row.status == status


@pytest.mark.parametrize(("fields", "asked"), [
    # Staples that train the lats directly: both pulls.
    ({"days": "mon", "focus": ["lats"]}, 2),
    ({"days": "mon thu", "minutes": 59, "focus": ["lats"]}, 2),
    ({"days": "mon thu", "minutes": 59, "focus": ["chest"]}, 1),
    ({"days": "mon thu", "minutes": 59, "focus": ["chest", "lats"]}, 3),
    ({"days": "mon thu", "minutes": 59, "focus": ["biceps"]}, 0),
    # Two hours a week are for the rest of the body as well.
    ({"days": "mon thu", "minutes": 60, "focus": ["biceps"]}, 6),
    ({"sessions": [{"day": "mon", "minutes": 60},
                   {"day": "thu", "minutes": 60, "focus": ["chest"]}]}, 1)])
def test_a_focus_asks_for_what_serves_it(make_problem, workout, finding, fields, asked):
    """With a focus the movements count whose staples train it directly; in a long week all do."""
    problem = make_problem(**fields)
    curls = [("barbell_curl", 3, 10)]

    [row] = finding("movement_basis", workout(problem, *[curls] * len(problem.sessions)), problem)

    assert row.asked == (asked or None)
    assert row.status == ("broken" if asked else "not_applicable")


def test_what_asks_for_caution_is_no_staple(make_problem, workout, finding):
    """With a complaint a movement whose staples all ask for caution is not asked for."""
    healthy = make_problem(days="mon thu")
    careful = make_problem(days="mon thu", complaints=["shoulder_impingement"])
    nothing = [[("barbell_curl", 3, 10)]] * 2

    [row] = finding("movement_basis", workout(healthy, *nothing), healthy)
    [less] = finding("movement_basis", workout(careful, *nothing), careful)

    assert less.asked < row.asked == 6


def test_a_movement_without_a_candidate_is_not_asked(make_problem, workout, finding):
    """Dumbbells and a mat have no vertical pull and no overhead press; four movements are left."""
    problem = make_problem(days="mon thu", equipment=["minimal"])
    first = [("goblet_squat", 3, 10), ("kb_deadlift", 3, 10)]
    second = [("push_up", 3, 10), ("bent_over_row_db", 3, 10)]

    [row] = finding("movement_basis", workout(problem, first, second), problem)

    assert (row.asked, row.status) == (4, "kept")
