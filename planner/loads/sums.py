"""The sums that plates make: all of them once, each with the fewest plates."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from planner.request.errors import InputError
from planner.request.mass import MOST_KG, Mass, Unit

Plates = tuple[Mass, ...]
Counts = tuple[tuple[Mass, int], ...]

MOST_SUMS = 50_000
"""Of the plates of a unit. A gym with ten pairs of every plate has 400."""
MOST_GRAMS = Decimal(1000 * MOST_KG)


class Sums:
    """What plates weigh together, in grams, nothing at all included.

    Plates of kilograms and of pounds are kept apart: each make few sums, all their pairs many. No
    two pairs weigh the same: 100,000 lb is the least that is a whole number of grams.
    """

    def __init__(self, counts: Counts, ends: int) -> None:
        units: tuple[Unit, Unit] = ("kg", "lb")
        made = [_made(tuple((m, n) for m, n in counts if m.unit == unit), ends) for unit in units]
        self._plates = sorted(made, key=len)
        self._few, self._many = (sorted(sums) for sums in self._plates)

    def __iter__(self) -> Iterator[Decimal]:
        """Yield every sum up to the largest mass there is."""
        return iter(sorted({a + b for a in self._few for b in self._many
                            if a + b <= MOST_GRAMS}))

    def down(self, grams: Decimal, strictly: bool = False) -> Decimal | None:
        """Return the largest sum that is not above, or strictly below."""
        at = bisect_left if strictly else bisect_right
        found = (a + self._many[i - 1] for a in self._few
                 if (i := at(self._many, grams - a)) > 0)
        return max(found, default=None)

    def up(self, grams: Decimal, strictly: bool = False) -> Decimal | None:
        """Return the smallest sum that is not below, or strictly above."""
        at = bisect_right if strictly else bisect_left
        found = (a + self._many[i] for a in self._few
                 if (i := at(self._many, grams - a)) < len(self._many))
        return min(found, default=None)

    def plates(self, grams: Decimal) -> Plates:
        """Return the fewest plates of a sum, of one end, the heaviest first."""
        few, many = self._plates
        a = next(a for a in self._few if grams - a in many)
        return tuple(sorted((*few[a], *many[grams - a]), reverse=True))


@lru_cache(maxsize=256)
def sums(counts: Counts, ends: int) -> Sums:
    """Return the sums of plates, each in its number; with two ends they are put on in pairs.

    Raises
    ------
    InputError
        They make too many.
    """
    return Sums(counts, ends)


def _made(counts: Counts, ends: int) -> dict[Decimal, Plates]:
    """Return the sums of some plates, and of each its fewest plates of one end.

    A number of plates is made of 1, 2, 4 … and what is left, each taken or not: so one pass for
    each is enough, whichever number it is.
    """
    best: dict[Decimal, Plates] = {Decimal(0): ()}
    for mass, number in sorted(counts, reverse=True):
        left, some = number // ends, 1
        while left > 0 and mass.exact_grams > 0:
            taken = (mass,) * min(some, left)
            more = ends * len(taken) * mass.exact_grams
            for grams, plates in tuple(best.items()):
                other = best.get(grams + more)
                if grams + more <= MOST_GRAMS and (
                        other is None or _rank(plates + taken) < _rank(other)):
                    best[grams + more] = plates + taken
            left, some = left - len(taken), 2 * some
            if len(best) > MOST_SUMS:
                raise InputError(f"these plates make more than {MOST_SUMS:,} weights; leave some "
                                 "out", "weights.plates")
    return best


def _rank(plates: Plates) -> tuple[int, tuple[Decimal, ...]]:
    """Fewer plates are better, then heavier ones first."""
    return len(plates), tuple(-plate.exact_grams for plate in plates)
