"""Tables as people paste them: Markdown or tabs, with a header, row by row as lines.

A column may number the weeks, or there is one for each: of those, one is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

Numbered = tuple[int, str]
"""A line with its number, the first being 1."""

_COLUMNS = {
    "name": r"exercises?|movements?|lifts?|names?",
    "sets": r"sets?", "reps": r"reps?|repetitions"
    r"|reps?\s*/\s*time|time|duration",
    "dose": r"sets?\s*(?:x|×|/|and|&)\s*reps?|volume|dose|scheme|prescription",
    "load": r"weight|load|intensity|%|%\s*1rm|kg|lbs?",
    "rest": r"rest(?:\s*\(.*\))?|rest\s+time|pause", "rpe": r"rpe", "rir": r"rir",
    "tempo": r"tempo", "week": r"week|wk"}
_WEEK = re.compile(r"(?:week|wk)?\s*#?([0-9]{1,2})", re.IGNORECASE)
_OF_WEEK = re.compile(r"(?:week|wk|w)\s*#?([0-9]{1,2})", re.IGNORECASE)
_RULE = re.compile(r"[\s|:+-]+")
_NUMBER = re.compile(r"[0-9.,/\s-]+")


def unrolled(lines: Sequence[Numbered], week: int | None = None) -> Iterator[Numbered]:
    """Yield the lines, those of a table as set notation; its header and its rule are blank.

    Parameters
    ----------
    week
        Of which week, where a table has several.
    """
    for number, text, row in _rows(lines):
        if row is None:
            yield number, text
            continue
        other = _number(row.get("week", ""))
        if week is not None and other not in (None, week):
            yield number, ""
            continue
        mine = {"dose": row[f"week {week}"]} if row.get(f"week {week}") else {}
        yield number, _line({**row, **mine}, text)


def weeks_in_tables(lines: Sequence[Numbered]) -> Iterator[int]:
    """Yield the weeks that tables have, in columns or as the numbers of one."""
    for _, _, row in _rows(lines):
        named = [_number(row["week"])] if row and row.get("week") else []
        yield from (week for week in (*named, *map(_number, _week_columns(row or ()))) if week)


def _rows(lines: Sequence[Numbered]) -> Iterator[tuple[int, str, dict[str, str] | None]]:
    """Yield the lines, those of a table with their cells by column; headers and rules are blank."""
    columns: list[str | None] = []
    for number, text in lines:
        cells = _cells(text)
        if len(cells) < 2:
            columns = []
            yield number, text, None
            continue
        header = [_column(cell) for cell in cells]
        if "name" in header and len(set(header) - {None, "name"}) > 0:
            columns = header
            yield number, "", None
        elif not columns:
            yield number, text, None
        elif _RULE.fullmatch(text):
            yield number, "", None
        else:
            by_column = {name: cell for name, cell in zip(columns, cells, strict=False) if name}
            yield number, " ".join(cells), by_column


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


def _column(cell: str) -> str | None:
    bare = cell.strip(" *_:#").casefold()
    if week := _OF_WEEK.fullmatch(bare):
        return f"week {int(week[1])}"
    return next((name for name, words in _COLUMNS.items() if re.fullmatch(words, bare)), None)


def _line(row: Mapping[str, str], text: str) -> str:
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
                         ("tempo", "tempo {}"), ("rest", "{} rest")):
        value = row.get(column, "")
        if value and value not in ("-", "–", "—"):
            unit = "s" if column == "rest" and _NUMBER.fullmatch(value) else ""
            options.append(form.format(value + unit))
    return f"{name}: {dose}{''.join(f', {o}' for o in options)}" if dose else name
