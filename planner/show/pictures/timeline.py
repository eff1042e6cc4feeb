"""A session as a timeline: set-up, ramp sets, work and rest, supersets interleaved.

The kinds differ in height as well as in colour: work is a full bar, ramp sets
a low one, rest a line, set-up a frame. The two of a superset stand above and
below the middle.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from planner.plans.schema import Entry
from planner.show import wording
from planner.show.markup import Markup, tag
from planner.show.pictures.svg import fill, line, picture, shortened, text, width_of

if TYPE_CHECKING:
    from planner.show.view import EntryView, SessionView

Kind = Literal["set-up", "ramp", "work", "light", "rest"]
KINDS: dict[Kind, str] = {"light": "light", "set-up": "set-up", "ramp": "ramp", "work": "work",
                          "rest": "rest"}

WIDTH, EDGE, TOP, ROW, LINE, BAR = 400, 8, 22, 19, 13, 11
STEPS_MIN = (1, 2, 5, 10, 15, 20, 30, 60)
MOST_TICKS = 8
MOST_SETS = 100
"""Sets that are drawn one by one; nobody does more of one exercise."""


@dataclass(frozen=True)
class Part:
    """A stretch of a session.

    Attributes
    ----------
    start_s, seconds
        From the beginning of its exercise, and how long.
    lane
        1 and 2 for the work of the two in a superset, else 0.
    """

    kind: Kind
    start_s: int
    seconds: int
    lane: int = 0


def parts(block: Sequence[Entry]) -> tuple[Part, ...]:
    """Return the stretches of an exercise, or of the two of a superset, none of them empty.

    They follow each other without a gap and add up to the seconds of the
    first entry.
    """
    found: list[Part] = []
    at = 0
    for kind, seconds, lane in _stretches(block):
        if seconds > 0:
            found.append(Part(kind, at, seconds, lane))
            at += seconds
    return tuple(found)


def _stretches(block: Sequence[Entry]) -> Iterator[tuple[Kind, int, int]]:
    first = block[0]
    work: Kind = "work" if first.phase == "work" else "light"
    rest_s = max(e.rest_s for e in block)
    yield "set-up", max(e.lead_in_s for e in block), 0
    for entry in block:
        yield "ramp", entry.ramp_s, 0
    move_s = _move_s(block, rest_s)
    for number in range(min(first.sets, MOST_SETS)):
        if number:
            yield "rest", rest_s, 0
        for i, entry in enumerate(block):
            if i:
                yield "set-up", move_s, 0
            yield work, entry.work_s, i + 1 if len(block) > 1 else 0


def _move_s(block: Sequence[Entry], rest_s: int) -> int:
    """Return what a superset spends on going from one exercise to the other, each round."""
    if len(block) < 2:
        return 0
    rounds = block[0].sets
    rest = (rounds - 1) * rest_s + sum(e.ramp_s for e in block) + max(e.lead_in_s for e in block)
    moves = block[0].seconds - rest - rounds * sum(e.work_s for e in block)
    return max(0, moves // (rounds * (len(block) - 1)))


def timeline(session: SessionView, key: str = "", alone: bool = True) -> Markup:
    """Return the picture of a session at a typical pace."""
    blocks = session.blocks
    drawn = [parts([view.entry for view in block]) for block in blocks]
    total_s = max((b[0].entry.start_s + _length(p) for b, p in zip(blocks, drawn, strict=True)),
                  default=60)
    scale = (WIDTH - 2 * EDGE) / max(60, total_s)
    sums = {kind: sum(p.seconds for ps in drawn for p in ps if p.kind == kind) for kind in KINDS}
    rows, bottom = [], float(TOP)
    for block, stretches in zip(blocks, drawn, strict=True):
        above = _cramped(block, stretches, scale)
        rows.append(_row(block, stretches, scale, bottom, above))
        bottom += ROW + (LINE if above else 0)
    said = ", ".join(f"{KINDS[kind]} {wording.clock(s)}" for kind, s in sums.items() if s)
    return picture(
        f"{session.name} as a timeline",
        f"{wording.clock(total_s)} at a typical pace: {said}. "
        + "; ".join(f"{wording.clock(b[0].entry.start_s)} {_words(b)}" for b in blocks) + ".",
        (WIDTH, int(bottom) + 24), tuple(_axis(total_s, scale, bottom)), rows,
        tuple(_legend(sums, bottom + 17)), key=key, alone=alone)


def _length(stretches: Sequence[Part]) -> int:
    return sum(p.seconds for p in stretches)


def _words(block: Sequence[EntryView]) -> str:
    return " + ".join(f"{view.titled} {view.amount}" for view in block)


def _names(block: Sequence[EntryView]) -> str:
    return " + ".join(view.titled for view in block)


def _fitting(block: Sequence[EntryView], room: float) -> str:
    """Return as much as there is room for: names with doses, names, their beginning."""
    words = _words(block)
    return words if width_of(words) <= room else shortened(_names(block), room)


def _axis(total_s: int, scale: float, bottom: float) -> Iterator[Markup]:
    minutes = total_s / 60
    step = next((s for s in STEPS_MIN if minutes / s <= MOST_TICKS), STEPS_MIN[-1])
    for minute in range(0, int(minutes) + 1, step):
        x = EDGE + minute * 60 * scale
        yield tag("path", d=f"M{x:.2f} {TOP - 6}V{bottom}", **line("grid"))
        label = f"{minute} min" if minute == 0 else str(minute)
        yield text(x, 11, label, "middle" if minute else "start", "quiet", font_size=10)


def _sides(block: Sequence[EntryView], stretches: Sequence[Part],
           scale: float) -> tuple[float, float]:
    """Return where the bars of a row begin and end."""
    start = EDGE + block[0].entry.start_s * scale
    return start, start + _length(stretches) * scale


def _cramped(block: Sequence[EntryView], stretches: Sequence[Part], scale: float) -> bool:
    """Whether the names have room on neither side of the bars."""
    start, end = _sides(block, stretches, scale)
    return width_of(_names(block)) > max(start, WIDTH - end) - EDGE - 4


def _row(block: Sequence[EntryView], stretches: Sequence[Part], scale: float, y: float,
         above: bool) -> Markup:
    """Return the bars of a row and its words beside them, or above where they are long."""
    start, end = _sides(block, stretches, scale)
    left, right = start - EDGE - 4, WIDTH - EDGE - end - 4
    bars = tuple(_bar(p, start, scale, y + 4 + (LINE if above else 0)) for p in stretches)
    if above:
        return tag("g", bars, text(EDGE, y + 13, _fitting(block, WIDTH - 2 * EDGE)))
    if right >= min(left, width_of(_words(block))):
        return tag("g", bars, text(end + 4, y + 13, _fitting(block, right)))
    return tag("g", bars, text(start - 4, y + 13, _fitting(block, left), "end"))


def _bar(part: Part, start: float, scale: float, y: float) -> Markup:
    x, width = start + part.start_s * scale, part.seconds * scale
    if part.kind == "rest":
        return tag("path", d=f"M{x:.2f} {y + BAR / 2}h{width:.2f}", **line("quiet"))
    if part.kind == "set-up":
        return tag("rect", x=x + 0.4, y=y + 2.5, width=max(0.4, width - 0.8), height=BAR - 5,
                   **line("set-up", 0.8))
    low = part.kind == "ramp" or part.lane == 2
    high = BAR / 2 if part.kind == "ramp" or part.lane else BAR
    return tag("rect", x=x, y=y + (BAR / 2 if low else 0), width=width, height=high,
               **fill("second" if part.lane == 2 else part.kind))


def _legend(sums: dict[Kind, int], y: float) -> Iterator[Markup]:
    shown = [(kind, s) for kind, s in sums.items() if s]
    for i, (kind, seconds) in enumerate(shown):
        x = EDGE + i * (WIDTH - 2 * EDGE) / len(shown)
        sample = Part(kind, 0, 10)
        yield _bar(sample, x, 1, y - 9)
        yield text(x + 14, y, f"{KINDS[kind]} {wording.clock(seconds)}", colour="quiet",
                   font_size=10)
