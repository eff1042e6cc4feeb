"""From a line to its entries: exercises with their sets and their place in the session."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from planner.catalog import Catalog, Exercise
from planner.catalog.words import Phase
from planner.request.errors import InputError
from planner.workout.dose import Dose
from planner.workout.notation.amount import Amount
from planner.workout.notation.amounts import MAX_SECONDS, MAX_SETS, in_limits
from planner.workout.notation.doubts import settled, too_light, with_dumbbells
from planner.workout.notation.entry import Doser, ReadEntry, phase_of, shared, undosed
from planner.workout.notation.for_all import of_training_max
from planner.workout.notation.line import Heading, Line, parse
from planner.workout.notation.naming import Namer
from planner.workout.notation.sides import taken as of_sides
from planner.workout.rows import Row, hardest, joined

STRETCH_S = 180
"""What stretches without a written time share: the usual three minutes."""

_BESIDE = re.compile(r"\b(?:(?:triple|double|mechanical)\s+)?(?:drop[\s-]?sets?|drop\s+[0-9]+x"
                     r"|triple\s+drop|rest[\s-]pause|myo[\s-]?reps?|clusters?|partials"
                     r"|forced\s+reps|work(?:ing)?\s+up\s+to)\b", re.IGNORECASE)
"""What makes a set longer than its numbers say."""


def _remark(line: Line, exercise: Exercise, catalog: Catalog, text: str) -> str:
    """Return what was taken for granted in a line."""
    first = line.first
    taken = [str(row.said["taken"]) for row in line.rows if "taken" in row.said]
    if _OPTIONAL.match(text):
        taken.append("what is optional was taken as done")
    if beside := _BESIDE.search(text):
        taken.append(f"{beside[0]!r} was taken as a note; only the sets that are written count")
    taken += [said for row in line.rows if (said := of_sides(row, exercise, catalog, text))]
    if first.reps is not None and exercise.measure == "time":
        taken.append(f"{Dose(first.reps, None, None).top_reps()} was taken as seconds of a hold")
    return "; ".join(dict.fromkeys(taken))


_OPTIONAL = re.compile(r"\W*optional", re.IGNORECASE)
_THINGS = re.compile(r"[^\W\d_]{3,}\s+[^\W\d_]{3,}")
_BARBELL = re.compile(r"\b(?:barbell|bb|ez|langhantel|barra)\b", re.IGNORECASE)


class LineReader:
    """Reads the exercises of lines, for a goal and a level.

    Attributes
    ----------
    training_max
        Where the per cent of the text are of a training maximum, its share of the maximum.
    """

    def __init__(self, namer: Namer, doser: Doser) -> None:
        self._namer, self._doser = namer, doser
        self.training_max: float | None = None

    def entries(self, number: int, text: str, section: Heading | None,
                worked: bool) -> Iterator[ReadEntry]:
        """Yield the entries of a line.

        Parameters
        ----------
        section
            What the lines above have headed.
        worked
            Whether work has been done in the session.
        """
        line = parse(text)
        exercises, note = self._namer.of_line(line)
        head = line.heading or section
        if not line.dosed:
            if not any(e.mechanic == "mobility" for e in exercises):
                raise InputError(undosed(exercises[0]))
            line = replace(line, rows=(Amount(seconds=STRETCH_S),))
        exercises = [self._lighter(e, line) for e in exercises]
        if self.training_max is not None:
            line = of_training_max(line, self.training_max, text)
        line = settled(line, exercises[0], self._doser.catalog, text)
        rows = [self._doser.rows(line, e) for e in exercises]
        if len(exercises) > 1:
            doses = shared([each[0].dose for each in rows])
            rows = [(replace(each[0], dose=dose),) for each, dose in zip(rows, doses, strict=True)]
        for exercise, phase, each in zip(exercises, _phases(exercises, head, line, worked), rows,
                                         strict=True):
            if line.superset and phase != "work":
                raise InputError(f"{exercise.name!r} is no work here; only work is paired")
            if note and phase != "work" and _THINGS.search(note):
                self._namer.taken = "; ".join(
                    filter(None, (self._namer.taken, f"{note!r} was taken as a note")))
            if phase == "raise" and line.first.sets and head not in ("warm_up", "raise"):
                self._namer.taken = "; ".join(filter(None, (
                    self._namer.taken, f"{exercise.in_words} is light cardio, and was taken as "
                    "part of the warm-up")))
            entry = _entry(exercise, phase, each, line.superset, number, text, note)
            remarks = (self._namer.taken, _remark(line, exercise, self._doser.catalog, text))
            yield replace(entry, remark="; ".join(r for r in remarks if r))


    def _lighter(self, exercise: Exercise, line: Line) -> Exercise:
        """Return an exercise with dumbbells where its load is less than its bar weighs."""
        if not too_light(line, exercise) or _BARBELL.search(line.name):
            return exercise
        for name in with_dumbbells(line.name):
            other = self._namer.one(name, line)
            if other is not None and other.load == "dumbbell":
                load = max(row.said.get("load_kg", 0) for row in line.rows)
                self._namer.taken = (f"{load:g} kg is less than a bar weighs; "
                                     f"{other.in_words} was taken")
                return other
        return exercise


def _entry(exercise: Exercise, phase: Phase, rows: tuple[Row, ...],
           superset: str | None, number: int, text: str, note: str) -> ReadEntry:
    """Return an entry of rows; outside work, sets that are held are one time."""
    sets, dose = sum(row.sets for row in rows), hardest(rows).dose
    in_limits(sets, 1, MAX_SETS, "sets")
    if phase in ("raise", "mobilise", "cool_down") and dose.hold_s is not None:
        total = sum(row.sets * (row.dose.hold_s or 0) for row in rows)
        held = int(in_limits(total, 1, MAX_SECONDS, "seconds in all"))
        return ReadEntry(exercise, phase, 1, replace(dose, hold_s=held), superset, number,
                         text, note=note)
    return ReadEntry(exercise, phase, sets, dose, superset, number, text,
                     joined(rows) if phase == "work" else (), note)


def _phases(exercises: Sequence[Exercise], head: Heading | None, line: Line,
            worked: bool) -> list[Phase]:
    """Stretches of one line stay together, whatever else they could be."""
    sets = line.first.sets is not None
    phases = [phase_of(e, head, sets, worked) for e in exercises]
    for lead, exercise in zip(phases, exercises, strict=True):
        if exercise.mechanic == "mobility":
            return [p if e.mechanic == "cardio" else lead
                    for p, e in zip(phases, exercises, strict=True)]
    return phases
