"""What was planned and what was done of it."""

from __future__ import annotations

from datetime import timedelta

from planner.progress.adherence import Planned, adherence
from tests.planner.progress.logged import MONDAY, one, session


def planned(day, **sets):
    """Return a planned session so many days after a Monday."""
    return Planned(f"day{day}", MONDAY + timedelta(days=day), sets)


PUSH, PULL = {"bench_press": 3, "overhead_press": 3}, {"lat_pulldown": 4}


def sets(many):
    """Return some sets."""
    return [one(8, 60)] * many


def test_done_as_planned(catalog):
    """Two planned, both done, 10 of 10 sets."""
    log = [session(0, bench_press=sets(3), overhead_press=sets(3)),
           session(2, lat_pulldown=sets(4))]

    its = adherence(log, [planned(0, **PUSH), planned(2, **PULL)])

    assert (its.sessions_done, its.sessions_planned) == (2, 2)
    assert (its.sets_done, its.sets_planned, its.extra_sessions) == (10, 10, 0)


def test_moved_within_the_week():
    """Wednesday's pull was done on Friday; Monday's push was not done at all."""
    its = adherence([session(4, lat_pulldown=sets(4))], [planned(0, **PUSH), planned(2, **PULL)])

    assert [(k.id, f"{k.done_on}") for k in its.sessions] == [
        ("day0", "None"), ("day2", "2030-01-11")]
    assert (its.sets_done, its.sets_planned) == (4, 10)


def test_in_the_next_week_it_is_missed():
    """Seven days later is another week, and what was done there was not planned in it."""
    its = adherence([session(7, lat_pulldown=sets(4))], [planned(0, **PULL)])

    assert (its.sessions_done, its.extra_sessions) == (0, 0)


def test_more_sets_than_planned_make_up_for_nothing():
    """Six of three presses and none of the other three: 3 of 6."""
    its = adherence([session(0, bench_press=sets(6))], [planned(0, **PUSH)])

    assert (its.sets_done, its.sets_planned) == (3, 6)


def test_another_session_on_the_day_is_not_it():
    """Curls on the day of the push are besides; the push is missed."""
    its = adherence([session(0, barbell_curl=sets(3))], [planned(0, **PUSH)])

    assert (its.sessions_done, its.extra_sessions) == (0, 1)


def test_one_session_does_one_plan():
    """Two like sessions in a week, one of them done: one is missed."""
    its = adherence([session(2, lat_pulldown=sets(4))], [planned(0, **PULL), planned(2, **PULL)])

    assert [k.done_on is not None for k in its.sessions] == [False, True]


def test_nothing_planned():
    """Without a plan there is nothing to miss."""
    assert adherence([session(0, lat_pulldown=sets(4))], []).sessions == ()
