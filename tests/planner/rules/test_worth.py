import pytest


@pytest.mark.parametrize(("exercise", "goal", "level", "status"), [
    ("band_row", "strength", "novice", "broken"),  # light: no credit for strength
    ("band_row", "hypertrophy", "novice", "kept"),  # half a credit
    ("seated_row", "strength", "novice", "kept")])  # moderate: half a credit
def test_a_set_has_to_count(make_problem, workout, finding, weight, exercise, goal, level, status):
    """Band rows do nothing for strength; with more weight, or for size, a row counts."""
    problem = make_problem(goal=goal, level=level, focus=["back"])

    [row] = finding("worth", workout(problem, [(exercise, 3, 10)]), problem)

    assert (row.status, row.severity) == (status, "should")
    assert row.penalty == (weight("worth") if status == "broken" else 0)


def test_it_names_what_does_not_count(make_problem, workout, finding, weight):
    """Each entry that counts for nothing costs the rule's weight and is named."""
    problem = make_problem(goal="strength", focus=["back"])

    [row] = finding("worth", workout(problem, [("seated_row", 3, 8), ("band_row", 3, 8),
                                               ("band_pulldown", 3, 8)]), problem)

    assert row.says == ("Band row counts for none of the goals; "
                        "Band pulldown counts for none of the goals")
    assert row.penalty == 2 * weight("worth")


@pytest.mark.parametrize(("include", "status"), [(["band_row"], "kept"), ([], "broken")])
def test_an_included_exercise_is_spared(make_problem, workout, finding, include, status):
    """Band rows asked for by name need not count."""
    problem = make_problem(goal="strength", focus=["back"], include=include)

    [row] = finding("worth", workout(problem, [("band_row", 3, 8)]), problem)

    assert row.status == status
