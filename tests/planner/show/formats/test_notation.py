"""Set notation: what is written is read back as the same sessions, and judged alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import planner
from planner.catalog import load
from planner.plans.schema import Plan
from planner.show.formats import export, written
from planner.workout.notation.read import read


def facts(plan: Plan) -> list[list[tuple[Any, ...]]]:
    """Return what text says of each entry; a rest only between sets."""
    return [[(e.exercise, e.phase, e.sets, e.reps, e.hold_s, e.to_failure, e.rir, e.superset,
              e.load_kg) for e in s.entries] for s in plan.sessions]


def test_reads_back(example: Plan) -> None:
    """Every example's plan: the same days, exercises, doses, supersets and loads, no loss."""
    result = written(example, "text")
    request = example.request

    sessions = read(result.data.decode(), load(), request.goal, request.level).sessions

    assert result.losses == ()
    assert [s.day for s in sessions] == [s.day for s in example.sessions]
    assert [[(e.exercise.id, e.phase, e.sets, e.dose.reps, e.dose.hold_s, e.dose.to_failure,
              e.dose.rir, e.superset, next((r.load_kg for r in e.rows), None)) for e in s.entries]
            for s in sessions] == facts(example)


def test_judged_alike(example: Plan) -> None:
    """The text carries its request: its audit has the ledger and the tiers of the plan's own."""
    text = planner.check(export(example, "text").decode())
    own = planner.check(example)

    assert (text.ok, text.coverage, text.tiers) == (own.ok, own.coverage, own.tiers)
    assert [(r.rule, r.where, r.status) for r in text.ledger] == [
        (r.rule, r.where, r.status) for r in own.ledger]


def test_one_session_is_judged_by_itself(small: Plan) -> None:
    """The request is that of the week, so one session goes without it, and that is said."""
    result = written(small, "text", sessions="thu")

    assert "# request" not in result.data.decode()
    assert result.losses == ("the request is that of the whole plan and is left out: the sessions "
                             "that are written are judged by themselves",)


def test_what_the_catalogue_lacks_is_a_comment(changed: Callable[..., Plan]) -> None:
    """Nobody could read the line back, so it is there for people only."""
    result = written(changed(exercise="atlas_stone_lift"), "text")

    assert "\n# 5 x 5 Atlas stone lift\n" in result.data.decode()
    assert result.losses == ("Atlas stone lift is not in the catalogue: it is a comment",)
    [monday, _] = read(result.data.decode(), load(), "hypertrophy", "intermediate").sessions
    assert len(monday.entries) == 8
