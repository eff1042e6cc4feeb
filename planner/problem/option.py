"""The options of a session: exercises with their doses and seconds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from planner.catalog import Exercise
from planner.catalog.words import Phase
from planner.workout.dose import Dose
from planner.workout.timing import Clock


@dataclass(frozen=True)
class Option:
    """An exercise that a session may hold, with its dose and clock.

    Attributes
    ----------
    sets
        The fewest and the most sets.
    gives
        Quarter sets that one set gives, by goal id.
    pinned
        Whether it is included by name.
    barred, frowned
        Must rules and should rules that speak against it. A barred option exists only where it
        is pinned, so that a conflict can name the rules.
    """

    session: int
    exercise: Exercise
    equipment: tuple[str, ...]
    dose: Dose
    clock: Clock
    sets: tuple[int, int]
    gives: Mapping[str, int]
    pinned: bool = False
    barred: tuple[str, ...] = ()
    frowned: tuple[str, ...] = ()
    phase: Phase = "work"
    id: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note the exercise's id, which is asked for more often than anything else."""
        object.__setattr__(self, "id", self.exercise.id)


@dataclass(frozen=True)
class WarmUpPart:
    """A phase of a warm-up: the seconds of each of its entries (``holds``), and their options."""

    phase: Phase
    holds: tuple[int, ...]
    options: tuple[Option, ...]
