"""The catalogue as one value: everything a coach may edit, checked and frozen."""

import hashlib
import json
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, Protocol, Self, TypeVar

from planner.catalog.estimates import Estimates
from planner.catalog.figures import (
    Balance,
    Capacity,
    Complaint,
    FailureDose,
    First,
    FixedDose,
    Importance,
    KitRank,
    LevelCaps,
    Pace,
    Price,
    Profile,
    Program,
    Ramp,
    RampSet,
    RepRange,
    Rest,
    RuleDefault,
    Scheme,
    ShortSession,
    Split,
    Step,
    TimeConstants,
    TopSet,
    VolumeRow,
    WarmUpDefault,
)
from planner.catalog.loading import Loads
from planner.catalog.schema import (
    Chain,
    Equipment,
    Exercise,
    Family,
    Group,
    Met,
    Muscle,
    Pattern,
    Preset,
    Region,
    Source,
)
from planner.catalog.words import Goal, Id, Loading, LoadKind, Model, Phase, RestClass, Text

if TYPE_CHECKING:
    from planner.catalog.names import NameIndex
from planner.catalog.periods import Periods
from planner.catalog.standards import Kit, SetupRange, StrainFloor, Waiver


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_T = TypeVar("_T", bound=_HasId)


def _by_id(items: Iterable[_T]) -> dict[str, _T]:
    return {item.id: item for item in items}


NO_PLAN_DEPENDS = ("aliases", "near_names", "name_words", "place_words", "name_rewrites",
                   "name_asides", "in_turn", "dose_words", "range_words",
                   "heading_words", "waivers", "setup_ranges", "strain_floors",
                   "phase_floors", "estimates", "loads", "blocks")
"""Fields for finding names, for the lint, and for what is made beside plans or from them."""


class Catalog(Model):
    """Everything the planner knows, each list sorted by id where it has one.

    ``chart`` gives the share of the one-repetition maximum, in percent, by
    repetitions to failure; ``credits`` what a set is worth by goal and
    loading. ``aliases`` has names of exercises beside those in the exercises
    themselves, ``near_names`` what the catalogue lacks, by what is nearest. ``in_turn``
    says what is counted where both sides of the body work one after the other.
    """

    name: Text
    version: Text
    muscles: tuple[Muscle, ...]
    groups: tuple[Group, ...]
    regions: tuple[Region, ...]
    patterns: tuple[Pattern, ...]
    families: tuple[Family, ...]
    equipment: tuple[Equipment, ...]
    presets: tuple[Preset, ...]
    schemes: tuple[Scheme, ...]
    profiles: tuple[Profile, ...]
    least_reps: dict[Id, int]
    short_session: ShortSession
    top_set: TopSet
    blocks: Periods
    rests: tuple[Rest, ...]
    paces: tuple[Pace, ...]
    timing: TimeConstants
    chart: dict[int, float]
    ramps: tuple[Ramp, ...]
    light_ramp: tuple[RampSet, ...]
    volume: tuple[VolumeRow, ...]
    caps: tuple[LevelCaps, ...]
    credits: dict[Goal, dict[Loading, float]]
    complaints: tuple[Complaint, ...]
    chains: tuple[Chain, ...]
    mets: tuple[Met, ...]
    failure_doses: tuple[FailureDose, ...]
    fixed_doses: tuple[FixedDose, ...]
    balances: tuple[Balance, ...]
    rules: tuple[RuleDefault, ...]
    splits: tuple[Split, ...]
    warm_up: tuple[WarmUpDefault, ...]
    programs: tuple[Program, ...]
    sources: tuple[Source, ...]
    steps: tuple[Step, ...]
    loads: Loads
    quality: tuple[Price, ...]
    importance: tuple[Importance, ...]
    capacity: tuple[Capacity, ...]
    kit_ranks: tuple[KitRank, ...]
    rep_ranges: tuple[RepRange, ...]
    firsts: tuple[First, ...]
    stand_ins: dict[Id, tuple[Id, ...]]
    kits: tuple[Kit, ...]
    spread_floors: dict[Literal["direct", "complaint"], int]
    phase_floors: dict[Phase, int]
    setup_ranges: tuple[SetupRange, ...]
    strain_floors: tuple[StrainFloor, ...]
    name_words: dict[str, tuple[Id, ...]]
    place_words: dict[str, tuple[Id, ...]]
    name_rewrites: dict[str, str]
    name_asides: dict[str, Text]
    in_turn: dict[Id, Literal["all", "side"]]
    dose_words: dict[str, Text]
    range_words: dict[str, Text]
    heading_words: dict[str, Text]
    aliases: dict[Id, tuple[Text, ...]]
    near_names: dict[Id, tuple[Text, ...]]
    load_words: dict[LoadKind, tuple[Id, ...]]
    waivers: tuple[Waiver, ...]
    estimates: Estimates
    exercises: tuple[Exercise, ...]

    def __copy__(self) -> Self:
        """Copy the fields only, so that a changed copy looks things up in itself."""
        copied = super().__copy__()
        for key in set(copied.__dict__) - set(type(self).model_fields):
            del copied.__dict__[key]
        return copied

    @cached_property
    def sha256(self) -> str:
        """Hash of the canonical JSON of what plans are made from: the same data, the same hash.

        What people call an exercise, what only the lint reads, how a log is read, what a bar is
        loaded with and how weeks are shaped change no plan.
        """
        data: dict[str, Any] = self.model_dump(mode="json", exclude={
            *NO_PLAN_DEPENDS, "exercises"})
        for rule in data["rules"]:
            del rule["concern"]
        data["exercises"] = [e.model_dump(mode="json", exclude={"aliases"})
                             for e in self.exercises]
        text = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()

    def members(self, group: Id) -> tuple[Id, ...]:
        """Return the ids of a group's muscles.

        Raises
        ------
        KeyError
            When there is no such group.
        """
        return self._members[group]

    @cached_property
    def _members(self) -> dict[Id, tuple[Id, ...]]:
        return {
            group.id: tuple(muscle.id for muscle in self.muscles if muscle.group == group.id)
            for group in self.groups
        }

    @cached_property
    def names(self) -> "NameIndex":
        """Exercises by what people call them."""
        from planner.catalog.names import NameIndex  # reading a plan asks for no names

        return NameIndex(self.exercises, self)

    @cached_property
    def exercise_by_id(self) -> dict[Id, Exercise]:
        """Exercises by id."""
        return _by_id(self.exercises)

    @cached_property
    def muscle_by_id(self) -> dict[Id, Muscle]:
        """Muscles by id."""
        return _by_id(self.muscles)

    @cached_property
    def group_by_id(self) -> dict[Id, Group]:
        """Groups by id."""
        return _by_id(self.groups)

    @cached_property
    def region_by_id(self) -> dict[Id, Region]:
        """Regions and named sets by id."""
        return _by_id(self.regions)

    @cached_property
    def pattern_by_id(self) -> dict[Id, Pattern]:
        """Movement patterns by id."""
        return _by_id(self.patterns)

    @cached_property
    def family_by_id(self) -> dict[Id, Family]:
        """Families of patterns by id."""
        return _by_id(self.families)

    @cached_property
    def equipment_by_id(self) -> dict[Id, Equipment]:
        """Equipment by id."""
        return _by_id(self.equipment)

    @cached_property
    def preset_by_id(self) -> dict[Id, Preset]:
        """Presets of equipment by id."""
        return _by_id(self.presets)

    @cached_property
    def scheme_by_key(self) -> dict[tuple[Goal, RestClass], Scheme]:
        """Schemes by goal and rest class."""
        return {(scheme.goal, scheme.rest_class): scheme for scheme in self.schemes}

    @cached_property
    def profile_by_key(self) -> dict[tuple[Goal, RestClass, str, bool], Profile]:
        """Profiles by goal, rest class, kind of day, and whether the lift is a staple."""
        return {(row.goal, row.rest_class, row.day, staple): row for row in self.profiles
                for staple in ((True, False) if row.staple is None else (row.staple,))}

    @cached_property
    def rest_by_key(self) -> dict[tuple[Goal, RestClass], Rest]:
        """Rests by goal and rest class."""
        return {(rest.goal, rest.rest_class): rest for rest in self.rests}

    @cached_property
    def pace_by_id(self) -> dict[str, Pace]:
        """The three clocks by name."""
        return _by_id(self.paces)

    @cached_property
    def volume_by_id(self) -> dict[Id, VolumeRow]:
        """Rows of weekly volume by id."""
        return _by_id(self.volume)

    @cached_property
    def caps_by_id(self) -> dict[str, LevelCaps]:
        """What a level can take, by level."""
        return _by_id(self.caps)

    @cached_property
    def complaint_by_id(self) -> dict[Id, Complaint]:
        """Complaints by id."""
        return _by_id(self.complaints)

    @cached_property
    def met_by_id(self) -> dict[str, Met]:
        """MET values by Compendium code."""
        return _by_id(self.mets)

    @cached_property
    def failure_by_id(self) -> dict[Id, FailureDose]:
        """Expected repetitions (or seconds) to failure by exercise."""
        return _by_id(self.failure_doses)

    @cached_property
    def fixed_by_id(self) -> dict[Id, FixedDose]:
        """Sets with a shape of their own by exercise."""
        return _by_id(self.fixed_doses)

    @cached_property
    def price_by_id(self) -> dict[Id, Price]:
        """Prices of the quality tier by id."""
        return _by_id(self.quality)

    @cached_property
    def importance_by_id(self) -> dict[Id, Importance]:
        """Importance of the groups by id."""
        return _by_id(self.importance)

    @cached_property
    def capacity_by_id(self) -> dict[str, Capacity]:
        """What an hour can do by goal."""
        return _by_id(self.capacity)

    @cached_property
    def rep_range_by_id(self) -> dict[str, RepRange]:
        """Usual repetitions by rest class."""
        return _by_id(self.rep_ranges)

    @cached_property
    def first_ids(self) -> frozenset[Id]:
        """Exercises that a coach reaches for first of a basic movement."""
        return frozenset(name for first in self.firsts for name in first.exercises)

    def firsts_for(self, goal: str) -> frozenset[Id]:
        """Those that a goal knows: for muscle some more than for strength."""
        more = (() if goal == "strength" else
                (name for first in self.firsts for name in first.for_muscle))
        return self.first_ids.union(more)

    @cached_property
    def kit_rank_by_key(self) -> dict[tuple[LoadKind, str], int]:
        """Ranks by kind of load and loading; ``any`` where the loading says nothing."""
        return {(row.load, row.loading): row.rank for row in self.kit_ranks}

    @cached_property
    def rule_by_id(self) -> dict[Id, RuleDefault]:
        """Defaults of the rules by id."""
        return _by_id(self.rules)

    @cached_property
    def split_by_id(self) -> dict[Id, Split]:
        """Splits by id."""
        return _by_id(self.splits)

    @cached_property
    def program_by_id(self) -> dict[Id, Program]:
        """Built-in programmes by id."""
        return _by_id(self.programs)

    @cached_property
    def source_by_id(self) -> dict[Id, Source]:
        """Sources by id."""
        return _by_id(self.sources)

    @cached_property
    def step_by_id(self) -> dict[str, Step]:
        """Load steps by kind of load."""
        return _by_id(self.steps)

    @cached_property
    def setup_range_by_load(self) -> dict[str, SetupRange]:
        """Believed seconds of set-up by kind of load."""
        return _by_id(self.setup_ranges)

    @cached_property
    def strain_floor_by_key(self) -> dict[tuple[Id, LoadKind], StrainFloor]:
        """Least strain by pattern and kind of load."""
        return {(floor.pattern, floor.load): floor for floor in self.strain_floors}
