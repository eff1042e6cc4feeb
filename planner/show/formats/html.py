"""HTML: one file for the phone, the screen and the printer."""

from __future__ import annotations

from planner.show.export_options import Options
from planner.show.formats.base import BaseFormat, Export
from planner.show.view import Sheet


class Html(BaseFormat):
    """A page that loads nothing from elsewhere and needs no script."""

    def write(self, sheet: Sheet, options: Options) -> Export:
        """Return the page."""
        from planner.show.page.document import document

        return Export(document(sheet).encode())


HTML = Html("html", (".html", ".htm"), "a page to read, to tick off and to print")
