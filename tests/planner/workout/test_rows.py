"""Rows of sets: which one is the hardest, and how long they take."""

from __future__ import annotations

import pytest

from planner.catalog import load
from planner.workout.dose import Dose
from planner.workout.rows import Row, hardest, joined, judged_by
from planner.workout.timing import Clock, Timing, group_seconds

CATALOG = load()
SQUAT = CATALOG.exercise_by_id["back_squat"]
TIMING = Timing(CATALOG, "hypertrophy", "typical")
FIVE, TEN = Dose(5, None, 2), Dose(10, None, 2)


def test_the_hardest_row():
    """To failure is more than any reserve; then the least in reserve, the highest share."""
    back_off = Row(5, Dose(10, None, 4), percent_1rm=60)
    heavy, heavier = Row(1, Dose(3, None, 1), 85), Row(1, Dose(3, None, 1), 90)
    plus = Row(1, Dose(5, None, 0, to_failure=True), 75)

    assert hardest([back_off, heavy, heavier]) == heavier
    assert hardest([back_off, heavy, heavier, plus]) == plus


def test_rows_that_are_alike_are_one():
    """Neighbours are joined; a single row that says no more than its dose is none."""
    assert joined([Row(1, FIVE), Row(2, FIVE)]) == ()
    assert joined([Row(1, FIVE, rest_s=60), Row(2, FIVE, rest_s=60)]) == (Row(3, FIVE, rest_s=60),)
    assert joined([Row(1, FIVE), Row(1, TEN), Row(1, FIVE)]) == (
        Row(1, FIVE), Row(1, TEN), Row(1, FIVE))


def test_a_load_of_a_known_maximum():
    """60 of 100 kg are 60 %, which the chart has at 15 repetitions: 8 of them leave 7."""
    row = judged_by(Row(3, Dose(8, None, 2), load_kg=60), 100, CATALOG)

    assert CATALOG.chart[15] == pytest.approx(60, abs=1)
    assert (row.percent_1rm, row.dose.rir) == (60, 7)


def test_seconds_of_rows():
    """One set of five with a minute's rest, two of ten with the table's: set by set.

    A squat takes 3.5 s a repetition. Work: 18 (17.5, half up) + 35 + 35 s. Rest after the first
    60 s, after the second the table's; none after the last.
    """
    rest_s = TIMING.rest_s(SQUAT, TEN)
    assert SQUAT.seconds_per_rep == 3.5
    clock = TIMING.clock(SQUAT, TEN, rows=[Row(1, FIVE, rest_s=60), Row(2, TEN)])

    assert clock.each == ((18, 60), (35, rest_s), (35, rest_s))
    assert clock.alone(3) == clock.lead_in_s + clock.ramp_s + 18 + 60 + 35 + rest_s + 35


def test_a_written_rest_counts():
    """Twins: five sets with five minutes of rest take sixteen minutes longer than with one."""
    short, long = (TIMING.clock(SQUAT, FIVE, rows=[Row(5, FIVE, rest_s=s)]) for s in (60, 300))

    apart = long.alone(5) - long.lead_in_s - (short.alone(5) - short.lead_in_s)
    assert apart == 4 * (300 - 60)


def test_a_written_tempo_counts():
    """Three down, one below, fast up, one above are 3 + 1 + 1 + 1 = 6 s a repetition."""
    clock = TIMING.clock(SQUAT, FIVE, rows=[Row(2, FIVE, tempo="3-1-x-1")])

    assert clock.work_s == 5 * 6


def test_the_ramp_leads_to_the_first_row():
    """Up to 50 % nothing is built up; the rows that follow are themselves the way to 95 %."""
    rows = [Row(1, FIVE, percent_1rm=50), Row(1, Dose(1, None, 1), percent_1rm=95)]

    assert TIMING.clock(SQUAT, FIVE, rows=rows).ramp_s == 0
    assert TIMING.clock(SQUAT, FIVE, rows=rows[1:]).ramp_s > 0


def test_three_in_a_superset_with_uneven_rounds():
    """Round by round: all three twice, then the two that have a third set.

    Lead-in 50. Rounds one and two: 10 + 20 + 30 of work, 2 x 15 of way, 90 of rest. Round three:
    10 + 20, 15 of way, no rest: 50 + 2 x 180 + 45 = 455.
    """
    a, b, c = Clock(50, 0, 10, 60), Clock(40, 0, 20, 90), Clock(30, 0, 30, 45)

    assert group_seconds([(a, 3), (b, 3), (c, 2)], 15) == 50 + 2 * (60 + 30 + 90) + 45
