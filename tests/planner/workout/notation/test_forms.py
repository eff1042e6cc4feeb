"""Lines as people write them: what is read, row by row, or why nothing is."""

from __future__ import annotations

import re
from typing import Any

import pytest

from planner.catalog import load
from planner.request.errors import InputError
from planner.workout.dose import Dose, expected
from planner.workout.notation.read import ReadEntry, Reading, read
from planner.workout.reps import Parts
from planner.workout.rows import Row
from tests.planner.workout.notation.forms import FORMS, Form

CATALOG = load()
KINDS = ("unknown", "unclear", "wrong")
WARM_UP = "8min treadmill walk\n\n"
"""Stands before every form: a text in which nothing is read is an error, whatever its kind."""

ROW = re.compile(r"([0-9]+)x(?:(max)(s?)|([0-9]+)([sm])|([0-9+-]+))((?:\s+(?![0-9]+x)\S+)*)")
OPTIONS = {"kg": "load_kg", "%": "percent_1rm", "rir": "rir", "rest": "rest_s", "t": "tempo"}


def reading(text: str) -> Reading:
    """Read a form for hypertrophy and the intermediate level."""
    return read(WARM_UP + text, CATALOG, "hypertrophy", "intermediate", strict=False)


def told(entry: ReadEntry) -> tuple[Any, ...]:
    """Return all that an entry says; the reserve only where neither a share nor a load says it."""
    rows = entry.rows or (Row(entry.sets, entry.dose),)
    return (entry.superset, entry.exercise.id, [
        (row.sets, row.dose.reps, row.dose.hold_s, row.dose.to_failure, row.load_kg,
         row.percent_1rm, row.rest_s, row.tempo,
         row.dose.rir if row.percent_1rm is None else None) for row in rows])


def meant(text: str) -> tuple[Any, ...]:
    """Return what an expectation such as ``A squat: 3x8 60kg, 1x5 fail`` stands for."""
    head, _, rows = text.partition(": ")
    label, _, exercise = head.rpartition(" ")
    return (label or None, exercise, [row(match, exercise) for match in ROW.finditer(rows)])


def row(match: re.Match[str], exercise: str) -> tuple[Any, ...]:
    """Return one row of an expectation; what it does not say has not been written."""
    known = CATALOG.exercise_by_id[exercise]
    sets, most, held, number, _, reps, options = match.groups()
    said: dict[str, Any] = dict.fromkeys(OPTIONS.values())
    words = options.replace(",", " ").split()
    failure = "fail" in words
    for word in words:
        for sign, name in OPTIONS.items():
            if found := re.fullmatch(rf"{sign}([0-9.x-]+)|([0-9.]+){sign}", word):
                value = found[1] or found[2]
                said[name] = value if name == "tempo" else float(value)
                break
    hold_s, count = None, None
    if most:
        figure = expected(CATALOG, known, "hypertrophy", "intermediate")
        hold_s, count = (figure, None) if held else (None, figure)
    elif number:
        hold_s = int(number)  # a metre of a carry is a second
    else:
        count = counted(reps)
    usual = None if hold_s is not None else 0 if failure else 2
    rir = said["rir"] if said["rir"] is not None else usual
    return (int(sets), count, hold_s, failure, said["load_kg"], said["percent_1rm"],
            said["rest_s"], said["tempo"], None if said["percent_1rm"] is not None else rir)


def counted(reps: str) -> Any:
    """Return repetitions: a number, a range, parts."""
    numbers = [int(n) for n in re.findall("[0-9]+", reps)]
    if "+" in reps:
        return Parts(parts=tuple(numbers))
    return numbers[0] if len(numbers) == 1 else tuple(numbers)


def fault(form: Form) -> str | None:
    """Return what is wrong with how a form is read, None where it is read as it is meant."""
    text, expectation = form
    try:
        found = reading(text)
    except InputError as error:
        return f"{text!r}: {error.message}"
    missed = [line for line in found.lines if line.missed]
    kind, _, word = expectation.partition(" ")
    if kind in KINDS:
        if any(line.kind == kind and word.casefold() in line.says.casefold() for line in missed):
            return None
        return f"{text!r} is not {kind}: {found.lines[1:]}"
    entries = [told(entry) for session in found.sessions for entry in session.entries
               if entry.line > 1]
    wanted = [meant(part) for part in expectation.split(" | ") if part]
    if missed or entries != wanted:
        return f"{text!r}: {[line.says for line in missed]}\n  {entries}\n  {wanted}"
    return None


@pytest.mark.parametrize("form", [f for forms in FORMS.values() for f in forms],
                         ids=lambda form: form[0])
def test_a_form_is_read_as_it_is_meant(form: Form) -> None:
    """Nothing else is read, nothing is left out, and what has two meanings is asked about."""
    assert fault(form) is None


def test_there_are_enough_of_them() -> None:
    """The table is what the reader is measured by, so it does not shrink."""
    assert sum(map(len, FORMS.values())) >= 450


def test_a_dose_is_one_set() -> None:
    """The table's own reading is right where it can be seen: 3x8 at 60 kg."""
    assert meant("A dip: 3x8 60kg rest90")[2] == [(3, 8, None, False, 60, None, 90, None, 2)]
    assert Dose(8, None, 2).reps == 8
