"""What a plan is improved by: pieces of it, in turn."""

from __future__ import annotations

from itertools import combinations

import pytest

from planner.solve.search.neighbourhoods import KINDS, Neighbourhood, neighbourhoods

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

# One of each kind: legs, push, pull, and what moves one joint or holds the trunk.
FEW = {"leg_press": "legs", "db_bench": "push", "seated_row": "pull", "hammer_curl": "small",
       "plank": "small"}


@pytest.fixture
def parts(make_problem):
    """Return the neighbourhoods of so many sessions."""
    def make(count, names=FEW):
        problem = make_problem(days=" ".join(DAYS[:count]))
        return neighbourhoods(problem.narrowed([set(names)] * count))
    return make


@pytest.mark.parametrize(("count", "freed"), [
    (2, [(0,), (1,), (0, 1)]),
    (3, [(0,), (1,), (2,), (0, 1), (1, 2), (2, 0)]),
    # Each, neighbours (the last day is next to the first), then the pairs that are left.
    (4, [(0,), (1,), (2,), (3,), (0, 1), (1, 2), (2, 3), (3, 0), (0, 2), (1, 3)]),
])
def test_sessions_in_turn(parts, count, freed):
    """Each session alone, then neighbours, then any two."""
    assert [n.sessions for n in parts(count) if n.sessions] == freed


@pytest.mark.parametrize("count", range(2, 8))
def test_every_session_and_every_pair_once(parts, count):
    """None is left out and none comes twice; the sets of everything are one part."""
    found = [frozenset(n.sessions) for n in parts(count) if n.sessions]

    assert len(found) == len(set(found)) == count + count * (count - 1) // 2
    assert [n.sets for n in parts(count)].count(True) == 1


def test_two_kinds_of_movement(parts, catalog):
    """Presses and pulls of all sessions, legs and small work: any two kinds that are there."""
    pattern = {kind: {catalog.exercise_by_id[n].pattern for n, of in FEW.items() if of == kind}
               for kind in KINDS}

    assert [n.patterns for n in parts(3) if n.patterns] == [
        pattern[a] | pattern[b] for a, b in combinations(KINDS, 2)]
    assert [n.patterns for n in parts(3, ("leg_press", "plank")) if n.patterns] == [
        pattern["legs"] | {"anti_extension"}]


def test_one_session_ends_with_all_of_it(parts):
    """Movements first; the whole session is the last part, and there are no pairs."""
    *moves, last = parts(1)

    assert all(n.patterns for n in moves)
    assert last == Neighbourhood((0,))


def test_what_may_change(make_problem):
    """All of a session that is freed, a movement in any session, and nothing else."""
    problem = make_problem(days="mon thu")
    session, moves = Neighbourhood((1,)), Neighbourhood(patterns=frozenset({"horizontal_pull"}))
    rows = [o for s in problem.sessions for o in s.options if o.id == "seated_row"]
    curls = [o for s in problem.sessions for o in s.options if o.id == "barbell_curl"]

    assert [session.holds(o) for o in (*rows, *curls)] == [False, True, False, True]
    assert [moves.holds(o) for o in (*rows, *curls)] == [True, True, False, False]
