"""A block as a file: a calendar of all weeks, a sheet with a tab a week, and as text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import PurePath
from typing import Any

from planner.blocks.block import Block, BlockWeek
from planner.catalog import Catalog
from planner.request.arguments import catalog_of
from planner.request.errors import InputError, nearest
from planner.request.extras import needed
from planner.show.export_options import Options, options
from planner.show.formats import FORMATS, sheet_of
from planner.show.formats.spreadsheet import workbook
from planner.show.view import Sheet

SUFFIXES = {".ics": "ics", ".xlsx": "xlsx", ".liftoscript": "liftoscript", ".txt": "text",
            ".md": "markdown", ".json": "json"}


def export_block(block: Block, format: str, catalog: Catalog | None = None,
                 **given: Any) -> bytes:
    """Return a block as a file.

    Parameters
    ----------
    format
        ``ics``, ``xlsx`` (a tab a week), ``liftoscript``, ``text``, ``markdown`` or ``json``.
    given
        As `export` takes them; ``start`` is the time of the first session of week 1.

    Raises
    ------
    InputError
        On an unknown format or option, and where an extra is not installed.
    """
    if format not in _WRITERS:
        raise InputError(f"unknown format {format!r}; {nearest(format, _WRITERS)}", "format")
    if format == "json":
        return (block.model_dump_json(indent=1, by_alias=True) + "\n").encode()
    said = options(given)
    if format == "ics" and said.start is None:
        raise InputError("a calendar needs the time of the first session, such as "
                         "2026-12-01T18:00", "start")
    return _WRITERS[format](block, catalog_of(catalog), said)


def format_of(path: str) -> str:
    """Return the format of a file's name.

    Raises
    ------
    InputError
        It ends in no known suffix.
    """
    suffix = PurePath(path).suffix.lower()
    if suffix not in SUFFIXES:
        raise InputError(f"the name ends in no known suffix; they are {', '.join(SUFFIXES)}", path)
    return SUFFIXES[suffix]


def _weeks(block: Block, catalog: Catalog, said: Options) -> Iterator[tuple[BlockWeek, Sheet,
                                                                            Options]]:
    """Yield each week with its sheet, at its own dates."""
    for week in block.weeks:
        start = None if said.start is None else said.start + timedelta(weeks=week.week - 1)
        own = Options(said.title or f"Week {week.week}, {week.kind}", said.sessions, start, said.at,
                      said.zone, 1, said.revision, said.paper)
        yield week, sheet_of(week.plan, catalog, own), own


def _text(block: Block, catalog: Catalog, said: Options) -> bytes:
    """Return set notation, which `check` reads back with its week."""
    parts = []
    for week, sheet, own in _weeks(block, catalog, said):
        text = FORMATS["text"].write(sheet, own).data.decode()
        lines = [line for line in text.splitlines() if not line.startswith("#")]
        parts.append(f"Week {week.week}\n" + "\n".join(lines).strip("\n"))
    return ("\n\n".join(parts) + "\n").encode()


def _markdown(block: Block, catalog: Catalog, said: Options) -> bytes:
    parts = [FORMATS["markdown"].write(sheet, own).data.decode().strip()
             for _, sheet, own in _weeks(block, catalog, said)]
    return ("\n\n".join(parts) + "\n").encode()


def _liftoscript(block: Block, catalog: Catalog, said: Options) -> bytes:
    parts = []
    for week, sheet, own in _weeks(block, catalog, said):
        text = FORMATS["liftoscript"].write(sheet, own).data.decode()
        parts.append(text.replace("# Week 1\n", f"# Week {week.week}\n", 1).strip())
    return ("\n\n".join(parts) + "\n").encode()


def _calendar(block: Block, catalog: Catalog, said: Options) -> bytes:
    """Return one calendar; a session of a week keeps its event when it is written again."""
    icalendar = needed("icalendar", "export", "a calendar")
    whole: Any = None
    for week, sheet, own in _weeks(block, catalog, said):
        calendar = icalendar.Calendar.from_ical(FORMATS["ics"].write(sheet, own).data)
        events = calendar.walk("VEVENT")
        for event in events:
            event["uid"] = f"week{week.week}-{event['uid']}"
        if whole is None:
            whole = calendar
        else:
            for event in events:
                whole.add_component(event)
    data: bytes = whole.to_ical()
    return data


def _workbook(block: Block, catalog: Catalog, said: Options) -> bytes:
    return workbook([(f"Week {week.week}", sheet) for week, sheet, _ in
                     _weeks(block, catalog, said)], f"{len(block.weeks)} weeks")


_WRITERS: dict[str, Callable[[Block, Catalog, Options], bytes]] = {
    "ics": _calendar, "xlsx": _workbook, "liftoscript": _liftoscript, "text": _text,
    "markdown": _markdown, "json": lambda block, catalog, said: b""}
