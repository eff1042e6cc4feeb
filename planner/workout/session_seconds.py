"""Seconds of a whole session, supersets included."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planner.workout.timing import Timing, group_seconds
from planner.workout.workout import WorkoutEntry, blocks


def block_seconds(block: Sequence[WorkoutEntry], timing: Timing) -> int:
    """Return the seconds of an entry alone, or of a superset."""
    if len(block) == 1:
        return block[0].clock.alone(block[0].sets)
    return group_seconds([(e.clock, e.sets) for e in block], timing.move_s)


def session_seconds(entries: Sequence[WorkoutEntry], timing: Timing) -> int:
    """Return the sum over a session's entries, at the pace their clocks were made for."""
    return sum(block_seconds(b, timing) for b in blocks(tuple(entries)))


def timed(entries: Sequence[WorkoutEntry], timing: Timing) -> tuple[WorkoutEntry, ...]:
    """Return the same entries with the clocks of another timing."""
    return tuple(replace(i, clock=timing.clock(i.exercise, i.dose, i.work, i.rows))
                 for i in entries)
