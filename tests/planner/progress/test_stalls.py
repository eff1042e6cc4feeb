"""Lifts that stand still, and lifters who are not ready."""

from __future__ import annotations

from datetime import timedelta

import pytest

from planner.progress.adherence import Asked, Planned
from planner.progress.maxima import maxima
from planner.progress.stalls import readiness, stalls
from tests.planner.progress.logged import MONDAY, one, session


def proposals(log, catalog, level="intermediate"):
    """Return what stands still."""
    return stalls(log, catalog, maxima(log, catalog), level)


def benches(loads, every=4):
    """Return a session of the bench press for each load."""
    return [session(every * i, bench_press=[one(5, load, 1)] * 3) for i, load in enumerate(loads)]


def test_no_gain_over_six_sessions(catalog):
    """An intermediate lifter with seven times 100 kg; after six there is nothing to say yet."""
    [found] = proposals(benches([100] * 7), catalog)

    assert (found.exercise, found.sign, found.action, found.exposures) == (
        "bench_press", "no_gain", "vary", 6)
    assert found.reason == "The estimated maximum is unchanged over the last 6 sessions of it."
    assert found.since == MONDAY
    assert proposals(benches([100] * 6), catalog) == ()


def test_a_gain_is_no_stall(catalog):
    """Half a kilo more each time is 3 % over six sessions."""
    assert proposals(benches([100 + i / 2 for i in range(7)]), catalog) == ()


@pytest.mark.parametrize(("level", "count"), [("novice", 4), ("intermediate", 6), ("advanced", 9)])
def test_a_novice_is_expected_to_gain_sooner(catalog, level, count):
    """Four, six and nine sessions."""
    assert proposals(benches([100] * count), catalog, level) == ()
    assert len(proposals(benches([100] * (count + 1)), catalog, level)) == 1


def test_who_trains_a_lift_once_a_month_does_not_stall(catalog):
    """Six sessions over half a year are no evidence: 12 weeks are the limit."""
    assert proposals(benches([100] * 7, every=30), catalog) == ()


def test_push_ups_stall_by_repetitions(catalog):
    """Thirty at first, then six sessions of 28: not beaten."""
    log = [session(4 * i, push_up=[one(reps)]) for i, reps in enumerate([30] + [28] * 6)]

    [found] = proposals(log, catalog)

    assert found.reason == "The last 6 sessions of it have not beaten 30 repetitions."
    assert proposals([*log, session(30, push_up=[one(31)])], catalog) == ()


def tired(catalog, *days):
    """Return what two or more sessions say of a plan of 8 repetitions with 2 left."""
    plans = [Planned(f"d{i}", MONDAY + timedelta(days=7 * i), {"bench_press": 3},
                     {"bench_press": Asked(8, 2)}) for i in range(len(days))]
    log = [session(7 * i, bench_press=sets) for i, sets in enumerate(days)]
    return readiness(log, plans, catalog)


GOOD, MISSED, SPENT = [one(8, 60, 2)] * 3, [one(8, 60, 2), one(6, 60, 1)], [one(8, 60, 1)]


def test_two_bad_sessions_running(catalog):
    """Repetitions missed, then one left instead of two: 10 % off is proposed, with the reason."""
    [found] = tired(catalog, MISSED, SPENT)

    assert (found.sign, found.action, found.percent) == ("less_in_reserve", "lighter", 10)
    assert found.reason == ("2 sessions running fell short of the plan: the last one had less in "
                            "reserve.")


@pytest.mark.parametrize("days", [(MISSED,), (MISSED, GOOD), (MISSED, GOOD, SPENT), (GOOD, GOOD)])
def test_one_bad_session_is_none(catalog, days):
    """A good one in between, or afterwards, and nothing is said."""
    assert tired(catalog, *days) == ()


def test_failure_is_nothing_left(catalog):
    """Sets to failure where two were to stay are two short."""
    failed = [one(8, 60, kind="failure")]

    assert tired(catalog, failed, failed)[0].sign == "less_in_reserve"
