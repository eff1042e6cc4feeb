"""``coach export``: a plan in the formats of other programs."""

from __future__ import annotations

from typing import Any

from planner.doors.arguments import Argument
from planner.doors.cli.asking import Asked, command
from planner.doors.cli.profile import NO_PROFILE, PROFILE

OUTPUT = Argument("output", "texts", "Where to write, in the format of its suffix; repeatable. - "
                                     "is standard output.", (), short="-o", metavar="FILE")
FORMAT = Argument("format", "id", "The format, whatever the suffix; text without -o.", None,
                  metavar="FORMAT")


@command("export", OUTPUT, FORMAT, PROFILE, NO_PROFILE, without=("format",))
def export(asked: Asked, output: list[str] | None, format: str | None, json: bool,
           **own: Any) -> None:
    """Write PLAN as a calendar, a spreadsheet, a watch's workout and more.

    Formats: text, markdown, csv, ics, xlsx, liftoscript, fit, html, pdf,
    json. The
    plan is audited first. What a format cannot hold is named on standard
    error, and so is a plan that breaks a rule; it is written all the same.
    """
    from planner.doors.cli import exporting
    from planner.doors.cli.profile import you

    targets = exporting.targets(output or ["-"], format, as_json=json)
    said = asked.words()
    units = you({**own, "units": said["units"]}, asked.catalog).units
    name, plan = exporting.read_plan(asked.raw["plan"])
    exporting.audit(name, plan, asked.catalog)
    given = {**said, "title": said["title"] or "", "sessions": said["sessions"] or (),
             "at": said["at"] or {}, "units": units}
    exporting.save(exporting.make(plan, asked.catalog, targets, given, asked.raw["plan"]),
                   as_json=json)
