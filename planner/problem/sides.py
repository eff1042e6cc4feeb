"""The sides of the body in training: push, pull and legs."""

from __future__ import annotations

from collections.abc import Mapping

from planner.catalog import Exercise
from planner.problem.problem import Problem

SIDES: Mapping[str, tuple[str, ...]] = {
    "push": ("chest", "front_delts"), "pull": ("lats", "upper_back"),
    "legs": ("quads", "glutes", "hamstrings")}
"""The groups of each side; a compound that serves it trains one of them directly."""


def serves(p: Problem, exercise: Exercise, side: str) -> bool:
    """Whether an exercise is a compound that trains a side directly."""
    return exercise.compound and any(p.trains(exercise, g) == 1.0 for g in SIDES[side])
