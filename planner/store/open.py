"""Opening the store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from planner.request.extras import needed
from planner.store.places import place_of

if TYPE_CHECKING:
    from planner.store.protocol import Store


def open_store(place: str | Path | None = None) -> Store:
    """Open the store, making it or bringing it up to date where that is wanted.

    Parameters
    ----------
    place
        The path of a file, or the address of a Postgres server (``postgresql://…``). Without one it
        is what ``COACH_DB`` says, else a file in the user's folder for data.

    Raises
    ------
    InputError
        It cannot be opened, is another program's or of a later version; or a library is missing,
        which is named.
    """
    needed("sqlalchemy", "store", "the store")
    from planner.store.database import DatabaseStore
    from planner.store.engine import Database
    from planner.store.migrate import bring_up

    database = Database(place_of(place))
    try:
        bring_up(database)
        database.settle()
    except BaseException:
        database.close()
        raise
    return DatabaseStore(database)
