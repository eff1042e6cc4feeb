import pytest


@pytest.mark.parametrize(("entries", "status"), [([("plank", 2, 40)], "kept"), ([], "broken")])
def test_a_warm_up_alone_is_no_session(make_problem, workout, finding, entries, status):
    """One exercise after the warm-up keeps the rule, the warm-up alone breaks it."""
    problem = make_problem()

    [row] = finding("work", workout(problem, entries), problem)

    assert (row.status, row.reached, row.severity) == (status, len(entries), "must")


def test_every_session_needs_work(make_problem, workout, finding):
    """A full Monday does not make up for an empty Thursday."""
    problem = make_problem(days="mon thu")

    rows = finding("work", workout(problem, [("plank", 2, 40), ("push_up", 2, 9)], []), problem)

    assert [(r.where, r.status) for r in rows] == [("mon", "kept"), ("thu", "broken")]
