"""``coach check``: audit any workout without the solver."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from planner.doors.arguments import Argument
from planner.doors.cli.asking import Asked, command
from planner.doors.cli.parts import FORMAT, LEDGER
from planner.doors.cli.profile import ABOUT_YOU
from planner.doors.cli.request_options import JUDGED_BY

if TYPE_CHECKING:
    from planner.doors.cli.profile import You
    from planner.plans.schema import Audit

BROKEN = 1

READING = Argument("show_reading", "flag", "Show how each line of a text was understood.", False)

@command("check", *JUDGED_BY, *ABOUT_YOU, LEDGER, READING, FORMAT)
def check(asked: Asked, ledger: bool, show_reading: bool, format: str, json: bool,
          **said: Any) -> None:
    """Audit a workout by the same rules that bind the planner.

    A plan and its spreadsheet bring their own request, a text may in a line
    "# request: {...}"; any other text is judged by your profile's level, goal,
    maxima and complaints, else as hypertrophy, intermediate, by its own
    muscles, and what is only the craft of this planner is advice.
    Lines that are no exercise, or not understood, are listed and left out.
    Exit code 1 means that a must rule is broken, 2 that nothing could be read.
    """
    from planner.doors.cli.profile import you
    from planner.doors.cli.shared import check_format, print_json
    from planner.request.errors import InputError

    style = check_format(format, json)
    if asked.raw["workout"] == "-" and asked.raw["request"] == "-":
        raise InputError("standard input can be the workout or the request, not both")
    asks = you(said, asked.catalog)
    name, audit = _audited(asked, said, asks)
    if style == "json":
        print_json(audit)
    else:
        from planner.doors.cli.output import show
        from planner.doors.cli.summary import audit_page

        show(audit_page(audit, asked.catalog, name, ledger, show_reading, asks.units),
             markdown=style == "markdown")
    if not audit.ok:
        raise typer.Exit(BROKEN)


def _audited(asked: Asked, said: dict[str, Any], asks: You) -> tuple[str, Audit]:
    """Audit, and give an error the name of the file, or of the option, that it is in."""
    import planner
    from planner.doors.cli.judging import judged
    from planner.plans.files import read_workout

    name, read = read_workout(asked.raw["workout"])
    return name, judged(name, read, asked.raw["request"], said, asks, lambda request: planner.check(
        read, request, asked.catalog, strict=asked.raw["strict"], week=asked.raw["week"]))
