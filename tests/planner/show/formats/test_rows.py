"""Entries whose sets differ, in every format: each row is there, and comes back if it is read."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import planner
from planner.catalog import load
from planner.plans.check import as_plan
from planner.request.request import as_request, normalise
from planner.show.formats import export
from planner.show.formats.table import read_rows
from tests.planner.show.conftest import SMALL
from tests.planner.show.formats.test_fit import done, steps

REQUEST = {"sessions": [{"day": "mon", "minutes": 90}], "maxes_kg": {"bench_press": 100}}
WORKOUT = """8min Rowing machine
Squat: 1x5 @ 85%, 240s rest; 3x5 @ 75%, 180s rest
Bench press: 1x3 @ 90%; 2x8 @ 70%
Chin-up: 2x5; 1x5+
Plank: 1x60s; 2x40s
"""
READ_BACK = ["text", "csv", "xlsx", "markdown", "liftoscript"]
EXACT = ["text", "csv", "xlsx"]
"""Formats that hold everything of a row; the others share one effort among the rows, or a rest."""


def plan_of(text):
    """Return what is read of a text as a plan."""
    asked = normalise(as_request(REQUEST), load())
    audit = planner.check(text, asked)
    assert audit.skipped == ()
    return as_plan(SMALL).model_copy(update={
        "request": asked, "sessions": audit.sessions, "coverage": audit.coverage})


def entries(sessions):
    """Return the work of the only session."""
    return [e for e in sessions[0].entries if e.phase == "work"]


def sets_and_reps(entry):
    """Return of an entry its rows: so many sets of so much."""
    return [(row.sets, row.reps, row.hold_s, row.to_failure) for row in entry.rows or (entry,)]


@pytest.mark.parametrize("format", EXACT)
def test_the_same_rows_again(format):
    """Sets, repetitions, holds, efforts, shares, loads and rests of every row."""
    plan = plan_of(WORKOUT)

    audit = planner.check(export(plan, format), plan.request)

    assert entries(audit.sessions) == entries(plan.sessions)
    assert audit.sessions[0].seconds == plan.sessions[0].seconds


@pytest.mark.parametrize("format", READ_BACK)
def test_the_sets_come_back(format):
    """Whatever else a format has room for, how much is done of what comes back."""
    plan = plan_of(WORKOUT)

    audit = planner.check(export(plan, format), plan.request)

    assert [sets_and_reps(e) for e in entries(audit.sessions)] == [
        sets_and_reps(e) for e in entries(plan.sessions)]


DOSES = st.builds("{}x{}{}".format, st.integers(1, 4), st.sampled_from(
    [1, 3, 5, 8, 12, "8-12"]), st.sampled_from(["", "", " to failure"]))
OPTIONS = st.tuples(
    st.sampled_from(["", "RIR 1", "RIR 3", "77.5%", "72.5%", "60kg", "62.5kg", "RIR 2, 60kg"]),
    st.sampled_from(["", "", "tempo 3-1-1-0"]), st.sampled_from(["", "", "90s rest", "4min rest"]))
SETS = st.builds(lambda dose, options: " @ ".join(
    part for part in (dose, ", ".join(filter(None, options))) if part), DOSES, OPTIONS)
NAMES = st.sampled_from(["Back squat", "Bench press", "Seated row", "Split squat", "Chin-up"])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(NAMES, st.lists(SETS, min_size=1, max_size=4)), min_size=1, max_size=4,
                unique_by=lambda entry: entry[0]), st.sampled_from(EXACT))
@example([("Bench press", ["1x5 @ 85%", "3x5 @ 75%"])], "xlsx")
@example([("Split squat", ["1x5 @ RIR 1", "3x8-12 @ RIR 3"])], "csv")
def test_any_rows_come_back(lines, format):
    """Of every row that somebody writes, what a spreadsheet, a table and a text hold of it."""
    plan = plan_of("".join(f"{name}: {'; '.join(rows)}\n" for name, rows in lines))

    audit = planner.check(export(plan, format), plan.request)

    assert [sets_and_reps(e) for e in entries(audit.sessions)] == [
        sets_and_reps(e) for e in entries(plan.sessions)]
    assert audit.sessions[0].seconds == plan.sessions[0].seconds


def test_a_line_a_row_in_csv():
    """Both rows of the squat have its place in the session; what it takes stands on the first."""
    rows = [r for r in read_rows(export(plan_of(WORKOUT), "csv")) if r["exercise"] == "back_squat"]

    told = [(r["order"], r["sets"], r["reps_low"], r["percent_1rm"], r["rest_s"]) for r in rows]
    assert told == [("2", "1", "5", "85", "240"), ("2", "3", "5", "75", "180")]
    assert rows[0]["seconds"]
    assert not rows[1]["seconds"]


def test_a_row_a_row_in_the_spreadsheet():
    """With its sets, repetitions and load; the log has each set with its own."""
    book = openpyxl.load_workbook(BytesIO(export(plan_of(WORKOUT), "xlsx")))

    plan = [row[4:8] for row in book["Plan"].iter_rows(values_only=True) if row[3] == "Bench press"]
    log = [row[4:7] for row in book["Log"].iter_rows(values_only=True) if row[3] == "Bench press"]
    # 90 and 70 % of 100 kg.
    assert [(sets, reps, load) for sets, reps, _, load in plan] == [
        (1, "3", "90 %, 90 kg"), (2, "8", "70 %, 70 kg")]
    assert log == [(1, "3", "90 kg"), (2, "8", "70 kg"), (3, "8", "70 kg")]


def test_the_goals_count_every_row_in_the_spreadsheet():
    """The sets in the rows add up to the sets of the plan."""
    plan = plan_of(WORKOUT)
    book = openpyxl.load_workbook(BytesIO(export(plan, "xlsx")))

    sets = [row[4] for row in book["Plan"].iter_rows(min_row=4, values_only=True)
            if row[2] == "Work"]
    assert sum(sets) == sum(e.sets for e in entries(plan.sessions))


def test_a_step_a_row_on_the_watch():
    """Five of the squat and then three times five, each with its rest."""
    read = steps(export(plan_of(WORKOUT), "fit"))

    squats = [s for s in read if s.get("wkt_step_name") == "Back squat" and
              s.get("intensity") == "active"]
    bench = [s for s in done(read) if s.get("wkt_step_name") == "Bench press" and
             s.get("intensity") == "active"]
    assert [s["duration_reps"] for s in squats] == [5, 5]
    assert [(s["duration_reps"], s["exercise_weight"]) for s in bench] == [
        (3, 90), (8, 70), (8, 70)]


def test_uneven_rounds_on_the_watch():
    """Two rounds of both, and one of the second alone."""
    text = "A1 2x8 Bench press\nA2 3x10 Seated row\n"

    met = [s["wkt_step_name"] for s in done(steps(export(plan_of(text), "fit")))
           if s.get("intensity") == "active"]

    assert met == ["Bench press", "Seated row", "Bench press", "Seated row", "Seated row"]


def test_sets_that_differ_in_liftoscript():
    """One after the other with a comma, as the app has them."""
    text = export(plan_of(WORKOUT), "liftoscript").decode()

    [line] = [line for line in text.splitlines() if line.startswith("Squat")]
    assert "1x5 240s 85% @" in line
    assert ", 3x5 180s 75% @" in line
