"""Seconds of a whole session, supersets included."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planner.catalog import Catalog
from planner.workout.timing import Timing, pair_seconds
from planner.workout.workout import WorkoutEntry, blocks


def block_seconds(block: Sequence[WorkoutEntry], catalog: Catalog) -> int:
    """Return the seconds of an entry alone, or of a superset of two."""
    if len(block) == 1:
        return block[0].clock.alone(block[0].sets)
    if len(block) == 2:
        a, b = block
        return pair_seconds(a.clock, b.clock, a.sets, catalog.timing.superset_move_s)
    return sum(entry.clock.alone(entry.sets) for entry in block)


def session_seconds(entries: Sequence[WorkoutEntry], catalog: Catalog) -> int:
    """Return the sum over a session's entries, at the pace their clocks were made for."""
    return sum(block_seconds(b, catalog) for b in blocks(tuple(entries)))


def timed(entries: Sequence[WorkoutEntry], timing: Timing) -> tuple[WorkoutEntry, ...]:
    """Return the same entries with the clocks of another timing."""
    return tuple(replace(i, clock=timing.clock(i.exercise, i.dose, i.work)) for i in entries)
