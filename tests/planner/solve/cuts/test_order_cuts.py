"""What one choice's order says of others: never more than brute force finds of them."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.judge.order import Arranger
from planner.judge.pairing import Matcher
from planner.problem.build import build_problem
from planner.rules import REGISTRY
from planner.rules.kinds import OrderRule
from planner.solve.cuts.order_cuts import OrderCuts
from tests.planner.judge.test_order import ARRANGER, NAMES, PROBLEM, entry, every_order, price

POOL = (*NAMES, "pull_up", "romanian_deadlift", "face_pull")
CUTS = OrderCuts(ARRANGER, [entry(name) for name in POOL])


def least(names: tuple[str, ...]) -> tuple[int, int]:
    """Return the cost of the best order, by trying them all."""
    return min(price(order) for order in every_order([entry(n) for n in names]))


def claimed(found, names: tuple[str, ...]) -> tuple[int, int]:
    """Return what a choice costs by a cut: nothing where it does not hold the kinds."""
    chosen = set(names)
    if any(len(chosen & kind.ids) < kind.count for kind in found.kinds):
        return (0, 0)
    if found.cost[0]:
        return (0, 0) if chosen & found.menders.keys() else found.cost
    return (0, found.cost[1] - sum(found.menders.get(n, 0) for n in chosen))


@given(st.lists(st.sampled_from(POOL), min_size=2, max_size=5, unique=True),
       st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_a_cut_claims_no_more_than_is_true(names, random):
    """No choice costs less than a cut says, and its own just as much."""
    own = tuple(names)
    for found in CUTS.forced([entry(n) for n in own], ()):
        assert claimed(found, own) == least(own)
        ids = sorted({i for kind in found.kinds for i in kind.ids})
        size = sum(kind.count for kind in found.kinds)
        meant = [c for c in combinations(ids, size) if claimed(found, c) > (0, 0)]
        for few in random.sample(meant, min(4, len(meant))):
            extra = [n for n in POOL if n not in few]
            more = (*few, *random.sample(extra, min(len(extra), 5 - min(5, size))))
            assert least(few) >= claimed(found, few)
            assert least(more) >= claimed(found, more)


def test_deadlifts_are_of_one_kind():
    """Two grips in a row after a deadlift: any heavy row and pull-up would do the same.

    A deadlift, a bent-over row and a chin-up all tire the grip (strain 2 and more), the
    deadlift has to be first, the row has to come before the chin-up's kind or after it:
    two pairs of neighbours that may not be. A pull-up instead of the chin-up changes nothing.
    """
    [found] = CUTS.forced([entry(n) for n in ("deadlift", "bent_over_row", "chin_up")], ())

    assert found.cost == least(("deadlift", "bent_over_row", "chin_up"))
    assert found.cost > (0, 0)
    assert any({"chin_up", "pull_up"} <= kind.ids for kind in found.kinds)


class Neighbours(OrderRule):
    """Minds any two neighbours a little."""

    id, severity, weight = "neighbours", "should", 1

    def next_to(self, p, before, after):
        """Any two."""
        return True


class Alike(OrderRule):
    """Minds neighbours of one pattern a lot, and some first entries more than others."""

    id, severity, weight = "alike", "should", 5

    def next_to(self, p, before, after):
        """Two of one pattern."""
        return before.exercise.pattern == after.exercise.pattern

    def first(self, p, session, entry):
        """A pull."""
        return "pull" in entry.exercise.pattern


OWN = (Neighbours(), Alike())
OWN_PROBLEM = build_problem(PROBLEM.request, PROBLEM.catalog, (*REGISTRY, *OWN))
OWN_ARRANGER = Arranger(OWN_PROBLEM, OWN_PROBLEM.sessions[0], OWN,
                        Matcher(OWN_PROBLEM, OWN_PROBLEM.sessions[0], ()))
OWN_CUTS = OrderCuts(OWN_ARRANGER, [entry(name) for name in POOL])


def own_least(names: tuple[str, ...]) -> tuple[int, int]:
    """Return the cost of the best order by the rules of an application, by trying them all."""
    return 0, min(sum(rule.weight * len(rule.wrong(OWN_PROBLEM, OWN_PROBLEM.sessions[0], order))
                      for rule in OWN) for order in every_order([entry(n) for n in names]))


@given(st.lists(st.sampled_from(POOL), min_size=2, max_size=4, unique=True),
       st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_rules_of_unequal_costs(names, random):
    """Where one neighbour costs more than another, one more entry between two may save."""
    for found in OWN_CUTS.forced([entry(n) for n in names], ()):
        for few in (tuple(names), *[tuple(random.sample(POOL, 4)) for _ in range(4)]):
            assert own_least(few) >= claimed(found, few)
        extra = [n for n in POOL if n not in names]
        more = (*names, *random.sample(extra, 5 - len(names)))
        assert own_least(more) >= claimed(found, more)
