"""Entries as set notation: the reverse of reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Protocol

from planner.catalog import Exercise
from planner.catalog.words import Phase
from planner.request.errors import InputError
from planner.workout.dose import Dose
from planner.workout.notation.amounts import POUND_KG
from planner.workout.notation.entry import phase_of
from planner.workout.notation.line import clean, parse
from planner.workout.reps import Parts, Reps
from planner.workout.rows import Row

_HEADS: dict[Phase, str] = {"cool_down": "Cool-down"}


class Written(Protocol):
    """What ``write`` needs of an entry."""

    @property
    def exercise(self) -> Exercise: ...  # noqa: D102
    @property
    def phase(self) -> Phase: ...  # noqa: D102
    @property
    def sets(self) -> int: ...  # noqa: D102
    @property
    def dose(self) -> Dose: ...  # noqa: D102
    @property
    def superset(self) -> str | None: ...  # noqa: D102
    @property
    def rows(self) -> tuple[Row, ...]: ...  # noqa: D102


def write(entries: Iterable[Written], pounds: bool = False) -> str:
    """Write the entries of one session, a line each, so that ``read`` gives them back.

    A name that cannot be told from a dose (``3x3 curl``) is written as the id.

    Parameters
    ----------
    pounds
        Whether loads are written in pounds.
    """
    lines: list[str] = []
    members: Counter[str] = Counter()
    worked = False
    for entry in entries:
        timed = entry.phase != "work" and entry.sets == 1 and entry.dose.hold_s is not None
        label = ""
        if entry.superset is not None:
            members[entry.superset] += 1
            label = f"{entry.superset}{members[entry.superset]} "
        lines.append(f"{_head(entry, timed, worked)}{label}{_dosed(entry, timed, pounds)}")
        worked = worked or entry.phase == "work"
    return "".join(f"{line}\n" for line in lines)


def _head(entry: Written, timed: bool, worked: bool) -> str:
    """Return the heading of a line, where the phase would not be read without it."""
    if entry.phase == "raise" and "raise" in entry.exercise.phases:
        return "Warm-up: "
    if phase_of(entry.exercise, None, not timed, worked) == entry.phase:
        return ""
    return f"{_HEADS.get(entry.phase, entry.phase.capitalize())}: "


def _dosed(entry: Written, timed: bool, pounds: bool) -> str:
    name = _spoken(entry.exercise)
    if timed:
        return f"{_amount(entry.dose)} {name}" + (" to failure" if entry.dose.to_failure else "")
    rows = entry.rows or (Row(entry.sets, entry.dose),)
    if len(rows) == 1:
        dose, options = _sets(rows[0], pounds)
        return f"{dose} {name}{options}"
    return f"{name}: " + "; ".join("".join(_sets(row, pounds)) for row in rows)


def told(entry: Written) -> str:
    """Return how an entry was understood, on one line."""
    text = write([entry]).strip()
    return text.removeprefix(f"{entry.superset}1 ") + f" (superset {entry.superset})" * (
        entry.superset is not None)


def _sets(row: Row, pounds: bool) -> tuple[str, str]:
    """Return the sets of a row, and its options."""
    dose = row.dose
    options = []
    if dose.rir is not None and not dose.to_failure:
        options.append(f"RIR {dose.rir:g}")
    if row.percent_1rm is not None:
        options.append(f"{row.percent_1rm:.10g}%")
    if row.load_kg is not None:
        options.append(f"{row.load_kg / POUND_KG:.6g}lb" if pounds else f"{row.load_kg:.10g}kg")
    if row.tempo is not None:
        options.append(f"tempo {row.tempo}")
    if row.rest_s is not None:
        options.append(f"{row.rest_s}s rest")
    failure = " to failure" if dose.to_failure else ""
    return (f"{row.sets}x{_amount(dose)}",
            failure + (f" @ {', '.join(options)}" if options else ""))


def _amount(dose: Dose) -> str:
    return _span(dose.hold_s) if dose.hold_s is not None else _counted(dose.reps)


def _span(seconds: int) -> str:
    return f"{seconds}s" if seconds % 60 else f"{seconds // 60}min"


def _counted(reps: Reps | None) -> str:
    if isinstance(reps, Parts):
        return "+".join(str(part) for part in reps.parts)
    if isinstance(reps, tuple):
        return f"{reps[0]}-{reps[1]}"
    return "?" if reps is None else str(reps)


def _spoken(exercise: Exercise) -> str:
    """Return the name, or the id where the name would not be read as it stands."""
    try:
        plain = all(parse(f"{dose} {exercise.name}").name == clean(exercise.name)
                    for dose in ("3x8", "90s"))
    except InputError:
        plain = False
    return exercise.name if plain and "#" not in exercise.name else exercise.id
