"""What stands on a line beside its dose: reserve, share of the maximum, load, rest.

An option is read here and written here. One that has the name of a field of `Dose` goes into it.
"""

from __future__ import annotations

import re
from typing import Any

from planner.workout.notation.amounts import (
    MAX_LOAD_KG,
    MAX_REST_S,
    MAX_RIR,
    NUMBER,
    POUND_KG,
    TIME,
    decimal,
    in_limits,
    seconds_of,
)

_OPTIONS = {
    "rir": (rf"\brir\s*[:=]?\s*({NUMBER})(?:\s*-\s*({NUMBER}))?",
            rf"({NUMBER})(?:\s*-\s*({NUMBER}))?\s*rir\b"),
    "rpe": (rf"\brpe\s*[:=]?\s*({NUMBER})(?:\s*-\s*({NUMBER}))?",),
    "percent": (rf"({NUMBER})\s*%(?:\s*(?:of\s+)?1\s*rm\b)?",),
    "kg": (rf"(?:\bx\s*|\+)?({NUMBER})\s*(?:kgs?|kilos?|kilograms?)\b",),
    "lb": (rf"(?:\bx\s*|\+)?({NUMBER})\s*(?:lbs?|pounds?)\b",),
}
_REST = re.compile(rf"""\brest\s*[:=]?\s*({TIME}|[0-9]+) | ({TIME})\s*rest\b
    | (?<=[,;@|(-])\s*({TIME})(?:\s*rest\b)?""", re.IGNORECASE | re.VERBOSE)


def cut_options(rest: str) -> tuple[dict[str, Any], str]:
    """Cut reserve, share of the maximum, load and rest out of a line."""
    found: dict[str, float] = {}
    for option, patterns in _OPTIONS.items():
        for pattern in patterns:
            if match := re.search(rf"(?<![\w.]){pattern}", rest, re.IGNORECASE):
                written = [decimal(n) for n in match.groups() if n]
                found[option] = sum(written) / len(written)
                rest = f"{rest[:match.start()]} @ {rest[match.end():]}"
                break
    options: dict[str, Any] = {}
    if "rpe" in found:
        in_limits(found["rpe"], 5, 10, "RPE")
        options["rir"] = 10 - found["rpe"]
    if "rir" in found:
        options["rir"] = in_limits(found["rir"], 0, MAX_RIR, "RIR")
    if "percent" in found:
        options["percent"] = in_limits(found["percent"], 1, 100, "per cent of the maximum")
    if "kg" in found or "lb" in found:
        load = found["kg"] if "kg" in found else round(found["lb"] * POUND_KG, 2)
        options["load_kg"] = in_limits(load, 0, MAX_LOAD_KG, "a load in kg")
    return options, rest


def cut_rest(rest: str) -> tuple[dict[str, Any], str]:
    """Cut the rest between sets out of a line."""
    match = _REST.search(rest)
    if match is None:
        return {}, rest
    written = next(group for group in match.groups() if group)
    seconds = int(decimal(written)) if written.isdigit() else seconds_of(written)["seconds"]
    in_limits(seconds, 0, MAX_REST_S, "seconds of rest")
    return {"rest_s": seconds}, f"{rest[:match.start()]} @ {rest[match.end():]}"


def options_of(entry: Any) -> list[str]:
    """Return the options of an entry as they are written."""
    dose, found = entry.dose, []
    if dose.rir is not None and not dose.to_failure:
        found.append(f"RIR {dose.rir:g}")
    if load_kg := getattr(entry, "load_kg", None):
        found.append(f"{load_kg:.10g}kg")
    if (rest_s := getattr(entry, "rest_s", None)) is not None:
        found.append(f"{rest_s}s rest")
    return found
