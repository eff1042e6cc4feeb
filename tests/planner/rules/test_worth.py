import pytest


@pytest.mark.parametrize(("exercise", "goal", "level", "status", "penalty"), [
    ("band_row", "strength", "novice", "broken", 4),  # light: no credit for strength
    ("band_row", "hypertrophy", "novice", "kept", 0),  # half a credit
    ("seated_row", "strength", "novice", "kept", 0)])  # moderate: half a credit
def test_a_set_has_to_count(make_problem, workout, finding, exercise, goal, level, status, penalty):
    """Band rows do nothing for strength; with more weight, or for size, a row counts."""
    problem = make_problem(goal=goal, level=level, focus=["back"])

    [row] = finding("worth", workout(problem, [(exercise, 3, 10)]), problem)

    assert (row.status, row.severity, row.penalty) == (status, "should", penalty)


def test_it_names_what_does_not_count(make_problem, workout, finding):
    """Each entry that counts for nothing costs four points and is named."""
    problem = make_problem(goal="strength", focus=["back"])

    [row] = finding("worth", workout(problem, [("seated_row", 3, 8), ("band_row", 3, 8),
                                               ("band_pulldown", 3, 8)]), problem)

    assert row.says == ("Band row counts for none of the goals; "
                        "Band pulldown counts for none of the goals")
    assert row.penalty == 8


@pytest.mark.parametrize(("include", "status"), [(["band_row"], "kept"), ([], "broken")])
def test_an_included_exercise_is_spared(make_problem, workout, finding, include, status):
    """Band rows asked for by name need not count."""
    problem = make_problem(goal="strength", focus=["back"], include=include)

    [row] = finding("worth", workout(problem, [("band_row", 3, 8)]), problem)

    assert row.status == status
