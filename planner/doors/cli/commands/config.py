"""``coach config``: every field that holds, its value, and where that comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from planner.doors.cli.asking import CATALOG, JSON, taking
from planner.doors.cli.clock import NO_CLOCK
from planner.doors.cli.commands.plan import REQUEST
from planner.doors.cli.profile import ABOUT_YOU
from planner.doors.cli.request_options import OPTIONS

if TYPE_CHECKING:
    from planner.catalog import Catalog
    from planner.doors.cli.document import Page
    from planner.doors.cli.profile import Merged, You
    from planner.request.files import Document
    from planner.request.request import Request

ABOUT_A_PERSON = ("name", "bodyweight")
PLACEHOLDER = [{"day": "mon", "minutes": 60}]
"""Sessions for a request that has none yet: only its other fields are looked at."""


@dataclass(frozen=True)
class Held:
    """A field, its value, and who says so.

    Attributes
    ----------
    source
        ``option``, ``request``, ``profile``, ``log`` or ``default``.
    where
        The option, the file and line, or how much of a log; empty for a default.
    """

    field: str
    value: Any
    source: str
    where: str = ""


@taking(REQUEST, *(a for _, a in OPTIONS), *ABOUT_YOU, NO_CLOCK, CATALOG,
        replace(JSON, says="Print the fields as JSON."))
def config(**given: Any) -> None:
    """Show what coach plan would plan by, and where each value comes from.

    An option comes before the request, the request before your profile, field
    by field; maxima exercise by exercise.
    """
    from planner.doors.cli.clock import with_own_clock
    from planner.doors.cli.output import show
    from planner.doors.cli.profile import merged, you
    from planner.doors.cli.request_fields import placed_field, request_fields
    from planner.doors.cli.shared import load_catalog, print_json
    from planner.request.files import read_document, request_of
    from planner.request.request import normalise

    known = load_catalog(given["catalog"])
    asks = you(given, known)
    document = read_document(given["request"]) if given["request"] is not None else None
    both = merged(document.data if document else None, asks, known)
    fields, mine = request_fields(given, both.data or {}, asks.unit, asks.usual_minutes)
    try:
        asked = request_of({**fields, "sessions": fields.get("sessions") or PLACEHOLDER})
        asked = normalise(asked, known)
    except Exception as error:
        raise placed_field(error, document, mine, both) from None
    asked, clock = with_own_clock(asked, asks, known, given["no_clock"])
    held = [*_person(given, asks), *_fields(asked, fields, given, mine, both, document, known)]
    if clock is not None or given["no_clock"]:
        said = ("log", clock.source) if clock is not None else ("option", NO_CLOCK.option)
        held = [replace(one, source=said[0], where=said[1]) if one.field == "clock" else one
                for one in held]
    if given["json"]:
        print_json({"schema": "config/1",
                    "profile": asks.file.document.name if asks.file is not None else None,
                    "fields": [vars(one) for one in held]})
    else:
        show(_page(held, asks))


def _person(given: Mapping[str, Any], asks: You) -> Iterator[Held]:
    """Yield what a profile says that no request does."""
    written = asks.profile.model_fields_set if asks.profile is not None else set()
    if given["units"] is not None:
        yield Held("units", asks.unit, "option", "--units")
    elif asks.file is not None and "units" in written:
        yield Held("units", asks.unit, "profile", asks.file.line("units"))
    else:
        yield Held("units", asks.unit, "default")
    for name in ABOUT_A_PERSON:
        if asks.file is not None and name in written:
            yield Held(name, str(getattr(asks.profile, name)), "profile", asks.file.line(name))


def _fields(asked: Request, fields: Mapping[str, Any], given: Mapping[str, Any], mine: set[str],
            both: Merged, document: Document | None,
            catalog: Catalog) -> Iterator[Held]:
    written = asked.model_dump(mode="json")  # without a clock that nobody says
    plain: dict[str, Any] = {name: written.get(name) for name in type(asked).model_fields}
    for name, value in plain.items():
        if name == "maxes_kg" and value:
            yield from _maxes(value, given, both, document, catalog)
        elif name == "sessions" and not fields.get("sessions"):
            yield Held(name, [], "default")
        elif name == "sessions":
            shown = [_session(s, plain["equipment"]) for s in value]
            yield Held(name, shown, *_source(name, given, mine, both, document))
        else:
            yield Held(name, value, *_source(name, given, mine, both, document))


def _session(session: Mapping[str, Any], usual: list[str]) -> dict[str, Any]:
    """Return a session without what is the same for all."""
    return {k: v for k, v in session.items()
            if v is not None and k not in ("id", "warm_up") and (k, v) != ("equipment", usual)}


def _source(name: str, given: Mapping[str, Any], mine: set[str], both: Merged,
            document: Document | None) -> tuple[str, str]:
    if name in mine:
        return "option", ", ".join(a.option for field, a in OPTIONS
                                   if field == name and given[a.name] not in (None, False, []))
    place = both.place(name)
    if place is not None:
        return "profile", _line(place)
    if document is not None and document.data.get(name) is not None:
        return "request", _line(document.place(name))
    return "default", ""


def _maxes(maxes: Mapping[str, float], given: Mapping[str, Any], both: Merged,
           document: Document | None, catalog: Catalog) -> Iterator[Held]:
    from planner.doors.cli.request_fields import split
    from planner.request.spoken import known_id, written

    def by_id(names: Iterable[Any]) -> dict[str, Any]:
        return {known_id(str(written(str(name))), catalog): name for name in names}

    options = by_id(item.partition("=")[0].strip() for item in split(given["max"] or ()))
    theirs = document.data.get("maxes_kg") if document is not None else None
    asked = by_id(theirs if isinstance(theirs, Mapping) else ())
    for exercise, value in maxes.items():
        name = f"maxes_kg.{exercise}"
        place = both.place(name)
        if exercise in options:
            yield Held(name, value, "option", "--max")
        elif document is not None and exercise in asked:
            line = _line(document.place(f"maxes_kg.{asked[exercise]}"))
            yield Held(name, value, "request", line)
        else:
            yield Held(name, value, "profile", _line(place or ""))


def _line(place: str) -> str:
    """Return ``file:line`` of ``file:line:column: field``."""
    return ":".join(place.split(": ")[0].rsplit(":", 2)[:2])


def _page(held: list[Held], asks: You) -> Page:
    from planner.doors.cli.document import Row, Table, Words

    if asks.file is not None:
        about = f"Your profile is {asks.file.document.name}."
    else:
        about = "There is no profile; coach init writes one."
    rows = tuple(Row((one.field, _said(one, asks), one.where or one.source)) for one in held)
    return (Words(about), Table(("field", "value", "from"), "<<<", rows, flex=(1, 2)))


def _said(held: Held, asks: You) -> str:
    """Return a value in words; loads in the unit, as they are written."""
    _, dot, exercise = held.field.partition(".")
    if dot and held.source == "profile" and asks.profile is not None:
        return str(asks.profile.maxes[exercise])
    if dot:
        return str(asks.units.written(held.value))
    if held.field == "sessions" and held.value:
        return "; ".join(map(_day, held.value))
    return _words(held.value)


def _day(session: Mapping[str, Any]) -> str:
    """Return ``sat 35 min, equipment dumbbells, mat``."""
    rest = {k: v for k, v in session.items() if k not in ("day", "minutes")}
    said = f"{session['day']} {session['minutes']} min"
    return f"{said}, {_words(rest)}" if rest else said


def _words(value: Any) -> str:
    if value is None or value in ([], {}):
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return ", ".join(f"{k} {_words(v)}" for k, v in value.items() if v is not None)
    if isinstance(value, list):
        return ("; " if value and isinstance(value[0], dict) else ", ").join(map(_words, value))
    return f"{value:g}" if isinstance(value, float) else str(value)
