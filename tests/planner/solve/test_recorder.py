"""The must rules as rows of numbers, for whoever wants to solve them with something else."""

from __future__ import annotations

from planner.solve.linear import Lin, summed
from planner.solve.recorder import Recorder

from planner.rules import REGISTRY
from tests.planner import brute


def test_recorded_rows_hold_in_every_plan(make_problem):
    """A plan without supersets is a point of the recorded rows: its entries and sets break none."""
    problem = make_problem(minutes=40, supersets="never").narrowed(
        [{"bench_press", "seated_row", "plank"}])
    recorded = Recorder(problem).recorded(REGISTRY)
    seen = 0
    for workout, _ in brute.plans(problem, paired=False):
        values = [0] * len(recorded.linear.variables)
        for item in workout.visits[0].work:
            key = (0, item.exercise.id)
            values[next(iter(recorded.chosen[key].terms))] = 1
            values[next(iter(recorded.sets[key].terms))] = item.sets
        assert recorded.linear.broken(values) == []
        seen += 1
        if seen == 50:
            break
    assert seen > 10


def test_linear_expressions():
    """2 (x + 3) - y is 2 x - y + 6; at x = 4, y = 1 it is 13."""
    x, y = Lin({0: 1}), Lin({1: 1})

    found = 2 * (x + 3) - y

    assert (found.terms, found.constant) == ({0: 2, 1: -1}, 6)
    assert found.value([4, 1]) == 13
    assert summed([(2, x), (-2, x)]).terms == {}
