"""What a command has to show, before it is text or Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

WIDTH = 80
"""Characters of a line where nobody says how many there are."""


@dataclass(frozen=True)
class Heading:
    """A title; level 1 is the page, 2 a session or part, 3 a list within it."""

    text: str
    level: int = 2


@dataclass(frozen=True)
class Words:
    """A paragraph; ``tight``: right below what stands before it, without a blank line."""

    text: str
    tight: bool = False


@dataclass(frozen=True)
class Items:
    """A list of sentences, a few words in front of each where wanted."""

    items: tuple[tuple[str, str], ...]
    tight: bool = False

    @classmethod
    def of(cls, sentences: Iterable[str]) -> Items:
        """Make a list of plain sentences."""
        return cls(tuple(("", sentence) for sentence in sentences))


@dataclass(frozen=True)
class Row:
    """Cells of a table, and a line below them."""

    cells: tuple[str, ...]
    below: str = ""


@dataclass(frozen=True)
class Table:
    """Columns under names, each left (``<``) or right (``>``).

    Attributes
    ----------
    flex
        The columns that give way: they share the room that is left and wrap.
    exact
        Columns whose blanks count, such as bars.
    widths
        Least widths, so that tables under each other line up.
    tight
        Whether it stands right below what is before it, without a blank line.
    """

    head: tuple[str, ...]
    align: str
    rows: tuple[Row, ...]
    flex: tuple[int, ...] = (0,)
    exact: frozenset[int] = frozenset()
    widths: tuple[int, ...] = field(default=())
    tight: bool = False


Block = Heading | Words | Items | Table
Page = tuple[Block, ...]
