"""The tables: few columns to look for, the rest as it was written.

Days and times by the clock on the wall are text (``2030-01-07``, ``2030-01-07T18:00:00``), for they
have no zone; when something was written down is text in UTC. A load is the figure and the unit as
written, and whole grams to reckon with.
"""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
"""A constraint without a name cannot be changed by a later migration."""

tables = sa.MetaData(naming_convention=NAMES)


class Json(sa.types.TypeDecorator[Any]):
    """Plain values as JSON: text in SQLite, whose strict kinds know no other, JSONB in Postgres."""

    impl = sa.Text
    cache_ok = True

    def load_dialect_impl(self, dialect: sa.Dialect) -> sa.types.TypeEngine[Any]:
        """Return the type of a database."""
        return dialect.type_descriptor(JSONB() if dialect.name == "postgresql" else sa.Text())

    def process_bind_param(self, value: Any, dialect: sa.Dialect) -> Any:
        """Return what is written."""
        if value is None or dialect.name == "postgresql":
            return value
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> Any:
        """Return what was read."""
        return json.loads(value) if isinstance(value, str) else value


def _key() -> sa.Column[Any]:
    return sa.Column("id", sa.Integer, primary_key=True)


def _of(column: str, other: str, **options: Any) -> sa.Column[Any]:
    """Return a column that points to a row, and goes when that goes."""
    return sa.Column(column, sa.ForeignKey(f"{other}.id", ondelete="CASCADE"), **options)


def _text(name: str, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=null)


athletes = sa.Table(
    "athletes", tables, _key(), _text("name"),
    sa.Column("folded", sa.Text, nullable=False, unique=True),  # the name, whatever its case
    _text("made_at"))

plans = sa.Table(
    "plans", tables, _key(), _of("athlete_id", "athletes", nullable=False, index=True),
    _text("written_at"), sa.Column("current", sa.Boolean, nullable=False),
    _text("catalog_sha256"), sa.Column("body", Json, nullable=False))

planned_sessions = sa.Table(
    "planned_sessions", tables, _key(), _of("plan_id", "plans", nullable=False),
    sa.Column("position", sa.Integer, nullable=False), _text("name"), _text("day"),
    sa.UniqueConstraint("plan_id", "name"))

imports = sa.Table(
    "imports", tables, _key(), _of("athlete_id", "athletes", nullable=False, index=True),
    _text("at"), _text("app"), *(sa.Column(name, sa.Integer, nullable=False)
                                 for name in ("sessions", "sets", "new_sets")))

sessions = sa.Table(
    "sessions", tables, _key(), _of("athlete_id", "athletes", nullable=False),
    _text("written_at"), _text("source"), _text("app", null=True),
    _text("day", null=True), _text("start", null=True), _text("end", null=True),
    _text("title"), _text("notes"),
    _of("planned_id", "planned_sessions", nullable=True, index=True),
    sa.Column("import_key", sa.Text),
    sa.Column("current", sa.Boolean, nullable=False),
    sa.Column("superseded_by", sa.ForeignKey("sessions.id", ondelete="CASCADE"), index=True),
    _text("removed_at", null=True),
    sa.Index(None, "athlete_id", "day"))
sa.Index("uq_sessions_import_key", sessions.c.athlete_id, sessions.c.import_key, unique=True,
         sqlite_where=sessions.c.current, postgresql_where=sessions.c.current)
"""Of a session of a log one version counts, whoever writes at the same time."""

entries = sa.Table(
    "entries", tables, _key(), _of("session_id", "sessions", nullable=False, index=True),
    sa.Column("position", sa.Integer, nullable=False), _text("exercise", null=True), _text("name"),
    _text("superset", null=True), _text("notes"))

sets = sa.Table(
    "sets", tables, _key(), _of("entry_id", "entries", nullable=False, index=True),
    sa.Column("position", sa.Integer, nullable=False), _text("kind"),
    sa.Column("reps", sa.Integer), _text("load_value", null=True), _text("load_unit", null=True),
    sa.Column("load_g", sa.Integer), sa.Column("hold_s", sa.Integer),
    sa.Column("distance_m", sa.Double), sa.Column("rpe", sa.Double), sa.Column("rir", sa.Double),
    _text("row_hash", null=True))

measurements = sa.Table(
    "measurements", tables, _key(), _of("athlete_id", "athletes", nullable=False),
    _text("written_at"), _text("kind"), _text("at"), _text("value"), _text("unit"), _text("notes"),
    sa.Column("grams", sa.Integer),
    sa.Column("superseded_by", sa.ForeignKey("measurements.id", ondelete="CASCADE"), index=True),
    sa.Index(None, "athlete_id", "kind", "at"))
