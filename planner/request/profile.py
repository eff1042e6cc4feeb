"""Who trains, and where: what a person says once, and no request has to say again.

A profile becomes fields of a request. Nothing that plans or judges knows of profiles.
"""

# No annotations from __future__ where there are models, as in `planner.catalog.words`.

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, model_validator

from planner.catalog import Catalog
from planner.catalog.words import Goal, Id, Level, Model, PaceName
from planner.request.clock import ClockFactors
from planner.request.days import spoken_day
from planner.request.errors import InputError, nearest
from planner.request.mass import Mass, Unit
from planner.request.place import Place
from planner.request.request import DAYS, LONGEST_MIN, Day, as_request, normalise
from planner.request.spoken import known_id, written
from planner.request.units import Units, steps_of

Minutes = Annotated[int, Field(ge=1, le=LONGEST_MIN)]

USUAL_MINUTES = 60
"""Of a training day, where nobody says how long it is."""

PLAIN = ("goal", "level", "focus", "likes", "dislikes", "able", "complaints", "pace")
"""Fields that a request has by the same name."""


class TrainingDay(Model):
    """A day to train on; minutes and place are the profile's own where they are left out."""

    day: Day
    minutes: Minutes | None = None
    place: Id | None = None


class Profile(Model):
    """What a file `coach.yaml` says; every field may be left out.

    Attributes
    ----------
    units
        ``kg`` or ``lb``: what a number without a unit is in, and what loads are printed in.
    days
        ``[mon, wed]``, or ``{mon: 60, sat: {minutes: 35, place: home}}``.
    minutes
        Of each day that says nothing else.
    places
        By name; the first is where a day is that says nothing else.
    maxes
        One-repetition maxima, in the unit that they are written in.
    clock
        How long rests, set-up and warm-up sets take beside the catalogue's, where a log is not to
        be asked.
    """

    name: Annotated[str, Field(min_length=1, max_length=100)] | None = None
    units: Unit = "kg"
    level: Level = "intermediate"
    goal: Goal = "hypertrophy"
    days: Annotated[tuple[TrainingDay, ...], Field(max_length=21)] = ()
    minutes: Minutes = USUAL_MINUTES
    places: dict[Id, Place] = {}
    complaints: tuple[Id, ...] = ()
    maxes: dict[Id, Mass] = {}
    bodyweight: Mass | None = None
    likes: tuple[Id, ...] = ()
    dislikes: tuple[Id, ...] = ()
    able: tuple[Id, ...] = ()
    focus: tuple[Id, ...] = ()
    pace: PaceName = "typical"
    clock: ClockFactors | None = None

    @model_validator(mode="after")
    def _in_itself(self) -> "Profile":
        for name, mass in self.maxes.items():
            if not mass.grams:
                raise ValueError(f"maxes.{name}: a maximum is more than {mass}")
        for i, day in enumerate(self.days):
            if day.place is not None and day.place not in self.places:
                known = nearest(day.place, self.places) if self.places else "there are no places"
                raise ValueError(f"days.{i}.place: unknown place {day.place!r}; {known}")
        return self

    @property
    def usual_place(self) -> Place | None:
        """The place where a day is that says nothing else."""
        return next(iter(self.places.values()), None)

    def place_on(self, day: str) -> Place | None:
        """Return where a day of the week is."""
        named = next((d.place for d in self.days if d.day == day and d.place), None)
        return self.places[named] if named is not None else self.usual_place

    def in_units(self, unit: Unit | None = None) -> Units:
        """Return what loads are printed in.

        Parameters
        ----------
        unit
            Instead of the profile's own.
        """
        place = self.usual_place
        return Units(unit or self.units, steps_of(place) if place is not None else {})


def spoken_profile(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a profile with words as ids, and its days as a list."""
    found = dict(data)
    for name in ("level", "goal", "pace"):
        if name in found:
            found[name] = written(found[name])
    for name in ("complaints", "likes", "dislikes", "able", "focus"):
        if name in found:
            found[name] = _list(found[name])
    if isinstance(found.get("maxes"), Mapping):
        found["maxes"] = {written(name): mass for name, mass in found["maxes"].items()}
    if isinstance(found.get("clock"), Mapping):
        found["clock"] = {written(name): factor for name, factor in found["clock"].items()}
    if isinstance(found.get("places"), Mapping):
        found["places"] = {written(name): _place(place) for name, place in found["places"].items()}
    if "days" in found:
        found["days"] = _days(found["days"])
    return found


def _list(value: Any) -> Any:
    if isinstance(value, str):
        value = [part.strip() for part in value.split(",") if part.strip()]
    return [written(one) for one in value] if isinstance(value, list | tuple) else value


def _place(value: Any) -> Any:
    """Return a place; equipment alone may stand for it."""
    if isinstance(value, str | list):
        value = {"equipment": value}
    if not isinstance(value, Mapping) or "equipment" not in value:
        return value
    return {**value, "equipment": _list(value["equipment"])}


def _days(value: Any) -> Any:
    if isinstance(value, str):
        value = [part for part in value.replace(",", " ").split() if part]
    if isinstance(value, Mapping):
        value = [_day(name, said) for name, said in value.items()]
    if not isinstance(value, list):
        return value
    return [_spoken({"day": one} if isinstance(one, str) else one) for one in value]


def _spoken(day: Any) -> Any:
    """Return a day with its name and that of its place as ids."""
    if not isinstance(day, Mapping) or not isinstance(day.get("day"), str):
        return day
    place = {"place": written(day["place"])} if "place" in day else {}
    return {**day, **place, "day": spoken_day(day["day"])}


def _day(name: str, said: Any) -> Any:
    """Return a day that stands under its name, with its minutes or more."""
    return {"day": str(name), **(said if isinstance(said, Mapping) else
                                 {} if said is None else {"minutes": said})}


def request_fields(profile: Profile) -> dict[str, Any]:
    """Return the fields of a request that a profile says something of, and no others."""
    wrote = profile.model_fields_set
    found: dict[str, Any] = {}
    for name in PLAIN:
        if name in wrote:
            value = getattr(profile, name)
            found[name] = list(value) if isinstance(value, tuple) else value
    if profile.clock is not None:
        found["clock"] = profile.clock.model_dump()
    if profile.maxes:
        found["maxes_kg"] = {name: mass.grams / 1000 for name, mass in profile.maxes.items()}
    place = profile.usual_place
    if place is not None:
        found["equipment"] = list(place.equipment)
    if profile.days:
        found["sessions"] = [_session(day, profile) for day in _in_time(profile)]
    return found


def _in_time(profile: Profile) -> list[TrainingDay]:
    """Return the days in the order of the week, however they are written."""
    return sorted(profile.days, key=lambda day: DAYS.index(day.day))


def _session(day: TrainingDay, profile: Profile) -> dict[str, Any]:
    found: dict[str, Any] = {"day": day.day, "minutes": day.minutes or profile.minutes}
    if day.place is not None:
        found["equipment"] = list(profile.places[day.place].equipment)
    return found


def checked(profile: Profile, catalog: Catalog) -> Profile:
    """Return a profile with exercises as ids, every id of it being known.

    Raises
    ------
    InputError
        Naming the field of the profile, the unknown value and the nearest known one.
    """
    def ids(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(known_id(name, catalog) for name in names)

    update: dict[str, Any] = {name: ids(getattr(profile, name))
                              for name in ("likes", "dislikes", "able")
                              if name in profile.model_fields_set}
    if profile.maxes:
        update["maxes"] = {known_id(name, catalog): mass for name, mass in profile.maxes.items()}
    for name in profile.maxes:
        if known_id(name, catalog) not in catalog.exercise_by_id:
            raise InputError(f"unknown {name!r}; {nearest(name, catalog.exercise_by_id)}",
                             f"maxes.{name}")
    _check_places(profile, catalog)
    fields = request_fields(profile)
    fields.pop("sessions", None)
    normalise(as_request({**fields, "sessions": [{"day": "mon", "minutes": 60}]}), catalog)
    return profile.model_copy(update=update)


def _check_places(profile: Profile, catalog: Catalog) -> None:
    kit = {*catalog.equipment_by_id, *catalog.preset_by_id}
    for name, place in profile.places.items():
        for one in place.equipment:
            if one not in kit:
                raise InputError(f"unknown {one!r}; {nearest(one, kit)}",
                                 f"places.{name}.equipment")
        for exercise in (place.weights.own_stacks if place.weights is not None else ()):
            if exercise not in catalog.exercise_by_id:
                raise InputError(
                    f"unknown {exercise!r}; {nearest(exercise, catalog.exercise_by_id)}",
                    f"places.{name}.weights.own_stacks.{exercise}")
