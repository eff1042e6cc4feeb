"""What is asked of an exercise, and what it is answered with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from planner.loads.load import Load

Change = Literal["first", "up", "reps", "same", "down", "other", "harder", "unknown"]
"""From a maximum; more load; more repetitions; all as it was; less load; another task than last
time, so by the chart; another exercise; nothing is known."""


@dataclass(frozen=True)
class Asked:
    """What is prescribed: sets of a range of repetitions with a reserve.

    Attributes
    ----------
    reps, top
        Where double progression begins and ends.
    percent
        The share of the maximum, where the plan says one; else the chart's.
    top_set
        Whether the first set alone is as heavy as this, and the others are lighter.
    """

    sets: int
    reps: int
    top: int
    rir: float = 0
    percent: float | None = None
    top_set: bool = False

    @property
    def needed(self) -> int:
        """The sets that have to reach the top."""
        return 1 if self.top_set else self.sets

    @property
    def reserve(self) -> str:
        """`` with 2 in reserve``, nothing at failure."""
        return f" with {self.rir:g} in reserve" if self.rir else ""

    @property
    def at_top(self) -> str:
        """``3 sets of 10 reps with 2 in reserve``."""
        sets = ("A top set" if self.top_set else "A set" if self.sets == 1
                else f"{self.sets} sets")
        return f"{sets} of {self.top} reps{self.reserve}"


@dataclass(frozen=True)
class NextLoad:
    """What to lift next, in how many repetitions, and one sentence why.

    Attributes
    ----------
    load
        None where there is none, or where none is known or light enough; ``why`` says it.
    back_off
        The load of the sets after a top set.
    exercise
        The exercise to go on to, where it is another one.
    """

    load: Load | None
    reps: int
    change: Change
    why: str
    back_off: Load | None = None
    exercise: str | None = None
