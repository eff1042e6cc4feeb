"""Lines in other languages in the English words that the grammar knows.

Which words they are is data of the catalogue. Names stay as they are: a word counts only where it
can be no part of one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from planner.catalog import Catalog
from planner.catalog.spelling import written
from planner.workout.notation.amounts import MAX_LINE

_WORD = re.compile(r"[^\W\d_]+")
_FIGURE_BEFORE = re.compile(r"[0-9][\s,.:%+)(*-]*$|[0-9]\s*x\s*$", re.IGNORECASE)
_FIGURE_BEHIND = re.compile(r"[\s.:=(#-]*[0-9]")
_PIECES = re.compile(r"([:=,|()\[\]\t&/+#*_•>!.]+|\s[-–—]\s|^\s*[-–—]\s)")
_MOST_WORDS = 5
_FIGURES = re.compile(r"[\W\d_]*(?:[a-gA-G][1-9]?|kg|lbs?|s|sek|seg|sec|min|rm)?[\W\d_]*", re.I)
_CELLS = re.compile(r"(\t|\||[;,](?=\S))")
_FEWEST_CELLS = 3


class Languages:
    """Puts lines into English.

    Parameters
    ----------
    catalog
        Where the words are: ``dose_words``, ``range_words`` and ``heading_words``.
    """

    def __init__(self, catalog: Catalog) -> None:
        self._doses = dict(_spelt(catalog.dose_words))
        self._ranges = dict(_spelt(catalog.range_words))
        self._headings = dict(_spelt(catalog.heading_words))
        self._begin = {_WORD.findall(phrase)[0]
                       for known in (self._doses, self._ranges, self._headings)
                       for phrase in known if _WORD.search(phrase)}
        self._dose = _any_of(self._doses)
        self._range = _any_of(self._ranges, "(?<=[0-9])[ ]+", "[ ]+(?=[0-9])")
        self._heading = _any_of(self._headings)

    def english(self, text: str) -> str:
        """Return a line with the words for doses and headings in English."""
        if len(text) > MAX_LINE:
            return text
        folded = unicodedata.normalize("NFC", text)
        if self._begin.isdisjoint(word.casefold() for word in _WORD.findall(folded)):
            return text
        cells = _CELLS.split(folded)
        parts = cells if len(cells) > 2 * _FEWEST_CELLS - 2 else [folded]
        found = "".join(piece for part in parts for piece in self._opening(part))
        found = self._range.sub(lambda m: f" {self._ranges[_key(m[1])]} ", found)
        return "".join(self._beside(found))

    def _opening(self, text: str) -> Iterator[str]:
        """Yield the pieces of a line, in English up to the first that is of no heading."""
        pieces = _PIECES.split(text)
        for at, piece in enumerate(pieces):
            left = self._heading.sub("", piece) if at % 2 == 0 else ""
            if not _FIGURES.fullmatch(left) or len(piece.split()) > _MOST_WORDS:
                yield from pieces[at:]
                return
            yield self._heading.sub(lambda m: self._headings[_key(m[1])], piece)

    def _beside(self, text: str) -> Iterator[str]:
        """Yield the parts of a line; what stands beside a figure, or another such, is English."""
        end = 0
        for match in self._dose.finditer(text):
            before, behind = text[end:match.start()], text[match.end():match.end() + 12]
            chained = 0 < end and not before.strip(" ,.:-(")
            beside = chained or _FIGURE_BEFORE.search(before) or _FIGURE_BEHIND.match(behind)
            if beside or " " in match[1]:
                yield before
                yield self._doses[_key(match[1])]
                end = match.end()
        yield text[end:]


def _spelt(known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the words in every spelling: with accents, without, with two letters for an umlaut."""
    for phrase, english in known.items():
        for form in written(phrase.casefold()):
            yield form.casefold(), english
        bare = "".join(c for c in unicodedata.normalize("NFD", phrase.casefold())
                       if not unicodedata.combining(c))
        if len(bare) > 1:
            yield bare, english


def _any_of(known: Iterable[str], before: str = r"(?<![^\W\d_])", behind: str = r"(?!\w)"
            ) -> re.Pattern[str]:
    phrases = sorted(known, key=lambda phrase: (-len(phrase), phrase))
    listed = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    return re.compile(rf"{before}({listed or '(?!)'}){behind}", re.IGNORECASE)


def _key(phrase: str) -> str:
    return " ".join(phrase.casefold().split())
