"""The same pages as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from planner.doors.cli.document import Heading, Items, Page, Row, Table, Words


def markdown_text(page: Page) -> str:
    """Return a page as Markdown, its tables in the dialect of GitHub."""
    return "\n\n".join(part for block in page for part in _block(block))


def _block(block: Heading | Words | Items | Table) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'#' * block.level} {_plain(block.text)}"
    elif isinstance(block, Words):
        yield _plain(block.text)
    elif isinstance(block, Items):
        yield "\n".join(f"- **{_plain(name)}**: {_plain(text)}" if name else f"- {_plain(text)}"
                        for name, text in block.items)
    else:
        from tabulate import tabulate

        yield tabulate([_cells(block, row) for row in block.rows], headers=block.head,
                       tablefmt="github", disable_numparse=True,
                       colalign=["right" if side == ">" else "left" for side in block.align]
                       if block.rows else None)


def _cells(table: Table, row: Row) -> list[str]:
    cells = []
    for i, cell in enumerate(row.cells):
        text = f"`{cell}`".replace("|", "\\|") if i in table.exact and cell else _plain(cell)
        cells.append(f"{text}; {_plain(row.below)}" if i == min(table.flex) and row.below else text)
    return cells


def _plain(text: str) -> str:
    for sign in "\\`*_|<>#":
        text = text.replace(sign, f"\\{sign}")
    return text
