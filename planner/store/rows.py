"""Sessions as rows, there and back."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa

from planner.logs.loads import as_written
from planner.logs.log import LoggedSession, LoggedSet, Unit
from planner.store.tables import entries, planned_sessions, sessions, sets
from planner.store.values import KeptEntry, KeptSession, KeptSet

MANY = 500
"""Sessions that are asked for at a time: databases limit the values of a question."""


def now() -> str:
    """Return when something is written down, in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def wall(moment: date | datetime | None) -> str | None:
    """Return a day or a time by the clock on the wall as text, without a zone."""
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=None).isoformat()
    return None if moment is None else moment.isoformat()


def when(text: str | None) -> date | datetime | None:
    """Return what `wall` has written."""
    if text is None:
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def write_session(connection: sa.Connection, session: LoggedSession, units: Iterable[Unit],
                  **columns: Any) -> int:
    """Write a session with its entries and sets; return its number."""
    number = _inserted(connection, sessions, {
        "written_at": now(), "day": (wall(session.start) or "")[:10] or None,
        "start": wall(session.start), "end": wall(session.end), "title": session.title,
        "notes": session.notes, "current": True, **columns})
    hashes = iter(row_hashes(session))
    rows = []
    for place, entry in enumerate(session.entries):
        key = _inserted(connection, entries, {
            "session_id": number, "position": place, "exercise": entry.exercise,
            "name": entry.name, "superset": entry.superset, "notes": entry.notes})
        rows += [{"entry_id": key, "position": k, "row_hash": next(hashes),
                  **_columns(one, tuple(units))} for k, one in enumerate(entry.sets)]
    if rows:
        connection.execute(sets.insert(), rows)
    return number


def _inserted(connection: sa.Connection, table: sa.Table, values: dict[str, Any]) -> int:
    return int(connection.execute(table.insert().values(values).returning(table.c.id)).scalar_one())


def _columns(one: LoggedSet, units: tuple[Unit, ...]) -> dict[str, Any]:
    said = one.load if isinstance(one, KeptSet) and one.load else None
    if one.load_kg is None:
        load: dict[str, Any] = {"load_value": None, "load_unit": None, "load_g": None}
    else:
        if said is not None:
            units = ("lb",) if said.endswith("lb") else ("kg",)
        written = as_written(one.load_kg, units)
        load = {"load_value": f"{written.value.normalize():f}", "load_unit": written.unit,
                "load_g": written.grams}
    return {"kind": one.kind, "reps": one.reps, "hold_s": one.hold_s,
            "distance_m": one.distance_m, "rpe": one.rpe, "rir": one.rir, **load}


def row_hashes(session: LoggedSession) -> list[str]:
    """Return what tells the sets of a session from each other, wherever they stand in a file.

    Equal sets of an exercise are counted, so that three of them are three.
    """
    seen: Counter[tuple[Any, ...]] = Counter()
    found = []
    for entry in session.entries:
        for one in entry.sets:
            grams = None if one.load_kg is None else round(one.load_kg * 1000)
            said = (entry.name, one.kind, one.reps, grams, one.hold_s, one.distance_m, one.rpe)
            seen[said] += 1
            text = repr((*said, seen[said])).encode(errors="surrogatepass")
            found.append(hashlib.sha256(text).hexdigest()[:32])
    return found


def read_sessions(connection: sa.Connection, chosen: sa.ColumnElement[bool]
                  ) -> tuple[KeptSession, ...]:
    """Return the sessions that are chosen, those without a date first, then by their time."""
    heads = connection.execute(
        sa.select(sessions, planned_sessions.c.plan_id, planned_sessions.c.name.label("planned"))
        .join(planned_sessions, sessions.c.planned_id == planned_sessions.c.id, isouter=True)
        .where(chosen)
        .order_by(sa.func.coalesce(sessions.c.start, ""), sessions.c.id)).mappings().all()
    held = _entries(connection, [head["id"] for head in heads])
    return tuple(KeptSession(
        id=head["id"], title=head["title"], start=when(head["start"]),
        end=None if head["end"] is None else datetime.fromisoformat(head["end"]),
        notes=head["notes"], source=head["source"], app=head["app"], plan=head["plan_id"],
        planned=head["planned"], written_at=datetime.fromisoformat(head["written_at"]),
        superseded_by=head["superseded_by"], removed_at=_utc(head["removed_at"]),
        entries=tuple(held.get(head["id"], ()))) for head in heads)


def _utc(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def _entries(connection: sa.Connection, numbers: Sequence[int]) -> dict[int, list[KeptEntry]]:
    """Return the entries of sessions, each with its sets."""
    found: dict[int, list[KeptEntry]] = {}
    for at in range(0, len(numbers), MANY):
        some = entries.c.session_id.in_(numbers[at:at + MANY])
        mine: dict[int, list[KeptSet]] = {}
        for row in connection.execute(
                sa.select(sets).join(entries, sets.c.entry_id == entries.c.id).where(some)
                .order_by(sets.c.entry_id, sets.c.position)):
            mine.setdefault(row.entry_id, []).append(_set(row))
        for row in connection.execute(sa.select(entries).where(some)
                                      .order_by(entries.c.session_id, entries.c.position)):
            found.setdefault(row.session_id, []).append(KeptEntry(
                exercise=row.exercise, name=row.name, superset=row.superset, notes=row.notes,
                sets=tuple(mine.get(row.id, ()))))
    return found


def _set(row: Any) -> KeptSet:
    return KeptSet(
        kind=row.kind, reps=row.reps, load_kg=None if row.load_g is None else row.load_g / 1000,
        hold_s=row.hold_s, distance_m=row.distance_m, rpe=row.rpe, rir=row.rir,
        load=None if row.load_value is None else f"{row.load_value} {row.load_unit}")
