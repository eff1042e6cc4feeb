import pytest


@pytest.mark.parametrize(("focus", "exercise", "status"), [
    ("biceps", "barbell_curl", "kept"),  # isolation, 1.0
    ("biceps", "seated_row", "kept"),  # compound, 0.5
    ("biceps", "face_pull", "broken"),  # isolation, 0.25
    ("upper_back", "face_pull", "broken"),  # isolation, 0.5
    ("upper_back", "seated_row", "kept"),  # compound, 1.0
    ("quads", "seated_row", "broken"),  # compound, nothing
])
def test_directly_or_as_a_compound(make_problem, workout, finding, focus, exercise, status):
    """An isolation must train a goal directly; for a compound half is enough."""
    problem = make_problem(focus=[focus])

    [row] = finding("relevant", workout(problem, [(exercise, 3, 12)]), problem)

    assert (row.status, row.severity) == (status, "must")


@pytest.mark.parametrize(("include", "status"), [(["face_pull"], "kept"), ([], "broken")])
def test_an_included_exercise_is_spared(make_problem, workout, finding, include, status):
    """Face pulls asked for by name need not serve the biceps."""
    problem = make_problem(focus=["biceps"], include=include)

    [row] = finding("relevant", workout(problem, [("face_pull", 3, 12)]), problem)

    assert row.status == status


def test_a_sessions_own_focus_replaces_the_goals(make_problem, workout, finding):
    """Leg extensions serve the week's quads, but not a Thursday for the back."""
    problem = make_problem(focus=["legs"], sessions=[
        {"day": "mon", "minutes": 60}, {"day": "thu", "minutes": 60, "focus": ["back"]}])
    legs = [("leg_extension", 3, 12)]

    rows = finding("relevant", workout(problem, legs, legs), problem)

    assert [r.status for r in rows] == ["kept", "broken"]


@pytest.mark.parametrize(("coverage", "status"), [({"twist": {"target": 6}}, "kept"),
                                                  ({}, "broken")])
def test_a_wanted_movement_is_a_goal(make_problem, workout, finding, coverage, status):
    """Where twists are wanted a Russian twist serves them, beside a focus on the lats."""
    problem = make_problem(focus=["lats"], coverage=coverage)

    [row] = finding("relevant", workout(problem, [("russian_twist", 3, 20)]), problem)

    assert row.status == status


def test_the_warm_up_serves_no_goal_and_need_not(make_problem, workout, finding):
    """Cardio before the rows is not judged."""
    problem = make_problem(focus=["lats"])

    [row] = finding("relevant", workout(problem, [("seated_row", 3, 8)]), problem)

    assert row.status == "kept"
