"""Exercises whose figures are far from those of their siblings: same pattern, same load."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import median

from planner.catalog.model import Catalog
from planner.catalog.plausibility import Look
from planner.catalog.schema import Exercise

_ENOUGH = 5
_REP_FACTOR = 2.0
_SETUP_FACTOR = 2.5
_STRAIN_POINTS = 2


def odd_ones(catalog: Catalog) -> Iterator[Look]:
    """Yield a warning for each figure far from the median of five siblings or more."""
    families: dict[tuple[str, str], list[Exercise]] = defaultdict(list)
    for exercise in catalog.exercises:
        if "work" in exercise.phases:
            families[exercise.pattern, exercise.load].append(exercise)
    for siblings in families.values():
        if len(siblings) >= _ENOUGH:
            for exercise in siblings:
                for message in _odd(exercise, siblings):
                    yield Look("warning", exercise.id, message, "siblings")


def _odd(exercise: Exercise, siblings: Sequence[Exercise]) -> Iterator[str]:
    kind = f"{exercise.pattern} with the load {exercise.load}"
    reps = [e.seconds_per_rep for e in siblings if e.seconds_per_rep is not None]
    if exercise.seconds_per_rep is not None and len(reps) >= _ENOUGH:
        usual = median(reps)
        if _far(exercise.seconds_per_rep, usual, _REP_FACTOR):
            yield f"{exercise.seconds_per_rep:g} s a repetition; {usual:g} is usual for {kind}"
    usual = median(e.setup_s for e in siblings)
    if _far(exercise.setup_s, usual, _SETUP_FACTOR):
        yield f"{exercise.setup_s} s of set-up; {usual:g} is usual for {kind}"
    direct = {m for m, share in exercise.muscles.items() if share == 1.0}
    shared = {m for e in siblings if e is not exercise for m, s in e.muscles.items() if s >= 0.5}
    if direct and direct.isdisjoint(shared):
        yield f"direct for {', '.join(sorted(direct))}, which no other {kind} trains"
    for name in ("lumbar", "grip", "systemic"):
        found = getattr(exercise.strain, name)
        usual = median(getattr(e.strain, name) for e in siblings)
        if abs(found - usual) > _STRAIN_POINTS:
            yield f"{name} strain {found}; {usual:g} is usual for {kind}"


def _far(found: float, usual: float, factor: float) -> bool:
    return not usual / factor <= found <= usual * factor
