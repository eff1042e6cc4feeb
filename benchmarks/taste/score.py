"""What the planner's objective says of a workout: one number, and what it is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module

from planner.audit import broken_musts, ledger, tiers
from planner.plan import LedgerRow
from planner.problem import Problem
from planner.rules import REGISTRY
from planner.workout import Workout

STAND_IN = {"coverage": 1000, "use_of_time": 1, "should": 16, "fitness": 8}
"""What the tiers weigh where the objective is not one sum of points yet."""


@dataclass(frozen=True)
class Score:
    """Lower is better. ``musts`` are counted beside it and take no part.

    ``own`` says that it is the planner's objective and not the stand-in.
    """

    coverage: int
    quality: int
    parts: Mapping[str, int] = field(default_factory=dict)
    musts: int = 0
    own: bool = False


def score(w: Workout, p: Problem) -> Score:
    """Return the objective of a workout.

    Its quality where the audit knows one; else a stand-in made of the tiers.
    """
    rows = ledger(w, p, REGISTRY)
    values = tiers(w, p, rows)
    musts = len(broken_musts(rows))
    if "quality" in values:
        parts = import_module("planner.quality").parts(w, p, rows)
        return Score(values["coverage"], values["quality"], parts, musts, own=True)
    parts = _parts(values, rows)
    return Score(values["coverage"], sum(parts.values()), parts, musts)


def _parts(values: Mapping[str, int], rows: Sequence[LedgerRow]) -> dict[str, int]:
    """Return the stand-in by tier, the soft rules one by one."""
    found = {name: STAND_IN[name] * values[name] for name in STAND_IN if name != "should"}
    for row in rows:
        if row.severity == "should":
            name = f"should {row.rule}"
            found[name] = found.get(name, 0) + STAND_IN["should"] * row.penalty
    return found
