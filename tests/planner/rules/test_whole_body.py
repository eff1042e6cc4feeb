import pytest

from planner.rules.whole_body import sides

PUSH, PULL, LEGS = ("bench_press", 3, 8), ("seated_row", 3, 10), ("back_squat", 3, 8)


@pytest.mark.parametrize(("entries", "missing"), [
    ([PUSH, PULL, LEGS], []),
    ([PUSH, PULL], ["legs"]),
    ([PULL, LEGS], ["push"]),
    ([PUSH], ["pull", "legs"]),
    ([PUSH, PULL, ("leg_curl", 3, 12)], ["legs"]),  # no compound
    ([PUSH, PULL, ("hip_thrust", 3, 10)], []),  # glutes are legs as well
])
def test_a_push_a_pull_and_the_legs(make_problem, workout, finding, weight, entries, missing):
    """Each side that no compound trains directly is one unit."""
    problem = make_problem()

    [row] = finding("whole_body", workout(problem, entries), problem)

    assert (row.asked, row.reached, row.severity) == (3, 3 - len(missing), "should")
    assert row.penalty == len(missing) * weight("whole_body")
    assert row.says == ("missing: " + ", ".join(missing) if missing else
                        "pushes, pulls and trains the legs")


@pytest.mark.parametrize("fields", [
    {"days": "mon thu"}, {"focus": ["chest"]},
    {"sessions": [{"day": "mon", "minutes": 60, "focus": ["chest"]}]}])
def test_only_a_single_session_for_the_whole_body(make_problem, workout, finding, fields):
    """A week spreads its sides, and a focus has its own."""
    problem = make_problem(**fields)

    rows = finding("whole_body", workout(problem, *[[PUSH]] * len(problem.sessions)), problem)

    assert {r.status for r in rows} == {"not_applicable"}


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
