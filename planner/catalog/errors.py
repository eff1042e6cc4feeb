"""What is said when a catalogue file is wrong: the place, what was found, what would be right."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class CatalogError(ValueError):
    """A catalogue file that cannot be used.

    Parameters
    ----------
    message
        What was found and what would be right, in one sentence.
    file, line, column
        Where, as far as known; lines and columns start at 1.
    """

    def __init__(
        self,
        message: str,
        file: str | None = None,
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        self.message = message
        self.file = file
        self.line = line
        self.column = column
        super().__init__(message)

    def __str__(self) -> str:
        """Return ``file:line:column: message``, leaving out what is not known."""
        place = [str(part) for part in (self.file, self.line, self.column) if part is not None]
        return ": ".join([":".join(place), self.message] if place else [self.message])


def did_you_mean(found: str, known: Iterable[str]) -> str:
    """Return ``; did you mean 'x'?`` for the nearest known word, or the words there are.

    Parameters
    ----------
    found
        The word that is not known.
    known
        The words that are.
    """
    words = sorted(set(known))
    near = difflib.get_close_matches(found, words, n=1, cutoff=0.5)
    if near:
        return f"; did you mean '{near[0]}'?"
    if 0 < len(words) <= 8:
        return f"; it can be {_any_of(words)}"
    close = difflib.get_close_matches(found, words, n=1, cutoff=0.0)
    return f"; the nearest is '{close[0]}'" if close else ""


def _any_of(words: list[str]) -> str:
    quoted = [f"'{word}'" for word in words]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"
