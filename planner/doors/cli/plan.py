"""``coach plan``: from a request to an audited plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from planner.doors.cli.parts import (
    HELP_FULL,
    HELP_LEDGER,
    HELP_RULES,
    HELP_WHY,
    SHOW_COVERAGE,
    PageParts,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planner.catalog import Catalog
    from planner.plans.schema import Plan
    from planner.request.files import Document
    from planner.request.request import Request
    from planner.show.formats import Format

Some = list[str] | None


def _some(help: str, metavar: str) -> Any:
    return typer.Option(help=help, metavar=metavar)


def plan(
    request: Annotated[str | None, typer.Argument(
        metavar="[REQUEST]", help="A request in YAML or JSON; - is standard input.")] = None,
    days: Annotated[str | None, _some("Days of the sessions: mon,wed,fri; a day twice is two "
                                      "sessions.", "DAYS")] = None,
    minutes: Annotated[str | None, _some("Minutes: 55 for all, 60,45,60 in turn, or sat=35.",
                                         "MINUTES")] = None,
    equipment: Annotated[Some, _some("gym, home, minimal, none, or single things: band,mat.",
                                     "IDS")] = None,
    goal: Annotated[str | None, _some("strength, hypertrophy, toning, health or maintenance.",
                                      "GOAL")] = None,
    level: Annotated[str | None, _some("novice, intermediate or advanced.", "LEVEL")] = None,
    focus: Annotated[Some, _some("Muscles, groups or regions: back,arms.", "IDS")] = None,
    coverage: Annotated[Some, _some("Goals in sets, min:target:max: lats=8:12:18; with none it "
                                    "shows the sets of each group.", "GOALS")] = None,
    include: Annotated[Some, _some("Must appear: deadlift, deadlift@mon, deadlift@mon=5x5.",
                                   "IDS")] = None,
    exclude: Annotated[Some, _some("Exercises, patterns or equipment never used.", "IDS")] = None,
    like: Annotated[Some, _some("Exercises that are welcome.", "IDS")] = None,
    dislike: Annotated[Some, _some("Exercises that are not.", "IDS")] = None,
    able: Annotated[Some, _some("Exercises you can do whatever your level: chin_up.", "IDS")
                    ] = None,
    complaint: Annotated[Some, _some("Complaints to be careful of: low_back_pain.",
                                     "IDS")] = None,
    supersets: Annotated[str | None, _some("never, allow or prefer.", "WORD")] = None,
    warm_up: Annotated[str | None, _some("Minutes to raise and to mobilise: 8,3; 0,0 for none.",
                                         "MINUTES")] = None,
    split: Annotated[str | None, _some("none, full_body, upper_lower, push_pull_legs or "
                                       "body_part.", "SPLIT")] = None,
    pace: Annotated[str | None, _some("The clock the minutes hold on: brisk, typical, generous.",
                                      "PACE")] = None,
    max: Annotated[Some, _some("One-repetition maxima in kg: deadlift=140.", "MAXES")] = None,
    rule: Annotated[Some, _some("How strictly a rule is taken: core_last=must, "
                                "session_cap=must:20, grip_apart=off.", "RULES")] = None,
    seed: Annotated[int | None, typer.Option(help="Another seed, perhaps another equal plan.")
                    ] = None,
    seconds: Annotated[float | None, typer.Option(help="How long to search.")] = None,
    workers: Annotated[int | None, typer.Option(help="Threads of the solver; above 1 the plan "
                                                "may differ from run to run.")] = None,
    catalog: Annotated[Some, _some("Files or folders added to the catalogue; repeatable.",
                                   "PATH")] = None,
    why: Annotated[bool, typer.Option("--why", help=HELP_WHY)] = False,
    show_coverage: Annotated[bool, typer.Option(SHOW_COVERAGE, hidden=True)] = False,
    rules: Annotated[bool, typer.Option("--rules", help=HELP_RULES)] = False,
    ledger: Annotated[bool, typer.Option("--ledger", help=HELP_LEDGER)] = False,
    full: Annotated[bool, typer.Option("--full", help=HELP_FULL)] = False,
    output: Annotated[Some, typer.Option(
        "-o", "--output", metavar="FILE", help="Write the plan to a file in the format of its "
                                               "suffix: week.html, week.pdf, week.json; "
                                               "repeatable. See coach export.")] = None,
    format: Annotated[str, _some("text, markdown or json.", "FORMAT")] = "text",
    json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
) -> None:
    """Plan what REQUEST asks: one session or a week. Options override the file.

    Without a file --minutes is enough, as in: coach plan --minutes 45 --focus back
    """
    given = dict(locals())
    from planner.doors.cli.shared import check_format, load_catalog, print_json

    style = check_format(format, json)
    wanted = _wanted(output or (), style)
    asked, document, set_by_options = _request(given)
    known = load_catalog(catalog)
    try:
        found = _solved(asked, known)
    except Exception as error:
        raise _placed(error, document, set_by_options) from None
    trouble = _save(found, known, wanted, request or "-")
    if style == "json":
        print_json(found)
    elif trouble or not wanted:
        from planner.doors.cli.output import show
        from planner.doors.cli.summary import plan_page

        parts = PageParts(why, show_coverage, rules, ledger, full)
        show(plan_page(found, known, parts), markdown=style == "markdown")
    if trouble:
        raise typer.Exit(trouble)


def _request(given: dict[str, Any]) -> tuple[Request, Document | None, set[str]]:
    from planner.doors.cli.options import request_fields
    from planner.request.files import read_document, request_of

    document = read_document(given["request"]) if given["request"] is not None else None
    fields, mine = request_fields(given, document.data if document else None)
    try:
        return request_of(fields), document, mine
    except Exception as error:
        raise _placed(error, document, mine) from None


def _placed(error: Exception, document: Document | None, mine: set[str]) -> Exception:
    """Give a wrong field its place: the option that set it, or the line of the file."""
    from planner.doors.cli.options import option_of
    from planner.request.errors import InputError

    if not isinstance(error, InputError) or not error.where:
        return error
    if error.where.split(".")[0] in mine:
        return InputError(error.message, option_of(error.where))
    return InputError(error.message, document.place(error.where)) if document else error


def _solved(asked: Request, known: Catalog) -> Plan:
    from planner.doors.cli.lean import import_solver
    from planner.doors.cli.live import watched
    from planner.plans.make import plan as plan_of

    import_solver()
    return watched(lambda on_progress, should_stop: plan_of(
        asked, known, on_progress=on_progress, should_stop=should_stop))


def _wanted(output: Sequence[str], style: str) -> list[tuple[str, Format]]:
    """Return the files that are asked for, before the search for the plan begins."""
    if not output:
        return []
    from planner.doors.cli.exporting import targets

    return targets(output, None, as_json=style == "json")


def _save(found: Plan, known: Catalog, wanted: Sequence[tuple[str, Format]], source: str) -> int:
    """Write a plan's files; an exit code says that it has to be shown, so that it is not lost."""
    if not wanted:
        return 0
    from planner.doors.cli.exporting import make, note, save
    from planner.doors.cli.failures import BAD_INPUT
    from planner.request.errors import InputError
    from planner.show.wording import headline, status

    try:
        save(make(found, known, wanted, {"sessions": ()}, source), as_json=False)
    except InputError as error:
        note(str(error))
        return BAD_INPUT
    note(f"{headline(found)}. {status(found)}", "")
    return 0
