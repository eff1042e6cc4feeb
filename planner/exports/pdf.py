"""PDF: the page of `planner.pages` on paper."""

from __future__ import annotations

from planner.exports.base import Export, Facts, needed
from planner.exports.options import Options
from planner.exports.view import Sheet


class Pdf(Facts):
    """What a printer makes of the page, tagged for readers that speak."""

    def write(self, sheet: Sheet, options: Options) -> Export:
        """Return the file; nothing is fetched to make it."""
        from planner.pages.document import document

        weasyprint = needed("weasyprint", "pdf", "PDF")
        fetcher = weasyprint.urls.URLFetcher(allowed_protocols=["data"])
        page = weasyprint.HTML(string=document(sheet, options.paper), url_fetcher=fetcher)
        return Export(page.write_pdf(pdf_tags=True))


PDF = Pdf("pdf", (".pdf",), "pages to print", extra="pdf")
