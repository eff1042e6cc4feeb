"""A block as a file: every week at its date, in its tab, under its heading."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

import pytest

import planner
from planner.blocks.files import export_block, format_of

START = "2026-12-01T18:00"


@pytest.fixture(scope="module")
def block():
    """Return four weeks of two short sessions."""
    sessions = [{"day": "tue", "minutes": 30}, {"day": "fri", "minutes": 30}]
    return planner.block({"sessions": sessions, "goal": "strength", "limits": {"seconds": 2}},
                         weeks=4)


def test_a_calendar_of_all_weeks(block):
    """Two sessions a week, from Tuesday 1 December on: the last is Friday of the fourth week."""
    icalendar = pytest.importorskip("icalendar")
    events = icalendar.Calendar.from_ical(export_block(block, "ics", start=START)).walk("VEVENT")
    starts = sorted(e["dtstart"].dt for e in events)

    assert len({str(e["uid"]) for e in events}) == 8
    assert (starts[0], starts[-1]) == (datetime(2026, 12, 1, 18), datetime(2026, 12, 25, 18))


def test_a_tab_a_week(block):
    """The workbook has a tab for each week, with the work of that week."""
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(BytesIO(export_block(block, "xlsx")))

    assert book.sheetnames == ["Week 1", "Week 2", "Week 3", "Week 4"]
    for week in block.weeks:
        sheet = book[f"Week {week.week}"]
        head = [cell.value for cell in sheet[3]]
        sets = [row[head.index("Sets")].value for row in sheet.iter_rows(min_row=4)]
        assert sum(n for n in sets if n) == sum(
            e.sets for s in week.plan.sessions for e in s.entries)


@pytest.mark.parametrize("number", [1, 4])
def test_text_comes_back_by_its_week(block, number):
    """What is written is read again: the sets and repetitions of any week."""
    audit = planner.check(export_block(block, "text").decode(), {"goal": "strength"}, week=number)
    plan = block.weeks[number - 1].plan

    assert [[(e.exercise, e.sets, e.reps) for e in s.entries] for s in audit.sessions] == [
        [(e.exercise, e.sets, e.reps) for e in s.entries] for s in plan.sessions]


def test_liftoscript_has_every_week(block):
    """A heading a week, in the order of the block."""
    text = export_block(block, "liftoscript").decode()

    assert [line for line in text.splitlines() if line.startswith("# ")] == [
        f"# Week {n}" for n in (1, 2, 3, 4)]


def test_what_cannot_be_written(block):
    """A calendar needs a date; a name needs a suffix that is known."""
    with pytest.raises(planner.InputError, match="time of the first session"):
        export_block(block, "ics")
    with pytest.raises(planner.InputError, match=r"\.ics"):
        format_of("block.doc")
    with pytest.raises(planner.InputError, match="unknown format 'excel'"):
        export_block(block, "excel")
