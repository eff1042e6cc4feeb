"""A log as a table: its delimiter, its columns by name, its rows with their lines."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import StringIO
from typing import NamedTuple, TypeVar

from planner.logs.limits import MAX_CHARS, MAX_ROWS
from planner.request.errors import InputError

DELIMITERS = ",;\t"
_SEPARATOR_LINE = re.compile(r"sep=.\s*", re.IGNORECASE)
"""What spreadsheets put above a header to say which delimiter follows."""
_NOT_A_WORD = re.compile(r"[\s_()\[\]]+")

T = TypeVar("T")


class Column(NamedTuple):
    """A column: where it stands and what the file calls it."""

    place: int
    head: str


class Record(NamedTuple):
    """A row of a table, with the line on which it begins."""

    line: int
    cells: Sequence[str]


@dataclass
class Table:
    """A header and its rows.

    Attributes
    ----------
    name
        The file, for the place in an error.
    head
        The columns as written.
    rows
        What follows, read when `records` is asked for.
    """

    name: str
    head: list[str]
    rows: Iterator[Record]

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys of the columns in their order; see `key_of`."""
        return tuple(map(key_of, self.head))

    @cached_property
    def columns(self) -> dict[str, Column]:
        """The columns by key; of several with one key, the first."""
        found: dict[str, Column] = {}
        for i, (key, head) in enumerate(zip(self.keys, self.head, strict=True)):
            found.setdefault(key, Column(i, head.strip()))
        return found

    @cached_property
    def records(self) -> list[Record]:
        """The rows below the header.

        Raises
        ------
        InputError
            With file and line: a row that does not fit the header, a quote that is not closed,
            too many rows.
        """
        return list(_fitting(self.rows, len(self.head), self.name))

    def text(self, record: Record, key: str) -> str:
        """Return what stands in a column, without blanks around it; empty where it is not there."""
        column = self.columns.get(key)
        return record.cells[column.place].strip() if column else ""

    def value(self, record: Record, key: str, read: Callable[[str], T]) -> T:
        """Return the value in a column.

        Raises
        ------
        InputError
            With file, line and column, where it cannot be read.
        """
        column = self.columns.get(key)
        return self.at(record, column, read) if column else read("")

    def at(self, record: Record, column: Column, read: Callable[[str], T]) -> T:
        """Return the value in a column that is known by its place."""
        try:
            return read(record.cells[column.place])
        except InputError as error:
            raise InputError(error.message, f"{self.name}:{record.line}: {column.head}") from None


def key_of(head: str) -> str:
    """Return a column's name in small letters, brackets and underscores as blanks.

    ``Weight (kg)`` and ``weight_kg`` are both ``weight kg``.
    """
    return _NOT_A_WORD.sub(" ", head).strip(" \"'").casefold()


def open_table(text: str, name: str) -> Table | None:
    """Return a text as a table, its rows not yet read; None where its first line is no header."""
    lines = (line for line in StringIO(text, newline="") if line.strip())
    first = next((line for line in lines if not _SEPARATOR_LINE.fullmatch(line)), "")
    delimiter = max(DELIMITERS, key=first.count)
    if delimiter not in first:
        return None
    rows = _rows(text, delimiter, name)
    try:
        head = next((row.cells for row in rows if not _SEPARATOR_LINE.fullmatch(
            delimiter.join(row.cells))), [])
    except InputError:
        return None
    return Table(name, list(head), rows)


def _rows(text: str, delimiter: str, name: str) -> Iterator[Record]:
    """Yield the rows that are not blank, each with the line on which it begins."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise InputError(_says(str(error)), f"{name}:{line}") from None
        if any(cells) and not "".join(cells).isspace():
            yield Record(line, cells)


def _fitting(rows: Iterator[Record], width: int, name: str) -> Iterator[Record]:
    """Yield the rows below a header, each as long as it."""
    for count, (line, cells) in enumerate(rows, 1):
        if count > MAX_ROWS:
            raise InputError(f"more than {MAX_ROWS:,} rows; no log is that long", f"{name}:{line}")
        if any(cells[width:]):
            raise InputError(
                f"{len(cells)} values where the header has {width} columns; a value with the "
                "delimiter in it stands in quotes", f"{name}:{line}")
        if max(map(len, cells)) > MAX_CHARS:
            raise InputError(_TOO_LONG, f"{name}:{line}")
        yield Record(line, [*cells, *[""] * (width - len(cells))])


_TOO_LONG = f"a value of more than {MAX_CHARS:,} signs; no note is that long"


def _says(message: str) -> str:
    """Return what is wrong with the quotes or the size of a value."""
    if "field larger" in message:
        return _TOO_LONG
    if "unexpected end" in message:
        return "the quote that begins here is not closed"
    return 'text after a closing quote; a quote in quotes is written twice, ""'
