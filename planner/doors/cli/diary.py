"""Sessions of the store on a page: a list of them, and one in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby

from planner.catalog.body import so_many
from planner.doors.cli.document import Block, Heading, Items, Page, Row, Table, Words
from planner.logs.read import TITLES
from planner.show.wording import figure, hold
from planner.store.values import Imported, KeptEntry, KeptSession, KeptSet

KINDS = {"warm_up": "warm-up", "drop": "drop set", "failure": "to failure", "work": ""}


def list_page(name: str, sessions: Sequence[KeptSession]) -> Page:
    """Return the list of sessions, the last one at the foot."""
    if not sessions:
        return (Words(f"No sessions of {name} here: coach log add or coach log import."),)
    rows = tuple(Row((str(s.id), start(s), length(s), _what(s), str(sum(
        len(entry.sets) for entry in s.entries)))) for s in sessions)
    return (Heading(f"Log of {name}: {so_many(len(sessions), 'session')}", 1),
            Table(("id", "start", "min", "what", "sets"), "><><>", rows, flex=(3,)))


def start(session: KeptSession) -> str:
    """Return when a session began."""
    if session.start is None:
        return "no date"
    return (f"{session.start:%Y-%m-%d %H:%M}" if isinstance(session.start, datetime)
            else f"{session.start:%Y-%m-%d}")


def length(session: KeptSession) -> str:
    """Return the minutes of a session, nothing where they are not known."""
    begin, end = session.start, session.end
    return (figure((end - begin).total_seconds() // 60)
            if isinstance(begin, datetime) and end is not None else "")


def _what(session: KeptSession) -> str:
    names = ", ".join(entry.name for entry in session.entries)
    gone = ("removed: " if session.removed_at is not None else
            "corrected: " if session.superseded_by is not None else "")
    return gone + (f"{session.title}: {names}" if session.title else names)


def session_page(session: KeptSession) -> Page:
    """Return a session in full: its entries with their numbers, and how it got here."""
    return tuple(_session(session))


def _session(session: KeptSession) -> Iterator[Block]:
    title = f": {session.title}" if session.title else ""
    minutes = f", {length(session)} min" if length(session) else ""
    yield Heading(f"Session {session.id}, {start(session)}{minutes}{title}")
    if session.notes:
        yield Words(session.notes)
    yield Table(("id", "exercise", "sets", "notes"), "<<<<", tuple(
        Row((f"{session.id}.{place}", _name(entry), sets_of(entry), entry.notes))
        for place, entry in enumerate(session.entries, start=1)), flex=(1, 2, 3))
    yield Words(_origin(session))


def _name(entry: KeptEntry) -> str:
    unknown = "" if entry.exercise is not None else " (unknown)"
    return f"{f'{entry.superset} ' if entry.superset else ''}{entry.name}{unknown}"


def sets_of(entry: KeptEntry) -> str:
    """Return the sets of an entry, those that are alike together: ``3 x 5 @ 100 kg, RPE 8``."""
    return "; ".join(_alike(len(list(run)), one) for one, run in groupby(entry.sets))


def _alike(number: int, one: KeptSet) -> str:
    amount = (str(one.reps) if one.reps is not None else hold(one.hold_s) if one.hold_s is not None
              else f"{figure(one.distance_m or 0)} m")
    effort = (f"RPE {figure(one.rpe)}" if one.rpe is not None else
              f"RIR {figure(one.rir)}" if one.rir is not None and one.kind != "failure" else "")
    said = ", ".join(part for part in (one.load or "", effort, KINDS[one.kind]) if part)
    return f"{number} x {amount}" + (f" @ {said}" if one.load else f", {said}" if said else "")


def _origin(session: KeptSession) -> str:
    how = {"import": f"Imported from {TITLES[session.app or 'coach']}", "plan": "Done as planned",
           "hand": "Written by hand"}[session.source]
    plan = f" (plan {session.plan}, {session.planned})" if session.plan is not None else ""
    said = f"{how}{plan}, {session.written_at:%Y-%m-%d}."
    if session.superseded_by is not None:
        said += f" Corrected: session {session.superseded_by} counts in its place."
    if session.removed_at is not None:
        said += f" Removed {session.removed_at:%Y-%m-%d}."
    return said


def import_page(done: Imported, unknown: Page) -> Page:
    """Return what an import did.

    Parameters
    ----------
    unknown
        How the names that are not known are shown.
    """
    said = [f"{so_many(done.new, 'session')} new, {done.known:,} known already; "
            f"{done.new_sets:,} of {so_many(done.sets, 'set')} new."]
    if done.changed:
        said.append(f"{so_many(done.changed, 'session')} had changed in the file: the new state "
                    "counts.")
    if done.kept:
        said.append(f"{so_many(done.kept, 'session')} had changed in the file, but corrected or "
                    "removed here: what is here stays.")
    return (Heading("Imported", 1), Items.of(said), *unknown)


def say(session: KeptSession, as_json: bool) -> None:
    """Print what is kept now."""
    from planner.doors.cli.output import show
    from planner.doors.cli.shared import print_json

    if as_json:
        print_json(session)
    else:
        show(session_page(session))
