"""Tables as people paste them: Markdown or tabs, with a header, row by row as lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

Numbered = tuple[int, str]
"""A line with its number, the first being 1."""

_COLUMNS = {
    "name": r"exercises?|movements?|lifts?|names?|übung(?:en)?|ejercicios?",
    "sets": r"sets?|sätze|series", "reps": r"reps?|repetitions|wdh\.?|wiederholungen|repeticiones"
    r"|reps?\s*/\s*time|time|duration",
    "dose": r"sets?\s*(?:x|×|/|and|&)\s*reps?|volume|dose|scheme|prescription",
    "load": r"weight|load|intensity|%|%\s*1rm|kg|lbs?|gewicht|peso",
    "rest": r"rest(?:\s*\(.*\))?|rest\s+time|pause|descanso", "rpe": r"rpe", "rir": r"rir",
    "tempo": r"tempo"}
_RULE = re.compile(r"[\s|:+-]+")
_NUMBER = re.compile(r"[0-9.,/\s-]+")


def unrolled(lines: Sequence[Numbered]) -> Iterator[Numbered]:
    """Yield the lines, those of a table as set notation; its header and its rule are blank."""
    columns: list[str | None] = []
    for number, text in lines:
        cells = _cells(text)
        if len(cells) < 2:
            columns = []
            yield number, text
            continue
        header = [_column(cell) for cell in cells]
        if "name" in header and len(set(header) - {None, "name"}) > 0:
            columns = header
            yield number, ""
        elif not columns:
            yield number, text
        elif _RULE.fullmatch(text):
            yield number, ""
        else:
            yield number, _line(dict(zip(columns, cells, strict=False)), cells, header=columns)


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
    return next((name for name, words in _COLUMNS.items() if re.fullmatch(words, bare)), None)


def _line(row: dict[str | None, str], cells: Sequence[str], header: Sequence[str | None]) -> str:
    """Return a row of a table as a line: ``Bench Press: 3x8-12 @ 60kg, 90s rest``."""
    name = row.get("name", "")
    dose = row.get("dose", "")
    if row.get("sets") and row.get("reps"):
        dose = f"{row['sets']}x{row['reps']}"
    elif not dose:
        dose = row.get("reps") or (f"{row['sets']} sets" if row.get("sets") else "")
    if not name:
        return " ".join(cells)
    options = []
    for column, form in (("load", "@ {}"), ("rpe", "@ RPE {}"), ("rir", "@ RIR {}"),
                         ("tempo", "tempo {}"), ("rest", "{} rest")):
        value = row.get(column, "")
        if value and value not in ("-", "–", "—"):
            unit = "s" if column == "rest" and _NUMBER.fullmatch(value) else ""
            options.append(form.format(value + unit))
    return f"{name}: {dose}{''.join(f', {o}' for o in options)}" if dose else name
