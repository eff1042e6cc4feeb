"""The words of a name as a coach understands them: short forms in full, the kit apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from planner.catalog.spelling import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planner.catalog.schema import Exercise

Words = tuple[str, ...]


class NameData(Protocol):
    """What a catalogue knows about names beside its exercises, as data."""

    @property
    def aliases(self) -> Mapping[str, Sequence[str]]:
        """Further names by exercise."""

    @property
    def near_names(self) -> Mapping[str, Sequence[str]]:
        """Names of what is missing, by the exercise that is nearest."""

    @property
    def name_words(self) -> Mapping[str, Sequence[str]]:
        """Words for kit, and the equipment of which an exercise has to have one."""

    @property
    def name_rewrites(self) -> Mapping[str, str]:
        """What a short form or another word stands for."""

    @property
    def name_asides(self) -> Mapping[str, str]:
        """Small words that may be left aside, and what they say."""


class Phrases:
    """Phrases of one word or several, looked for in a row of words, the longest first.

    Parameters
    ----------
    known
        Phrases as a person writes them.
    """

    def __init__(self, known: Mapping[str, str] | Sequence[str]) -> None:
        self._phrases = {tuple(words(phrase)): phrase for phrase in known if words(phrase)}
        self._longest: dict[str, int] = {}
        for phrase in self._phrases:
            self._longest[phrase[0]] = max(len(phrase), self._longest.get(phrase[0], 0))

    def absent(self, row: Words) -> bool:
        """Whether no phrase can be in a row, which is quickly known."""
        return self._longest.keys().isdisjoint(row)

    def cut(self, row: Words) -> Iterator[tuple[Words, str | None]]:
        """Yield the row in pieces: a known phrase and its spelling, or a word and None."""
        start = 0
        while start < len(row):
            longest = self._longest.get(row[start], 0)
            for end in range(min(start + longest, len(row)), start, -1):
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
        self._rewrites = {phrase: tuple(words(meant)) for phrase, meant in rewrites.items()}
        self._short = Phrases(rewrites)
        # What a phrase stands for may have a short form in it: ghr is a glute ham raise.
        self._rewrites = {phrase: self.full(meant) for phrase, meant in self._rewrites.items()}
        self._kits, self._said = kits, Phrases(list(kits))

    def full(self, row: Words) -> Words:
        """Return the words of a name with its short forms in full and its fillers left out."""
        if self._short.absent(row):
            return row
        found: list[str] = []
        for piece, phrase in self._short.cut(row):
            found.extend(piece if phrase is None else self._rewrites[phrase])
        return tuple(found)

    def apart(self, row: Words) -> tuple[Words, frozenset[str]]:
        """Return the words that are not about kit, and the kit that the others name."""
        if self._said.absent(row):
            return row, frozenset()
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
