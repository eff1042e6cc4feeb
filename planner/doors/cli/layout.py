"""Pages as lines of text, laid out and styled with rich."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from typing import TextIO

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from planner.doors.cli.document import WIDTH, Block, Heading, Items, Page, Table, Words

NARROWEST, WIDEST = 60, 100
GAP, LONGEST_LABEL, LEAST_FLEX = 2, 24, 10
BELOW, BOUND = "\0", "\ue000"
"""Signs that stand for a line below a row and for a blank that no line ends at."""

_TOGETHER = re.compile(r"(?<=\d) (?=%|(kg|s|min|minutes|reps?|sets?)\b|(x|of) \d)"
                       r"|(?<=\d x) (?=\d)|(?<=\d of) (?=\d)")
HEADINGS = {1: "bold", 2: "bold magenta", 3: "bold"}
HEADS = "underline"
"""Styles that can be read on a white ground and on a black one."""


def print_page(page: Page, stream: TextIO) -> None:
    """Print a page: styled on a terminal that wants it, as plain text anywhere else."""
    console = _Console(file=stream, highlight=False)
    if console.no_color or console.color_system is None:
        console = _Console(file=stream, highlight=False, color_system=None)
    width = min(WIDEST, max(NARROWEST, console.width)) if console.is_terminal else WIDTH
    console.print(Text("\n").join(text_lines(page, width)), soft_wrap=True)


class _Console(Console):
    """A console that leaves it to the command what a reader who has gone means."""

    def on_broken_pipe(self) -> None:
        """Raise it again."""
        raise


def text_lines(page: Page, width: int = WIDTH) -> Iterator[Text]:
    """Yield a page as lines of at most ``width`` columns."""
    console = Console(width=width)
    for i, block in enumerate(page):
        before = page[i - 1] if i else None
        tight = _tight(block) or (isinstance(before, Heading) and before.level == 3)
        if i and not tight:
            yield Text()
        if isinstance(block, Heading):
            ruled = block.level == 2 and not (i + 1 < len(page) and _tight(page[i + 1]))
            yield from _heading(block, console, ruled)
        elif isinstance(block, Words):
            yield from _lines(_text(block.text), console)
        elif isinstance(block, Items):
            yield from _lines(_items(block), console)
        else:
            yield from _table(block, console)


def _tight(block: Block) -> bool:
    return not isinstance(block, Heading) and block.tight


def _lines(shown: RenderableType, console: Console) -> Iterator[Text]:
    """Yield what is shown line by line, without the blanks that fill up its columns."""
    for segments in console.render_lines(shown, pad=False):
        line = Text()
        for segment in segments:
            line.append(segment.text.replace(BOUND, " "), segment.style)
        line.rstrip()
        yield line


def _text(words: str, style: str = "") -> Text:
    if not words.isprintable():
        from planner.show.view import printable

        words = printable(words)
    return Text(_TOGETHER.sub(BOUND, words), style)


def _heading(block: Heading, console: Console, ruled: bool) -> Iterator[Text]:
    lines = list(_lines(_text(block.text, HEADINGS[block.level]), console))
    yield from lines
    if ruled:
        yield Text("-" * max(cell_len(line.plain) for line in lines))


def _grid() -> Grid:
    return Grid(box=None, show_header=False, pad_edge=False, padding=(0, GAP, 0, 0))


def _indented(shown: RenderableType, columns: int = GAP) -> Padding:
    return Padding(shown, (0, 0, 0, columns))


def _items(block: Items) -> Padding:
    grid = _grid()
    named = any(name for name, _ in block.items)
    if named:
        grid.add_column(max_width=LONGEST_LABEL)
    grid.add_column()
    for name, sentence in block.items:
        grid.add_row(*[_text(name)][:named], _text(sentence))
    return _indented(grid)


def _table(table: Table, console: Console) -> Iterator[Text]:
    widths = _widths(table)
    # A column that cannot give way is cut off: where there is too little room, all of them can.
    least = sum(min(size, LEAST_FLEX) if i in table.flex else size
                for i, size in enumerate(widths))
    fits = least + GAP * len(widths) <= console.width
    grid = _grid()
    for i, side in enumerate(table.align):
        fixed = i in table.exact or (fits and i not in table.flex)
        grid.add_column(justify="right" if side == ">" else "left", no_wrap=fixed, overflow="fold")

    def cells(texts: Iterable[str], exact: Container[int]) -> Iterator[Text]:
        for i, text in enumerate(texts):
            yield Text(f"{text:{table.align[i]}{widths[i]}}", justify="left") if (
                i in exact) else _text(text)

    heads = list(cells(table.head, range(len(widths)) if fits else table.exact))
    for head in heads:
        head.highlight_regex(r"\S(.*\S)?", HEADS)
    grid.add_row(*heads)
    for row in table.rows:
        grid.add_row(*cells(row.cells, table.exact))
        if row.below:
            grid.add_row(BELOW)  # no cell is as wide as what goes here
    first, *lines = _lines(_indented(grid), console)
    yield first
    indent = GAP + max(GAP, first.plain.find(table.head[min(table.flex)]))
    below = (row.below for row in table.rows if row.below)
    for line in lines:
        if BELOW in line.plain:
            yield from _lines(_indented(_text(next(below)), indent), console)
        else:
            yield line


def _widths(table: Table) -> list[int]:
    least = table.widths or (0,) * len(table.head)
    columns = zip(table.head, *(row.cells for row in table.rows), strict=True)
    return [max(size, *map(cell_len, column)) for size, column in zip(least, columns, strict=True)]
