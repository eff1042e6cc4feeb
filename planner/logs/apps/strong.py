"""Strong: a row is a set, between rows of rests and notes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from planner.logs.cells import reps, rpe, seconds
from planner.logs.dates import Dates
from planner.logs.log import SetKind, SkippedRow
from planner.logs.measures import Measures
from planner.logs.row import NOTHING_DONE, Row, SessionHead, one_set
from planner.logs.table import Record, Table

KINDS: dict[str, SetKind] = {"w": "warm_up", "d": "drop", "f": "failure"}
REST, NOTE = "rest timer", "note"


def read(table: Table, measures: Measures) -> Iterator[Row | SkippedRow]:
    """Yield the sets of a log of Strong, in either of its layouts."""
    dates = Dates(table, "date", measures.assumed)
    length = "duration sec" if "duration sec" in table.columns else (
        "duration" if "duration" in table.columns else "workout duration")
    for record in table.records:
        order = table.text(record, "set order").casefold()
        if order == REST:
            yield SkippedRow(line=record.line, reason="a rest")
            continue
        start = dates.of(record)
        took = table.value(record, length, seconds)
        ends = start + timedelta(seconds=took) if took and isinstance(start, datetime) else None
        head = SessionHead(table.text(record, "workout name"), start, ends,
                           table.text(record, "workout #"))
        kind = KINDS.get(order, "work")
        if order == NOTE:
            yield Row(record.line, head, table.text(record, "exercise name"), None,
                      note=table.text(record, "notes"))
        elif order and order not in KINDS and not order.isdecimal():
            yield SkippedRow(line=record.line, reason=(
                "its set order is neither a number nor W, D or F"))
        else:
            yield _set(table, measures, record, head, kind, order)


def _set(table: Table, measures: Measures, record: Record, head: SessionHead, kind: SetKind,
         order: str) -> Row | SkippedRow:
    done = one_set(kind, table.value(record, "reps", reps), measures.load_kg(record),
                   table.value(record, "seconds", seconds), measures.distance_m(record),
                   table.value(record, "rpe", rpe))
    if done is None:
        return SkippedRow(line=record.line, reason=NOTHING_DONE)
    return Row(record.line, head, table.text(record, "exercise name"), done,
               order=int(order[:6]) if order.isdecimal() else None,
               note=table.text(record, "notes"), session_note=table.text(record, "workout notes"))
