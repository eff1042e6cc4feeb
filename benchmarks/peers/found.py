"""What a peer reports, and the clock it is timed by."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

Status = Literal["optimal", "feasible", "infeasible", "unknown"]


class Clock:
    """Seconds since the request was read, and how many are left.

    Parameters
    ----------
    limit
        Seconds that there are in all.
    before
        Seconds that had passed when this clock was made.
    """

    def __init__(self, limit: float, before: float = 0.0) -> None:
        self.limit = limit
        self._started = time.perf_counter() - before

    @property
    def now(self) -> float:
        """Seconds since the start."""
        return time.perf_counter() - self._started

    @property
    def left(self) -> float:
        """Seconds until the limit."""
        return max(0.0, self.limit - self.now)


@dataclass
class Found:
    """The end of a peer's run.

    Attributes
    ----------
    values
        The best solution, by variable.
    bound
        What no solution can beat, where the peer knows any.
    trace
        Seconds and value of every better solution.
    work
        Deterministic time, where the solver counts it.
    built_s, ended_s
        When the peer's own model stood, and when its run was over.
    """

    status: Status
    values: Sequence[int] | None = None
    bound: int | None = None
    trace: list[tuple[float, int]] = field(default_factory=list)
    work: float | None = None
    built_s: float = 0.0
    ended_s: float = 0.0
