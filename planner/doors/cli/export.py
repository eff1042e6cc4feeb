"""``coach export``: a plan in the formats of other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    pass

Some = list[str] | None


def export(
    plan: Annotated[str, typer.Argument(
        metavar="PLAN", help="A plan's JSON, as coach plan --json prints it; - is standard "
                             "input.")],
    output: Annotated[Some, typer.Option(
        "-o", "--output", metavar="FILE", help="Where to write, in the format of its suffix; "
                                               "repeatable. - is standard output.")] = None,
    format: Annotated[str | None, typer.Option(
        metavar="FORMAT", help="The format, whatever the suffix; text without -o.")] = None,
    session: Annotated[Some, typer.Option(
        metavar="ID", help="Only this session: mon; repeatable.")] = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="What stands on top.")] = None,
    start: Annotated[str | None, typer.Option(
        metavar="TIME", help="When the first session is: 2026-12-01T18:00.")] = None,
    at: Annotated[Some, typer.Option(
        metavar="ID=TIME", help="Another time of day: sat=10:00; repeatable.")] = None,
    zone: Annotated[str | None, typer.Option(
        metavar="ZONE", help="The time zone, Europe/Berlin; without one it is local time "
                             "everywhere.")] = None,
    weeks: Annotated[int, typer.Option(help="How many weeks in a row.")] = 1,
    revision: Annotated[int, typer.Option(help="Which change of a calendar that was imported "
                                               "before.")] = 0,
    paper: Annotated[str, typer.Option(metavar="SIZE", help="Printed pages: A4 or letter.")
                     ] = "A4",
    catalog: Annotated[Some, typer.Option(
        metavar="PATH", help="Files or folders added to the catalogue; repeatable.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print what was written as JSON.")] = False,
) -> None:
    """Write PLAN as a calendar, a spreadsheet, a watch's workout and more.

    Formats: text, markdown, csv, ics, xlsx, liftoscript, fit, html, pdf,
    json. The
    plan is audited first. What a format cannot hold is named on standard
    error, and so is a plan that breaks a rule; it is written all the same.
    """
    from planner.doors.cli import exporting
    from planner.doors.cli.shared import load_catalog

    targets = exporting.targets(output or ["-"], format, as_json=json)
    known = load_catalog(catalog)
    name, read = exporting.read_plan(plan)
    exporting.audit(name, read, known)
    said = {"title": title or "", "sessions": tuple(session or ()), "start": start,
            "at": exporting.times(at or ()), "zone": zone, "weeks": weeks, "revision": revision,
            "paper": paper}
    made = exporting.make(read, known, targets, said, plan)
    exporting.save(made, as_json=json)
