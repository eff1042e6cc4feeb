"""A spreadsheet: the plan, its coverage with live formulas, a log to fill in, and the request.

The sheet Plan is read back; its columns are named where that is done.

Every name is written as a string, never as a formula or a link, and what
begins like a formula is marked as text (CWE-1236).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from io import BytesIO
from itertools import islice
from typing import Any

from planner.request.extras import needed
from planner.show.export_options import Options
from planner.show.formats.base import BaseFormat, Export
from planner.show.formats.request_json import LEFT_OUT, request_json
from planner.show.formats.table import harmless
from planner.show.unlike import unlike
from planner.show.view import CoverageView, EntryView, SessionView, Sheet
from planner.show.wording import phase_title
from planner.workout.dose import QUARTERS, quarters
from planner.workout.notation.plan_sheet import (
    EFFORT,
    EXERCISE,
    LOAD,
    PHASE,
    PLAN,
    REPS,
    REQUEST,
    REST,
    SESSION,
    SETS,
)

EPOCH = datetime(2020, 1, 1)
"""When the file says it was made: the same plan gives the same bytes."""

_PLAN = ((SESSION, 20), ("Start", 7), (PHASE, 10), (EXERCISE, 30), (SETS, 6), (REPS, 13),
         (EFFORT, 11), (LOAD, 9), (REST, 7), ("Equipment", 22), ("Ramp", 36), ("Why", 44),
         ("Next time", 44))
MOST_SETS = 100
"""Of an entry in the log, whatever somebody has written into a plan."""
_SETS_AT = [title for title, _ in _PLAN].index(SETS)
"""Where the sets stand in a row of the plan."""
MOST_CHARS = 32_767
"""Of a cell."""
_COVERAGE = (("Goal", 18), ("Sets", 8), ("Min", 7), ("Target", 8), ("Max", 7), ("Weight", 8),
             ("State", 10), ("Loss", 8))
_LOG = (("Week", 6), ("Date", 12), ("Session", 20), ("Exercise", 30), ("Set", 5), ("Planned", 13),
        ("Load", 9), ("Reps or s", 10), ("kg", 8), ("RIR", 6), ("Notes", 30))


class Spreadsheet(BaseFormat):
    """Four sheets: Plan, Coverage, Log and Request."""

    def write(self, sheet: Sheet, options: Options) -> Export:
        """Return the workbook."""
        book = _Book(needed("xlsxwriter", "export", self.says), sheet.title)
        goals = [row for row in sheet.coverage if _known(row, sheet)]
        rows = [(s, part) for s in sheet.sessions for e in s.entries for part in unlike(e)]
        worth = [[_worth(e, goal, sheet) for goal in goals] for _, e in rows]
        _plan(book, sheet, rows, goals, worth)
        _coverage(book, sheet, rows, goals, worth)
        _log(book, sheet, options)
        losses = _request(book, sheet)
        return Export(book.close(), losses)


def workbook(sheets: Sequence[tuple[str, Sheet]], title: str) -> bytes:
    """Return a workbook with a tab for each of several plans.

    Parameters
    ----------
    sheets
        The plans by the names of their tabs.
    """
    book = _Book(needed("xlsxwriter", "export", XLSX.says), title)
    for name, sheet in sheets:
        rows = [(s, part) for s in sheet.sessions for e in s.entries for part in unlike(e)]
        _plan(book, sheet, rows, (), (), name)
    return book.close()


class _Book:
    """A workbook and its few formats."""

    def __init__(self, xlsxwriter: Any, title: str) -> None:
        self._data = BytesIO()
        self._book = xlsxwriter.Workbook(self._data, {
            "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
            "strings_to_numbers": False})
        self._book.set_properties({"title": title[:255], "created": EPOCH})
        add = self._book.add_format
        self.title = add({"bold": True, "font_size": 14})
        self.head = add({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self.words = add({"text_wrap": True, "valign": "top"})
        self.first = add({"text_wrap": True, "valign": "top", "top": 1})
        self.number = add({"valign": "top", "align": "left"})
        self.date = add({"valign": "top", "num_format": "yyyy-mm-dd", "align": "left"})
        self.quiet = add({"font_color": "#666666"})
        self.again = add({"font_color": "#999999", "valign": "top", "text_wrap": True})
        self.typed = add({"text_wrap": True, "valign": "top", "num_format": "@"})
        self.first_typed = add({"text_wrap": True, "valign": "top", "top": 1, "num_format": "@"})
        self._quoted = {f: add({"text_wrap": True, "valign": "top", "quote_prefix": True, **more})
                        for f, more in (
                            (self.words, {}), (self.first, {"top": 1}), (self.again, {}),
                            (self.typed, {}), (self.first_typed, {"top": 1}))}
        self._quoted[self.title] = add({"bold": True, "font_size": 14, "quote_prefix": True})

    def sheet(self, name: str, columns: Sequence[tuple[str, int]], head_row: int) -> Any:
        """Return a new sheet with a head that stays and is printed on every page."""
        made = self._book.add_worksheet(name)
        made.freeze_panes(head_row + 1, 0)
        made.set_landscape()
        made.set_paper(9)
        made.fit_to_pages(1, 0)
        made.repeat_rows(head_row)
        made.ignore_errors({"number_stored_as_text": "A1:L10000"})
        for i, (title, width) in enumerate(columns):
            made.set_column(i, i, width)
            made.write_string(head_row, i, title, self.head)
        return made

    def text(self, sheet: Any, row: int, column: int, text: str, form: Any) -> None:
        """Write a text, marked as one where it begins like a formula."""
        if text:
            like_formula = harmless(text) != text
            sheet.write_string(row, column, text, self._quoted[form] if like_formula else form)

    def close(self) -> bytes:
        """Return the bytes of the file."""
        self._book.close()
        return self._data.getvalue()


def _known(row: CoverageView, sheet: Sheet) -> bool:
    catalog = sheet.catalog
    return any(row.id in ids for ids in (catalog.group_by_id, catalog.muscle_by_id,
                                         catalog.pattern_by_id, catalog.family_by_id))


def _worth(entry: EntryView, goal: CoverageView, sheet: Sheet) -> float:
    """Return the fractional sets that one set of an entry gives to a goal."""
    if entry.phase != "work" or entry.exercise is None:
        return 0.0
    return quarters(sheet.catalog, entry.exercise, goal.id, entry.entry.credit) / QUARTERS


def _plan(book: _Book, sheet: Sheet, rows: Sequence[tuple[SessionView, EntryView]],
          goals: Sequence[CoverageView], worth: Sequence[Sequence[float]],
          name: str = PLAN) -> None:
    page = book.sheet(name, _PLAN, 2)
    book.text(page, 0, 0, sheet.title, book.title)
    page.write_string(1, 0, f"{sheet.headline}. {sheet.status}", book.quiet)
    before = None
    for at, (session, entry) in enumerate(rows, start=3):
        form = book.words if session is before else book.first
        # What somebody types over a text such as 2:30 or 8-12 stays what was typed.
        typed = book.typed if session is before else book.first_typed
        forms = {SESSION: book.again if session is before else book.first, REPS: typed, LOAD: typed,
                 REST: typed}
        cells = {SESSION: f"{session.name}, {session.minutes} min", "Start": entry.start,
                 PHASE: phase_title(entry.phase), EXERCISE: entry.titled, REPS: entry.once,
                 EFFORT: entry.effort, LOAD: _load(entry, sheet), REST: entry.rest,
                 "Equipment": entry.equipment, "Ramp": entry.ramp.removeprefix("ramp: "),
                 "Why": entry.why, "Next time": entry.next_time}
        for column, (title, _) in enumerate(_PLAN):
            book.text(page, at, column, cells.get(title, ""), forms.get(title, form))
        page.write_number(at, _SETS_AT, entry.entry.sets, form)
        before = session
    # What a set is worth for each goal: the coverage is counted from it, folded away.
    for i, goal in enumerate(goals, start=len(_PLAN)):
        page.write_string(2, i, f"{goal.name} a set", book.head)
        page.set_column(i, i, 9, None, {"level": 1, "hidden": True})
        for at, shares in enumerate(worth, start=3):
            page.write_number(at, i, shares[i - len(_PLAN)], book.number)


def _load(entry: EntryView, sheet: Sheet) -> str:
    """Return the load of a row, of sets that differ with the share that makes it of a maximum."""
    known = entry.entry.exercise in sheet.plan.request.maxes_kg
    shares = [row.percent_1rm for row in entry.entry.rows if row.percent_1rm is not None]
    if known and shares and entry.entry.load_kg is not None:
        return f"{shares[0]:g} %, {entry.load}"
    return entry.load


def _coverage(book: _Book, sheet: Sheet, rows: Sequence[tuple[SessionView, EntryView]],
              goals: Sequence[CoverageView], worth: Sequence[Sequence[float]]) -> None:
    page = book.sheet("Coverage", _COVERAGE, 2)
    page.write_string(0, 0, "Coverage, in fractional sets", book.title)
    page.write_string(1, 0, f"Change the sets on the sheet {PLAN} and look here.", book.quiet)
    at_sets = column_name(_SETS_AT)
    sets = [entry.entry.sets for _, entry in rows]
    weights = {row.muscle: row.weight for row in sheet.plan.coverage}
    last = len(rows) + 3
    losses = []
    for at, goal in enumerate(goals, start=4):
        i = at - 4
        column = column_name(len(_PLAN) + i)
        total = sum(n * shares[i] for n, shares in zip(sets, worth, strict=True))
        loss = weights[goal.id] * QUARTERS * (
            4 * max(0.0, goal.min - total) + 2 * max(0.0, total - goal.max))
        losses.append(loss)
        book.text(page, at - 1, 0, goal.name, book.words)
        page.write_formula(at - 1, 1, f"=SUMPRODUCT({PLAN}!${at_sets}$4:${at_sets}${last},"
                           f"{PLAN}!${column}$4:${column}${last})", book.number, total)
        for place, value in enumerate((goal.min, goal.target, goal.max, weights[goal.id]), start=2):
            page.write_number(at - 1, place, value, book.number)
        page.write_formula(at - 1, 6, f'=IF(B{at}<C{at},"below",IF(B{at}>E{at},"above","within"))',
                           book.number, state(total, goal))
        page.write_formula(
            at - 1, 7, f"=F{at}*{QUARTERS}*(4*MAX(0,C{at}-B{at})"
                       f"+2*MAX(0,B{at}-E{at}))", book.number, loss)
    if goals:
        at = len(goals) + 4
        page.write_string(at - 1, 0, "Coverage loss, points", book.head)
        page.write_formula(at - 1, 7, f"=SUM(H4:H{at - 1})", book.head, sum(losses))


def state(total: float, goal: CoverageView) -> str:
    """Return how a sum stands to a goal, as the formula says it."""
    return "below" if total < goal.min else "above" if total > goal.max else "within"


def column_name(index: int) -> str:
    """Return the letters of a column counted from 0: ``A``, ``Z``, ``AA``."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _log(book: _Book, sheet: Sheet, options: Options) -> None:
    page = book.sheet("Log", _LOG, 0)
    at = 0
    for at, (week, session, entry, number) in enumerate(_sets(sheet, options.weeks), start=1):
        page.write_number(at, 0, week + 1, book.number)
        if session.start is not None:
            date = session.start.date() + timedelta(weeks=week)
            page.write_datetime(at, 1, date, book.date)
        book.text(page, at, 2, session.name, book.words)
        book.text(page, at, 3, entry.titled, book.words)
        page.write_number(at, 4, number, book.number)
        book.text(page, at, 5, entry.once, book.words)
        book.text(page, at, 6, entry.load, book.words)
    if at:
        for column, most in ((7, 10_000), (8, 1_000), (9, 30)):
            page.data_validation(1, column, at, column, {
                "validate": "decimal", "criteria": "between", "minimum": 0, "maximum": most,
                "error_title": "A number", "error_message": f"From 0 to {most}."})
        page.autofilter(0, 0, at, len(_LOG) - 1)


def _sets(sheet: Sheet, weeks: int) -> Iterator[tuple[int, SessionView, EntryView, int]]:
    """Yield every work set of all weeks: the week from 0, its own row, the set from 1."""
    for week in range(weeks):
        for session in sheet.sessions:
            for entry in session.entries:
                each = (part for part in unlike(entry) for _ in range(part.entry.sets))
                if entry.phase == "work":
                    for number, part in enumerate(islice(each, MOST_SETS), start=1):
                        yield week, session, part, number


def _request(book: _Book, sheet: Sheet) -> tuple[str, ...]:
    """Write what the plan was made for, by which an edited sheet is judged again."""
    if len(sheet.sessions) != len(sheet.plan.sessions):
        return (LEFT_OUT,)
    asked = request_json(sheet.plan)
    if len(asked) > MOST_CHARS:
        return (f"the request is left out: a cell holds {MOST_CHARS} characters",)
    page = book.sheet(REQUEST, (("What the plan was made for; coach check judges it by this",
                                 120),), 0)
    page.write_string(1, 0, asked, book.words)
    return ()


XLSX = Spreadsheet("xlsx", (".xlsx",), "a spreadsheet", extra="export")
