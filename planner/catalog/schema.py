"""What there is: muscles, patterns, equipment, exercises.

Every model is frozen and refuses unknown fields. Lengths of time are whole
seconds (``_s``), involvements are shares of a set (1.0 direct, 0.5 indirect,
0.25 minor).
"""

# No annotations from __future__ where there are models: pydantic would have to evaluate every
# text of them by itself, which a command that starts would wait for.

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from planner.catalog.words import (
    Id,
    Level,
    Loading,
    LoadKind,
    Measure,
    Mechanic,
    Model,
    Phase,
    RestClass,
    Seconds,
    Standing,
    Text,
)


class Source(Model):
    """A publication, or a plain statement that a figure is a judgement."""

    id: Id
    citation: Text
    status: Text
    doi: str | None = None


class Muscle(Model):
    """One of the muscles that involvement is written for."""

    id: Id
    name: Text
    group: Id
    view: Literal["front", "back", "both"]


class Group(Model):
    """A named set of muscles that shares one volume goal.

    ``row`` names the row of the weekly volume table; ``whole_body`` says
    whether a request without a focus has a goal for it; ``daily`` groups
    recover within 24 hours; ``trunk`` groups are left out where compounds are
    counted against goals.
    """

    id: Id
    name: Text
    row: Literal["large", "small", "endurance"]
    whole_body: bool
    daily: bool = False
    trunk: bool = False


class Region(Model):
    """A wider named set of groups, for focus."""

    id: Id
    name: Text
    groups: tuple[Id, ...]


class Pattern(Model):
    """A movement pattern; ``basis`` is its role in a balanced week, ``explosive``: done fast.

    ``basis_free``: a machine is not its staple where a free lift is at hand. ``accessory``:
    small work that is expected of a week for muscle. ``single``: a second one in a session
    is a variant of the first.
    """

    id: Id
    name: Text
    basis: (
        Literal["squat", "hinge", "horizontal_push", "vertical_push", "horizontal_pull",
                "vertical_pull"]
        | None
    ) = None
    explosive: bool = False
    basis_free: bool = False
    accessory: bool = False
    single: bool = False


class Family(Model):
    """A named set of patterns that can be asked for in sets (pull, twist, bend)."""

    id: Id
    name: Text
    patterns: tuple[Id, ...]


class Equipment(Model):
    """A thing an exercise needs. A ``station`` is a place one has to walk to."""

    id: Id
    name: Text
    aliases: tuple[str, ...] = ()
    station: bool = False


class Preset(Model):
    """A named collection of equipment."""

    id: Id
    name: Text
    equipment: tuple[Id, ...]


class Strain(Model):
    """Points from 0 to 3 that one set costs."""

    lumbar: Annotated[int, Field(ge=0, le=3)]
    grip: Annotated[int, Field(ge=0, le=3)]
    systemic: Annotated[int, Field(ge=0, le=3)]


def _involvement(value: float) -> float:
    if value not in (0.25, 0.5, 1.0):
        raise ValueError(f"expected 0.25, 0.5 or 1.0, found {value:g}")
    return value


class Exercise(Model):
    """One movement of the catalogue with its annotations."""

    id: Id
    name: Text
    proper_name: bool = False
    aliases: tuple[Text, ...] = ()
    pattern: Id
    mechanic: Mechanic
    phases: Annotated[tuple[Phase, ...], Field(min_length=1)]
    muscles: dict[Id, Annotated[float, AfterValidator(_involvement)]]
    equipment: Annotated[tuple[tuple[Id, ...], ...], Field(min_length=1)]
    measure: Measure
    seconds_per_rep: Annotated[float, Field(gt=0, le=60)] | None = None
    setup_s: Seconds
    rest_class: RestClass | None = None
    unilateral: bool = False
    load: LoadKind
    loading: Loading
    outgrown_at: Level | None = None
    standing: Standing
    skill: Annotated[int, Field(ge=1, le=5)]
    strain: Strain
    met: Annotated[str, StringConstraints(pattern=r"^\d{5}$")]
    easier: tuple[Id, ...] = ()
    harder: tuple[Id, ...] = ()
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    review: bool = False

    @property
    def in_words(self) -> str:
        """The name inside a sentence: no capital but of a letter by itself or a proper name."""
        lower = self.name[1:2].islower() and not self.proper_name
        return self.name[:1].lower() + self.name[1:] if lower else self.name

    @property
    def compound(self) -> bool:
        """Whether it is a multi-joint lift."""
        return self.mechanic == "compound"

    @property
    def core(self) -> bool:
        """Whether it belongs to the class ``core``."""
        return self.rest_class == "core"

    @property
    def risk_lift(self) -> bool:
        """Whether it is safest done fresh: skill >= 4 and lumbar strain >= 2."""
        return self.skill >= 4 and self.strain.lumbar >= 2 and "work" in self.phases


class Chain(Model):
    """Exercises of one movement from the easiest to the hardest."""

    id: Id
    name: Text
    links: tuple[Id, ...]
    note: str | None = None


class Met(Model):
    """A code of the 2024 Adult Compendium of Physical Activities."""

    id: Annotated[str, StringConstraints(pattern=r"^\d{5}$")]
    met: float
    name: Text
