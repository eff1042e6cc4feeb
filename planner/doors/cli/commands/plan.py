"""``coach plan``: from a request to an audited plan."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import typer

from planner.doors.arguments import Argument
from planner.doors.cli.asking import CATALOG, JSON, taking
from planner.doors.cli.clock import NO_CLOCK
from planner.doors.cli.parts import FORMAT, FULL, LEDGER, RULES, SHOW_COVERAGE, WHY, PageParts
from planner.doors.cli.profile import ABOUT_YOU
from planner.doors.cli.request_options import OPTIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planner.catalog import Catalog
    from planner.plans.schema import Plan
    from planner.request.request import Request
    from planner.request.units import Units
    from planner.show.formats import Format
    from planner.solve import Event

REQUEST = Argument("request", "text", "A request in YAML or JSON; - is standard input.", None,
                   positional=True, metavar="[REQUEST]")
OUTPUT = Argument("output", "texts", "Write the plan to a file in the format of its suffix: "
                                     "week.html, week.pdf, week.json; repeatable. See coach "
                                     "export.", (), short="-o", metavar="FILE")
SEARCH = Argument("search", "text", "Settings of the search, in YAML or JSON.", None,
                  metavar="FILE", hidden=True)
TRACE = Argument("trace", "text", "Write the events of the search to a file, one JSON per line.",
                 None, metavar="FILE", hidden=True)
SHOWN = Argument("show_coverage", "flag", "Show the sets of each muscle group.", False,
                 flag=SHOW_COVERAGE, hidden=True)


@taking(REQUEST, *(a for _, a in OPTIONS), *ABOUT_YOU, NO_CLOCK, CATALOG, WHY, SHOWN, RULES, LEDGER,
        FULL, OUTPUT, FORMAT, replace(JSON, says="The same as --format json."), SEARCH, TRACE)
def plan(**given: Any) -> None:
    """Plan what REQUEST asks: one session or a week. Options override the file.

    Without a file --minutes is enough, as in: coach plan --minutes 45 --focus
    back. What neither says is taken from your profile, which coach init writes.
    """
    from planner.doors.cli.asked_request import asked_request
    from planner.doors.cli.profile import you
    from planner.doors.cli.shared import check_format, load_catalog, print_json
    from planner.request.files import read_document

    style = check_format(given["format"], given["json"])
    wanted = _wanted(given["output"] or (), style)
    known = load_catalog(given["catalog"])
    asks = you(given, known)
    document = read_document(given["request"]) if given["request"] is not None else None
    asked = asked_request(given, document, asks, known)
    try:
        found = _solved(asked.request, known, given["search"], given["trace"])
    except Exception as error:
        raise asked.placed(error) from None
    trouble = _save(found, known, wanted, given["request"] or "-", asks.units)
    if style == "json":
        print_json(found)
    elif trouble or not wanted:
        from planner.doors.cli.output import show
        from planner.doors.cli.summary import plan_page

        parts = PageParts(given["why"], given["show_coverage"], given["rules"], given["ledger"],
                          given["full"])
        show(plan_page(found, known, parts, asks.units), markdown=style == "markdown")
    if trouble:
        raise typer.Exit(trouble)


def _solved(asked: Request, known: Catalog, search: str | None, trace: str | None) -> Plan:
    """Plan, the search watched on the terminal and, where that is asked for, in a file."""
    from planner.doors.cli.live import watched
    from planner.doors.cli.quick_start import import_solver
    from planner.plans.files import read_settings
    from planner.plans.make import plan as plan_of

    settings = read_settings(search) if search else None
    events: list[Event] = []
    import_solver()
    try:
        return watched(lambda on_progress, should_stop: plan_of(
            asked, known, on_progress=on_progress, should_stop=should_stop, settings=settings,
            on_event=events.append if trace else None))
    finally:
        if trace:
            from planner.doors.cli.opening import write

            write(trace, "".join(f"{line_of(event)}\n" for event in events))


def line_of(event: Event) -> str:
    """Return an event of the search as a line of JSON."""
    import json

    seen = event.progress
    return json.dumps({"event": event.kind, "stage": event.stage, "seconds": round(seen.seconds, 4),
                       "work": round(event.work, 4), "tier": seen.tier, "best": seen.best,
                       "bound": seen.bound})


def _wanted(output: Sequence[str], style: str) -> list[tuple[str, Format]]:
    """Return the files that are asked for, before the search for the plan begins."""
    if not output:
        return []
    from planner.doors.cli.exporting import targets

    return targets(output, None, as_json=style == "json")


def _save(found: Plan, known: Catalog, wanted: Sequence[tuple[str, Format]], source: str,
          units: Units) -> int:
    """Write a plan's files; an exit code says that it has to be shown, so that it is not lost."""
    if not wanted:
        return 0
    from planner.doors.cli.exporting import make, note, save
    from planner.doors.cli.failures import BAD_INPUT
    from planner.request.errors import InputError
    from planner.show.wording import headline, status

    try:
        save(make(found, known, wanted, {"sessions": (), "units": units}, source), as_json=False)
    except InputError as error:
        note(str(error))
        return BAD_INPUT
    note(f"{headline(found)}. {status(found)}", "")
    return 0
