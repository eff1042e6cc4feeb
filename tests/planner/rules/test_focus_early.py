import pytest


@pytest.mark.parametrize(("entries", "status"), [
    (["chin_up", "db_bench"], "kept"),
    (["db_bench", "chin_up"], "broken"),
    (["bench_press", "chin_up"], "kept"),  # the heaviest lift may begin the work
    (["deadlift", "chin_up"], "kept"),  # so may a risk lift
    (["lateral_raise", "chin_up"], "kept"),  # of another kind: compound_first speaks of those
    (["db_bench", "barbell_curl"], "kept"),  # neither trains the lats directly
])
def test_the_focus_first(make_problem, workout, finding, weight, entries, status):
    """With the lats in focus chin-ups come before dumbbell presses."""
    problem = make_problem(focus=["lats"])

    [row] = finding("focus_early", workout(problem, [(e, 3, 8) for e in entries]), problem)

    assert (row.status, row.severity) == (status, "should")
    assert row.penalty == (weight("focus_early") if status == "broken" else 0)


def test_without_a_focus(make_problem, workout, finding):
    """For the whole body no muscle goes first."""
    problem = make_problem()

    [row] = finding("focus_early", workout(problem, [("db_bench", 3, 8), ("chin_up", 3, 8)]),
                    problem)

    assert row.status == "kept"


def test_a_sessions_own_focus(make_problem, workout, finding):
    """Thursday is for the chest, so there the presses come first."""
    problem = make_problem(focus=["lats"], sessions=[
        {"day": "mon", "minutes": 60}, {"day": "thu", "minutes": 60, "focus": ["chest"]}])
    pull_first = [("chin_up", 3, 8), ("db_bench", 3, 8)]

    rows = finding("focus_early", workout(problem, pull_first, pull_first), problem)

    assert [r.status for r in rows] == ["kept", "broken"]
