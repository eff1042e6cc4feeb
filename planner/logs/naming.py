"""From the name an app gives an exercise to the exercise of the catalogue."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from planner.catalog import Catalog


class Reading(NamedTuple):
    """The id that a name was read as, None for none; ``sure`` where nothing was guessed."""

    exercise: str | None
    sure: bool = True


def reader(catalog: Catalog) -> Callable[[str], Reading]:
    """Return the function that reads names.

    What is only near, because the kit differs or words were left aside, is not sure.
    """
    def read(name: str) -> Reading:
        found = catalog.names.read(name)
        return Reading(found.id, found.how != "loosely")

    return read
