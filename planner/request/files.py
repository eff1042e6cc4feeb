"""Reading files: texts, mappings and requests, every error with its place.

A path of ``-`` is standard input. Nothing larger than 2 MB is read.
"""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from pydantic import BaseModel, ValidationError

from planner.catalog.strict_yaml import StrictYamlError, load, position
from planner.request.errors import InputError
from planner.request.messages import first_sentence, shown
from planner.request.request import Request
from planner.request.spoken import as_ids

MAX_BYTES = 2_000_000
USUAL = "requests and workouts are a few lines"
STDIN = "-"

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Document:
    """A text that was read, what to call it, and the mapping it holds.

    Attributes
    ----------
    name
        The path as it was given, ``<stdin>`` for standard input.
    """

    name: str
    text: str
    data: Mapping[str, Any]

    def place(self, field: str) -> str:
        """Return ``file:line:column: field`` for a dotted path of a field."""
        loc = [int(p) if p.isdigit() else p for p in field.split(".")] if field else []
        line, column = position(self.text, loc)
        return f"{self.name}:{line}:{column}" + (f": {field}" if field else "")


def read_text(path: str, most: int = MAX_BYTES,
              usual: str = USUAL) -> tuple[str, str]:
    """Return the name and the text of a file, ``-`` being standard input.

    Parameters
    ----------
    most, usual
        The most bytes that are read, and what is said of a file with more.

    Raises
    ------
    InputError
        In one sentence, when it is missing, a folder, unreadable, empty, too
        large or no text.
    """
    name, data = read_bytes(path, most, usual)
    return name, decoded(data, name)


def decoded(data: bytes, name: str) -> str:
    """Return the text of a file's bytes.

    Raises
    ------
    InputError
        In one sentence, when it is empty or no text.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError("this is not text in UTF-8", f"{name}:{line}") from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise InputError("this is binary, not text", f"{name}:{line}")
    if not text.strip():
        raise InputError("this is empty", name)
    return text


def read_bytes(path: str, most: int, usual: str) -> tuple[str, bytes]:
    """Return the name and the bytes of a file, ``-`` being standard input.

    Raises
    ------
    InputError
        In one sentence, when it is missing, a folder, unreadable or too large.
    """
    name = "<stdin>" if path == STDIN else path
    try:
        data = _bytes(path, most)
    except IsADirectoryError:
        raise InputError("this is a folder; name a file in it", name) from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise InputError(f"cannot be read: {why[:1].lower()}{why[1:]}", name) from None
    if len(data) > most:
        raise InputError(f"more than {most // 1_000_000} MB; {usual}", name)
    return name, data


def _bytes(path: str, most: int) -> bytes:
    """Read at most one byte too many, so that no size does harm."""
    if path == STDIN:
        if sys.stdin is None:
            raise OSError(0, "standard input is closed")
        stream: BinaryIO = getattr(sys.stdin, "buffer", None) or io.BytesIO(
            sys.stdin.read(most + 1).encode(errors="replace"))
        return stream.read(most + 1)
    with Path(path).open("rb") as file:
        return file.read(most + 1)


def read_document(path: str, what: str = "a request") -> Document:
    """Read a file that holds a mapping, in YAML or JSON."""
    name, text = read_text(path)
    return document_of(name, text, what)


def document_of(name: str, text: str, what: str = "a request") -> Document:
    """Return a text that holds a mapping, in YAML or JSON."""
    data = parse_json(text, name) if looks_like_json(name, text) else _parse_yaml(text, name)
    if not isinstance(data, dict):
        raise InputError(f"expected {what}, which is a mapping, found {shown(data)}", f"{name}:1")
    return Document(name, text, data)


def looks_like_json(path: str, text: str) -> bool:
    """Return whether a file is JSON, by its name or by how it begins."""
    if path.endswith(".json"):
        return True
    # A YAML flow mapping begins with a brace too, but has no quote, brace or end after it.
    return re.match(r'\s*\{\s*["}]', text) is not None


def _parse_yaml(text: str, name: str) -> Any:
    try:
        return load(text, name)
    except StrictYamlError as error:
        raise InputError(error.message, f"{name}:{error.line}:{error.column}") from None


def parse_json(text: str, name: str) -> Any:
    """Return what a JSON text holds; a key stands once, and numbers are finite."""
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in pairs:
            if key in found:
                raise InputError(f"the key {key!r} stands here twice", name)
            found[key] = value
        return found

    def finite(word: str) -> Any:
        raise InputError(f"only finite numbers are read, found {word}", name)

    try:
        return json.loads(text, object_pairs_hook=once, parse_constant=finite)
    except json.JSONDecodeError as error:
        raise InputError(f"not JSON: {error.msg[:1].lower()}{error.msg[1:]}",
                         f"{name}:{error.lineno}:{error.colno}") from None
    except RecursionError:
        raise InputError("too many levels", name) from None
    except ValueError as error:
        raise InputError(f"not JSON: {error}", name) from None


def read_request(path: str) -> Request:
    """Read a request file.

    Raises
    ------
    InputError
        With file, line, column and field.
    """
    document = read_document(path)
    return request_of(document.data, document)


def request_of(data: Mapping[str, Any], document: Document | None = None) -> Request:
    """Return a request from its fields, strictly: ``true`` is no number, ``"55"`` neither.

    Parameters
    ----------
    document
        Where the fields stand, for the place in an error.
    """
    # `include` may be bare names, which only the second, lenient reading takes.
    said = as_ids(data)
    model_of(Request, {key: value for key, value in said.items() if key != "include"}, document)
    try:
        return Request.model_validate(said)
    except ValidationError as error:
        message, where = first_sentence(error, Request)
        raise InputError(message, document.place(where) if document else where) from None


def _unwritten(data: Mapping[str, Any]) -> str:
    """Return the first field that JSON cannot hold."""
    for name, value in data.items():
        try:
            json.dumps(value)
        except (TypeError, ValueError, RecursionError):
            return str(name)
    return ""


def model_of(model: type[M], data: Mapping[str, Any], document: Document | None = None,
             context: Mapping[str, Any] | None = None) -> M:
    """Return a model from its fields, strictly.

    Parameters
    ----------
    document
        Where the fields stand, for the place in an error.
    context
        What the model's own readers want to know.

    Raises
    ------
    InputError
        Naming the field, and the line and column of a document.
    """
    try:
        return model.model_validate_json(json.dumps(data), strict=True, context=context)
    except (TypeError, ValueError, RecursionError) as error:
        if not isinstance(error, ValidationError):
            raise InputError(f"expected what JSON can hold: {error}", _unwritten(data)) from None
        message, where = first_sentence(error, model)
        raise InputError(message, document.place(where) if document else where) from None
