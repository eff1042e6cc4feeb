"""The sessions as pages to train by: what it is for, the warm-up in a line, a row an exercise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len

from planner.catalog import Catalog
from planner.catalog.body import MOST_LIFTS, MOST_NAMED, listed, purpose
from planner.doors.cli.document import WIDTH, Block, Heading, Items, Row, Table
from planner.doors.cli.page import entry_name
from planner.plans.schema import Entry, Plan, PlanSession
from planner.request.units import KG, Units
from planner.show.scale import Scale
from planner.show.wording import (
    clock,
    dose,
    exercise_name,
    minutes,
    place,
    rest_behind,
    session_names,
)

HEAD = ("exercise", "sets x reps", "RIR", "load", "rest", "next time")
ALIGN = "<<>>><"
BEFORE = ("raise", "mobilise", "activate")
TESTED = ("squat", "hinge", "horizontal_push", "vertical_push")
"""Movements whose first lifts people know their best single of."""

QUARTER_S = 15
LONG_S = 120
"""Seconds from which a warm-up says how long a part of it takes."""


def brief_sessions(plan: Plan, catalog: Catalog, why: bool = False,
                   units: Units = KG) -> Iterator[Block]:
    """Yield the sessions of a plan, their tables in line.

    Parameters
    ----------
    why
        Whether to say why each entry is there.
    units
        What loads are printed in.
    """
    scale = Scale(catalog, plan.request, units)
    rows = [_rows(s, plan, scale) for s in plan.sessions]
    every = [row.cells for one in rows for row in one]
    used = [i for i in range(len(HEAD)) if i == 0 or any(cells[i] for cells in every)]
    widths = tuple(max(map(cell_len, column)) for i, column in enumerate(zip(*every, strict=True))
                   if i in used)
    apart = len({s.equipment for s in plan.request.sessions}) > 1
    # A file that somebody edited may have more sessions than its request, or fewer.
    asked = plan.request.sessions[:len(plan.sessions)]
    names = session_names(plan.sessions)
    for session, wish, table in zip_longest(plan.sessions, asked, rows):
        kit = (wish.equipment or ()) if apart and wish is not None else None
        yield Heading(_title(session, names[session.id], plan.request.pace, kit, catalog))
        yield from _line("Warm-up", [e for e in session.entries if e.phase in BEFORE], catalog)
        yield from _build_up(session, scale)
        if table:
            yield Table(tuple(HEAD[i] for i in used), "".join(ALIGN[i] for i in used),
                        tuple(Row(tuple(row.cells[i] for i in used)) for row in table),
                        widths=widths, tight=True)
        yield from _line("Cool-down", [e for e in session.entries if e.phase == "cool_down"],
                         catalog)
        if why:
            yield Items(tuple((exercise_name(e.exercise, catalog), e.why)
                              for e in session.entries if e.phase == "work" and e.why))


def legend(plan: Plan, catalog: Catalog) -> str:
    """Return what the signs in the tables of a plan stand for."""
    work = [e for s in plan.sessions for e in s.entries if e.phase == "work"]
    said = []
    if any(e.superset for e in work):
        said.append("A1 and A2 take turns, rest after both.")
    if any(e.rir is not None for e in work):
        said.append("RIR: repetitions in reserve.")
    if any(_load(e, plan, Scale(catalog)).endswith("%") for e in work):
        said.append("%: of your best single.")
    if any(not _load(e, plan, Scale(catalog)) and e.percent_1rm is not None for e in work):
        said.append("No load: take one that leaves the RIR.")
    return "".join(f"{one} " for one in said)


def _title(session: PlanSession, called: str, pace: str, kit: Sequence[str] | None,
           catalog: Catalog) -> str:
    """Return ``Monday: squat and bench press, also arms, 58 of 60 minutes``, cut to a line."""
    known = [catalog.exercise_by_id[e.exercise] for e in session.entries
             if e.phase == "work" and e.exercise in catalog.exercise_by_id]
    where = "" if kit is None else place([kit])
    name = f"{called} {where}".rstrip()
    budget = f" of {minutes(session.budget_s)}" if session.budget_s is not None else ""
    length = f"{minutes(getattr(session.seconds, pace))}{budget} minutes"
    found = ""
    for most in range(MOST_NAMED, MOST_LIFTS - 2, -1):
        what = purpose(known, catalog, most)
        found = f"{name}: {what}, {length}" if what else f"{name}: {length}"
        if len(found) <= WIDTH:
            break
    return found


def _line(title: str, entries: Sequence[Entry], catalog: Catalog) -> Iterator[Items]:
    if not entries:
        return
    said = []
    for e in entries:
        known = catalog.exercise_by_id.get(e.exercise)
        name = known.in_words if known else exercise_name(e.exercise, catalog)
        long = e.phase != "mobilise" and e.hold_s is not None and e.hold_s >= LONG_S
        said.append(f"{name} {minutes(e.hold_s or 0)} min" if long else name)
    total = minutes(sum(e.seconds for e in entries))
    yield Items(((f"{title} {total} min", ", ".join(said)),), tight=True)


def _rows(session: PlanSession, plan: Plan, scale: Scale) -> list[Row]:
    work = [e for e in session.entries if e.phase == "work"]
    return [_row(e, work, plan, scale) for e in work]


def _row(entry: Entry, work: Sequence[Entry], plan: Plan, scale: Scale) -> Row:
    catalog = scale.catalog
    rest_s = rest_behind(entry, work)
    reserve = "fail" if entry.to_failure else "" if entry.rir is None else f"{entry.rir:g}"
    return Row((entry_name(entry, work, catalog), dose(entry, catalog), reserve,
                _load(entry, plan, scale), clock(_rounded(rest_s)) if rest_s else "",
                scale.step(entry, plan.request)))


def _load(entry: Entry, plan: Plan, scale: Scale) -> str:
    """Return the load; the share of a best single only of lifts that people test, no novices."""
    catalog = scale.catalog
    known = catalog.exercise_by_id.get(entry.exercise)
    tested = (known is not None and known.load == "barbell" and plan.request.level != "novice"
              and catalog.pattern_by_id[known.pattern].basis in TESTED
              and known.id in catalog.first_ids)
    return scale.load(entry) if tested or entry.load_kg is not None else ""


def _rounded(rest_s: int) -> int:
    """Return a rest as one looks at the clock: to the quarter of a minute."""
    return max(QUARTER_S, QUARTER_S * round(rest_s / QUARTER_S))


def _build_up(session: PlanSession, scale: Scale) -> Iterator[Items]:
    """Yield the lighter sets before the session's lifts that want them, the first in figures."""
    catalog = scale.catalog
    lifts = [e for e in session.entries if e.ramp]
    if not lifts:
        return
    first = lifts[0]
    sets = ", ".join(f"{s.reps} at {scale.ramp_load(first, s)}" for s in first.ramp)
    of = "" if first.load_kg is not None else " of the working load"
    said = f"{exercise_name(first.exercise, catalog)} {sets}{of}"
    if len(lifts) > 1:
        names = listed([exercise_name(e.exercise, catalog) for e in lifts[1:]])
        said += f"; one or two lighter sets before {names}"
    yield Items((("Build-up", said),), tight=True)
