import pytest

TO_FAILURE = ("chin_up", 3, 8, "to_failure")
PULLDOWN = ("lat_pulldown", 3, 10)


@pytest.mark.parametrize(("entries", "status"), [
    ([PULLDOWN, TO_FAILURE], "kept"),
    ([TO_FAILURE, PULLDOWN], "broken"),  # both train the lats directly
    ([("chin_up", 3, 6), PULLDOWN], "kept"),  # nothing to failure
    ([TO_FAILURE, ("back_squat", 3, 8)], "kept"),  # no muscle in common
    ([("barbell_curl", 3, 10, "to_failure"), PULLDOWN], "kept"),  # the biceps only at 0.5
    ([TO_FAILURE, (*PULLDOWN, "to_failure")], "kept"),  # both to failure
    ([("leg_extension", 3, 12, "to_failure"), ("leg_extension", 3, 12)], "kept"),  # no compound
])
def test_failure_after_the_heavy_sets(make_problem, workout, finding, weight, entries, status):
    """Chin-ups to failure before the pulldown break the rule, after it they keep it."""
    problem = make_problem()

    [row] = finding("failure_late", workout(problem, entries), problem)

    assert (row.status, row.severity) == (status, "should")
    assert row.penalty == (weight("failure_late") if status == "broken" else 0)
