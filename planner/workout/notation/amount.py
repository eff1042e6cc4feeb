"""Sets as they are written, and what has two meanings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from planner.request.errors import InputError
from planner.workout.reps import Reps

Counted = Literal["", "each", "side", "arm", "all"]


class Unclear(InputError):
    """A line with two meanings."""


@dataclass(frozen=True)
class Amount:
    """Some sets that are alike, as they are written.

    Attributes
    ----------
    sets
        None for a time without sets.
    metres
        Stand beside ``seconds`` where the unit was a bare ``m``.
    open_ended
        ``3x?``: as many as possible, nobody says how many. With ``plus`` the repetitions are the
        fewest: ``5+``.
    counts
        The repetitions of ``3x8 - 3 min`` where the exercise is counted: the time is then a rest.
    counted
        What the number is of where it is said: each, a side, an arm, both sides in all.
    said
        Options by name: rir, percent, load_kg, rest_s, tempo; ``of_rm`` where the per cent are of
        a maximum of more repetitions than one, ``pair`` where two weights are named; ``taken`` is
        a sentence about what was taken for granted.
    """

    sets: int | None = None
    reps: Reps | None = None
    seconds: int | None = None
    metres: int | None = None
    open_ended: bool = False
    plus: bool = False
    to_failure: bool = False
    counted: Counted = ""
    counts: int | None = None
    said: Mapping[str, Any] = field(default_factory=dict)
