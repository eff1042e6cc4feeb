import pytest


@pytest.mark.parametrize(("entries", "status"), [
    (["back_squat", "leg_extension"], "kept"),
    (["leg_extension", "back_squat"], "broken"),
    (["leg_extension", "bench_press"], "kept"),  # no muscle in common
    (["triceps_pushdown", "bench_press"], "broken"),  # triceps 1.0 and 0.5
    (["leg_curl", "back_squat"], "kept"),  # the squat's 0.25 does not count
    (["plank", "back_squat"], "kept"),  # trunk work is core_last's
])
def test_compound_before_isolation(make_problem, workout, finding, weight, entries, status):
    """Leg extensions before squats break the rule; the same two the other way round keep it."""
    problem = make_problem()

    [row] = finding("compound_first", workout(problem, [(e, 3, 10) for e in entries]), problem)

    assert (row.status, row.severity) == (status, "should")
    assert row.penalty == (weight("compound_first") if status == "broken" else 0)


def test_every_pair_counts(make_problem, workout, finding, weight):
    """One isolation before two compounds of its muscle are two pairs."""
    problem = make_problem()
    entries = [("leg_extension", 3, 12), ("back_squat", 3, 8), ("leg_press", 3, 10)]

    [row] = finding("compound_first", workout(problem, entries), problem)

    assert (row.reached, row.penalty) == (2, 2 * weight("compound_first"))
