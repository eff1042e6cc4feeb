"""The last tier: a choice among equals that is the same everywhere, and unique."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from planner.judge.tie_break import tie_break, tie_weight

ROW, PRESS = ("seated_row", 3, 10), ("db_bench", 3, 10)


def test_weights_are_fixed():
    """A weight is made of the names alone: today's, written down, are those of every day."""
    assert [tie_weight("mon", "deadlift"), tie_weight("mon", "deadlift", "sets")] == [2589, 3448]


def test_weights_differ():
    """Of a hundred names in 4093 places two or three meet, and not ten."""
    found = {tie_weight("mon", f"exercise_{k}") for k in range(100)}

    assert len(found) > 90
    assert all(0 <= v < 4093 for v in found)


def test_a_session_by_hand(make_problem, workout):
    """Each entry: its weight, and for each set another one below 61."""
    problem = make_problem()

    found = tie_break(workout(problem, [ROW, PRESS]))

    assert found == sum(tie_weight("mon", e) + sets * (tie_weight("mon", e, "sets") % 61)
                        for e, sets, _ in (ROW, PRESS))


@pytest.mark.parametrize("other", [
    [PRESS, ROW],  # another order
    [(*ROW, "A"), (*PRESS, "A")],  # a superset
])
def test_what_follows_from_the_choice_has_no_weight(make_problem, workout, other):
    """Order and supersets are not chosen by it, and neither is the warm-up."""
    problem = make_problem()
    value = tie_break(workout(problem, [ROW, PRESS]))

    assert tie_break(workout(problem, other)) == value
    assert tie_break(workout(problem, [ROW, PRESS], warm_up=False)) == value


def test_what_is_chosen_has(make_problem, workout):
    """Another exercise, another number of sets or another day: another value, for all of them."""
    one, two = make_problem(), make_problem(days="mon thu")
    names = [o.id for o in one.sessions[0].options][:20]
    pairs = [tie_break(workout(one, [(a, 3, 10), (b, 3, 10)])) for a, b in combinations(names, 2)]
    sets = [tie_break(workout(one, [("seated_row", n, 10)])) for n in range(1, 6)]
    days = [tie_break(workout(two, [ROW], [PRESS])), tie_break(workout(two, [PRESS], [ROW]))]

    assert len(set(pairs)) > 0.95 * len(pairs)
    assert len(set(sets)) == 5
    assert len(set(days)) == 2


def test_sessions_add_up(make_problem, workout):
    """A week's value is the sum of its sessions'."""
    problem = make_problem(days="mon thu")
    both = workout(problem, [ROW], [PRESS])

    assert tie_break(both) == sum(tie_break(replace(both, sessions=(v,))) for v in both.sessions)
