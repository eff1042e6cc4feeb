"""CSV: a row an entry, for spreadsheets and programs. ``read_rows`` reads it back.

A spreadsheet takes a cell that begins with ``=`` and its like for a formula.
Such a text gets an apostrophe in front, which ``read_rows`` takes off again
(CWE-1236).
"""

from __future__ import annotations

import csv
import io
import re
from typing import Any

from planner.request.errors import InputError
from planner.show.export_options import Options
from planner.show.formats.base import BaseFormat, Export
from planner.show.view import EntryView, SessionView, Sheet, printable
from planner.workout.reps import Parts

COLUMNS = ("session", "day", "date", "order", "phase", "superset", "exercise", "name", "equipment",
           "sets", "reps_low", "reps_high", "parts", "hold_s", "to_failure", "rir", "load_kg",
           "percent_1rm", "ramp", "rest_s", "start_s", "seconds")

_FORMULA = re.compile(r"'*\s*[=+\-@|＝＋－＠]|'*[\t\r\n]")


class Rows(BaseFormat):
    """Comma-separated values in UTF-8 with a mark in front, as spreadsheets want it."""

    def write(self, sheet: Sheet, options: Options) -> Export:
        """Return a head and a row for each entry, in the order to be done."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow(COLUMNS)
        for session in sheet.sessions:
            for order, entry in enumerate(session.entries, start=1):
                row = _row(session, order, entry)
                writer.writerow([_cell(row[column]) for column in COLUMNS])
        return Export(text.getvalue().encode("utf-8-sig"))


def read_rows(data: bytes) -> list[dict[str, str]]:
    """Return the rows of a CSV file by column, with the texts as they were.

    Raises
    ------
    InputError
        With the line, where it is not a file that this format writes.
    """
    try:
        lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"not CSV in UTF-8: {error}") from None
    if not lines or tuple(lines[0]) != COLUMNS:
        raise InputError(f"expected the columns {', '.join(COLUMNS)}", "line 1")
    for number, line in enumerate(lines, start=1):
        if len(line) != len(COLUMNS):
            raise InputError(f"{len(line)} cells, expected {len(COLUMNS)}", f"line {number}")
    return [dict(zip(COLUMNS, map(bare, line), strict=True)) for line in lines[1:]]


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def bare(text: str) -> str:
    """Return the text that ``harmless`` was given."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return harmless(value) if isinstance(value, str) else f"{value:.10g}"


def _row(session: SessionView, order: int, view: EntryView) -> dict[str, Any]:
    entry = view.entry
    low, high, parts = _reps(entry.reps)
    return {
        "session": printable(session.id), "day": printable(session.day),
        "date": session.start.date().isoformat() if session.start else "", "order": order,
        "phase": entry.phase, "superset": view.label, "exercise": printable(entry.exercise),
        "name": view.name, "equipment": view.equipment, "sets": entry.sets, "reps_low": low,
        "reps_high": high, "parts": parts, "hold_s": entry.hold_s,
        "to_failure": entry.to_failure, "rir": entry.rir, "load_kg": entry.load_kg,
        "percent_1rm": entry.percent_1rm, "ramp": view.ramp.removeprefix("ramp: "),
        "rest_s": entry.rest_s, "start_s": entry.start_s, "seconds": entry.seconds,
    }


def _reps(reps: int | tuple[int, int] | Parts | None) -> tuple[int | None, int | None, str]:
    if isinstance(reps, Parts):
        return sum(reps.parts), sum(reps.parts), "+".join(map(str, reps.parts))
    if isinstance(reps, tuple):
        return *reps, ""
    return reps, reps, ""


CSV = Rows("csv", (".csv",), "a table of the entries")
