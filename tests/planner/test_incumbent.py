"""A plan is improved where it can be, whatever its other parts cost."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from catalog import load
from planner.building import build_problem
from planner.checking import workout_of
from planner.fitness import warm_up_cost
from planner.plan import Plan
from planner.rules import REGISTRY
from planner.solve.course import Course
from planner.solve.incumbent import Incumbent
from planner.solve.model import ModelBuilder
from planner.solve.search import Control, run
from planner.solve.start import by_session, values_of
from planner.solve.together import together

PLANS = sorted((Path(__file__).parents[2] / "benchmarks/instances/plans").glob("week_*.json"))


def least_fitting(model, workout, control):
    """Return the values of a plan's work with the warm-ups that fit least."""
    warm = [(warm_up_cost(model.problem, o.exercise), y)
            for s in model.problem.sessions for o, y in model.warm_up(s)]
    flags = {y.index for _, y in warm}
    clone = model.cp.clone()
    for index, value in values_of(model, by_session(workout)):
        if index not in flags:
            clone.add(clone.get_int_var_from_proto_index(index) == value)
    clone.minimize(model.total((-cost, y) for cost, y in warm))
    return run(clone, control, "restored").values


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_warm_ups_fit_whatever_the_order_costs(path):
    """In a model that knows no order's price yet: warm-ups cannot change it, so they are chosen.

    They fit as well as those that the plan was made with, in the same time.
    """
    plan = Plan.model_validate_json(path.read_text(encoding="utf-8"))
    problem = build_problem(plan.request, load(), REGISTRY)
    workout = workout_of(plan.sessions, problem)
    held = [frozenset(i.exercise.id for i in visit.work) for visit in workout.visits]
    model = ModelBuilder(problem.narrowed(held), REGISTRY)
    control = Control(20, 1, 0, time.monotonic())
    best = Incumbent(model, control, Course(start=least_fitting(model, workout, control)))

    worst = sum(warm_up_cost(problem, o.exercise) for s in model.problem.sessions
                for o, y in model.warm_up(s) if best.values[y.index])

    best.choose_warm_ups(together(model))

    own = sum(warm_up_cost(problem, i.exercise) for v in workout.visits for i in v.items
              if not i.work)
    chosen = sum(warm_up_cost(problem, o.exercise) for s in model.problem.sessions
                 for o, y in model.warm_up(s) if best.values[y.index])
    assert chosen <= own < worst
