"""The three tiers of the objective, and what a workout is worth in them."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class TierName(StrEnum):
    """The tiers, the most important first; all are minimised.

    Coverage counts weighted quarter sets outside the goals' mins and maxes. Quality counts
    points. The tie-break is a fixed number that chooses among equals.
    """

    COVERAGE = "coverage"
    QUALITY = "quality"
    TIE_BREAK = "tie_break"


class Worth(NamedTuple):
    """What a workout is worth, tier by tier; the less the better, the first tier first."""

    coverage: int
    quality: int
    tie_break: int

    def by_name(self) -> dict[str, int]:
        """Return the values by the names of the tiers."""
        return {name.value: value for name, value in zip(TierName, self, strict=True)}


NO_BOUND = Worth(0, -10**6, 0)
"""What no plan can be below; only wishes count below 0, and never come to so much."""
