"""A session as somebody writes it down: set notation, of sets that were done.

A workout says what to do, a log what was done. So nothing is filled in that is not written, and
what says no number, such as ``8-12`` or ``AMRAP``, is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from planner.catalog import Catalog
from planner.catalog.words import Goal, Level
from planner.logs.cells import rir_of
from planner.logs.loads import TO_TEN_GRAMS, as_written
from planner.logs.log import LoggedEntry, LoggedSet, Unit
from planner.request.errors import InputError
from planner.workout.dose import Dose
from planner.workout.notation.amount import Amount
from planner.workout.notation.amounts import LOAD_UNIT
from planner.workout.notation.entry import Doser, ReadEntry
from planner.workout.notation.line import parse
from planner.workout.notation.read import read

_NOTE = re.compile(r"\s#\s*(?!request\b)(?P<note>.*)$")
_UNIT = re.compile(rf"[0-9]\s*({LOAD_UNIT})", re.IGNORECASE)
_RPE = re.compile(r"\brpe\b|@\s*[0-9]", re.IGNORECASE)
_RIR = re.compile(r"\brir\b|\bin\s+reserve\b", re.IGNORECASE)
_GOAL: Goal = "strength"
_LEVEL: Level = "intermediate"
"""For what a workout leaves out; a log leaves it out too."""


class Written(NamedTuple):
    """Entries as written, and the units of their loads."""

    entries: tuple[LoggedEntry, ...]
    units: tuple[Unit, ...]


def written(text: str, catalog: Catalog, name: str = "<text>", unit: Unit | None = None) -> Written:
    """Read the sets that somebody did, a line an exercise; what stands behind ``#`` is a note.

    Parameters
    ----------
    unit
        Of a load without one.

    Raises
    ------
    InputError
        With the line: an exercise or a line that is unknown, or a number that is not said.
    """
    lines = [_with_unit(line, unit) for line in text.splitlines()]
    notes = {number: found["note"].strip() for number, line in enumerate(lines, start=1)
             if (found := _NOTE.search(line))}
    bare = "\n".join(_NOTE.sub("", line) for line in lines)
    reading = read(bare, catalog, _GOAL, _LEVEL, name)
    doser = Doser(catalog, _GOAL, _LEVEL)
    entries: list[LoggedEntry] = []
    for session in reading.sessions:
        for entry in session.entries:
            try:
                sets = tuple(_sets(entry, doser))
            except InputError as error:
                raise InputError(error.message, f"{name}:{entry.line}") from None
            entries.append(LoggedEntry(
                exercise=entry.exercise.id, name=entry.exercise.name, superset=entry.superset,
                notes="; ".join(filter(None, (entry.note, notes.get(entry.line, "")))), sets=sets))
    units = dict.fromkeys(u for line in bare.splitlines() for u in _units(line))
    return Written(tuple(entries), tuple(units))


def _with_unit(line: str, unit: Unit | None) -> str:
    """Return a line whose load has its unit, where only one number can be it: ``@ 225, RPE 8``."""
    if unit is None or _units(line):
        return line
    return re.sub(r"(@\s*)([0-9]{2,4}(?:[.,][0-9]+)?)(?![\w.,%:]*[\w%:]|\s*(?:%|x\b|rir|s\b|min))",
                  lambda m: m[0] if float(m[2].replace(",", ".")) <= 10
                  else f"{m[1]}{m[2]} {unit}", line, count=1, flags=re.IGNORECASE)


def _units(line: str) -> list[Unit]:
    return ["kg" if word.casefold().startswith("k") else "lb" for word in _UNIT.findall(line)]


def _sets(entry: ReadEntry, doser: Doser) -> Iterator[LoggedSet]:
    """Yield the sets of an entry."""
    line = parse(entry.text)
    warm_up = line.heading == "warm_up" or entry.phase in ("raise", "mobilise", "activate")
    units = _units(entry.text)
    if entry.phase in ("raise", "mobilise", "cool_down") and entry.dose.hold_s is not None:
        yield LoggedSet(kind="warm_up" if warm_up else "work", hold_s=entry.dose.hold_s)
        return
    for amount in line.rows:
        _refuse_unsaid(amount)
        one = _set(amount, doser.dose(amount, entry.exercise), units, entry.text, warm_up)
        if amount.metres is not None and entry.exercise.measure == "distance":
            one = one.model_copy(update={"hold_s": None, "distance_m": float(amount.metres)})
        for _ in range(amount.sets or 1):
            yield one


def _refuse_unsaid(amount: Amount) -> None:
    """Refuse what says no number that was done."""
    if amount.open_ended:
        raise InputError("how many were done? write 1x12 to failure")
    if isinstance(amount.reps, tuple):
        low, high = amount.reps
        raise InputError(f"{low}-{high} repetitions: how many were done? write 3x{high}, or "
                         f"1x{high}, 1x{low}")
    if "percent" in amount.said and "load_kg" not in amount.said:
        raise InputError("a share of the maximum is no load; write the load, as in @ 100 kg")


def _set(amount: Amount, dose: Dose, units: list[Unit], text: str, warm_up: bool) -> LoggedSet:
    rir = amount.said.get("rir")
    rpe = None
    if rir is not None and _RPE.search(text) and not _RIR.search(text):
        rpe, rir = 10 - rir, rir_of(10 - rir)
    load = amount.said.get("load_kg")
    if load and "lb" in units:
        load = as_written(load, units, TO_TEN_GRAMS).grams / 1000
    return LoggedSet(
        kind="warm_up" if warm_up else "failure" if amount.to_failure else "work",
        reps=None if dose.hold_s is not None else dose.top_reps(), load_kg=load or None,
        hold_s=dose.hold_s, rpe=rpe, rir=0 if amount.to_failure and rir is None else rir)
