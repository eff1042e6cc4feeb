"""Pages to print: what a printer makes of the page, and that nothing is fetched for it."""

from __future__ import annotations

import base64
import sys
from functools import cache
from unicodedata import normalize

import pypdfium2
import pytest

from planner.plans.schema import Plan
from planner.request.errors import InputError
from planner.show.formats import export
from tests.planner.show.conftest import HEADLINE, MONDAY, SMALL
from tests.planner.show.formats.test_odd_names import CATALOG

PLAN = Plan.model_validate(SMALL)
A4_PT, LETTER_PT = (595, 842), (612, 792)


def pages_of(data: bytes) -> list[str]:
    """Return the text of each page, without ligatures."""
    return [normalize("NFKC", page.get_textpage().get_text_range())
            for page in pypdfium2.PdfDocument(data)]


@cache
def small_pdf(paper: str) -> bytes:
    """Return the plan by hand on paper."""
    return export(PLAN, "pdf", CATALOG, paper=paper)


@pytest.mark.parametrize(("paper", "size"), [("A4", A4_PT), ("letter", LETTER_PT)])
def test_the_paper_is_what_was_asked_for(paper: str, size: tuple[int, int]) -> None:
    """All pages have the size, and each session begins one."""
    sizes = {tuple(map(round, page.get_size())) for page in
             pypdfium2.PdfDocument(small_pdf(paper))}

    assert sizes == {size}
    starts = [text.splitlines()[0] for text in pages_of(small_pdf(paper))]
    assert [s for s in starts if s in ("Monday", "Thursday")] == ["Monday", "Thursday"]


def test_a_session_is_on_one_page() -> None:
    """Monday's nine entries are all on the page that has its heading."""
    monday = next(text for text in pages_of(small_pdf("A4")) if text.startswith("Monday"))
    names = [CATALOG.exercise_by_id[e["exercise"]].name for e in MONDAY]

    flat = " ".join(monday.split())
    assert [name for name in names if name not in flat] == []
    assert "from minute 51:00" in flat


def test_it_is_tagged_and_named() -> None:
    """A reader that speaks finds a title and the order of what is on the pages."""
    read = pypdfium2.PdfDocument(small_pdf("A4"))

    assert read.get_metadata_value("Title") == HEADLINE
    assert pypdfium2.raw.FPDFCatalog_IsTagged(read)
    assert pypdfium2.raw.FPDFCatalog_GetLanguage(read, None, 0) == len("en\0".encode("utf-16-le"))


def test_the_same_bytes_again() -> None:
    """The same plan gives the same file."""
    assert export(PLAN, "pdf", CATALOG) == small_pdf("A4")


def test_odd_names_and_titles() -> None:
    """Names in other scripts, with brackets, and of 200 characters are printed as they are."""
    odd = {"deadlift": "<script>alert(1)</script>", "chin_up": "Жим & тяга \"x\"",
           "push_up": "x" * 200, "one_arm_db_row": "Ώθηση", "curl_21s": "<img src=file:///a>"}
    catalog = CATALOG.model_copy(update={"exercises": tuple(
        e.model_copy(update={"name": odd.get(e.id, e.name)}) for e in CATALOG.exercises)})
    text = "\n".join(pages_of(export(PLAN, "pdf", catalog, title="<b>" + "T" * 200)))
    whole = "".join(text.split())

    assert [name for name in odd.values() if "".join(name.split()) not in whole] == []
    assert "<b>" + "T" * 200 in whole


@pytest.mark.parametrize("address", [
    "http://127.0.0.1:9/x.png", "https://example.org/x.css", "file:///etc/hostname"])
def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch, address: str,
                            caplog: pytest.LogCaptureFixture) -> None:
    """Even a page that asks for more gets nothing but what it holds."""
    from planner.show.page import document

    page = document.document
    dot = base64.b64encode(b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>")
    more = f'<img src="{address}"><img src="data:image/svg+xml;base64,{dot.decode()}">'
    monkeypatch.setattr(document, "document", lambda sheet, paper="": page(sheet, paper).replace(
        "</main>", f"{more}</main>"))

    made = export(PLAN, "pdf", CATALOG, sessions="thu")

    assert len(pages_of(made)) >= 2
    failed = [r.getMessage() for r in caplog.records if "Failed to load" in r.getMessage()]
    assert [address in message for message in failed] == [True]


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without WeasyPrint it says what to install."""
    for loaded in [m for m in sys.modules if m.split(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, loaded)
    monkeypatch.setitem(sys.modules, "weasyprint", None)

    with pytest.raises(InputError, match=r"pip install 'coach-planner\[pdf\]'"):
        export(PLAN, "pdf", CATALOG)
