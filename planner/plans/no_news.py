"""What a text writes and would be the same unwritten: it's no news, and makes no rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from planner.catalog import Exercise
from planner.loads.rounding import usual_kg
from planner.problem.problem import Problem
from planner.workout.dose import half_up, percent_1rm
from planner.workout.notation.entry import ReadEntry
from planner.workout.rows import Row, joined, judged_by, row_percent


def without_round_rests(entries: Sequence[ReadEntry], p: Problem) -> Iterator[ReadEntry]:
    """Yield the entries, those of a superset without a rest that is the table's own.

    The members of a round rest once, as long as the longest of them; exports write it behind the
    last, and nothing or 0 behind the others.
    """
    for label, run in groupby(entries, key=lambda e: e.superset):
        members = list(run)
        written = [{row.rest_s for row in e.rows} or {None} for e in members]
        longest = max(_own_rest_s(row, e.exercise, p) for e in members for row in (
            e.rows or (Row(e.sets, e.dose),)))
        one = label is not None and written[-1] == {longest} and all(
            rests <= {None, 0} for rests in written[:-1])
        for entry in members:
            yield entry if not one else replace(entry, rows=joined(
                [replace(row, rest_s=None) for row in entry.rows]))


def unwritten(rows: Sequence[Row], exercise: Exercise, p: Problem) -> tuple[Row, ...]:
    """Return the rows without what would be the same unwritten, reserves judged by their loads.

    That is a rest that is the table's own, a load that the maximum gives anyway and, where all
    sets are alike, the share of the maximum that their reserve stands for.
    """
    left = joined([_unwritten(row, exercise, p) for row in rows])
    if len(left) == 1 and left[0].percent_1rm is not None and (
            half_up(left[0].percent_1rm) == percent_1rm(p.catalog, exercise, left[0].dose)):
        return joined([replace(left[0], percent_1rm=None)])
    return left


def _own_rest_s(row: Row, exercise: Exercise, p: Problem) -> int:
    return p.timing.at("typical").rest_s(exercise, row.dose)


def _unwritten(row: Row, exercise: Exercise, p: Problem) -> Row:
    if row.rest_s == _own_rest_s(row, exercise, p):
        row = replace(row, rest_s=None)
    known = p.request.maxes_kg.get(exercise.id)
    if known is None or row.load_kg is None:
        return row
    percent = row_percent(row, exercise, p.catalog)
    if percent is not None and usual_kg(known * percent / 100, p.catalog) == row.load_kg:
        return replace(row, load_kg=None)
    return judged_by(row, known, p.catalog)
