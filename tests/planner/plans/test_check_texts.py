"""Auditing texts: what was not read is listed, and what was written counts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import planner
from planner.plans.check import as_plan
from planner.plans.schema import Plan
from planner.request.errors import InputError

TEXT = """My programme
Monday
8 min rowing machine
4x8 Bench press
Rest 90 seconds between sets.
3x8 Wobble press
Bench press 20x5
"""
WITH_MAX = ("# request: {goal: hypertrophy, sessions: [{day: mon, minutes: 60}], "
            "maxes_kg: {bench_press: 100}}\n8min rowing machine\n")


def work(audit):
    """Return the work entries of an audit's only session."""
    (session,) = audit.sessions
    return [e for e in session.entries if e.phase == "work"]


def test_what_is_left_out_is_listed():
    """Prose, an unknown name and a line with two meanings: each with its number and why."""
    audit = planner.check(TEXT)

    assert [(s.line, s.why) for s in audit.skipped] == [
        (1, "prose"), (5, "prose"), (6, "unknown exercise"), (7, "unclear")]
    assert audit.skipped[2].near
    assert "20 sets of 5, or 5 repetitions with 20 kg" in audit.skipped[3].says
    assert [e.exercise for e in work(audit)] == ["bench_press"]


def test_strict_makes_it_an_error():
    """Twins: the same text, read strictly, ends with its first line."""
    with pytest.raises(InputError) as refused:
        planner.check(TEXT, strict=True)

    assert refused.value.where == "<text>:1"


def test_nothing_that_could_be_read():
    """A text without any exercise is an error that names its lines."""
    with pytest.raises(InputError, match=r"unknown exercise 'Wobble press'.*nor could line 2"):
        planner.check("3x8 Wobble press\n3x8 Sky curl")


def test_how_each_line_was_read():
    """The reading has the line, its words and what they were taken for."""
    read = {r.line: (r.says, r.remark) for r in planner.check(TEXT + "3x12 Superman").reading}

    assert read[2] == ("mon", "")
    assert read[4][0].startswith("4x8 Bench press")
    assert read[8] == ("3x12s Superman plank", "12 was taken as seconds of a hold")


def test_a_written_load_is_the_load():
    """Without a maximum 60 kg are 60 kg; with one of 100 they leave seven in reserve at eight."""
    (alone,) = work(planner.check("8min rowing machine\n3x8 Bench press @ 60kg"))
    (judged,) = work(planner.check(f"{WITH_MAX}3x8 Bench press @ 60kg"))

    assert (alone.load_kg, alone.rows[0].load_kg) == (60, 60)
    assert (judged.load_kg, judged.percent_1rm, judged.rir) == (60, 60, 7)


def test_what_the_table_says_anyway_is_no_news():
    """A rest that is the table's own, and a load that the maximum gives, leave no rows."""
    (plain,) = work(planner.check(f"{WITH_MAX}3x8 Bench press"))
    (written,) = work(planner.check(
        f"{WITH_MAX}3x8 Bench press @ {plain.load_kg}kg, {plain.rest_s}s rest"))

    assert written == plain
    assert plain.rows == ()


def test_rows_survive_a_plans_file():
    """A plan whose entry has rows is read back with them, and judged by the same clock."""
    asked = {"sessions": [{"day": "mon", "minutes": 30}], "limits": {"seconds": 2}}
    data = planner.plan(asked).model_dump(mode="json", by_alias=True)
    entry = next(e for e in data["sessions"][0]["entries"] if e["phase"] == "work"
                 and e["reps"] is not None and e["superset"] is None)
    row = {"sets": 1, "reps": 5, "rir": 2.0, "rest_s": 300}
    entry["rows"] = [row, {**row, "reps": 8}]
    entry["sets"] = 2

    audit = planner.check(json.dumps(data))
    again = next(e for e in audit.sessions[0].entries if e.exercise == entry["exercise"])

    assert [(r.sets, r.reps, r.rest_s) for r in again.rows] == [(1, 5, 300), (1, 8, 300)]
    assert again.rest_s == 300
    assert isinstance(as_plan(data), Plan)


@pytest.mark.parametrize(("field", "value", "says"), [
    ("rows", [{"sets": 1, "reps": 5}], "the rows have 1 set of the"),
    ("sets", 10**30, "is out of range: expected at most 100"),
    ("reps", 10**9, "is out of range: expected at most 1000")])
def test_a_damaged_entry(field, value, says):
    """What no entry can hold is refused with its place."""
    asked = {"sessions": [{"day": "mon", "minutes": 20}], "limits": {"seconds": 2}}
    data = planner.plan(asked).model_dump(mode="json", by_alias=True)
    place, entry = next((k, e) for k, e in enumerate(data["sessions"][0]["entries"])
                        if e["phase"] == "work" and e["sets"] > 1)
    entry[field] = value

    with pytest.raises(InputError, match=says) as refused:
        planner.check(data)

    assert refused.value.where == f"sessions.0.entries.{place}.{field}"


def test_days_out_of_order():
    """Where the days of a text do not follow each other they are only names."""
    audit = planner.check("Friday\n3x8 Squat\nMonday\n3x8 Bench press")

    assert [s.day for s in audit.sessions] != ["fri", "mon"]
    assert len(audit.sessions) == 2


def test_the_week_that_is_judged():
    """The first one, and a note says which others there are; another one may be asked for."""
    text = "Week 1\nSquat 3x5\nWeek 2\nSquat 3x3\nWeek 3\nSquat 3x1"

    first, second = planner.check(text), planner.check(text, week=2)

    assert [work(a)[0].reps for a in (first, second)] == [5, 3]
    assert first.notes[-1] == ("Week 1 is judged; the text also has weeks 2 and 3, which --week "
                               "picks.")
    assert "the text also has weeks 1 and 3" in second.notes[-1]


def test_a_plan_has_no_weeks():
    """It is one."""
    week = Path(__file__).parents[3] / "examples" / "plans" / "week_mixed.json"

    with pytest.raises(InputError, match="a plan is one week; leave the week out"):
        planner.check(week.read_text("utf-8"), week=1)


def test_a_log_of_an_app_is_no_workout():
    """It is a table of what was done, which another function reads."""
    with pytest.raises(InputError, match="this is a training log of Hevy, not a workout"):
        planner.check('"title","start_time","exercise_title","reps"\n"Upper","9 Jan","Row",8\n')
