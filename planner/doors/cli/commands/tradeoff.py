"""``coach tradeoff``: what time buys, as a table, a plot and a picture."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planner.doors.cli.asking import OUTPUT, Asked, command

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planner.answers.tradeoff import Point, Tradeoff
    from planner.doors.cli.document import Page

BAR = 34


@command("tradeoff", replace(OUTPUT, says="Write the curve as SVG."))
def tradeoff(asked: Asked, output: str | None, json: bool) -> None:
    """Show what each further step of minutes, or of sessions, buys.

    Each point is the best plan for at most so much time, so what is missing to
    the targets never rises. All are judged by the goals of the most time.
    """
    from planner.doors.cli import opening
    from planner.doors.cli.live import live_line
    from planner.request.errors import InputError

    if (asked.raw["minutes"] is None) == (asked.raw["sessions"] is None):
        raise InputError("give --minutes 20..90 or --sessions 2..6, one of them")
    given = asked.words()
    name, request, _ = opening.read_request_or_plan(asked.raw["request"])
    done: list[Point] = []
    with live_line(lambda: _progress(done)):
        found = asked.answer(name, {**given, "request": request}, on_point=done.append)
    opening.answer(found, lambda: tradeoff_page(found), json)
    if output == "-":
        print(_picture(found))
    elif output is not None:
        opening.write(output, _picture(found))


def _picture(found: Tradeoff) -> str:
    from planner.show.pictures.curve import CurvePoint, curve

    unit = "minutes a session" if found.by == "minutes" else "sessions"
    return curve(f"What more {found.by} buy", " ".join(found.says),
                 [CurvePoint(p.at, p.missing, p.carried is None) for p in found.points],
                 unit, "missing to the targets, in quarter sets") + "\n"


def _progress(done: Sequence[Point]) -> str:
    """Return ``45: 174 missing``, the last point that is known."""
    if not done:
        return "looking for the first point"
    what = _none(done[-1]) if done[-1].missing is None else f"{done[-1].missing} missing"
    return f"{done[-1].at}: {what}"


def _none(point: Point) -> str:
    return "no plan" if point.proved else "no plan found"


def tradeoff_page(found: Tradeoff) -> Page:
    """Return the curve as a table with bars, and what it says."""
    from planner.doors.cli.document import Block, Heading, Items, Row, Table, Words

    most = max((p.missing or 0 for p in found.points), default=0)
    what = "minutes a session" if found.by == "minutes" else "sessions"
    blocks: list[Block] = [Heading(f"What more {found.by} buy", 1)]
    rows = []
    for point in found.points:
        if point.missing is None:
            rows.append(Row((str(point.at), "", _none(point), "", "", "")))
            continue
        length = round(BAR * point.missing / most) if most else 0
        gain = "" if point.gain is None else f"{point.gain:+d}" if point.gain else "0"
        reached = "" if point.reached is None else f"{100 * point.reached:.0f} %"
        note = f"as with {point.carried}" if point.carried else "proved" if point.proved else ""
        rows.append(Row((str(point.at), "=" * length, str(point.missing), gain, reached,
                         note)))
    blocks.append(Table((found.by, "", "missing", "gain", "targets", ""), "><>>><", tuple(rows),
                        exact=frozenset({1}), flex=(5,), widths=(0, 0, 0, 0, 0, 1)))
    blocks.append(Items.of(found.says))
    blocks.append(Words(f"Missing are quarter sets to the targets, times the weights of the goals, "
                        f"for at most so many {what}; targets is the share of them that is "
                        "reached."))
    return tuple(blocks)
