"""The first tables."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def json() -> sa.types.TypeEngine[str]:
    """Return the type of plain values, as it was at this shape."""
    return sa.Text().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    """Make the tables."""
    op.create_table("athletes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_athletes"),
        sa.UniqueConstraint("folded", name="uq_athletes_folded")
    )
    op.create_table("imports",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("athlete_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("app", sa.Text(), nullable=False),
        sa.Column("sessions", sa.Integer(), nullable=False),
        sa.Column("sets", sa.Integer(), nullable=False),
        sa.Column("new_sets", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"],
                                name="fk_imports_athlete_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_imports")
    )
    op.create_index("ix_imports_athlete_id", "imports", ["athlete_id"])
    op.create_table("measurements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("athlete_id", sa.Integer(), nullable=False),
        sa.Column("written_at", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("grams", sa.Integer()),
        sa.Column("superseded_by", sa.Integer()),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"],
                                name="fk_measurements_athlete_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["superseded_by"], ["measurements.id"],
                                name="fk_measurements_superseded_by", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_measurements")
    )
    op.create_index("ix_measurements_athlete_id_kind_at", "measurements",
                    ["athlete_id", "kind", "at"])
    op.create_index("ix_measurements_superseded_by", "measurements", ["superseded_by"])
    op.create_table("plans",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("athlete_id", sa.Integer(), nullable=False),
        sa.Column("written_at", sa.Text(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("catalog_sha256", sa.Text(), nullable=False),
        sa.Column("body", json(), nullable=False),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"],
                                name="fk_plans_athlete_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_plans")
    )
    op.create_index("ix_plans_athlete_id", "plans", ["athlete_id"])
    op.create_table("planned_sessions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.id"],
                                name="fk_planned_sessions_plan_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_planned_sessions"),
        sa.UniqueConstraint("plan_id", "name", name="uq_planned_sessions_plan_id_name")
    )
    op.create_table("sessions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("athlete_id", sa.Integer(), nullable=False),
        sa.Column("written_at", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("app", sa.Text()),
        sa.Column("day", sa.Text()),
        sa.Column("start", sa.Text()),
        sa.Column("end", sa.Text()),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("planned_id", sa.Integer()),
        sa.Column("import_key", sa.Text()),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("superseded_by", sa.Integer()),
        sa.Column("removed_at", sa.Text()),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"],
                                name="fk_sessions_athlete_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["planned_id"], ["planned_sessions.id"],
                                name="fk_sessions_planned_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["superseded_by"], ["sessions.id"],
                                name="fk_sessions_superseded_by", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_sessions")
    )
    op.create_index("ix_sessions_athlete_id_day", "sessions", ["athlete_id", "day"])
    op.create_index("ix_sessions_planned_id", "sessions", ["planned_id"])
    op.create_index("ix_sessions_superseded_by", "sessions", ["superseded_by"])
    op.create_index("uq_sessions_import_key", "sessions", ["athlete_id", "import_key"], unique=True,
                    sqlite_where=sa.text("current"), postgresql_where=sa.text("current"))
    op.create_table("entries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("exercise", sa.Text()),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("superset", sa.Text()),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"],
                                name="fk_entries_session_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_entries")
    )
    op.create_index("ix_entries_session_id", "entries", ["session_id"])
    op.create_table("sets",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("reps", sa.Integer()),
        sa.Column("load_value", sa.Text()),
        sa.Column("load_unit", sa.Text()),
        sa.Column("load_g", sa.Integer()),
        sa.Column("hold_s", sa.Integer()),
        sa.Column("distance_m", sa.Double()),
        sa.Column("rpe", sa.Double()),
        sa.Column("rir", sa.Double()),
        sa.Column("row_hash", sa.Text()),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"],
                                name="fk_sets_entry_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_sets")
    )
    op.create_index("ix_sets_entry_id", "sets", ["entry_id"])
