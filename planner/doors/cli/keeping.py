"""What the commands that keep things do alike: the store, the athlete, days, numbers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from datetime import date, datetime

    from planner.logs.log import Unit
    from planner.store.protocol import Store
    from planner.store.values import Athlete

Db = Annotated[str | None, typer.Option(
    "--db", metavar="PLACE", help="The file of the log, or postgresql://…; COACH_DB says the same, "
                                  "else it is in your folder for data.")]
Who = Annotated[str | None, typer.Option(
    "--athlete", metavar="NAME", help="Whose log, where there are several.")]
UnitOption = Annotated[str | None, typer.Option(
    "--unit", metavar="UNIT", help="kg or lb, for loads without one.")]
CatalogOption = Annotated[list[str] | None, typer.Option(
    "--catalog", metavar="PATH", help="Files or folders added to the catalogue; repeatable.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
NEW = "me"
"""Who a log is of that nobody has given a name."""


@contextmanager
def kept(db: str | None) -> Iterator[Store]:
    """Open the store, and close it in the end."""
    from planner.store.open import open_store

    with open_store(db) as store:
        yield store


def somebody(store: Store, name: str | None) -> Athlete:
    """Return whose log it is; the first one who writes need not be added before."""
    if name is None and not store.athletes():
        return store.add_athlete(NEW)
    return store.athlete(name)


def unit_of(word: str | None) -> Unit | None:
    """Return a unit of an option."""
    from planner.logs.log import UNITS
    from planner.request.errors import InputError

    said = next((known for known in UNITS if known == word), None)
    if word is not None and said is None:
        raise InputError(f"expected kg or lb, found {word!r}", "--unit")
    return said


def moment(text: str | None, option: str = "--date") -> date | datetime:
    """Return the day of an option, with the time where it says one; today by default."""
    from datetime import date, timedelta

    from planner.logs.times import maybe_when
    from planner.request.errors import InputError

    today = date.today()
    word = (text or "today").strip().casefold()
    if word in ("today", "yesterday"):
        return today - timedelta(days=word == "yesterday")
    found = maybe_when(word)
    if found is None:
        raise InputError(f"expected a date such as 2030-01-07 or '2030-01-07 18:00', found "
                         f"{text!r}", option)
    return found


def ended(at: date | datetime, minutes: int | None) -> datetime | None:
    """Return when a session ended that took so long, None where nobody says how long."""
    from datetime import datetime, timedelta

    from planner.request.errors import InputError

    if minutes is None:
        return None
    if not isinstance(at, datetime):
        raise InputError("say when it began: --date '2030-01-07 18:00'", "--minutes")
    return at + timedelta(minutes=minutes)


def number_of(text: str) -> tuple[int, int | None]:
    """Return the number of a session, and of an entry in it where ``12.3`` names one."""
    from planner.request.errors import InputError

    first, dot, second = text.strip().partition(".")
    if not (first.isdigit() and len(first) < 10 and (not dot or (second.isdigit() and
                                                                  len(second) < 5))):
        raise InputError(f"expected the number of a session, 12, or of an entry in it, 12.3, found "
                         f"{text!r}; coach log list shows them", "ID")
    return int(first), int(second) if dot else None


def lines_of(line: list[str]) -> str:
    """Return lines of a command, or of standard input where they are ``-``."""
    from planner.request.files import read_text

    return read_text("-")[1] if line == ["-"] else "\n".join(line)
