"""``coach tradeoff``: what time buys, as a table, a plot and a picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from planner.doors.cli.opening import AsJson, CatalogPaths

if TYPE_CHECKING:
    from planner.doors.cli.document import Page
    from planner.living.tradeoff import Point, Tradeoff

BAR = 33


def tradeoff(
    request: Annotated[str, typer.Argument(
        metavar="REQUEST|PLAN", help="A request in YAML or JSON, or a plan; - is standard "
                                     "input.")],
    minutes: Annotated[str | None, typer.Option(metavar="LOW..HIGH", help="Minutes of every "
                                                "session: 20..90.")] = None,
    sessions: Annotated[str | None, typer.Option(metavar="LOW..HIGH", help="Number of sessions: "
                                                 "2..6.")] = None,
    step: Annotated[int, typer.Option(min=1, help="Minutes from point to point.")] = 5,
    seconds: Annotated[float | None, typer.Option(min=0.1, help="How long to search at each "
                                                  "point.")] = None,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write the "
                                               "curve as SVG.")] = None,
    catalog: CatalogPaths = None, json: AsJson = False,
) -> None:
    """Show what each further step of minutes, or of sessions, buys.

    Each point is the best plan for at most so much time, so what is missing to
    the targets never rises. All are judged by the goals of the most time.
    """
    import planner
    from planner.doors.cli import opening
    from planner.doors.cli.lean import import_solver
    from planner.doors.cli.live import live_line
    from planner.living.tradeoff import DEFAULT_SECONDS
    from planner.request.errors import InputError

    if (minutes is None) == (sessions is None):
        raise InputError("give --minutes 20..90 or --sessions 2..6, one of them")
    by_minutes, by_sessions = _range(minutes, "--minutes"), _range(sessions, "--sessions")
    known = opening.load(catalog)
    name, fields, _ = opening.read_request_or_plan(request)
    import_solver()
    done: list[Point] = []
    with live_line(lambda: _progress(done)):
        found = opening.placed(
            lambda: planner.tradeoff(fields, by_minutes, by_sessions, step,
                                     seconds or DEFAULT_SECONDS, known, on_point=done.append),
            name, {"minutes": "--minutes", "sessions": "--sessions"})
    opening.answer(found, lambda: tradeoff_page(found), json)
    if output is not None:
        if output == "-":
            print(_picture(found))
        else:
            opening.write(output, _picture(found))


def _picture(found: Tradeoff) -> str:
    from planner.show.pictures.curve import CurvePoint, curve

    unit = "minutes a session" if found.by == "minutes" else "sessions"
    return curve(f"What more {found.by} buy", " ".join(found.says),
                 [CurvePoint(p.at, p.missing, p.carried is None) for p in found.points],
                 unit, "missing to the targets, in quarter sets") + "\n"


def _range(text: str | None, option: str) -> tuple[int, int] | None:
    from planner.request.errors import InputError

    if text is None:
        return None
    low, dots, high = text.partition("..")
    if not dots or not low.strip().isdigit() or not high.strip().isdigit():
        raise InputError(f"expected a range such as 20..90, found {text!r}", option)
    return int(low), int(high)


def _progress(done: Sequence[Point]) -> str:
    """Return ``45: 174 missing``, the last point that is known."""
    if not done:
        return "looking for the first point"
    what = "no plan" if done[-1].missing is None else f"{done[-1].missing} missing"
    return f"{done[-1].at}: {what}"


def tradeoff_page(found: Tradeoff) -> Page:
    """Return the curve as a table with bars, and what it says."""
    from planner.doors.cli.document import Block, Heading, Items, Row, Table, Words

    most = max((p.missing or 0 for p in found.points), default=0)
    what = "minutes a session" if found.by == "minutes" else "sessions"
    blocks: list[Block] = [Heading(f"What more {found.by} buy", 1)]
    rows = []
    for point in found.points:
        if point.missing is None:
            rows.append(Row((str(point.at), "", "no plan", "", "", "")))
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
    blocks.append(Words(f"Missing are quarter sets to the targets, for at most so many {what}; "
                        "targets is the share of them that is reached."))
    return tuple(blocks)
