"""Reading a database: every record with its place, every mistake as one sentence."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from planner.catalog.errors import CatalogError, did_you_mean


@dataclass(frozen=True)
class Shape:
    """What a source is called, and what tells its records from others.

    ``id`` is its id among the sources, ``prefix`` begins the ids of what is
    imported from it, ``category`` is its field for our category, ``own`` are
    the fields that only its records have.
    """

    id: str
    title: str
    prefix: str
    citation: str
    category: str
    own: frozenset[str]


SHAPES: dict[str, Shape] = {
    "free-exercise-db": Shape(
        "free_exercise_db", "free-exercise-db", "fedb",
        "yuhonas, free-exercise-db, a public domain database of exercises (Unlicense)",
        "category", frozenset({"category"})),
    "open-exercise-db": Shape(
        "open_exercise_db", "open-exercise-db", "oedb",
        "erikpr1994, open-exercise-db, a public domain database of exercises (Unlicense)",
        "modality", frozenset({"modality", "measurementType", "laterality"})),
}


@dataclass(frozen=True)
class Record:
    """A record of either source.

    ``timed`` and ``laterality`` are None where the source does not say;
    ``line`` is where the record begins.
    """

    id: str
    name: str
    category: str
    level: str
    mechanic: str | None
    force: str | None
    equipment: str | None
    primary: tuple[str, ...]
    secondary: tuple[str, ...]
    line: int
    family: str | None = None
    timed: bool | None = None
    laterality: str | None = None
    aliases: tuple[str, ...] = ()


def read_records(text: str, shape: Shape, name: str = "<text>") -> list[Record]:
    """Return the records of a database.

    Parameters
    ----------
    text
        A JSON array of records.
    shape
        Which database it is.
    name
        What the file is called in errors.

    Raises
    ------
    CatalogError
        With file, line and column, when it is no JSON, no array of records,
        or of another shape.
    """
    items = list(_items(text, name))
    found = [_record(data, shape, _Place(text, name, at)) for at, data in items]
    if not found:
        raise CatalogError("no record in this file; an array of exercises is expected", name, 1, 1)
    return found


@dataclass(frozen=True)
class _Place:
    text: str
    name: str
    at: int

    @property
    def line(self) -> int:
        return self.text.count("\n", 0, self.at) + 1

    def error(self, message: str) -> CatalogError:
        column = self.at - (self.text.rfind("\n", 0, self.at) + 1) + 1
        return CatalogError(message, self.name, self.line, column)


def _items(text: str, name: str) -> Iterator[tuple[int, Any]]:
    """Yield the items of the array and where each begins."""
    decoder = json.JSONDecoder()
    at = _skip(text, 0)
    if text[at:at + 1] != "[":
        raise _Place(text, name, at).error(
            "expected a JSON array of exercises, [{...}, ...], found "
            + (f"'{text[at:at + 20].splitlines()[0]}'" if text[at:].strip() else "nothing"))
    at = _skip(text, at + 1)
    while text[at:at + 1] != "]":
        try:
            data, end = decoder.raw_decode(text, at)
        except (json.JSONDecodeError, RecursionError) as error:
            where = getattr(error, "pos", at)
            says = getattr(error, "msg", "too many levels")
            raise _Place(text, name, where).error(
                f"this is not JSON: {says[:1].lower()}{says[1:]}") from None
        yield at, data
        at = _skip(text, end)
        if text[at:at + 1] == ",":
            at = _skip(text, at + 1)
        elif text[at:at + 1] != "]":
            raise _Place(text, name, min(at, len(text))).error(
                "this is not JSON: expected ',' and the next exercise, or ']'")
    rest = _skip(text, at + 1)
    if rest < len(text):
        raise _Place(text, name, rest).error("this is not JSON: text after the end of the array")


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\r\n":
        at += 1
    return at


def _record(data: Any, shape: Shape, place: _Place) -> Record:
    if not isinstance(data, dict):
        raise place.error(f"expected an exercise as a mapping, found {_shown(data)}")
    _check_shape(data, shape, place)
    called = f"the exercise {_shown(data.get('name', data.get('id')))}"

    def word(field: str, optional: bool = False) -> Any:
        value = data.get(field)
        if (value is None and optional) or (isinstance(value, str) and value.strip()):
            return value
        what = "is missing" if field not in data else f"is {_shown(value)}"
        raise place.error(f"{called}: the field '{field}' {what}; a text is expected")

    def words(field: str) -> tuple[str, ...]:
        value = data.get(field, [])
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            return tuple(value)
        raise place.error(
            f"{called}: the field '{field}' is {_shown(value)}; a list of texts is expected")

    open_shape = "measurementType" in shape.own
    measured = word("measurementType") if open_shape else None
    return Record(
        id=word("id") if "id" in data else _id_of(word("name")), name=word("name"),
        category=word(shape.category), level=word("level"),
        mechanic=word("mechanic", True), force=word("force", True),
        equipment=word("equipment", True), primary=words("primaryMuscles"),
        secondary=words("secondaryMuscles"), line=place.line,
        family=word("family", True) if open_shape else None,
        timed=None if measured is None else measured in ("time", "weighted_time"),
        laterality=word("laterality") if open_shape else None,
        aliases=words("aliases") if open_shape else (),
    )


def _id_of(name: str) -> str:
    """Return an id for a record without one: the name as older files of the database write it."""
    return re.sub(r"[^A-Za-z0-9]+", "_", name).strip("_") or "exercise"


def _check_shape(data: dict[str, Any], shape: Shape, place: _Place) -> None:
    """Refuse a record of the other source, saying which it is."""
    if data.keys() >= shape.own:
        return
    for other, its in SHAPES.items():
        if its is not shape and data.keys() >= its.own:
            raise place.error(
                f"the exercise {_shown(data.get('name'))} has the fields of {other}, not of "
                f"{shape.title}; try --from {other}")
    lacking = min(shape.own - data.keys())
    near = did_you_mean(lacking, data) if data else ""
    raise place.error(f"the field '{lacking}' is missing, which every exercise of {shape.title} "
                      f"has{near if near.endswith('?') else ''}")


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 40 else f"{text[:37]}..."
