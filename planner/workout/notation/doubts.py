"""What only the exercise tells: a rest from a hold, two weights, a share that nobody can lift."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from planner.catalog import Catalog, Exercise
from planner.catalog.body import so_many
from planner.catalog.spelling import normalise
from planner.workout.dose import Dose
from planner.workout.notation.amount import Amount, Unclear
from planner.workout.notation.clauses import unclear_sets
from planner.workout.notation.line import Line

LIGHTEST_BAR_KG = 7
"""Less than any bar weighs: so light a barbell curl is one with dumbbells."""

MOST_OVER = 10
"""Per cent above the chart that are still taken for somebody's: on a machine some have as many."""

FEWEST_HELD = 10
"""So few of an exercise that goes by the clock may be repetitions."""

_UNLOADED = ("bodyweight", "band", "none")
_TWO_HANDED = ("dumbbell", "kettlebell")
_AT_SECONDS = re.compile(r"@\s*([0-9]{1,2})s\b(?!\s*(?:rest|pause|hold))", re.IGNORECASE)


def settled(line: Line, exercise: Exercise, catalog: Catalog, text: str) -> Line:
    """Return a line whose amounts are what they are for an exercise.

    Raises
    ------
    Unclear
        On what has two meanings for it.
    """
    rows = tuple(_settled(row, exercise, catalog) for row in line.rows)
    for row in rows:
        _refuse(row, exercise, catalog, text)
    if ";" not in text:
        _refuse_mixed(rows, exercise)
    return replace(line, rows=rows)


def _settled(row: Amount, exercise: Exercise, catalog: Catalog) -> Amount:
    """Return a row with a rest behind a dash, and per cent of the one-repetition maximum."""
    said = dict(row.said)
    said.pop("of_tm", None)
    if row.counts is not None and exercise.measure == "reps":
        said.setdefault("rest_s", row.seconds)
        row = replace(row, reps=row.counts, seconds=None, metres=None, counts=None)
    if of := said.pop("of_rm", None):
        share = said["percent"] * catalog.chart[min(of, max(catalog.chart))] / 100
        said["taken"] = (f"{said['percent']:g} % of a maximum of {of} repetitions was taken as "
                         f"{share:.1f} % of the maximum")
        said["percent"] = round(share, 1)
    if row.open_ended and "rir" in said and not row.to_failure:
        said["taken"] = (f"how many repetitions leave {said['rir']:g} in reserve is not written; "
                         "it was taken as what the level is expected to manage")
    return replace(row, said=said)


def _refuse(row: Amount, exercise: Exercise, catalog: Catalog, text: str) -> None:
    """Refuse a row that has two meanings for an exercise."""
    loaded = exercise.load not in _UNLOADED
    if loaded and (both := unclear_sets(row, text)):
        raise Unclear(both)
    if (pair := row.said.get("pair")) and exercise.load not in _TWO_HANDED:
        raise Unclear(f"{pair!r} has two meanings with {exercise.name!r}: two weights, or two sets "
                      "with one; write @ and the load in all")
    if row.reps is not None and exercise.measure == "time" and "work" in exercise.phases and (
            row.sets and Dose(row.reps, None, None).top_reps() <= FEWEST_HELD):
        count = Dose(row.reps, None, None).top_reps()
        raise Unclear(f"{exercise.name!r} goes by the clock, so {count} has two meanings: "
                      f"{count} s, or {so_many(count, 'repetition')}; write the seconds, as in "
                      f"{row.sets}x30s {exercise.name}")
    if exercise.load in _TWO_HANDED and (weight := _AT_SECONDS.search(text)):
        raise Unclear(f"{weight[0]!r} has two meanings with {exercise.name!r}: weights of "
                      f"{weight[1]}, or a rest of {weight[1]} s; write @ {weight[1]}kg, or "
                      f"{weight[1]}s rest")
    percent = row.said.get("percent")
    said = "rir" in row.said or row.to_failure
    if loaded and percent is not None and row.reps is not None and not said:
        top = row.reps[0] if isinstance(row.reps, tuple) else Dose(row.reps, None, None).top_reps()
        most = catalog.chart[min(top, max(catalog.chart))]
        if percent > most + MOST_OVER:
            raise Unclear(f"{percent:g} % for {top} repetitions is far above the chart ({most:g} "
                          "%): a slip, or of another maximum; write the load, as in "
                          f"{row.sets or 1}x{top} @ 80kg")


def _refuse_mixed(rows: Sequence[Amount], exercise: Exercise) -> None:
    """Refuse holds beside repetitions of a lift: ``2x20s 4x12`` may be two dumbbells of 20."""
    if exercise.load in _UNLOADED or exercise.measure != "reps":
        return
    held = next((row for row in rows if row.seconds and row.sets), None)
    if held and any(row.reps is not None for row in rows):
        raise Unclear(f"{held.sets}x{held.seconds}s has two meanings beside repetitions: "
                      f"{held.sets} weights of {held.seconds}, or {held.sets} holds of "
                      f"{held.seconds} s; write @ {held.sets}x{held.seconds}kg, or the holds on a "
                      "line of their own")


def too_light(line: Line, exercise: Exercise) -> bool:
    """Whether every load of a line is less than the bar weighs that its name does not name."""
    loads = [row.said["load_kg"] for row in line.rows if "load_kg" in row.said]
    named = normalise(line.name) == normalise(exercise.name)
    return exercise.load == "barbell" and not named and 0 < max(loads, default=0) < LIGHTEST_BAR_KG


def with_dumbbells(name: str) -> Iterator[str]:
    """Yield what an exercise may be called that is done with dumbbells."""
    yield f"dumbbell {name}"
    yield f"{name} (dumbbell)"
