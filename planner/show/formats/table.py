"""CSV: a line an entry, or a line for each of its rows where its sets differ.

``read_rows`` reads it back for programs, and `planner.check` as a workout.
"""

from __future__ import annotations

import csv
import io
from typing import Any

from planner.show.export_options import Options
from planner.show.formats.base import BaseFormat, Export
from planner.show.unlike import unlike
from planner.show.view import EntryView, SessionView, Sheet, printable
from planner.workout.notation.csv_table import COLUMNS, bare, harmless, read_rows
from planner.workout.reps import Parts

__all__ = ["COLUMNS", "CSV", "bare", "harmless", "read_rows"]


class Rows(BaseFormat):
    """Comma-separated values in UTF-8 with a mark in front, as spreadsheets want it."""

    def write(self, sheet: Sheet, options: Options) -> Export:
        """Return a head and the lines of each entry, in the order to be done."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow(COLUMNS)
        for session in sheet.sessions:
            for order, entry in enumerate(session.entries, start=1):
                for k, part in enumerate(unlike(entry)):
                    row = _row(session, order, part, first=k == 0)
                    writer.writerow([_cell(row[column]) for column in COLUMNS])
        return Export(text.getvalue().encode("utf-8-sig"))


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return harmless(value) if isinstance(value, str) else f"{value:.10g}"


def _row(session: SessionView, order: int, view: EntryView, first: bool) -> dict[str, Any]:
    """Return the cells of a line; what an entry takes stands on its first."""
    entry = view.entry
    low, high, parts = _reps(entry.reps)
    [row] = entry.rows or (None,)
    return {
        "session": printable(session.id), "day": printable(session.day),
        "date": session.start.date().isoformat() if session.start else "", "order": order,
        "phase": entry.phase, "superset": view.label, "exercise": printable(entry.exercise),
        "name": view.name, "equipment": view.equipment, "sets": entry.sets, "reps_low": low,
        "reps_high": high, "parts": parts, "hold_s": entry.hold_s,
        "to_failure": entry.to_failure, "rir": entry.rir, "load_kg": entry.load_kg,
        "percent_1rm": row.percent_1rm if row else entry.percent_1rm,
        "tempo": row.tempo if row else None, "ramp": view.ramp.removeprefix("ramp: "),
        "rest_s": entry.rest_s if view.rest or not row else None,
        "start_s": entry.start_s if first else None, "seconds": entry.seconds if first else None,
    }


def _reps(reps: int | tuple[int, int] | Parts | None) -> tuple[int | None, int | None, str]:
    if isinstance(reps, Parts):
        return sum(reps.parts), sum(reps.parts), "+".join(map(str, reps.parts))
    if isinstance(reps, tuple):
        return *reps, ""
    return reps, reps, ""


CSV = Rows("csv", (".csv",), "a table of the entries")
