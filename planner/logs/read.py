"""Reading a training log, whichever app has written it."""

from __future__ import annotations

from pathlib import Path

from planner.catalog import Catalog, load
from planner.logs.apps import App, app_of, closest, share_text
from planner.logs.collect import Collector
from planner.logs.limits import MAX_BYTES
from planner.logs.log import UNITS, AppId, Log, Report, SkippedRow, Unit
from planner.logs.measures import Measures
from planner.logs.table import Table, open_table
from planner.logs.text import text_of
from planner.request.errors import InputError, nearest
from planner.request.files import read_bytes
from planner.request.messages import shown
from planner.workout.notation.amounts import short

TITLES: dict[AppId, str] = {"strong": "Strong", "hevy": "Hevy", "fitnotes": "FitNotes",
                            "stronglifts": "StrongLifts", "share_text": "a shared text",
                            "coach": "coach"}
LOOKED_AT = 20_000
"""Bytes of a file of which it is told whether it is a log."""
KNOWN = "a log of Strong, Hevy, FitNotes or StrongLifts, or a workout that Strong or Hevy shares"
TEXT = "<text>"


def read_log(source: str | Path | bytes, catalog: Catalog | None = None,
             unit: Unit | None = None) -> Log:
    """Read a training log that another app has exported.

    The format is known by the header, never by the name of the file: Strong, Hevy, FitNotes and
    StrongLifts, in all their layouts, and the text that Strong and Hevy share.

    Parameters
    ----------
    source
        A file, ``-`` being standard input; or the log itself, as bytes or as a text of several
        lines.
    unit
        ``kg`` or ``lb``: how loads are meant where the file does not say; kilograms by default.

    Raises
    ------
    InputError
        It cannot be read or is no log that is known; with file, line and column.
    """
    if unit is not None and unit not in UNITS:
        raise InputError(f"expected kg or lb, found {shown(unit)}", "unit")
    name, data = _source(source)
    text = text_of(data, name)
    table = open_table(text, name)
    app = app_of(table) if table else None
    known = catalog if catalog is not None else load()
    if table is not None and app is not None:
        return _of_table(table, app, known, unit)
    if share_text.is_share_text(text):
        return _of_text(text, name, known)
    raise _unknown(text, name, table)


def app_of_log(data: bytes) -> str | None:
    """Return the name of the app that has written a table of training, None for any other file."""
    try:
        table = open_table(text_of(data[:LOOKED_AT], TEXT), TEXT)
    except InputError:
        return None
    app = app_of(table) if table is not None else None
    return TITLES[app.id] if app is not None else None


def _source(source: object) -> tuple[str, bytes]:
    """Return what to call a log, and its bytes."""
    if isinstance(source, bytes):
        name, data = TEXT, source
    elif isinstance(source, str) and "\n" in source:
        try:
            name, data = TEXT, source.encode()
        except UnicodeEncodeError:
            raise InputError("this is not text in UTF-8", TEXT) from None
    elif isinstance(source, str | Path):
        return read_bytes(str(source), MAX_BYTES, "no log is that large")
    else:
        raise InputError(f"expected a file or a log, found {shown(source)}", "source")
    if len(data) > MAX_BYTES:
        raise InputError(f"more than {MAX_BYTES // 1_000_000} MB; no log is that large", name)
    return name, data


def _of_table(table: Table, app: App, catalog: Catalog, unit: Unit | None) -> Log:
    measures = Measures(table, unit)
    collected = Collector(table.name)
    collected.add(app.read(table, measures))
    return _log(app.id, collected, catalog, len(table.records), measures.units, measures.assumed)


def _of_text(text: str, name: str, catalog: Catalog) -> Log:
    units: set[Unit] = set()
    collected = Collector(name)
    rows = list(share_text.read(text, name, units))
    collected.add(rows)
    sets = sum(isinstance(row, SkippedRow) or row.set is not None for row in rows)
    return _log("share_text", collected, catalog, sets, units, set())


def _log(app: AppId, collected: Collector, catalog: Catalog, rows: int, units: set[Unit],
         assumed: set[str]) -> Log:
    mapped, unsure, unknown = collected.names(catalog)
    ids = {its.name: its.exercise for its in (*mapped, *unsure, *unknown)}
    return Log(
        app=app, sessions=collected.sessions(ids), unknown=tuple(its.name for its in unknown),
        report=Report(rows=rows, units=tuple(sorted(units)), mapped=tuple(mapped),
                      unsure=tuple(unsure), unknown=tuple(unknown),
                      skipped=tuple(collected.skipped), assumed=tuple(sorted(assumed))))


def _unknown(text: str, name: str, table: Table | None) -> InputError:
    """Return why a file is no log: the columns it lacks, or what it begins with."""
    like = closest(table) if table else None
    if table is not None and like is not None:
        app, lacking = like
        column = lacking[0]
        near = nearest(column, table.columns)
        return InputError(f"a log of {TITLES[app.id]} has a column {column!r}; "
                          f"{near}", f"{name}:1")
    first = next(line for line in text.splitlines() if line.strip())
    return InputError(f"expected {KNOWN}, found {short(first.strip())!r}", f"{name}:1")
