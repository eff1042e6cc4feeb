import pytest


def test_nothing_included(make_problem, workout, finding):
    """Without names there is nothing to judge."""
    problem = make_problem()

    [row] = finding("include", workout(problem, [("plank", 2, 40)]), problem)

    assert row.status == "not_applicable"


@pytest.mark.parametrize(("exercise", "status"), [("deadlift", "kept"), ("rack_pull", "broken")])
def test_the_named_exercise_is_there(make_problem, workout, finding, exercise, status):
    """Asked for deadlifts, deadlifts keep the rule and rack pulls do not."""
    problem = make_problem(include=["deadlift"])

    [row] = finding("include", workout(problem, [(exercise, 3, 5)]), problem)

    assert (row.where, row.status, row.severity) == ("deadlift", status, "must")


@pytest.mark.parametrize(("sets", "reps", "status"), [
    (5, 5, "kept"), (4, 5, "broken"), (5, 6, "broken")])
def test_sets_and_reps_are_pinned(make_problem, workout, finding, sets, reps, status):
    """Five sets of five are asked; four sets, or sixes, break the pin."""
    problem = make_problem(include=[{"exercise": "deadlift", "sets": 5, "reps": 5}])

    [row] = finding("include", workout(problem, [("deadlift", sets, reps)]), problem)

    assert row.status == status


@pytest.mark.parametrize(("pin", "statuses"), [
    ("mon", ["kept", "kept", "broken"]),  # a bare day: any session of that day
    ("mon_2", ["broken", "kept", "broken"]),
    ("thu", ["broken", "broken", "kept"]),
    (None, ["kept", "kept", "kept"])])
def test_the_day_is_pinned(make_problem, workout, finding, pin, statuses):
    """A bare day means any session of it, an id only that session, nothing any."""
    problem = make_problem(days="mon mon thu", include=[{"exercise": "deadlift", "day": pin}])
    plank, lift = [("plank", 2, 40)], [("deadlift", 3, 5)]
    places = [(lift, plank, plank), (plank, lift, plank), (plank, plank, lift)]

    found = [finding("include", workout(problem, *p), problem)[0].status for p in places]

    assert found == statuses


def test_each_pin_has_its_row(make_problem, workout, finding):
    """Two names, one of them missing: one row kept and one broken."""
    problem = make_problem(include=["deadlift", "chin_up"])

    rows = finding("include", workout(problem, [("chin_up", 3, 6)]), problem)

    assert {r.where: r.status for r in rows} == {"deadlift": "broken", "chin_up": "kept"}
