"""From repetitions to failure to the share of a maximum: the chart, Epley, Brzycki.

One repetition to failure is the maximum by definition, in Epley's formula as well, whose line
passes beside it. Halves are read between two whole repetitions.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from planner.catalog import Catalog
from planner.catalog.estimates import FormulaId

MOST = 25
Table = tuple[float, ...]
"""Shares of the maximum, 1 repetition first."""


def _epley(reps: int) -> float:
    """Maximum = load x (1 + reps / 30)."""
    return 1 / (1 + reps / 30)


def _brzycki(reps: int) -> float:
    """Maximum = load x 36 / (37 - reps)."""
    return (37 - reps) / 36


_FORMULAS: Mapping[FormulaId, Callable[[int], float]] = {"epley": _epley, "brzycki": _brzycki}


def table(formula: FormulaId, catalog: Catalog) -> Table:
    """Return the shares of the maximum by repetitions to failure."""
    if formula == "chart":
        return tuple(catalog.chart[reps] / 100 for reps in sorted(catalog.chart))
    return (1.0, *(_FORMULAS[formula](reps) for reps in range(2, MOST + 1)))


def share(shares: Table, reps: float) -> float:
    """Return the share of the maximum that can be lifted so many times, at the ends the last."""
    at = min(max(reps, 1.0), len(shares)) - 1
    low = min(int(at), len(shares) - 2)
    return shares[low] + (at - low) * (shares[low + 1] - shares[low])


def slope(shares: Table, reps: float) -> float:
    """Return by how much the maximum grows with a repetition more, in natural logarithms."""
    low, high = max(1.0, reps - 0.5), max(1.0, reps - 0.5) + 1
    return math.log(share(shares, low) / share(shares, high))
