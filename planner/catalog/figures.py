"""How it is dosed and planned: schemes, rests, volumes, complaints, rules, programmes."""

# No annotations from __future__ where there are models: pydantic would have to evaluate every
# text of them by itself, which a command that starts would wait for.

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from planner.catalog.words import (
    Concern,
    Count,
    Figure,
    Goal,
    Id,
    Level,
    Loading,
    LoadKind,
    Model,
    PaceName,
    RestClass,
    Seconds,
    Severity,
    Text,
)


class Scheme(Model):
    """How a class of exercise is dosed for a goal.

    ``reps`` (or ``hold_s`` for timed entries) is what a plan prescribes,
    ``reps_top`` (``hold_top_s``) where double progression ends.
    """

    goal: Goal
    rest_class: RestClass
    sets: tuple[Annotated[int, Field(ge=1, le=20)], Annotated[int, Field(ge=1, le=20)]]
    reps: Annotated[int, Field(ge=1, le=100)]
    reps_top: Annotated[int, Field(ge=1, le=100)]
    hold_s: Seconds
    hold_top_s: Seconds
    rir: Annotated[int, Field(ge=0, le=5)]
    sources: tuple[Id, ...]


class Profile(Model):
    """Repetitions of a class on a heavy or a lighter day of a week, in place of the scheme's.

    By level: novice, intermediate, advanced. ``staple`` says whether it is for the lifts that a
    coach reaches for first, or for the others; None is for both.
    """

    goal: Goal
    rest_class: RestClass
    day: Literal["heavy", "volume"]
    staple: bool | None = None
    reps: tuple[int, int, int]
    reps_top: tuple[int, int, int]
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
    tempo: Figure
    setup: Figure
    ramp_rest_s: Seconds
    failure_rest_s: Seconds


class TimeConstants(Model):
    """The remaining constants of the time equation."""

    side_change_s: Seconds
    superset_move_s: Seconds
    one_sided_rest_min_s: Seconds
    carry_s_per_m: Figure
    carry_m: Count
    sources: tuple[Id, ...]


class RampSet(Model):
    """One warm-up set of a lift: reps at a percentage of the working load."""

    reps: Count
    percent: Count


class Ramp(Model):
    """The ramp sets up to and including a share of the one-repetition maximum."""

    up_to_percent: Figure
    sets: tuple[RampSet, ...]


class VolumeRow(Model):
    """Weekly fractional sets [min, target, max] by level."""

    id: Id
    novice: tuple[Figure, Figure, Figure]
    intermediate: tuple[Figure, Figure, Figure]
    advanced: tuple[Figure, Figure, Figure]
    sources: tuple[Id, ...]


class LevelCaps(Model):
    """What a level of training can take in a session."""

    id: Level
    skill_max: Count
    session_sets: Count
    lumbar: Count
    grip: Count
    lumbar_pair: Count
    systemic_entries: Count
    sources: tuple[Id, ...]


class ComplaintLimits(Model):
    """Limits that a complaint puts on what is left; None means no limit."""

    lumbar_points_max: Count | None = None
    failure: Literal["never"] | None = None
    rir_min: Count | None = None
    hold_s_max: Count | None = None
    percent_1rm_max: Figure | None = None
    rest_s_min: Count | None = None


class Complaint(Model):
    """A filter for a complaint. Not medical advice; conservative on purpose.

    ``trains``: groups that matter more with it than else.
    """

    id: Id
    name: Text
    exclude: tuple[Id, ...]
    caution: tuple[Id, ...]
    prefer: tuple[Id, ...]
    trains: tuple[Id, ...] = ()
    limits: ComplaintLimits = ComplaintLimits()
    advice: Text
    stop_signs: Text
    sources: tuple[Id, ...]


class FailureDose(Model):
    """Repetitions (or seconds) a level is expected to manage to failure."""

    id: Id
    novice: Count
    intermediate: Count
    advanced: Count


class FixedDose(Model):
    """A set with a shape of its own: the repetitions of its parts."""

    id: Id
    parts: tuple[Count, ...]


class Balance(Model):
    """A weekly ratio of two sides, each a list of patterns or of groups."""

    id: Id
    name: Text
    left: tuple[Id, ...]
    right: tuple[Id, ...]
    counted: Literal["patterns", "groups"]
    low: Figure
    high: Figure
    sources: tuple[Id, ...]


class RuleDefault(Model):
    """The default severity, figures and weight of a rule.

    ``concern`` is what a broken rule is about: the athlete's safety, what is possible in the time
    and with the kit, what was asked for, the warm-up, or the craft of this planner.
    """

    id: Id
    severity: Severity
    concern: Concern = "safety"
    weight: Count = 1
    figures: dict[str, Figure] = {}
    note: str | None = None


class Price(Model):
    """A price of the quality tier, in points per unit; figures in percent stand among them."""

    id: Id
    points: Annotated[int, Field(ge=-1000, le=1000)]
    unit: Text
    reason: Text
    sources: tuple[Id, ...]


class Importance(Model):
    """What a quarter set is worth, in points, that a group is short of its target."""

    id: Id
    points: Count
    sources: tuple[Id, ...]


class First(Model):
    """What a coach reaches for first of a basic movement; ``for_muscle`` where not for strength."""

    id: Id
    exercises: tuple[Id, ...]
    for_muscle: tuple[Id, ...] = ()


class ShortSession(Model):
    """Up to how many minutes an entry may have so few sets, whatever its scheme says."""

    up_to_minutes: Count
    sets: Count


class TopSet(Model):
    """Which entries may have a top set, and how much lighter the sets after it are."""

    goals: tuple[Goal, ...]
    levels: tuple[Level, ...]
    rest_classes: tuple[RestClass, ...]
    least_sets: Count
    lighter_percent: Annotated[int, Field(ge=1, le=50)]
    sources: tuple[Id, ...]


class RepRange(Model):
    """Repetitions of a set that a class of exercise is done in, whatever the goal."""

    id: RestClass
    low: Count
    high: Count
    sources: tuple[Id, ...]


class Capacity(Model):
    """What an hour of work, warm-up left out, can do for a goal.

    ``gives`` are fractional sets, over all groups, of one good set.
    """

    id: Goal
    sets_an_hour: Figure
    gives: Figure
    sources: tuple[Id, ...]


class KitRank(Model):
    """How far a kind of load is behind what a coach would take first; 0 is not at all."""

    load: LoadKind
    loading: Loading | Literal["any"]
    rank: Count


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

    from_minutes: Count
    raise_minutes: Count
    mobilise_minutes: Count


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
    upper_kg: Figure
    lower_kg: Figure
