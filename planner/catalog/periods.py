"""How several weeks are shaped: the waves of sets and effort, and the weeks off."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from planner.catalog.words import Count, Goal, Id, Level, Model

Percent = Annotated[int, Field(ge=0, le=200)]
Shift = Annotated[int, Field(ge=-5, le=5)]


class Wave(Model):
    """From the first loading week to the last: sets and reserve; repetitions over the block."""

    goal: Goal
    sets_percent: tuple[Percent, Percent]
    rir_more: tuple[Shift, Shift]
    reps_more: tuple[Shift, Shift]
    intensification_percent: Percent
    sources: tuple[Id, ...]


class Deload(Model):
    """A week off: the share of the sets, the most of the week before, and more in reserve."""

    sets_percent: Percent
    most_percent: Percent
    rir_more: Count
    sources: tuple[Id, ...]


class Return(Model):
    """The first week after so many that were missed."""

    from_weeks: Annotated[int, Field(ge=1)]
    sets_percent: Percent
    rir_more: Count
    sources: tuple[Id, ...]


class Periods(Model):
    """Everything that a block is shaped by."""

    most_loading_weeks: Annotated[int, Field(ge=1)]
    waves: tuple[Wave, ...]
    least_rir: dict[Level, Count]
    deload: Deload
    returns: tuple[Return, ...]
