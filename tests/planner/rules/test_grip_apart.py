import pytest

CHIN, ROW, RAISE = ("chin_up", 3, 6), ("one_arm_db_row", 3, 10), ("lateral_raise", 3, 12)
SHRUG = ("shrug", 3, 12)


@pytest.mark.parametrize(("entries", "wrong"), [
    ([CHIN, RAISE, ROW], 0),
    ([CHIN, ROW, RAISE], 1),
    ([CHIN, ROW, SHRUG], 2),  # two pairs of neighbours
    ([RAISE, ("seated_row", 3, 10)], 0),  # grip 1 and 1
    ([CHIN, ("seated_row", 3, 10)], 0),  # grip 2 and 1
])
def test_a_break_for_the_grip(make_problem, workout, finding, weight, entries, wrong):
    """Chin-ups and dumbbell rows in a row cost something, with raises between them nothing."""
    problem = make_problem()

    [row] = finding("grip_apart", workout(problem, entries), problem)

    assert (row.status, row.penalty) == (
        "broken" if wrong else "kept", wrong * weight("grip_apart"))
    assert row.severity == "should"


def test_off(make_problem, workout, finding):
    """Switched off, the ledger is silent."""
    problem = make_problem(rules={"grip_apart": "off"})

    assert finding("grip_apart", workout(problem, [CHIN, ROW]), problem) == []
