import pytest


@pytest.mark.parametrize(("sets", "must", "should", "halves"), [
    (8, "kept", "kept", 0),
    (9, "kept", "broken", 2),  # one set over 8: two half sets
    (16, "kept", "broken", 16),
    (17, "broken", "broken", 18),
])
def test_two_caps(make_problem, workout, finding, weight, sets, must, should, halves):
    """Leg curls: 8 sets for the hamstrings are fine, from 9 it costs, 17 are forbidden."""
    problem = make_problem()

    hard, soft = finding("session_cap", workout(problem, [("leg_curl", sets, 12)]), problem)

    assert (hard.severity, hard.asked, hard.status) == ("must", 16, must)
    assert (soft.severity, soft.asked, soft.status) == ("should", 8, should)
    assert (soft.reached, hard.penalty, soft.penalty) == (
        sets, 0, halves * weight("session_cap"))


@pytest.mark.parametrize(("deadlifts", "reached", "halves"), [(2, 8.0, 0), (3, 8.5, 1)])
def test_half_involvements_count_half(make_problem, workout, finding, weight, deadlifts, reached,
                                      halves):
    """Seven leg curls and deadlifts at 0.5: two of them make 8, three 8.5."""
    problem = make_problem()
    entries = [("deadlift", deadlifts, 5), ("leg_curl", 7, 12)]

    _, soft = finding("session_cap", workout(problem, entries), problem)

    assert (soft.reached, soft.penalty) == (reached, halves * weight("session_cap"))


def test_quarters_do_not_count(make_problem, workout, finding):
    """Back squats train the hamstrings at 0.25: eight leg curls stay eight."""
    problem = make_problem()
    entries = [("back_squat", 4, 8), ("leg_curl", 8, 12)]

    _, soft = finding("session_cap", workout(problem, entries), problem)

    assert (soft.reached, soft.status) == (8, "kept")


def test_credit_is_left_out(make_problem, workout, finding):
    """Light back extensions earn nothing for strength, and count as sets all the same."""
    problem = make_problem(goal="strength")

    _, soft = finding("session_cap", workout(problem, [("back_extension", 9, 12)]), problem)

    assert (soft.reached, soft.status) == (9, "broken")


@pytest.mark.parametrize(("asked", "limits"), [
    ({"must": 20}, {"must": 20, "should": 8}),
    ({"should": 6}, {"must": 16, "should": 6}),
    ({"must": 12, "should": 10}, {"must": 12, "should": 10}),
    ("should", {"should": 8}),
    ("must", {"must": 16, "should": 8}),
    ("off", {}),
])
def test_the_requests_own_limits(make_problem, workout, finding, asked, limits):
    """A figure replaces one cap; `should` alone lifts the hard one, `off` both."""
    problem = make_problem(rules={"session_cap": asked})

    rows = finding("session_cap", workout(problem, [("leg_curl", 17, 12)]), problem)

    assert {r.severity: r.asked for r in rows} == limits
    assert {r.severity: r.status for r in rows} == {
        k: "broken" if v < 17 else "kept" for k, v in limits.items()}


def test_every_session_has_its_own_cap(make_problem, workout, finding):
    """Eight on Monday and eight on Thursday are not sixteen."""
    problem = make_problem(days="mon thu")
    curls = [("leg_curl", 8, 12)]

    rows = finding("session_cap", workout(problem, curls, curls), problem)

    assert [r.status for r in rows] == ["kept"] * 4
