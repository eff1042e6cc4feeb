"""A top set and back-off sets: what is lighter, and that nothing else changes."""

from __future__ import annotations

import pytest

import planner

ASKED = {"goal": "strength", "sessions": [{"day": "mon", "minutes": 45}],
         "maxes_kg": {"back_squat": 100}, "include": [{"exercise": "back_squat", "sets": 4}],
         "limits": {"seconds": 1}}


@pytest.fixture(scope="module")
def plan():
    """Return a session of strength with top sets."""
    return planner.plan({**ASKED, "top_set": True})


def squat(plan):
    """Return the back squat of a plan."""
    return next(e for e in plan.sessions[0].entries if e.exercise == "back_squat")


def test_the_others_are_lighter(plan):
    """Five with two in reserve are seven to failure: 81 % by the chart, and a tenth less is 73 %.

    Of a single of 100 kg that is 81 and 73, on plates of 2.5 kg: 80 and 72.5. At 73 % the chart has
    ten to failure, so five leave five in reserve.
    """
    rows = [(r.sets, r.reps, r.rir, r.percent_1rm, r.load_kg) for r in squat(plan).rows]

    assert rows == [(1, 5, 2, 81, 80.0), (3, 5, 5, 73, 72.5)]


def test_nothing_else_changes(plan):
    """The twin without top sets has the same entries, seconds, coverage and prices."""
    twin = planner.plan(ASKED)

    assert squat(twin).rows == ()
    assert [(e.exercise, e.sets, e.reps, e.seconds) for e in plan.sessions[0].entries] == [
        (e.exercise, e.sets, e.reps, e.seconds) for e in twin.sessions[0].entries]
    assert plan.coverage == twin.coverage
    assert plan.quality_parts == twin.quality_parts


def test_what_is_added_next_time(plan):
    """The top set decides."""
    assert "When the top set reaches 6 reps with 2 in reserve, add 5 kg" in squat(plan).next_time


@pytest.mark.parametrize("other", [{"goal": "hypertrophy"}, {"level": "novice"},
                                   {"include": [{"exercise": "back_squat", "sets": 2}]}])
def test_who_has_none(other):
    """Nobody but a strength lifter who knows the lift, and not of two sets."""
    plan = planner.plan({**ASKED, "able": ["back_squat"], "top_set": True, **other})

    assert all(e.rows == () for e in plan.sessions[0].entries if e.exercise == "back_squat")


def test_it_comes_back_from_its_text(plan):
    """The exported text is read back to the same sets and seconds."""
    audit = planner.check(planner.export(plan, "text").decode())

    assert [(r.sets, r.reps, r.load_kg) for r in squat(audit).rows] == [(1, 5, 80), (3, 5, 72.5)]
    assert audit.sessions[0].seconds == plan.sessions[0].seconds
