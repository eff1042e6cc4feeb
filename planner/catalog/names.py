"""Finding an exercise by what people call it."""

from __future__ import annotations

import difflib
import heapq
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from planner.catalog.readings import Reader, Reading
from planner.catalog.spelling import normalise, spellings, words, written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.catalog.kit_words import NameData, Words
    from planner.catalog.schema import Exercise

_LIKELY = 200
"""How many of the spellings that share most pairs of letters are compared letter by letter."""

_ALIKE = 0.68
"""Names that share fewer of their letters, both counted, are not near."""


class NameIndex:
    """The exercises of a catalogue by id, name and alias.

    Parameters
    ----------
    exercises
        Where two exercises share a spelling (which ``lint`` reports), the
        first by id has it.
    data
        Where more names and the words for kit are; without one, only what
        stands in the exercises themselves is known.
    """

    def __init__(self, exercises: Iterable[Exercise], data: NameData | None = None) -> None:
        self._exercises = {exercise.id: exercise for exercise in exercises}
        self._data = data
        self._id: dict[str, str] = {}
        self._name: dict[str, str] = {}
        self._rows: list[tuple[str, Words]] = []
        for exercise in self._exercises.values():
            for spelling in spellings(exercise):
                self._add(spelling, exercise)
        # An exercise's own names come first: an overlay may have one for itself.
        for key, names in (data.aliases if data else {}).items():
            for spelling in names if key in self._exercises else ():
                self._add(spelling, self._exercises[key])

    def _add(self, spelling: str, exercise: Exercise) -> None:
        for name in written(spelling):
            row = tuple(words(name))
            if self._id.setdefault("".join(row), exercise.id) == exercise.id:
                self._name.setdefault("".join(row), exercise.name)
                self._rows.append((exercise.id, row))

    def find(self, name: str) -> str | None:
        """Return the id of the exercise called ``name``, or None.

        Short forms, the order of the words and the place of the kit do not
        count (``Bench Press - DB``); nothing is guessed.
        """
        found = self._id.get(normalise(name))
        if found is None and self._reader:
            read = self._reader.safely(name)
            found = read.id if read else None
        return found

    def read(self, name: str) -> Reading:
        """Return what ``name`` is taken for, and a sentence where it is not just that.

        Beyond what `find` knows, kit that the exercise has no version with,
        small words such as *alternating*, and exercises that the catalogue
        lacks are read as the nearest there is, and the sentence says so.
        """
        if taken := self.taken(name):
            return taken
        near = ", ".join(self.nearest(name))
        return Reading(None, "unknown", "the catalogue has no such exercise"
                       + (f"; nearest: {near}" if near else ""))

    def taken(self, name: str) -> Reading | None:
        """Return what ``name`` is taken for as `read` does, None where that is nothing."""
        if found := self._id.get(normalise(name)):
            return Reading(found, "exact")
        return self._reader.read(name) if self._reader else None

    @cached_property
    def _reader(self) -> Reader | None:
        if self._data is None:
            return None
        return Reader(self._exercises, self._id, self._rows, self._data)

    def nearest(self, name: str, n: int = 3) -> list[str]:
        """Return up to ``n`` names of exercises that look most like ``name``, none where none does.

        Only the spellings that share most pairs of letters with it are
        compared in full: comparing with all of them takes a fifth of a second.
        """
        key = normalise(name)
        having, sizes = self._letters
        wanted = _pairs(key)
        shared: Counter[str] = Counter()
        for pair in sorted(wanted):
            shared.update(having.get(pair, ()))

        def alike(other: str) -> float:
            return shared[other] / (len(wanted) + sizes[other])

        likely = heapq.nlargest(_LIKELY, shared or self._name, key=alike)
        keys = difflib.get_close_matches(key, likely, n=8 * n, cutoff=_ALIKE)
        return list(dict.fromkeys(self._name[key] for key in keys))[:n]

    @cached_property
    def _letters(self) -> tuple[dict[str, list[str]], dict[str, int]]:
        """The spellings that a pair of letters occurs in, and how many pairs each has."""
        having: dict[str, list[str]] = {}
        sizes = {}
        for key in self._name:
            pairs = _pairs(key)
            sizes[key] = len(pairs)
            for pair in pairs:
                if pair in having:
                    having[pair].append(key)
                else:
                    having[pair] = [key]
        return having, sizes


def _pairs(key: str) -> frozenset[str]:
    """Return the pairs of neighbouring letters of a key, its ends marked by blanks."""
    return frozenset(map(str.__add__, f" {key}", f"{key} "))
