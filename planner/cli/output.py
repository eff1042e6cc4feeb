"""Pages on standard output: plain text in 80 columns, styled on a terminal, or Markdown."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import TextIO

from planner.cli.document import Block, Heading, Items, Page, Row, Table, Words

WIDTH = 80
WIDEST = 100
GAP = "  "
NARROWEST, LONGEST_LABEL = 10, 24


@dataclass(frozen=True)
class Line:
    """A line of text and how it is styled where styles are shown."""

    text: str
    style: str = ""


def show(page: Page, markdown: bool = False, to: TextIO | None = None) -> None:
    """Print a page to a stream, standard output by default."""
    stream = to or sys.stdout
    if markdown:
        from planner.cli.markdown import markdown_text

        print(markdown_text(page), file=stream)
        return
    colour = styled(stream)
    width = min(WIDEST, max(WIDTH, shutil.get_terminal_size().columns)) if colour else WIDTH
    lines = list(text_lines(page, width))
    if not colour:
        print("\n".join(line.text for line in lines), file=stream)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, highlight=False, soft_wrap=True)
    for line in lines:
        console.print(Text(line.text, style=line.style))


def styled(stream: TextIO) -> bool:
    """Whether a stream is a terminal that wants colour."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") in ("dumb", "unknown"):
        return False
    return stream.isatty()


def text_lines(page: Page, width: int = WIDTH) -> Iterator[Line]:
    """Yield a page as lines of at most ``width`` characters."""
    for i, block in enumerate(page):
        before = page[i - 1] if i else None
        tight = _tight(block) or (isinstance(before, Heading) and before.level == 3)
        if i and not tight:
            yield Line("")
        if isinstance(block, Heading):
            ruled = block.level == 2 and not (i + 1 < len(page) and _tight(page[i + 1]))
            yield from _heading(block, width, ruled)
        elif isinstance(block, Words):
            for line in _wrap(block.text, width):
                yield Line(line, "dim" if block.quiet else "")
        elif isinstance(block, Items):
            yield from _items(block, width)
        else:
            yield from _table(block, width)


def _tight(block: Block) -> bool:
    return not isinstance(block, Heading) and block.tight


def _wrap(text: str, width: int, **indents: str) -> list[str]:
    if text and len(text) <= width and not indents and text == " ".join(text.split()):
        return [text]  # most cells of a table, of which there may be thousands
    return textwrap.wrap(text, width, break_on_hyphens=False,
                         initial_indent=indents.get("initial_indent", ""),
                         subsequent_indent=indents.get("subsequent_indent", ""))


def _heading(block: Heading, width: int, ruled: bool) -> Iterator[Line]:
    style = {1: "bold", 2: "bold cyan", 3: "bold"}[block.level]
    lines = _wrap(block.text, width)
    for line in lines:
        yield Line(line, style)
    if ruled:
        yield Line("-" * max(map(len, lines)), "dim")


def _items(block: Items, width: int) -> Iterator[Line]:
    label = min(LONGEST_LABEL, max((len(name) for name, _ in block.items), default=0))
    gap = GAP if label else ""
    for name, sentence in block.items:
        names = _wrap(name, label) if label else []
        says = _wrap(sentence, width - 2 - label - len(gap))
        for left, right in zip_longest(names, says or [""], fillvalue=""):
            yield Line(f"  {left:<{label}}{gap}{right}".rstrip(), "dim" if block.quiet else "")


def _table(table: Table, width: int) -> Iterator[Line]:
    widths = _widths(table, width)
    yield Line(_joined(table, table.head, widths), "dim")
    for row in table.rows:
        yield from _row(table, row, widths, width)


def _widths(table: Table, width: int) -> list[int]:
    """Return widths that fit: the flexible columns share what the others leave."""
    least = table.widths or (0,) * len(table.head)
    widths = [max(least[i], len(table.head[i]), *(len(r.cells[i]) for r in table.rows))
              for i in range(len(table.head))]
    room = width - 2 - len(GAP) * (len(widths) - 1) - sum(
        w for i, w in enumerate(widths) if i not in table.flex)
    while sum(widths[i] for i in table.flex) > room:
        widest = max(table.flex, key=lambda i: widths[i])
        if widths[widest] <= NARROWEST:
            break
        widths[widest] -= 1
    return widths


def _row(table: Table, row: Row, widths: list[int], width: int) -> Iterator[Line]:
    columns = [_wrap(cell, size) or [""] if i in table.flex else [cell]
               for i, (cell, size) in enumerate(zip(row.cells, widths, strict=True))]
    for parts in zip_longest(*columns, fillvalue=""):
        yield Line(_joined(table, parts, widths))
    if row.below:
        first = min(table.flex)
        indent = " " * (4 + sum(widths[:first]) + len(GAP) * first)
        for line in _wrap(row.below, width, initial_indent=indent, subsequent_indent=indent):
            yield Line(line, "dim")


def _joined(table: Table, cells: tuple[str, ...], widths: list[int]) -> str:
    shown = [f"{cell:{side}{size}}"
             for cell, side, size in zip(cells, table.align, widths, strict=True)]
    return ("  " + GAP.join(shown)).rstrip()
