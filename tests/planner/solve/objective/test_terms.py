"""The model's tiers are the audit's: of any workout both say the same."""

from __future__ import annotations

import time
from itertools import combinations
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from planner.judge.audit import ledger, worth
from planner.judge.prices import quality_parts
from planner.problem.problem import Problem
from planner.rules import REGISTRY
from planner.solve.cuts.decode import Reader
from planner.solve.cuts.separate import Separator
from planner.solve.model.variables import ModelBuilder
from planner.solve.objective.terms import Objective, coverage, quality, tie_break
from planner.solve.run import Control, run
from planner.solve.search.kernel_search import weight_of_coverage
from planner.workout.workout import Workout
from tests.planner.first_exercises import first_exercises
from tests.planner.plans.test_optimal import NONE, case, problem_of

CATALOG = first_exercises()
WORK = sorted(e.id for e in CATALOG.exercises if "work" in e.phases)


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """Draw a request of one or two sessions over a few exercises, rules that allow anything."""
    names = draw(st.lists(st.sampled_from(WORK), min_size=2, max_size=7, unique=True))
    liked, disliked = draw(st.sampled_from(names)), draw(st.sampled_from(names))
    fields: dict[str, Any] = {
        "goal": draw(st.sampled_from(["strength", "hypertrophy", "toning", "health",
                                      "maintenance"])),
        "level": draw(st.sampled_from(["novice", "intermediate", "advanced"])),
        "supersets": draw(st.sampled_from(["allow", "prefer", "never"])),
        "focus": draw(st.sampled_from(["", "", "chest", "back legs", "arms"])),
        "likes": [liked] if draw(st.booleans()) else [],
        "dislikes": [disliked] if draw(st.booleans()) else [],
        "maxes_kg": {draw(st.sampled_from(names)): 60},
        "recent": [{"exercise": draw(st.sampled_from(names)), "date": "2024-05-07"},
                   {"exercise": "light_jog", "date": "2024-05-09"}],
        "rules": {rule.id: draw(st.sampled_from(["should", "off"])) for rule in REGISTRY
                  if rule.id not in ("include", "equipment", "superset_pairs",
                                     "superset_muscles")},
        "warm_up": draw(st.sampled_from([NONE, None]))}
    days = draw(st.sampled_from(["mon 60", "mon 20", "mon 45 tue 30", "mon 30 thu 60"]))
    return problem_of(CATALOG, case(" ".join(names), days, **fields))


def values_of(model: ModelBuilder, chosen: list[dict[str, int]],
              paired: list[frozenset[str]]) -> tuple[int, ...]:
    """Return the best solution of a model that holds so many sets of each exercise."""
    for session, sets, together in zip(model.problem.sessions, chosen, paired, strict=True):
        for o in session.options:
            model.cp.add(model.x(o) == int(o.id in sets))
            if o.sets[0] < o.sets[1]:
                model.cp.add(model.n(o) == sets.get(o.id, 0))
        for (name, rounds), flag in model.supersets[session.index].inside.items():
            model.cp.add(flag == int(name in together and sets.get(name) == rounds))
    model.cp.minimize((coverage(model).times(weight_of_coverage(model.problem))
                       .plus(quality(model))).expr)
    return run(model.cp, Control(60, 1, 0, time.monotonic())).values


@settings(max_examples=150, deadline=None, derandomize=True, database=None,
          suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(st.data())
def test_any_workout_is_worth_the_same(data):
    """Of a random choice of entries, sets and a superset, in its best order, every tier agrees.

    What the model believes of the order may be less, and is made up for by what the separator
    adds: with it the model's quality is the sum of the audit's parts.
    """
    problem = data.draw(problems())
    chosen, together = [], []
    for session in problem.sessions:
        names = data.draw(st.lists(st.sampled_from([o.id for o in session.options]), max_size=4,
                                   unique=True) if session.options else st.just([]))
        by_id = {o.id: o for o in session.options}
        chosen.append({n: data.draw(st.integers(*by_id[n].sets)) for n in names})
        pairs = [frozenset(p) for p in combinations(names, 2)
                 if len({chosen[-1][n] for n in p}) == 1]
        may = problem.request.supersets != "never" and pairs
        together.append(data.draw(st.sampled_from([frozenset(), *pairs])) if may else frozenset())
    model = ModelBuilder(problem, REGISTRY)
    values = values_of(model, chosen, together)
    assume(values)  # or these two may not be a superset
    reader = Reader(model)
    beyond = Separator(model, reader).beyond(values)
    assume(beyond is not None)
    workout = reader.workout(values)
    rows = ledger(workout, problem, REGISTRY)
    said = worth(workout, problem, rows)

    point = problem.catalog.price_by_id["rule_point"].points
    assert said.coverage == fresh(model, coverage, values)
    assert said.tie_break == fresh(model, tie_break, values)
    assert said.quality == fresh(model, quality, values) + point * beyond
    assert said.quality == sum(quality_parts(workout, problem, rows).values())


def fresh(model: ModelBuilder, tier: Any, values: tuple[int, ...]) -> int:
    """Return the least that a tier may be where all that a solution chooses is fixed.

    A tier brings variables of its own for what is missing, so it is minimised once more.
    """
    clone = ModelBuilder(model.problem, REGISTRY)
    for index in range(len(values)):
        name = model.cp.get_int_var_from_proto_index(index).name
        if name.startswith(("x ", "n ", "superset ")):
            clone.cp.add(clone.cp.get_int_var_from_proto_index(index) == values[index])
    clone.cp.minimize(tier(clone).expr)
    return run(clone.cp, Control(60, 1, 0, time.monotonic())).value


def test_sums():
    """Three times 2 x + 5, plus x: 7 x + 15; at x = 4 it is 43."""
    class Variable:
        index = 0

    x = Variable()
    found = Objective([(2, x)], 5).times(3).plus(Objective([(1, x)]))

    assert found.fixed == 15
    assert found.value([4]) == 7 * 4 + 15


@pytest.mark.parametrize("fields", [{}, {"focus": "chest"}, {"goal": "strength"}])
def test_coverage_outweighs_quality(fields):
    """A quarter set of coverage weighs more than the goals' part of quality can ever come to."""
    problem = problem_of(CATALOG, case(" ".join(WORK), "mon 60 thu 60", **fields))
    empty = Workout(tuple(
        v for v in (_empty(s) for s in problem.sessions)))
    most = sum(quality_parts(empty, problem, ())[part] for part in ("targets", "time"))

    assert weight_of_coverage(problem) > 2 * most > 0


def _empty(session: Any) -> Any:
    from planner.workout.workout import WorkoutSession

    return WorkoutSession(session.id, session.day, ())
