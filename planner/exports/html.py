"""HTML: one file for the phone, the screen and the printer."""

from __future__ import annotations

from planner.exports.base import Export, Facts
from planner.exports.options import Options
from planner.exports.view import Sheet


class Html(Facts):
    """A page that loads nothing from elsewhere and needs no script."""

    def write(self, sheet: Sheet, options: Options) -> Export:
        """Return the page."""
        from planner.pages.document import document

        return Export(document(sheet).encode())


HTML = Html("html", (".html", ".htm"), "a page to read, to tick off and to print")
