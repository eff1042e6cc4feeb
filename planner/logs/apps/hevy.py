"""Hevy: a row is a set, with the kind of set and the number of its superset."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from planner.logs.cells import number, reps, rpe, seconds
from planner.logs.dates import Dates
from planner.logs.log import SetKind, SkippedRow
from planner.logs.measures import Measures
from planner.logs.row import NOTHING_DONE, Row, SessionHead, one_set
from planner.logs.table import Table
from planner.workout.notation.amounts import short

KINDS: dict[str, SetKind] = {"": "work", "normal": "work", "warmup": "warm_up", "dropset": "drop",
                             "drop": "drop", "failure": "failure"}


def read(table: Table, measures: Measures) -> Iterator[Row | SkippedRow]:
    """Yield the sets of a log of Hevy."""
    starts = Dates(table, "start time", measures.assumed)
    ends = Dates(table, "end time", measures.assumed)
    for record in table.records:
        start, end = starts.of(record), ends.maybe(record)
        head = SessionHead(table.text(record, "title"), start,
                           end if isinstance(end, datetime) else None)
        done = one_set(
            _kind(table.text(record, "set type"), measures), table.value(record, "reps", reps),
            measures.load_kg(record), table.value(record, "duration seconds", seconds),
            measures.distance_m(record), table.value(record, "rpe", rpe))
        if done is None:
            yield SkippedRow(line=record.line, reason=NOTHING_DONE)
            continue
        order = table.value(record, "set index", number)
        yield Row(record.line, head, table.text(record, "exercise title"), done,
                  superset=table.text(record, "superset id"),
                  order=None if order is None else int(order),
                  note=table.text(record, "exercise notes"),
                  session_note=table.text(record, "description"))


def _kind(word: str, measures: Measures) -> SetKind:
    key = word.casefold().replace("_", "").replace(" ", "").replace("-", "")
    if key not in KINDS:
        measures.assumed.add(f"Sets of the type {short(word)!r} are read as work.")
    return KINDS.get(key, "work")
