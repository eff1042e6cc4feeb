"""Reading catalogue files: each value is checked where it stands, so every error has a place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Union, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from planner.catalog.errors import CatalogError, did_you_mean
from planner.catalog.model import Catalog
from planner.catalog.strict_yaml import StrictYamlError, load, position, read_text
from planner.catalog.words import Model

Loc = tuple[str | int, ...]

# What makes two items of a list the same item, where it is not their id.
_KEYS: dict[str, tuple[str, ...]] = {
    "schemes": ("goal", "rest_class"),
    "rests": ("goal", "rest_class"),
    "profiles": ("goal", "rest_class", "day", "staple"),
    "ramps": ("up_to_percent",),
    "warm_up": ("from_minutes",),
    "strain_floors": ("pattern", "load"),
    "waivers": ("id", "look"),
    "kit_ranks": ("load", "loading"),
}
_MAPS = ("chart", "credits", "least_reps", "stand_ins", "spread_floors", "phase_floors",
         "name_words", "place_words", "load_words", "name_rewrites", "name_asides",
         "in_turn", "dose_words", "range_words", "heading_words")
# Names by exercise: those of one file are added to those of another.
_LISTS = ("aliases", "near_names")
_WHOLE = ("name", "version", "timing", "light_ramp", "short_session", "top_set", "blocks",
          "estimates", "loads")
FIELDS = tuple(Catalog.model_fields)

# What pydantic says in the words of JSON, in those of a data file.
_EXPECTED = {
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "float_type": "a number",
    "string_type": "a word or a text in quotes",
}


@dataclass(frozen=True)
class Place:
    """Where a value stands: a file and the path of keys to it."""

    file: Path
    loc: Loc

    def error(self, message: str, loc: Loc = ()) -> CatalogError:
        """Return an error that points to ``loc`` below this place."""
        name = str(self.file)
        line, column = position(read_text(self.file, name), (*self.loc, *loc))
        return CatalogError(message, name, line, column)


@dataclass
class Folder:
    """Raw values by field and key, and where each of them stands."""

    values: dict[str, dict[str, Any]] = field(default_factory=dict)
    places: dict[tuple[str, str], Place] = field(default_factory=dict)

    def add(self, name: str, key: str, value: Any, place: Place) -> None:
        """Add a value, refusing a second one under the same key."""
        first = self.places.get((name, key))
        if first is not None:
            known = first.error("")
            raise place.error(
                f"{name}: '{key or name}' stands here a second time, the first is in "
                f"{known.file}:{known.line}:{known.column}"
            )
        self.values.setdefault(name, {})[key] = value
        self.places[name, key] = place

    def overlay(self, other: Folder) -> None:
        """Add what another folder holds; where a key is in both, the other's value stands."""
        for name, values in other.values.items():
            self.values.setdefault(name, {}).update(values)
        self.places.update(other.places)

    def fields(self) -> dict[str, Any]:
        """Return the values as the fields of a catalogue."""
        return {name: _joined(name, values) for name, values in self.values.items()}


def _joined(name: str, values: dict[str, Any]) -> Any:
    if name in _WHOLE:
        return values[""]
    if name in _MAPS:
        return dict(values)
    if name in _LISTS:
        lists: dict[str, list[Any]] = {}
        for key, value in values.items():
            lists.setdefault(key.partition(": ")[0], []).append(value)
        return lists
    items = list(values.values())
    if name == "ramps":
        return sorted(items, key=lambda item: item["up_to_percent"])
    if name == "warm_up":
        return sorted(items, key=lambda item: -item["from_minutes"])
    return items if name in _KEYS else sorted(items, key=lambda item: str(item["id"]))


def read(path: Path) -> Folder:
    """Read a file, or every YAML file below a folder in the order of their names.

    Raises
    ------
    CatalogError
        With file, line and column, on the first value that is wrong.
    """
    if not path.exists():
        raise CatalogError("no such file or folder", str(path))
    below = (file for file in path.rglob("*") if file.suffix in (".yaml", ".yml"))
    files = sorted(file for file in below if file.is_file()) if path.is_dir() else [path]
    if not files:
        raise CatalogError("no *.yaml file below this folder", str(path))
    folder = Folder()
    for file in files:
        try:
            _read_file(file, folder)
        except OSError as error:
            raise CatalogError(error.strerror or "cannot be read", str(file)) from None
    return folder


def _read_file(file: Path, folder: Folder) -> None:
    try:
        data = load(file)
    except StrictYamlError as error:
        raise CatalogError(error.message, error.name, error.line, error.column) from None
    if data is None:
        return
    if isinstance(data, list):
        _read_field("exercises", data, Place(file, ()), folder)
        return
    if not isinstance(data, dict):
        raise CatalogError(
            "expected a list of exercises, or a mapping with the catalogue's fields, "
            f"found {_shown(data)}",
            str(file),
            1,
            1,
        )
    for name, value in data.items():
        place = Place(file, (str(name),))
        if name not in FIELDS:
            raise place.error(f"unknown field '{name}'{did_you_mean(str(name), FIELDS)}")
        _read_field(name, value, place, folder)


def _read_field(name: str, value: Any, place: Place, folder: Folder) -> None:
    try:
        # Strict JSON: a list is a tuple, but 'no' is not a boolean and '3' not a number.
        _adapter(name).validate_json(json.dumps(value), strict=True)
    except ValidationError as error:
        raise _explained(name, value, place, error) from None
    for key, item, loc in items(name, value):
        folder.add(name, key, item, Place(place.file, (*place.loc, *loc)))


@cache
def _adapter(name: str) -> TypeAdapter[Any]:
    kind: Any = Catalog.model_fields[name].annotation
    return TypeAdapter(kind)


def items(name: str, value: Any) -> Iterator[tuple[str, Any, Loc]]:
    """Yield what a field consists of: key, value and place of each part."""
    if name in _WHOLE:
        yield "", value, ()
    elif name in _MAPS:
        for key, item in value.items():
            yield str(key), item, (str(key),)
    elif name in _LISTS:
        for key, names in value.items():
            for index, item in enumerate(names):
                yield f"{key}: {item}", item, (key, index)
    else:
        for index, item in enumerate(value):
            yield item_key(name, item), item, (index,)


def item_key(name: str, item: dict[str, Any]) -> str:
    """Return what an item of a list field is known by: its id, or its goal and class."""
    parts = (item.get(part) for part in _KEYS.get(name, ("id",)))
    return " ".join("any" if part is None else str(part) for part in parts)


def _explained(name: str, value: Any, place: Place, error: ValidationError) -> CatalogError:
    details = error.errors(include_url=False)
    # A misspelt field is also missing under its right name: what is written comes first.
    first = min(details, key=lambda detail: detail["type"] != "extra_forbidden")
    loc = tuple(part for part in first["loc"] if part != "[key]")
    rest = f" (and {len(details) - 1} more)" if len(details) > 1 else ""
    return place.error(f"{_path(name, value, loc)}: {_says(name, first, loc)}{rest}", loc)


def _path(name: str, value: Any, loc: Loc) -> str:
    """Return the dotted path of a field, an item called by its id where it has one."""
    parts = [name]
    for depth, part in enumerate(loc):
        item = value[part] if depth == 0 and isinstance(part, int) else None
        if isinstance(item, dict) and isinstance(item.get("id"), str):
            parts.append(f".{item['id']}")
        else:
            parts.append(f"[{part}]" if isinstance(part, int) else f".{part}")
    return "".join(parts)


def _says(name: str, detail: ErrorDetails, loc: Loc) -> str:
    kind, found = detail["type"], detail["input"]
    if kind == "extra_forbidden":
        return f"unknown field '{loc[-1]}'{did_you_mean(str(loc[-1]), _fields_at(name, loc[:-1]))}"
    if kind == "missing":
        return "this field is missing"
    if kind == "literal_error":
        expected = detail["ctx"]["expected"]
        words = re.findall(r"'([^']*)'", expected)
        if words and isinstance(found, str):
            return f"unknown value '{found}'{did_you_mean(found, words)}"
        return f"expected {expected}, found {_shown(found)}"
    if kind in _EXPECTED:
        return f"expected {_EXPECTED[kind]}, found {_shown(found)}"
    if kind == "string_pattern_mismatch":
        return f"expected the form {detail['ctx']['pattern']}, found {_shown(found)}"
    message = detail["msg"]
    return f"{message[:1].lower()}{message[1:]}, found {_shown(found)}"


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _fields_at(name: str, loc: Loc) -> list[str]:
    """Return the fields of the model that a path leads to."""
    kind: Any = Catalog.model_fields[name].annotation
    for part in loc:
        kind = _plain(kind)
        if isinstance(kind, type) and issubclass(kind, Model):
            kind = kind.model_fields[str(part)].annotation
        else:
            kind = [arg for arg in get_args(kind) if arg is not Ellipsis][-1]
    kind = _plain(kind)
    return list(kind.model_fields) if isinstance(kind, type) and issubclass(kind, Model) else []


def _plain(kind: Any) -> Any:
    if get_origin(kind) is Union or type(kind).__name__ == "UnionType":
        kind = next(arg for arg in get_args(kind) if arg is not type(None))
    return kind
