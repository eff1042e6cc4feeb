"""Fractional sets of every goal as a bar over its range, a tick at the target."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from planner.show.markup import Markup, tag
from planner.show.muscle_sets import level
from planner.show.pictures.levels import SHORT, patterns, shade
from planner.show.pictures.svg import fill, line, picture, shortened, text
from planner.show.wording import figure

if TYPE_CHECKING:
    from planner.judge.audit_rows import CoverageRow
    from planner.show.view import CoverageView

WIDTH, LEFT, RIGHT, ROW, TOP, BAR = 400, 92, 88, 20, 6, 8


def weekly_sets(coverage: Sequence[CoverageView], rows: Sequence[CoverageRow], key: str = "",
                alone: bool = True) -> Markup:
    """Return the picture of what a plan reaches.

    Parameters
    ----------
    coverage, rows
        The goals in words and in the plan's figures, in the same order.
    """
    name = key or "picture"
    most = max((max(row.max, row.sets) for row in rows), default=1) or 1
    scale = (WIDTH - LEFT - RIGHT) / most
    goals = [(shown.name, row) for shown, row in zip(coverage, rows, strict=True)]
    bottom = TOP + ROW * len(goals)
    return picture(
        "Fractional sets against the goals",
        "; ".join(f"{words}: {figure(r.sets)} sets, from {figure(r.min)} to {figure(r.max)}, "
                  f"target {figure(r.target)}" for words, r in goals) + ".",
        (WIDTH, bottom + 20), patterns(name),
        tuple(_row(words, row, scale, TOP + ROW * i, name) for i, (words, row)
              in enumerate(goals)),
        tuple(_legend(bottom + 13)), key=key, alone=alone)


def _row(words: str, row: CoverageRow, scale: float, y: float, key: str) -> Markup:
    middle = y + ROW / 2
    reached = level(row.sets, row)
    target = LEFT + row.target * scale
    return tag(
        "g", text(LEFT - 6, middle + 4, shortened(words, LEFT - 8), "end"),
        tag("rect", x=LEFT + row.min * scale, y=middle - BAR, width=(row.max - row.min) * scale,
            height=2 * BAR, rx=2, **fill("band")),
        tag("rect", x=LEFT, y=middle - BAR / 2, width=max(0.5, row.sets * scale), height=BAR,
            **shade(reached, key)),
        tag("path", d=f"M{target:.2f} {middle - BAR - 1}v{2 * BAR + 2}", **line("ink", 1.5)),
        text(WIDTH - RIGHT + 8, middle + 4, figure(row.sets), font_weight="bold"),
        text(WIDTH - 4, middle + 4, SHORT[reached], "end", "quiet"))


def _legend(y: float) -> tuple[Markup, ...]:
    return (
        tag("rect", x=LEFT, y=y - 9, width=24, height=11, rx=2, **fill("band")),
        text(LEFT + 29, y, "minimum to maximum", colour="quiet", font_size=10),
        tag("path", d=f"M{LEFT + 150} {y - 10}v13", **line("ink", 1.5)),
        text(LEFT + 156, y, "target", colour="quiet", font_size=10))
