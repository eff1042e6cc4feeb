"""All that a log says, as one value."""

from __future__ import annotations

import json
from datetime import date

from planner.progress.report import ProgressReport, Reader, progress_report
from tests.planner.progress.logged import one, session

LOG = [session(day, bench_press=[one(5, 100 + day, 1)] * 3, lat_pulldown=[one(10, 50, 1)] * 3)
       for day in (0, 7, 14)]


def test_an_empty_log(catalog):
    """Nothing was trained: there is nothing to say, and a clock as the catalogue has it."""
    report = progress_report([], catalog)

    assert (report.first, report.sessions, report.maxima, report.weeks) == (None, 0, (), ())
    assert report.clock.rest == 1


def test_since_shows_less_and_forgets_nothing(catalog):
    """From the second week on: two weeks and two points, and the maximum of the whole log."""
    whole = progress_report(LOG, catalog)
    later = progress_report(LOG, catalog, Reader(since=date(2030, 1, 14)))

    assert later.maxima[0].value_kg == whole.maxima[0].value_kg
    assert (len(whole.maxima[0].history), len(later.maxima[0].history)) == (3, 2)
    assert (len(whole.weeks), len(later.weeks)) == (3, 2)
    assert (later.sessions, later.sets) == (2, 12)
    assert {record.on >= date(2030, 1, 14) for record in later.records} == {True}


def test_some_lifts(catalog):
    """Only the bench press is asked for; the weeks are those of everything."""
    report = progress_report(LOG, catalog, Reader(lifts={"bench_press"}))

    assert {one.exercise for one in (*report.maxima, *report.records)} == {"bench_press"}
    assert report.weeks[0].sets["lats"] == 3


def test_what_counts_for_nothing_is_told(catalog):
    """A session without a date, and three sets of a name that is unknown."""
    entry = LOG[0].entries[0].model_copy(update={"exercise": None})
    unknown = LOG[0].model_copy(update={"entries": (entry,)})
    report = progress_report([unknown, LOG[1].model_copy(update={"start": None})], catalog)

    assert (report.unknown_sets, report.undated_sessions) == (3, 1)


def test_the_order_of_sessions_does_not_matter(catalog):
    """A log that was put together from files says the same."""
    assert progress_report(LOG[::-1], catalog) == progress_report(LOG, catalog)


def test_json_and_back(catalog):
    """It is written under its name and version, and read again as the same value."""
    report = progress_report(LOG, catalog)

    said = report.model_dump_json()

    assert json.loads(said)["schema"] == "progress/1"
    assert ProgressReport.model_validate_json(said) == report
