"""What may be said about an export: its title, which sessions, when the first one is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime, time
from typing import Any

from planner.request.errors import InputError, nearest
from planner.request.units import KG, Units, units_of

MAX_WEEKS = 52
MAX_TITLE = 1000
PAPERS = ("A4", "letter")


@dataclass(frozen=True)
class Options:
    """How a plan is written.

    Attributes
    ----------
    title
        What stands on top; the plan's own headline where it is empty.
    sessions
        The ids of the sessions to write; all of them where it is empty.
    start
        Local time of the plan's first session. The other days follow by
        weekday.
    at
        Local time of day by session id, instead of that of ``start``.
    zone
        Name of the time zone, ``Europe/Berlin``; None is local time wherever
        the reader is.
    weeks
        How many weeks in a row the plan is done.
    revision
        How often what a calendar already holds has been changed.
    paper
        The size of printed pages, ``A4`` or ``letter``.
    units
        What loads are printed in, ``kg`` or ``lb``; tables for programs keep kilograms.
    """

    title: str = ""
    sessions: tuple[str, ...] = ()
    start: datetime | None = None
    at: Mapping[str, time] = field(default_factory=dict)
    zone: str | None = None
    weeks: int = 1
    revision: int = 0
    paper: str = "A4"
    units: Units = KG


def options(given: Mapping[str, Any]) -> Options:
    """Return options from their names and plain values, texts included.

    Raises
    ------
    InputError
        Naming the option, what was found and what would be right.
    """
    known = [f.name for f in fields(Options)]
    for name in given:
        if name not in known:
            raise InputError(f"unknown option {name!r}; {nearest(name, known)}", "options")
    read: dict[str, Callable[[Any], Any]] = {
        "title": _title, "sessions": _sessions, "start": _start, "at": _at,
        "zone": _zone, "weeks": _weeks, "revision": _revision,
        "paper": _paper, "units": units_of}
    return Options(**{name: read[name](value) for name, value in given.items()
                      if value is not None})


def _title(value: Any) -> str:
    if not isinstance(value, str) or len(value) > MAX_TITLE:
        raise InputError(f"expected a text of at most {MAX_TITLE} characters", "title")
    return value


def _sessions(value: Any) -> tuple[str, ...]:
    names = (value,) if isinstance(value, str) else value
    if isinstance(names, list | tuple) and all(isinstance(name, str) for name in names):
        return tuple(names)
    raise InputError(f"expected ids of sessions, such as mon, found {value!r}", "sessions")


def _start(value: Any) -> datetime:
    example = "write a local time such as 2026-12-01T18:00"
    if isinstance(value, str):
        try:
            found = datetime.fromisoformat(value.strip())
        except ValueError:
            raise InputError(f"{value!r} is no time; {example}", "start") from None
        if ":" not in value:
            raise InputError(f"{value!r} has no time of day; {example}", "start")
        value = found
    if not isinstance(value, datetime):
        raise InputError(f"expected a time, found {value!r}; {example}", "start")
    if value.tzinfo is not None:
        raise InputError("a time with an offset; write the local time, and the zone by its name, "
                         "such as Europe/Berlin", "start")
    return value.replace(second=0, microsecond=0)


def _at(value: Any) -> Mapping[str, time]:
    if not isinstance(value, Mapping):
        raise InputError("expected times by session, such as mon_2: 18:00", "at")
    return {name: _time(clock) for name, clock in value.items()}


def _time(value: Any) -> time:
    try:
        found = value if isinstance(value, time) else time.fromisoformat(value)
        if found.tzinfo is None:
            return found.replace(second=0, microsecond=0)
    except (TypeError, ValueError):
        pass
    raise InputError(f"{value!r} is no time of day; write 18:00", "at")


def _zone(value: Any) -> str:
    from zoneinfo import ZoneInfo, available_timezones

    try:
        if isinstance(value, str):
            ZoneInfo(value)
            return value
    except (OSError, ValueError, LookupError):
        pass
    raise InputError(f"unknown time zone {value!r}; "
                     f"{nearest(str(value), available_timezones())}", "zone")


def _weeks(value: Any) -> int:
    return _whole(value, "weeks", 1, MAX_WEEKS)


def _revision(value: Any) -> int:
    return _whole(value, "revision", 0, 1_000_000)


def _paper(value: Any) -> str:
    found = next((p for p in PAPERS if p.lower() == str(value).lower()), None)
    if found is None:
        raise InputError(f"unknown size of paper {value!r}; {nearest(str(value), PAPERS)}", "paper")
    return found


def _whole(value: Any, name: str, least: int, most: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise InputError(f"expected a whole number from {least} to {most}, found {value!r}", name)
    return value
