"""Why each exercise is there, and what to do next time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.show.markup import Markup, tag

if TYPE_CHECKING:
    from planner.show.view import EntryView, SessionView


def reasons(session: SessionView) -> tuple[Markup, ...]:
    """Return the reasons of a session under their title, nothing where there are none."""
    said = [_entry(e) for e in session.entries
            if e.phase == "work" and (e.why or e.next_time)]
    return (tag("h3", f"{session.name}: why, and what next"), tag("dl", said)) if said else ()


def _entry(entry: EntryView) -> Markup:
    return tag("div", tag("dt", entry.titled),
               tag("dd", entry.why) if entry.why else (),
               tag("dd", tag("b", "Next time: "), entry.next_time) if entry.next_time else ())
