"""``coach log correct`` and ``coach log remove``: what was written is kept as history."""

from __future__ import annotations

from typing import Annotated

import typer

from planner.doors.cli.keeping import CatalogOption, Db, Json, UnitOption, Who


def correct(
    which: Annotated[str, typer.Argument(
        metavar="ID", help="The number of a session, or of an entry in it, such as 12.3.")],
    line: Annotated[list[str] | None, typer.Argument(
        metavar="[LINE]...", help="What was done in truth; - reads lines from standard input.")
    ] = None,
    date: Annotated[str | None, typer.Option(metavar="DAY", help="When it was in truth.")] = None,
    minutes: Annotated[int | None, typer.Option(
        metavar="N", min=1, max=1440, help="How long it took in truth.")] = None,
    unit: UnitOption = None, athlete: Who = None, catalog: CatalogOption = None, db: Db = None,
    json: Json = False,
) -> None:
    """Say what a session, or an entry of it, was in truth; what was written is history."""
    from planner.doors.cli import keeping
    from planner.doors.cli.diary import say
    from planner.doors.cli.shared import load_catalog
    from planner.request.errors import InputError
    from planner.store.correcting import corrected

    if not line and date is None and minutes is None:
        raise InputError("say what is right: a line, --date or --minutes")
    number, place = keeping.number_of(which)
    known, said = load_catalog(catalog), keeping.unit_of(unit)
    with keeping.kept(db) as store:
        who = store.athlete(athlete)
        old = store.session(who, number)
        done = None
        if line:
            from planner.logs.written import written

            done = written(keeping.lines_of(line), known, "<line>", said)
        at = old.start if date is None else keeping.moment(date)
        new = corrected(old, place, done, at, minutes)
        made = store.correct_session(who, old.id, new, done.units if done else ())
    say(made, json)


def remove(
    which: Annotated[str, typer.Argument(metavar="ID", help="The number of a session, or of an "
                                                            "entry in it, such as 12.3.")],
    athlete: Who = None, db: Db = None, json: Json = False,
) -> None:
    """Take a session, or an entry of it, out of the log; it stays in the history."""
    from planner.doors.cli import keeping
    from planner.doors.cli.diary import say
    from planner.store.correcting import without

    number, place = keeping.number_of(which)
    with keeping.kept(db) as store:
        who = store.athlete(athlete)
        old = store.session(who, number)
        left = None if place is None else without(old, place)
        made = (store.remove_session(who, old.id) if left is None
                else store.correct_session(who, old.id, left))
    say(made, json)
