"""``coach log``: what was trained."""

from __future__ import annotations

from typing import Annotated

import typer

from planner.doors.cli.commands import log_add, log_mend, log_view

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None,
                  help="What was trained: kept, shown, corrected, and read from other apps.")


@app.command("read")
def read(
    file: Annotated[str, typer.Argument(
        metavar="FILE", help="An export of Strong, Hevy, FitNotes or StrongLifts, or the text of a "
                             "workout that Strong or Hevy shares; - is standard input.")],
    unit: Annotated[str | None, typer.Option(
        metavar="UNIT", help="kg or lb, where the file does not say; kg by default.")] = None,
    catalog: Annotated[list[str] | None, typer.Option(
        "--catalog", metavar="PATH", help="Files or folders added to the catalogue; "
                                          "repeatable.")] = None,
    full: Annotated[bool, typer.Option("--full", help="Show every session and every name.")
                    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Read a training log and show how it was understood; nothing is stored.

    The format is known by the header. Names that the catalogue does not know, rows without a set
    and what had to be assumed are listed.
    """
    from planner.doors.cli.shared import load_catalog, print_json
    from planner.logs.log import UNITS
    from planner.logs.read import read_log
    from planner.request.errors import InputError

    said = next((known for known in UNITS if known == unit), None)
    if unit is not None and said is None:
        raise InputError(f"expected kg or lb, found {unit!r}", "--unit")
    known = load_catalog(catalog)
    log = read_log(file, known, said)
    if json:
        print_json(log)
        return
    from planner.doors.cli.log_page import log_page
    from planner.doors.cli.output import show

    show(log_page(log, known, full))


app.command("import")(log_add.import_)
app.command("add")(log_add.add)
app.command("list")(log_view.list_)
app.command("show")(log_view.show)
app.command("correct")(log_mend.correct)
app.command("remove")(log_mend.remove)
