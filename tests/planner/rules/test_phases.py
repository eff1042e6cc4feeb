from dataclasses import replace

import pytest

JOG = ("light_jog", 1, 480, "raise")
CAT = ("cat_cow", 1, 90, "mobilise")
ARMS = ("arm_circles", 1, 90, "mobilise")
PLANK = ("plank", 2, 40)
STRETCH = ("cobra_stretch", 1, 60, "cool_down")
# An hour asks for 8 minutes of raising (480 s) and 3 of mobilising (90 + 90 s).


def _verdicts(rows):
    return [r.status for r in rows]


def test_warm_up_then_work(make_problem, workout, finding):
    """Jog, cat-cow, arm circles, planks and a stretch stand in the order of the phases."""
    problem = make_problem()

    rows = finding("phases", workout(problem, [JOG, CAT, ARMS, PLANK, STRETCH], warm_up=False),
                   problem)

    assert _verdicts(rows) == ["kept", "kept"]
    assert [r.reached for r in rows] == [0, 480 + 180]


@pytest.mark.parametrize("entries", [
    [CAT, ARMS, JOG, PLANK],  # mobilise before raise
    [JOG, CAT, PLANK, ARMS],  # mobilise after work
    [JOG, CAT, ARMS, STRETCH, PLANK],  # cool down before work
])
def test_an_entry_after_a_later_phase(make_problem, workout, finding, entries):
    """One entry in the wrong place breaks the rule once."""
    problem = make_problem()

    row = finding("phases", workout(problem, entries, warm_up=False), problem)[0]

    assert (row.status, row.reached, row.severity) == ("broken", 1, "must")


@pytest.mark.parametrize(("second", "status"), [(90, "kept"), (80, "broken"), (100, "broken")])
def test_what_is_written_down_is_exact(make_problem, workout, finding, second, status):
    """Two holds of 90 s are the three minutes asked; ten seconds off breaks them."""
    problem = make_problem(warm_up={"raise_minutes": 8, "mobilise_minutes": 3})
    entries = [JOG, CAT, ("arm_circles", 1, second, "mobilise"), PLANK]

    _, row = finding("phases", workout(problem, entries, warm_up=False), problem)

    assert (row.asked, row.reached, row.status) == (660, 570 + second, status)


@pytest.mark.parametrize("entries", [
    [("light_jog", 1, 480, "raise"), CAT, PLANK],  # a hold too few
    [("light_jog", 1, 420, "raise"), CAT, ARMS, PLANK],  # a minute too little
])
def test_each_phase_by_itself(make_problem, workout, finding, entries):
    """Where 8 and 3 minutes were asked for, less of either breaks the rule."""
    problem = make_problem(warm_up={"raise_minutes": 8, "mobilise_minutes": 3})

    _, row = finding("phases", workout(problem, entries, warm_up=False), problem)

    assert (row.status, row.severity) == ("broken", "must")


@pytest.mark.parametrize(("before", "status"), [([JOG, CAT, ARMS], "kept"), ([], "broken")])
def test_work_begins_with_its_warm_up(make_problem, workout, finding, before, status):
    """An hour of work without any warm-up breaks the rule, also where nobody asked for minutes."""
    problem = make_problem()

    _, row = finding("phases", workout(problem, [*before, PLANK], warm_up=False), problem)

    assert (row.status, row.severity) == (status, "must")


def test_switched_off(make_problem, workout, finding):
    """With 0 minutes nothing is asked."""
    problem = make_problem(warm_up={"raise_minutes": 0, "mobilise_minutes": 0})

    rows = finding("phases", workout(problem, [PLANK]), problem)

    assert _verdicts(rows) == ["kept"]


def test_a_session_without_work_needs_no_warm_up(make_problem, workout, finding):
    """An empty session breaks `work`, not `phases`."""
    problem = make_problem()

    rows = finding("phases", workout(problem, [], warm_up=False), problem)

    assert _verdicts(rows) == ["kept"]


@pytest.mark.parametrize(("minutes", "holds"), [
    (1, (60,)), (2, (120,)), (3, (90, 90)), (4, (120, 120)), (5, (100, 100, 100))])
def test_mobilising_is_split(make_problem, minutes, holds):
    """Up to two minutes are one exercise, up to four two, more three; the sum is exact."""
    problem = make_problem(warm_up={"raise_minutes": 5, "mobilise_minutes": minutes})

    [raised, mobilised] = problem.sessions[0].warm_up

    assert (raised.holds, mobilised.holds) == ((300,), holds)


def test_text_is_not_judged_by_minutes_that_nobody_wrote(make_problem, workout, finding):
    """Five minutes of jogging are a warm-up where no other was asked for."""
    problem = replace(make_problem(), unknown=frozenset({"minutes", "equipment", "warm_up"}))
    entries = [("light_jog", 1, 300, "raise"), PLANK]

    rows = finding("phases", workout(problem, entries, warm_up=False), problem)

    assert set(_verdicts(rows)) == {"kept"}


def test_one_entry_may_fill_the_phase(make_problem, workout, finding):
    """Three minutes of cat-cow alone are the three minutes of mobilising that were asked for."""
    problem = make_problem(warm_up={"raise_minutes": 8, "mobilise_minutes": 3})
    entries = [JOG, ("cat_cow", 1, 180, "mobilise"), PLANK]

    rows = finding("phases", workout(problem, entries, warm_up=False), problem)

    assert set(_verdicts(rows)) == {"kept"}


def test_a_sessions_warm_up_is_written_down_too(make_problem, workout, finding):
    """Monday asks for 10 and 3 minutes, not the default; a minute of jogging breaks them."""
    problem = make_problem(sessions=[{"day": "mon", "minutes": 60, "warm_up": {
        "raise_minutes": 10, "mobilise_minutes": 3}}])
    entries = [("light_jog", 1, 60, "raise"), CAT, ARMS, PLANK]

    rows = finding("phases", workout(problem, entries, warm_up=False), problem)

    assert "broken" in _verdicts(rows)
