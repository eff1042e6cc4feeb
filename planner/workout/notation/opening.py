"""What a line begins with: a bullet, the name of a section, the label of a superset."""

from __future__ import annotations

import re
from typing import Any, Literal

from planner.catalog.words import Phase
from planner.workout.notation.rounds import round_head

Heading = Phase | Literal["warm_up", "any"]
"""What ``Warm-up:`` and its like say; ``any`` (``Work:``, ``Stretching:``) decides nothing."""

_BULLETS = re.compile(
    r"(?:[-*•>]+\s+|[-*•>]+(?=[A-Za-z0-9])|[0-9]{1,2}[.)]\s+|[a-z][.)]\s+|\[[ x]?\]\s*"
    r"|exercise\s+#?[0-9]{1,2}\s*[:.)-]\s*)+", re.I)
_LABEL = re.compile(r"(?:([a-z])[1-9](?:\s*[:.)]\s*|\s+-\s+|\s+)|([1-9])[a-wyz][.):]\s*)(?=\S)",
                    re.IGNORECASE)
_HEADINGS: tuple[tuple[str, Heading], ...] = (
    (r"warm[ -]?ups?|w/?u", "warm_up"), (r"raise", "raise"),
    (r"mobili[sz]e", "mobilise"), (r"activat(?:e|ion)", "activate"),
    (r"cool[ -]?downs?|c/d", "cool_down"),
    (r"stretch(?:es|ing)?|mobility|(?:main )?work(?:out)?|main(?: lifts?)?|strength"
     r"|accessor(?:y|ies)|assistance|finish(?:er)?s?|cash[ -]?out|core|cardio|conditioning", "any"),
)
_IN_BRACKETS = re.compile(r"\s*\((?:[^()x]|x(?![0-9 ]))*\)$")


_SHORT: tuple[tuple[re.Pattern[str], Heading], ...] = (
    (re.compile(r"w/?u\s+(?=\S)", re.IGNORECASE), "warm_up"),
    (re.compile(r"c/d\s+(?=\S)", re.IGNORECASE), "cool_down"),
)


_OPTIONAL = re.compile(r"^(?:[-*•>]+\s+|[0-9]{1,2}[.)]\s+)?\(?optional(?:ly)?\)?\s*[:,-]?\s+(?=\S)",
                       re.IGNORECASE)
_BEHIND = re.compile(r"(?<=\S)\s+c/d\W*$", re.IGNORECASE)


def heading(text: str) -> Heading | None:
    """Return what a line such as ``Warm-up:`` heads, None for any other line."""
    if rounds := round_head(text):
        return _phase(rounds.section) or "any"
    bare = text.strip(" :=*-_#•")
    return _phase(bare) or _phase(_IN_BRACKETS.sub("", bare))


def _phase(bare: str) -> Heading | None:
    return next((phase for pattern, phase in _HEADINGS
                 if re.fullmatch(pattern, bare.casefold())), None)


def opening(rest: str) -> tuple[str, dict[str, Any]]:
    """Cut bullet, section and label off the beginning of a line."""
    found: dict[str, Any] = {}
    rest = _OPTIONAL.sub("", rest)
    if behind := _BEHIND.search(rest):
        found["heading"], rest = "cool_down", rest[:behind.start()]
    label = _LABEL.match(rest)
    if not label and (bullet := _BULLETS.match(rest)):
        rest = rest[bullet.end():]
    for pattern, phase in _HEADINGS:
        if match := re.match(rf"(?:{pattern})\s*(?::|\s-\s)\s*(?=\S)", rest, re.IGNORECASE):
            found["heading"], rest = phase, rest[match.end():]
            break
    for short, phase in _SHORT:
        if "heading" not in found and (match := short.match(rest)):
            found["heading"], rest = phase, rest[match.end():]
    if label := _LABEL.match(rest):
        letter = label[1] or chr(ord("A") + int(label[2]) - 1)
        found["superset"], rest = letter.upper(), rest[label.end():]
    return rest, found
