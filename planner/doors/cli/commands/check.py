"""``coach check``: audit any workout without the solver."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from planner.doors.arguments import Argument
from planner.doors.cli.asking import Asked, command
from planner.doors.cli.parts import FORMAT, LEDGER

if TYPE_CHECKING:
    from planner.plans.schema import Audit
    from planner.request.files import Document

BROKEN = 1


READING = Argument("show_reading", "flag", "Show how each line of a text was understood.", False)


@command("check", LEDGER, READING, FORMAT)
def check(asked: Asked, ledger: bool, show_reading: bool, format: str, json: bool) -> None:
    """Audit a workout by the same rules that bind the planner.

    A plan brings its own request, a text may in a line "# request: {...}";
    any other text is judged as hypertrophy, intermediate, by its own muscles.
    Lines that are no exercise, or not understood, are listed and left out.
    Exit code 1 means that a must rule is broken, 2 that nothing could be read.
    """
    from planner.doors.cli.shared import check_format, print_json
    from planner.request.errors import InputError
    from planner.request.files import read_document

    style = check_format(format, json)
    workout, request = asked.raw["workout"], asked.raw["request"]
    if workout == "-" and request == "-":
        raise InputError("standard input can be the workout or the request, not both")
    document = read_document(request) if request is not None else None
    name, audit = _audited(workout, document, asked)
    if style == "json":
        print_json(audit)
    else:
        from planner.doors.cli.output import show
        from planner.doors.cli.summary import audit_page

        show(audit_page(audit, asked.catalog, name, ledger, show_reading),
             markdown=style == "markdown")
    if not audit.ok:
        raise typer.Exit(BROKEN)


def _audited(workout: str, document: Document | None, question: Asked) -> tuple[str, Audit]:
    """Audit, and give an error the name of the file it is in."""
    import planner
    from planner.plans.files import read_workout
    from planner.request.errors import InputError
    from planner.request.files import request_of

    name, read = read_workout(workout)
    asked = request_of(document.data, document) if document else None
    try:
        return name, planner.check(read, asked, question.catalog, strict=question.raw["strict"])
    except InputError as error:
        if error.where.startswith("<text>"):
            where = name + error.where.removeprefix("<text>")
        elif document is not None:
            where = document.place(error.where)
        else:
            where = f"{name}: {error.where}" if error.where else name
        raise InputError(error.message, where) from None
