"""``coach progress``: what training logs say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from planner.doors.cli.keeping import Db, Who

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from planner.catalog import Catalog
    from planner.logs.log import LoggedSession
    from planner.progress.report import ProgressReport, Reader
    from planner.request.mass import Unit


def progress(
    files: Annotated[list[str] | None, typer.Argument(
        metavar="[FILE]...", help="Training logs, as coach log read takes them; - is standard "
                                  "input. Without one: what coach log keeps.")] = None,
    lift: Annotated[list[str] | None, typer.Option(
        metavar="LIFT", help="Only lifts of this name, id or movement, with all their records; "
                             "repeatable.")] = None,
    since: Annotated[str | None, typer.Option(
        metavar="DATE", help="From this day on, such as 2030-01-07; a maximum is always from the "
                             "whole log.")] = None,
    plan: Annotated[str | None, typer.Option(
        metavar="FILE", help="A request or a plan: whose goals the weeks are measured by; a plan "
                             "says what was missed as well.")] = None,
    plan_from: Annotated[str | None, typer.Option(
        "--plan-from", metavar="DATE", help="The day from which the plan was followed, week by "
                                            "week; the first of the log by default.")] = None,
    body: Annotated[str | None, typer.Option(
        metavar="MASS", help="What you weigh, such as 80 kg: for pull-ups and dips with weight.")
    ] = None,
    unit: Annotated[str, typer.Option(
        metavar="UNIT", help="kg or lb: how loads are shown, and read where a file does not say.")
    ] = "kg",
    svg: Annotated[str | None, typer.Option(
        metavar="FILE", help="Write the pictures to this file: maxima as lines, weekly sets as "
                             "bars.")] = None,
    catalog: Annotated[list[str] | None, typer.Option(
        "--catalog", metavar="PATH", help="Files or folders added to the catalogue; "
                                          "repeatable.")] = None,
    full: Annotated[bool, typer.Option("--full", help="Show every lift and every record.")
                    ] = False,
    athlete: Who = None, db: Db = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON, loads in kilograms.")] = False,
) -> None:
    """Show what training logs say: maxima, records, weekly sets, stalls, your clock.

    Each maximum has its error. What stands still is named with a proposal; nothing is changed.
    """
    from planner.doors.cli.shared import load_catalog, print_json
    from planner.progress.report import progress_report

    known = load_catalog(catalog)
    shown = _unit(unit)
    sessions = _sessions(files, known, shown) if files else _kept(athlete, db)
    reader = _reader(sessions, known, plan, _date(plan_from, "--plan-from"),
                     _date(since, "--since"), lift or (), body, shown)
    report = progress_report(sessions, known, reader)
    if svg is not None:
        _draw(report, known, shown, svg)
    if json:
        print_json(report)
        return
    from planner.doors.cli.output import show
    from planner.doors.cli.progress_page import progress_page

    show(progress_page(report, known, shown, full or bool(lift)))


def _unit(word: str) -> Unit:
    from planner.logs.log import UNITS
    from planner.request.errors import InputError

    for known in UNITS:
        if known == word:
            return known
    raise InputError(f"expected kg or lb, found {word!r}", "--unit")


def _date(word: str | None, option: str) -> date | None:
    from datetime import datetime

    from planner.logs.times import when
    from planner.request.errors import InputError

    if word is None:
        return None
    try:
        found = when(word)
    except InputError as error:
        raise InputError(error.message, option) from None
    return found.date() if isinstance(found, datetime) else found


def _sessions(files: Sequence[str], catalog: Catalog, unit: Unit) -> tuple[LoggedSession, ...]:
    """Return the sessions of all files; one that stands in two of them counts once."""
    from planner.logs.read import read_log

    found: dict[tuple[object, str], list[LoggedSession]] = {}
    for file in files:
        for session in read_log(file, catalog, unit).sessions:
            same = found.setdefault((session.start, session.title), [])
            if session not in same:
                same.append(session)
    return tuple(session for same in found.values() for session in same)


def _kept(athlete: str | None, db: str | None) -> tuple[LoggedSession, ...]:
    """Return the sessions of the store.

    Raises
    ------
    InputError
        There are none.
    """
    from planner.doors.cli.keeping import kept, somebody
    from planner.request.errors import InputError

    with kept(db) as store:
        who = somebody(store, athlete)
        found = store.sessions(who)
    if not found:
        raise InputError(f"nothing of {who.name} is kept yet; name a FILE, or coach log import "
                         "FILE keeps it")
    return found


def _reader(sessions: Sequence[LoggedSession], catalog: Catalog, plan: str | None,
            plan_from: date | None, since: date | None, lifts: Sequence[str], body: str | None,
            unit: Unit) -> Reader:
    from dataclasses import replace

    from planner.doors.cli.lifts import lifts_of
    from planner.progress.report import Reader
    from planner.request.errors import InputError
    from planner.request.mass import Mass

    try:
        body_kg = None if body is None else Mass.read(body, unit).kg
    except ValueError as error:
        raise InputError(str(error), "--body") from None
    reader = Reader(since=since, body_kg=body_kg,
                    lifts=lifts_of(lifts, sessions, catalog) if lifts else None)
    if plan is None:
        if plan_from is not None:
            raise InputError("only with --plan", "--plan-from")
        return reader
    from planner.doors.cli.opening import read_request_or_plan
    from planner.plans.dated import aims_of_plan, planned_sessions
    from planner.progress.exposures import day_of, in_order
    from planner.progress.volume import aims_of
    from planner.request.request import normalise

    name, request, made = read_request_or_plan(plan)
    asked = made.request if made is not None else normalise(request, catalog)
    reader = replace(reader, goal=asked.goal, level=asked.level, pace=asked.pace)
    if made is None:
        if plan_from is not None:
            raise InputError(f"{name} is a request, which has no sessions to follow",
                             "--plan-from")
        return replace(reader, wanted=aims_of(asked, catalog))
    dated = in_order(sessions)
    first = plan_from or (day_of(dated[0]) if dated else None)
    last = day_of(dated[-1]) if dated else None
    return replace(reader, wanted=aims_of_plan(made), planned=planned_sessions(
        made, first, last) if first is not None and last is not None else ())


def _draw(report: ProgressReport, catalog: Catalog, unit: Unit, file: str) -> None:
    from planner.doors.cli.opening import write
    from planner.show.progress_pictures import progress_figures, together

    write(file, f"{together(progress_figures(report, catalog, unit), 'What the log says')}\n")
