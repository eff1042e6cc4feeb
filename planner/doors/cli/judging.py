"""Judging somebody's workout by a request file, by options, or by what it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from planner.doors.cli.profile import You, tell
from planner.doors.cli.request_fields import placed_field, request_fields
from planner.doors.cli.request_options import OPTIONS
from planner.request.errors import InputError
from planner.request.files import Document, read_document, request_of

T = TypeVar("T")


def judged(name: str, read: object, request: str | None, said: Mapping[str, Any], asks: You,
           ask: Callable[[Any], T]) -> T:
    """Ask with what a workout is judged by, and give an error the file or option that it is in.

    Parameters
    ----------
    name
        What the workout's file is called.
    read
        What it holds; a text without a request of its own is for who has a profile.
    request
        The path of a request file.
    said
        The options by name; they override the file.
    asks
        Who asks.
    ask
        Takes a request, fields of one, or None where nothing was said.
    """
    document = read_document(request) if request is not None else None
    own = asks.judging() if document is None and _bare(read) else {}
    fields, mine = request_fields({**{a.name: None for _, a in OPTIONS}, **said},
                                  document.data if document else own, asks.unit)
    tell(asks.file, {name for name, value in own.items() if value != []} - mine)
    try:
        return ask(request_of(fields, None if mine else document) if document else fields or None)
    except InputError as error:
        raise _placed(error, name, document, mine) from None


def _bare(read: object) -> bool:
    """Whether it is a text that says nothing of who it is for."""
    from planner.workout.notation.read import carries_request

    return isinstance(read, str) and not carries_request(read)


def _placed(error: InputError, name: str, document: Document | None,
            mine: set[str]) -> Exception:
    if error.where == "week":
        return InputError(error.message, "--week")
    if error.where.startswith("<text>"):
        return InputError(error.message, name + error.where.removeprefix("<text>"))
    if document is None and error.where.split(".")[0] not in mine:
        return InputError(error.message, f"{name}: {error.where}" if error.where else name)
    return placed_field(error, document, mine)
