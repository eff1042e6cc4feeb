"""The wave of a block: for each of its weeks the kind, the share of the sets, and the effort."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from planner.catalog import Catalog
from planner.catalog.words import Goal
from planner.workout.dose import half_up

WeekKind = Literal["accumulation", "intensification", "deload", "return"]
FEWEST, MOST = 2, 52
"""Weeks of a block."""


@dataclass(frozen=True)
class WaveWeek:
    """What a week asks for, beside the week of a plan that fills the minutes.

    Attributes
    ----------
    mesocycle
        The first is 0.
    sets_percent
        Of the sets of the whole week.
    rir_more, reps_more
        What is added to the scheme's reserve, and to the repetitions of main lifts.
    """

    week: int
    mesocycle: int
    kind: WeekKind
    sets_percent: int
    rir_more: int
    reps_more: int


def mesocycles(weeks: int, most_loading: int) -> tuple[int, ...]:
    """Return the lengths of the mesocycles in weeks, their deloads included, the longest first."""
    count = -(-weeks // (most_loading + 1))
    length, longer = divmod(weeks, count)
    return tuple(length + (i < longer) for i in range(count))


def wave(weeks: int, goal: Goal, catalog: Catalog) -> tuple[WaveWeek, ...]:
    """Return the weeks of a block.

    Parameters
    ----------
    weeks
        `FEWEST` to `MOST`; each mesocycle ends with a deload.
    """
    data = catalog.blocks
    shape = next(w for w in data.waves if w.goal == goal)
    lengths = mesocycles(weeks, data.most_loading_weeks)
    found: list[WaveWeek] = []
    loaded, reps = 0, shape.reps_more[0]
    for number, length in enumerate(lengths):
        loading = length - 1
        late = loading - half_up(loading * shape.intensification_percent / 100)
        for i in range(loading):
            reps = between(shape.reps_more, loaded, weeks - len(lengths))
            loaded += 1
            found.append(WaveWeek(
                len(found) + 1, number, "accumulation" if i < late else "intensification",
                between(shape.sets_percent, i, loading), between(shape.rir_more, i, loading),
                reps))
        found.append(WaveWeek(len(found) + 1, number, "deload", data.deload.sets_percent,
                              data.deload.rir_more, reps))
    return tuple(found)


def between(ends: Sequence[int], at: int, count: int) -> int:
    """Return a whole number on the straight line from the first of some values to the last."""
    first, last = ends
    return half_up(first + (last - first) * at / (count - 1)) if count > 1 else first
