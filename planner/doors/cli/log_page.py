"""A training log on a page: how much there is, and which names and rows want a look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from planner.catalog import Catalog
from planner.doors.cli.document import Block, Heading, Items, Row, Table, Words
from planner.logs.log import Log, LoggedSession, ReadName, Report, SkippedRow
from planner.logs.read import TITLES
from planner.show.wording import exercise_name, figure

SHORT = 12
"""Rows of a table where not all of them are asked for."""
MOST_LINES = 5
"""Lines that are named of rows left out for the same reason."""


def log_page(log: Log, catalog: Catalog, full: bool = False) -> tuple[Block, ...]:
    """Return the page of a log.

    Parameters
    ----------
    full
        Whether it has every session and every name.
    """
    return tuple(_blocks(log, catalog, full))


def _blocks(log: Log, catalog: Catalog, full: bool) -> Iterator[Block]:
    report = log.report
    yield Heading(f"Log of {TITLES[log.app]}: {_count(len(log.sessions), 'session')}"
                  f"{_span(log.sessions)}", 1)
    yield Words(" ".join(_sums(log)))
    if report.assumed:
        yield Items.of(report.assumed)
    if full and log.sessions:
        yield Heading("Sessions")
        yield _sessions(log.sessions)
    if full and report.mapped:
        yield Heading("Names that are known")
        yield _names(report.mapped, catalog, full)
    if report.unsure:
        yield Heading("Names read loosely: have a look")
        yield _names(report.unsure, catalog, full)
        yield from _more(report.unsure, full)
    yield from unknown_blocks(report, full)
    if report.skipped:
        yield Heading("Rows left out")
        yield _skipped(report.skipped)


def unknown_blocks(report: Report, full: bool = False) -> Iterator[Block]:
    """Yield the names that are unknown, with those that look most like them."""
    if report.unknown:
        yield Heading("Names that are unknown")
        yield _unknown(report.unknown, full)
        yield from _more(report.unknown, full)


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _span(sessions: Sequence[LoggedSession]) -> str:
    """Return from when to when there are sessions."""
    days = [f"{session.start:%Y-%m-%d}" for session in sessions if session.start is not None]
    if not days:
        return ""
    return f", {days[0]}" if days[0] == days[-1] else f", {days[0]} to {days[-1]}"


def _sums(log: Log) -> Iterator[str]:
    """Yield sentences on how much there is and how much of it is known."""
    report = log.report
    sets = [one for session in log.sessions for entry in session.entries for one in entry.sets]
    if not sets:
        yield f"No sets in {_count(report.rows, 'row')}."
        return
    names = len(report.mapped) + len(report.unsure) + len(report.unknown)
    warm_up = sum(one.kind == "warm_up" for one in sets)
    yield (f"{_count(len(sets), 'set')} of {_count(names, 'exercise')}"
           f"{f', {warm_up:,} of them to warm up' if warm_up else ''}.")
    lost = sum(name.sets for name in report.unknown)
    yield ("Every name is found in the catalogue." if not lost else
           f"{_count(lost, 'set')} of {_count(len(report.unknown), 'name')} "
           f"{'is' if lost == 1 else 'are'} of exercises that are unknown.")
    if report.units:
        yield f"Loads are written in {' and '.join(report.units)}."


def _sessions(sessions: Sequence[LoggedSession]) -> Table:
    return Table(("start", "min", "title", "entries", "sets"), "<><>>", tuple(
        Row((_start(s), _minutes(s), s.title, str(len(s.entries)),
             str(sum(len(entry.sets) for entry in s.entries)))) for s in sessions), flex=(2,))


def _start(session: LoggedSession) -> str:
    start = session.start
    if start is None:
        return "no date"
    return f"{start:%Y-%m-%d %H:%M}" if isinstance(start, datetime) else f"{start:%Y-%m-%d}"


def _minutes(session: LoggedSession) -> str:
    start, end = session.start, session.end
    return figure((end - start).total_seconds() // 60) if isinstance(
        start, datetime) and end is not None else ""


def _names(names: Sequence[ReadName], catalog: Catalog, full: bool) -> Table:
    return Table(("written", "read as", "sets", "line"), "<<>>", tuple(
        Row((its.name, exercise_name(its.exercise or "", catalog), str(its.sets), str(its.line)))
        for its in _shown(names, full)), flex=(0, 1))


def _unknown(names: Sequence[ReadName], full: bool) -> Table:
    return Table(("written", "nearest", "sets", "line"), "<<>>", tuple(
        Row((its.name, "; ".join(its.nearest), str(its.sets), str(its.line)))
        for its in _shown(names, full)), flex=(0, 1))


def _shown(names: Sequence[ReadName], full: bool) -> Sequence[ReadName]:
    return names if full else names[:SHORT]


def _more(names: Sequence[ReadName], full: bool) -> Iterator[Block]:
    if not full and len(names) > SHORT:
        yield Words(f"And {len(names) - SHORT:,} more: --full shows them.", tight=True)


def _skipped(rows: Sequence[SkippedRow]) -> Table:
    lines: dict[str, list[int]] = {}
    for row in rows:
        lines.setdefault(row.reason, []).append(row.line)
    return Table(("why", "rows", "lines"), "<><", tuple(
        Row((reason, str(len(its)), ", ".join(map(str, its[:MOST_LINES]))
             + (", …" if len(its) > MOST_LINES else ""))) for reason, its in lines.items()),
        flex=(0, 2))
