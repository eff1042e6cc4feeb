"""Taking another app's log into the store, as often as it is exported."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

import sqlalchemy as sa

from planner.logs.log import Log, LoggedSession
from planner.store.rows import row_hashes, wall, write_session
from planner.store.tables import entries, sessions, sets
from planner.store.values import Imported


class _There(NamedTuple):
    """The version of a session that counts: its number, and the hashes of its sets."""

    number: int
    hashes: set[str]
    by_hand: bool


def import_log(connection: sa.Connection, athlete: int, log: Log) -> Imported:
    """Write the sessions of a log that are not there yet.

    A session is known by when it began. One that has changed in the file since takes the place of
    what was imported before; what was corrected or removed by hand stays.
    """
    there = _there(connection, athlete)
    counts: Counter[str] = Counter()
    for key, session in zip(keys(log), log.sessions, strict=True):
        hashes = row_hashes(session)
        counts["sets"] += len(hashes)
        old = there.get(key)
        if old is not None and old.hashes.issuperset(hashes):
            counts["known"] += 1
            continue
        if old is not None and old.by_hand:
            counts["kept"] += 1
            continue
        counts["changed" if old else "new"] += 1
        counts["new_sets"] += len(set(hashes) - (old.hashes if old else set()))
        values = {"athlete_id": athlete, "source": "import", "app": log.app, "import_key": key}
        number = replace(connection, old.number if old else None, session, log.report.units, values)
        there[key] = _There(number, set(hashes), False)
    return Imported(unknown=log.unknown, **counts)


def replace(connection: sa.Connection, old: int | None, session: LoggedSession,
            units: Sequence[Any], values: dict[str, Any]) -> int:
    """Write a session in the place of another, if any; return its number."""
    if old is not None:
        connection.execute(sessions.update().where(sessions.c.id == old).values(current=False))
    number = write_session(connection, session, units, **values)
    if old is not None:
        connection.execute(sessions.update().where(sessions.c.id == old)
                           .values(superseded_by=number))
    return number


def keys(log: Log) -> list[str]:
    """Return by what each session of a log is known when it comes again.

    A time tells sessions apart. A date alone does so within the app, with the title, and the
    content does where nothing else is said. Two of one kind are counted.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    found = []
    for session in log.sessions:
        key: tuple[str, ...]
        if isinstance(session.start, datetime):
            key = (wall(session.start) or "",)
        elif session.start is not None:
            key = (wall(session.start) or "", log.app, session.title)
        else:
            key = ("", log.app, session.title, *row_hashes(session))
        seen[key] += 1
        text = repr((*key, seen[key])).encode(errors="surrogatepass")
        found.append(hashlib.sha256(text).hexdigest()[:32])
    return found


def _there(connection: sa.Connection, athlete: int) -> dict[str, _There]:
    """Return what was imported, by key: the version that counts, with all hashes ever imported.

    Of an imported version only its own sets count: one that goes back to what it was is a change.
    """
    rows = connection.execute(
        sa.select(sessions.c.import_key, sessions.c.id, sessions.c.current, sessions.c.source,
                  sessions.c.removed_at, sets.c.row_hash)
        .join(entries, entries.c.session_id == sessions.c.id, isouter=True)
        .join(sets, sets.c.entry_id == entries.c.id, isouter=True)
        .where(sessions.c.athlete_id == athlete, sessions.c.import_key.is_not(None)))
    mine: dict[str, set[str]] = {}
    imported: dict[str, set[str]] = {}
    newest: dict[str, tuple[int, bool]] = {}
    for row in rows:
        if row.source == "import":
            imported.setdefault(row.import_key, set()).add(row.row_hash)
        if row.current:
            by_hand = row.source != "import" or row.removed_at is not None
            newest[row.import_key] = row.id, by_hand
            mine.setdefault(row.import_key, set()).add(row.row_hash)
    return {key: _There(number, imported.get(key, set()) if by_hand else mine[key], by_hand)
            for key, (number, by_hand) in newest.items()}
