"""What a caller may watch while the solver runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Progress:
    """One moment of the search.

    Attributes
    ----------
    tier
        Name of the tier that is being minimised.
    best, bound
        Its best value so far (None before a plan was measured by it) and what no
        plan can beat (None where only a part of the request is searched).
    seconds
        Since the request was read.
    """

    tier: str
    best: int | None
    bound: int | None
    seconds: float

    @property
    def gap(self) -> float | None:
        """Share of the best value that is not proved yet."""
        if self.best is None or self.bound is None:
            return None
        return max(0, self.best - self.bound) / max(1, abs(self.best))


OnProgress = Callable[[Progress], None]
ShouldStop = Callable[[], bool]
