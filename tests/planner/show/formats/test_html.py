"""The page: whole, by itself, with every exercise, set and figure, whatever the names are."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser

from planner.catalog import Catalog
from planner.plans.schema import Plan
from planner.show.formats import Sheet, export
from planner.show.markup import escape
from planner.show.page.appendix import TITLE
from planner.show.view import printable
from tests.planner.show.conftest import HEADLINE, SMALL
from tests.planner.show.formats.test_odd_names import called, every_odd_name, shown

PLAN = Plan.model_validate(SMALL)
VOID = {"meta", "link", "input", "img"}
HTML_TAGS = VOID | {
    "html", "head", "title", "style", "body", "header", "nav", "main", "footer", "section", "h1",
    "h2", "h3", "p", "ul", "li", "a", "span", "div", "b", "table", "caption", "thead", "tbody",
    "tr", "th", "td", "label", "details", "summary", "figure", "figcaption", "dl", "dt", "dd"}
SVG_TAGS = {"svg", "desc", "defs", "pattern", "rect", "circle", "path", "g", "text", "tspan"}


class Page(HTMLParser):
    """Reads a page, keeping its tags, attributes and the texts by tag."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str, str]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        self.tags.add(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """See that it closes what was opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep a text under its tag."""
        self.texts.append((self.open[-1] if self.open else "", data))

    def said(self, name: str) -> list[str]:
        """Return the values of an attribute."""
        return [value for _, key, value in self.attributes if key == name]


def page_of(plan: Plan, catalog: Catalog | None = None, **options: object) -> Page:
    """Return the page of a plan, read."""
    return Page(export(plan, "html", catalog, **options).decode())


@cache
def usual_page() -> Page:
    """Return the page of the plan by hand, to compare others with."""
    return page_of(PLAN, called("Deadlift"), title="Week")


def test_nothing_is_loaded_and_nothing_runs(example: Plan) -> None:
    """Every example's page has no script, and no address but its own parts and an empty icon."""
    page = page_of(example)

    assert page.open == []
    assert page.tags <= HTML_TAGS | SVG_TAGS
    assert [a for a in page.said("href") if not a.startswith("#")] == ["data:,"]
    assert page.said("src") == []
    assert not [name for _, name, _ in page.attributes if name.startswith("on")]
    styles = " ".join(text for tag, text in page.texts if tag == "style")
    assert "url(" not in styles
    assert "@import" not in styles


def test_links_and_labels_lead_somewhere(example: Plan) -> None:
    """Each id stands once, and whatever names an id names one that is there."""
    page = page_of(example)
    ids = page.said("id")

    assert len(ids) == len(set(ids))
    named = [a[1:] for a in page.said("href") if a.startswith("#")]
    named += page.said("aria-labelledby") + page.said("aria-describedby")
    named += re.findall(r"url\(#([\w-]+)\)", " ".join(page.said("fill")))
    assert set(named) <= set(ids)


def test_a_box_for_every_set(example: Plan) -> None:
    """There are as many boxes to tick as the plan has sets."""
    page = page_of(example)

    assert page.said("type").count("checkbox") == sum(
        entry.sets for session in example.sessions for entry in session.entries)


def test_every_session_and_exercise_is_there(example: Plan, sheet_of_example: Sheet) -> None:
    """Every session has a heading, every exercise its name, dose, start and next step.

    The reasons stand in the appendix.
    """
    source = export(example, "html").decode()
    appendix = source[source.index('<section id="appendix"'):]

    for i, session in enumerate(sheet_of_example.sessions, 1):
        section = source[source.index(f'<section id="session-{i}"'):]
        section = section[:section.index("</section>")]
        assert f">{session.name}</h2>" in section
        for entry in session.entries:
            for words in (entry.name, entry.amount.replace(" x ", " × "), entry.details,
                          entry.ramp, f"from minute {entry.start}",
                          entry.step.replace(" x ", " × ")):
                assert escape(words) in section
            if entry.phase == "work":
                assert escape(entry.why) in appendix
                assert escape(entry.next_time) in appendix
                assert escape(entry.why) not in section


def test_groups_not_anatomy(small: Plan) -> None:
    """The muscles stand by their groups: nobody has to know what the trapezius is called."""
    texts = [text for tag, text in page_of(small).texts if tag == "th"]

    assert "Upper back" in texts
    assert not [text for text in texts if "rapezius" in text or "Rhomboids" in text]


def test_only_the_chosen_sessions(small: Plan) -> None:
    """A session that is not to be written has no section and no link."""
    page = page_of(small, sessions="thu")

    assert [text for tag, text in page.texts if tag == "h2"] == ["The week", "Thursday", TITLE]
    assert "Deadlift" not in [text for _, text in page.texts]


def test_the_start_is_said(small: Plan) -> None:
    """With a start every session has its date."""
    text = export(small, "html", start="2026-12-07T18:00").decode()

    assert "Monday 07 December 2026, 18:00: 52 of 55 minutes: deadlift, " in text
    assert "Thursday 10 December 2026, 18:00: " in text


def test_the_same_bytes_again(small: Plan) -> None:
    """The same plan gives the same page."""
    assert export(small, "html") == export(small, "html")


@every_odd_name
def test_any_name_and_title_is_text(name: str) -> None:
    """A name and a title are text: no tag, attribute or address comes of them."""
    usual = usual_page()
    page = page_of(PLAN, called(name), title=name)

    assert page.open == []
    assert page.tags == usual.tags | ({"p"} if printable(name) else set())
    assert {(t, n) for t, n, _ in page.attributes} == {(t, n) for t, n, _ in usual.attributes}
    assert page.said("href") == usual.said("href")
    assert ("span", shown(name)) in page.texts
    title = printable(name) or HEADLINE
    assert [text for tag, text in page.texts if tag in ("h1", "title")][:2] == [title, title]
