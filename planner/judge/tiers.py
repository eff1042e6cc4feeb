"""The three tiers of the objective, and the worth of a workout in them."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class TierName(StrEnum):
    """The tiers, the most important first; all are minimised.

    Coverage is the weighted distance from the goals' mins and maxes: 4 points for a quarter set
    below a min, 2 for one above a max. Quality is a sum of prices in points. The tie-break is a sum
    of fixed weights that chooses among equals.
    """

    COVERAGE = "coverage"
    QUALITY = "quality"
    TIE_BREAK = "tie_break"


class Worth(NamedTuple):
    """The worth of a workout, tier by tier; lower is better, compared in lexicographic order."""

    coverage: int
    quality: int
    tie_break: int

    def by_name(self) -> dict[str, int]:
        """Return the values by the names of the tiers."""
        return {name.value: value for name, value in zip(TierName, self, strict=True)}


NO_BOUND = Worth(0, -10**6, 0)
"""A lower bound of every plan. Only wishes have prices below 0, at most some hundred points an
entry, so a plan would need thousands of entries to fall below it."""
