"""The headers of tables: which column holds what, and the unit that its header names."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass

from planner.workout.notation.headings import session_heading

_COLUMNS = {
    "name": r"exercises?|exercise\s+name|movements?|lifts?|names?",
    "sets": r"(?:no\.?\s+of\s+|working\s+|#\s*)?sets?",
    "reps": r"reps?|repetitions|reps?\s*/\s*(?:time|sets?)|sets?/reps?|time|duration|hold",
    "dose": r"sets?\s*(?:x|×|/|and|&)\s*reps?|volume|dose|scheme|prescription",
    "load": r"weight|load|intensity|working\s+weight|%\s*(?:of\s+)?e?1\s*rm|1\s*rm\s*%",
    "rest": r"rest|rest\s+(?:time|period|between\s+sets)|pause", "rpe": r"(?:target\s+)?rpe",
    "rir": r"(?:target\s+)?rir", "tempo": r"tempo", "week": r"week|wk",
    "day": r"days?|session|workout|training\s+day", "note": r"notes?|comments?|cues?|remarks?"}
_UNITS = {"kg": r"kgs?|kilos?|kilograms?", "lb": r"lbs?|pounds?",
          "%": r"%(?:\s*(?:of\s+)?e?1?\s*rm)?", "s": r"s|secs?|seconds?", "min": r"mins?|minutes?"}
_UNIT = "|".join(f"(?P<u{k}>{words})" for k, words in enumerate(_UNITS.values()))
_WITH_UNIT = re.compile(rf"(?P<what>.*?)(?:^|[\s(\[,/-]+)(?:in\s+)?(?:{_UNIT})[)\]]?",
                        re.IGNORECASE)
_OF_WEEK = re.compile(r"(?:week|wk|w)\s*#?([0-9]{1,2})", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\([^()]*\)$")
_LOADS = ("kg", "lb", "%")
_FEWEST = 3
"""Columns that a line with commas has to name to be the head of a table and no sentence."""


@dataclass(frozen=True)
class Column:
    """What a column holds, None where it is nobody's, and the unit of its bare numbers."""

    holds: str | None
    unit: str = ""


def column(cell: str) -> Column:
    """Return what the cell of a header says."""
    bare = cell.strip(" *_:#.").casefold()
    if week := _OF_WEEK.fullmatch(bare):
        return Column(f"week {int(week[1])}")
    if (holds := _named(bare)) is not None:
        return Column(holds, "%" if "%" in bare else "")
    if match := _WITH_UNIT.fullmatch(bare):
        unit = next(name for k, name in enumerate(_UNITS) if match[f"u{k}"])
        what = match["what"].strip(" *_:#.([")
        holds = _named(what) if what else "load" if unit in _LOADS else None
        return Column(holds, unit)
    return Column(_named(_ASIDE.sub("", bare)))


def _named(bare: str) -> str | None:
    return next((name for name, words in _COLUMNS.items() if re.fullmatch(words, bare)), None)


def header(cells: Sequence[str], commas: bool) -> list[Column] | None:
    """Return the columns of a line that is the head of a table, None for any other line."""
    columns = [column(cell) for cell in cells]
    known = {c.holds for c in columns} - {None}
    if "name" not in known or len(known) < (_FEWEST if commas else 2):
        return None
    return columns


def days_header(cells: Sequence[str]) -> bool:
    """Whether a line heads a table with a session in each row: its first cell says ``Day``."""
    return len(cells) > 1 and column(cells[0]).holds == "day" and not any(
        column(cell).holds for cell in cells[1:])


def sessions_header(cells: Sequence[str]) -> bool:
    """Whether a line heads a table with a session in each column."""
    headed = [cell for cell in cells if cell]
    return len(headed) > 1 and all(
        len(cell) < 40 and session_heading(cell) is not None for cell in headed)


def cells_of(text: str, sign: str) -> list[str]:
    """Return the cells of a line with commas or semicolons, quoted or not."""
    try:
        return [cell.strip() for cell in next(csv.reader([text], delimiter=sign), [])]
    except csv.Error:
        return []
