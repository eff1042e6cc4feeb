"""Rows of sets: an entry whose sets differ, or have a load or a rest that somebody wrote."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from planner.catalog import Catalog, Exercise
from planner.workout.dose import Dose, half_up, percent_1rm


@dataclass(frozen=True)
class Row:
    """Sets that are alike, one after the other.

    Attributes
    ----------
    percent_1rm, load_kg, rest_s
        The share of the one-repetition maximum, the load and the rest after each of the sets, as
        written; None where nobody wrote one.
    tempo
        Seconds down, below, up and above, ``3-1-x-0``; ``x`` is as fast as possible, a second.
    """

    sets: int
    dose: Dose
    percent_1rm: float | None = None
    load_kg: float | None = None
    rest_s: int | None = None
    tempo: str | None = None

    @property
    def plain(self) -> bool:
        """Whether its dose is all that was written."""
        return (self.percent_1rm, self.load_kg, self.rest_s, self.tempo) == (None,) * 4

    @property
    def rep_s(self) -> int | None:
        """Seconds of a repetition in the written tempo, None where there is none."""
        if self.tempo is None:
            return None
        return max(1, sum(1 if part == "x" else int(part) for part in self.tempo.split("-")))


def hardest(rows: Sequence[Row]) -> Row:
    """Return the row that asks most: least in reserve, then the highest load, the fewest reps."""
    def asks(row: Row) -> tuple[bool, float, float, float, int]:
        reserve = 0.0 if row.dose.to_failure else row.dose.rir
        return (row.dose.to_failure, -(math.inf if reserve is None else reserve),
                row.percent_1rm or 0.0, row.load_kg or 0.0, -row.dose.top_reps())

    return max(rows, key=asks)


def joined(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the rows with neighbours that are alike as one; none where one says only its dose."""
    found: list[Row] = []
    for row in rows:
        if found and replace(found[-1], sets=row.sets) == row:
            found[-1] = replace(row, sets=found[-1].sets + row.sets)
        else:
            found.append(row)
    return () if len(found) == 1 and found[0].plain else tuple(found)


def row_percent(row: Row, exercise: Exercise, catalog: Catalog) -> int | None:
    """Return a row's share of the maximum: as written, else what its dose stands for."""
    if row.percent_1rm is not None:
        return half_up(row.percent_1rm)
    return percent_1rm(catalog, exercise, row.dose)


def judged_by(row: Row, max_kg: float, catalog: Catalog) -> Row:
    """Return a row whose load is a share of a known maximum, its reserve counted from it."""
    reps = row.dose.top_reps()
    if row.load_kg is None or row.dose.hold_s is not None or row.dose.to_failure:
        return row
    percent = min(100.0, 100 * row.load_kg / max_kg)
    return replace(row, percent_1rm=percent, dose=replace(
        row.dose, rir=reserve(catalog, percent, reps)))


def reserve(catalog: Catalog, percent: float, reps: int) -> int:
    """Return the repetitions in reserve that a share of the maximum leaves."""
    chart = catalog.chart
    most = min(chart, key=lambda row: (abs(chart[row] - percent), row))
    return max(0, most - reps)
