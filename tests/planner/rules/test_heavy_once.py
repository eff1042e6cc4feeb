import pytest

from planner.catalog import load
from planner.rules.heavy_once import HeavyOnce

TWO = [("deadlift", 3, 5), ("romanian_deadlift", 3, 8)]


@pytest.mark.parametrize(("second", "over"), [
    ("romanian_deadlift", 1),  # of the heaviest class, and a hinge again
    ("kb_deadlift", 0),  # a hinge, but light enough to follow
    ("bent_over_row", 0)])  # as heavy, but another movement
def test_one_heavy_lift_of_a_pattern(make_problem, workout, finding, weight, second, over):
    """After deadlifts a second heavy hinge costs, a lighter one or a row does not."""
    problem = make_problem()

    [row] = finding("heavy_once", workout(problem, [("deadlift", 3, 5), (second, 3, 8)]), problem)

    assert (row.asked, row.status) == (1, "broken" if over else "kept")
    assert (row.severity, row.penalty) == ("should", over * weight("heavy_once"))


def test_each_further_one_costs(make_problem, workout, finding, weight):
    """Three heavy hinges are two too many."""
    problem = make_problem()

    [row] = finding("heavy_once", workout(problem, [*TWO, ("rack_pull", 3, 5)]), problem)

    assert (row.reached, row.penalty) == (3, 2 * weight("heavy_once"))
    assert row.says == "3 heavy lifts of hip_hinge"


@pytest.mark.parametrize(("include", "status"), [(["deadlift"], "kept"), ([], "broken")])
def test_an_included_exercise_is_spared(make_problem, workout, finding, include, status):
    """Deadlifts asked for by name do not count, so the Romanian ones are the first."""
    problem = make_problem(include=include)

    [row] = finding("heavy_once", workout(problem, TWO), problem)

    assert row.status == status


def test_every_session_is_counted_alone(make_problem, workout, finding):
    """One heavy hinge on Monday and one on Thursday are not two."""
    problem = make_problem(days="mon thu")

    rows = finding("heavy_once", workout(problem, TWO[:1], TWO[1:]), problem)

    assert [r.status for r in rows] == ["kept", "kept"]


@pytest.mark.parametrize(("figures", "asked", "status", "severity"), [
    ({"should": 2}, 2, "kept", "should"), ({"must": 1}, 1, "broken", "must")])
def test_the_requests_own_limit(make_problem, workout, finding, figures, asked, status, severity):
    """A figure replaces the one, and its name says how strictly."""
    problem = make_problem(rules={"heavy_once": figures})

    [row] = finding("heavy_once", workout(problem, TWO), problem)

    assert (row.asked, row.status, row.severity) == (asked, status, severity)


@pytest.mark.parametrize(("exercise", "counts"), [
    ("good_morning", True), ("goblet_good_morning", False)])
def test_risk_lifts_are_heavy(exercise, counts):
    """With a bar across the back a good morning is a risk lift; with a dumbbell held it is none."""
    lift = load().exercise_by_id[exercise]

    assert lift.rest_class != "heavy_compound"
    assert HeavyOnce().counts(lift) == counts
