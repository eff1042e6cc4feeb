import pytest

PLANK, ROW, TWIST = ("plank", 3, 40), ("seated_row", 3, 10), ("russian_twist", 3, 20)


@pytest.mark.parametrize(("entries", "wrong"), [
    ([ROW, PLANK], 0),
    ([PLANK, ROW], 1),
    ([ROW, TWIST, PLANK], 0),
    ([PLANK, TWIST, ROW], 2),
    ([PLANK, TWIST], 0),
])
def test_trunk_work_at_the_end(make_problem, workout, finding, weight, entries, wrong):
    """Planks before rows break the rule, after them they keep it; two before cost twice."""
    problem = make_problem()

    [row] = finding("core_last", workout(problem, entries), problem)

    assert (row.status, row.penalty) == (
        "broken" if wrong else "kept", wrong * weight("core_last"))
    assert row.severity == "should"


@pytest.mark.parametrize(("setting", "severity"), [("must", "must"), ("should", "should")])
def test_the_requests_severity(make_problem, workout, finding, weight, setting, severity):
    """`core_last: must` forbids what otherwise only costs."""
    problem = make_problem(rules={"core_last": setting})

    [row] = finding("core_last", workout(problem, [PLANK, ROW]), problem)

    assert (row.status, row.severity) == ("broken", severity)
    assert row.penalty == (0 if severity == "must" else weight("core_last"))


def test_to_activate_is_not_core_work(make_problem, workout, finding):
    """A dead bug before the work is part of the warm-up."""
    problem = make_problem()

    [row] = finding("core_last", workout(problem, [("dead_bug", 1, 8, "activate"), ROW]), problem)

    assert row.status == "kept"
