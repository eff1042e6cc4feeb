"""The shapes of everything a coach may edit.

Every model is frozen and refuses unknown fields. Lengths of time are whole
seconds (``_s``), involvements are shares of a set (1.0 direct, 0.5 indirect,
0.25 minor).
"""

# No annotations from __future__ where there are models: pydantic would have to evaluate every
# text of them by itself, which a command that starts would wait for.

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=80)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
Seconds = Annotated[int, Field(ge=0, le=7200)]

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

GOALS: tuple[Goal, ...] = ("strength", "hypertrophy", "toning", "health", "maintenance")
LEVELS: tuple[Level, ...] = ("novice", "intermediate", "advanced")
PACES: tuple[PaceName, ...] = ("brisk", "typical", "generous")
PHASES: tuple[Phase, ...] = ("raise", "mobilise", "activate", "work", "cool_down")
COMPOUND_CLASSES: tuple[RestClass, ...] = ("heavy_compound", "free_compound", "machine_compound")


class Model(BaseModel):
    """Base of all data: frozen, no unknown fields."""

    # Built when first used: most models are only ever read as a part of another one.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


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
    """A movement pattern; ``basis`` is its role in a balanced week, ``explosive``: done fast."""

    id: Id
    name: Text
    basis: (
        Literal["squat", "hinge", "horizontal_push", "vertical_push", "horizontal_pull",
                "vertical_pull"]
        | None
    ) = None
    explosive: bool = False


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
    """One movement of the catalogue with its annotations (contract section 8)."""

    id: Id
    name: Text
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


class Scheme(Model):
    """How a class of exercise is dosed for a goal.

    ``reps`` (or ``hold_s`` for timed entries) is what a plan prescribes,
    ``reps_top`` (``hold_top_s``) where double progression ends.
    """

    goal: Goal
    rest_class: RestClass
    sets: tuple[int, int]
    reps: Annotated[int, Field(ge=1, le=100)]
    reps_top: Annotated[int, Field(ge=1, le=100)]
    hold_s: Seconds
    hold_top_s: Seconds
    rir: Annotated[int, Field(ge=0, le=5)]
    sources: tuple[Id, ...]


class Rest(Model):
    """Seconds between two sets at the three paces."""

    goal: Goal
    rest_class: RestClass
    brisk: Seconds
    typical: Seconds
    generous: Seconds
    sources: tuple[Id, ...]


class Pace(Model):
    """One of the three clocks. ``tempo`` and ``setup`` are factors."""

    id: PaceName
    tempo: float
    setup: float
    ramp_rest_s: Seconds
    failure_rest_s: Seconds


class Timing(Model):
    """The remaining constants of the time equation."""

    side_change_s: Seconds
    superset_move_s: Seconds
    one_sided_rest_min_s: Seconds
    carry_s_per_m: float
    carry_m: int
    sources: tuple[Id, ...]


class RampSet(Model):
    """One warm-up set of a lift: reps at a percentage of the working load."""

    reps: int
    percent: int


class Ramp(Model):
    """The ramp sets up to and including a share of the one-repetition maximum."""

    up_to_percent: float
    sets: tuple[RampSet, ...]


class VolumeRow(Model):
    """Weekly fractional sets [min, target, max] by level."""

    id: Id
    novice: tuple[float, float, float]
    intermediate: tuple[float, float, float]
    advanced: tuple[float, float, float]
    sources: tuple[Id, ...]


class LevelCaps(Model):
    """What a level of training can take in a session."""

    id: Level
    skill_max: int
    session_sets: int
    lumbar: int
    grip: int
    lumbar_pair: int
    systemic_entries: int
    sources: tuple[Id, ...]


class ComplaintLimits(Model):
    """Limits that a complaint puts on what is left; None means no limit."""

    lumbar_points_max: int | None = None
    failure: Literal["never"] | None = None
    rir_min: int | None = None
    hold_s_max: int | None = None
    percent_1rm_max: float | None = None
    rest_s_min: int | None = None


class Complaint(Model):
    """A filter for a complaint. Not medical advice; conservative on purpose."""

    id: Id
    name: Text
    exclude: tuple[Id, ...]
    caution: tuple[Id, ...]
    prefer: tuple[Id, ...]
    limits: ComplaintLimits = ComplaintLimits()
    advice: Text
    stop_signs: Text
    sources: tuple[Id, ...]


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


class FailureDose(Model):
    """Repetitions (or seconds) a level is expected to manage to failure."""

    id: Id
    novice: int
    intermediate: int
    advanced: int


class FixedDose(Model):
    """A set with a shape of its own: the repetitions of its parts."""

    id: Id
    parts: tuple[int, ...]


class Balance(Model):
    """A weekly ratio of two sides, each a list of patterns or of groups."""

    id: Id
    name: Text
    left: tuple[Id, ...]
    right: tuple[Id, ...]
    counted: Literal["patterns", "groups"]
    low: float
    high: float
    sources: tuple[Id, ...]


class RuleDefault(Model):
    """The default severity, figures and weight of a rule."""

    id: Id
    severity: Severity
    weight: int = 1
    figures: dict[str, float] = {}
    note: str | None = None


class SplitDay(Model):
    """A kind of day and the groups that it trains."""

    id: Id
    groups: tuple[Id, ...]


class Split(Model):
    """A named way of dividing the groups over sessions; the days take turns in order."""

    id: Id
    name: Text
    days: tuple[SplitDay, ...]


class WarmUpDefault(Model):
    """Warm-up minutes for sessions of at least ``from_minutes``."""

    from_minutes: int
    raise_minutes: int
    mobilise_minutes: int


class Program(Model):
    """A built-in programme: the text as people write it and its request."""

    id: Id
    name: Text
    text: Annotated[str, StringConstraints(min_length=1, max_length=10000)]
    request: dict[str, Any]
    says: Text
    sources: tuple[Id, ...]


class Step(Model):
    """How much load to add when the top of a rep range is reached."""

    id: LoadKind
    upper_kg: float
    lower_kg: float
