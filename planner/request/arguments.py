"""Arguments of the public functions, checked as the command line checks its options."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from planner.catalog import Catalog, load
from planner.request.errors import InputError
from planner.request.messages import shown

MOST_SECONDS = 86_400


def catalog_of(catalog: Catalog | None) -> Catalog:
    """Return a catalogue, the built-in one where none is given."""
    if catalog is None:
        return load()
    if not isinstance(catalog, Catalog):
        raise InputError(f"expected a catalogue, as catalog.load() returns it, found "
                         f"{shown(catalog)}", "catalog")
    return catalog


def word(value: Any, where: str) -> str:
    """Return an id or a name."""
    if not isinstance(value, str) or not value.strip():
        raise InputError(f"expected an id or a name, found {shown(value)}", where)
    return value


def words(value: Any, where: str) -> tuple[str, ...]:
    """Return several ids; a single one may stand by itself."""
    if isinstance(value, str):
        return (word(value, where),)
    if not isinstance(value, Iterable) or isinstance(value, Mapping | bytes):
        raise InputError(f"expected a list of ids, found {shown(value)}", where)
    return tuple(word(one, where) for one in value)


def whole(value: Any, low: int, high: int, where: str) -> int:
    """Return a whole number within bounds."""
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise InputError(f"expected a whole number from {low} to {high}, found {shown(value)}",
                         where)
    return value


def seconds(value: Any, where: str = "seconds") -> float:
    """Return how long something may take."""
    real = isinstance(value, int | float) and not isinstance(value, bool)
    if not real or not 0 < value <= MOST_SECONDS:
        raise InputError(f"expected seconds above 0, at most {MOST_SECONDS}, found "
                         f"{shown(value)}", where)
    return float(value)


def minutes(value: Any, where: str = "minutes") -> dict[str, int]:
    """Return whole minutes by session."""
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise InputError(f"expected minutes by session, found {shown(value)}", where)
    return {word(name, where): whole(each, 1, 600, where) for name, each in value.items()}
