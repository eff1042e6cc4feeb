"""Pages on standard output: text in 80 columns, styled on a terminal, or Markdown."""

from __future__ import annotations

import sys
from typing import TextIO

from planner.doors.cli.document import Page


def show(page: Page, markdown: bool = False, to: TextIO | None = None) -> None:
    """Print a page to a stream, standard output by default."""
    stream = to or sys.stdout
    if markdown:
        from planner.doors.cli.markdown import markdown_text

        print(markdown_text(page), file=stream)
    else:
        # What lays out text takes as long to import as many a command to run.
        from planner.doors.cli.layout import print_page

        print_page(page, stream)
