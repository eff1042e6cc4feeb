"""Choice and order are decided apart: what the model believes too little of, it learns."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from planner.judge.audit import ledger
from planner.judge.order import Arranger
from planner.rules import REGISTRY
from planner.solve.cuts.decode import Reader
from planner.solve.cuts.separate import Separator
from planner.solve.model.variables import ModelBuilder
from planner.solve.run import Control, Run, run

GRIP = {"chin_up", "one_arm_db_row", "farmers_carry"}
"""Three that tire the grip: of any order two pairs of neighbours do, whatever else is done."""

FREE = {"main_lift": "off", "compound_share": "off", "strain": "off", "heavy_first": "off",
        "compound_first": "off", "focus_early": "off"}


def model_of(make_problem, names, **fields):
    """Return a model over a few exercises that holds exactly these, three sets of each."""
    rules = {**FREE, **fields.pop("rules", {})}
    problem = make_problem(minutes=120, rules=rules, **fields).narrowed([names])
    model = ModelBuilder(problem, REGISTRY, paired=fields.get("supersets") == "prefer")
    for option in problem.sessions[0].options:
        model.cp.add(model.x(option) == 1)
        model.cp.add(model.n(option) == 3)
    return model


def solution(model: ModelBuilder) -> Run:
    """Return the solution of least believed penalty."""
    model.cp.minimize(sum(t for both in model.theta for t in both))
    return run(model.cp, Control(60, 1, 0, time.monotonic()))


def believed(model: ModelBuilder, found: Run) -> int:
    """Return the penalty points that a solution expects of its order."""
    return sum(found.values[t.index] for both in model.theta for t in both)


def test_neighbours_are_known_at_once(make_problem, weight):
    """Of three entries that may not be neighbours two pairs have to be: 2 x 3 - 3 - 1 = 2."""
    model = model_of(make_problem, GRIP, level="advanced")
    found = solution(model)

    assert believed(model, found) == 2 * weight("grip_apart")
    assert Separator(model, Reader(model)).beyond(found.values) == 0


def test_a_clash_is_learned(make_problem, weight):
    """Chin-ups and rows tire the grip, and a plank between them is no trunk work at the end.

    The counting asks for nothing of two grips among three entries (2 x 2 - 3 - 1 = 0). No order
    keeps both rules, so the cheaper one is broken once.
    """
    names = {"chin_up", "one_arm_db_row", "plank"}
    model = model_of(make_problem, names, level="advanced")
    separator = Separator(model, Reader(model))
    first = solution(model)

    true = min(weight("grip_apart"), weight("core_last"))
    assert separator.beyond(first.values) == true - believed(model, first)
    again = solution(model)
    assert believed(model, again) == true
    assert separator.beyond(again.values) == 0


def test_what_no_order_keeps_is_refused(make_problem):
    """As must rules both cannot hold: the solution is no plan, and there is no other."""
    model = model_of(make_problem, {"chin_up", "one_arm_db_row", "plank"}, level="advanced",
                     rules={"grip_apart": "must", "core_last": "must"})
    separator = Separator(model, Reader(model))

    found = solution(model)
    assert separator.beyond(found.values) is None
    assert solution(model).status == "infeasible"


def test_an_order_is_the_audits(make_problem):
    """What a solution costs in the end is the penalty of the order rules in the ledger."""
    names = {"chin_up", "one_arm_db_row", "plank", "shrug", "lateral_raise", "back_squat"}
    model = model_of(make_problem, names, level="advanced",
                     rules={"heavy_first": "should", "compound_first": "should"})
    reader = Reader(model)
    separator = Separator(model, reader)
    found = solution(model)
    beyond = separator.beyond(found.values)
    problem = model.problem
    order = {r.id for r in model.order_rules}
    rows = ledger(reader.workout(found.values), problem, REGISTRY)

    assert believed(model, found) + beyond == sum(r.penalty for r in rows if r.rule in order)


@pytest.mark.parametrize("count", [1, 2])
def test_a_superset_that_cannot_be_is_refused(make_problem, count):
    """Two that may not be paired are asked for as a superset: no plan, and learned."""
    names = {"hammer_curl", "seated_row"}
    model = model_of(make_problem, names, supersets="prefer")
    for (name, rounds), inside in model.supersets[0].inside.items():
        model.cp.add(inside == int(rounds == 3 and name in names))
    separator = Separator(model, Reader(model))

    found = solution(model)
    for _ in range(count):
        if found.values:
            assert separator.beyond(found.values) is None
            found = solution(model)

    assert found.status == "infeasible"



@pytest.fixture
def unproved(monkeypatch):
    """Let the best order of every session count as not proved, as in a very long session."""
    best = Arranger.best
    monkeypatch.setattr(Arranger, "best", lambda *of: replace(best(*of), exact=False))


def test_an_order_that_is_not_proved_gives_no_cut(make_problem, weight, unproved):
    """The clash is paid for, but the model learns nothing of it and believes the same again."""
    model = model_of(make_problem, {"chin_up", "one_arm_db_row", "plank"}, level="advanced")
    separator = Separator(model, Reader(model))
    first = solution(model)

    true = min(weight("grip_apart"), weight("core_last"))
    assert separator.beyond(first.values) == true - believed(model, first) > 0
    assert (separator.left_open, separator.guessed) == (True, False)
    assert believed(model, solution(model)) == believed(model, first)


def test_a_refusal_that_is_not_proved_is_a_guess(make_problem, unproved):
    """Only the very choice is cut off, and that no other is left proves nothing."""
    model = model_of(make_problem, {"chin_up", "one_arm_db_row", "plank"}, level="advanced",
                     rules={"grip_apart": "must", "core_last": "must"})
    separator = Separator(model, Reader(model))

    assert separator.beyond(solution(model).values) is None
    assert separator.guessed
    assert solution(model).status == "infeasible"
