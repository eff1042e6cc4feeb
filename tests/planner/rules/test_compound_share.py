from dataclasses import replace

import pytest


@pytest.mark.parametrize(("goal", "asked", "compound", "other"), [
    ("strength", 60, 6, 4),
    ("hypertrophy", 50, 5, 5),
    ("toning", 40, 4, 6),
    ("health", 40, 4, 6),
    ("maintenance", 40, 4, 6),
])
def test_exactly_the_share(make_problem, workout, finding, goal, asked, compound, other):
    """Ten sets with exactly the share keep the rule; one more isolation set breaks it."""
    problem = make_problem(goal=goal)

    for extra, status in ((0, "kept"), (1, "broken")):
        entries = [("bench_press", compound, 8), ("lateral_raise", other + extra, 12)]
        [row] = finding("compound_share", workout(problem, entries), problem)

        # 10 sets: 60, 50 or 40 %. 11 sets: 54.5, 45.5 or 36.4 %.
        assert row.reached == round(100 * compound / (10 + extra), 1)
        assert (row.asked, row.status) == (asked, status)


@pytest.mark.parametrize(("other", "short"), [(4, 0), (5, 1), (6, 1), (7, 2)])
def test_sets_short(make_problem, workout, finding, weight, other, short):
    """As should each compound set that is missing costs, parts of one rounded up."""
    problem = make_problem(rules={"compound_share": "should"})
    entries = [("bench_press", 4, 8), ("lateral_raise", other, 12)]

    [row] = finding("compound_share", workout(problem, entries), problem)

    # Half of 8, 9, 10, 11 sets is 4, 4.5, 5, 5.5: short by 0, 0.5, 1, 1.5.
    assert row.penalty == short * weight("compound_share")


@pytest.mark.parametrize("trunk", [
    ("plank", 4, 40), ("russian_twist", 4, 20), ("hanging_knee_raise", 4, 10)])
def test_class_core_is_left_out(make_problem, workout, finding, trunk):
    """Trunk work does not count against the share."""
    problem = make_problem()
    entries = [("bench_press", 4, 8), ("lateral_raise", 4, 12), trunk]

    [row] = finding("compound_share", workout(problem, entries), problem)

    assert (row.reached, row.status) == (50.0, "kept")


@pytest.mark.parametrize(("include", "status"), [(["lateral_raise"], "kept"), ([], "broken")])
def test_an_included_isolation_is_spared(make_problem, workout, finding, include, status):
    """Raises that were asked for by name do not count against the share."""
    problem = make_problem(include=include)
    entries = [("bench_press", 4, 8), ("lateral_raise", 5, 12)]

    [row] = finding("compound_share", workout(problem, entries), problem)

    assert row.status == status


@pytest.mark.parametrize(("focus", "status"), [
    (["biceps", "calves"], "broken"),  # rows train the biceps: one of two goals
    (["biceps", "calves", "hip_flexors"], "not_applicable"),  # one of three
    (["calves"], "not_applicable"),  # no compound at all
    (["biceps", "lower_back", "abs", "core"], "broken"),  # the trunk's goals are left out
    (["lower_back"], "not_applicable"),  # nothing else is left
])
def test_half_of_the_goals_need_a_compound(make_problem, workout, finding, focus, status):
    """Where compounds serve less than half of the goals no share is asked."""
    problem = make_problem(focus=focus)

    [row] = finding("compound_share", workout(problem, [("barbell_curl", 3, 12)]), problem)

    assert row.status == status


def test_unknown_equipment_is_not_judged(make_problem, workout, finding):
    """Without equipment nobody knows whether compounds were at hand."""
    problem = replace(make_problem(), unknown=frozenset({"equipment"}))

    [row] = finding("compound_share", workout(problem, [("barbell_curl", 3, 12)]), problem)

    assert row.status == "not_judged"
