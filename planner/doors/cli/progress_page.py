"""What a log says, on a page: maxima, records, weeks, what was planned, proposals, the clock."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from planner.catalog import Catalog
from planner.catalog.body import group_words
from planner.doors.cli.document import Block, Heading, Items, Row, Table, Words
from planner.progress.adherence import Adherence
from planner.progress.clock import PersonalClock
from planner.progress.maxima import Maximum
from planner.progress.records import Record, RecordKind
from planner.progress.report import ProgressReport
from planner.progress.stalls import Proposal
from planner.progress.volume import Aim, WeekSets
from planner.request.mass import Unit
from planner.show.progress_pictures import mass
from planner.show.wording import exercise_name, figure

SHORT = 8
"""Lifts that are shown where not all are asked for: those with most sessions."""
MOST_WEEKS = 7
LATELY_DAYS = 28
MOST_POINTS = 12

_KINDS: dict[RecordKind, str] = {
    "heaviest": "heaviest set", "maximum": "best estimate of a set", "volume": "most in a session",
    "most_reps": "most repetitions", "longest": "longest", "reps_at_load": "most at a load"}


def progress_page(report: ProgressReport, catalog: Catalog, unit: Unit = "kg", full: bool = False
                  ) -> tuple[Block, ...]:
    """Return the page of a report.

    Parameters
    ----------
    full
        Whether it has every lift with its history, and every record.
    """
    return tuple(_blocks(report, catalog, unit, full))


def _blocks(report: ProgressReport, catalog: Catalog, unit: Unit, full: bool) -> Iterator[Block]:
    days = "" if report.first is None else f", {report.first} to {report.last}"
    yield Heading(f"What the log says: {_count(report.sessions, 'session')}, "
                  f"{_count(report.sets, 'set')}{days}", 1)
    left = list(_left_out(report))
    if left:
        yield Words(" ".join(left))
    yield from _maxima(report.maxima, catalog, unit, full)
    yield from _records(report, catalog, unit, full)
    if report.weeks:
        yield Heading("Sets a week, in fractional sets")
        yield _weeks(report.weeks, report.aims)
        yield Words("* The log covers a part of this week only." if not all(
            week.whole for week in report.weeks[-MOST_WEEKS:]) else "Whole weeks.")
    if report.adherence is not None:
        yield Heading("What was planned")
        yield Words(_kept(report.adherence))
    if report.proposals:
        yield Heading("To think about")
        yield Items(tuple((exercise_name(one.exercise, catalog), _proposal(one))
                          for one in report.proposals))
    yield Heading("Your clock")
    yield Words(_clock(report.clock))


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _left_out(report: ProgressReport) -> Iterator[str]:
    if report.unknown_sets:
        yield (f"{_count(report.unknown_sets, 'set')} of exercises that are unknown "
               f"{'counts' if report.unknown_sets == 1 else 'count'} for nothing: coach log read "
               "names them.")
    if report.undated_sessions:
        yield f"{_count(report.undated_sessions, 'session')} without a date left out."


def _maxima(found: Sequence[Maximum], catalog: Catalog, unit: Unit, full: bool) -> Iterator[Block]:
    if not found:
        return
    yield Heading(f"Estimated maxima, {unit}")
    first = sorted(found, key=lambda one: (-one.sessions, one.exercise))
    shown = first if full else first[:SHORT]
    yield Table(("lift", "maximum", "between", "a week", "from", "last"), "<>>><>", tuple(
        Row((exercise_name(one.exercise, catalog), mass(one.value_kg, unit),
             f"{mass(one.low_kg, unit)} - {mass(one.high_kg, unit)}", _trend(one, unit),
             f"{_count(one.sets, 'set')}, {_count(one.sessions, 'day')}", f"{one.on}"))
        for one in shown))
    if len(shown) < len(found):
        yield Words(f"And {len(found) - len(shown)} more: --full shows them.", tight=True)
    yield Words("Nine times of ten the maximum is between these; a week is its trend with the "
                "standard error of that.")
    if full and len(found) == 1 and found[0].history:
        yield Heading("Session by session", 3)
        yield _history(found[0], unit)


def _trend(one: Maximum, unit: Unit) -> str:
    sign = "+" if one.trend_kg_week > 0 else ""
    return f"{sign}{mass(one.trend_kg_week, unit)} ±{mass(one.trend_error_kg_week, unit)}"


def _history(one: Maximum, unit: Unit) -> Table:
    return Table(("day", "session says", "maximum", "between"), "<>>>", tuple(
        Row((f"{p.on}", mass(p.seen_kg, unit), mass(p.value_kg, unit),
             f"{mass(p.low_kg, unit)} - {mass(p.high_kg, unit)}"))
        for p in one.history[-MOST_POINTS:]))


def _records(report: ProgressReport, catalog: Catalog, unit: Unit, full: bool) -> Iterator[Block]:
    """Yield the records: all of them, or those of the last four weeks that beat an older one."""
    if report.last is None:
        return
    lately = report.last - timedelta(days=LATELY_DAYS)
    shown = [one for one in report.records if full or (
        one.before is not None and one.on > lately and one.kind in ("heaviest", "maximum",
                                                                    "most_reps", "longest"))]
    if not shown:
        return
    yield Heading("Records" if full else "Records of the last four weeks")
    yield Table(("lift", "record", "", "before", "day"), "<<>>>", tuple(
        Row((exercise_name(one.exercise, catalog), _KINDS[one.kind], _value(one, unit),
             _before(one, unit), f"{one.on}")) for one in shown), flex=(0, 1))


def _value(one: Record, unit: Unit) -> str:
    reps = f"{one.reps} x " if one.reps else ""
    if one.kind in ("heaviest", "reps_at_load"):
        return f"{reps}{mass(one.load_kg or 0, unit)} {unit}"
    if one.kind == "maximum":
        return f"{mass(one.value, unit)} {unit} ({reps}{mass(one.load_kg or 0, unit)})"
    if one.kind == "volume":
        return f"{float(mass(one.value, unit)):,.0f} {unit}"
    return f"{figure(one.value)} {'s' if one.kind == 'longest' else 'reps'}"


def _before(one: Record, unit: Unit) -> str:
    if one.before is None:
        return ""
    return (mass(one.before, unit) if one.kind in ("heaviest", "maximum", "volume")
            else figure(one.before))


def _weeks(weeks: Sequence[WeekSets], aims: Sequence[Aim]) -> Table:
    """Return the last weeks, a column each, beside what is aimed at."""
    shown = weeks[-MOST_WEEKS:]
    goals = {aim.id: aim for aim in aims}
    names = [name for name in shown[-1].sets
             if name in goals or any(week.sets[name] for week in weeks)]
    heads = [f"{week.monday:%m-%d}{'' if week.whole else '*'}" for week in shown]
    rows = [Row((group_words(name), *(figure(week.sets[name]) for week in shown), *(
        [_aim(goals.get(name))] if aims else []))) for name in names]
    rows.append(Row(("sessions", *(str(week.sessions) for week in shown), *([""] if aims else []))))
    return Table(("week of", *heads, *(["min-target-max"] if aims else [])),
                 "<" + ">" * len(shown) + ("<" if aims else ""), tuple(rows))


def _aim(aim: Aim | None) -> str:
    return "" if aim is None else "-".join(figure(v) for v in (aim.min, aim.target, aim.max))


def _kept(its: Adherence) -> str:
    missed = [f"{kept.on} ({kept.id})" for kept in its.sessions if kept.done_on is None]
    said = (f"{its.sessions_done} of {_count(its.sessions_planned, 'session')} done, "
            f"{its.sets_done} of {_count(its.sets_planned, 'set')}")
    if its.extra_sessions:
        said += f", and {_count(its.extra_sessions, 'session')} besides"
    if not missed:
        return f"{said}."
    more = f" and {len(missed) - SHORT} more" if len(missed) > SHORT else ""
    return f"{said}. Missed: {', '.join(missed[:SHORT])}{more}."


def _proposal(one: Proposal) -> str:
    what = (f"Take off {one.percent} % next time." if one.action == "lighter" else
            "Try another range of repetitions, a lighter week or a variant.")
    return f"{one.reason} {what}"


def _clock(clock: PersonalClock) -> str:
    if not clock.sessions:
        return ("No session has a start and an end that say how long you rest: the catalogue's "
                "clock stands.")
    parts = ((clock.rest, clock.rest_error, "rests"), (clock.setup, clock.setup_error, "set-up"),
             (clock.warm_up, clock.warm_up_error, "warm-up sets"))
    said = ", ".join(f"{what} {value:.2f} ±{error:.2f}" for value, error, what in parts)
    left = (f" {_count(clock.left_out, 'session')} left out: far too long or too short, or mostly "
            "unknown." if clock.left_out else "")
    return (f"Times the {clock.pace} pace for {clock.goal}, from "
            f"{_count(clock.sessions, 'session')}: {said}.{left}")
