import pytest

from planner.rules.whole_body import sides

PUSH, PULL, LEGS = ("bench_press", 3, 8), ("seated_row", 3, 10), ("back_squat", 3, 8)


@pytest.mark.parametrize(("entries", "missing"), [
    ([PUSH, PULL, LEGS], []),
    ([PUSH, PULL], ["legs"]),
    ([PULL, LEGS], ["push"]),
    ([PUSH], ["pull", "legs"]),
    ([PUSH, PULL, ("leg_curl", 3, 12)], ["legs"]),  # no compound
    ([PUSH, PULL, ("hip_thrust", 3, 10)], ["legs"]),  # no squat and no leg press in it
    ([("overhead_press", 3, 8), PULL, LEGS], []),
])
def test_a_push_a_pull_and_the_legs(make_problem, workout, finding, weight, entries, missing):
    """Each side that no compound trains directly is one unit."""
    problem = make_problem()

    [row] = finding("whole_body", workout(problem, entries), problem)

    assert (row.asked, row.reached, row.severity) == (3, 3 - len(missing), "should")
    assert row.penalty == len(missing) * weight("whole_body")
    assert row.says == ("missing: " + ", ".join(missing) if missing else
                        "pushes, pulls and trains the legs")


def test_a_short_session_has_legs_of_any_kind(make_problem, workout, finding):
    """Below forty minutes glutes are legs as well."""
    problem = make_problem(minutes=39)

    [row] = finding("whole_body", workout(problem, [PUSH, PULL, ("hip_thrust", 3, 10)]), problem)

    assert row.status == "kept"


@pytest.mark.parametrize(("fields", "asked"), [
    ({"days": "mon thu", "minutes": 25}, True),  # two days: each has to do
    ({"days": "mon wed fri", "minutes": 40}, True),
    ({"days": "mon wed fri", "minutes": 39}, False),
    ({"days": "mon wed fri", "minutes": 59, "goal": "strength"}, False),  # heavy sets take time
    ({"days": "mon wed fri", "minutes": 60, "goal": "strength"}, True),
    ({"days": "mon tue thu fri", "minutes": 60}, False),  # four days share out the body
    ({"days": "mon thu", "split": "upper_lower"}, False),
    ({"focus": ["chest"]}, False),
    ({"sessions": [{"day": "mon", "minutes": 60, "focus": ["chest"]}]}, False)])
def test_which_sessions_are_for_the_whole_body(make_problem, workout, finding, fields, asked):
    """A week of few days; a split and a focus have their own."""
    problem = make_problem(**fields)

    rows = finding("whole_body", workout(problem, *[[PUSH]] * len(problem.sessions)), problem)

    assert {r.status for r in rows} == {"broken" if asked else "not_applicable"}


def test_what_the_place_cannot_do_is_not_asked(make_problem, workout, finding):
    """With a pull-up bar alone nothing trains the legs: two sides are left."""
    problem = make_problem(equipment=["pullup_bar"])

    [row] = finding("whole_body", workout(problem, [("push_up", 3, 8)]), problem)

    assert (row.asked, row.says) == (2, "missing: pull")


def test_what_is_asked_does_not_depend_on_what_is_offered(make_problem):
    """A problem that offers nothing for the legs still has legs to train."""
    problem = make_problem()
    few = problem.narrowed([{"bench_press"}])

    assert sides(few, few.sessions[0]) == sides(problem, problem.sessions[0])
