"""Pydantic's errors in one clear sentence: what was found and what would be right."""

from __future__ import annotations

import json
import re
import types
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from planner.request.errors import nearest

Loc = tuple[str | int, ...]

_EXPECTED = {
    "int": "a whole number", "float": "a number", "bool": "true or false",
    "string": "a word", "tuple": "a list", "list": "a list", "dict": "a mapping",
    "model": "a mapping", "date": "a date such as 2026-11-20",
    "is_instance": "another type", "finite_number": "a finite number",
}
_BOUNDS = {
    "greater_than_equal": ("at least", "ge"), "greater_than": ("more than", "gt"),
    "less_than_equal": ("at most", "le"), "less_than": ("less than", "lt"),
    "multiple_of": ("a multiple of", "multiple_of"),
}
_MARK = re.compile(r"[\w-]*\[.*\]", re.DOTALL)
"""What pydantic writes for a key, and for a type that it tried."""

_LONGEST = 60


def first_sentence(error: ValidationError, model: type[BaseModel]) -> tuple[str, str]:
    """Return the first error as a sentence, and the dotted path of its field.

    Parameters
    ----------
    error
        What pydantic found.
    model
        What was to be built; its fields are what a wrong name is compared with.

    Returns
    -------
    tuple[str, str]
        Message and place, such as ``sessions.0.minutes``; the place is empty
        where the whole value is wrong.
    """
    details = error.errors(include_url=False)
    first = _first(details, model)
    loc = _plain_loc(first["loc"], model)
    if first["type"] == "extra_forbidden":
        # The key is a person's own word, whatever signs are in it.
        loc = (*_plain_loc(first["loc"][:-1], model), first["loc"][-1])
    message = _says(first, loc, model)
    where = ".".join(str(part) for part in loc)
    inner = re.fullmatch(r"(?P<where>[a-z_]+(?:\.\w+)+): (?P<rest>.*)", message, re.DOTALL)
    if inner:
        where = f"{where}.{inner['where']}" if where else inner["where"]
        message = inner["rest"]
    return message, where


def _first(details: list[ErrorDetails], model: type[BaseModel]) -> ErrorDetails:
    """Return what is written wrongly before what is missing, the deepest of a choice of types."""
    first = next((d for d in details if d["type"] == "extra_forbidden"), details[0])
    place = _plain_loc(first["loc"], model)
    rivals = [d for d in details if _plain_loc(d["loc"], model)[: len(place)] == place]
    if len(rivals) > 1 and len({d["loc"] for d in rivals}) > 1:
        # A value that fits none of several types: the type it looks most like went deepest.
        return max(rivals, key=lambda d: (len(d["loc"]), d["type"] == "extra_forbidden"))
    return first


def _says(detail: ErrorDetails, loc: Loc, model: type[BaseModel]) -> str:
    kind, found = detail["type"], detail["input"]
    context: Mapping[str, Any] = detail.get("ctx", {})
    if kind == "extra_forbidden":
        return f"unknown field {str(loc[-1])!r}; {nearest(str(loc[-1]), _fields(loc[:-1], model))}"
    if kind == "missing":
        return "this field is missing; it has no default"
    if kind in ("literal_error", "enum"):
        return _choice(found, re.findall(r"'([^']*)'", str(context["expected"])), loc, model)
    if kind in _BOUNDS:
        words, key = _BOUNDS[kind]
        return f"expected {words} {context[key]:g}, found {shown(found)}"
    if kind in ("too_short", "too_long"):
        return _length(kind, context)
    if kind == "string_pattern_mismatch":
        return ("expected an id of small letters, digits and _, such as lat_pulldown, "
                f"found {shown(found)}")
    if kind == "value_error":
        return str(context.get("error", detail["msg"]))
    for start, expected in _EXPECTED.items():
        if kind.startswith(start):
            return f"expected {expected}, found {shown(found)}"
    return f"{detail['msg'][:1].lower()}{detail['msg'][1:]}, found {shown(found)}"


def _choice(found: Any, words: list[str], loc: Loc, model: type[BaseModel]) -> str:
    """Speak of a value that is none of the known ones."""
    other = " or a mapping of " + " and ".join(fields) if (fields := _fields(loc, model)) else ""
    if isinstance(found, str):
        return f"unknown value {shown(found)}; {nearest(found, words)}"
    return f"expected {' or '.join(words)}{other}, found {shown(found)}"


def _length(kind: str, context: Mapping[str, Any]) -> str:
    short = kind == "too_short"
    limit = context["min_length" if short else "max_length"]
    count = context.get("actual_length")
    found = "an empty list" if count == 0 else f"{count} items"
    return (f"expected {'at least' if short else 'at most'} {limit} "
            f"item{'' if limit == 1 else 's'}, found {found}")


def shown(value: Any) -> str:
    """Return a value as people would write it, cut where it is long."""
    if isinstance(value, str):
        text = repr(value)
    elif value is None:
        text = "nothing"
    else:
        try:
            text = json.dumps(value, ensure_ascii=False)
        except (TypeError, ValueError):
            try:
                text = str(value)
            except ValueError:  # Python writes no number of more than 4300 digits
                text = "a number of thousands of digits"
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST - 1]}…"


def _plain_loc(loc: Loc, model: type[BaseModel]) -> Loc:
    """Drop what pydantic adds to a path: the types it tried, and marks of keys."""
    kind: Any = model
    plain: list[str | int] = []
    for part in loc:
        options = _options(kind)
        if isinstance(part, str) and _MARK.fullmatch(part):
            continue
        if len(options) > 1 and isinstance(part, str):
            named = [o for o in options if getattr(o, "__name__", "") == part]
            if named or not any(_step(o, part) is not None for o in options):
                kind = named[0] if named else kind
                continue
        plain.append(part)
        kind = next((s for o in options if (s := _step(o, part)) is not None), None)
    return tuple(plain)


def _fields(loc: Iterable[str | int], model: type[BaseModel]) -> list[str]:
    """Return the fields of the model that a path leads to."""
    kind: Any = model
    for part in loc:
        kind = next((s for o in _options(kind) if (s := _step(o, part)) is not None), None)
    for option in _options(kind):
        if isinstance(option, type) and issubclass(option, BaseModel):
            return list(option.model_fields)
    return []


def _options(kind: Any) -> list[Any]:
    """Return the types a value may have, None left out."""
    origin = get_origin(kind)
    if origin is Annotated:
        return _options(get_args(kind)[0])
    if origin is Union or isinstance(kind, types.UnionType):
        return [o for arg in get_args(kind) if arg is not type(None) for o in _options(arg)]
    return [] if kind is None else [kind]


def _step(kind: Any, part: str | int) -> Any:
    """Return the type one step further along a path, or None."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        for name, field in kind.model_fields.items():
            if part in (name, field.alias):
                return field.annotation
        return None
    origin, args = get_origin(kind), get_args(kind)
    if origin is Literal or not args:
        return None
    if origin is dict and isinstance(part, str):
        return args[1]
    if origin in (tuple, list) and isinstance(part, int):
        return args[0] if args[-1] is Ellipsis or part >= len(args) else args[part]
    return None
