"""How sets stand to a goal, told by colour, by pattern and in words."""

from __future__ import annotations

from planner.show.markup import Markup, tag
from planner.show.muscle_sets import Reached
from planner.show.pictures.svg import COLOURS, fill, line

WORDS: dict[Reached, str] = {
    "above": "above the maximum", "reached": "target reached", "short": "below the target",
    "below": "below the minimum", "none": "no goal"}
SHORT: dict[Reached, str] = {"above": "above", "reached": "reached", "short": "short",
                             "below": "below", "none": "no goal"}


def patterns(key: str) -> Markup:
    """Return the patterns of the levels that are not plain, for the ``defs`` of a picture."""
    return tag(
        "defs",
        _pattern(key, "below", tag("circle", cx=2, cy=2, r=1, **fill("below"))),
        _pattern(key, "short", tag("path", d="M-1 5L5 -1", **line("short", 1.4))),
        _pattern(key, "above", tag("rect", width=4, height=4, **fill("above")),
                 tag("path", d="M-1 -1L5 5M-1 5L5 -1", **line("paper", 0.8))))


def _pattern(key: str, name: str, *inside: Markup) -> Markup:
    return tag("pattern", tag("rect", width=4, height=4, **fill("paper")), *inside,
               id=f"{key}-{name}", width=4, height=4, patternUnits="userSpaceOnUse")


def shade(level: Reached, key: str) -> dict[str, str]:
    """Return the attributes of a shape at a level."""
    edge = {"stroke": COLOURS[level][0], "stroke_width": "0.8"}
    if level in ("reached", "none"):
        return {**edge, "class_": f"f-{level} l-{level}", "fill": COLOURS[level][0]}
    return {**edge, "class_": f"l-{level}", "fill": f"url(#{key}-{level})"}
