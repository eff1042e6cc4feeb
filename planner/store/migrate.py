"""Bringing a database to the shape that is known here: on opening, alone, with a copy first."""

from __future__ import annotations

import os
import sqlite3
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from planner.request.errors import InputError
from planner.request.extras import needed
from planner.store.engine import Database
from planner.store.lock import locked
from planner.store.places import OWNER_FILE

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0001"
"""The newest shape. Who has it starts without the library that migrates."""
FOLDER = Path(__file__).parent / "migrations"
LOCK = 7_204_511
"""The number of our lock on a server."""


def bring_up(database: Database) -> None:
    """Migrate a database unless it is of the newest shape.

    Raises
    ------
    InputError
        It is another program's, or of a later version of this one.
    """
    with database.reading() as connection:
        if version_of(connection, database.name) == HEAD:
            return
    needed("alembic", "store", "the store")
    with ExitStack() as alone:
        if database.file is not None:
            alone.enter_context(locked(database.file.with_name(f"{database.file.name}.lock")))
        with database.reading() as connection:
            found = version_of(connection, database.name)
        if found == HEAD:
            return  # somebody else was quicker
        if database.file is not None and found is not None:
            _copy(database.file, copy_of(database.file, found))
        with database.rebuilding() as connection:
            if database.file is None:
                connection.execute(sa.text(f"SELECT pg_advisory_xact_lock({LOCK})"))
            if version_of(connection, database.name) != HEAD:
                _upgrade(connection)


def version_of(connection: sa.Connection, name: str) -> str | None:
    """Return the shape of a database, None where it is empty."""
    found = sa.inspect(connection).get_table_names()
    if "alembic_version" not in found:
        if found:
            raise InputError("this is a database of another program", name)
        return None
    version = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
    if version is not None and (not isinstance(version, str) or version > HEAD):
        raise InputError(f"it was written by a later version of coach (shape {version}; this "
                         f"version knows up to {HEAD})", name)
    return version


def config_of(connection: sa.Connection | None = None) -> Config:
    """Return the settings with which Alembic finds the migrations and the database."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _upgrade(connection: sa.Connection) -> None:
    from alembic import command

    command.upgrade(config_of(connection), "head")


def copy_of(file: Path, version: str) -> Path:
    """Return where the copy is that is made before a database is migrated."""
    return file.with_name(f"{file.name}.before-{version}")


def _copy(file: Path, to: Path) -> None:
    """Copy a database as it stands, whole or not at all."""
    beside = to.with_name(f"{to.name}.part")
    beside.unlink(missing_ok=True)
    os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_FILE))
    with closing(sqlite3.connect(file)) as one, closing(sqlite3.connect(beside)) as other:
        one.backup(other)
    os.replace(beside, to)
