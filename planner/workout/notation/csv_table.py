"""Our table of entries as CSV: its columns, its cells, and its rows as set notation.

What writes the table takes columns and cells from here. An entry whose sets differ has a line for
each of its rows, with the same ``order``.

A spreadsheet takes a cell that begins with ``=`` and its like for a formula. Such a text gets an
apostrophe in front, which is taken off again in reading (CWE-1236).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence

from planner.request.errors import InputError
from planner.workout.notation.tables import Numbered

COLUMNS = ("session", "day", "date", "order", "phase", "superset", "exercise", "name", "equipment",
           "sets", "reps_low", "reps_high", "parts", "hold_s", "to_failure", "rir", "load_kg",
           "percent_1rm", "tempo", "ramp", "rest_s", "start_s", "seconds")

_NEEDED = frozenset(("session", "day", "phase", "superset", "exercise", "sets", "reps_low",
                     "hold_s"))
_FORMULA = re.compile(r"'*\s*[=+\-@|＝＋－＠]|'*[\t\r\n]")


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def bare(text: str) -> str:
    """Return the text that ``harmless`` was given."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def read_rows(data: bytes) -> list[dict[str, str]]:
    """Return the rows of a CSV file by column, with the texts as they were.

    Raises
    ------
    InputError
        With the line, where it is not a file that this format writes.
    """
    try:
        lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"not CSV in UTF-8: {error}") from None
    if not lines or tuple(lines[0]) != COLUMNS:
        raise InputError(f"expected the columns {', '.join(COLUMNS)}", "line 1")
    for number, line in enumerate(lines, start=1):
        if len(line) != len(COLUMNS):
            raise InputError(f"{len(line)} cells, expected {len(COLUMNS)}", f"line {number}")
    return [dict(zip(COLUMNS, map(bare, line), strict=True)) for line in lines[1:]]


def is_table(first: str) -> bool:
    """Whether a line is the head of such a table; columns may be moved or left out."""
    return set(_head(first)) >= _NEEDED


def table_lines(lines: Sequence[Numbered]) -> Iterator[Numbered]:
    """Yield the rows of a table as lines; a session begins where its id changes."""
    head = _head(next(text for _, text in lines if text.strip()))
    session = None
    before: dict[str, str] = {}
    held: list[tuple[int, dict[str, str]]] = []
    for number, text in lines:
        cells = map(bare, next(csv.reader([text]), []))
        row = dict.fromkeys((*COLUMNS, *head), "") | dict(zip(head, cells, strict=False))
        if held and not _goes_on(before, row):
            yield held[0][0], _entry([its for _, its in held])
            held = []
        before = row
        if row["session"] in ("session", ""):
            yield number, ""
            continue
        if row["session"] != session:
            session = row["session"]
            yield number, row["day"]
        held.append((number, row))
    if held:
        yield held[0][0], _entry([its for _, its in held])


def _head(line: str) -> list[str]:
    return line.lstrip("\ufeff").strip().split(",")


def _goes_on(before: Mapping[str, str], row: Mapping[str, str]) -> bool:
    """Whether a row has more sets of the entry above it."""
    return row["phase"] == "work" and all(
        row[name] == before.get(name) for name in ("session", "phase", "superset", "exercise"))


def _entry(rows: Sequence[Mapping[str, str]]) -> str:
    row = rows[0]
    work = row["phase"] == "work"
    head = "" if work else f"{row['phase'].replace('_', '-').capitalize()}: "
    label = f"{row['superset']} " if row["superset"] else ""
    if len(rows) > 1:
        return f"{label}{row['exercise']}: " + "; ".join("".join(_sets(its)) for its in rows)
    dose, options = _sets(row)
    if not work and row["sets"] == "1" and row["hold_s"]:
        dose = f"{row['hold_s']}s"
    return f"{head}{label}{dose} {row['exercise']}{options}"


def _sets(row: Mapping[str, str]) -> tuple[str, str]:
    """Return the sets of a row, and its options."""
    amount = f"{row['hold_s']}s" if row["hold_s"] else row["parts"] or (
        row["reps_low"] if row["reps_high"] in (row["reps_low"], "")
        else f"{row['reps_low']}-{row['reps_high']}")
    failure = row["to_failure"] == "yes"
    options = [form.format(row[name]) for name, form in (
        ("rir", "RIR {}"), ("percent_1rm", "{}%"), ("load_kg", "{}kg"), ("tempo", "tempo {}"),
        ("rest_s", "{}s rest"))
        if row["phase"] == "work" and row[name] and not (name == "rir" and failure)]
    return f"{row['sets']}x{amount}", (" to failure" if failure else "") + (
        f" @ {', '.join(options)}" if options else "")
