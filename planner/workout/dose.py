"""The dose of a set, its load and its fractional sets: the one place that counts them."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from typing import Any

from planner.catalog import Catalog, Exercise
from planner.catalog.figures import RampSet
from planner.catalog.words import Goal, Level
from planner.workout.reps import Parts, Reps

QUARTERS = 4
"""Fractional sets are counted in quarters, so that they are whole numbers."""


def half_up(value: float) -> int:
    """Round half up; the small term undoes the noise of binary fractions."""
    return math.floor(value + 0.5 + 1e-9)


@dataclass(frozen=True)
class Dose:
    """One set of an exercise, and how it is to be done."""

    reps: Reps | None
    hold_s: int | None
    rir: float | None
    to_failure: bool = False

    @classmethod
    def of(cls, other: object) -> Dose:
        """Return the dose of something that has all its fields."""
        return cls(**{f.name: getattr(other, f.name) for f in fields(cls)})

    def said(self) -> dict[str, Any]:
        """Return the fields by name."""
        return {f.name: getattr(self, f.name) for f in fields(self)}

    def top_reps(self) -> int:
        """Repetitions a set is timed by: the upper bound, or the sum of the parts."""
        if isinstance(self.reps, Parts):
            return sum(self.reps.parts)
        if isinstance(self.reps, tuple):
            return self.reps[1]
        return self.reps or 0


def percent_1rm(catalog: Catalog, exercise: Exercise, dose: Dose) -> int | None:
    """Share of the one-repetition maximum that reps and RIR stand for.

    None for holds, bands and bodyweight, and for more repetitions than the
    chart has rows (its far end is nearly flat, so 25 is used up to 30).
    """
    if dose.hold_s is not None or dose.reps is None or dose.rir is None:
        return None
    if exercise.load in ("bodyweight", "band", "none"):
        return None
    to_failure = dose.top_reps() + (0 if dose.to_failure else dose.rir)
    row = min(max(1, half_up(to_failure)), max(catalog.chart))
    return half_up(catalog.chart[row])


def ramp_sets(catalog: Catalog, exercise: Exercise, percent: int | None) -> tuple[RampSet, ...]:
    """Warm-up sets of a loaded heavy or free compound, by its %1RM."""
    loaded = exercise.load not in ("bodyweight", "band", "none")
    if percent is None or not loaded or "work" not in exercise.phases:
        return ()
    if exercise.rest_class not in ("heavy_compound", "free_compound"):
        return ()
    row = next(r for r in catalog.ramps if percent <= r.up_to_percent)
    if not row.sets:
        return ()
    if exercise.rest_class == "free_compound" and exercise.load != "barbell":
        return catalog.light_ramp
    return row.sets


def expected(catalog: Catalog, exercise: Exercise, goal: Goal, level: Level) -> int:
    """Repetitions (or seconds) to failure that a level is expected to manage."""
    known = catalog.failure_by_id.get(exercise.id)
    if known is not None:
        return int(getattr(known, level))
    scheme = catalog.scheme_by_key[goal, exercise.rest_class or "core"]
    return scheme.hold_top_s if exercise.measure == "time" else scheme.reps + scheme.rir


def credit(catalog: Catalog, exercise: Exercise, goal: Goal, level: Level) -> float:
    """How much a set is worth for a goal: 1, 0.5 or 0."""
    if exercise.core:
        return 1.0
    value = catalog.credits[goal][exercise.loading]
    order = ("novice", "intermediate", "advanced")
    if exercise.outgrown_at is not None and order.index(level) >= order.index(exercise.outgrown_at):
        value = 0.5 if value == 1.0 else 0.0
    return value


def counted(catalog: Catalog, exercise: Exercise, target: str) -> float:
    """Involvement of an exercise in a muscle or group; 0.25 counts for nothing.

    A group is counted once, by its largest involvement among the members.
    """
    members = catalog.members(target) if target in catalog.group_by_id else (target,)
    largest = max((exercise.muscles.get(m, 0.0) for m in members), default=0.0)
    return largest if largest >= 0.5 else 0.0


def involvements(catalog: Catalog, exercise: Exercise) -> dict[str, float]:
    """Return all that an exercise trains: muscles and groups at 0.5 or 1.0, its pattern at 1.0.

    A pattern's families count as the pattern does. The same figures as
    `counted`, for everything at once.
    """
    found: dict[str, float] = {}
    for muscle, share in exercise.muscles.items():
        if share < 0.5:
            continue
        if muscle not in catalog.group_by_id:
            found[muscle] = share
        group = catalog.muscle_by_id[muscle].group
        found[group] = max(share, found.get(group, 0.0))
    groups, muscles, patterns = catalog.group_by_id, catalog.muscle_by_id, catalog.pattern_by_id
    pattern = exercise.pattern
    if pattern not in groups and pattern not in muscles:
        found[pattern] = 1.0
    for family in catalog.families:
        name = family.id
        if pattern in family.patterns and not (
                name in groups or name in muscles or name in patterns):
            found[name] = 1.0
    return found


def quarters(catalog: Catalog, exercise: Exercise, target: str, worth: float,
             share: float | None = None) -> int:
    """Quarter sets that one set gives to a goal (muscle, group, pattern or family).

    Parameters
    ----------
    share
        The involvement (`counted`) where it is known.
    """
    if target in catalog.group_by_id or target in catalog.muscle_by_id:
        if share is None:
            share = counted(catalog, exercise, target)
        return round(QUARTERS * share * worth)
    if target in catalog.pattern_by_id:
        return QUARTERS if exercise.pattern == target else 0
    family = catalog.family_by_id[target]
    return QUARTERS if exercise.pattern in family.patterns else 0
