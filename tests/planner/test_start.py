"""A plan as the start of another search: its values, and nothing that it does not do."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from catalog import load
from planner.building import build_problem
from planner.checking import workout_of
from planner.plan import Plan
from planner.rules import REGISTRY
from planner.solve.extract import Reader
from planner.solve.judging import Judge
from planner.solve.model import ModelBuilder
from planner.solve.search import Control
from planner.solve.start import by_session, fitted

PLANS = sorted((Path(__file__).parents[2] / "benchmarks/instances/plans").glob("*.json"))


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_a_start_is_a_plan(path):
    """In a model that has learned nothing yet a plan's supersets save what they are said to."""
    plan = Plan.model_validate_json(path.read_text(encoding="utf-8"))
    problem = build_problem(plan.request, load(), REGISTRY)
    workout = workout_of(plan.sessions, problem)
    held = [frozenset(i.exercise.id for i in visit.work) for visit in workout.visits]
    model = ModelBuilder(problem.narrowed(held), REGISTRY)
    reader = Reader(model)

    values = fitted(model, Control(5, 1, 0, time.monotonic()), by_session(workout))

    assert values is not None
    assert Judge(model, reader).cost(0, values) == 0
    assert [sorted((i.exercise.id, i.sets) for i in v.items)
            for v in reader.workout(values).visits] == [
        sorted((i.exercise.id, i.sets) for i in v.items) for v in workout.visits]
