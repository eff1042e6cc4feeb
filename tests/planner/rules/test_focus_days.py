import pytest

from planner.rules.focus_days import able

CHIN_UP, RAISE, CURL = ("chin_up", 3, 8), ("lateral_raise", 3, 12), ("barbell_curl", 3, 12)


@pytest.mark.parametrize(("second", "status"), [
    (CHIN_UP, "kept"),
    (RAISE, "broken"),
    (CURL, "broken"),  # the biceps, and not the lats
    (("deadlift", 3, 5), "broken"),  # a deadlift's quarter for the lats is nothing direct
])
def test_every_session_is_about_the_focus(make_problem, workout, finding, weight, second, status):
    """With the lats in focus Thursday trains them as well, directly; without it is one short."""
    problem = make_problem(days="mon thu", focus=["lats"])

    rows = finding("focus_days", workout(problem, [CHIN_UP], [second]), problem)

    assert [(r.where, r.status, r.severity) for r in rows] == [
        ("mon", "kept", "should"), ("thu", status, "should")]
    assert rows[1].penalty == (weight("focus_days") if status == "broken" else 0)


def test_one_of_the_focus_is_enough(make_problem, workout, finding):
    """Of a focus on lats and shoulders either will do."""
    problem = make_problem(focus=["lats", "side_delts"])

    [row] = finding("focus_days", workout(problem, [RAISE]), problem)

    assert (row.status, row.says) == ("kept", "the focus is trained")


def test_without_a_focus(make_problem, workout, finding):
    """For the whole body nothing is asked."""
    problem = make_problem()

    [row] = finding("focus_days", workout(problem, [RAISE]), problem)

    assert (row.status, row.says) == ("not_applicable", "no focus")


def test_where_nothing_can_train_it(make_problem, workout, finding):
    """A Thursday on a bare floor cannot train the lats, and is not asked to."""
    problem = make_problem(focus=["lats"], sessions=[
        {"day": "mon", "minutes": 60}, {"day": "thu", "minutes": 60, "equipment": ["none"]}])

    rows = finding("focus_days", workout(problem, [CHIN_UP], [("plank", 3, 40)]), problem)

    assert [r.status for r in rows] == ["kept", "not_applicable"]


def test_a_sessions_own_focus(make_problem, workout, finding):
    """Thursday is for the shoulders: chin-ups are no focus there."""
    problem = make_problem(focus=["lats"], sessions=[
        {"day": "mon", "minutes": 60}, {"day": "thu", "minutes": 60, "focus": ["side_delts"]}])

    rows = finding("focus_days", workout(problem, [CHIN_UP], [CHIN_UP]), problem)

    assert [r.status for r in rows] == ["kept", "broken"]


def test_what_is_asked_does_not_depend_on_what_is_offered(make_problem):
    """A problem that offers nothing for the focus still asks for it."""
    problem = make_problem(focus=["lats"])

    assert able(problem.narrowed([{"lateral_raise"}])) == able(problem) == {0}
