"""The profile on the command line: its options, and its fields below those of a request."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from planner.doors.arguments import Argument

if TYPE_CHECKING:
    from planner.catalog import Catalog
    from planner.request.mass import Unit
    from planner.request.profile import Profile
    from planner.request.profile_files import ProfileFile
    from planner.request.units import Units

PROFILE = Argument("profile", "text", "Your profile; else $COACH_PROFILE, ./coach.yaml, or that of "
                   "your config folder.", None, metavar="FILE")
NO_PROFILE = Argument("no_profile", "flag", "Leave the profile out.", False)
UNITS = Argument("units", "id", "kg or lb: what loads are printed in, and read in where no unit "
                 "is written.", None, metavar="UNIT")
ABOUT_YOU = (PROFILE, NO_PROFILE, UNITS)

JUDGING = ("goal", "level", "able", "complaints", "maxes_kg")
"""What a profile says of a text that has no request: who it is for, and not where it is done."""

OWN_NAMES = {"maxes_kg": "maxes", "sessions": "days", "equipment": "places"}
"""Fields of a request that a profile calls otherwise."""


@dataclass(frozen=True)
class You:
    """Who asks: the profile that holds, if any, and the unit that loads are in."""

    file: ProfileFile | None
    units: Units

    @property
    def unit(self) -> Unit:
        """The unit of a load that is written without one."""
        return self.units.unit

    @property
    def profile(self) -> Profile | None:
        """The profile, None where there is none."""
        return self.file.profile if self.file is not None else None

    @property
    def usual_minutes(self) -> int | None:
        """Minutes of a day that nobody says anything of; None where no profile does."""
        return self.profile.minutes if self.profile is not None and (
            self.profile.model_fields_set & {"minutes", "days"}) else None

    def judging(self) -> dict[str, Any]:
        """Return the fields that a text without a request is judged by."""
        from planner.request.profile import request_fields

        if self.profile is None:
            return {}
        said = request_fields(self.profile)
        return {name: said[name] for name in JUDGING if name in said}


@dataclass(frozen=True)
class Merged:
    """The fields of a request, those of a profile filled in where it says nothing.

    Attributes
    ----------
    data
        None where neither says anything.
    taken
        The fields that the profile has filled in.
    maxes
        The exercises whose maxima are the profile's.
    """

    data: dict[str, Any] | None
    file: ProfileFile | None = None
    taken: frozenset[str] = frozenset()
    maxes: frozenset[str] = frozenset()

    def filled(self) -> set[str]:
        """Return the fields that the profile has filled in with something."""
        return {name for name in self.taken if self.data is not None and self.data[name] != []}

    def place(self, field: str) -> str | None:
        """Return where the profile says a field of the request, None where it does not."""
        name, *inner = field.split(".")
        if self.file is None or name not in self.taken:
            return None
        if name == "maxes_kg" and inner and inner[0] not in self.maxes:
            return None
        if name == "equipment":
            return self.file.place(f"places.{next(iter(self.file.profile.places))}")
        return self.file.place(".".join([OWN_NAMES.get(name, name), *inner]))


def you(given: Mapping[str, Any], catalog: Catalog) -> You:
    """Return who asks, by the options that every command has for it.

    Raises
    ------
    InputError
        The profile is wrong, or the unit is unknown.
    """
    from planner.request.errors import InputError
    from planner.request.profile_files import find, read_profile
    from planner.request.units import Units, unit_of

    if given["profile"] is not None and given["no_profile"]:
        raise InputError("a profile is named and left out; give one of the two", "--no-profile")
    unit = unit_of(given["units"], "--units") if given["units"] is not None else None
    path = None if given["no_profile"] else find(given["profile"])
    if path is None:
        return You(None, Units(unit or "kg"))
    file = read_profile(path, catalog)
    return You(file, file.profile.in_units(unit))


def merged(data: Mapping[str, Any] | None, asks: You, catalog: Catalog) -> Merged:
    """Fill in what a request does not say from a profile; maxima exercise by exercise.

    A session of the request is at the place of its day, unless the request says where it is.
    """
    from planner.request.profile import request_fields

    if asks.file is None or asks.profile is None:
        return Merged(None if data is None else dict(data))
    own = request_fields(asks.profile)
    said = {name: value for name, value in (data or {}).items() if value is not None}
    taken = {name for name in own if name not in said}
    found = {**own, **said}
    maxes: frozenset[str] = frozenset()
    if "maxes_kg" in own:
        both, theirs = _maxes(own["maxes_kg"], said.get("maxes_kg", {}), catalog)
        maxes = frozenset(own["maxes_kg"]) - theirs
        if maxes and both is not None:
            found["maxes_kg"] = both
            taken.add("maxes_kg")
    if "sessions" in said:
        if "equipment" in taken:
            found["sessions"] = _placed(said["sessions"], asks.profile, own["equipment"])
    elif "equipment" in said and "sessions" in own:
        found["sessions"] = [{k: v for k, v in s.items() if k != "equipment"}
                             for s in own["sessions"]]
    return Merged(found or None, asks.file, frozenset(taken), maxes)


def _maxes(own: Mapping[str, float], said: Any,
           catalog: Catalog) -> tuple[dict[str, Any] | None, frozenset[str]]:
    """Return both maxima by id, the request's first, and whose are the request's."""
    from planner.request.spoken import known_id, written

    if not isinstance(said, Mapping):
        return None, frozenset()
    theirs = {known_id(str(written(str(name))), catalog): value for name, value in said.items()}
    return {**own, **theirs}, frozenset(theirs)


def _placed(sessions: Any, profile: Profile, usual: Sequence[str]) -> Any:
    """Return sessions with the equipment of their days, where they have none of their own."""
    from planner.request.days import spoken_day

    if not isinstance(sessions, list):
        return sessions
    found = []
    for session in sessions:
        day = session.get("day") if isinstance(session, dict) else None
        place = profile.place_on(spoken_day(day)) if isinstance(day, str) else None
        if place is None or "equipment" in session or list(place.equipment) == list(usual):
            found.append(session)
        else:
            found.append({**session, "equipment": list(place.equipment)})
    return found


def tell(file: ProfileFile | None, taken: Collection[str]) -> None:
    """Say on standard error, in one line, what was taken from a profile."""
    if file is None or not taken:
        return
    import sys

    from planner.doors.cli.writing import harmless

    names = ", ".join(sorted(OWN_NAMES.get(name, name) for name in taken))
    print(harmless(f"coach: from the profile {file.document.name}: {names} "
                   "(--no-profile leaves it out)"), file=sys.stderr)
