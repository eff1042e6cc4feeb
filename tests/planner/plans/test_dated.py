"""A plan on the calendar."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from planner.plans.dated import aims_of_plan, planned_sessions
from planner.plans.schema import Plan

WEEK = Plan.model_validate_json(
    (Path(__file__).parents[3] / "examples" / "plans" / "week_mixed.json").read_text("utf-8"))


def test_its_week_again_and_again():
    """Sessions on Monday, Tuesday, Thursday and Saturday; from a Thursday on, ten days."""
    days = [session.day for session in WEEK.sessions]

    found = planned_sessions(WEEK, date(2030, 1, 10), date(2030, 1, 19))

    assert days == ["mon", "tue", "thu", "sat"]
    assert [f"{p.on:%m-%d} {p.id}" for p in found] == [
        "01-10 thu", "01-12 sat", "01-14 mon", "01-15 tue", "01-17 thu", "01-19 sat"]


def test_work_sets_and_what_is_asked_of_one():
    """The warm-up is not counted; an entry's repetitions and reserve are what a set is asked."""
    session = WEEK.sessions[0]
    work = [entry for entry in session.entries if entry.phase == "work"]

    [found] = planned_sessions(WEEK, date(2030, 1, 7), date(2030, 1, 7))

    assert sum(found.sets.values()) == sum(entry.sets for entry in work)
    first = work[0]
    assert (found.asked[first.exercise].reps, found.asked[first.exercise].rir) == (
        first.reps, first.rir)


def test_its_goals():
    """The aims are the rows of its coverage."""
    assert {(a.id, a.min, a.target, a.max) for a in aims_of_plan(WEEK)} == {
        (row.muscle, row.min, row.target, row.max) for row in WEEK.coverage}
