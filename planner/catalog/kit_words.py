"""The words of a name as a coach understands them: short forms in full, the kit apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.catalog.spelling import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planner.catalog.schema import Exercise

Words = tuple[str, ...]


class Phrases:
    """Phrases of one word or several, looked for in a row of words, the longest first.

    Parameters
    ----------
    known
        Phrases as a person writes them.
    """

    def __init__(self, known: Mapping[str, str] | Sequence[str]) -> None:
        self._phrases = {tuple(words(phrase)): phrase for phrase in known if words(phrase)}
        self._longest = max(map(len, self._phrases), default=0)

    def cut(self, row: Words) -> Iterator[tuple[Words, str | None]]:
        """Yield the row in pieces: a known phrase and its spelling, or a word and None."""
        start = 0
        while start < len(row):
            for end in range(min(start + self._longest, len(row)), start, -1):
                if (found := self._phrases.get(row[start:end])) is not None:
                    yield row[start:end], found
                    start = end
                    break
            else:
                yield row[start:start + 1], None
                start += 1


class KitWords:
    """Reads the words of a name.

    Parameters
    ----------
    rewrites
        What a phrase stands for (``db``: dumbbell); nothing for a filler.
    kits
        A word for kit, and the equipment of which an exercise has to have
        one; none where nothing is held in the hand.
    """

    def __init__(self, rewrites: Mapping[str, str], kits: Mapping[str, Sequence[str]]) -> None:
        self._rewrites, self._short = rewrites, Phrases(rewrites)
        self._kits, self._said = kits, Phrases(list(kits))

    def full(self, name: str) -> Words:
        """Return the words of a name, short forms in full and fillers left out."""
        found: list[str] = []
        for piece, phrase in self._short.cut(tuple(words(name))):
            found.extend(piece if phrase is None else words(self._rewrites[phrase]))
        return tuple(found)

    def apart(self, row: Words) -> tuple[Words, frozenset[str]]:
        """Return the words that are not about kit, and the kit that the others name."""
        rest: list[str] = []
        kits = set()
        for piece, phrase in self._said.cut(row):
            if phrase is None:
                rest.extend(piece)
            else:
                kits.add(phrase)
        return tuple(rest), frozenset(kits)

    def done_with(self, exercise: Exercise, kits: frozenset[str]) -> bool:
        """Whether an exercise can be done with every kit of a name."""
        used = {thing for needed in exercise.equipment for thing in needed}
        return all(not used.isdisjoint(self._kits[kit]) if self._kits[kit]
                   else exercise.load in ("bodyweight", "none") for kit in kits)
