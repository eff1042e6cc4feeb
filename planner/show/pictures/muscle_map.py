"""The body from the front and from behind, each muscle shaded by its sets against the goal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from planner.show.markup import Markup, tag
from planner.show.muscle_sets import MuscleSets
from planner.show.pictures.levels import WORDS, patterns, shade
from planner.show.pictures.svg import COLOURS, fill, line, picture, shortened, text, width_of
from planner.show.wording import figure, plain

View = Literal["front", "back"]
SIDES: dict[View, str] = {"front": "from the front", "back": "from behind"}

WIDTH, HEIGHT = 360, 412
FIGURE, GAP, FIRST, LAST = 100, 15.5, 12.0, 330.0
"""Half the room of a figure, the distance between labels, the highest and the lowest of them."""


@dataclass(frozen=True)
class Shape:
    """Half of a muscle, or of a part of the body that is none.

    Attributes
    ----------
    path
        An SVG path in the coordinates of the figure's right half.
    at
        The point that a label leads to, None where it has no label.
    """

    path: str
    at: tuple[float, float] | None


@cache
def shapes() -> dict[View, dict[str, Shape]]:
    """Return the shapes of ``body.svg`` by view and id, in the order of the file."""
    from xml.parsers.expat import ParserCreate

    found: dict[View, dict[str, Shape]] = {"front": {}, "back": {}}

    def start(name: str, attributes: dict[str, str]) -> None:
        if name != "path":
            return
        side, _, part = attributes["id"].partition(".")
        at = attributes.get("data-at", "").split()
        found["front" if side == "front" else "back"][part] = Shape(
            attributes["d"], (float(at[0]), float(at[1])) if at else None)

    parser = ParserCreate()
    parser.StartElementHandler = start
    parser.Parse((Path(__file__).parent / "body.svg").read_bytes(), True)
    return found


def muscle_map(muscles: Sequence[MuscleSets], view: View, key: str = "",
               alone: bool = True) -> Markup:
    """Return one side of the body.

    A muscle without a shape, such as one that an overlay added, is left out;
    its group stands in the table beside the picture.
    """
    name = key or "picture"
    drawn = shapes()[view]
    shown = [m for m in muscles if m.muscle.id in drawn]
    middle = WIDTH - FIGURE if view == "front" else FIGURE
    return picture(
        f"Muscle map {SIDES[view]}",
        "Weekly fractional sets of each muscle against its goal or that of its group: "
        + "; ".join(f"{plain(m.muscle.id)} {_figures(m)}, {WORDS[m.level]}" for m in shown) + ".",
        (WIDTH, HEIGHT), patterns(name),
        tag("g", tuple(_both(s.path, middle, **fill("body")) for s in drawn.values()
                       if s.at is None),
            tuple(_both(drawn[m.muscle.id].path, middle, **shade(m.level, name)) for m in shown)),
        tuple(_label(m, drawn[m.muscle.id], y, view, middle)
              for m, y in _spread(shown, drawn)),
        tuple(_legend(view, name)), key=key, alone=alone)


def _both(path: str, middle: float, **attributes: str) -> Markup:
    """Return a shape and its mirror image."""
    return Markup("".join(
        tag("path", d=path, transform=f"translate({middle} 2) scale({side} 1)", **attributes)
        for side in (1, -1)))


def _figures(muscle: MuscleSets) -> str:
    goal = "" if muscle.goal is None else f" of {figure(muscle.goal.target)}"
    return f"{figure(muscle.sets)}{goal}"


def _spread(muscles: Sequence[MuscleSets],
            drawn: dict[str, Shape]) -> list[tuple[MuscleSets, float]]:
    """Return the muscles from top to bottom, each with a height where its label has room."""
    def height(muscle: MuscleSets) -> float:
        at = drawn[muscle.muscle.id].at
        return at[1] if at else 0.0

    order = sorted(muscles, key=height)
    heights: list[float] = []
    for muscle in order:
        heights.append(max(height(muscle), heights[-1] + GAP if heights else FIRST))
    down = sum(heights) - sum(map(height, order))
    up = min(down / max(1, len(order)), heights[0] - FIRST if heights else 0)
    below = LAST
    for i in range(len(heights) - 1, -1, -1):
        heights[i] = min(heights[i] - up, below)
        below = heights[i] - GAP
    return list(zip(order, heights, strict=True))


def _label(muscle: MuscleSets, shape: Shape, y: float, view: View, middle: float) -> Markup:
    """Return a label at the edge and the line to the half of the muscle that is nearer."""
    assert shape.at is not None
    side = -1 if view == "front" else 1
    edge = middle + side * (FIGURE - 1)
    x, top = middle + side * shape.at[0], shape.at[1] + 2
    figures = _figures(muscle)
    words = shortened(plain(muscle.muscle.id), WIDTH - 2 * FIGURE - width_of(figures) - 12)
    anchor = "end" if view == "front" else "start"
    label = text(edge + side * 3, y + 4, f"{words} {figures}", anchor)
    return tag("g", tag("path", d=f"M{edge:.1f} {y:.1f}L{x:.1f} {top:.1f}",
                        **line("quiet", 0.6)),
               tag("circle", cx=x, cy=top, r=2, stroke=COLOURS["paper"][0], stroke_width=0.8,
                   **{**fill("ink"), "class_": "f-ink l-paper"}), label)


def _legend(view: View, key: str) -> list[Markup]:
    """Return the levels beneath the labels."""
    found = []
    for i, (name, words) in enumerate(WORDS.items()):
        y = HEIGHT - 64 + 14 * i
        x, anchor, at = (148, "end", 143) if view == "front" else (202, "start", 218)
        found += [tag("rect", x=x, y=y - 9, width=11, height=11, **shade(name, key)),
                  text(at, y, words, anchor, "quiet", font_size=10)]
    return found
