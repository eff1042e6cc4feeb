"""Numbers and times as people write them, and what is more than anybody does."""

from __future__ import annotations

import re

from planner.request.errors import InputError
from planner.workout.dose import half_up

MAX_SETS = 20
MAX_REPS = 200
MAX_SECONDS = 3 * 3600
MAX_REST_S = 3600
MAX_LOAD_KG = 1000
MAX_RIR = 30
MAX_LINE = 300
POUND_KG = 0.45359237

NUMBER = r"[0-9]+(?:[.,][0-9]+)?"
SECOND = r"""(?:(?:seconds?|secs?|s)(?![a-z])\.?|"|''(?!'))"""
MINUTE = (r"(?:(?:hours?|hrs?|h|minutes?|mins?|m)(?![a-z])(?:(?<=n)\.)?"
          r"|'(?![a-z']))")
UNIT = rf"{MINUTE}|{SECOND}"
LOAD_UNIT = r"(?:(?:kgs?|kilos?|kilograms?|lbs?|pounds?)(?![a-z])\.?|\#(?![\w#]))"
CLOCK = rf"[0-9]*:[0-9]{{2}}(?![0-9:]|\s*(?:{UNIT}))"
TIME = rf"(?:{CLOCK}|{NUMBER}\s*(?:{UNIT})(?:\s*[0-9]+\s*{SECOND})?)"


def short(text: str, most: int = 60) -> str:
    """Return a text fit to be shown in a message, cut where a word ends."""
    if len(text) <= most:
        return text
    cut = text[:most - 1]
    whole_words = cut.rpartition(" ")[0].rstrip(" ,;:-(")
    return (whole_words if len(whole_words) > most // 2 else cut) + "…"


def seconds_of(text: str) -> dict[str, int]:
    """Read ``1:30``, ``:30``, ``90s``, ``2min 30s``; of a range the upper bound."""
    last = re.findall(TIME, text, re.IGNORECASE)[-1].casefold()
    if ":" in last:
        minutes, seconds = last.split(":")
        if int(seconds) > 59:
            raise InputError(f"{short(last)!r} is no time; seconds go up to 59")
        return {"seconds": half_up(60 * decimal(minutes or "0") + int(seconds))}
    parts = re.findall(rf"({NUMBER})\s*([a-z]+|\"|'+)", last)
    parts = [(number, "s" if unit in ("''", '"') else unit) for number, unit in parts]
    size = {"h": 3600, "m": 60, "'": 60}
    total = sum(decimal(number) * size.get(unit[0], 1) for number, unit in parts)
    if len(parts) == 1 and parts[0][1] == "m":
        return {"seconds": half_up(total), "metres": half_up(decimal(parts[0][0]))}
    return {"seconds": half_up(total)}


def kilograms(load: float, unit: str) -> float:
    """Return a load in kilograms, refusing what nobody lifts."""
    pounds = unit.casefold().startswith(("lb", "pound", "#"))
    return in_limits(round(load * POUND_KG, 2) if pounds else load, 0, MAX_LOAD_KG,
                     "a load in kg")


def whole(text: str, most: int, what: str) -> int:
    """Return a count of at least 1, refusing what nobody does."""
    return int(in_limits(int(decimal(text)), 1, most, what))


def decimal(text: str) -> float:
    """Return a number written with a point or a comma."""
    if len(text) > 9:
        raise InputError(f"{short(text)} has too many digits")
    return float(text.replace(",", "."))


def in_limits(value: float, low: float, high: float, what: str) -> float:
    """Return a figure, refusing what nobody does."""
    if not low <= value <= high:
        raise InputError(f"{value:.10g} is out of range: {what} can be {low:g} to {high:g}")
    return value
