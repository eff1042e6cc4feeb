"""Names and titles of every kind go through every format unharmed, and do no harm there."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from typing import Any

import fitdecode
import icalendar
import openpyxl
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from planner.catalog import Catalog
from planner.plans.schema import Plan
from planner.show.formats import export, written
from planner.show.formats.fit import MAX_BYTES
from planner.show.formats.table import read_rows
from planner.show.view import printable
from planner.workout.notation.read import read
from tests.planner.first_exercises import first_exercises
from tests.planner.show.conftest import HEADLINE, MONDAY, SMALL
from tests.planner.show.formats.liftosaur import exercises_of

CATALOG = first_exercises()
PLAN = Plan.model_validate(SMALL)
RENAMED = "deadlift"
ODD = [
    "=cmd|' /C calc'!A0", "+1+1", "-2", "@SUM(A1)", "\t=1", "＝1+1", "'=1", "''=1", "'quoted'",
    "<script>alert(1)</script>", "</td><td>", "\"a, b\"; c", "a\\nb", "a\nb\r\nc", "日本語の運動",
    "תרגיל", "تمرين", "Übung №5", "🏋️‍♀️ lift", "x" * 200, "ш" * 200, "[x](javascript:alert(1))",
    "![x](y)", "https://example.org", "www.example.org", "**bold** _it_ `code` ~~s~~ | cell",
    "# Week 2", "## Day 1", "// note", "...Squat[1-4]", "{~ weights += 1kg ~}", "a/b/c", "a: b, c",
    "3x8 curl", "A1 curl", "Monday", "Warm-up: curl", "curl @ 60kg", "curl # best",
    "curl to failure", "1. first", "- item", "---", "BEGIN:VEVENT", "a;b:c,d", "_x0041_",
    "Push-up", "push_up", "\x00\x07bell", "\u202eright to left", "zero\u200bwidth", "&amp; &lt;",
    "$x$", "\u2028", "s", ".", ".#0",
]


def called(name: str) -> Catalog:
    """Return the catalogue with another name for the deadlift."""
    return CATALOG.model_copy(update={"exercises": tuple(
        e.model_copy(update={"name": name}) if e.id == RENAMED else e
        for e in CATALOG.exercises)})


def shown(name: str) -> str:
    """Return the name as it is to be found: one line, or the id where nothing is left."""
    return printable(name) or RENAMED


def every_odd_name(test: Any) -> Any:
    """Run a property for any text, and for all the names above."""
    for name in ODD:
        test = example(name)(test)
    texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200)
    return settings(max_examples=12, deadline=None)(given(texts)(test))


@every_odd_name
def test_printable(text: str) -> None:
    """What is printable is one trimmed line, and stays as it is when it is cleaned again."""
    clean = printable(text)

    assert clean == printable(clean) == clean.strip()
    assert len(clean.splitlines()) <= 1
    assert not set("\x00\x07\x1b\u202e\u2066\ufeff") & set(clean)


@every_odd_name
def test_csv(name: str) -> None:
    """The name comes back from the file, and no cell of it begins like a formula."""
    data = export(PLAN, "csv", called(name))

    assert [row["name"] for row in read_rows(data) if row["exercise"] == RENAMED] == [shown(name)]
    cells = [cell for row in csv.reader(StringIO(data.decode("utf-8-sig"), newline=""))
             for cell in row]
    assert not [c for c in cells if c.lstrip()[:1] in set("=+-@\t\r\n＝＋－＠")
                and c.lstrip()[:1] and not c.lstrip("-").replace(".", "").isdigit()]


@every_odd_name
def test_spreadsheet(name: str) -> None:
    """Names and titles are strings; the only formulas are those of the sheet Coverage."""
    data = export(PLAN, "xlsx", called(name), title=name)
    book = openpyxl.load_workbook(BytesIO(data))

    # The reader leaves the escape of an underscore as it is; Excel does not.
    assert str(book["Plan"]["D6"].value).replace("_x005F_", "_") == shown(name)
    assert book["Plan"]["A1"].data_type == "s"
    formulas = {(sheet.title, cell.value) for sheet in book for row in sheet for cell in row
                if cell.data_type == "f"}
    assert {title for title, _ in formulas} == {"Coverage"}
    assert all(str(f).startswith(("=SUMPRODUCT(Plan!$E$4", "=IF(", "=F", "=SUM(H4"))
               for _, f in formulas)
    assert not [cell for sheet in book for row in sheet for cell in row if cell.hyperlink]


@every_odd_name
def test_calendar(name: str) -> None:
    """A calendar has its two events, the title and the name whole, whatever they hold."""
    data = export(PLAN, "ics", called(name), title=name, start="2026-12-01T18:00")
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")

    assert len(events) == 2
    assert f"\n{shown(name)}: 5 x 5, RIR 2" in str(events[0]["description"])
    assert str(events[0]["summary"]) == f"{printable(name) or 'Training'} (52 min)"
    assert max(map(len, data.split(b"\r\n"))) <= 75


@every_odd_name
def test_markdown(name: str) -> None:
    """In Markdown a name is text: no markup, no link, no HTML comes of it."""
    text = export(PLAN, "markdown", called(name), title=name).decode()
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tokens = [t for token in reader.parse(text) for t in (token, *(token.children or ()))]

    assert {t.type for t in tokens} <= {
        "heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "text",
        "text_special", "table_open", "table_close", "thead_open", "thead_close", "tbody_open",
        "tbody_close", "tr_open", "tr_close", "th_open", "th_close", "td_open", "td_close",
        "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close", "softbreak"}
    plain = ["".join(c.content for c in token.children or ()) for token in tokens
             if token.type == "inline"]
    assert f"{shown(name)} (ramp: 5 at 57.5 kg, 3 at 95 kg)" in plain
    assert plain[0] == (printable(name) or HEADLINE)
    assert sum(t.type == "tr_open" for t in tokens) == len(MONDAY) + 3 + 5 + 3


@every_odd_name
def test_set_notation(name: str) -> None:
    """Text reads back to the same exercises, by id or alias where a name is that of another."""
    catalog = called(name)
    result = written(PLAN, "text", catalog, title=name)
    sessions = read(result.data.decode(), catalog, "hypertrophy", "intermediate").sessions

    assert [s.day for s in sessions] == ["mon", "thu"]
    if printable(name).casefold() in ("push-up", "push_up"):
        # Of two exercises with this name it is that of the first by id; the other one has an alias.
        assert catalog.names.find("push-up") == RENAMED
    assert [e.exercise.id for e in sessions[0].entries] == [e["exercise"] for e in MONDAY]
    assert result.losses == ()


@every_odd_name
def test_liftoscript(name: str) -> None:
    """Liftosaur sees the same exercises, each once; signs it cannot have are left out."""
    catalog = CATALOG.model_copy(update={"exercises": tuple(
        e.model_copy(update={"name": name}) if e.id == "curl_21s" else e
        for e in CATALOG.exercises)})
    text = export(PLAN, "liftoscript", catalog, title=name).decode()

    days = exercises_of(text)
    assert [len(day) for day in days] == [6, 2]
    assert days[0][4].sets == "3x21 75s 45% @8"
    assert not set("/{}()#[]|!\n") & set(days[0][4].name)


@every_odd_name
def test_watch(name: str) -> None:
    """A watch shows as much of the name as its field holds, in whole characters."""
    result = written(PLAN, "fit", called(name), sessions="mon", title=name)
    with fitdecode.FitReader(BytesIO(result.data), check_crc=fitdecode.CrcCheck.RAISE) as reader:
        names = [frame.get_value("wkt_step_name", fallback="") for frame in reader
                 if frame.frame_type == fitdecode.FIT_FRAME_DATA and frame.name == "workout_step"]

    whole = shown(name)
    found = next(n for n in names if n not in ("Fast walk on the treadmill", "Cat/cow", "", None))
    assert whole.startswith(found)
    assert (found == whole) == (len(whole.encode()) <= MAX_BYTES)
    assert any(s.startswith("names are cut") for s in result.losses) == (found != whole)


def test_the_plan_itself() -> None:
    """The plan as JSON is the plan."""
    assert Plan.model_validate_json(export(PLAN, "json")) == PLAN
