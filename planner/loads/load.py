"""A load as it is put together: its mass, exact, and the plates it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from planner.catalog.loading import Loaded
from planner.request.mass import GRAMS, Mass, Unit


@dataclass(frozen=True)
class Load:
    """A load that can be put together.

    Attributes
    ----------
    grams
        All of it, without rounding.
    how
        How it is loaded; None for a load of which nothing more is known.
    bar
        What carries the plates, where it weighs anything.
    plates
        The plates of one side, or all of them where there is one side; the heaviest first.
    unit
        The unit it is said in.
    """

    grams: Decimal
    how: Loaded | None = None
    bar: Mass | None = None
    plates: tuple[Mass, ...] = ()
    unit: Unit = "kg"

    @classmethod
    def of(cls, mass: Mass, how: Loaded | None = None) -> Load:
        """Return a single weight, or a step of a stack."""
        return cls(mass.exact_grams, how, unit=mass.unit)

    @property
    def kg(self) -> float:
        """Kilograms."""
        return float(self.grams / 1000)

    def __str__(self) -> str:
        """Return ``102.5 kg``; plates of two units make two decimals of a kilogram."""
        return said(self.grams, self.unit)

    @property
    def plates_said(self) -> str:
        """``25 + 15 + 1.25 a side``; nothing where there are no plates to put on."""
        if self.how not in ("pairs", "end", "hung"):
            return ""
        if not self.plates:
            return "the bar alone" if self.bar else "no plates"
        mixed = any(plate.unit != self.unit for plate in self.plates)
        names = (str(p) if mixed else f"{p.value.normalize():f}" for p in self.plates)
        return " + ".join(names) + (" a side" if self.how == "pairs" else "")


def said(grams: Decimal, unit: Unit, to: str = "0.01") -> str:
    """Return grams in a unit, rounded to a decimal."""
    value = (grams / GRAMS[unit]).quantize(Decimal(to)).normalize()
    return f"{value:f} {unit}"


def in_grams(kg: float) -> Decimal:
    """Return the grams of kilograms that were computed, without the noise of binary fractions."""
    return Decimal(str(round(kg * 1000, 3)))
