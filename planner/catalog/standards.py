"""The shapes of what a catalogue is measured by: its spread, its ranges, its waivers."""

from typing import Annotated

from pydantic import Field

from planner.catalog.words import Id, LoadKind, Model, Seconds, Text

Points = Annotated[int, Field(ge=0, le=3)]


class Kit(Model):
    """What somebody may own; every muscle is to have ``direct_min`` exercises that it allows."""

    id: Id
    name: Text
    equipment: tuple[Id, ...]
    direct_min: Annotated[int, Field(ge=0)]


class SetupRange(Model):
    """Seconds of set-up, from and to, that are believed of a kind of load."""

    id: LoadKind
    least_s: Seconds
    most_s: Seconds


class StrainFloor(Model):
    """The least strain of a work exercise of a pattern with a kind of load."""

    pattern: Id
    load: LoadKind
    lumbar: Points = 0
    grip: Points = 0


class Waiver(Model):
    """A finding of the lint that is right as it is, and why."""

    id: Id
    look: Id
    reason: Annotated[str, Field(min_length=12)]
