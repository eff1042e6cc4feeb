"""PDF: the page of `planner.show.page` on paper."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from planner.request.extras import needed
from planner.show.export_options import Options
from planner.show.formats.base import BaseFormat, Export
from planner.show.view import Sheet

EPOCH = "SOURCE_DATE_EPOCH"
"""The variable that build tools take a fixed date from, in seconds."""


class Pdf(BaseFormat):
    """What a printer makes of the page, tagged for readers that speak."""

    def write(self, sheet: Sheet, options: Options) -> Export:
        """Return the file; nothing is fetched to make it."""
        from planner.show.page.document import document

        weasyprint = needed("weasyprint", "pdf", "PDF")
        fetcher = weasyprint.urls.URLFetcher(allowed_protocols=["data"])
        page = weasyprint.HTML(string=document(sheet, options.paper), url_fetcher=fetcher)
        with _undated_fonts():
            return Export(page.write_pdf(pdf_tags=True))


@contextmanager
def _undated_fonts() -> Iterator[None]:
    """Keep fontTools, which cuts the fonts where HarfBuzz is missing, from dating them."""
    given = os.environ.get(EPOCH)
    os.environ[EPOCH] = given or "0"
    try:
        yield
    finally:
        if given is None:
            del os.environ[EPOCH]


PDF = Pdf("pdf", (".pdf",), "pages to print", extra="pdf")
