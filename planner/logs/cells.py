"""What stands in one cell: numbers, repetitions, times, efforts, units."""

from __future__ import annotations

import re
from functools import lru_cache

from planner.logs.limits import MAX_REPS, MAX_SECONDS
from planner.request.errors import InputError
from planner.workout.dose import half_up
from planner.workout.notation.amounts import POUND_KG, short

_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]*)?|[+-]?[.,][0-9]+")
_CLOCK = re.compile(r"(?:([0-9]{1,3}):)?([0-9]{1,4}):([0-9]{2})(?:[.,][0-9]+)?")
_PART = re.compile(r"([0-9]+(?:[.,][0-9]+)?)\s*"
                   r"(hours?|hrs?|h|minutes?|mins?|min\.|m|seconds?|secs?|sec\.|s|\"|')",
                   re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,]*")

LONGEST = 18
MOST_RPE, LEAST_RIR_RPE = 10, 5
"""The end of the scale of efforts, and where it begins to say how many repetitions were left."""

KILOGRAMS = {"kg": 1.0, "kgs": 1.0, "kilogram": 1.0, "kilograms": 1.0,
             "lb": POUND_KG, "lbs": POUND_KG, "pound": POUND_KG, "pounds": POUND_KG}
METRES = {"m": 1.0, "meter": 1.0, "meters": 1.0, "metres": 1.0, "km": 1000.0, "kms": 1000.0,
          "kilometers": 1000.0, "kilometres": 1000.0, "mi": 1609.344, "mile": 1609.344,
          "miles": 1609.344, "ft": 0.3048, "feet": 0.3048, "foot": 0.3048, "yd": 0.9144,
          "yds": 0.9144, "yards": 0.9144, "cm": 0.01, "in": 0.0254, "inches": 0.0254}


@lru_cache(maxsize=4096)
def number(text: str) -> float | None:
    """Return a number with a point or a comma, None where nothing stands.

    Raises
    ------
    InputError
        It is something else.
    """
    word = text.strip()
    if not word:
        return None
    if not _NUMBER.fullmatch(word) or len(word) > LONGEST:
        raise InputError(f"expected a number such as 62.5, found {short(word)!r}")
    return float(word.replace(",", "."))


@lru_cache(maxsize=4096)
def reps(text: str) -> int | None:
    """Return whole repetitions; one that was not finished does not count."""
    value = number(text)
    if value is not None and not 0 <= value <= MAX_REPS:
        raise InputError(f"expected 0 to {MAX_REPS:,} repetitions, found {short(text.strip())!r}")
    return int(value) if value else None


@lru_cache(maxsize=4096)
def seconds(text: str) -> int | None:
    """Return a length of time: ``90``, ``1:30``, ``0:01:30``, ``1h 7m``, ``62m``, ``1min 53s``.

    Raises
    ------
    InputError
        It is something else, or longer than a week.
    """
    word = text.strip()
    if not word:
        return None
    clock = _CLOCK.fullmatch(word)
    if clock:
        hours, minutes, rest = (int(part or 0) for part in clock.groups())
        value = 3600.0 * hours + 60 * minutes + rest
    elif _NUMBER.fullmatch(word):
        value = number(word) or 0.0
    else:
        value = _summed(word)
    if not 0 <= value <= MAX_SECONDS:
        raise InputError(f"expected a time of up to a week, found {short(word)!r}")
    return half_up(value) or None


def _summed(word: str) -> float:
    """Return the seconds of numbers with units, one after the other."""
    size = {"h": 3600, "m": 60, "'": 60, "s": 1, '"': 1}
    parts = _PART.findall(word)
    if not parts or not _BETWEEN.fullmatch(_PART.sub("", word)):
        raise InputError(f"expected a time such as 90, 1:30 or 1h 7m, found {short(word)!r}")
    return sum(float(count.replace(",", ".")) * size[unit[0].casefold()] for count, unit in parts)


@lru_cache(maxsize=256)
def rpe(text: str) -> float | None:
    """Return an effort from 1 to 10; 0 is none."""
    value = number(text)
    if value is not None and not 0 <= value <= MOST_RPE:
        raise InputError(f"expected an effort of 1 to {MOST_RPE}, found {short(text.strip())!r}")
    return value or None


def rir_of(effort: float | None) -> float | None:
    """Return the repetitions in reserve that an effort says; an easy one says nothing of them."""
    return None if effort is None or effort < LEAST_RIR_RPE else MOST_RPE - effort


@lru_cache(maxsize=64)
def kilograms(unit: str) -> float | None:
    """Return the kilograms of a unit of weight, None where nothing stands.

    Raises
    ------
    InputError
        It is no unit of weight.
    """
    return _size(unit, KILOGRAMS, "kg or lb")


@lru_cache(maxsize=64)
def metres(unit: str) -> float | None:
    """Return the metres of a unit of length, None where nothing stands."""
    return _size(unit, METRES, "m, km or mi")


def _size(unit: str, sizes: dict[str, float], known: str) -> float | None:
    word = unit.strip().rstrip(".").casefold()
    if word and word not in sizes:
        raise InputError(f"expected {known}, found {short(unit.strip())!r}")
    return sizes[word] if word else None
