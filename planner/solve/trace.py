"""What a caller may watch while the solver runs: better plans, or every event."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


class Stage(StrEnum):
    """The stages of a search, in the order of docs/explanation/model.md."""

    RELAXATION = "linear relaxation"
    SPLIT = "split"
    SMALL_KERNEL = "small kernel"
    LARGE_KERNEL = "large kernel"
    OFFERED = "all that is offered"
    SHORT_PROOF = "short proof"
    BRANCH_AND_CUT = "branch and cut"
    PROOF = "proof"
    TIE_BREAK = "tie-break"


@dataclass(frozen=True)
class Progress:
    """One moment of the search.

    Attributes
    ----------
    tier
        Name of the tier that is being minimised.
    best, bound
        Its best value so far (None before there is a plan), and its lower bound (None where
        only a part of the request is searched).
    seconds
        Seconds since the request was read.
    """

    tier: str
    best: int | None
    bound: int | None
    seconds: float

    @property
    def gap(self) -> float | None:
        """The gap between best value and bound, as a share of the best value."""
        if self.best is None or self.bound is None:
            return None
        return max(0, self.best - self.bound) / max(1, abs(self.best))


@dataclass(frozen=True)
class Event:
    """One event of the search.

    Attributes
    ----------
    kind
        What happened: a stage begins, a better plan was found, or a better bound.
    stage
        The stage that the search is in.
    progress
        How far it is.
    work
        Deterministic time used so far.
    """

    kind: Literal["stage", "plan", "bound"]
    stage: Stage
    progress: Progress
    work: float


OnProgress = Callable[[Progress], None]
OnEvent = Callable[[Event], None]
ShouldStop = Callable[[], bool]
