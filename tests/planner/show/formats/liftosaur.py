"""A reader of the part of Liftoscript that we write, made from its public grammar.

A line is a heading, a comment or an exercise: a name and sections between
slashes. Signs of the language do not stand in names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_NAME = r"(?P<name>[^/{}()#\[\]|!\s]+(?: [^/{}()#\[\]|!\s]+)*)"
_AMOUNT = r"\d+x\d+(?:-\d+)?\+?"
_TIMER = r"(?:\d+s\+?\|)?\d+s"
_WEIGHT = r"[\d.]+(?:kg|%)"
_ROW = rf"{_AMOUNT} {_TIMER} {_WEIGHT}(?: @[\d.]+)?"
_SETS = rf"(?P<sets>{_ROW}(?:, {_ROW})*)"
_RAMP = rf"1x\d+ {_WEIGHT}"
_WARM_UP = rf"warmup: (?P<warm_up>none|{_RAMP}(?:, {_RAMP})*)"
_EXERCISE = re.compile(rf"{_NAME} / {_SETS} / {_WARM_UP}(?: / superset: (?P<superset>\S+))?")


@dataclass(frozen=True)
class LiftosaurExercise:
    """One exercise line taken apart."""

    name: str
    sets: str
    warm_up: str
    superset: str | None


def exercises_of(text: str) -> list[list[LiftosaurExercise]]:
    """Return the exercises of each day; a line that is nothing of the language fails."""
    days: list[list[LiftosaurExercise]] = []
    lines = text.splitlines()
    assert lines[0].startswith("// ")
    assert lines[1] == "# Week 1"
    for line in lines[2:]:
        if line.startswith("## "):
            days.append([])
        elif line and not line.startswith("// "):
            match = _EXERCISE.fullmatch(line)
            assert match is not None, line
            days[-1].append(LiftosaurExercise(**match.groupdict()))
    for day in days:
        names = [exercise.name.casefold() for exercise in day]
        assert len(names) == len(set(names)), "a day has an exercise twice"
    return days
