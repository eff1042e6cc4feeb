"""The loads that can be put together: on a bar, from single weights, in steps."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import cached_property
from itertools import combinations
from typing import Protocol

from planner.catalog.loading import Loaded
from planner.loads.load import Load
from planner.loads.sums import MOST_GRAMS, Counts, Sums, sums
from planner.request.mass import Mass, Unit
from planner.request.place import Ladder

NOTHING = Mass(0)


class Loadable(Protocol):
    """The loads of a kind that a place has."""

    @property
    def how(self) -> Loaded | None:
        """How they are loaded; None where nothing is known of the place."""
        ...

    def down(self, grams: Decimal, strictly: bool = False) -> Load | None:
        """Return the heaviest load that is not above, or strictly below."""
        ...

    def up(self, grams: Decimal, strictly: bool = False) -> Load | None:
        """Return the lightest load that is not below, or strictly above."""
        ...


@dataclass(frozen=True)
class Steps:
    """Equal steps from nothing, without end: where a place says nothing."""

    step: Mass
    how: None = None

    def down(self, grams: Decimal, strictly: bool = False) -> Load | None:
        """Return the heaviest step that is not above, or strictly below."""
        at = (grams / self.step.exact_grams).to_integral_value(ROUND_FLOOR)
        if strictly and at * self.step.exact_grams == grams:
            at -= 1
        return self._at(at)

    def up(self, grams: Decimal, strictly: bool = False) -> Load | None:
        """Return the lightest step that is not below, or strictly above."""
        at = (grams / self.step.exact_grams).to_integral_value(ROUND_CEILING)
        if strictly and at * self.step.exact_grams == grams:
            at += 1
        return self._at(max(at, Decimal(0)))

    def _at(self, number: Decimal) -> Load | None:
        grams = number * self.step.exact_grams
        return Load(grams, unit=self.step.unit) if 0 <= grams <= MOST_GRAMS else None


@dataclass(frozen=True)
class Singles:
    """Weights that are ready as they are: dumbbells, kettlebells, a stack, a plate in the hands."""

    masses: tuple[Mass, ...]
    how: Loaded

    @classmethod
    def of(cls, weights: Ladder | Iterable[Mass], how: Loaded) -> Singles:
        """Return single weights, or the steps of a ladder with what is laid upon them."""
        masses = _steps(weights) if isinstance(weights, Ladder) else weights
        return cls(tuple(sorted(set(masses))), how)

    def __iter__(self) -> Iterator[Load]:
        """Yield every load, the lightest first."""
        return (Load.of(mass, self.how) for mass in self.masses)

    @cached_property
    def _grams(self) -> list[Decimal]:
        return [mass.exact_grams for mass in self.masses]

    def down(self, grams: Decimal, strictly: bool = False) -> Load | None:
        """Return the heaviest of them that is not above, or strictly below."""
        at = (bisect_left if strictly else bisect_right)(self._grams, grams)
        return Load.of(self.masses[at - 1], self.how) if at else None

    def up(self, grams: Decimal, strictly: bool = False) -> Load | None:
        """Return the lightest of them that is not below, or strictly above."""
        at = (bisect_right if strictly else bisect_left)(self._grams, grams)
        return Load.of(self.masses[at], self.how) if at < len(self.masses) else None


@dataclass(frozen=True)
class Plated:
    """A bar, a sledge or a belt with plates.

    Attributes
    ----------
    counts
        How many plates of each mass there are.
    bar, collars
        What they weigh; collars are on where plates are.
    """

    counts: Counts
    how: Loaded
    bar: Mass = NOTHING
    collars: Mass = NOTHING

    @property
    def _sums(self) -> Sums:
        return sums(self.counts, 2 if self.how == "pairs" else 1)

    @cached_property
    def _base(self) -> Decimal:
        return self.bar.exact_grams + self.collars.exact_grams

    @cached_property
    def _unit(self) -> Unit:
        """Pounds where nothing is in kilograms."""
        units = {m.unit for m in (*dict(self.counts), self.bar, self.collars) if m.exact_grams}
        return "lb" if units == {"lb"} else "kg"

    def __iter__(self) -> Iterator[Load]:
        """Yield every load, the lightest first."""
        return (self._load(s) for s in self._sums if self._total(s) <= MOST_GRAMS)

    def down(self, grams: Decimal, strictly: bool = False) -> Load | None:
        """Return the heaviest load that is not above, or strictly below."""
        found = self._sums.down(min(grams, MOST_GRAMS) - self._base, strictly)
        if found:
            return self._load(found)
        bar = self.bar.exact_grams
        return self._load(Decimal(0)) if bar < grams or (bar == grams and not strictly) else None

    def up(self, grams: Decimal, strictly: bool = False) -> Load | None:
        """Return the lightest load that is not below, or strictly above."""
        bar, room = self.bar.exact_grams, grams - self._base
        if bar > grams or (bar == grams and not strictly):
            return self._load(Decimal(0))
        found = self._sums.up(max(room, Decimal(0)), strictly or room <= 0)
        return None if found is None or self._total(found) > MOST_GRAMS else self._load(found)

    def _total(self, plates: Decimal) -> Decimal:
        return plates + self._base if plates else self.bar.exact_grams

    def _load(self, plates: Decimal) -> Load:
        return Load(self._total(plates), self.how, self.bar if self.bar.exact_grams else None,
                    self._sums.plates(plates), self._unit)


def _steps(ladder: Ladder) -> Iterator[Mass]:
    """Yield the steps of a ladder, each with every choice of what can be laid upon it."""
    lowest, highest, step = ladder.lowest, ladder.highest, ladder.step
    number = 1 if not step.value else 1 + int(
        max(Decimal(0), highest.exact_grams - lowest.exact_grams) / step.exact_grams)
    sets = [some for n in range(len(ladder.add_ons) + 1)
            for some in combinations(ladder.add_ons, n)]
    for at in range(min(number, 1000)):
        for some in sets:
            yield _sum([lowest, *[step] * at, *some])


def _sum(masses: list[Mass]) -> Mass:
    """Return the sum, in the first one's unit where all have it."""
    unit = masses[0].unit
    if all(m.unit == unit for m in masses):
        return Mass(sum((m.value for m in masses), Decimal(0)), unit)
    return Mass(sum((m.exact_grams for m in masses), Decimal(0)) / 1000)
