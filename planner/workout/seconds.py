"""Seconds of a whole session, supersets included."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planner.catalog import Catalog
from planner.catalog.words import Goal, PaceName
from planner.workout.dose import clock, pair_seconds
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


def at_pace(entries: Sequence[WorkoutEntry], catalog: Catalog, goal: Goal, pace: PaceName,
            rest_at_least_s: int = 0) -> tuple[WorkoutEntry, ...]:
    """Return the same entries with the clocks of another pace."""
    return tuple(
        replace(i, clock=clock(catalog, i.exercise, i.dose, goal, pace, i.work, rest_at_least_s))
        for i in entries
    )
