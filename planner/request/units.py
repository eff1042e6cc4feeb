"""In what unit loads are printed, and to what they are rounded there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import Any

from planner.catalog.words import LoadKind
from planner.request.errors import InputError, nearest
from planner.request.mass import GRAMS, Mass, Unit
from planner.request.place import Ladder, Place

USUAL_STEP = Mass(5, "lb")
"""What pounds are rounded to where nobody says what a place has."""

UNIT_WORDS: Mapping[str, Unit] = {
    **dict.fromkeys(("kg", "kgs", "kilo", "kilos", "kilogram", "kilograms", "metric"), "kg"),
    **dict.fromkeys(("lb", "lbs", "pound", "pounds", "imperial", "#"), "lb")}


def unit_of(word: str, where: str = "units") -> Unit:
    """Return a unit by any of its names."""
    found = UNIT_WORDS.get(word.strip().casefold().rstrip("."))
    if found is None:
        raise InputError(f"unknown unit {word!r}; {nearest(word.casefold(), ('kg', 'lb'))}", where)
    return found


@dataclass(frozen=True)
class Units:
    """A unit, and the smallest step of each kind of load.

    Attributes
    ----------
    steps
        By kind of load; what is not there has steps of 5 lb. Kilograms are printed as they are.
    """

    unit: Unit = "kg"
    steps: Mapping[LoadKind, Mass] = field(default_factory=dict)

    @property
    def pounds(self) -> bool:
        """Whether loads are printed in pounds."""
        return self.unit == "lb"

    def rounded(self, kg: float, kind: LoadKind) -> Mass:
        """Return a load that somebody is to take: the nearest multiple of the step, halves up."""
        step = self.steps.get(kind, USUAL_STEP).exact_grams
        return self._mass(_half_up(_grams(kg) / step) * step)

    def written(self, kg: float) -> Mass:
        """Return a load that somebody wrote, to half a pound or ten grams."""
        least = GRAMS["lb"] / 2 if self.pounds else Decimal(10)
        return self._mass(_half_up(_grams(kg) / least) * least)

    def added(self, kg: float, kind: LoadKind) -> Mass:
        """Return what is added to a load: one step at least."""
        step = self.steps.get(kind, USUAL_STEP).exact_grams
        return self._mass(max(Decimal(1), _half_up(_grams(kg) / step)) * step)

    def _mass(self, grams: Decimal) -> Mass:
        value = grams / GRAMS[self.unit]
        return Mass(value.quantize(Decimal("0.1") if self.pounds else Decimal("0.01"),
                                   ROUND_HALF_UP), self.unit)


KG = Units()


def units_of(value: Any, where: str = "units") -> Units:
    """Return units from themselves, or from a word."""
    if isinstance(value, Units):
        return value
    if not isinstance(value, str):
        raise InputError(f"expected kg or lb, found {value!r}", where)
    return Units(unit_of(value, where))


def steps_of(place: Place) -> dict[LoadKind, Mass]:
    """Return the smallest step of each kind of load that a place says something of.

    A bar takes two of its lightest plates that are there in pairs.
    """
    weights = place.weights
    if weights is None:
        return {}
    found: dict[LoadKind, Mass | None] = {
        "dumbbell": _step(weights.dumbbells), "kettlebell": _step(weights.kettlebells),
        "stack": _step(weights.stack or ())}
    pairs = [mass for mass, count in weights.plates.items() if count > 1 and mass.grams]
    if pairs:
        lightest = min(pairs)
        found["barbell"] = found["plate"] = Mass(2 * lightest.value, lightest.unit)
    return {kind: step for kind, step in found.items() if step is not None}


def _step(weights: tuple[Mass, ...] | Ladder) -> Mass | None:
    """Return the step of a ladder, or the smallest difference of single weights."""
    if isinstance(weights, Ladder):
        return weights.step if weights.step.grams else None
    return min(_differences(sorted(set(weights))), default=None)


def _differences(weights: Iterable[Mass]) -> Iterable[Mass]:
    for light, heavy in pairwise(weights):
        same = light.unit == heavy.unit
        grams = heavy.exact_grams - light.exact_grams
        yield (Mass(heavy.value - light.value, heavy.unit) if same else Mass(grams / 1000))


def _grams(kg: float) -> Decimal:
    return Decimal(str(kg)) * 1000


def _half_up(number: Decimal) -> Decimal:
    return number.quantize(Decimal(1), ROUND_HALF_UP)
