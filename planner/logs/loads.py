"""Loads as they were written, from the kilograms that reading has made of them."""

from __future__ import annotations

from collections.abc import Collection
from decimal import ROUND_HALF_EVEN, Decimal
from typing import NamedTuple

from planner.logs.log import Unit
from planner.request.mass import GRAMS

HUNDREDTHS = 2
"""Decimals of a load that people write."""
TO_THE_GRAM, TO_TEN_GRAMS = Decimal("0.5"), Decimal(5)
"""How far a figure may be from what was read: logs are read to the gram, set notation to ten."""


class Load(NamedTuple):
    """A load: the figure and its unit as written, and whole grams. Help is negative."""

    value: Decimal
    unit: Unit
    grams: int

    @property
    def text(self) -> str:
        """Return ``225 lb``."""
        return f"{self.value.normalize():f} {self.unit}"


def as_written(load_kg: float, units: Collection[Unit] = (), near_g: Decimal = TO_THE_GRAM
               ) -> Load:
    """Return a load as it was written.

    Parameters
    ----------
    units
        The units that its source is written in, kilograms where it does not say. Of two, the one
        in which the load is the rounder figure.
    near_g
        Grams by which reading may have moved it.
    """
    exact = Decimal(repr(load_kg)) * 1000
    found = [_in(exact, unit, near_g) for unit in sorted(units or ("kg",))]
    return min(found, key=lambda load: -_exponent(load.value))


def _in(grams: Decimal, unit: Unit, near_g: Decimal) -> Load:
    """Return the roundest figure in a unit that is as heavy as far as one can tell."""
    size = GRAMS[unit]
    if unit == "kg":
        value = grams / size
        return Load(value.normalize() + 0, unit, _whole(grams))
    for decimals in range(HUNDREDTHS + 1):
        value = (grams / size).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_EVEN)
        if abs(value * size - grams) <= near_g:
            break
    return Load(value, unit, _whole(value * size))


def _whole(grams: Decimal) -> int:
    return int(grams.quantize(Decimal(1), ROUND_HALF_EVEN))


def _exponent(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return min(0, exponent) if isinstance(exponent, int) else 0
