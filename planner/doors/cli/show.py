"""``coach show``: a plan's file as the page it stands for, in the terminal or the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from planner.doors.cli.parts import (
    HELP_COVERAGE,
    HELP_FULL,
    HELP_LEDGER,
    HELP_RULES,
    HELP_WHY,
    PageParts,
)

if TYPE_CHECKING:
    from planner.catalog import Catalog
    from planner.plans.schema import Plan


def show(
    plan: Annotated[str, typer.Argument(
        metavar="PLAN", help="A plan's JSON, as coach plan --json prints it; - is standard "
                             "input.")],
    open_: Annotated[bool, typer.Option(
        "--open", help="Open it in the browser instead: to read, to tick off, to print.")] = False,
    catalog: Annotated[list[str] | None, typer.Option(
        metavar="PATH", help="Files or folders added to the catalogue; repeatable.")] = None,
    why: Annotated[bool, typer.Option("--why", help=HELP_WHY)] = False,
    coverage: Annotated[bool, typer.Option("--coverage", help=HELP_COVERAGE)] = False,
    rules: Annotated[bool, typer.Option("--rules", help=HELP_RULES)] = False,
    ledger: Annotated[bool, typer.Option("--ledger", help=HELP_LEDGER)] = False,
    full: Annotated[bool, typer.Option("--full", help=HELP_FULL)] = False,
    format: Annotated[str, typer.Option(metavar="FORMAT", help="text, markdown or json.")
                      ] = "text",
    json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
) -> None:
    """Show PLAN as coach plan does.

    The plan is audited first; what is wrong with it is named on standard error.
    """
    from planner.doors.cli import exporting
    from planner.doors.cli.shared import check_format, load_catalog, print_json

    style = check_format(format, json)
    known = load_catalog(catalog)
    name, read = exporting.read_plan(plan)
    exporting.audit(name, read, known, "shown")
    if open_:
        _open(read, known)
    elif style == "json":
        print_json(read)
    else:
        from planner.doors.cli import output
        from planner.doors.cli.summary import plan_page

        parts = PageParts(why, coverage, rules, ledger, full)
        output.show(plan_page(read, known, parts), markdown=style == "markdown")


def _open(plan: Plan, catalog: Catalog) -> None:
    """Write the page to a file that stays, only for its owner to read, and open it."""
    import tempfile
    import webbrowser
    from pathlib import Path

    from planner.doors.cli.exporting import note
    from planner.show.formats import export

    page = export(plan, "html", catalog)
    with tempfile.NamedTemporaryFile(prefix="coach-", suffix=".html", delete=False) as file:
        file.write(page)
    place = Path(file.name)
    if webbrowser.open(place.as_uri()):
        note(f"the page is {place}")
    else:
        note(f"no browser could be opened; the page is {place}")
