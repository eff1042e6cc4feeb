"""What a person asks for: minutes, equipment, goal, level, focus and the rest.

`Request` is the file format. `normalise` checks every id
against a catalogue and fills in every default.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise
from typing import Annotated, Any, Literal, Self

from pydantic import Field, ValidationError, field_validator, model_validator

from planner.catalog import Catalog
from planner.catalog.words import Goal, Id, Level, Model, PaceName, Severity
from planner.request.clock import AS_IT_IS, ClockFactors
from planner.request.errors import InputError, nearest
from planner.request.spoken import as_ids, known_id

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
DAYS: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

LONGEST_MIN = 600
"""Minutes of the longest session."""

Sets = Annotated[float, Field(ge=0, le=100, multiple_of=0.25, allow_inf_nan=False)]


def _unsaid(value: object) -> bool:
    return value is None


class WarmUp(Model):
    """Whole minutes of the two warm-up phases; 0 switches one off."""

    raise_minutes: Annotated[int, Field(ge=0, le=60)]
    mobilise_minutes: Annotated[int, Field(ge=0, le=60)]


class Session(Model):
    """One session: a day and its minutes, in the order of time.

    ``equipment``, ``focus`` and ``warm_up`` replace the request's for this
    session only.
    """

    day: Day
    minutes: Annotated[int, Field(ge=1, le=LONGEST_MIN)]
    id: Id | None = None
    equipment: tuple[Id, ...] | None = None
    focus: tuple[Id, ...] | None = None
    warm_up: WarmUp | None = None


class Wanted(Model):
    """Override of one coverage goal, in fractional sets over the request."""

    min: Sets | None = None
    target: Sets | None = None
    max: Sets | None = None
    weight: Annotated[int, Field(ge=0, le=100)] = 1

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        written = [v for v in (self.min, self.target, self.max) if v is not None]
        if written != sorted(written):
            raise ValueError("min, target and max must not fall: write min <= target <= max")
        return self


class Include(Model):
    """An exercise that must appear, pinned to a day, sets or reps if written."""

    exercise: Id
    day: Id | None = None
    sets: Annotated[int, Field(ge=1, le=20)] | None = None
    reps: Annotated[int, Field(ge=1, le=100)] | None = None


class Recent(Model):
    """An exercise that was done on a date."""

    exercise: Id
    date: date


class RuleFigures(Model):
    """A figure for a rule's must or should limit."""

    must: Annotated[float, Field(ge=0, le=1000)] | None = None
    should: Annotated[float, Field(ge=0, le=1000)] | None = None


class SearchLimits(Model):
    """How long the solver may search and with how many workers.

    ``work`` is deterministic time, the same on every machine: a search that ends by it, and not
    by the seconds, gives the same plan anywhere.
    """

    seconds: Annotated[float, Field(gt=0, le=86400)] = 3
    work: Annotated[float, Field(gt=0, le=86400)] | None = None
    workers: Annotated[int, Field(ge=1, le=64)] = 1


class Request(Model):
    """Everything a plan is made from; only ``sessions`` has no default.

    Attributes
    ----------
    clock
        How the seconds of who trains differ from the catalogue's, so that ``minutes`` are theirs.
        Where it is not said, nothing is written of it either.
    """

    goal: Goal = "hypertrophy"
    level: Level = "intermediate"
    equipment: tuple[Id, ...] = ("gym",)
    sessions: Annotated[tuple[Session, ...], Field(min_length=1, max_length=21)]
    focus: tuple[Id, ...] = ()
    coverage: dict[Id, Wanted] = {}
    include: tuple[Include, ...] = ()
    exclude: tuple[Id, ...] = ()
    likes: tuple[Id, ...] = ()
    dislikes: tuple[Id, ...] = ()
    able: tuple[Id, ...] = ()
    complaints: tuple[Id, ...] = ()
    supersets: Literal["never", "allow", "prefer"] = "allow"
    warm_up: WarmUp | None = None
    top_set: bool = False
    split: Literal["none", "full_body", "upper_lower", "push_pull_legs", "body_part"] = "none"
    recent: tuple[Recent, ...] = ()
    maxes_kg: dict[Id, Annotated[float, Field(gt=0, le=1000, allow_inf_nan=False)]] = {}
    pace: PaceName = "typical"
    clock: Annotated[ClockFactors | None, Field(exclude_if=_unsaid)] = None
    rules: dict[Id, Severity | RuleFigures] = {}
    seed: Annotated[int, Field(ge=0, le=2**31 - 1)] = 0
    limits: SearchLimits = SearchLimits()

    @field_validator("include", mode="before")
    @classmethod
    def _bare_names(cls, value: Any) -> Any:
        if not isinstance(value, list | tuple):
            return value
        return [{"exercise": item} if isinstance(item, str) else item for item in value]

    @model_validator(mode="after")
    def _in_time(self) -> Self:
        days = [DAYS.index(s.day) for s in self.sessions]
        for i, (before, after) in enumerate(pairwise(days), start=1):
            if after < before:
                raise ValueError(
                    f"sessions.{i}: {DAYS[after]} stands after {DAYS[before]}; "
                    "write the sessions in the order of time"
                )
        return self

    @property
    def week(self) -> bool:
        """Whether it asks for more than one session."""
        return len(self.sessions) > 1

    @property
    def factors(self) -> ClockFactors:
        """The factors of the clock, the catalogue's where none is said."""
        return self.clock or AS_IT_IS


def session_ids(sessions: Iterable[Session]) -> list[str]:
    """Name sessions by their day, the second of a day ``mon_2``."""
    seen: dict[str, int] = {}
    ids = []
    for session in sessions:
        seen[session.day] = seen.get(session.day, 0) + 1
        count = seen[session.day]
        ids.append(session.day if count == 1 else f"{session.day}_{count}")
    return ids


def as_request(request: Request | Mapping[str, Any]) -> Request:
    """Return a request from a mapping, with errors that name the field."""
    if isinstance(request, Request):
        return request
    try:
        return Request.model_validate(
            as_ids(request) if isinstance(request, Mapping) else request)
    except ValidationError as error:
        from planner.request.messages import first_sentence

        message, where = first_sentence(error, Request)
        raise InputError(message, where) from None


def normalise(request: Request, catalog: Catalog, own_rules: Iterable[str] = ()) -> Request:
    """Check every id and fill in every default; doing it twice changes nothing.

    Parameters
    ----------
    own_rules
        Ids of an application's own rules, which ``rules`` may name too.

    Raises
    ------
    InputError
        Naming the field, the unknown value and the nearest known one.
    """
    request = _by_id(request, catalog)
    _check_ids(request, catalog, own_rules)
    ids = session_ids(request.sessions)
    sessions = []
    for i, (session, name) in enumerate(zip(request.sessions, ids, strict=True)):
        if session.id not in (None, name):
            raise InputError(f"{session.id!r} is not this session's id, {name!r} is",
                             f"sessions.{i}.id")
        warm_up = session.warm_up or request.warm_up or _default_warm_up(session.minutes, catalog)
        equipment = session.equipment if session.equipment is not None else request.equipment
        sessions.append(session.model_copy(
            update={"id": name, "warm_up": warm_up, "equipment": equipment}))
    return request.model_copy(update={"sessions": tuple(sessions)})


def _by_id(request: Request, catalog: Catalog) -> Request:
    """Return a request whose exercises are written as ids, whichever of their names was given."""
    def ids(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(name if name in other else known_id(name, catalog) for name in names)

    other = {p.id for p in catalog.patterns} | {e.id for e in catalog.equipment}
    lists = {name: ids(getattr(request, name)) for name in ("exclude", "likes", "dislikes", "able")}
    pins = tuple(pin.model_copy(update={"exercise": known_id(pin.exercise, catalog)})
                 for pin in request.include)
    maxes = {known_id(name, catalog): load for name, load in request.maxes_kg.items()}
    found = {**lists, "include": pins, "maxes_kg": maxes}
    same = all(getattr(request, name) == value for name, value in found.items())
    return request if same else request.model_copy(update=found)


def warm_up_written(request: Request, index: int, catalog: Catalog) -> bool:
    """Whether a session's warm-up was written down, and is not just the default."""
    session = request.sessions[index]
    return request.warm_up is not None or (
        session.warm_up is not None
        and session.warm_up != _default_warm_up(session.minutes, catalog))


def _default_warm_up(minutes: int, catalog: Catalog) -> WarmUp:
    row = next(r for r in sorted(catalog.warm_up, key=lambda r: -r.from_minutes)
               if minutes >= r.from_minutes)
    return WarmUp(raise_minutes=row.raise_minutes, mobilise_minutes=row.mobilise_minutes)


def _check_ids(request: Request, catalog: Catalog, own_rules: Iterable[str]) -> None:
    exercises = set(catalog.exercise_by_id)
    equipment = set(catalog.equipment_by_id) | set(catalog.preset_by_id)
    focus = set(catalog.group_by_id) | set(catalog.muscle_by_id) | set(catalog.region_by_id)
    goals = (set(catalog.group_by_id) | set(catalog.muscle_by_id) | set(catalog.pattern_by_id)
             | set(catalog.family_by_id))
    barred = exercises | set(catalog.pattern_by_id) | set(catalog.equipment_by_id)
    _known("equipment", request.equipment, equipment)
    _known("focus", request.focus, focus)
    _known("coverage", request.coverage, goals)
    _known("exclude", request.exclude, barred)
    _known("likes", request.likes, exercises)
    _known("dislikes", request.dislikes, exercises)
    _known("able", request.able, exercises)
    _known("complaints", request.complaints, {c.id for c in catalog.complaints})
    _known("maxes_kg", request.maxes_kg, exercises)
    _known("rules", request.rules, {*(r.id for r in catalog.rules), *own_rules})
    _known("recent", (r.exercise for r in request.recent), exercises)
    for i, session in enumerate(request.sessions):
        _known(f"sessions.{i}.equipment", session.equipment or (), equipment)
        _known(f"sessions.{i}.focus", session.focus or (), focus)
    days = {*session_ids(request.sessions), *(s.day for s in request.sessions)}
    for i, pin in enumerate(request.include):
        _known(f"include.{i}.exercise", (pin.exercise,), exercises)
        exercise = catalog.exercise_by_id[pin.exercise]
        if pin.reps is not None and exercise.measure != "reps":
            raise InputError(f"{exercise.name} is held, not repeated; leave reps out",
                             f"include.{i}.reps")
        if pin.sets not in (None, 1) and "work" not in exercise.phases:
            raise InputError(f"{exercise.name} stands in a warm-up, and once; leave sets out",
                             f"include.{i}.sets")
        if pin.day is not None:
            _known(f"include.{i}.day", (pin.day,), days)


def _known(field: str, values: Iterable[str], known: set[str]) -> None:
    for value in values:
        if value not in known:
            raise InputError(f"unknown {value!r}; {nearest(value, known)}", field)
