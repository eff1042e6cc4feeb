"""Doses, times and names as a lifter says them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from catalog import Catalog

if TYPE_CHECKING:
    from planner.plan import Entry, RampDose

DAY_NAMES = {"mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday",
             "fri": "Friday", "sat": "Saturday", "sun": "Sunday"}
_ORDINALS = ("first", "second", "third", "fourth", "fifth")


def clock(seconds: float) -> str:
    """Return minutes and seconds, ``85:21``."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02}"


def minutes(seconds: float) -> str:
    """Return whole minutes, halves up."""
    return str(int(seconds / 60 + 0.5))


def figure(value: float) -> str:
    """Return a number without needless zeros."""
    return f"{round(value, 2):g}"


def plain(name: str) -> str:
    """Return an id in words."""
    return name.replace("_", " ")


def exercise_name(name: str, catalog: Catalog) -> str:
    """Return the name of an exercise, its id in words where the catalogue lacks it."""
    known = catalog.exercise_by_id.get(name)
    return known.name if known else plain(name).capitalize()


def session_name(name: str, day: str) -> str:
    """Return ``Monday`` or ``Monday, second session``."""
    number = int(name.rpartition("_")[2]) if "_" in name and name[-1].isdigit() else 1
    which = f", {_ORDINALS[number - 1]} session" if 1 < number <= len(_ORDINALS) else (
        f", session {number}" if number > 1 else "")
    return DAY_NAMES.get(day, plain(day).capitalize()) + which


def hold(seconds: int) -> str:
    """Return ``40 s``, or ``2:00`` from a hundred seconds on."""
    return f"{seconds} s" if seconds < 100 else clock(seconds)


def dose(entry: Entry, catalog: Catalog) -> str:
    """Return ``4 x 8``, ``3 x 40 s`` or ``3 x 7+7+7``, a side where it is one-sided."""
    if entry.hold_s is not None:
        once = hold(entry.hold_s)
    elif entry.reps is None or isinstance(entry.reps, int):
        once = str(entry.reps)
    elif isinstance(entry.reps, tuple):
        once = f"{entry.reps[0]}-{entry.reps[1]}"
    else:
        once = "+".join(str(part) for part in entry.reps.parts)
    known = catalog.exercise_by_id.get(entry.exercise)
    side = " a side" if known and known.unilateral else ""
    return f"{entry.sets} x {once}{side}"


def effort(entry: Entry) -> str:
    """Return the reserve, ``to failure``, or nothing for a hold."""
    if entry.to_failure:
        return "to failure"
    return "" if entry.rir is None else f"RIR {entry.rir:g}"


def load(entry: Entry) -> str:
    """Return kilograms where a maximum is known, else the share of it."""
    if entry.load_kg is not None:
        return f"{entry.load_kg:g} kg"
    return "" if entry.percent_1rm is None else f"{entry.percent_1rm} %"


def ramp(sets: Iterable[RampDose]) -> str:
    """Return ``ramp: 5 at 50 %, 3 at 85 %``, with kilograms where they are known."""
    shown = [f"{s.reps} at {s.percent} %" if s.load_kg is None else f"{s.reps} at {s.load_kg:g} kg"
             for s in sets]
    return f"ramp: {', '.join(shown)}" if shown else ""
