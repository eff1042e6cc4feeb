"""A session as a few plain lines, for places that hold nothing but text."""

from __future__ import annotations

from collections.abc import Iterator

from planner.show.view import EntryView, SessionView


def session_lines(session: SessionView) -> Iterator[str]:
    """Yield the parts of a session under their names, a line an exercise."""
    for i, (title, entries) in enumerate(session.parts):
        if i:
            yield ""
        yield title
        for entry in entries:
            yield entry_line(entry)


def entry_line(entry: EntryView) -> str:
    """Return ``A1 Chin-up: 3 x 8, RIR 2, rest 2:30``."""
    parts = (entry.amount, entry.effort, entry.load, f"rest {entry.rest}" if entry.rest else "",
             entry.ramp)
    return f"{entry.titled}: {', '.join(part for part in parts if part)}"
