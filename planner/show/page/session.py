"""A session to train by: a row an exercise, a box a set, room for what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.show import wording
from planner.show.markup import Inside, Markup, tag
from planner.show.page.parts import figure, table, times
from planner.show.pictures.timeline import KINDS, parts, timeline

if TYPE_CHECKING:
    from planner.show.view import EntryView, SessionView

COLUMNS: tuple[Inside, ...] = (
    "Exercise", "Dose", ("Done", tag("span", ": load and reps", class_="on-paper")), "Notes")

MOST_BOXES = 100
"""Sets that get a box to tick; nobody does more of one exercise."""


def session_section(session: SessionView, name: str, paper: bool = False) -> Markup:
    """Return the section of a session; on paper it is a page.

    Parameters
    ----------
    name
        What the section is called in links.
    paper
        Whether it is only for paper; the timeline then stands in the appendix.
    """
    behind = () if paper else (
        tag("div", times_of(session, f"{name}-time"),
            tag("details", tag("summary", "The timeline as a table"), _times(session)),
            class_="behind"),
        tag("p", tag("a", "Back to the week", href="#top"), class_="back"))
    return tag(
        "section", tag("h2", session.name, id=f"{name}-title"), tag("p", _about(session)),
        _sheet(session), behind, id=name, class_="session", aria_labelledby=f"{name}-title")


def times_of(session: SessionView, key: str, paper: bool = False) -> Markup:
    """Return the timeline of a session as a figure."""
    return figure("Set-up, ramp sets, work and rest at a typical pace.",
                  timeline(session, key, alone=False), paper=paper)


def _about(session: SessionView) -> str:
    when = f"{session.start:%A %d %B %Y, %H:%M}: " if session.start else ""
    budget = f" of {session.budget}" if session.budget else ""
    kit = dict.fromkeys(e.equipment for e in session.entries if e.equipment)
    words = dict.fromkeys(word for used in kit for word in used.split(", "))
    needs = f". You need: {', '.join(words)}." if words else "."
    what = f": {session.purpose}" if session.purpose else ""
    return f"{when}{session.minutes}{budget} minutes{what}{needs}"


def _sheet(session: SessionView) -> Markup:
    """Return the table; its roles stay what they are where a phone shows it as blocks."""
    return tag(
        "table", tag("caption", f"{session.name}, what to do", class_="hidden"),
        tag("thead", tag("tr", [tag("th", words, scope="col", role="columnheader",
                                    class_=_column(i)) for i, words in enumerate(COLUMNS)],
                         role="row"), role="rowgroup"),
        [tag("tbody", tag("tr", tag("th", title, scope="rowgroup", colspan=len(COLUMNS),
                                    role="rowheader"), role="row", class_="part"),
             [_row(entry, _goes_on(entries, i)) for i, entry in enumerate(entries)],
             role="rowgroup") for title, entries in session.parts],
        role="table", class_="sheet")


def _column(i: int) -> str:
    return ("exercise", "dose", "done", "notes")[i]


def _goes_on(entries: tuple[EntryView, ...], i: int) -> bool:
    """Whether the next exercise belongs to the same superset."""
    letter = entries[i].entry.superset
    return letter is not None and i + 1 < len(entries) and entries[i + 1].entry.superset == letter


def _row(entry: EntryView, goes_on: bool) -> Markup:
    boxes = range(1, min(entry.entry.sets, MOST_BOXES) + 1)
    classes = "with-next" if goes_on else "second" if entry.label else None
    label = tag("span", entry.label, " ", class_="label") if entry.label else ()
    about = [part for part in (entry.equipment, f"from minute {entry.start}") if part]
    dose = [tag("span", times(entry.amount), class_="sets")]
    dose += [tag("span", part, class_="detail") for part in (entry.details, entry.ramp) if part]
    step = tag("span", f"Next time {times(entry.step)}", class_="detail") if entry.step else ()
    return tag(
        "tr",
        tag("th", tag("span", label, entry.name, class_="name"),
            tag("span", ", ".join(about), class_="detail"), step, scope="row", role="rowheader",
            class_="exercise"),
        tag("td", dose, role="cell", class_="dose"),
        tag("td", tag("span", [_box(entry, n) for n in boxes], class_="boxes"), role="cell",
            class_="done"),
        tag("td", role="cell", class_="notes"), role="row", class_=classes)


def _box(entry: EntryView, number: int) -> Markup:
    blank = tag("span", class_="blank") if entry.phase == "work" else ()
    return tag("label", tag("input", type="checkbox"),
               tag("span", f"{entry.name}, set ", class_="hidden"), f"{number}", blank,
               class_="set")


def _times(session: SessionView) -> Markup:
    """Return the figures of the timeline."""
    rows: list[tuple[str, ...]] = []
    for block in session.blocks:
        stretches = parts([view.entry for view in block])
        sums = [sum(p.seconds for p in stretches if p.kind == kind) for kind in KINDS]
        rows.append((" + ".join(view.titled for view in block), block[0].start,
                     *(wording.clock(s) if s else "" for s in sums),
                     wording.clock(sum(sums))))
    return table(f"{session.name}, minutes and seconds",
                 ("Exercise", "Starts", *(words.capitalize() for words in KINDS.values()),
                  "Takes"), rows, numbers=range(1, 3 + len(KINDS)), class_="figures")
