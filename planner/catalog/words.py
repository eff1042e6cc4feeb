"""The words and plain types that all data share, and the base of their models."""

# No annotations from __future__ where there are models: pydantic would have to evaluate every
# text of them by itself, which a command that starts would wait for.

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=80)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
Seconds = Annotated[int, Field(ge=0, le=7200)]
Count = Annotated[int, Field(ge=0, le=1000)]
Figure = Annotated[float, Field(ge=0, le=10_000, allow_inf_nan=False)]

Goal = Literal["strength", "hypertrophy", "toning", "health", "maintenance"]
Level = Literal["novice", "intermediate", "advanced"]
PaceName = Literal["brisk", "typical", "generous"]
Phase = Literal["raise", "mobilise", "activate", "work", "cool_down"]
Mechanic = Literal["compound", "isolation", "isometric", "cardio", "mobility"]
RestClass = Literal["heavy_compound", "free_compound", "machine_compound", "isolation", "core"]
Measure = Literal["reps", "time", "distance"]
Loading = Literal["heavy", "moderate", "light", "isometric"]
LoadKind = Literal[
    "barbell", "dumbbell", "kettlebell", "stack", "plate", "band", "bodyweight", "none"
]
Standing = Literal["staple", "common", "niche"]
Severity = Literal["must", "should", "off"]
Concern = Literal["safety", "possible", "asked", "preparation", "craft"]

GOALS: tuple[Goal, ...] = ("strength", "hypertrophy", "toning", "health", "maintenance")
LEVELS: tuple[Level, ...] = ("novice", "intermediate", "advanced")
PACES: tuple[PaceName, ...] = ("brisk", "typical", "generous")
PHASES: tuple[Phase, ...] = ("raise", "mobilise", "activate", "work", "cool_down")


class Model(BaseModel):
    """Base of all data: frozen, no unknown fields."""

    # Built when first used: most models are only ever read as a part of another one.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Versioned(Model):
    """Base of what is written as JSON under a name and a version of its own, in ``schema``."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True,
                              serialize_by_alias=True)
