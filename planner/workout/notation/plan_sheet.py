"""The sheet Plan of a spreadsheet: its columns, and its rows as set notation.

What writes the spreadsheet takes the columns from here. Rows may be added, deleted and changed by
hand, and columns moved or left out. An entry whose sets differ has a row for each dose.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from planner.workout.notation.amounts import NUMBER
from planner.workout.notation.tables import Numbered

PLAN, REQUEST = "Plan", "Request"
"""The sheets that are read; the second holds what the plan was made for."""
SESSION, PHASE, EXERCISE, SETS, REPS, EFFORT, LOAD, REST = (
    "Session", "Phase", "Exercise", "Sets", "Reps or hold", "Effort", "Load", "Rest")

_NEEDED = frozenset((EXERCISE, SETS, REPS))
_BARE = re.compile(NUMBER)
_UNIT = re.compile(rf"{NUMBER}\s*(kg|%)")


def is_sheet(lines: Sequence[Numbered]) -> bool:
    """Whether lines are those of a sheet Plan."""
    return any(_is_head(text) for _, text in lines)


def request_line(cells: Iterable[str]) -> str:
    """Return the request that a sheet holds as a line of a text, empty where it holds none."""
    found = next((cell for cell in cells if cell.startswith("{")), "")
    return f"# request: {found}" if found else ""


def sheet_lines(lines: Sequence[Numbered]) -> Iterator[Numbered]:
    """Yield the rows as lines; a session begins where its name changes."""
    at = next(k for k, (_, text) in enumerate(lines) if _is_head(text))
    yield from ((number, text if text.startswith("# request:") else "")
                for number, text in lines[:at + 1])
    head = _split(lines[at][1])
    rows = [(number, dict.fromkeys((*head, SESSION, PHASE, EFFORT, LOAD, REST), "")
             | dict(zip(head, _split(text), strict=False))) for number, text in lines[at + 1:]]
    unit = _unit(row[LOAD] for _, row in rows)
    session = ""
    before: Mapping[str, str] = {}
    held: list[tuple[int, Mapping[str, str]]] = []
    for number, row in rows:
        if held and _goes_on(before, row):
            row[EXERCISE] = before[EXERCISE]
        elif held:
            yield held[0][0], _line([its for _, its in held], unit)
            held = []
        if row[SESSION] and row[SESSION] != session:
            session = row[SESSION]
            yield number, session.partition(",")[0]
        held.append((number, row))
        before = row
    if held:
        yield held[0][0], _line([its for _, its in held], unit)


def _is_head(text: str) -> bool:
    return "\t" in text and set(_split(text)) >= _NEEDED


def _split(text: str) -> list[str]:
    return [cell.strip() for cell in text.split("\t")]


def _unit(loads: Iterable[str]) -> str:
    """Return what a load without a unit is in, where all others have the same one."""
    found = {match[1] for load in loads if (match := _UNIT.fullmatch(load))}
    return found.pop() if len(found) == 1 else ""


def _goes_on(before: Mapping[str, str], row: Mapping[str, str]) -> bool:
    """Whether a row has more sets of the exercise above it: the same, or none is named."""
    same = row[EXERCISE] in ("", before[EXERCISE]) and row[SESSION] in ("", before[SESSION])
    return bool(same and before[EXERCISE] and row[SETS] and row[REPS]) and all(
        its[PHASE].casefold() in ("", "work") for its in (before, row))


def _line(rows: Sequence[Mapping[str, str]], unit: str) -> str:
    """Return a row as ``Deadlift: 5x5 @ RIR 2, 112.5 kg, 3:00 rest``, several with ``;``."""
    row = rows[0]
    name, phase = row[EXERCISE], row[PHASE].casefold()
    if not name:
        return " ".join(cell for cell in (row[SETS], row[REPS], row[EFFORT], row[LOAD]) if cell)
    timed = phase not in ("", "work")
    head = f"{row[PHASE]}: " if timed else ""
    if not row[SETS] and not row[REPS]:
        return f"{head}{name}"  # a rest is no hold
    if timed and row[SETS] in ("", "1"):
        return f"{head}{row[REPS]} {name}"
    return f"{head}{name}: " + "; ".join(_sets(its, unit) for its in rows)


def _sets(row: Mapping[str, str], unit: str) -> str:
    dose = f"{row[SETS]}x{row[REPS]}" if row[SETS] and row[REPS] else row[REPS] or (
        f"{row[SETS]} sets")
    load = f"{row[LOAD]} {unit}" if unit and _BARE.fullmatch(row[LOAD]) else row[LOAD]
    rest = f"{row[REST]}s" if row[REST].isdigit() else row[REST]
    options = [part for part in (row[EFFORT], load, rest and f"{rest} rest") if part]
    return dose + (f" @ {', '.join(options)}" if options else "")
