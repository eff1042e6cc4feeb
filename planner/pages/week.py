"""The week at a glance: what is on which day, what each goal and each muscle gets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from planner.markup import Markup, tag
from planner.muscles import MuscleSets, level, muscle_sets
from planner.pages.parts import figure, sentences, table, times
from planner.pictures.levels import SHORT
from planner.pictures.muscle_map import muscle_map
from planner.pictures.weekly_sets import weekly_sets
from planner.plan import CoverageRow
from planner.wording import figure as number
from planner.wording import plain

if TYPE_CHECKING:
    from planner.exports.view import EntryView, SessionView, Sheet


def week_section(sheet: Sheet, names: Mapping[str, str], paper: bool = False) -> Markup:
    """Return the section before the sessions.

    Parameters
    ----------
    names
        What each session's section is called in links, by session id.
    paper
        Whether it is only for paper.
    """
    return tag("section", tag("h2", _title(sheet), id="week-title"),
               tuple(_inside(sheet, names, paper)), id="week", aria_labelledby="week-title")


def _title(sheet: Sheet) -> str:
    return "The week" if len(sheet.plan.sessions) > 1 else "The session"


def _inside(sheet: Sheet, names: Mapping[str, str], paper: bool) -> Iterator[Markup]:
    if sheet.advice:
        yield tag("div", tag("h3", "Take care"), sentences(sheet.advice), class_="care")
    yield table("What is on which day", ("Session", "Minutes", "Work"),
                [_day(s, names) for s in sheet.sessions], numbers=(1,), class_="days")
    if sheet.coverage:
        rows = sheet.plan.coverage
        yield tag("h3", "Sets against the goals")
        yield tag("div", figure(
            "Fractional sets of all sessions together: a set counts 1 for what it trains "
            "directly and half for what helps.",
            weekly_sets(sheet.coverage, rows, "goals", alone=False), paper=paper),
            table("Fractional sets of each goal", ("Goal", "Sets", "Min", "Target", "Max", "Level"),
                  [(words.name, *_figures(row.sets, row)) for words, row
                   in zip(sheet.coverage, rows, strict=True)],
                  numbers=(1, 2, 3, 4), class_="figures"), class_="pair")
    muscles = muscle_sets(sheet.plan, sheet.catalog)
    yield tag("h3", "Muscle by muscle")
    yield tag("div", figure(
        "Each muscle for itself, against its own goal or that of its group.",
        muscle_map(muscles, "front", "front", alone=False),
        muscle_map(muscles, "back", "back", alone=False), paper=paper),
        table("Fractional sets of each muscle", ("Muscle", "Sets", "Target", "Level"),
              [_muscle(m) for m in muscles], numbers=(1, 2), class_="figures"),
        class_="pair wide")
    yield from _said(sheet)


def _day(session: SessionView, names: Mapping[str, str]) -> tuple[Markup | str, ...]:
    when = f" {session.start:%H:%M}" if session.start else ""
    work = [block for title, entries in session.parts if title == "Work"
            for block in _blocks(entries)]
    return (tag("a", f"{session.name}{when}", href=f"#{names[session.id]}"), session.minutes,
            tag("ul", [tag("li", block) for block in work], class_="plain"))


def _blocks(entries: tuple[EntryView, ...]) -> Iterator[str]:
    for entry in entries:
        yield f"{entry.titled} {times(entry.amount)}"


def _figures(sets: float, goal: CoverageRow) -> tuple[str, ...]:
    return (*(number(v) for v in (sets, goal.min, goal.target, goal.max)),
            SHORT[level(sets, goal)])


def _muscle(muscle: MuscleSets) -> tuple[Markup | str, ...]:
    short, name = plain(muscle.muscle.id), muscle.muscle.name
    return (tag("span", short, tag("span", f" {name}", class_="quiet")), number(muscle.sets),
            "" if muscle.goal is None else number(muscle.goal.target), SHORT[muscle.level])


def _said(sheet: Sheet) -> Iterator[Markup]:
    from planner.exports.view import printable

    broken = [r for r in sheet.plan.ledger if r.status == "broken"]
    for severity, title in (("must", "Broken, and must hold"),
                            ("should", "Not kept, though it would be better")):
        rows = [r for r in broken if r.severity == severity]
        if rows:
            yield tag("h3", title)
            yield sentences([printable(f"{plain(r.rule)} ({plain(r.where)}): {r.says}")
                             for r in rows])
    if sheet.notes:
        yield tag("h3", "Notes")
        yield sentences(sheet.notes)
