import pytest


def test_nothing_excluded(make_problem, workout, finding):
    """Without exclusions there is nothing to judge."""
    problem = make_problem()

    [row] = finding("exclude", workout(problem, [("kb_swing", 3, 12)]), problem)

    assert row.status == "not_applicable"


@pytest.mark.parametrize("excluded", ["kb_swing", "hip_hinge", "kettlebell"])
@pytest.mark.parametrize(("exercise", "status"), [("kb_swing", "broken"), ("chin_up", "kept")])
def test_by_exercise_pattern_or_equipment(make_problem, workout, finding, excluded, exercise,
                                          status):
    """A swing is excluded by its name, as a hip hinge or with the kettlebell; a chin-up is not."""
    problem = make_problem(exclude=[excluded])

    [row] = finding("exclude", workout(problem, [(exercise, 3, 8)]), problem)

    assert (row.status, row.severity) == (status, "must")


def test_another_exercise_of_the_pattern_stays(make_problem, workout, finding):
    """Without swings deadlifts are still welcome."""
    problem = make_problem(exclude=["kb_swing"])

    [row] = finding("exclude", workout(problem, [("deadlift", 3, 5)]), problem)

    assert row.status == "kept"


def test_excluded_equipment_bars_the_warm_up(make_problem, workout, finding):
    """Without the treadmill nobody walks on it to warm up."""
    problem = make_problem(exclude=["treadmill"])
    entries = [("treadmill_walk", 1, 480, "raise"), ("push_up", 3, 10)]

    [row] = finding("exclude", workout(problem, entries, warm_up=False), problem)

    assert row.status == "broken"


def test_an_excluded_exercise_is_no_option(make_problem):
    """What is excluded is never offered to the solver."""
    offered = {o.id for o in make_problem(exclude=["deadlift"]).sessions[0].options}

    assert "deadlift" not in offered
    assert "romanian_deadlift" in offered


def test_another_alternative_is_used(make_problem, workout, finding):
    """Without dumbbells a goblet squat is done with the kettlebell."""
    problem = make_problem(exclude=["dumbbells"])

    [row] = finding("exclude", workout(problem, [("goblet_squat", 3, 10)]), problem)

    assert row.status == "kept"
