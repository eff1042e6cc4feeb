"""Finding an exercise by what people call it."""

from __future__ import annotations

import difflib
import heapq
import re
import unicodedata
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planner.catalog.schema import Exercise

_LIKELY = 200
"""How many of the spellings that share most pairs of letters are compared letter by letter."""

_DOUBLED = re.compile(r"(ss|sh|ch|x|z)es$")


def normalise(name: str) -> str:
    """Return the key under which two spellings of a name are the same.

    Case, accents, punctuation, brackets, hyphens, plurals and spaces do not
    count: ``Chin-ups``, ``chin up`` and ``Chinups`` all give ``chinup``.

    Parameters
    ----------
    name
        A name as somebody wrote it.

    Returns
    -------
    str
        Letters and digits only; empty when the name has none.
    """
    return "".join(words(name))


def words(name: str) -> list[str]:
    """Return the words of a name that count: case folded, singular, without accents and signs."""
    # Case folding can undo a decomposition and the other way round, so both are done twice.
    for _ in range(2):
        name = unicodedata.normalize("NFKD", name).casefold()
    kept = (
        char if char.isalnum() else "" if unicodedata.combining(char) else " " for char in name
    )
    return [word for word in map(_singular, "".join(kept).split()) if word]


def _singular(word: str) -> str:
    # Only the ending decides, never the length: a key must stay itself when read as a word.
    while word.endswith("s") and not word.endswith(("ss", "us", "is")):
        if word.endswith("ies"):
            word = word[:-3] + "y"
        elif _DOUBLED.search(word):
            word = word[:-2]
        else:
            word = word[:-1]
    return word


def spellings(exercise: Exercise) -> Iterator[str]:
    """Yield everything an exercise can be called: name, id, aliases."""
    yield exercise.name
    yield exercise.id.replace("_", " ")
    yield from exercise.aliases


class NameIndex:
    """The exercises of a catalogue by id, name and alias.

    Parameters
    ----------
    exercises
        Where two exercises share a spelling (which ``lint`` reports), the
        first by id has it.
    """

    def __init__(self, exercises: Iterable[Exercise]) -> None:
        self._id: dict[str, str] = {}
        self._name: dict[str, str] = {}
        for exercise in exercises:
            for spelling in spellings(exercise):
                key = normalise(spelling)
                self._id.setdefault(key, exercise.id)
                self._name.setdefault(key, exercise.name)

    def find(self, name: str) -> str | None:
        """Return the id of the exercise called ``name``, or None."""
        return self._id.get(normalise(name))

    def nearest(self, name: str, n: int = 3) -> list[str]:
        """Return up to ``n`` names of exercises that look most like ``name``.

        Only the spellings that share most pairs of letters with it are
        compared in full: comparing with all of them takes a fifth of a second.
        """
        key = normalise(name)
        wanted = _pairs(key)

        def alike(other: str) -> float:
            pairs = self._pairs[other]
            return len(wanted & pairs) / (len(wanted) + len(pairs))

        likely = heapq.nlargest(_LIKELY, self._name, key=alike)
        keys = difflib.get_close_matches(key, likely, n=8 * n, cutoff=0.0)
        return list(dict.fromkeys(self._name[key] for key in keys))[:n]

    @cached_property
    def _pairs(self) -> dict[str, frozenset[str]]:
        return {key: _pairs(key) for key in self._name}


def _pairs(key: str) -> frozenset[str]:
    """Return the pairs of neighbouring letters of a key, its ends marked by blanks."""
    padded = f" {key} "
    return frozenset(map("".join, pairwise(padded)))
