"""From sets to sessions, and the account of how each name and row was read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, time

from planner.catalog import Catalog
from planner.logs.limits import MAX_NAME, MAX_NAMES, MAX_NEAREST, MAX_SETS
from planner.logs.log import (
    LoggedEntry,
    LoggedSession,
    LoggedSet,
    ReadName,
    SkippedRow,
)
from planner.logs.naming import Reading, reader
from planner.logs.row import Row, SessionHead
from planner.logs.times import When
from planner.request.errors import InputError

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
NO_NAME = "no exercise is named"


@dataclass
class _Entry:
    name: str
    superset: str
    order: int | None = None
    notes: dict[str, None] = field(default_factory=dict)
    sets: list[LoggedSet] = field(default_factory=list)

    def goes_on_with(self, row: Row) -> bool:
        """Whether a set is the next one here: sets that are counted anew are another entry."""
        return (self.name, self.superset) == (row.name, row.superset) and not (
            self.order is not None and row.order is not None and row.order < self.order)


@dataclass
class _Session:
    notes: dict[str, None] = field(default_factory=dict)
    entries: list[_Entry] = field(default_factory=list)


@dataclass
class _Name:
    line: int
    sets: int = 0


class Collector:
    """Takes what a format yields, and gives sessions, names and skipped rows.

    Parameters
    ----------
    file
        Its name, for the place in an error.
    """

    def __init__(self, file: str) -> None:
        self._file = file
        self._sessions: dict[SessionHead, _Session] = {}
        self._names: dict[str, _Name] = {}
        self._sets = 0
        self.skipped: list[SkippedRow] = []

    def add(self, rows: Iterable[Row | SkippedRow]) -> None:
        """Take sets and skipped rows in the order of the file."""
        for row in rows:
            if isinstance(row, SkippedRow):
                self.skipped.append(row)
            elif not row.name:
                self.skipped.append(SkippedRow(line=row.line, reason=NO_NAME))
            else:
                self._take(row)

    def _take(self, row: Row) -> None:
        if len(row.name) > MAX_NAME or len(row.session.title) > MAX_NAME:
            raise InputError(f"a name of more than {MAX_NAME} signs", f"{self._file}:{row.line}")
        session = self._sessions.get(row.session)
        if session is None:
            session = self._sessions[row.session] = _Session()
        if row.session_note:
            session.notes[row.session_note] = None
        entry = session.entries[-1] if session.entries else None
        if row.set is None:
            # A note may stand before the sets it is about, and says nothing of a superset.
            if entry is None or entry.name != row.name:
                session.entries.append(entry := _Entry(row.name, row.superset))
            entry.notes[row.note] = None
            return
        if entry is None or not entry.goes_on_with(row):
            session.entries.append(entry := _Entry(row.name, row.superset))
        entry.order = entry.order if row.order is None else row.order
        if row.note:
            entry.notes[row.note] = None
        entry.sets.append(row.set)
        self._count(row)

    def _count(self, row: Row) -> None:
        self._names.setdefault(row.name, _Name(row.line)).sets += 1
        self._sets += 1
        for many, most, what in ((self._sets, MAX_SETS, "sets"),
                                 (len(self._names), MAX_NAMES, "exercises")):
            if many > most:
                raise InputError(f"more than {most:,} {what}; no log has that many",
                                 f"{self._file}:{row.line}")

    def names(self, catalog: Catalog) -> tuple[list[ReadName], list[ReadName], list[ReadName]]:
        """Return the names that are mapped, unsure and unknown, those with most sets first."""
        read = reader(catalog)
        found: dict[str, Reading] = {name: read(name) for name in self._names}
        lists: tuple[list[ReadName], list[ReadName], list[ReadName]] = ([], [], [])
        for name, its in sorted(self._names.items(), key=lambda n: (-n[1].sets, n[1].line)):
            reading = found[name]
            place = 2 if reading.exercise is None else 0 if reading.sure else 1
            near = (catalog.names.nearest(name) if reading.exercise is None
                    and len(lists[2]) < MAX_NEAREST else [])
            lists[place].append(ReadName(name=name, exercise=reading.exercise, nearest=tuple(near),
                                         sets=its.sets, line=its.line))
        return lists

    def sessions(self, ids: dict[str, str | None]) -> tuple[LoggedSession, ...]:
        """Return the sessions from the first to the last.

        Parameters
        ----------
        ids
            The exercise that each name was read as.
        """
        found = [LoggedSession(title=head.title, start=head.start, end=head.end,
                               notes="\n".join(session.notes), entries=entries)
                 for head, session in self._sessions.items()
                 if (entries := _entries(session.entries, ids))]
        return tuple(sorted(found, key=lambda s: _moment(s.start)))


def _entries(found: list[_Entry], ids: dict[str, str | None]) -> tuple[LoggedEntry, ...]:
    done = [entry for entry in found if entry.sets]
    marks = [entry.superset for entry in done]
    shared = [mark for mark in dict.fromkeys(marks) if mark and marks.count(mark) > 1]
    letters = {mark: _letter(i) for i, mark in enumerate(shared)}
    return tuple(LoggedEntry(exercise=ids[entry.name], name=entry.name,
                             superset=letters.get(entry.superset), notes="\n".join(entry.notes),
                             sets=tuple(entry.sets)) for entry in done)


def _letter(place: int) -> str:
    """Return A, B and so on to Z, then A2, B2."""
    turn, place = divmod(place, len(LETTERS))
    return LETTERS[place] + (str(turn + 1) if turn else "")


def _moment(start: When | None) -> datetime:
    """Return what a session is sorted by: a date alone is the beginning of that day."""
    if start is None:
        return datetime.min
    return start if isinstance(start, datetime) else datetime.combine(start, time())
