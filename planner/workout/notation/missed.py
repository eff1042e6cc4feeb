"""Lines that were not understood: which of them look like an exercise."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planner.request.errors import InputError
from planner.workout.notation.amount import Unclear
from planner.workout.notation.amounts import MAX_LINE
from planner.workout.notation.headings import is_note, is_title
from planner.workout.notation.line import parse
from planner.workout.notation.naming import FEW_WORDS, MOST_WORDS, UnknownName
from planner.workout.notation.reading import Kind, ReadLine


def missed_line(number: int, text: str, error: InputError, titled: bool) -> ReadLine:
    """Return a line that was not understood, and why.

    Parameters
    ----------
    titled
        Whether a title may stand there.
    """
    kind: Kind = "wrong"
    if isinstance(error, Unclear):
        kind = "unclear"
    elif isinstance(error, UnknownName):
        title = titled and is_title(text)
        kind = "unknown" if _like_exercise(text) and not title else "skipped"
    elif not any(char.isalnum() for char in text) or len(text) > MAX_LINE:
        kind = "skipped"
    near = error.near if isinstance(error, UnknownName) and kind == "unknown" else ()
    return ReadLine(number, text, kind, "" if kind == "skipped" else error.message, near)


def _like_exercise(text: str) -> bool:
    """Whether a line without a known name looks like an exercise: it has sets, or a time."""
    if is_note(text):
        return False
    try:
        line = parse(text)
    except InputError:
        return True
    if any(row.sets is not None for row in line.rows):
        return len(line.name.split()) <= MOST_WORDS
    return line.dosed and len(line.name.split()) <= FEW_WORDS


def nothing_read(lines: Sequence[ReadLine], name: str) -> InputError:
    """Return the error of a text without any exercise: its first line that looks like one."""
    missed = [line for line in lines if line.missed]
    if not missed:
        figures = next((line for line in lines if line.kind == "skipped"
                        and re.search("[0-9]", line.text)), None)
        return InputError("no exercise found; write one a line, as in 3x8 Deadlift",
                          name if figures is None else f"{name}:{figures.number}")
    others = ", ".join(str(line.number) for line in missed[1:6])
    more = f"; nor could line {others} be read" if others else ""
    return InputError(f"{missed[0].says}{more}", f"{name}:{missed[0].number}")
