"""One key for all the ways a name is spelt."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.catalog.schema import Exercise

_IN_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
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
    """Yield everything an exercise is called in its own file: name, id, aliases."""
    yield exercise.name
    yield exercise.id.replace("_", " ")
    yield from exercise.aliases


def written(name: str) -> Iterator[str]:
    """Yield a name as it is and, where it has umlauts, with two letters for each."""
    yield name
    if (other := name.translate(_IN_TWO_LETTERS)) != name:
        yield other
