"""Judging somebody's workout by a request file, by options, or by what it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from planner.doors.cli.request_fields import placed_field, request_fields
from planner.doors.cli.request_options import OPTIONS
from planner.request.errors import InputError
from planner.request.files import Document, read_document, request_of

T = TypeVar("T")


def judged(name: str, request: str | None, said: Mapping[str, Any],
           ask: Callable[[Any], T]) -> T:
    """Ask with what a workout is judged by, and give an error the file or option that it is in.

    Parameters
    ----------
    name
        What the workout's file is called.
    request
        The path of a request file.
    said
        The options by name; they override the file.
    ask
        Takes a request, fields of one, or None where nothing was said.
    """
    document = read_document(request) if request is not None else None
    fields, mine = request_fields({**{a.name: None for _, a in OPTIONS}, **said},
                                  document.data if document else {})
    try:
        return ask(request_of(fields, None if mine else document) if document else fields or None)
    except InputError as error:
        raise _placed(error, name, document, mine) from None


def _placed(error: InputError, name: str, document: Document | None,
            mine: set[str]) -> Exception:
    if error.where == "week":
        return InputError(error.message, "--week")
    if error.where.startswith("<text>"):
        return InputError(error.message, name + error.where.removeprefix("<text>"))
    if document is None and error.where.split(".")[0] not in mine:
        return InputError(error.message, f"{name}: {error.where}" if error.where else name)
    return placed_field(error, document, mine)
