"""FitNotes: a row is a set, and a day is a session."""

from __future__ import annotations

from collections.abc import Iterator

from planner.logs.cells import reps, rpe, seconds
from planner.logs.dates import Dates
from planner.logs.log import SkippedRow
from planner.logs.measures import Measures
from planner.logs.row import NOTHING_DONE, Row, SessionHead, one_set
from planner.logs.table import Table


def read(table: Table, measures: Measures) -> Iterator[Row | SkippedRow]:
    """Yield the sets of a log of FitNotes, in any of its layouts."""
    dates = Dates(table, "date", measures.assumed)
    note = "comment" if "comment" in table.columns else "notes"
    for record in table.records:
        head = SessionHead(start=dates.of(record))
        done = one_set("work", table.value(record, "reps", reps), measures.load_kg(record),
                       table.value(record, "time", seconds), measures.distance_m(record),
                       table.value(record, "rpe", rpe))
        if done is None:
            yield SkippedRow(line=record.line, reason=NOTHING_DONE)
        else:
            yield Row(record.line, head, table.text(record, "exercise"), done,
                      note=table.text(record, note))
