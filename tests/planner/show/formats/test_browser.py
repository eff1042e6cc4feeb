"""The page in a browser: phone, screen and paper, what it loads, and how accessible it is.

Skipped where Chromium is not installed, and without axe-core, which ``npm install axe-core`` in
this folder's root brings, or AXE_CORE names.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pypdfium2
import pytest
from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Page as Tab

from planner.plans.schema import Plan
from planner.show.formats import Sheet, export
from tests.planner.show.conftest import MONDAY, SMALL, entry
from tests.planner.show.formats.test_odd_names import CATALOG

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or ""
AXE = Path(os.environ.get("AXE_CORE")
           or Path(__file__).parents[4] / "node_modules" / "axe-core" / "axe.min.js")
PHONE, SCREEN = (390, 844), (1280, 900)
PAPERS = ("A4", "Letter")

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed")

Opened = Callable[..., Tab]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start a browser without a window."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    """Open a plan's page as a file; in the end see that it asked for nothing else."""
    asked: list[str] = []
    contexts = []
    file = tmp_path / "week.html"

    def open_page(plan: Plan, size: tuple[int, int] = PHONE, scheme: str = "light",
                  **more: Any) -> Tab:
        file.write_bytes(export(plan, "html", **more))
        context = browser.new_context(viewport={"width": size[0], "height": size[1]},
                                      color_scheme=scheme)
        contexts.append(context)
        tab = context.new_page()
        tab.on("request", lambda request: asked.append(request.url))
        tab.on("console", lambda message: asked.append(message.text))
        tab.goto(file.as_uri())
        return tab

    yield open_page
    for context in contexts:
        context.close()
    assert set(asked) - {"data:,"} == {file.as_uri()}


def test_every_example_on_a_phone_and_a_screen(opened: Opened, example: Plan) -> None:
    """Nothing is wider than the window, and every exercise of every session is to be seen."""
    tab = opened(example)
    for width, height in (PHONE, SCREEN):
        tab.set_viewport_size({"width": width, "height": height})
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
        seen = tab.evaluate("[...document.querySelectorAll('.sheet th.exercise .name')]"
                            ".filter(name => name.checkVisibility()).length")
        assert seen == sum(len(s.entries) for s in example.sessions)


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed; npm install axe-core")
@pytest.mark.parametrize(("size", "scheme", "media"), [
    (PHONE, "light", "screen"), (SCREEN, "dark", "screen"), (SCREEN, "light", "print")])
def test_axe_finds_nothing(opened: Opened, small: Plan, size: tuple[int, int], scheme: str,
                           media: str) -> None:
    """The checks of axe-core find no violation, whatever the size, colours and medium."""
    tab = opened(small, size, scheme, start="2026-12-07T18:00")
    tab.emulate_media(media=media)
    for details in tab.locator("details").all():
        details.evaluate("element => element.open = true")
    tab.evaluate(AXE.read_text(encoding="utf-8"))
    found = tab.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa',"
                         " 'wcag22aa', 'best-practice']})")

    assert len(found["passes"]) > 15
    assert [(v["id"], [n["html"][:200] for n in v["nodes"][:3]])
            for v in found["violations"]] == []


def test_targets_are_large(opened: Opened, small: Plan) -> None:
    """Whatever is to be tapped is at least 44 pixels wide and high."""
    tab = opened(small)
    boxes = [t.bounding_box() for t in tab.locator("a, summary, label").all()]

    assert len(boxes) > 30
    assert [b for b in boxes if b and (b["width"] < 44 or b["height"] < 44)] == []


def test_boxes_are_ticked_with_the_keyboard(opened: Opened, small: Plan) -> None:
    """Tab goes through links first, then the boxes in order; space ticks, and each has a name."""
    tab = opened(small)
    names = []
    for _ in range(8):
        tab.keyboard.press("Tab")
        names.append(tab.evaluate("document.activeElement.closest('a, label').textContent"))
    tab.keyboard.press("Space")

    # Two links above the week, two in it, then the warm-up's two boxes and the deadlift's first.
    assert names == ["Monday 52 min", "Thursday 16 min", "Monday", "Thursday",
                     "Fast walk on the treadmill, set 1", "Cat/cow, set 1", "Deadlift, set 1",
                     "Deadlift, set 2"]
    assert tab.locator("input:checked").count() == 1
    assert tab.get_by_role("checkbox", name="Deadlift, set 2").is_checked()


def test_tables_stay_tables_on_a_phone(opened: Opened, small: Plan) -> None:
    """A phone shows rows as blocks; a reader that speaks still finds rows under their names."""
    tab = opened(small)
    row = tab.get_by_role("table", name="Monday, what to do").get_by_role("row")

    assert row.filter(has=tab.get_by_role("rowheader", name="Deadlift")).count() == 1
    assert tab.get_by_role("img", name="Muscle map from the front").count() == 1
    assert tab.get_by_role("heading", level=2).all_inner_texts() == [
        "The week", "Monday", "Thursday", "Reasons and figures"]


def test_dark_is_dark(opened: Opened, small: Plan) -> None:
    """The colours follow the reader's scheme on a screen; paper stays white."""
    tab = opened(small, SCREEN, "dark")
    paper = "getComputedStyle(document.body).backgroundColor"
    shape = "getComputedStyle(document.querySelector('.f-work')).fill"
    on_screen = tab.evaluate(f"[{paper}, {shape}]")
    tab.emulate_media(media="print")

    assert on_screen == ["rgb(18, 23, 30)", "rgb(116, 176, 240)"]
    assert tab.evaluate(f"[{paper}, {shape}]") == ["rgb(255, 255, 255)", "rgb(31, 95, 168)"]


def test_motion_only_where_it_is_welcome(opened: Opened, small: Plan) -> None:
    """Links glide, unless the reader asked for less motion."""
    tab = opened(small)
    how = "getComputedStyle(document.documentElement).scrollBehavior"
    usual = tab.evaluate(how)
    tab.emulate_media(reduced_motion="reduce")

    assert (usual, tab.evaluate(how)) == ("smooth", "auto")


def test_a_session_is_a_page(opened: Opened, example: Plan, sheet_of_example: Sheet) -> None:
    """Every session of every example begins a page that holds all its exercises."""
    tab = opened(example)
    for paper in PAPERS:
        pages = printed(tab, paper)
        for session in sheet_of_example.sessions:
            [page] = [p for p in pages if p.startswith(f"{session.name} {session.minutes} of")]
            assert [e.name for e in session.entries
                    if bare(e.name) not in bare(page)
                    or f"from minute {e.start}" not in page] == []


@pytest.mark.parametrize("paper", PAPERS)
def test_no_exercise_is_split(opened: Opened, paper: str) -> None:
    """A session of forty exercises needs several pages; every row is whole on one of them."""
    monday, _ = SMALL["sessions"]
    row = [e["exercise"] for e in MONDAY if e["phase"] == "work"]
    many = [entry(row[i % len(row)], 100 * i, 100, 1 + i % 7, reps=8, rir=2, rest_s=60,
                  equipment=["barbell", "plates"]) for i in range(40)]
    plan = Plan.model_validate({**SMALL, "sessions": [{**monday, "entries": many}],
                                "request": {**SMALL["request"],
                                            "sessions": SMALL["request"]["sessions"][:1]}})
    pages = printed(opened(plan), paper)
    sheets = [p for p in pages if "from minute" in p]

    assert len(sheets) > 1
    for i, made in enumerate(many):
        start = f"from minute {100 * i // 60}:{100 * i % 60:02} "
        [page] = [p for p in sheets if start in p]
        words = page[page.index(start):page.index(start) + 90]
        # The dose and all boxes follow the start on the same page.
        assert f"{made['sets']} × 8" in words
        assert " ".join(str(n) for n in range(1, made["sets"] + 1)) in " ".join(
            word for word in words.split() if word.isdigit())
    assert CATALOG.exercise_by_id["deadlift"].name in sheets[0]


def bare(text: str) -> str:
    """Return a text without what the end of a line changes: blanks and hyphens."""
    return "".join(c for c in normalize("NFKC", text) if c.isalnum())


def printed(tab: Tab, paper: str) -> list[str]:
    """Return the text of each page of the printer, blanks as single spaces, without ligatures."""
    data = tab.pdf(format=paper)
    return [" ".join(normalize("NFKC", page.get_textpage().get_text_range()).split())
            for page in pypdfium2.PdfDocument(data)]
