"""A session in full: the warm-up, the work with its clock, why, and next time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from planner.catalog import Catalog
from planner.doors.cli.document import Block, Heading, Items, Row, Table, Words
from planner.plans.schema import Entry, PlanSession
from planner.show.scale import Scale
from planner.show.wording import (
    clock,
    dose,
    effort,
    exercise_name,
    minutes,
    plain,
    rest_behind,
)

_BEFORE = ("raise", "mobilise", "activate")


def session_page(session: PlanSession, name: str, catalog: Catalog, pace: str = "typical",
                 equipment: Sequence[str] = (), scale: Scale | None = None) -> Iterator[Block]:
    """Yield a session.

    Parameters
    ----------
    name
        What the session is called.
    pace
        The clock that the budget holds on.
    equipment
        What is at hand, shown where it is given.
    scale
        What loads are read off on; kilograms by default.
    """
    scale = scale or Scale(catalog)
    yield Heading(_title(session, name, pace))
    if equipment:
        yield Words(f"With: {', '.join(plain(e) for e in equipment)}")
    before = [e for e in session.entries if e.phase in _BEFORE]
    work = [e for e in session.entries if e.phase == "work"]
    after = [e for e in session.entries if e.phase == "cool_down"]
    width = max((cell_len(entry_name(e, work, catalog)) for e in session.entries), default=0)
    for title, entries in (("Warm-up", before), ("Work", work), ("Cool-down", after)):
        if entries:
            yield Heading(title, 3)
            yield _work(entries, scale, width) if title == "Work" else _timed(
                entries, catalog, width)
    yield from _sentences("Why", [(e, e.why) for e in work], catalog)
    yield from _sentences("Next time", [(e, scale.sentence(e.next_time, e)) for e in work], catalog)


def _title(session: PlanSession, called: str, pace: str) -> str:
    seconds = session.seconds.model_dump()
    others = ", ".join(f"{minutes(s)} {name}" for name, s in seconds.items() if name != pace)
    budget = f" of {minutes(session.budget_s)}" if session.budget_s is not None else ""
    return (f"{called}: {minutes(seconds[pace])}{budget} minutes "
            f"at a {pace} pace ({others})")


def _timed(entries: Sequence[Entry], catalog: Catalog, width: int) -> Table:
    rows = []
    for e in entries:
        once = clock(e.hold_s) if e.sets == 1 and e.hold_s is not None else dose(e, catalog)
        rows.append(Row((clock(e.start_s), exercise_name(e.exercise, catalog), once,
                         clock(e.seconds))))
    return Table(("start", "exercise", "for", "takes"), "><<>", tuple(rows), flex=(1,),
                 widths=(5, width, 8, 5))


def _work(entries: Sequence[Entry], scale: Scale, width: int) -> Table:
    rows, catalog = [], scale.catalog
    for e in entries:
        later = place_in_superset(e, entries) > 1
        rest_s = rest_behind(e, entries)
        rows.append(Row(
            ("" if later else clock(e.start_s), entry_name(e, entries, catalog),
             dose(e, catalog), effort(e), scale.load(e), clock(rest_s) if rest_s else "",
             "" if later else clock(e.seconds)),
            below=scale.ramp(e)))
    return Table(("start", "exercise", "sets x reps", "effort", "load", "rest", "takes"),
                 "><<<>>>", tuple(rows), flex=(1,), widths=(5, width, 8, 5, 4, 4, 5))


def place_in_superset(entry: Entry, entries: Sequence[Entry]) -> int:
    """Return 1, 2 and so on for the entries of a superset, 0 for any other."""
    if entry.superset is None:
        return 0
    pair = [e for e in entries if e.superset == entry.superset]
    return 1 + next(i for i, e in enumerate(pair) if e is entry)


def entry_name(entry: Entry, entries: Sequence[Entry], catalog: Catalog) -> str:
    """Return the name of an entry, behind its place in a superset."""
    name = exercise_name(entry.exercise, catalog)
    if not entry.superset:
        return name
    return f"{entry.superset}{place_in_superset(entry, entries)} {name}"


def _sentences(title: str, said: Sequence[tuple[Entry, str]],
               catalog: Catalog) -> Iterator[Block]:
    entries = tuple((exercise_name(e.exercise, catalog), text) for e, text in said if text)
    if entries:
        yield Heading(title, 3)
        yield Items(entries)
