"""Tables as people paste them, row by row as lines: Markdown, tabs, commas.

A header names the columns; one of them may name the day, and another number the weeks, or there is
a column for each: of those, one is read. A table may also have a session in each row or column, the
cells being exercises. Without a header, a name, sets and repetitions with tabs between are a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from planner.workout.notation.columns import (
    Column,
    cells_of,
    days_header,
    header,
    sessions_header,
)
from planner.workout.notation.headings import session_heading

Numbered = tuple[int, str]
"""A line with its number, the first being 1."""

_WEEK = re.compile(r"(?:week|wk)?\s*#?([0-9]{1,2})", re.IGNORECASE)
_RULE = re.compile(r"[\s|:+-]+")
_NUMBER = re.compile(r"[0-9.,/\s-]+")
_BARE_LOAD = re.compile(r"[0-9]+(?:[.,][0-9]+)?(?:\s*-\s*[0-9]+(?:[.,][0-9]+)?)?")
_SETS = re.compile(r"[0-9]{1,2}(?:\s*-\s*[0-9]{1,2})?")
_AMOUNT = re.compile(r"[0-9]{1,3}(?:\s*[-/,]\s*[0-9]{1,3})*\+?\s*(?:s|sec|min|reps?|m)?|max|amrap",
                     re.IGNORECASE)
_MOST_SETS = 10
_UNTOLD = ("", "-", "–", "—")
_Row = Mapping[str, str]


def unrolled(lines: Sequence[Numbered], week: int | None = None) -> Iterator[Numbered]:
    """Yield the lines, those of a table as set notation; its header and its rule are blank.

    Parameters
    ----------
    week
        Of which week, where a table has several.
    """
    day = ""
    for number, text, row in _rows(lines):
        if row is None:
            day = ""
            yield number, text
            continue
        other = _number(row.get("week", ""))
        if week is not None and other not in (None, week):
            yield number, ""
            continue
        if row.get("day") and row["day"] != day:
            day = row["day"]
            yield number, _session(day)
        mine = {"dose": row[f"week {week}"]} if row.get(f"week {week}") else {}
        yield number, _line({**row, **mine}, text)


def weeks_in_tables(lines: Sequence[Numbered]) -> Iterator[int]:
    """Yield the weeks that tables have, in columns or as the numbers of one."""
    for _, _, row in _rows(lines):
        named = [_number(row["week"])] if row and row.get("week") else []
        yield from (week for week in (*named, *map(_number, _week_columns(row or ()))) if week)


def _session(cell: str) -> str:
    """Return what opens the session that a cell names: ``A1`` is one as well."""
    return cell if session_heading(cell) is not None else f"## Workout {cell}" if (
        session_heading(f"Workout {cell}")) else f"## Day 1 - {cell}"


def _rows(lines: Sequence[Numbered]) -> Iterator[tuple[int, str, _Row | None]]:
    """Yield the lines, those of a table with their cells by column; headers and rules are blank."""
    table = _Table()
    for number, text in lines:
        yield from table.read(number, text)
    yield from table.ended()


class _Table:
    """The table that lines stand in, if they stand in one."""

    def __init__(self) -> None:
        self.columns: Sequence[Column] = ()
        self.sign = ""
        self.in_days = False
        self.by_day: list[list[Numbered]] = []

    def read(self, number: int, text: str) -> Iterator[tuple[int, str, _Row | None]]:
        """Yield what a line is; cells by column where it is a row."""
        cells = self._cells(text)
        found, sign = _headed(text, cells)
        if len(cells) < 2 and found is None:
            yield from self.ended()
            if not (self.columns and "\t" in text and text.strip()):
                self.columns, self.sign = (), ""
            yield number, text, None
        elif found is not None:
            self.columns, self.sign = found, sign
            yield number, "", None
        elif _RULE.fullmatch(text) or self._opens(number, cells):
            yield number, "", None
        elif self.by_day:
            for listed, cell in zip(self.by_day, cells, strict=False):
                listed.append((number, cell))
            yield number, "", None
        elif self.in_days:
            yield number, _session(cells[0]), None
            yield from ((number, cell, None) for cell in cells[1:] if cell not in _UNTOLD)
        elif not self.columns:
            yield number, text, _headless(cells)
        elif sum(map(bool, cells)) == 1:
            yield number, next(filter(None, cells)), None
        else:
            yield number, " ".join(cells), _by_column(self.columns, cells)

    def ended(self) -> Iterator[tuple[int, str, None]]:
        """Yield the columns of a table with a session in each, one after the other."""
        yield from ((number, cell, None) for listed in self.by_day for number, cell in listed)
        self.by_day, self.in_days = [], False

    def _cells(self, text: str) -> list[str]:
        one = [text.strip("\t ")] if self.columns and "\t" in text else []
        return _cells(text) or (cells_of(text, self.sign) if self.sign else []) or one

    def _opens(self, number: int, cells: Sequence[str]) -> bool:
        """Whether a line heads a table with a session in each row, or in each column."""
        if days_header(cells):
            self.in_days = True
            return True
        if not self.by_day and not self.columns and sessions_header(cells):
            self.by_day = [[(number, cell)] for cell in cells]
            return True
        return False


def _headed(text: str, cells: Sequence[str]) -> tuple[list[Column] | None, str]:
    """Return the columns of the head of a table, and the sign between its cells."""
    if len(cells) > 1:
        return header(cells, False), ""
    for sign in ",;":
        if text.count(sign) > 1 and (found := header(cells_of(text, sign), True)):
            return found, sign
    return None, ""


def _by_column(columns: Sequence[Column], cells: Sequence[str]) -> _Row:
    """Return the cells of a row by column, bare numbers with the unit of their header."""
    row: dict[str, str] = {}
    for its, cell in zip(columns, cells, strict=False):
        if its.holds is None or its.holds in row:
            continue
        bare = its.unit and _BARE_LOAD.fullmatch(cell)
        row[its.holds] = f"{cell}{'' if its.unit == '%' else ' '}{its.unit}" if bare else cell
    return row


def _headless(cells: Sequence[str]) -> _Row | None:
    """Return a name, sets and repetitions by column, None where cells are something else."""
    if len(cells) < 3 or not any(map(str.isalpha, cells[0])):
        return None
    fits = _SETS.fullmatch(cells[1]) and _AMOUNT.fullmatch(cells[2])
    if not fits or int(re.findall("[0-9]+", cells[1])[-1]) > _MOST_SETS:
        return None
    return {"name": cells[0], "sets": cells[1], "reps": cells[2], "load": ", ".join(
        cell for cell in cells[3:] if cell not in _UNTOLD)}


def _week_columns(columns: Iterable[str]) -> Iterator[str]:
    yield from (name.removeprefix("week ") for name in columns if name.startswith("week "))


def _number(cell: str) -> int | None:
    match = _WEEK.fullmatch(cell.strip())
    return int(match[1]) if match else None


def _cells(text: str) -> list[str]:
    if "\t" in text.strip():
        return [cell.strip() for cell in text.strip("\n\r").split("\t")]
    bare = text.strip()
    if bare.startswith("|") and bare.count("|") > 1:
        return [cell.strip() for cell in bare.strip("|").split("|")]
    if bare.count(" | ") > 1:
        return [cell.strip() for cell in bare.split("|")]
    return []


def _line(row: _Row, text: str) -> str:
    """Return a row of a table as a line: ``Bench Press: 3x8-12 @ 60kg, 90s rest``."""
    name = row.get("name", "")
    dose = row.get("dose", "")
    if row.get("sets") and row.get("reps"):
        dose = f"{row['sets']}x{row['reps']}"
    elif not dose:
        dose = row.get("reps") or (f"{row['sets']} sets" if row.get("sets") else "")
    if not name:
        return text
    options = []
    for column, form in (("load", "@ {}"), ("rpe", "@ RPE {}"), ("rir", "@ RIR {}"),
                         ("tempo", "tempo {}"), ("rest", "{} rest"), ("note", "({})")):
        value = row.get(column, "")
        if value not in _UNTOLD and (column != "note" or not re.search("[0-9]", value)):
            unit = "s" if column == "rest" and _NUMBER.fullmatch(value) else ""
            options.append(form.format(value + unit))
    return f"{name}: {dose}{''.join(f', {o}' for o in options)}" if dose else name
