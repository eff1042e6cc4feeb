import pytest

# Leg curls hit the hamstrings (1.0) and no other group; a hip thrust trains them at 0.5 and hits
# the glutes. So F of the hamstrings is the curls plus half the thrusts.
NEXT = [("leg_curl", 1, 12)]


def monday(curls, thrusts=0, *words):
    """Return a Monday with so many sets of curls and hip thrusts."""
    asked = [("leg_curl", curls, 12, *words), ("hip_thrust", thrusts, 10, *words)]
    return [entry for entry in asked if entry[1]]


@pytest.mark.parametrize(("curls", "thrusts", "tue", "wed", "thu"), [
    (4, 0, "kept", "kept", "kept"),  # F = 4: 24 h
    (4, 1, "broken", "kept", "kept"),  # F = 4.5: 48 h
    (8, 0, "broken", "kept", "kept"),  # F = 8: 48 h
    (8, 1, "broken", "broken", "kept"),  # F = 8.5: 72 h
])
def test_hours_by_sets(make_problem, workout, finding, curls, thrusts, tue, wed, thu):
    """Up to 4 sets need a day, up to 8 two days, more three, to the half set."""
    for day, status in (("tue", tue), ("wed", wed), ("thu", thu)):
        problem = make_problem(days=f"mon {day}")
        [row] = finding("recovery", workout(problem, monday(curls, thrusts), NEXT), problem)

        assert (row.where, row.status, row.severity) == (day, status, "must")


@pytest.mark.parametrize(("curls", "thrusts", "tue", "wed", "thu"), [
    (4, 0, "kept", "kept", "kept"),  # F = 4: failure or not
    (4, 1, "broken", "broken", "kept"),  # F = 4.5 with a set to failure: 72 h
])
def test_failure_adds_a_day(make_problem, workout, finding, curls, thrusts, tue, wed, thu):
    """More than 4 sets, one of them to failure, need three days."""
    done = monday(curls, thrusts, "to_failure")
    for day, status in (("tue", tue), ("wed", wed), ("thu", thu)):
        problem = make_problem(days=f"mon {day}")
        [row] = finding("recovery", workout(problem, done, NEXT), problem)

        assert row.status == status


def test_failure_of_another_group_does_not_count(make_problem, workout, finding):
    """Curls for the biceps to failure leave the hamstrings alone."""
    problem = make_problem(days="mon wed")
    done = [*monday(4, 1), ("barbell_curl", 3, 10, "to_failure")]

    [row] = finding("recovery", workout(problem, done, NEXT), problem)

    assert row.status == "kept"


def test_half_sets_over(make_problem, workout, finding, weight):
    """As should, F = 5.5 on the day before is three half sets over 4."""
    problem = make_problem(days="mon tue", rules={"recovery": "should"})

    [row] = finding("recovery", workout(problem, monday(5, 1), NEXT), problem)

    assert (row.reached, row.penalty) == (3, 3 * weight("recovery"))


@pytest.mark.parametrize(("exercise", "status"), [("leg_curl", "broken"), ("deadlift", "kept")])
def test_half_an_involvement_does_not_hit(make_problem, workout, finding, exercise, status):
    """After 8 sets of curls a deadlift (hamstrings 0.5) may follow, a leg curl may not."""
    problem = make_problem(days="mon tue")

    [row] = finding("recovery", workout(problem, monday(8), [(exercise, 1, 5)]), problem)

    assert row.status == status


def test_sessions_of_a_day_count_as_one(make_problem, workout, finding):
    """Two curls in the morning and three in the evening are F = 5 for Tuesday."""
    problem = make_problem(days="mon mon tue")

    [row] = finding("recovery", workout(problem, monday(2), monday(3), NEXT), problem)

    assert (row.where, row.status) == ("tue", "broken")


def test_morning_and_evening_do_not_bar_each_other(make_problem, workout, finding):
    """Within a day no hours are asked."""
    problem = make_problem(days="mon mon thu")

    [row] = finding("recovery", workout(problem, monday(5), monday(5), NEXT), problem)

    assert (row.where, row.status) == ("thu", "kept")


def test_the_week_does_not_wrap_round(make_problem, workout, finding):
    """Nine sets on Sunday do not bar Monday of the same plan."""
    problem = make_problem(days="mon sun")

    [row] = finding("recovery", workout(problem, NEXT, monday(9)), problem)

    assert row.status == "kept"


@pytest.mark.parametrize(("exercise", "status"), [
    ("calf_raise", "kept"), ("plank", "kept"), ("forearm_curl", "kept"),
    ("hanging_knee_raise", "broken"),  # the hip flexors are not among the quick ones
    ("lateral_raise", "broken")])
def test_quick_groups(make_problem, workout, finding, exercise, status):
    """Abs, core, calves and forearms may be hit hard every day, the side delts may not."""
    problem = make_problem(days="mon tue")

    [row] = finding("recovery", workout(problem, [(exercise, 9, 15)], [(exercise, 1, 15)]), problem)

    assert row.status == status


def test_credit_is_left_out(make_problem, workout, finding):
    """Light back extensions earn nothing for strength, and still tire the lower back."""
    problem = make_problem(days="mon tue", goal="strength")

    [row] = finding("recovery", workout(problem, [("back_extension", 5, 10)],
                                        [("back_extension", 1, 10)]), problem)

    assert row.status == "broken"


def test_one_day(make_problem, workout, finding):
    """A single day has no day after it."""
    problem = make_problem()

    [row] = finding("recovery", workout(problem, monday(9)), problem)

    assert row.status == "not_applicable"


def test_an_included_exercise_is_not_spared(make_problem, workout, finding):
    """Asking for curls by name does not make the hamstrings recover faster."""
    problem = make_problem(days="mon tue", include=["leg_curl"])

    [row] = finding("recovery", workout(problem, monday(5), NEXT), problem)

    assert row.status == "broken"
