"""The week at a glance: what to take care of, what is on which day, what was missed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from planner.show.markup import Markup, tag
from planner.show.page.parts import broken, sentences, table, times

if TYPE_CHECKING:
    from planner.show.view import EntryView, SessionView, Sheet


def week_section(sheet: Sheet, names: Mapping[str, str]) -> Markup:
    """Return the section before the sessions.

    Parameters
    ----------
    names
        What each session's section is called in links, by session id.
    """
    return tag("section", tag("h2", _title(sheet), id="week-title"),
               tuple(_inside(sheet, names)), id="week", aria_labelledby="week-title")


def _title(sheet: Sheet) -> str:
    return "The week" if len(sheet.plan.sessions) > 1 else "The session"


def _inside(sheet: Sheet, names: Mapping[str, str]) -> Iterator[Markup]:
    if sheet.advice:
        yield tag("div", tag("h3", "Take care"), sentences(sheet.advice), class_="care")
    yield table("What is on which day", ("Session", "Minutes", "Work"),
                [_day(s, names) for s in sheet.sessions], numbers=(1,), class_="days")
    yield from broken(sheet.plan.ledger, "must")
    if sheet.notes:
        yield tag("h3", "Notes")
        yield sentences(sheet.notes)


def _day(session: SessionView, names: Mapping[str, str]) -> tuple[Markup | str, ...]:
    when = f" {session.start:%H:%M}" if session.start else ""
    work = [block for title, entries in session.parts if title == "Work"
            for block in _blocks(entries)]
    return (tag("a", f"{session.name}{when}", href=f"#{names[session.id]}"), session.minutes,
            tag("ul", [tag("li", block) for block in work], class_="plain"))


def _blocks(entries: tuple[EntryView, ...]) -> Iterator[str]:
    for entry in entries:
        yield f"{entry.titled} {times(entry.amount)}"
