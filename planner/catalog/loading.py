"""What loads are put together from, and when a load changes."""

# No annotations from __future__ where there are models: see `figures`.

from typing import Annotated, Literal

from pydantic import Field

from planner.catalog.words import Count, Figure, Id, Model

Loaded = Literal["pairs", "end", "hung", "held", "each", "stack", "help"]
"""Plates in pairs, on one end, on a belt, one in the hands; single weights; a stack, or one that
takes weight off."""

Percent = Annotated[float, Field(gt=0, lt=100)]


Heavy = Annotated[float, Field(gt=0, le=100)]


class RoundTo(Model):
    """What loads are rounded to in either unit."""

    kg: Heavy
    lb: Heavy


class PlateSizes(Model):
    """The masses of plates in either unit."""

    kg: tuple[Heavy, ...]
    lb: tuple[Heavy, ...]


class Carrier(Model):
    """How a piece of equipment is loaded.

    Attributes
    ----------
    kg, lb
        What it usually weighs without plates, in places of either unit.
    """

    id: Id
    loaded: Loaded
    kg: Figure = 0
    lb: Figure = 0


class Loads(Model):
    """What loads are put together from, and when a load changes.

    Attributes
    ----------
    round_to
        What a load is rounded to where nothing is known of the place.
    plates
        The masses of usual plates.
    carriers
        An exercise is loaded by the first of them that it is done with.
    big_step_percent
        An increase above this waits for more repetitions.
    missed_sessions, lighter_percent
        After so many sessions in a row below the range, the load is so much lighter.
    other_task_reps
        Sets so many repetitions from those asked for say nothing of double progression.
    """

    round_to: RoundTo
    plates: PlateSizes
    carriers: tuple[Carrier, ...]
    big_step_percent: Percent
    missed_sessions: Annotated[int, Field(ge=1, le=10)]
    lighter_percent: tuple[Percent, Percent]
    other_task_reps: Count
    sources: tuple[Id, ...]
