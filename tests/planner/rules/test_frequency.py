import pytest

PULLDOWN, PLANK = [("lat_pulldown", 4, 10)], [("plank", 2, 40)]


@pytest.mark.parametrize(("second", "status", "short"), [
    (PULLDOWN, "kept", 0), (PLANK, "broken", 1)])
def test_two_days(make_problem, workout, finding, weight, second, status, short):
    """The lats (target 12) want two days; trained on Monday only they are one day short."""
    problem = make_problem(days="mon thu", focus=["lats"])

    [row] = finding("frequency", workout(problem, PULLDOWN, second), problem, "lats")

    assert (row.asked, row.status, row.severity) == (2, status, "should")
    assert row.penalty == short * weight("frequency")


@pytest.mark.parametrize(("exercise", "status"), [("deadlift", "broken"), ("band_row", "kept")])
def test_half_is_trained_a_quarter_is_not(make_problem, workout, finding, exercise, status):
    """A deadlift's 0.25 for the lats makes no second day, a row does."""
    problem = make_problem(days="mon thu", focus=["lats"])

    [row] = finding("frequency", workout(problem, PULLDOWN, [(exercise, 3, 8)]), problem, "lats")

    assert row.status == status


@pytest.mark.parametrize(("target", "asked"), [(8, True), (7.75, False)])
def test_from_eight_sets_on(make_problem, workout, finding, target, asked):
    """A target of 8 asks for two days, one of 7.75 does not."""
    problem = make_problem(days="mon thu", focus=["lats"], coverage={"lats": {"target": target}})

    rows = finding("frequency", workout(problem, PULLDOWN, PLANK), problem)

    assert [r.status for r in rows if r.where == "lats"] == (["broken"] if asked else [])


@pytest.mark.parametrize("fields", [
    {"days": "mon"},
    {"days": "mon mon"},  # two sessions of one day
    {"sessions": [{"day": "mon", "minutes": 60},
                  {"day": "thu", "minutes": 60, "equipment": ["mat"]}]}])
def test_where_only_one_day_can_train_it(make_problem, workout, finding, fields):
    """One day, or a second day without anything for the lats: nothing is asked."""
    problem = make_problem(focus=["lats"], coverage={"lats": {"min": 6, "target": 9, "max": 12}},
                           **fields)

    rows = finding("frequency", workout(problem, *[PULLDOWN] * len(problem.sessions)), problem)

    assert "lats" not in {r.where for r in rows}


def test_nothing_asks_for_two_days(make_problem, workout, finding):
    """A single session says so."""
    problem = make_problem(focus=["lats"])

    [row] = finding("frequency", workout(problem, PULLDOWN), problem)

    assert row.status == "not_applicable"
