"""The tables of the importer, read once from the YAML files in ``data``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from planner.catalog import strict_yaml
from planner.catalog.importing.rows import Row, row

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Category:
    """How a category of the source stands in a plan, and whether it is strength work."""

    kind: str
    strength: bool


@dataclass(frozen=True)
class Tables:
    """Everything the importer knows.

    ``equipment`` holds ids of ours by the source's word, or the text with which
    it is refused; ``kinds`` what is the same kind of thing in the hand;
    ``called`` a name of ours by a name of the source.
    """

    categories: Mapping[str, Category]
    muscles: Mapping[str, Mapping[str, float]]
    sharper: tuple[Row, ...]
    minor: tuple[Row, ...]
    unsaid: frozenset[str]
    equipment: Mapping[str, tuple[str, ...] | str]
    kinds: Mapping[str, str]
    renames: tuple[tuple[re.Pattern[str], str], ...]
    fillers: frozenset[str]
    called: Mapping[str, str]
    refusals: tuple[Row, ...]
    patterns: tuple[Row, ...]
    apparatus: tuple[Row, ...]
    figures: Mapping[str, tuple[Row, ...]]


@lru_cache(maxsize=1)
def tables() -> Tables:
    """Return the tables that come with the package."""
    words = _read("vocabulary")
    return Tables(
        categories={name: Category(**said) for name, said in words["categories"].items()},
        muscles=words["muscles"],
        sharper=_rows(words["sharper"]),
        minor=_rows(words["minor"]),
        unsaid=frozenset(words["unsaid"]),
        equipment={name: said if isinstance(said, str) else tuple(said)
                   for name, said in words["equipment"].items()},
        kinds=words["kinds"],
        renames=tuple((re.compile(r["says"]), r["then"]) for r in words["renames"]),
        fillers=frozenset(words["fillers"]),
        called=_read("called"),
        refusals=_rows(_read("refusals")),
        patterns=_rows(_read("patterns")),
        apparatus=_rows(_read("apparatus")),
        figures={name: _rows(rows) for name, rows in _read("figures").items()},
    )


def _read(name: str) -> Any:
    return strict_yaml.load(DATA / f"{name}.yaml")


def _rows(data: list[dict[str, Any]]) -> tuple[Row, ...]:
    return tuple(row(each) for each in data)
