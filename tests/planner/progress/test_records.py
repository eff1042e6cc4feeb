"""Personal records."""

from __future__ import annotations

from planner.progress.records import records
from tests.planner.progress.logged import one, session


def of(kind, log, catalog):
    """Return the records of a kind."""
    return [record for record in records(log, catalog) if record.kind == kind]


def test_the_heaviest_and_what_stood_before(catalog):
    """100 kg on Monday, 105 on Thursday, 105 again a week later: Thursday's, for the first time."""
    log = [session(day, bench_press=[one(5, load)]) for day, load in ((0, 100), (3, 105), (7, 105))]

    [record] = of("heaviest", log, catalog)
    assert (f"{record.on}", record.value, record.reps, record.before) == ("2030-01-10", 105, 5, 100)


def test_most_repetitions_at_each_load(catalog):
    """Eight at 100 outdo seven at 90; ten at 80 stand beside them."""
    log = [session(0, bench_press=[one(8, 100), one(7, 90), one(10, 80), one(9, 80)])]

    assert [(r.load_kg, r.reps) for r in of("reps_at_load", log, catalog)] == [(100, 8), (80, 10)]


def test_the_best_estimate_needs_a_reserve(catalog):
    """Five at 100 with none left are 115.9; five at 110 that nobody rated are no evidence."""
    log = [session(0, bench_press=[one(5, 100, 0), one(5, 110)])]

    assert [r.value for r in of("maximum", log, catalog)] == [115.9]
    assert of("maximum", [session(0, bench_press=[one(5, 110)])], catalog) == []


def test_most_in_a_session(catalog):
    """3 x 5 x 100 = 1500 against 2 x 10 x 80 = 1600; what warms up does not count."""
    log = [session(0, bench_press=[one(5, 100)] * 3),
           session(3, bench_press=[one(10, 80)] * 2 + [one(50, 60, kind="warm_up")])]

    [record] = of("volume", log, catalog)
    assert (record.value, record.before) == (1600, 1500)


def test_without_a_load(catalog):
    """Push-ups by repetitions, planks by seconds."""
    log = [session(0, push_up=[one(20), one(22)], plank=[one(hold_s=60), one(hold_s=75)])]

    assert [(r.exercise, r.kind, r.value) for r in records(log, catalog)] == [
        ("plank", "longest", 75), ("push_up", "most_reps", 22)]


def test_two_on_one_day_beat_the_day_before(catalog):
    """100, then 105 and 110 on one day: the record is 110, and what stood before is 100."""
    log = [session(0, bench_press=[one(5, 100)]),
           session(2, bench_press=[one(5, 105), one(3, 110)])]

    [record] = of("heaviest", log, catalog)
    assert (record.value, record.before) == (110, 100)
