"""What a line begins with: a bullet, the name of a section, the label of a superset."""

from __future__ import annotations

import re
from typing import Any, Literal

from planner.catalog.words import Phase

Heading = Phase | Literal["warm_up", "any"]
"""What ``Warm-up:`` and its like say; ``any`` (``Work:``, ``Stretching:``) decides nothing."""

_BULLETS = re.compile(
    r"(?:[-*•>]+\s+|[-*•>]+(?=[A-Za-z0-9])|[0-9]{1,2}[.)]\s+|[a-z][.)]\s+|\[[ x]?\]\s*)+", re.I)
_LABEL = re.compile(r"(?:([a-z])[1-9](?:\s*[:.)]\s*|\s+-\s+|\s+)|([1-9])[a-wyz][.):]\s*)(?=\S)",
                    re.IGNORECASE)
_HEADINGS: tuple[tuple[str, Heading], ...] = (
    (r"warm[ -]?ups?", "warm_up"), (r"raise", "raise"),
    (r"mobili[sz]e", "mobilise"), (r"activat(?:e|ion)", "activate"),
    (r"cool[ -]?downs?", "cool_down"),
    (r"stretch(?:es|ing)?|mobility|(?:main )?work(?:out)?|main(?: lifts?)?|strength"
     r"|accessor(?:y|ies)|assistance|finisher|core|cardio|conditioning", "any"),
)
_ROUNDS = r"[0-9]{1,2} (?:rounds?|circuits?)(?: of)?|circuit \(?x? ?[0-9]{1,2}(?: rounds?)?\)?"


def heading(text: str) -> Heading | None:
    """Return what a line such as ``Warm-up:`` heads, None for any other line."""
    bare = text.strip(" :=*-_#•").casefold()
    if re.fullmatch(_ROUNDS, bare):
        return "any"
    return next((phase for pattern, phase in _HEADINGS if re.fullmatch(pattern, bare)), None)


def opening(rest: str) -> tuple[str, dict[str, Any]]:
    """Cut bullet, section and label off the beginning of a line."""
    found: dict[str, Any] = {}
    label = _LABEL.match(rest)
    if not label and (bullet := _BULLETS.match(rest)):
        rest = rest[bullet.end():]
    for pattern, phase in _HEADINGS:
        if match := re.match(rf"(?:{pattern})\s*(?::|\s-\s)\s*(?=\S)", rest, re.IGNORECASE):
            found["heading"], rest = phase, rest[match.end():]
            break
    if label := _LABEL.match(rest):
        letter = label[1] or chr(ord("A") + int(label[2]) - 1)
        found["superset"], rest = letter.upper(), rest[label.end():]
    return rest, found
