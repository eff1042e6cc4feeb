"""``coach show``: a plan's file as the page it stands for, in the terminal or the browser."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from planner.doors.arguments import Argument
from planner.doors.cli.asking import CATALOG, JSON, taking
from planner.doors.cli.parts import COVERAGE, FORMAT, FULL, LEDGER, RULES, WHY, PageParts
from planner.doors.cli.profile import ABOUT_YOU
from planner.doors.questions import PLAN

if TYPE_CHECKING:
    from planner.catalog import Catalog
    from planner.plans.schema import Plan
    from planner.request.units import Units

OPEN = Argument("open", "flag", "Open it in the browser instead: to read, to tick off, to print.",
                False)


@taking(PLAN, OPEN, *ABOUT_YOU, CATALOG, WHY, COVERAGE, RULES, LEDGER, FULL, FORMAT,
        replace(JSON, says="The same as --format json."))
def show(**given: Any) -> None:
    """Show PLAN as coach plan does.

    The plan is audited first; what is wrong with it is named on standard error.
    """
    from planner.doors.cli import exporting
    from planner.doors.cli.profile import you
    from planner.doors.cli.shared import check_format, load_catalog, print_json

    style = check_format(given["format"], given["json"])
    known = load_catalog(given["catalog"])
    units = you(given, known).units
    name, read = exporting.read_plan(given["plan"])
    exporting.audit(name, read, known, "shown")
    if given["open"]:
        _open(read, known, units)
    elif style == "json":
        print_json(read)
    else:
        from planner.doors.cli import output
        from planner.doors.cli.summary import plan_page

        parts = PageParts(given["why"], given["coverage"], given["rules"], given["ledger"],
                          given["full"])
        output.show(plan_page(read, known, parts, units), markdown=style == "markdown")


def _open(plan: Plan, catalog: Catalog, units: Units) -> None:
    """Write the page to a file that stays, only for its owner to read, and open it."""
    import tempfile
    import webbrowser
    from pathlib import Path

    from planner.doors.cli.exporting import note
    from planner.show.formats import export

    page = export(plan, "html", catalog, units=units)
    with tempfile.NamedTemporaryFile(prefix="coach-", suffix=".html", delete=False) as file:
        file.write(page)
    place = Path(file.name)
    if webbrowser.open(place.as_uri()):
        note(f"the page is {place}")
    else:
        note(f"no browser could be opened; the page is {place}")
