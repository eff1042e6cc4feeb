"""A session as it was in truth."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from planner.logs.log import LoggedEntry, LoggedSession
from planner.logs.written import Written
from planner.request.errors import InputError
from planner.store.values import KeptSession


def corrected(old: KeptSession, place: int | None, done: Written | None,
              at: date | datetime | None, minutes: int | None) -> LoggedSession:
    """Return a session with other entries, or other ones in the place of one of them.

    Parameters
    ----------
    place
        The number of the entry, from 1; None for all of them.
    done
        What was done in truth; None where the entries are right.
    at, minutes
        When it began, and how long it took where that is to change.

    Raises
    ------
    InputError
        There is no such entry, or a length without a time.
    """
    entries: list[LoggedEntry] = list(old.entries)
    if place is not None:
        _check(old, place)
    if done is not None and place is None:
        entries = list(done.entries)
    elif done is not None and place is not None:
        before = entries[place - 1].superset
        entries[place - 1:place] = [
            new if new.superset or not before else new.model_copy(update={"superset": before})
            for new in done.entries]
    return LoggedSession(title=old.title, start=at, end=_end(old, at, minutes), notes=old.notes,
                         entries=tuple(entries))


def without(old: KeptSession, place: int) -> LoggedSession | None:
    """Return a session without one of its entries, None where nothing is left."""
    _check(old, place)
    left = old.entries[:place - 1] + old.entries[place:]
    return LoggedSession(title=old.title, start=old.start, end=old.end, notes=old.notes,
                         entries=left) if left else None


def _check(old: KeptSession, place: int) -> None:
    if not 1 <= place <= len(old.entries):
        raise InputError(f"session {old.id} has the entries {old.id}.1 to "
                         f"{old.id}.{len(old.entries)}", "ID")


def _end(old: KeptSession, at: date | datetime | None, minutes: int | None) -> datetime | None:
    """Return when it ended: after so many minutes, or as long after its beginning as before."""
    if minutes is not None and not isinstance(at, datetime):
        raise InputError("say when it began: --date '2030-01-07 18:00'", "--minutes")
    if not isinstance(at, datetime):
        return None
    if minutes is not None:
        return at + timedelta(minutes=minutes)
    if old.end is not None and isinstance(old.start, datetime):
        return at + (old.end - old.start)
    return None
