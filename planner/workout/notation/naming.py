"""From the words of a line to the exercises that it names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planner.catalog import Catalog, Exercise
from planner.request.errors import InputError
from planner.workout.notation.amounts import short
from planner.workout.notation.line import Line

MAX_SUGGESTED = 20
"""Unknown names that get suggestions; each takes some milliseconds."""
MOST_WORDS, FEW_WORDS = 8, 4
"""Words of a name that is not known, where sets are written, and where only a time is."""
MOST_PARTS = 12
"""Exercises that a line offers for choice, or shares its time among, at most."""
MOST_MINUTES = 90
"""A bare ``m`` behind more than this is metres, which only machines and roads are measured in."""
LONG_S = 180
"""From here on a time without sets is light cardio rather than one long set."""

_OR = re.compile(r"\s*/\s*|\s+or\s+", re.IGNORECASE)
_AND = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s+\+\s+", re.IGNORECASE)
_BRACKETS = re.compile(r"\(.*?\)|\W*\bmachine\W*$", re.IGNORECASE)


class UnknownName(InputError):
    """A name that no exercise has, and the names that look like it."""

    def __init__(self, name: str, near: Sequence[str]) -> None:
        super().__init__(f"unknown exercise {short(name)!r}"
                         + (f"; nearest: {', '.join(near)}" if near else ""))
        self.near = tuple(near)


class Namer:
    """Finds the exercises of lines.

    Parameters
    ----------
    strict
        Whether a name that is only near is refused.

    Attributes
    ----------
    taken
        What the name of the last line was taken for, where nothing is called so.
    """

    def __init__(self, catalog: Catalog, strict: bool) -> None:
        self._catalog, self._names, self._strict = catalog, catalog.names, strict
        self._suggested = 0
        self.taken = ""

    def of_line(self, line: Line) -> tuple[list[Exercise], str]:
        """Return what a line names, and the words that are then a note.

        Raises
        ------
        UnknownName
            No exercise is called so, and nothing is near.
        """
        self.taken = ""
        if one := self.one(line.name, line):
            return [one], line.names[0][1]
        parts = [part for part in _AND.split(line.name) if part]
        parts = parts if len(parts) <= MOST_PARTS else [line.name]
        found = [self.one(part, line) for part in parts]
        known = {exercise.id: exercise for exercise in found if exercise is not None}
        if known and None not in found:
            if line.first.sets is not None or line.superset:
                raise InputError("two exercises on one line; write one exercise a line")
            return list(known.values()), ""
        if one := self._near(line.name):
            return [one], line.names[0][1]
        for name, note in line.names[1:]:
            if one := self.one(name, line) or self._near(name):
                return [one], note
        unknown = parts[found.index(None)] if known else line.name
        looks = len(unknown.split()) <= (MOST_WORDS if line.dosed else FEW_WORDS)
        self._suggested += looks
        near = self._names.nearest(unknown) if looks and self._suggested <= MAX_SUGGESTED else []
        raise UnknownName(unknown, near)

    def _near(self, name: str) -> Exercise | None:
        """Return what a name is taken for that nothing is called, and remember to say so."""
        taken = self._names.taken(name)
        if taken is None or taken.id is None:
            return None
        if self._strict and taken.how == "loosely":
            raise InputError(f"no exercise is called {short(name)!r}; {taken.says}")
        self.taken = taken.says
        return self._catalog.exercise_by_id[taken.id]

    def one(self, name: str, line: Line) -> Exercise | None:
        """Find a name; of a choice (``chin-ups/dips``) the first that is known."""
        choice = _OR.split(name)
        for part in (name, *choice[:MOST_PARTS]):
            if exercise := self._find(part, line):
                return exercise
        return None

    def _find(self, name: str, line: Line) -> Exercise | None:
        """Find one name: sets of repetitions prefer work, minutes light cardio.

        ``10min seated row`` is the rowing machine; what is light cardio as it
        stands keeps its name, or stairs would become the stair machine.
        """
        exercise = self._named(name)
        first = line.first
        if first.reps is not None or first.open_ended:
            other = self._named(_BRACKETS.sub("", name))
            if exercise and "work" not in exercise.phases and other and "work" in other.phases:
                return other
        elif (((first.sets is None and (first.seconds or 0) >= LONG_S)
               or (first.metres or 0) > MOST_MINUTES)
              and not (exercise and "raise" in exercise.phases)):
            other = self._named(f"{name} machine")
            if other and "raise" in other.phases:
                return other
        return exercise

    def _named(self, name: str) -> Exercise | None:
        found = self._names.find(name)
        return self._catalog.exercise_by_id[found] if found is not None else None
