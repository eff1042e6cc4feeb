"""StrongLifts: a row is an exercise with all its sets, in older files a whole session."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from planner.logs.cells import KILOGRAMS, number, reps, seconds
from planner.logs.dates import Dates
from planner.logs.log import SkippedRow
from planner.logs.measures import Measures
from planner.logs.row import Row, SessionHead, one_set
from planner.logs.table import Column, Record, Table
from planner.logs.times import When, maybe_when

_SET = re.compile(r"set (\d{1,3}) ?(.*)")
_EXERCISE = re.compile(r"exercise \d{1,3}")
FAILED = "a set of 0 repetitions"


class _Slot(NamedTuple):
    """The columns of one set: what was done, and the loads with the size of their units."""

    done: Column
    loads: list[tuple[Column, float]]
    timed: bool = False


def read_entries(table: Table, measures: Measures) -> Iterator[Row | SkippedRow]:
    """Yield the sets of a log that has a row for each exercise."""
    dates = Dates(table, "date yyyy/mm/dd", measures.assumed)
    slots = _paired(table)
    for record in table.records:
        start = _at(dates.of(record), table.text(record, "start time h:mm"))
        end = _at(start, table.text(record, "end time h:mm"))
        if isinstance(start, datetime) and isinstance(end, datetime) and end < start:
            end += timedelta(days=1)
        head = SessionHead(
            table.text(record, "workout name"), start,
            end if isinstance(end, datetime) and end != start else None,
            table.text(record, "workout"))
        yield from _sets(table, measures, record, head, table.text(record, "exercise"), slots,
                         table.text(record, "notes") or table.text(record, "note"))


def read_sessions(table: Table, measures: Measures) -> Iterator[Row | SkippedRow]:
    """Yield the sets of a log that has a row for each session, exercise beside exercise."""
    dates = Dates(table, "date", measures.assumed)
    columns = [Column(i, head.strip()) for i, head in enumerate(table.head)]
    begins = [i for i, key in enumerate(table.keys) if _EXERCISE.fullmatch(key)]
    blocks = [(a, _block(columns[a:b], table.keys[a:b]))
              for a, b in pairwise([*begins, len(columns)])]
    for record in table.records:
        head = SessionHead(table.text(record, "workout"), dates.of(record),
                           number=str(record.line))
        for place, slots in blocks:
            name = record.cells[place].strip()
            if name:
                yield from _sets(table, measures, record, head, name, slots, "",
                                 table.text(record, "note"))


def _sets(table: Table, measures: Measures, record: Record, head: SessionHead, name: str,
          slots: Iterable[_Slot], note: str, session_note: str = "") -> Iterator[Row | SkippedRow]:
    """Yield what was done of one exercise; a slot that was left blank was never a set."""
    for order, slot in enumerate(slots, 1):
        if not record.cells[slot.done.place].strip():
            continue
        count = None if slot.timed else table.at(record, slot.done, reps)
        lasted = table.at(record, slot.done, seconds) if slot.timed else None
        load = next((measures.loaded(value, size, f"{record.line}: {column.head}")
                     for column, size in slot.loads
                     if (value := table.at(record, column, number))), None)
        done = one_set("work", count, load, lasted)
        if done is None:
            yield SkippedRow(line=record.line, reason=FAILED)
        else:
            yield Row(record.line, head, name, done, order=order, note=note,
                      session_note=session_note)


def _paired(table: Table) -> list[_Slot]:
    """Return the slots of ``Set 1 (Reps)``, ``Set 1 (KG)``, ``Set 2 (Reps)`` …, in their order."""
    done: dict[int, tuple[Column, bool]] = {}
    loads: dict[int, list[tuple[Column, float]]] = {}
    for key, column in table.columns.items():
        found = _SET.fullmatch(key)
        if found is None:
            continue
        place, what = int(found[1]), found[2]
        if what in KILOGRAMS:
            loads.setdefault(place, []).append((column, KILOGRAMS[what]))
        elif what == "reps":
            done[place] = (column, False)
        elif what.startswith(("time", "sec")):
            done.setdefault(place, (column, True))
    return [_Slot(column, loads.get(place, []), timed)
            for place, (column, timed) in sorted(done.items())]


def _block(columns: list[Column], keys: tuple[str, ...]) -> list[_Slot]:
    """Return the slots of one exercise of a session's row, all with the load that stands first."""
    loads = [(column, KILOGRAMS[key.removeprefix("weight ")])
             for column, key in zip(columns, keys, strict=True)
             if key.startswith("weight ") and key.removeprefix("weight ") in KILOGRAMS]
    return [_Slot(column, loads) for column, key in zip(columns, keys, strict=True)
            if (found := _SET.fullmatch(key)) and not found[2]]


def _at(day: When, clock: str) -> When:
    """Return a day with a time of day, where one is written that can be read."""
    return (maybe_when(f"{day:%Y-%m-%d} {clock}") or day) if clock else day
