"""A spreadsheet that was exported, edited by hand and handed to `check` again."""

from __future__ import annotations

import datetime
from io import BytesIO

import openpyxl
import pytest

import planner
from planner.request.errors import InputError
from planner.show.formats import export
from tests.planner.show.formats.test_read_back import PLANS

HEAD = 3
"""The row of the sheet Plan that names its columns."""


class Edited:
    """The workbook of a plan, with its columns by name."""

    def __init__(self, plan):
        self.book = openpyxl.load_workbook(BytesIO(export(plan, "xlsx")))
        self.page = self.book["Plan"]
        self.columns = {cell.value: cell.column for cell in self.page[HEAD]}

    def row_of(self, name):
        """Return the first row of an exercise."""
        return next(row[0].row for row in self.page.iter_rows(min_row=HEAD + 1)
                    if str(row[self.columns["Exercise"] - 1].value).endswith(name))

    def put(self, row, **cells):
        """Write into cells, ``Reps_or_hold`` being the column of that name."""
        for name, value in cells.items():
            self.page.cell(row, self.columns[name.replace("_", " ")]).value = value

    def audit(self, **said):
        """Return what is said of the workbook as it is now."""
        data = BytesIO()
        self.book.save(data)
        return planner.check(data.getvalue(), **said)


@pytest.fixture
def week():
    """Return the workbook of the example week."""
    return Edited(PLANS["a week"])


def entries(audit, name):
    """Return the entries of an exercise on Monday."""
    return [e for e in audit.sessions[0].entries if e.exercise == name]


def test_an_untouched_sheet_is_the_plan(week):
    """The request comes along: the goals, the tiers and the ledger are the plan's own."""
    plan = PLANS["a week"]

    audit, own = week.audit(), planner.check(plan)

    assert audit.skipped == ()
    assert (audit.tiers, audit.coverage) == (own.tiers, own.coverage)
    assert [(r.rule, r.where, r.status) for r in audit.ledger] == [
        (r.rule, r.where, r.status) for r in own.ledger]


def test_what_is_typed_over_counts(week):
    """Sets, a range of repetitions, an effort, a load in the sheet's unit and a rest as a time.

    The other loads are shares of a maximum, so 90 % it is; half past three, as a spreadsheet takes
    3:30, are three minutes and a half.
    """
    row = week.row_of("Overhead press")
    week.put(row, Sets=4, Reps_or_hold="6-8", Effort="RPE 9", Load="90 %",
             Rest=datetime.time(3, 30))

    audit = week.audit()

    [press] = entries(audit, "overhead_press")
    assert (press.sets, press.reps, press.rir, press.percent_1rm) == (4, (6, 8), 1, 90)
    assert press.rows[0].rest_s == 210


def test_a_share_that_is_shown_as_one(week):
    """A cell of 0.8 with the format of a percentage is 80 %."""
    row = week.row_of("Overhead press")
    week.put(row, Load=0.8, Effort=None)
    week.page.cell(row, week.columns["Load"]).number_format = "0%"

    [press] = entries(week.audit(), "overhead_press")

    assert press.percent_1rm == 80


def test_a_line_that_is_deleted(week):
    """The first line of a session may go too: every line says which session it is of."""
    plan = PLANS["a week"]
    first = HEAD + 1 + len(plan.sessions[0].entries)
    week.page.delete_rows(first)

    audit = week.audit()

    assert [len(s.entries) for s in audit.sessions] == [
        len(s.entries) - (i == 1) for i, s in enumerate(plan.sessions)]


def test_an_exercise_that_is_renamed(week):
    """By any of its names: OHP is the overhead press."""
    week.put(week.row_of("Overhead press"), Exercise="OHP")
    assert len(entries(week.audit(), "overhead_press")) == 1

    week.put(week.row_of("OHP"), Exercise="Lat pull-down")
    audit = week.audit()
    assert not entries(audit, "overhead_press")
    assert entries(audit, "lat_pulldown")


def test_a_row_that_is_added(week):
    """An exercise with sets and repetitions is enough; its session is that of the row above."""
    at = week.row_of("Overhead press") + 1
    week.page.insert_rows(at)
    week.put(at, Exercise="Face pull", Sets=3, Reps_or_hold=15)

    audit = week.audit()

    assert [(e.sets, e.reps, e.phase) for e in audit.sessions[0].entries
            if e.exercise == "face_pull"] == [(3, 15, "work")]


def test_what_is_not_read_is_listed_with_its_row(week):
    """An exercise that nobody knows, a dose with two meanings, and none at all."""
    rows = [HEAD + 4, HEAD + 5, HEAD + 6]
    week.put(rows[0], Exercise="Atlas stone lift")
    week.put(rows[1], Reps_or_hold="12/8")
    week.put(rows[2], Sets=None, Reps_or_hold=None)

    audit = week.audit()

    assert [s.line for s in audit.skipped if s.why != "prose"] == rows
    assert [s.why for s in audit.skipped] == ["unknown exercise", "unclear", "wrong"]


@pytest.mark.parametrize(("day", "month"), [(8, 12), (12, 8)])
def test_a_range_that_became_a_date(week, day, month):
    """8-12 is the eighth of December or the twelfth of August; repetitions are 8 to 12."""
    week.put(week.row_of("Overhead press"), Reps_or_hold=datetime.datetime(2026, month, day))

    [press] = entries(week.audit(), "overhead_press")

    assert press.reps == (8, 12)


def test_columns_may_be_moved_and_left_out(week):
    """What a column means is said by its head."""
    week.page.delete_cols(week.columns["Equipment"], 4)
    week.page.insert_cols(1)

    assert week.audit().skipped == ()


def test_a_session_without_its_week_brings_no_request():
    """One session of the plan is judged by itself."""
    plan = PLANS["a week"]
    data = export(plan, "xlsx", sessions=plan.sessions[0].id)

    audit = planner.check(data)

    assert len(audit.sessions) == 1
    assert audit.notes[0].startswith("Judged as hypertrophy")


def test_bytes_may_be_a_text_or_a_plan():
    """What a file holds is told from its bytes."""
    assert entries(planner.check(b"5x5 Deadlift"), "deadlift")
    plan = PLANS["a week"]
    assert planner.check(plan.model_dump_json().encode()).tiers == planner.check(plan).tiers
    with pytest.raises(InputError, match="this is not text in UTF-8"):
        planner.check(b"\xff\xff5x5")
