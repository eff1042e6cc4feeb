"""``coach block``: several weeks that load and unload, on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planner.doors.arguments import Argument
from planner.doors.cli.asking import CATALOG, JSON, taking
from planner.doors.cli.clock import NO_CLOCK
from planner.doors.cli.commands.plan import REQUEST
from planner.doors.cli.profile import ABOUT_YOU
from planner.doors.cli.request_options import OPTIONS

if TYPE_CHECKING:
    from planner.blocks.block import Block
    from planner.catalog import Catalog
    from planner.doors.cli.document import Block as PageBlock
    from planner.doors.cli.document import Page
    from planner.plans.schema import Entry, Plan

WEEKS = Argument("weeks", "whole", "How many weeks.", 8, least=2, most=52)
DONE = Argument("done", "whole", "REQUEST is a block: how many of its weeks were done.", None,
                least=0)
MISSED = Argument("missed", "whole", "How many weeks after them were missed.", 0, least=0)
START = Argument("start", "text", "When the first session is, for a calendar: 2026-12-01T18:00.",
                 None, metavar="TIME")
OUTPUT = Argument("output", "text", "Write the block to a file in the format of its suffix: "
                                    "block.json, .ics, .xlsx, .liftoscript, .txt, .md.", None,
                  short="-o", metavar="FILE")
WITHOUT = Argument("without", "ids", "Equipment that is gone for the rest of a block.", ())
MOST_IN_ROW = 6
"""Weeks that stand side by side."""


@taking(REQUEST, WEEKS, *(a for _, a in OPTIONS), DONE, MISSED, WITHOUT, OUTPUT, START, *ABOUT_YOU,
        NO_CLOCK, CATALOG, JSON)
def block(**given: Any) -> None:
    """Plan several weeks: accumulation, intensification, and a deload at the end of each part.

    Main lifts stay, accessories change from part to part, and sets and effort
    follow the goal's wave. What the request does not say is taken from your
    profile, as for coach plan. A block's JSON instead of a request plans its rest
    anew: --done 3 --missed 1, with complaints, minutes or equipment as they are now.
    """
    from planner.doors.cli import opening
    from planner.doors.cli.shared import load_catalog

    known = load_catalog(given["catalog"])
    found = _made(given, known)
    opening.say(found.notes)
    path = given["output"]
    if path == "-":
        print(found.model_dump_json(indent=1, by_alias=True))
        return
    opening.answer(found, lambda: block_page(found, known), given["json"])
    if path is not None:
        _save(found, path, given["start"], known)


def _save(found: Block, path: str, start: str | None, known: Catalog) -> None:
    """Write a block in the format of the file's name."""
    from datetime import datetime

    from planner.blocks.files import export_block, format_of
    from planner.doors.cli.exporting import coming, note
    from planner.doors.cli.writing import write_files

    format, more = format_of(path), {"start": start} if start else {}
    if format == "ics" and not start:
        first = coming(found.weeks[0].plan, datetime.now())
        more = {"start": first.isoformat(timespec="minutes")}
        note(f"no --start was given: the first session is on {first:%A %Y-%m-%d at %H:%M}")
    write_files([(path, export_block(found, format, known, **more))])


def _made(given: dict[str, Any], known: Catalog) -> Block:
    """Return the block of a request, or the rest of a block planned anew."""
    from planner.blocks.block import block as planned_block
    from planner.blocks.read import block_of
    from planner.doors.cli import opening
    from planner.doors.cli.asked_request import asked_request
    from planner.doors.cli.profile import you
    from planner.doors.cli.quick_start import import_solver
    from planner.request.errors import InputError
    from planner.request.files import document_of, read_text

    document = None
    if given["request"] is not None:
        name, text = read_text(given["request"], opening.MOST_BLOCK,
                               "a block is a few megabytes at most")
        before = opening.placed(lambda: block_of(text), name, {})
        if before is not None:
            import_solver()
            rest: Block = opening.placed(lambda: _resumed(before, given, known), name, {})
            return rest
        document = document_of(name, text)
    if given["done"] is not None or given["missed"]:
        raise InputError("this is of a block's JSON, as coach block --json writes it", "--done")
    asks = you(given, known)
    asked = asked_request(given, document, asks, known)
    import_solver()
    try:
        return planned_block(asked.request, given["weeks"], known)
    except InputError as error:
        raise asked.placed(error) from None


def _resumed(before: Block, given: dict[str, Any], known: Catalog) -> Block:
    from planner.blocks.resume import resume
    from planner.doors.cli.days import minutes_by_session
    from planner.doors.cli.request_fields import split

    return resume(before, given["done"] or 0, given["missed"],
                  complaints=split(given["complaint"] or ()),
                  minutes=minutes_by_session(given["minutes"],
                                             [s.id for s in before.bases[0].sessions]),
                  without=split(given["without"] or ()), catalog=known)


def block_page(found: Block, catalog: Catalog) -> Page:
    """Return a block on one page: its weeks as a table, then each part, week beside week."""
    from planner.doors.cli.document import Heading, Row, Table, Words
    from planner.show.wording import minutes

    first = found.weeks[0].plan.request
    blocks: list[PageBlock] = [Heading(
        f"{first.goal.capitalize()} for {_who(first.level)}, {len(found.weeks)} weeks", 1)]
    rows = []
    for week in found.weeks:
        plan = week.plan
        taken = sum(getattr(s.seconds, plan.request.pace) for s in plan.sessions)
        hard = [e.rir for _, e in _work(plan) if e.rir is not None]
        rows.append(Row((str(week.week), week.kind, str(sum(e.sets for _, e in _work(plan))),
                         minutes(taken), _span(hard),
                         "done" if week.week <= found.done else "")))
    blocks.append(Table(("week", "", "sets", "minutes", "RIR", ""), "><>>><", tuple(rows)))
    parts = sorted({w.mesocycle for w in found.weeks if w.week > found.done})
    for part in parts:
        weeks = [w for w in found.weeks if w.mesocycle == part and w.week > found.done]
        blocks += _part([(w.week, w.plan) for w in weeks], catalog)
    blocks.append(Words("Sets x repetitions, @ repetitions in reserve. -o block.json keeps it; "
                        "coach block block.json --done 3 --missed 1 plans its rest anew."))
    return tuple(blocks)


def _who(level: str) -> str:
    return f"an {level} lifter" if level[0] in "aeiou" else f"a {level}"


def _work(plan: Plan) -> list[tuple[str, Entry]]:
    return [(s.id, e) for s in plan.sessions for e in s.entries if e.phase == "work"]


def _span(figures: list[float]) -> str:
    low, high = min(figures, default=0), max(figures, default=0)
    return f"{low:g}" if low == high else f"{low:g}-{high:g}"


def _part(weeks: list[tuple[int, Plan]], catalog: Catalog) -> list[PageBlock]:
    """Return the sessions of a part: a row an exercise, a column a week."""
    from planner.doors.cli.document import Heading, Row, Table
    from planner.show.wording import exercise_name, session_names

    blocks: list[PageBlock] = []
    names = session_names(weeks[0][1].sessions)
    head = ("exercise", *(f"week {number}" for number, _ in weeks))
    for session in weeks[0][1].sessions:
        cells = [{e.exercise: _cell(e) for day, e in _work(plan) if day == session.id}
                 for _, plan in weeks]
        order = dict.fromkeys(name for one in cells for name in one)
        blocks.append(Heading(f"Weeks {weeks[0][0]} to {weeks[-1][0]}, {names[session.id]}", 3))
        for at in range(0, len(weeks), MOST_IN_ROW):
            some = slice(at, at + MOST_IN_ROW)
            blocks.append(Table(
                (head[0], *head[1:][some]), "<" + "<" * len(cells[some]),
                tuple(Row((exercise_name(name, catalog), *(one.get(name, "") for one
                                                           in cells[some])))
                      for name in order)))
    return blocks


def _cell(entry: Entry) -> str:
    """Return ``4x8 @2``, or ``3x30s``."""
    from planner.show.wording import once

    amount = once(entry).replace(" ", "")
    effort = "" if entry.rir is None else f" @{entry.rir:g}"
    return f"{entry.sets}x{amount}{effort}"
