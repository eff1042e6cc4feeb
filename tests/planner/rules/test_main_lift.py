from dataclasses import replace

import pytest

BENCH, PULLDOWN = ("bench_press", 3, 8), ("lat_pulldown", 3, 10)


@pytest.mark.parametrize(("entries", "status"), [
    ([BENCH, PULLDOWN], "kept"), ([PULLDOWN, BENCH], "broken")])
def test_work_begins_with_it(make_problem, workout, finding, entries, status):
    """Bench presses before the pulldown keep the rule, after it they break it."""
    problem = make_problem()

    [row] = finding("main_lift", workout(problem, entries), problem)

    assert (row.status, row.severity, row.reached) == (status, "must", 1)


def test_none_at_all(make_problem, workout, finding):
    """In a gym a session of machines has no lift of the heaviest class."""
    problem = make_problem()

    [row] = finding("main_lift", workout(problem, [PULLDOWN]), problem)

    assert (row.status, row.reached) == ("broken", 0)
    assert "no heavy compound" in row.says


@pytest.mark.parametrize(("minutes", "status"), [(24, "not_applicable"), (25, "broken")])
def test_from_25_minutes_on(make_problem, workout, finding, minutes, status):
    """A pulldown alone is enough in 24 minutes, not in 25."""
    problem = make_problem(minutes=minutes)

    [row] = finding("main_lift", workout(problem, [PULLDOWN]), problem)

    assert row.status == status


@pytest.mark.parametrize(("goal", "status"), [
    ("strength", "broken"), ("hypertrophy", "broken"), ("health", "broken"),
    ("toning", "not_applicable"), ("maintenance", "not_applicable")])
def test_whose_concern_it_is(make_problem, workout, finding, goal, status):
    """Strength, hypertrophy and health ask for a main lift, toning and maintenance do not."""
    problem = make_problem(goal=goal)

    [row] = finding("main_lift", workout(problem, [PULLDOWN]), problem)

    assert row.status == status


@pytest.mark.parametrize(("equipment", "heaviest"), [
    (["gym"], "heavy_compound"),  # barbell rows
    (["pullup_bar", "lat_pulldown_machine"], "free_compound"),  # chin-ups
    (["lat_pulldown_machine"], "machine_compound"),
    (["none"], None),
])
def test_the_heaviest_class_at_hand(make_problem, workout, finding, equipment, heaviest):
    """For the lats: rows in a gym, chin-ups at a bar, a pulldown on its machine, else nothing."""
    problem = make_problem(equipment=equipment, focus=["lats"])
    status = {None: "not_applicable", "machine_compound": "kept"}.get(heaviest, "broken")

    [row] = finding("main_lift", workout(problem, [PULLDOWN]), problem)

    assert problem.main_class(problem.sessions[0]) == heaviest
    assert row.status == status


@pytest.mark.parametrize(("raise_minutes", "heaviest", "status"), [
    (20, "free_compound", "kept"), (16, "heavy_compound", "broken")])
def test_it_must_fit_with_two_sets(make_problem, workout, finding, raise_minutes, heaviest,
                                   status):
    """Chin-ups are enough where no heavy lift fits the minutes that are left."""
    # Of 25 minutes 5 are left after 20: a heavy compound rests 150 s before and 150 s between its
    # sets, so it does not fit. After 16 there are 9 minutes, 540 s: bench presses take
    # 150 + 159 (ramp: 13 reps x 3 + 2 x 60) + 2 x 24 + 150 = 507.
    # Chin-ups, 6 with 2 in reserve of 8, take 120 + 2 x 18 + 120 = 276 and fit both.
    problem = make_problem(minutes=25, warm_up={"raise_minutes": raise_minutes,
                                                "mobilise_minutes": 0})

    [row] = finding("main_lift", workout(problem, [("chin_up", 2, 6)]), problem)

    assert problem.main_class(problem.sessions[0]) == heaviest
    assert row.status == status


@pytest.mark.parametrize(("fields", "heaviest"), [
    ({"exclude": ["barbell", "tbar_row"]}, "free_compound"),
    ({"complaints": ["low_back_pain"]}, "free_compound"),  # barbell and T-bar rows are excluded
    # Weighted pull-ups: 6 with 2 in reserve of 8, enough for sets of 5 and too few for sets of 8.
    ({"level": "advanced", "exclude": ["barbell", "tbar_row"]}, "free_compound"),
    ({"level": "advanced", "goal": "strength", "exclude": ["barbell", "tbar_row"]},
     "heavy_compound"),
    ({"focus": ["calves"]}, None),  # no compound trains them
])
def test_candidates_pass_the_other_rules(make_problem, fields, heaviest):
    """Only what skill, complaints, exclude and relevant let through counts as a candidate."""
    problem = make_problem(**{"focus": ["lats"], **fields})

    assert problem.main_class(problem.sessions[0]) == heaviest


def test_unknown_equipment_is_not_judged(make_problem, workout, finding):
    """Without equipment nobody knows what the heaviest class would have been."""
    problem = replace(make_problem(), unknown=frozenset({"equipment"}))

    [row] = finding("main_lift", workout(problem, [PULLDOWN]), problem)

    assert row.status == "not_judged"


def test_a_sessions_own_focus_decides(make_problem):
    """Calves on Thursday: no compound serves them, whatever Monday does."""
    problem = make_problem(sessions=[{"day": "mon", "minutes": 60},
                                     {"day": "thu", "minutes": 60, "focus": ["calves"]}])

    assert [problem.main_class(s) for s in problem.sessions] == ["heavy_compound", None]
