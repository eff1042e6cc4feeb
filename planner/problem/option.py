"""What a session may hold: an exercise with its dose and its seconds."""

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

    ``gives`` are quarter sets by goal id.
    ``barred`` are the must rules that forbid it (only kept where it is
    included by name, so that "impossible" can say why).
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
    """A warm-up phase: its total seconds, split into ``holds``, and what may fill it."""

    phase: Phase
    holds: tuple[int, ...]
    options: tuple[Option, ...]
