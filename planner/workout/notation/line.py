"""One line of set notation: what it says, before anybody asks which exercise it means.

``parse`` takes a line apart into sets, amount, options and the words that are
left, which are the name. It knows the notation and no catalogue.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any, Literal

from planner.catalog.words import Phase
from planner.request.errors import InputError
from planner.workout.dose import half_up
from planner.workout.reps import Parts, Reps

MAX_SETS = 20
MAX_REPS = 200
MAX_SECONDS = 3 * 3600
MAX_REST_S = 3600
MAX_LOAD_KG = 1000
MAX_RIR = 30
MAX_LINE = 300
POUND_KG = 0.45359237

Heading = Phase | Literal["warm_up", "any"]
"""What ``Warm-up:`` and its like say; ``any`` (``Work:``, ``Stretching:``) decides nothing."""

_SAME = str.maketrans({
    **dict.fromkeys("’‘ʼ´`", "'"), **dict.fromkeys("“”„″", '"'),
    **dict.fromkeys("‐‑‒–—−", "-"), **dict.fromkeys("×✕✖⨯х", "x"),
})
_NUMBER = r"[0-9]+(?:[.,][0-9]+)?"
_SECOND = r'(?:seconds?|secs?|s|")(?![a-z])'
_UNIT = rf"(?:hours?|hrs?|h|minutes?|mins?|m)(?![a-z])|{_SECOND}"
_CLOCK = rf"[0-9]*:[0-9]{{2}}(?![0-9:]|\s*(?:{_UNIT}))"
_TIME = rf"(?:{_CLOCK}|{_NUMBER}\s*(?:{_UNIT})(?:\s*[0-9]+\s*{_SECOND})?)"
_FAILURE = r"(?:to|till?|until)\s+(?:failure|exhaustion)\b"
_LOAD = r"(?:kgs?|kilos?|kilograms?|lbs?|pounds?)\b"
_AMOUNT = rf"""(?:
    (?P<open>\?|(?:amrap|max|failure)\b|{_FAILURE})
  | (?P<time>(?:(?:{_TIME}|[0-9]+)\s*(?:-|\bto\b)\s*)?{_TIME})(?!\s*rest\b)
  | (?P<reps>[0-9]+(?:\s*\+\s*[0-9]+)+|[0-9]+(?:\s*(?:-|\bto\b)\s*[0-9]+)?)
    (?![0-9]|[.:][0-9]|\s*(?:%|{_UNIT}|{_LOAD})) (?P<plus>\+)?
  )"""
_SIDE = r"(?:\s*/|\s+per|\s+each|\s+a)\s*(?:side|arm|leg|hand)s?\b|\s+each\b|\s+e/s\b"
_SETS = re.compile(rf"""(?<![\w.+])(?<![0-9][,:])(?:(?P<fewest>[0-9]+)\s*-\s*)?(?P<sets>[0-9]+)\s*
    (?:[x*]\s*{_AMOUNT}|sets?\b\s*(?:of\b|x)?\s*(?:{_AMOUNT.replace("?P<", "?P<s_")})?)
    (?:\s*(?:reps?|repetitions?)\b)? (?P<side>{_SIDE})?""", re.IGNORECASE | re.VERBOSE)
_LIST = re.compile(rf"\s*[,/]\s*[0-9]+(?![0-9.:]|\s*(?:{_UNIT}|%|{_LOAD}|rir\b))", re.IGNORECASE)
_HAS_TIME = re.compile(rf"(?<![\w.])(?<![0-9][,:])({_TIME})(?P<side>{_SIDE})?", re.IGNORECASE)
_TO_FAILURE = re.compile(rf"(?:\b{_FAILURE}|\bamrap\b)", re.IGNORECASE)
_OPTIONS = {
    "rir": (rf"\brir\s*[:=]?\s*({_NUMBER})(?:\s*-\s*({_NUMBER}))?",
            rf"({_NUMBER})(?:\s*-\s*({_NUMBER}))?\s*rir\b"),
    "rpe": (rf"\brpe\s*[:=]?\s*({_NUMBER})(?:\s*-\s*({_NUMBER}))?",),
    "percent": (rf"({_NUMBER})\s*%(?:\s*(?:of\s+)?1\s*rm\b)?",),
    "kg": (rf"(?:\bx\s*|\+)?({_NUMBER})\s*(?:kgs?|kilos?|kilograms?)\b",),
    "lb": (rf"(?:\bx\s*|\+)?({_NUMBER})\s*(?:lbs?|pounds?)\b",),
}
_REST = re.compile(rf"""\brest\s*[:=]?\s*({_TIME}|[0-9]+) | ({_TIME})\s*rest\b
    | (?<=[,;@|(-])\s*({_TIME})(?:\s*rest\b)?""", re.IGNORECASE | re.VERBOSE)
_BULLETS = re.compile(r"(?:[-*•·‣▪>]+\s*|[0-9]{1,2}[.)]\s+|[a-z][.)]\s+|\[[ x]?\]\s*)+", re.I)
_LABEL = re.compile(r"([a-z])[1-9](?:\s*[:.)]\s*|\s+-\s+|\s+)(?=\S)", re.IGNORECASE)
_HEADINGS: tuple[tuple[str, Heading], ...] = (
    (r"warm[ -]?ups?", "warm_up"), (r"raise", "raise"), (r"mobili[sz]e", "mobilise"),
    (r"activat(?:e|ion)", "activate"), (r"cool[ -]?downs?", "cool_down"),
    (r"stretch(?:es|ing)?|mobility|(?:main )?work(?:out)?|main|strength", "any"),
)


@dataclass(frozen=True)
class Line:
    """One line taken apart.

    ``open_ended`` is ``3x?``: as many as possible. ``metres`` stands beside
    ``seconds`` where the unit was a bare ``m``. ``sides`` is 2 where the
    amount was written for each side.
    """

    name: str
    heading: Heading | None = None
    superset: str | None = None
    sets: int | None = None
    reps: Reps | None = None
    seconds: int | None = None
    metres: int | None = None
    open_ended: bool = False
    to_failure: bool = False
    sides: int = 1
    rir: float | None = None
    percent: float | None = None
    load_kg: float | None = None
    rest_s: int | None = None

    @property
    def dosed(self) -> bool:
        """Whether it says how much is done: sets, or a time."""
        return self.sets is not None or self.seconds is not None


def clean(text: str) -> str:
    """Return a line with one kind of apostrophe, dash, cross and blank, trimmed."""
    kept = (" " if char.isspace() else char for char in text.translate(_SAME)
            if unicodedata.category(char) != "Cf")
    return " ".join("".join(kept).split())


def heading(text: str) -> Heading | None:
    """Return what a line such as ``Warm-up:`` heads, None for any other line."""
    bare = text.strip(" :=*-_").casefold()
    return next((phase for pattern, phase in _HEADINGS if re.fullmatch(pattern, bare)), None)


def has_sets(text: str) -> bool:
    """Whether sets are written anywhere in a line."""
    return _SETS.search(text) is not None


def parse(text: str) -> Line:
    """Take one line apart; the place is the caller's to add to an error.

    Raises
    ------
    InputError
        On no name, two doses, zero sets and absurd numbers.
    """
    if len(text) > MAX_LINE:
        raise InputError(f"a line of {len(text)} characters; at most {MAX_LINE} are read")
    found: dict[str, Any] = {}
    rest = clean(text)
    if bullet := _BULLETS.match(rest):
        rest = rest[bullet.end():]
    for pattern, phase in _HEADINGS:
        if match := re.match(rf"(?:{pattern})\s*(?::|\s-\s)\s*(?=\S)", rest, re.IGNORECASE):
            found["heading"], rest = phase, rest[match.end():]
            break
    if label := _LABEL.match(rest):
        found["superset"], rest = label[1].upper(), rest[label.end():]
    dose, rest = _sets(rest)
    options, rest = _options(rest)
    if dose:
        rest_s, rest = _rest(rest)
        options |= rest_s
    failure = _TO_FAILURE.search(rest) is not None
    rest = _TO_FAILURE.sub(" ", rest)
    if not dose:
        dose, rest = _only_time(rest)
    name = _name(rest)
    if not any(char.isalnum() for char in name):
        raise InputError("no exercise is named; write 3x8 Deadlift")
    if set(dose) == {"sets"}:
        if not failure:
            raise InputError(f"{short(name)!r} has sets but no repetitions; "
                             f"write 3x8 {short(name)}")
        dose["open_ended"] = True
    failure = failure or "open_ended" in dose
    return Line(name=name, to_failure=failure, **found, **dose, **options)


def short(text: str) -> str:
    """Return a text fit to be shown in a message."""
    return text if len(text) <= 60 else text[:59] + "…"


def _name(rest: str) -> str:
    """Return what is left of a line once dose and options are cut out."""
    name = " ".join(re.sub(r"\(\s*[,;]?\s*\)", " ", rest.replace("@", " ")).split())
    name = re.sub(r"^(?:of|reps?)\s+", "", name.strip(" ,;:|-=*_."), flags=re.IGNORECASE)
    return name.strip(" ,;:|-=*_.")


def _sets(rest: str) -> tuple[dict[str, Any], str]:
    match = _SETS.search(rest)
    if match is None:
        return {}, rest
    after = rest[match.end():]
    if match["fewest"]:
        raise InputError(f"{short(match[0])!r} leaves the sets open; write one number of sets, "
                         f"{match['sets']}x8")
    if _LIST.match(after):
        raise InputError("every set of a line has the same repetitions; write 3x8-12, or a line "
                         "for each number")
    if _SETS.search(after):
        raise InputError("two doses on one line; write one exercise a line")
    part = {key.removeprefix("s_"): value for key, value in match.groupdict().items() if value}
    dose: dict[str, Any] = {"sets": _whole(part["sets"], MAX_SETS, "sets"),
                            "sides": 2 if "side" in part else 1}
    if "open" in part:
        dose["open_ended"] = True
    elif "time" in part:
        dose |= _held(part["time"])
    elif "reps" in part:
        dose["reps"] = _reps(part["reps"])
    else:
        del dose["sides"]
    return dose, f"{rest[:match.start()]} {after}"


def _reps(text: str) -> Reps:
    numbers = [_whole(n, MAX_REPS, "repetitions") for n in re.findall("[0-9]+", text)]
    if len(numbers) == 1:
        return numbers[0]
    if "+" in text:
        _whole(str(sum(numbers)), MAX_REPS, "repetitions")
        return Parts(parts=tuple(numbers))
    low, high = numbers
    if low > high:
        raise InputError(f"the range {low}-{high} falls; write {high}-{low}")
    return (low, high) if low < high else low


def _only_time(rest: str) -> tuple[dict[str, Any], str]:
    """Read a time without sets, the first that leaves a name."""
    for match in _HAS_TIME.finditer(rest):
        before, after = rest[:match.start()], rest[match.end():]
        if _name(before) or _name(after):
            return ({**_held(match[1]), "sides": 2 if match["side"] else 1},
                    f"{before.rstrip(' (')} {after.lstrip(' )')}")
    return {}, rest


def _options(rest: str) -> tuple[dict[str, Any], str]:
    """Cut reserve, share of the maximum, load and rest out of a line."""
    found: dict[str, float] = {}
    for option, patterns in _OPTIONS.items():
        for pattern in patterns:
            if match := re.search(rf"(?<![\w.]){pattern}", rest, re.IGNORECASE):
                written = [_decimal(n) for n in match.groups() if n]
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


def _rest(rest: str) -> tuple[dict[str, Any], str]:
    match = _REST.search(rest)
    if match is None:
        return {}, rest
    written = next(group for group in match.groups() if group)
    seconds = int(_decimal(written)) if written.isdigit() else _seconds(written)["seconds"]
    in_limits(seconds, 0, MAX_REST_S, "seconds of rest")
    return {"rest_s": seconds}, f"{rest[:match.start()]} @ {rest[match.end():]}"


def _seconds(text: str) -> dict[str, int]:
    """Read ``1:30``, ``:30``, ``90s``, ``2min 30s``; of a range the upper bound."""
    last = re.findall(_TIME, text, re.IGNORECASE)[-1].casefold()
    if ":" in last:
        minutes, seconds = last.split(":")
        if int(seconds) > 59:
            raise InputError(f"{short(last)!r} is no time; seconds go up to 59")
        return {"seconds": half_up(60 * _decimal(minutes or "0") + int(seconds))}
    parts = re.findall(rf"({_NUMBER})\s*([a-z\"]+)", last)
    size = {"h": 3600, "m": 60}
    total = sum(_decimal(number) * size.get(unit[0], 1) for number, unit in parts)
    if len(parts) == 1 and parts[0][1] == "m":
        return {"seconds": half_up(total), "metres": half_up(_decimal(parts[0][0]))}
    return {"seconds": half_up(total)}


def _held(text: str) -> dict[str, int]:
    dose = _seconds(text)
    in_limits(dose["seconds"], 1, MAX_SECONDS, "seconds")
    return dose


def _whole(text: str, most: int, what: str) -> int:
    """Return a count of at least 1, refusing what nobody does."""
    return int(in_limits(int(_decimal(text)), 1, most, what))


def _decimal(text: str) -> float:
    """Return a number written with a point or a comma."""
    if len(text) > 9:
        raise InputError(f"{short(text)} has too many digits")
    return float(text.replace(",", "."))


def in_limits(value: float, low: float, high: float, what: str) -> float:
    """Return a figure, refusing what nobody does."""
    if not low <= value <= high:
        raise InputError(f"{value:.10g} is out of range: {what} can be {low:g} to {high:g}")
    return value
