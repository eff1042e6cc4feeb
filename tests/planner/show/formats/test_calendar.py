"""Calendars: one event a session, updated and not doubled when imported again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import icalendar
import pytest

from planner.plans.schema import Plan
from planner.request.errors import InputError
from planner.show.formats import export

START = "2026-12-01T18:00"


def events(plan: Plan, **said: Any) -> list[Any]:
    """Return the events of a plan's calendar."""
    data = export(plan, "ics", **{"start": START, **said})
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def test_local_time_by_default(small: Plan) -> None:
    """Without a zone, six o'clock is six o'clock wherever the reader is.

    Monday takes 3120 s, which is 52 minutes; Thursday 980 s, 17 minutes begun.
    """
    monday, thursday = events(small)

    assert monday.start == datetime(2026, 12, 1, 18)
    assert monday.end - monday.start == timedelta(minutes=52)
    assert (thursday.start, thursday.end) == (datetime(2026, 12, 4, 18),
                                              datetime(2026, 12, 4, 18, 17))


def test_a_zone(small: Plan) -> None:
    """In Berlin 18:00 is 17:00 UTC in winter, and the file explains the zone itself."""
    data = export(small, "ics", start=START, zone="Europe/Berlin")
    calendar = icalendar.Calendar.from_ical(data)

    [monday, _] = calendar.walk("VEVENT")
    assert monday.start.astimezone(UTC) == datetime(2026, 12, 1, 17, tzinfo=UTC)
    assert [str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Berlin"]
    assert calendar.get_missing_tzids() == set()


def test_the_clock_stays_over_summer_time(small: Plan) -> None:
    """Weekly from 22 March 2027 at 18:00: summer time begins on the 28th, the hour stays.

    The zone in the file covers both offsets, +1 before and +2 after.
    """
    data = export(small, "ics", start="2027-03-22T18:00", zone="Europe/Berlin", weeks=2)

    offsets = {part["tzoffsetto"].td for part in icalendar.Calendar.from_ical(data).walk()
               if part.name in ("STANDARD", "DAYLIGHT")}
    assert offsets == {timedelta(hours=1), timedelta(hours=2)}


def test_weeks(small: Plan) -> None:
    """Four weeks are a rule of four times; one week is no rule."""
    assert [dict(e["rrule"]) for e in events(small, weeks=4)] == 2 * [
        {"FREQ": ["WEEKLY"], "COUNT": [4]}]
    assert not any("rrule" in e for e in events(small))


def uids(plan: Plan, **said: Any) -> list[str]:
    """Return the names by which a calendar knows the events."""
    return [str(e["uid"]) for e in events(plan, **said)]


def test_imported_again_it_is_the_same_event(small: Plan, changed: Callable[..., Plan]) -> None:
    """Another time, a swapped exercise, another revision: the same event, updated."""
    first = uids(small)

    assert len(set(first)) == 2
    assert uids(small) == first
    assert uids(small, start="2026-12-02T07:00", weeks=3, revision=2) == first
    assert uids(changed(exercise="back_squat")) == first
    assert uids(small, sessions="thu") == first[1:]


def test_another_plan_is_another_event(small: Plan) -> None:
    """What was asked for tells plans apart, and so does a title of one's own."""
    data = small.model_dump(mode="json", by_alias=True)
    data["request"]["level"] = "novice"

    assert not set(uids(Plan.model_validate(data))) & set(uids(small))
    assert not set(uids(small, title="For Anna")) & set(uids(small))


def test_a_revision_is_newer(small: Plan) -> None:
    """The revision is the sequence, and a second later each."""
    [before, _], [after, _] = events(small), events(small, revision=1)

    assert (before["sequence"], after["sequence"]) == (0, 1)
    assert before["dtstamp"].dt < after["dtstamp"].dt


def test_a_calendar_needs_a_start(small: Plan) -> None:
    """Nobody knows when a plan begins but the one who does it."""
    with pytest.raises(InputError) as error:
        export(small, "ics")

    assert str(error.value) == ("start: a calendar needs the time of the first session, "
                                "such as 2026-12-01T18:00")
