"""Seconds, fractional sets and strain of an entry: the one place that counts.

The time equation (docs/explanation/model.md) has its figures in the data. Every part is
rounded half up to whole seconds.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from planner.catalog import Catalog, Exercise
from planner.catalog.figures import Pace, RampSet
from planner.catalog.words import Goal, Level, PaceName
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

    def top_reps(self) -> int:
        """Repetitions a set is timed by: the upper bound, or the sum of the parts."""
        if isinstance(self.reps, Parts):
            return sum(self.reps.parts)
        if isinstance(self.reps, tuple):
            return self.reps[1]
        return self.reps or 0


@dataclass(frozen=True)
class Clock:
    """The seconds of an entry at one pace."""

    lead_in_s: int
    ramp_s: int
    work_s: int
    rest_s: int

    @property
    def entry_s(self) -> int:
        """What being there adds, whatever the sets: the last of them has no rest after it."""
        return self.lead_in_s + self.ramp_s - self.rest_s

    @property
    def set_s(self) -> int:
        """What every set adds."""
        return self.work_s + self.rest_s

    def alone(self, sets: int) -> int:
        """Seconds of an entry that is not in a superset."""
        return self.entry_s + sets * self.set_s


def pair_seconds(a: Clock, b: Clock, rounds: int, move_s: int) -> int:
    """Seconds of a superset of two entries."""
    return (
        max(a.lead_in_s, b.lead_in_s) + a.ramp_s + b.ramp_s
        + rounds * (a.work_s + move_s + b.work_s)
        + (rounds - 1) * max(a.rest_s, b.rest_s)
    )


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


def side_s(catalog: Catalog, exercise: Exercise, dose: Dose, pace: Pace) -> int:
    """Seconds of one set of one side."""
    if dose.hold_s is not None:
        return dose.hold_s
    return half_up(dose.top_reps() * (exercise.seconds_per_rep or 0.0) * pace.tempo)


def rest_s(catalog: Catalog, exercise: Exercise, dose: Dose, goal: Goal, pace: Pace,
           at_least_s: int = 0) -> int:
    """Rest between two sets of an exercise; 0 outside the work phase."""
    if exercise.rest_class is None:
        return 0
    rest: int = getattr(catalog.rest_by_key[goal, exercise.rest_class], pace.id)
    rest = max(rest, at_least_s)
    if dose.to_failure:
        rest += pace.failure_rest_s
    if exercise.unilateral:
        one_side = side_s(catalog, exercise, dose, pace)
        rest = max(catalog.timing.one_sided_rest_min_s, rest - one_side)
    return rest


def clock(catalog: Catalog, exercise: Exercise, dose: Dose, goal: Goal, pace: PaceName,
          work: bool = True, rest_at_least_s: int = 0) -> Clock:
    """Return all parts of an entry's seconds at a pace.

    Parameters
    ----------
    work
        Whether it stands in the work phase; elsewhere there is no rest and no
        ramp, and the lead-in is the set-up alone.
    rest_at_least_s
        A complaint's lower limit on rests.
    """
    figures = catalog.pace_by_id[pace]
    one_side = side_s(catalog, exercise, dose, figures)
    work_s = one_side
    if exercise.unilateral:
        work_s = 2 * one_side + catalog.timing.side_change_s
    setup = half_up(exercise.setup_s * figures.setup)
    if not work:
        return Clock(setup, 0, work_s, 0)
    rest = rest_s(catalog, exercise, dose, goal, figures, rest_at_least_s)
    sides = 2 if exercise.unilateral else 1
    ramp = sum(
        half_up(step.reps * (exercise.seconds_per_rep or 0.0) * sides * figures.tempo)
        + figures.ramp_rest_s
        for step in ramp_sets(catalog, exercise, percent_1rm(catalog, exercise, dose))
    )
    return Clock(max(rest, setup), ramp, work_s, rest)


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
