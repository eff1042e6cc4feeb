"""The database: how it is opened, its transactions, and its errors as sentences."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event

from planner.request.errors import InputError
from planner.request.extras import needed
from planner.store.places import is_server, make_file, tighten

BUSY_MS = 5000
"""How long one process waits for another to finish writing."""
PRAGMAS = (
    f"busy_timeout = {BUSY_MS}",  # the first, for the next ones may have to wait
    "synchronous = FULL",  # what was said to be kept outlives a power cut; a command writes once
    "foreign_keys = ON",
    "secure_delete = ON",  # what is erased is overwritten
    "trusted_schema = OFF",
)


class Database:
    """A database and its transactions.

    Parameters
    ----------
    place
        The path of a file, or the address of a server.
    """

    def __init__(self, place: str) -> None:
        self.file = None if is_server(place) else Path(place)
        self.name = _spoken(place)
        if self.file is None:
            needed("psycopg", "postgres", "a Postgres server")
            address = "postgresql+psycopg://" + place.partition("://")[2]
            with self._spoken_errors():
                self.engine = sa.create_engine(address, pool_pre_ping=True)
        else:
            make_file(self.file)
            self.engine = sa.create_engine(sa.URL.create("sqlite", database=str(self.file)))
            event.listen(self.engine, "connect", _settings)
            event.listen(self.engine, "begin", _begin)

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """Give a connection that sees one state of the database."""
        with self._spoken_errors(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """Give a connection whose work is kept as a whole, or not at all."""
        with (self._spoken_errors(),
              self.engine.connect().execution_options(writes=True) as connection,
              connection.begin()):
            yield connection

    @contextmanager
    def writing_for(self, row: sa.Select[Any], missing: str) -> Iterator[sa.Connection]:
        """Give a connection that writes while nobody else writes for the same row.

        Parameters
        ----------
        row
            The row, locked by being asked for.
        missing
            What is said where it is not there.
        """
        with self.writing() as connection:
            if connection.execute(row).first() is None:
                raise InputError(missing, self.name)
            yield connection

    def settle(self) -> None:
        """Set up a file that is ours: readers and a writer don't wait for each other."""
        if self.file is not None:
            tighten(self.file)
            with self._spoken_errors(), self.engine.connect() as connection:
                raw: Any = connection.connection.dbapi_connection
                raw.execute("PRAGMA journal_mode = WAL")

    def tidy(self) -> None:
        """Write a file anew without what was deleted, and empty the log of its writing."""
        with self._spoken_errors(), self.engine.connect() as connection:
            raw: Any = connection.connection.dbapi_connection
            raw.execute("VACUUM")
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def rebuilding(self) -> Iterator[sa.Connection]:
        """Give a connection that may put tables in the place of others: no row goes with them."""
        with self._spoken_errors(), self.engine.connect().execution_options(writes=True) as one:
            if self.file is None:
                with one.begin():
                    yield one
                return
            raw: Any = one.connection.dbapi_connection
            raw.execute("PRAGMA foreign_keys = OFF")  # which a transaction would ignore
            try:
                with one.begin():
                    yield one
            finally:
                raw.execute("PRAGMA foreign_keys = ON")

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()

    @contextmanager
    def _spoken_errors(self) -> Iterator[None]:
        try:
            yield
        except sa.exc.DBAPIError as error:
            raise InputError(_sentence(str(error.orig).strip() or type(error).__name__),
                             self.name) from None
        except sa.exc.ArgumentError as error:
            raise InputError(_sentence(str(error)), self.name) from None


def _settings(connection: Any, record: Any) -> None:
    """Set a new connection to SQLite up; transactions begin where we say, not where it guesses."""
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: sa.Connection) -> None:
    """Begin; who will write says so at once, or two who read first could not both go on."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _spoken(place: str) -> str:
    """Return a place for a message: no password in it."""
    if not is_server(place):
        return place
    scheme, _, rest = place.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}"


_SAYS = {
    "database is locked": "another process has been writing for too long; try again",
    "file is not a database": "this is no database of coach",
    "unable to open database file": "cannot be opened",
    "attempt to write a readonly database": "cannot be written: it is read-only",
}


def _sentence(text: str) -> str:
    """Return the first line of an error of the database in words."""
    line = text.splitlines()[0]
    return _SAYS.get(line, f"the database says: {line}")
