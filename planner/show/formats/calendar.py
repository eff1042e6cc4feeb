"""A calendar: an event a session, which updates itself when it is imported again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from planner.request.extras import needed
from planner.show.export_options import Options
from planner.show.formats.base import BaseFormat, Export
from planner.show.formats.identity import identity
from planner.show.formats.words import session_lines
from planner.show.view import SessionView, Sheet, printable

if TYPE_CHECKING:
    from icalendar import Event


class Calendar(BaseFormat):
    """RFC 5545, in local time wherever the reader is unless a zone is named."""

    def write(self, sheet: Sheet, options: Options) -> Export:
        """Return the calendar; the same plan, options and version give the same bytes."""
        icalendar = needed("icalendar", "export", self.says)
        calendar = icalendar.Calendar()
        calendar.add("prodid", "-//coach//coach-planner//EN")
        calendar.add("version", "2.0")
        if options.zone is not None:
            # Without these limits the file would hold every change of the clocks since 1970.
            days = [s.start.date() for s in sheet.sessions if s.start is not None]
            calendar.add_component(icalendar.Timezone.from_tzid(
                options.zone, first_date=min(days),
                last_date=max(days) + timedelta(weeks=options.weeks, days=1)))
        for session in sheet.sessions:
            calendar.add_component(_event(icalendar.Event(), session, sheet, options))
        return Export(calendar.to_ical())


def _event(event: Event, session: SessionView, sheet: Sheet, options: Options) -> Event:
    start = session.start
    assert start is not None, "a dated format"
    assert options.start is not None
    add: Any = event.add
    add("uid", f"{identity(sheet.plan, options.title)}-{printable(session.id)}@coach")
    add("sequence", options.revision)
    # Of this version, not of this moment: the same input gives the same file.
    add("dtstamp", options.start.replace(tzinfo=UTC) + timedelta(seconds=options.revision))
    zone = ZoneInfo(options.zone) if options.zone else None
    add("dtstart", start.replace(tzinfo=zone))
    add("dtend", _end(start, session.length_s).replace(tzinfo=zone))
    if options.weeks > 1:
        add("rrule", {"freq": "weekly", "count": options.weeks})
    add("summary", f"{printable(options.title) or 'Training'} ({session.minutes} min)")
    add("description", "\n".join([*session_lines(session), *_care(sheet)]))
    add("categories", ["Training"])
    return event


def _end(start: datetime, length_s: int) -> datetime:
    return start + timedelta(minutes=-(-length_s // 60))


def _care(sheet: Sheet) -> list[str]:
    return ["", "Take care", *sheet.advice] if sheet.advice else []


ICS = Calendar("ics", (".ics", ".ical"), "a calendar", extra="export", dated=True)
