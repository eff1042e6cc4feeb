"""What stands on the command line, as the values of a question's arguments."""

from __future__ import annotations

from typing import Any

from planner.doors.arguments import Argument
from planner.request.errors import InputError


def read(argument: Argument, raw: Any) -> Any:
    """Return the value of an argument; None where it was not given.

    Raises
    ------
    InputError
        It is not in its form; names the option.
    """
    if raw is None:
        return None
    if argument.kind == "ids":
        return words(raw)
    if argument.kind == "minutes":
        return _minutes(argument, raw)
    if argument.kind == "times":
        return _times(argument, raw)
    if argument.kind == "range":
        return _range(argument, raw)
    return raw


def words(values: list[str] | None) -> tuple[str, ...]:
    """Return the values of an option that may be repeated or hold several with commas."""
    return tuple(part.strip() for value in values or () for part in value.split(",")
                 if part.strip())


def _minutes(argument: Argument, raw: list[str]) -> dict[str, int]:
    found = {}
    for pair in words(raw):
        name, _, value = pair.partition("=")
        if not value.isdigit():
            raise InputError(f"expected a session and whole minutes, as in sat=35, found {pair!r}",
                             argument.option)
        found[name.strip()] = int(value)
    return found


def _times(argument: Argument, raw: list[str]) -> dict[str, str]:
    found = {}
    for pair in raw:
        name, equals, clock = pair.partition("=")
        if not equals or not name or not clock:
            raise InputError(f"expected a session and a time, as in sat=10:00, found {pair!r}",
                             argument.option)
        found[name.strip()] = clock.strip()
    return found


def _range(argument: Argument, raw: str) -> tuple[int, int]:
    low, dots, high = raw.partition("..")
    if not dots or not low.strip().isdigit() or not high.strip().isdigit():
        raise InputError(f"expected a range such as 20..90, found {raw!r}", argument.option)
    return int(low), int(high)
