"""One line of set notation: what it says, before anybody asks which exercise it means.

``parse`` takes a line apart into sets, amount, options and the words that are
left, which are the name. It knows the notation and no catalogue.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from planner.catalog.words import Phase
from planner.request.errors import InputError
from planner.workout.notation.amounts import (
    MAX_LINE,
    MAX_REPS,
    MAX_SECONDS,
    MAX_SETS,
    TIME,
    UNIT,
    in_limits,
    seconds_of,
    short,
    whole,
)
from planner.workout.notation.marks import cut_options, cut_rest
from planner.workout.reps import Parts, Reps

Heading = Phase | Literal["warm_up", "any"]
"""What ``Warm-up:`` and its like say; ``any`` (``Work:``, ``Stretching:``) decides nothing."""

_SAME = str.maketrans({
    **dict.fromkeys("’‘ʼ´`", "'"), **dict.fromkeys("“”„″", '"'),
    **dict.fromkeys("‐‑‒–—−", "-"), **dict.fromkeys("×✕✖⨯х", "x"),
})
_FAILURE = r"(?:to|till?|until)\s+(?:failure|exhaustion)\b"
_LOAD = r"(?:kgs?|kilos?|kilograms?|lbs?|pounds?)\b"
_AMOUNT = rf"""(?:
    (?P<open>\?|(?:amrap|max|failure)\b|{_FAILURE})
  | (?P<time>(?:(?:{TIME}|[0-9]+)\s*(?:-|\bto\b)\s*)?{TIME})(?!\s*rest\b)
  | (?P<reps>[0-9]+(?:\s*\+\s*[0-9]+)+|[0-9]+(?:\s*(?:-|\bto\b)\s*[0-9]+)?)
    (?![0-9]|[.:][0-9]|\s*(?:%|{UNIT}|{_LOAD})) (?P<plus>\+)?
  )"""
_SIDE = r"(?:\s*/|\s+per|\s+each|\s+a)\s*(?:side|arm|leg|hand)s?\b|\s+each\b|\s+e/s\b"
_SETS = re.compile(rf"""(?<![\w.+])(?<![0-9][,:])(?:(?P<fewest>[0-9]+)\s*-\s*)?(?P<sets>[0-9]+)\s*
    (?:[x*]\s*{_AMOUNT}|sets?\b\s*(?:of\b|x)?\s*(?:{_AMOUNT.replace("?P<", "?P<s_")})?)
    (?:\s*(?:reps?|repetitions?)\b)? (?P<side>{_SIDE})?""", re.IGNORECASE | re.VERBOSE)
_LIST = re.compile(rf"\s*[,/]\s*[0-9]+(?![0-9.:]|\s*(?:{UNIT}|%|{_LOAD}|rir\b))", re.IGNORECASE)
_HAS_TIME = re.compile(rf"(?<![\w.])(?<![0-9][,:])({TIME})(?P<side>{_SIDE})?", re.IGNORECASE)
_TO_FAILURE = re.compile(rf"(?:\b{_FAILURE}|\bamrap\b)", re.IGNORECASE)
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
    amount was written for each side. ``said`` are its options by name.
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
    said: Mapping[str, Any] = field(default_factory=dict)

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
    options, rest = cut_options(rest)
    if dose:
        rest_s, rest = cut_rest(rest)
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
    return Line(name=name, to_failure=failure, said=options, **found, **dose)


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
    dose: dict[str, Any] = {"sets": whole(part["sets"], MAX_SETS, "sets"),
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
    numbers = [whole(n, MAX_REPS, "repetitions") for n in re.findall("[0-9]+", text)]
    if len(numbers) == 1:
        return numbers[0]
    if "+" in text:
        whole(str(sum(numbers)), MAX_REPS, "repetitions")
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


def _held(text: str) -> dict[str, int]:
    dose = seconds_of(text)
    in_limits(dose["seconds"], 1, MAX_SECONDS, "seconds")
    return dose
