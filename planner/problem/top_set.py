"""A top set and back-off sets: the first set of a main lift as planned, the others lighter.

Sets, repetitions and rests stay what they were, and so do seconds, coverage and prices: the search
knows nothing of it.
"""

from __future__ import annotations

from dataclasses import replace

from planner.problem.problem import Problem
from planner.workout.dose import half_up, percent_1rm
from planner.workout.reps import Parts
from planner.workout.rows import Row, reserve
from planner.workout.workout import Workout, WorkoutEntry, with_entries


def with_top_sets(w: Workout, p: Problem) -> Workout:
    """Return a workout whose main lifts have a top set, where the request asks for it."""
    known = p.catalog.top_set
    if not (p.request.top_set and p.request.goal in known.goals
            and p.request.level in known.levels):
        return w
    return Workout(tuple(with_entries(done, tuple(_entry(i, p) for i in done.entries))
                         for done in w.sessions), w.notes)


def _entry(entry: WorkoutEntry, p: Problem) -> WorkoutEntry:
    known, dose = p.catalog.top_set, entry.dose
    percent = percent_1rm(p.catalog, entry.exercise, dose) if entry.work else None
    if (percent is None or entry.rows or entry.exercise.rest_class not in known.rest_classes
            or entry.sets < known.least_sets or dose.reps is None or isinstance(dose.reps, Parts)):
        return entry
    lighter = half_up(percent * (100 - known.lighter_percent) / 100)
    easy = replace(dose, rir=reserve(p.catalog, lighter, dose.top_reps()))
    rows = (Row(1, dose), Row(entry.sets - 1, easy, percent_1rm=lighter))
    return replace(entry, rows=rows, clock=p.timing.clock(entry.exercise, dose, rows=rows))
