"""The catalogues of the benchmark, and whether they are those that it was frozen with."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

import yaml

from catalog import Catalog, load

OPEN_DB = "COACH_OPEN_DB"
"""Environment variable with the path of the open exercise database (JSON)."""

FROZEN = Path(__file__).with_name("catalogs.yaml")


class Absent(Exception):
    """A catalogue is not on this machine; says what to do."""


@lru_cache(maxsize=2)
def catalog(name: str) -> Catalog:
    """Return the built-in catalogue (own), or that with the open database added (open991).

    Raises
    ------
    Absent
        The open database was not given or is not there.
    """
    if name == "own":
        return load()
    from benchmarks.open_db import convert

    return convert(open_db(), load())


def open_db() -> Path:
    """Return the path of the open exercise database."""
    given = os.environ.get(OPEN_DB)
    if not given:
        raise Absent(f"the open exercise database was not given (--open-db FILE or {OPEN_DB})")
    path = Path(given)
    if not path.is_file():
        raise Absent(f"there is no open exercise database at the path given by {OPEN_DB}")
    return path


def frozen() -> dict[str, str]:
    """Return the hash of each catalogue when the instances were frozen."""
    if not FROZEN.exists():
        return {}
    rows = yaml.safe_load(FROZEN.read_text(encoding="utf-8"))
    return {name: row["sha256"] for name, row in rows.items()}
