"""Seconds of a whole session, supersets included."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planner.catalog import Catalog
from planner.catalog.words import Goal, PaceName
from planner.workout.dose import clock, pair_seconds
from planner.workout.workout import Item, blocks


def block_seconds(block: Sequence[Item], catalog: Catalog) -> int:
    """Return the seconds of an entry alone, or of a superset of two."""
    if len(block) == 1:
        return block[0].clock.alone(block[0].sets)
    if len(block) == 2:
        a, b = block
        return pair_seconds(a.clock, b.clock, a.sets, catalog.timing.superset_move_s)
    return sum(item.clock.alone(item.sets) for item in block)


def session_seconds(items: Sequence[Item], catalog: Catalog) -> int:
    """Return the sum over a session's entries, at the pace their clocks were made for."""
    return sum(block_seconds(b, catalog) for b in blocks(tuple(items)))


def at_pace(items: Sequence[Item], catalog: Catalog, goal: Goal, pace: PaceName,
            rest_at_least_s: int = 0) -> tuple[Item, ...]:
    """Return the same entries with the clocks of another pace."""
    return tuple(
        replace(i, clock=clock(catalog, i.exercise, i.dose, goal, pace, i.work, rest_at_least_s))
        for i in items
    )
