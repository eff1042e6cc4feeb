"""The catalogue that the planner's tests count on."""

from __future__ import annotations

from pathlib import Path

from planner import catalog
from planner.catalog import Catalog

FIRST = Path(__file__).parents[2] / "benchmarks" / "first_exercises.txt"


def first_exercises() -> Catalog:
    """Return the built-in catalogue with its first exercises only.

    What a test derives by hand, such as which lifts a home has, then holds
    however many exercises are added.
    """
    known = set(FIRST.read_text(encoding="utf-8").split())
    whole = catalog.load()
    return whole.model_copy(update={"exercises": tuple(
        e.model_copy(update={"easier": tuple(i for i in e.easier if i in known),
                             "harder": tuple(i for i in e.harder if i in known)})
        for e in whole.exercises if e.id in known)})
