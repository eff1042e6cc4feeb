"""A mass as somebody wrote it: a decimal number with its unit, exact, and grams inside."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import total_ordering
from typing import Any, Literal

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

Unit = Literal["kg", "lb"]
GRAMS: dict[Unit, Decimal] = {"kg": Decimal(1000), "lb": Decimal("453.59237")}
"""Grams of one, by definition."""

MOST_KG = 1000
_WRITTEN = re.compile(r"([0-9]+(?:[.,][0-9]{1,3})?)\s*(kgs?|kilos?|lbs?|pounds?|#)?", re.IGNORECASE)


@total_ordering
class Mass:
    """A mass: what was written, and its unit. Equal masses may be written in different units.

    Parameters
    ----------
    value
        0 to 1000 kg, in the unit.
    """

    __slots__ = ("unit", "value")

    def __init__(self, value: Decimal | int | str, unit: Unit = "kg") -> None:
        self.value = Decimal(value)
        self.unit: Unit = unit
        if not 0 <= self.exact_grams <= 1000 * MOST_KG:
            raise ValueError(f"expected 0 to {MOST_KG} kg, found {self}")

    @classmethod
    def read(cls, text: str | float, unit: Unit = "kg") -> Mass:
        """Return a mass from ``142,5``, ``45 lb`` or a number.

        Parameters
        ----------
        unit
            Of what is written without one.

        Raises
        ------
        ValueError
            It is not a mass.
        """
        match = _WRITTEN.fullmatch(str(text).strip())
        if match is None or isinstance(text, bool):
            raise ValueError(f"expected a mass such as 142.5 or 45 lb, found {text!r}")
        written = (match[2] or unit).casefold()
        try:
            value = Decimal(match[1].replace(",", "."))
        except InvalidOperation:
            raise ValueError(f"expected a mass, found {text!r}") from None
        return cls(value, "lb" if written[0] in "lp#" else "kg")

    @property
    def exact_grams(self) -> Decimal:
        """Grams without rounding."""
        return self.value * GRAMS[self.unit]

    @property
    def grams(self) -> int:
        """Whole grams, halves up."""
        return int(self.exact_grams.quantize(Decimal(1), ROUND_HALF_UP))

    @property
    def kg(self) -> float:
        """Kilograms."""
        return float(self.exact_grams / 1000)

    def __str__(self) -> str:
        """Return ``142.5 kg``."""
        value = self.value.normalize()
        return f"{value:f} {self.unit}"

    def __repr__(self) -> str:
        """Return the call that makes it."""
        return f"Mass({str(self.value)!r}, {self.unit!r})"

    def __eq__(self, other: object) -> bool:
        """Whether both are as heavy."""
        return isinstance(other, Mass) and self.exact_grams == other.exact_grams

    def __lt__(self, other: Mass) -> bool:
        """Whether it is lighter."""
        return self.exact_grams < other.exact_grams

    def __hash__(self) -> int:
        """Return the same for equal masses."""
        return hash(self.exact_grams)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any,
                                     handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Read it from a text or a number, write it as text.

        A context such as ``{"unit": "lb"}`` says what is meant where no unit is written.
        """
        def validate(value: Any, info: core_schema.ValidationInfo) -> Mass:
            unit: Unit = (info.context or {}).get("unit", "kg")
            return value if isinstance(value, Mass) else cls.read(value, unit)

        return core_schema.with_info_plain_validator_function(
            validate, serialization=core_schema.plain_serializer_function_ser_schema(
                str, return_schema=core_schema.str_schema()))

    @classmethod
    def __get_pydantic_json_schema__(cls, core: core_schema.CoreSchema,
                                     handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Return the schema of what it is read from."""
        return {"anyOf": [{"type": "number"}, {"type": "string"}],
                "description": "A mass: 142.5 (kg), '142,5 kg', '45 lb'."}
