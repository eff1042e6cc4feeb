"""The file of a profile: where it is looked for, and how it is read."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planner.catalog import Catalog
from planner.request.errors import InputError
from planner.request.files import Document, model_of, read_document
from planner.request.profile import Profile, checked, spoken_profile
from planner.request.spoken import known_id, written
from planner.request.units import unit_of

NAME = "coach.yaml"
VARIABLE = "COACH_PROFILE"
FOLDER = "coach"
"""Of this program, in the folders that a user has for all programs."""


@dataclass(frozen=True)
class ProfileFile:
    """A profile, and the file that it was read from.

    Attributes
    ----------
    called
        What the file calls the exercises of its maxima, by their ids.
    """

    profile: Profile
    document: Document
    called: Mapping[str, str]

    def place(self, field: str) -> str:
        """Return ``file:line:column: field`` for a dotted path of a field of the profile."""
        name, _, exercise = field.partition(".")
        if name == "maxes" and exercise in self.called:
            field = f"{name}.{self.called[exercise]}"
        return _place(self.document, field)

    def line(self, field: str) -> str:
        """Return ``file:line`` of a field."""
        return ":".join(self.place(field).split(": ")[0].rsplit(":", 2)[:2])


def users_file() -> Path:
    """Return where a user's own profile stands, whether it is there or not."""
    from platformdirs import user_config_dir

    return Path(user_config_dir(FOLDER, appauthor=False)) / NAME


def find(named: str | None = None, environment: Mapping[str, str] | None = None) -> str | None:
    """Return the file of the profile that holds, None where there is none.

    The first of: the one that is named, that of ``COACH_PROFILE`` (none at all where that is
    empty), ``coach.yaml`` in the folder, ``coach.yaml`` in the user's config folder.
    """
    if named is not None:
        return named
    variables = os.environ if environment is None else environment
    if VARIABLE in variables:
        return variables[VARIABLE] or None
    if Path(NAME).is_file():
        return NAME
    own = users_file()
    return str(own) if own.is_file() else None


def read_profile(path: str, catalog: Catalog) -> ProfileFile:
    """Read a profile.

    Raises
    ------
    InputError
        With file, line, column and field.
    """
    return profile_of(read_document(path, "a profile"), catalog)


def profile_of(document: Document, catalog: Catalog) -> ProfileFile:
    """Return the profile that a document holds."""
    said = spoken_profile(document.data)
    unit = "kg"
    if isinstance(said.get("units"), str):
        try:
            unit = said["units"] = unit_of(said["units"])
        except InputError as error:
            raise InputError(error.message, _place(document, "units")) from None
    try:
        read = model_of(Profile, _as_written(said), context={"unit": unit})
        return ProfileFile(checked(read, catalog), document, _called(document, catalog))
    except InputError as error:
        raise InputError(error.message, _place(document, error.where)) from None


def _called(document: Document, catalog: Catalog) -> dict[str, str]:
    maxes = document.data.get("maxes")
    return {known_id(str(written(name)), catalog): name for name in (
        maxes if isinstance(maxes, Mapping) else ()) if isinstance(name, str)}


def _as_written(said: Mapping[str, Any]) -> dict[str, Any]:
    """Return fields without those that are left empty, as a form that is half filled in has."""
    return {name: value for name, value in said.items() if value is not None}


def _place(document: Document, field: str) -> str:
    """Return the place of a field; days that stand under their names are found by these."""
    parts = field.split(".")
    named = document.data.get(parts[0])
    if parts[0] in ("maxes", "places") and isinstance(named, Mapping):
        parts[1:2] = [str(name) for name in named if written(name) in parts[1:2]] or parts[1:2]
    days = document.data.get("days")
    if isinstance(days, Mapping) and parts[0] == "days" and len(parts) > 1 and parts[1].isdigit():
        name = list(days)[int(parts[1])]
        # A day that is minutes and nothing else has no field for them.
        inner = parts[2:] if isinstance(days[name], Mapping) else []
        parts = ["days", str(name), *inner]
    return document.place(".".join(parts))
