"""Set notation: text that ``coach check`` reads back to the same sessions.

Its reader compiles many patterns, so it is imported when something is written.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from planner.catalog import Exercise
from planner.catalog.words import Phase
from planner.plans.schema import Entry, RowDose
from planner.request.errors import InputError
from planner.request.units import Units
from planner.show.export_options import Options
from planner.show.formats.base import BaseFormat, Export
from planner.show.formats.request_json import LEFT_OUT, request_json
from planner.show.view import EntryView, SessionView, Sheet, printable
from planner.show.wording import DAY_NAMES
from planner.workout.dose import Dose
from planner.workout.rows import Row


@dataclass(frozen=True)
class _Line:
    """An entry as ``write`` takes it."""

    exercise: Exercise
    phase: Phase
    sets: int
    dose: Dose
    superset: str | None
    rows: tuple[Row, ...]


class Notation(BaseFormat):
    """A line an exercise, a heading a session, the request in a comment."""

    def write(self, sheet: Sheet, options: Options) -> Export:
        """Return the text; what it cannot say of a plan is why, next time and the clock."""
        losses: list[str] = []
        whole = len(sheet.sessions) == len(sheet.plan.sessions)
        head = [f"# Plan: {sheet.title}"]
        if whole:
            head.append(f"# request: {request_json(sheet.plan)}")
        else:
            losses.append(LEFT_OUT)
        parts = ["\n".join(head), *(
            _session(s, sheet, options.units, losses) for s in sheet.sessions)]
        return Export(("\n\n".join(parts) + "\n").encode(), tuple(losses))


def _session(session: SessionView, sheet: Sheet, units: Units, losses: list[str]) -> str:
    from planner.workout.notation.read import write

    lines: list[_Line] = []
    comments = ""
    for view in session.entries:
        line = _line(view, sheet, losses)
        if line is None:
            losses.append(f"{view.name} is not in the catalogue: it is a comment")
            comments += f"# {view.dose} {view.name}\n"
        else:
            lines.append(line)
    heading = DAY_NAMES.get(session.day, session.name)
    return f"{heading}\n{write(lines, units.pounds)}{comments}".rstrip()


def _line(view: EntryView, sheet: Sheet, losses: list[str]) -> _Line | None:
    """Return an entry as it is read back: by its name, its id or an alias, whichever is its own."""
    entry, exercise = view.entry, view.exercise
    if exercise is None:
        return None
    rows = tuple(_row(row, view) for row in entry.rows) or (_unlike(view),)
    line = _Line(exercise, entry.phase, entry.sets, Dose.of(entry),
                 printable(entry.superset) if entry.superset else None,
                 rows if entry.phase == "work" else ())
    for name in (view.name, exercise.id, *map(printable, exercise.aliases)):
        called = replace(line, exercise=exercise.model_copy(update={"name": name}))
        if _understood(called, sheet, view.scale.units.pounds):
            return called
    losses.append(f"{view.name} reads back as another exercise of that name")
    return line


def _unlike(view: EntryView) -> Row:
    """Return the sets of an entry with the rest and the load that a reader of the text wants."""
    entry = view.entry
    return Row(entry.sets, Dose.of(entry), None, _load_kg(entry, view), entry.rest_s or None)


def _load_kg(row: Entry | RowDose, view: EntryView) -> float | None:
    """Return a load as it is printed: whole steps of pounds where that is the unit."""
    mass = view.scale.mass(view.entry, row) if view.scale.units.pounds else None
    return row.load_kg if mass is None else mass.kg


def _row(row: RowDose, view: EntryView) -> Row:
    entry = view.entry
    rest_s = row.rest_s if row.rest_s is not None or len(entry.rows) > 1 else entry.rest_s
    return Row(row.sets, Dose.of(row), row.percent_1rm, _load_kg(row, view), rest_s, row.tempo)


def _understood(line: _Line, sheet: Sheet, pounds: bool) -> bool:
    """Whether a line by itself is read as the exercise it is written for."""
    from planner.workout.notation.read import read, write

    request = sheet.plan.request
    try:
        [session] = read(write([replace(line, superset=None)], pounds), sheet.catalog, request.goal,
                         request.level).sessions
    except InputError:
        return False
    return [e.exercise.id for e in session.entries] == [line.exercise.id]


TEXT = Notation("text", (".txt",), "set notation")
