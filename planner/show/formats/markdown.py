"""Markdown: a page to read, to paste into notes and to print."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from planner.show.export_options import Options
from planner.show.formats.base import BaseFormat, Export
from planner.show.unlike import unlike
from planner.show.view import CoverageView, EntryView, SessionView, Sheet
from planner.show.wording import figure

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~$&])")
_STARTS = re.compile(r"^(\d+(?=[.)])|)([-+=.)!])")
_LINKS = re.compile(r"(?i)(:)(?=//)|(?<=www)(\.)")


class Markdown(BaseFormat):
    """A heading a session, its parts as tables in the dialect of GitHub."""

    def write(self, sheet: Sheet, options: Options) -> Export:
        """Return the page."""
        return Export(("\n\n".join(_page(sheet)) + "\n").encode())


def plain(text: str) -> str:
    """Return a text within a line, in which nothing is markup or a link."""
    return _LINKS.sub(lambda m: f"\\{m[0]}", _SIGNS.sub(r"\\\1", text))


def paragraph(text: str) -> str:
    """Return a text on a line of its own, which is no list either."""
    return _STARTS.sub(lambda m: f"{m[1]}\\{m[2]}", plain(text))


def _page(sheet: Sheet) -> Iterator[str]:
    yield f"# {plain(sheet.title)}"
    if sheet.title != sheet.headline:
        yield f"{paragraph(sheet.headline)}. {plain(sheet.status)}"
    else:
        yield paragraph(sheet.status)
    if sheet.advice:
        yield "## Take care"
        yield _list(sheet.advice)
    for session in sheet.sessions:
        yield from _session(session)
    if sheet.notes:
        yield "## Notes"
        yield _list(sheet.notes)
    for session in sheet.sessions:
        yield from _reasons(session)
    if sheet.coverage:
        yield "## Coverage, in fractional sets"
        yield _table(("goal", "sets", "min", "target", "max", ""), "<>>>><",
                     [_coverage(row) for row in sheet.coverage])


def _session(session: SessionView) -> Iterator[str]:
    when = f", {session.start:%Y-%m-%d %H:%M}" if session.start else ""
    budget = f" of {session.budget}" if session.budget else ""
    yield f"## {plain(session.name)}{when}: {session.minutes}{budget} minutes"
    if session.purpose:
        yield paragraph(f"{session.purpose[:1].upper()}{session.purpose[1:]}.")
    for title, entries in session.parts:
        yield f"### {title}"
        if title == "Work":
            yield _table(("start", "exercise", "sets x reps", "effort", "load", "rest",
                          "next time"), "><<<>><",
                         [_work(row) for entry in entries for row in unlike(entry)])
        else:
            yield _table(("start", "exercise", "for"), "><<",
                         [(e.start, e.titled, e.amount) for e in entries])


def _reasons(session: SessionView) -> Iterator[str]:
    work = [e for e in session.entries if e.phase == "work"]
    for title, said in (("why", [(e.name, e.why) for e in work]),
                        ("next time", [(e.name, e.next_time) for e in work])):
        items = [f"- {paragraph(name)}: {plain(sentence)}" for name, sentence in said if sentence]
        if items:
            yield f"## {plain(session.name)}, {title}"
            yield "\n".join(items)


def _work(entry: EntryView) -> tuple[str, ...]:
    name = f"{entry.titled} ({entry.ramp})" if entry.ramp else entry.titled
    return (entry.start, name, entry.dose, entry.effort, entry.load, entry.rest, entry.step)


def _coverage(row: CoverageView) -> tuple[str, ...]:
    return (row.name, *(figure(v) for v in (row.sets, row.min, row.target, row.max)),
            "" if row.state == "within" else row.state)


def _list(sentences: Sequence[str]) -> str:
    return "\n".join(f"- {paragraph(sentence)}" for sentence in sentences)


def _table(head: Sequence[str], align: str, rows: Sequence[Sequence[str]]) -> str:
    cells = [list(head), *([plain(cell) for cell in row] for row in rows)]
    widths = [max(3, *(len(row[i]) for row in cells)) for i in range(len(head))]
    rule = ["-" * (width - 1) + (":" if side == ">" else "-")
            for width, side in zip(widths, align, strict=True)]
    lines = [[f"{cell:{side}{width}}" for cell, side, width in zip(row, align, widths, strict=True)]
             for row in cells]
    return "\n".join(f"| {' | '.join(line)} |" for line in (lines[0], rule, *lines[1:]))


MARKDOWN = Markdown("markdown", (".md", ".markdown"), "a page in Markdown")
