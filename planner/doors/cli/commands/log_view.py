"""``coach log list`` and ``coach log show``: the sessions that are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from planner.doors.cli.keeping import Db, Json, Who

if TYPE_CHECKING:
    from planner.store.values import KeptSession


def list_(
    since: Annotated[str | None, typer.Option(
        metavar="DAY", help="The first day, 2030-01-07.")] = None,
    athlete: Who = None, db: Db = None,
    history: Annotated[bool, typer.Option(
        "--history", help="Show also what was corrected or removed.")] = False,
    json: Json = False,
) -> None:
    """Show the sessions that are kept, the last one at the foot; as JSON it is a log."""
    from planner.doors.cli import keeping
    from planner.doors.cli.diary import list_page
    from planner.doors.cli.output import show
    from planner.doors.cli.shared import print_json

    first = None if since is None else keeping.moment(since, "--since")
    with keeping.kept(db) as store:
        who = store.athlete(athlete)
        if json:
            log = store.log(who, first)
            print_json(log.model_copy(update={"sessions": store.sessions(who, first, history=True)})
                       if history else log)
        else:
            show(list_page(who.name, store.sessions(who, first, history=history)))


def show(
    which: Annotated[str, typer.Argument(
        metavar="DAY|ID", help="2030-01-07, yesterday, or the number of a session.")],
    athlete: Who = None, db: Db = None, json: Json = False,
) -> None:
    """Show a session, or those of a day, in full."""
    from planner.doors.cli import keeping
    from planner.doors.cli.diary import session_page
    from planner.doors.cli.output import show as put
    from planner.doors.cli.shared import print_json
    from planner.request.errors import InputError

    with keeping.kept(db) as store:
        who = store.athlete(athlete)
        if which.strip().isdigit():
            found: tuple[KeptSession, ...] = (
                store.session(who, keeping.number_of(which)[0], newest=False),)
        else:
            day = keeping.moment(which, "DAY")
            found = store.sessions(who, day, day)
            if not found:
                raise InputError(f"no session on {day:%Y-%m-%d}; coach log list shows them")
    if json:
        print_json([session.model_dump(mode="json") for session in found])
    else:
        put(tuple(block for session in found for block in session_page(session)))
