"""The whole page: its head, the way to its parts, and the parts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from planner.show.markup import Inside, Markup, tag
from planner.show.page.appendix import appendix
from planner.show.page.session import session_section
from planner.show.page.week import week_section
from planner.show.pictures.svg import css

if TYPE_CHECKING:
    from planner.show.view import Sheet

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""What the page may load: its own style and nothing from anywhere."""


PAPER = '@page {{ size: {size} }} body {{ font-family: "Noto Sans", sans-serif }}'
"""What paper has besides: its size, and fonts that are not looked for one after the other."""


def document(sheet: Sheet, paper: str = "") -> str:
    """Return a plan as a page of HTML: the week, a section a session, what is behind it.

    Parameters
    ----------
    paper
        The size of the paper, ``A4`` or ``letter``, for a page that is only to
        be printed: what only a screen can show is then left out.
    """
    names = {session.id: f"session-{i}" for i, session in enumerate(sheet.sessions, 1)}
    page = tag(
        "html",
        tag("head", tuple(_head(sheet.title, paper))), "\n",
        tag("body", _header(sheet, () if paper else _links(sheet, names)), "\n",
            tag("main", week_section(sheet, names), "\n",
                tuple(session_section(s, names[s.id], bool(paper)) for s in sheet.sessions), "\n",
                appendix(sheet, bool(paper))), "\n",
            _footer(sheet)), lang="en")
    return f"<!doctype html>\n{page}\n"


def _head(title: str, paper: str) -> Iterator[Markup]:
    yield tag("meta", charset="utf-8")
    yield tag("meta", name="viewport", content="width=device-width, initial-scale=1")
    yield tag("meta", http_equiv="Content-Security-Policy", content=POLICY)
    yield tag("meta", name="color-scheme", content="light dark")
    yield tag("title", title)
    yield tag("link", rel="icon", href="data:,")
    yield tag("style", Markup(style() + (PAPER.format(size=paper) if paper else "")))


@cache
def style() -> str:
    """Return the style sheet of the page and its pictures."""
    text = (Path(__file__).parent / "style.css").read_text(encoding="utf-8")
    return f"\n{text}{css()}\n"


def _header(sheet: Sheet, links: Inside) -> Markup:
    return tag("header", tag("h1", sheet.title),
               tag("p", sheet.headline) if sheet.title != sheet.headline else (),
               tag("p", sheet.status, class_="quiet"), links, id="top")


def _links(sheet: Sheet, names: dict[str, str]) -> Markup:
    return tag("nav", tag("ul", [
        tag("li", tag("a", s.name, " ", tag("span", f"{s.minutes} min", class_="quiet"),
                      href=f"#{names[s.id]}")) for s in sheet.sessions]), aria_label="Sessions")


def _footer(sheet: Sheet) -> Markup:
    made = sheet.plan.catalog
    return tag("footer", tag("p", (
        f"Made by coach from catalogue {made.name} {made.version}, {made.exercises} exercises, "
        f"{made.sha256[:12]}; seed {sheet.plan.solver.seed}."), class_="quiet"))
