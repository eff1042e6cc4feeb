"""What the planner's objective says of a workout: one number, and what it is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from planner.judge.audit import broken_musts, ledger, worth
from planner.judge.prices import price, quality_parts
from planner.problem.problem import Problem
from planner.rules import REGISTRY
from planner.workout.workout import Workout


@dataclass(frozen=True)
class Score:
    """Lower is better. ``musts`` are counted beside it and take no part."""

    coverage: int
    quality: int
    parts: Mapping[str, int] = field(default_factory=dict)
    musts: int = 0


def score(w: Workout, p: Problem) -> Score:
    """Return the objective of a workout, its should rules one by one."""
    rows = ledger(w, p, REGISTRY)
    value = worth(w, p, rows)
    parts = quality_parts(w, p, rows)
    del parts["rules"]
    point = price(p, "rule_point")
    for row in rows:
        if row.severity == "should":
            name = f"rule {row.rule}"
            parts[name] = parts.get(name, 0) + point * row.penalty
    return Score(value.coverage, value.quality, parts, len(broken_musts(rows)))
