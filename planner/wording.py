"""Doses, times and names as a lifter says them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING

from catalog import Catalog

if TYPE_CHECKING:
    from planner.plan import Entry, Plan, RampDose

DAY_NAMES = {"mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday",
             "fri": "Friday", "sat": "Saturday", "sun": "Sunday"}
_ORDINALS = ("first", "second", "third", "fourth", "fifth")
_STOPPED = {"proof": "", "deterministic": " at the limit", "wall": " at the time limit",
            "user": " when you stopped it"}


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


def once(entry: Entry) -> str:
    """Return one set: ``8``, ``8-12``, ``40 s`` or ``7+7+7``."""
    if entry.hold_s is not None:
        return hold(entry.hold_s)
    if entry.reps is None:
        return "?"
    if isinstance(entry.reps, int):
        return str(entry.reps)
    if isinstance(entry.reps, tuple):
        return f"{entry.reps[0]}-{entry.reps[1]}"
    return "+".join(str(part) for part in entry.reps.parts)


def dose(entry: Entry, catalog: Catalog) -> str:
    """Return ``4 x 8``, ``3 x 40 s`` or ``3 x 7+7+7``, a side where it is one-sided."""
    known = catalog.exercise_by_id.get(entry.exercise)
    side = " a side" if known and known.unilateral else ""
    return f"{entry.sets} x {once(entry)}{side}"


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


def headline(plan: Plan) -> str:
    """Return what a plan is for, and how long: ``Strength, advanced: one session, 71 minutes``."""
    request = plan.request
    count = len(plan.sessions)
    total = minutes(sum(getattr(s.seconds, request.pace) for s in plan.sessions))
    what = f"{count} sessions, {total} minutes" if count > 1 else f"one session, {total} minutes"
    focus = f"; focus {', '.join(plain(f) for f in request.focus)}" if request.focus else ""
    return f"{request.goal.capitalize()}, {request.level}: {what}{focus}"


def status(plan: Plan) -> str:
    """Return in words how good the plan is known to be."""
    took = f"{plan.solver.seconds:.1f} s"
    if plan.status == "optimal":
        return f"Optimal: proved in {took}."
    start = f"Best found in {took}{_STOPPED[plan.solver.stopped_by]}"
    open_tiers = [plain(t.name) for t in plan.solver.tiers if not t.proved]
    if "coverage" not in open_tiers:
        return (f"{start}: coverage is proved to be the best possible; "
                f"not proved: {', '.join(open_tiers)}.")
    tier = plan.solver.tiers[0]
    targets = sum(c.weight * c.target for c in plan.coverage) * 4
    gap = math.ceil(100 * max(0, tier.value - tier.bound) / targets) if targets else 0
    return f"{start}: coverage within {max(1, gap)} % of the best possible."
