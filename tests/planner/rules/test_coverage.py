import pytest


@pytest.mark.parametrize(("sets", "status"), [
    (5, "broken"), (6, "kept"), (8, "kept"), (11, "kept"), (12, "broken")])
@pytest.mark.parametrize("severity", ["should", "must"])
def test_between_min_and_max(make_problem, workout, finding, sets, status, severity):
    """One session for the lats asks for 5.5 to 11 sets: 5 are too few and 12 too many."""
    problem = make_problem(focus=["lats"], rules={"coverage": severity})

    [row] = finding("coverage", workout(problem, [("lat_pulldown", sets, 10)]), problem)

    assert (row.where, row.asked, row.reached, row.status) == ("lats", 8, sets, status)
    # As should it is the first tier, so it costs nothing in the third.
    assert (row.severity, row.penalty) == (severity, 0)


@pytest.mark.parametrize(("sets", "says"), [
    (5, "5 sets, 0.5 short of the min 5.5"), (7, "7 sets, target 8"),
    (12, "12 sets, 1 above the max 11")])
def test_the_sentence(make_problem, workout, finding, sets, says):
    """It says how much is missing, or too much."""
    problem = make_problem(focus=["lats"])

    [row] = finding("coverage", workout(problem, [("lat_pulldown", sets, 10)]), problem)

    assert row.says == says


def test_credit_counts(make_problem, workout, finding):
    """For strength a set of pulldowns (moderate) is worth half: 6 sets are 3."""
    problem = make_problem(goal="strength", focus=["lats"])

    [row] = finding("coverage", workout(problem, [("lat_pulldown", 6, 8)]), problem)

    assert row.reached == 3


def test_the_week_is_summed(make_problem, workout, finding):
    """Four sets on Monday and five on Thursday reach a week's min of 8."""
    problem = make_problem(days="mon thu", coverage={"lats": {"min": 9}})
    sessions = [[("lat_pulldown", n, 10)] for n in (4, 5)]

    [row] = finding("coverage", workout(problem, *sessions), problem, "lats")

    assert (row.reached, row.status) == (9, "kept")


def test_off(make_problem, workout, finding):
    """Switched off, the ledger is silent."""
    problem = make_problem(focus=["lats"], rules={"coverage": "off"})

    assert finding("coverage", workout(problem, [("plank", 2, 40)]), problem) == []
