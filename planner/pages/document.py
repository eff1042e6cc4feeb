"""The whole page: its head, the way to its parts, and the parts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from planner.markup import Markup, tag
from planner.pages.session import session_section
from planner.pages.week import week_section
from planner.pictures.svg import css

if TYPE_CHECKING:
    from planner.exports.view import Sheet

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""What the page may load: its own style and nothing from anywhere."""


def document(sheet: Sheet) -> str:
    """Return a plan as a page of HTML: the week, and a section a session."""
    names = {session.id: f"session-{i}" for i, session in enumerate(sheet.sessions, 1)}
    return "<!doctype html>\n" + tag(
        "html",
        tag("head", tuple(_head(sheet.title))), "\n",
        tag("body", _header(sheet, names), "\n",
            tag("main", week_section(sheet, names), "\n",
                tuple(session_section(s, names[s.id]) for s in sheet.sessions)), "\n",
            _footer(sheet)), lang="en") + "\n"


def _head(title: str) -> Iterator[Markup]:
    yield tag("meta", charset="utf-8")
    yield tag("meta", name="viewport", content="width=device-width, initial-scale=1")
    yield tag("meta", http_equiv="Content-Security-Policy", content=POLICY)
    yield tag("meta", name="color-scheme", content="light dark")
    yield tag("title", title)
    yield tag("link", rel="icon", href="data:,")
    yield tag("style", Markup(style()))


@cache
def style() -> str:
    """Return the style sheet of the page and its pictures."""
    text = (Path(__file__).parent / "style.css").read_text(encoding="utf-8")
    return f"\n{text}{css()}\n"


def _header(sheet: Sheet, names: dict[str, str]) -> Markup:
    links = [tag("li", tag("a", s.name, " ", tag("span", f"{s.minutes} min", class_="quiet"),
                           href=f"#{names[s.id]}")) for s in sheet.sessions]
    return tag(
        "header", tag("h1", sheet.title),
        tag("p", sheet.headline) if sheet.title != sheet.headline else (),
        tag("p", sheet.status, class_="quiet"),
        tag("nav", tag("ul", links), aria_label="Sessions"), id="top")


def _footer(sheet: Sheet) -> Markup:
    made = sheet.plan.catalog
    return tag("footer", tag("p", (
        f"Made by coach from catalogue {made.name} {made.version}, {made.exercises} exercises, "
        f"{made.sha256[:12]}; seed {sheet.plan.solver.seed}."), class_="quiet"))
