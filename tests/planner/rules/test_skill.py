import pytest


@pytest.mark.parametrize(("exercise", "skill"), [
    ("lat_pulldown", 1), ("chin_up", 3), ("pull_up", 4), ("weighted_pull_up", 5)])
@pytest.mark.parametrize(("level", "most"), [("novice", 3), ("intermediate", 4), ("advanced", 5)])
def test_skill_up_to_the_levels(make_problem, workout, finding, exercise, skill, level, most):
    """Chin-ups (3) suit a novice; pull-ups (4) ask for the next level, weighted ones for all."""
    problem = make_problem(level=level)

    [row] = finding("skill", workout(problem, [(exercise, 3, 5)]), problem)

    assert row.status == ("kept" if skill <= most else "broken")
    assert row.severity == "must"


@pytest.mark.parametrize(("include", "status"), [(["pull_up"], "kept"), ([], "broken")])
def test_an_included_exercise_is_spared(make_problem, workout, finding, include, status):
    """A novice who asks for pull-ups by name may have them."""
    problem = make_problem(level="novice", include=include)

    [row] = finding("skill", workout(problem, [("pull_up", 3, 5)]), problem)

    assert row.status == status


def test_an_include_pinned_elsewhere_does_not_spare(make_problem, workout, finding):
    """Pull-ups pinned to Thursday are still too hard on Monday."""
    problem = make_problem(days="mon thu", level="novice",
                           include=[{"exercise": "pull_up", "day": "thu"}])
    pulls = [("pull_up", 3, 5)]

    rows = finding("skill", workout(problem, pulls, pulls), problem)

    assert [(r.where, r.status) for r in rows] == [("mon", "broken"), ("thu", "kept")]


def test_as_should_each_entry_costs(make_problem, workout, finding, weight):
    """Two lifts beyond a novice cost twice."""
    problem = make_problem(level="novice", rules={"skill": "should"})

    [row] = finding("skill", workout(problem, [("deadlift", 3, 5), ("pull_up", 3, 5)]), problem)

    assert (row.reached, row.penalty) == (2, 2 * weight("skill"))


@pytest.mark.parametrize(("able", "status"), [([], "broken"), (["power_clean"], "kept")])
def test_what_somebody_is_able_to_do_is_spared(make_problem, workout, finding, able, status):
    """A novice who says that they can clean may clean."""
    problem = make_problem(level="novice", able=able)

    [row] = finding("skill", workout(problem, [("power_clean", 3, 3)]), problem)

    assert row.status == status
