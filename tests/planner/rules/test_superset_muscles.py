import pytest


@pytest.mark.parametrize(("a", "b", "reason"), [
    ("bench_press", "seated_row", None),  # antagonists
    ("lat_pulldown", "band_pulldown", "both train the same muscle directly"),
    ("barbell_curl", "seated_row", None),  # biceps 1.0 and 0.5
    ("bench_press", "bent_over_row", "two of the heaviest lifts"),
    ("bench_press", "one_arm_db_row", None),
])
def test_one_rests_while_the_other_works(make_problem, workout, finding, a, b, reason):
    """Not the same muscle directly, and not two of the heaviest lifts."""
    problem = make_problem()
    entries = [(a, 3, 10, "A"), (b, 3, 10, "A")]

    [row] = finding("superset_muscles", workout(problem, entries), problem)

    assert (row.status, row.severity) == ("broken" if reason else "kept", "must")
    assert (reason or "rests one muscle") in row.says


def test_one_after_the_other_is_fine(make_problem, workout, finding):
    """Two pulldowns that are no superset keep the rule."""
    problem = make_problem()
    entries = [("lat_pulldown", 3, 10), ("band_pulldown", 3, 10)]

    [row] = finding("superset_muscles", workout(problem, entries), problem)

    assert row.status == "kept"
