"""Loads and distances of a table, whichever columns and units they are written in."""

from __future__ import annotations

from functools import lru_cache

from planner.logs.cells import KILOGRAMS, METRES, kilograms, metres, number
from planner.logs.limits import MAX_DISTANCE_M, MAX_LOAD_KG
from planner.logs.log import Unit
from planner.logs.table import Column, Record, Table
from planner.request.errors import InputError

MILE_M, KILOMETRE_M = METRES["mi"], METRES["km"]
UNIT_UNSAID = ("The file does not say whether its loads are kg or lb: read as kg; --unit lb reads "
               "pounds.")


class Measures:
    """The loads and distances of a table, and what had to be assumed of them.

    Parameters
    ----------
    unit
        How loads are meant where the file does not say; None for kilograms.
    """

    def __init__(self, table: Table, unit: Unit | None = None) -> None:
        self._table = table
        self._said = unit
        self._loads = _with_units(table, "weight", KILOGRAMS)
        self._distances = _with_units(table, "distance", METRES)
        self.units: set[Unit] = set()
        self.assumed: set[str] = set()

    def load_kg(self, record: Record) -> float | None:
        """Return the load of a row in kilograms, None where there is none."""
        for column, size in self._loads:
            value = self._table.at(record, column, number)
            if value:
                size = size or self._table.value(record, "weight unit", kilograms)
                return self.loaded(value, size, f"{record.line}: {column.head}")
        return None

    def loaded(self, value: float, kg: float | None, place: str) -> float:
        """Return a load in kilograms; ``kg`` is the size of its unit, None where none is said."""
        if kg is None and self._said is None:
            self.assumed.add(UNIT_UNSAID)
        else:
            kg = kg or KILOGRAMS[self._said or "kg"]
            self.units.add("kg" if kg == 1 else "lb")
        load = in_kg(value, kg or 1.0)
        if abs(load) > MAX_LOAD_KG:
            raise InputError(f"expected a load of up to {MAX_LOAD_KG:,} kg, found {value:g}",
                             f"{self._table.name}:{place}")
        return load

    def distance_m(self, record: Record) -> float | None:
        """Return the distance of a row in metres, None where there is none."""
        for column, size in self._distances:
            value = self._table.at(record, column, number)
            if value:
                size = size or self._table.value(record, "distance unit", metres)
                if size is None:
                    size, word = ((MILE_M, "miles") if self._said == "lb"
                                  else (KILOMETRE_M, "kilometres"))
                    self.assumed.add("The file does not say the unit of its distances: "
                                     f"read as {word}.")
                return self._travelled(value * size, f"{record.line}: {column.head}")
        return None

    def _travelled(self, distance: float, place: str) -> float:
        if not 0 < distance <= MAX_DISTANCE_M:
            raise InputError(f"expected a distance of up to {MAX_DISTANCE_M // 1000:,} km, "
                             f"found {distance / 1000:g} km", f"{self._table.name}:{place}")
        return round(distance, 2)


@lru_cache(maxsize=4096)
def in_kg(value: float, size: float) -> float:
    """Return a load in kilograms, to the gram."""
    return round(value * size, 3)


def _with_units(table: Table, what: str, sizes: dict[str, float]
                ) -> list[tuple[Column, float | None]]:
    """Return the columns of a measure, each with the size of the unit in its name, if any."""
    found: list[tuple[Column, float | None]] = []
    for key, column in table.columns.items():
        word, _, unit = key.partition(" ")
        if word == what and (not unit or unit in sizes):
            found.append((column, sizes.get(unit)))
    return found
