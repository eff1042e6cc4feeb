"""From an error to a sentence on standard error, JSON on request, and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import typer

BAD_INPUT, NO_PLAN, NO_TIME = 2, 3, 4
BUG, NO_OUTPUT, INTERRUPTED, CLOSED_PIPE = 70, 74, 130, 141
"""A bug of ours; an output that cannot be written; Ctrl-C; who reads the output has gone."""


class Stopped(Exception):
    """The user stopped a search before it had found anything."""


def report(error: Exception, arguments: Sequence[str]) -> int:
    """Say what went wrong and return the exit code.

    Parameters
    ----------
    arguments
        The command line, for whether JSON is wanted.
    """
    if isinstance(error, BrokenPipeError):
        return CLOSED_PIPE
    if isinstance(error, OSError) and error.filename is None:
        why = error.strerror or str(error)
        return _say(f"the output cannot be written: {why[:1].lower()}{why[1:]}", "", (), NO_OUTPUT)
    if isinstance(error, Stopped | typer.Abort):
        return _say(str(error) or "stopped", "", arguments, INTERRUPTED)
    if hasattr(error, "format_message"):
        return _usage(error, arguments)

    from planner.catalog.errors import CatalogError
    from planner.request.errors import Infeasible, InputError, NoPlanInTime

    if isinstance(error, Infeasible):
        return _conflict(error, arguments)
    if isinstance(error, InputError):
        return _say(error.message, error.where, arguments, BAD_INPUT)
    if isinstance(error, CatalogError):
        place = ":".join(str(p) for p in (error.file, error.line, error.column) if p is not None)
        return _say(error.message, place, arguments, BAD_INPUT)
    if isinstance(error, NoPlanInTime):
        return _say(str(error), "", arguments, NO_TIME)
    from planner.doors.cli.bug import sentence

    return _say(sentence(error, arguments), "", arguments, BUG)


def wants_json(arguments: Sequence[str]) -> bool:
    """Whether a command line asks for JSON, read before or without parsing it."""
    pairs = zip(arguments, [*arguments[1:], ""], strict=False)
    return any(a in ("--json", "--format=json") or (a, b) == ("--format", "json")
               for a, b in pairs)


def _usage(error: Exception, arguments: Sequence[str]) -> int:
    """Speak of a wrong command line; a bare ``coach`` gets the help."""
    message = str(error.format_message()).strip()  # type: ignore[attr-defined]
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError" or not message:
        print(message or (context.get_help() if context else ""), file=sys.stderr)
        return BAD_INPUT
    message = _nearest_named(error, message.rstrip("."), context)
    if context is not None:
        message += f"; see {context.command_path} --help"
    return _say(message, "", arguments, BAD_INPUT)


def _nearest_named(error: Exception, message: str, context: Any) -> str:
    """Say which command or option was probably meant."""
    from planner.request.errors import nearest

    if message.startswith("No such command") and "'" in message:
        word = message.split("'")[1]
        return f"no command {word!r}; {nearest(word, context.command.list_commands(context))}"
    option = getattr(error, "option_name", None)
    if option and message.startswith("No such option"):
        known = [name for parameter in context.command.params for name in parameter.opts
                 if name.startswith("--")]
        return f"no option {option!r}; {nearest(option, known)}"
    return f"{message[:1].lower()}{message[1:]}"


def _say(message: str, where: str, arguments: Sequence[str], code: int) -> int:
    from planner.doors.cli.writing import harmless

    print(harmless(f"coach: {where}: {message}" if where else f"coach: {message}"),
          file=sys.stderr)
    if wants_json(arguments):
        import json

        print(json.dumps({"schema": "error/1", "message": message, "where": where},
                         ensure_ascii=False))
    return code


def _conflict(error: Exception, arguments: Sequence[str]) -> int:
    from planner.doors.cli.output import show
    from planner.doors.cli.trouble import conflict_page
    from planner.request.errors import Infeasible

    assert isinstance(error, Infeasible)
    show(conflict_page(error.conflict), to=sys.stderr)
    if wants_json(arguments):
        print(error.conflict.model_dump_json(indent=1))
    return NO_PLAN
