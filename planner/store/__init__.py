"""What somebody trains, kept: athletes, plans, sessions done, measurements, in a database.

``open_store`` gives a `Store`; the values it takes and gives are plain. The database is SQLite in
the user's folder for data, a file of the user's choice, or a Postgres server.
"""

from __future__ import annotations

from planner.store.open import open_store
from planner.store.protocol import Store

__all__ = ["Store", "open_store"]
