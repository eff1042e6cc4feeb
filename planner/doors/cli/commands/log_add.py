"""``coach log import`` and ``coach log add``: sessions that are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from planner.doors.cli.keeping import CatalogOption, Db, Json, UnitOption, Who

if TYPE_CHECKING:
    from datetime import date, datetime

    from planner.logs.log import LoggedSession
    from planner.logs.written import Written
    from planner.plans.schema import PlanSession
    from planner.store.protocol import Store
    from planner.store.values import Athlete


def import_(
    file: Annotated[str, typer.Argument(
        metavar="FILE", help="What coach log read reads; - is standard input.")],
    unit: UnitOption = None, athlete: Who = None, catalog: CatalogOption = None, db: Db = None,
    json: Json = False,
) -> None:
    """Keep what another app has written down.

    What is there already is not added again, however often a file comes and however files overlap.
    """
    from planner.doors.cli import keeping
    from planner.doors.cli.diary import import_page
    from planner.doors.cli.log_page import unknown_blocks
    from planner.doors.cli.output import show
    from planner.doors.cli.shared import load_catalog, print_json
    from planner.logs.read import read_log

    log = read_log(file, load_catalog(catalog), keeping.unit_of(unit))
    with keeping.kept(db) as store:
        done = store.import_log(keeping.somebody(store, athlete), log)
    if json:
        print_json(done)
    else:
        show(import_page(done, tuple(unknown_blocks(log.report))))


def add(
    line: Annotated[list[str] | None, typer.Argument(
        metavar="[LINE]...", help="What was done, as in '3x5 squat 100 kg @8 # felt light'; - "
                                  "reads lines from standard input. Without a line: a session of "
                                  "the current plan as planned.")] = None,
    date: Annotated[str | None, typer.Option(
        metavar="DAY", help="2030-01-07, with 18:00 where the time is known, or yesterday; today "
                            "by default.")] = None,
    minutes: Annotated[int | None, typer.Option(
        metavar="N", min=1, max=1440, help="How long it took.")] = None,
    session: Annotated[str | None, typer.Option(
        metavar="ID", help="The session of the current plan, such as mon; that of the day by "
                           "default.")] = None,
    except_: Annotated[list[str] | None, typer.Option(
        "--except", metavar="LINE", help="What differed from the plan: 'squat 3x4 95kg', or 'no "
                                         "curl'; repeatable.")] = None,
    title: Annotated[str, typer.Option(metavar="TEXT", help="What the session is called.")] = "",
    notes: Annotated[str, typer.Option(metavar="TEXT", help="What is to be said of it.")] = "",
    unit: UnitOption = None, athlete: Who = None, catalog: CatalogOption = None, db: Db = None,
    json: Json = False,
) -> None:
    """Keep a session: what was done, or a session of the plan and what differed."""
    from planner.doors.cli import keeping
    from planner.doors.cli.diary import say
    from planner.doors.cli.shared import load_catalog
    from planner.request.errors import InputError

    known, at, said = load_catalog(catalog), keeping.moment(date), keeping.unit_of(unit)
    if line and except_:
        raise InputError("what differs from a plan is said without a line", "--except")
    with keeping.kept(db) as store:
        who = keeping.somebody(store, athlete)
        planned = None
        if line:
            from planner.logs.written import written

            done = written(keeping.lines_of(line), known, "<line>", said)
            planned = None if session is None else _planned(store, who, session, at)[:2]
        else:
            from planner.store.as_planned import as_planned

            number, name, page = _planned(store, who, session, at)
            planned, done = (number, name), as_planned(page, except_ or (), known, said)
        made = store.add_session(who, _session(done, at, minutes, title, notes), done.units,
                                 "hand" if line else "plan", planned)
    say(made, json)


def _planned(store: Store, who: Athlete, session: str | None, at: date | datetime
             ) -> tuple[int, str, PlanSession]:
    """Return the number of the plan that is followed, and a session of it with its id."""
    from planner.request.errors import InputError
    from planner.show.wording import DAY_NAMES
    from planner.store.as_planned import planned_session

    plan = store.current_plan(who)
    if plan is None:
        raise InputError(f"{who.name} follows no plan yet: coach athlete follow PLAN.json; or say "
                         "what was done, as in coach log add '3x5 squat 100 kg'")
    page = planned_session(plan.plan, session, list(DAY_NAMES)[at.weekday()])
    return plan.id, page.id, page


def _session(done: Written, at: date | datetime, minutes: int | None, title: str, notes: str
             ) -> LoggedSession:
    """Return what was done as a session; how long it took says when it ended."""
    from planner.doors.cli.keeping import ended
    from planner.logs.log import LoggedSession

    return LoggedSession(title=title, start=at, end=ended(at, minutes), notes=notes,
                         entries=done.entries)
