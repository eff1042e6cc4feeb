"""A curve that falls in steps: what is still missing for each amount of time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from planner.show.markup import Markup, tag
from planner.show.pictures.svg import fill, line, picture, text

WIDTH, HEIGHT = 640, 360
LEFT, RIGHT, TOP, BOTTOM = 64, 24, 48, 52
TICKS = 4
MOST_LABELS = 10

Scale = Callable[[float], float]


@dataclass(frozen=True)
class CurvePoint:
    """A point of a curve.

    Attributes
    ----------
    at
        Where it stands, in the unit of the axis.
    missing
        What is missing there; None where nothing is known.
    own
        Whether a plan was found for it, and not that of a point before.
    """

    at: int
    missing: int | None
    own: bool = True


def curve(title: str, describes: str, steps: Sequence[CurvePoint],
          unit: str, measure: str) -> Markup:
    """Return the picture of a curve.

    Parameters
    ----------
    unit, measure
        What stands below the horizontal axis, and above the vertical one.
    """
    known = [s for s in steps if s.missing is not None]
    most = max([s.missing or 0 for s in known], default=0) or 1
    low, high = steps[0].at, max(steps[-1].at, steps[0].at + 1)

    def x(at: float) -> float:
        return LEFT + (at - low) / (high - low) * (WIDTH - LEFT - RIGHT)

    def y(missing: float) -> float:
        return HEIGHT - BOTTOM - missing / most * (HEIGHT - TOP - BOTTOM)

    every = max(1, len(steps) // MOST_LABELS)
    return picture(
        title, describes, (WIDTH, HEIGHT), text(LEFT, 26, title, font_size=16),
        _grid(most, y),
        [text(x(s.at), HEIGHT - BOTTOM + 18, str(s.at), "middle", "quiet")
         for s in steps[::every]],
        text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, unit, "middle", "quiet"),
        text(LEFT, TOP - 8, measure, colour="quiet"),
        tag("path", d=_path(known, x, y), **line("work", 2)),
        [tag("circle", tag("title", f"{s.at}: {s.missing}"), cx=x(s.at), cy=y(s.missing or 0),
             r=3.5, **{**fill("work" if s.own else "paper"), "stroke": line("work")["stroke"]})
         for s in known])


def _grid(most: int, y: Scale) -> Iterator[Markup]:
    """Yield the horizontal lines, each with its figure."""
    for tick in range(TICKS + 1):
        at = y(most * tick / TICKS)
        yield tag("line", x1=LEFT, x2=WIDTH - RIGHT, y1=at, y2=at, **line("grid"))
        yield text(LEFT - 8, at + 4, f"{most * tick / TICKS:.0f}", "end", "quiet")


def _path(steps: Sequence[CurvePoint], x: Scale, y: Scale) -> str:
    """Return the line: a plan for less time holds until a better one is found."""
    path = ""
    for step in steps:
        at, missing = x(step.at), y(step.missing or 0)
        path += f" H{at:.1f} V{missing:.1f}" if path else f"M{at:.1f} {missing:.1f}"
    return path
