"""Entries whose sets differ, row by row, for formats that have a line or a step for each."""

from __future__ import annotations

from dataclasses import replace

from planner.plans.schema import RowDose
from planner.show import wording
from planner.show.view import EntryView
from planner.workout.dose import half_up


def unlike(view: EntryView) -> tuple[EntryView, ...]:
    """Return a view for each row of an entry, the entry itself where its sets are alike.

    What is told of an entry once, such as its ramp and its start, is told of the first. A rest
    that nobody wrote is shown where it is the same for all rows; in seconds it is their mean.
    """
    rows = view.entry.rows
    if not rows:
        return (view,)
    one_sided = view.exercise is not None and view.exercise.unilateral
    same = not one_sided and all(row.rest_s is None for row in rows) and len(
        {row.to_failure for row in rows}) == 1
    shown = view.rest if same or len(rows) == 1 else ""
    return tuple(_row(view, row, shown, first=k == 0) for k, row in enumerate(rows))


def _row(view: EntryView, row: RowDose, rest: str, first: bool) -> EntryView:
    entry = view.entry.model_copy(update={
        "sets": row.sets, "reps": row.reps, "hold_s": row.hold_s, "to_failure": row.to_failure,
        "rir": row.rir, "load_kg": row.load_kg, "rows": (row,), "rest_s": (
            view.entry.rest_s if row.rest_s is None else row.rest_s),
        "percent_1rm": None if row.percent_1rm is None else half_up(row.percent_1rm)})
    tempo = f"tempo {row.tempo}" if row.tempo else ""
    one = replace(
        view, entry=entry, once=wording.once(row),
        dose=f"{row.sets} x {wording.once(row)}" + (" a side" if " a side" in view.dose else ""),
        effort=", ".join(part for part in (wording.effort(entry), tempo) if part),
        load=view.scale.load(entry), rest=rest if row.rest_s is None else wording.clock(row.rest_s),
        rest_s=view.rest_s if row.rest_s is None else row.rest_s)
    return one if first else replace(
        one, entry=entry.model_copy(update={"ramp": ()}), ramp="", start="", takes="", why="",
        next_time="", step="")
