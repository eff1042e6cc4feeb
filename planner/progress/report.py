"""All that a log says, as one value."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import Field

from planner.catalog import Catalog
from planner.catalog.words import Goal, Level, PaceName, Versioned
from planner.logs.log import LoggedSession
from planner.progress.adherence import Adherence, Planned, adherence
from planner.progress.clock import PersonalClock, learned_clock
from planner.progress.exposures import day_of, in_order, unknown_sets
from planner.progress.maxima import Maximum, maxima
from planner.progress.records import Record, records
from planner.progress.stalls import Proposal, readiness, stalls
from planner.progress.volume import Aim, WeekSets, week_sets


@dataclass(frozen=True)
class Reader:
    """For whom a log is read, and what is to be said.

    Attributes
    ----------
    wanted
        The sets a week that are aimed at.
    planned
        What was planned, on its dates.
    body_kg
        The body's mass, for lifts that move it too.
    since
        Weeks, records, plans and the history of maxima from this day on. A maximum is always
        from the whole log.
    lifts
        The exercises that maxima, records and proposals are wanted of; None for all.
    """

    goal: Goal = "hypertrophy"
    level: Level = "intermediate"
    pace: PaceName = "typical"
    wanted: tuple[Aim, ...] = ()
    planned: tuple[Planned, ...] = ()
    body_kg: float | None = None
    since: date | None = None
    lifts: Collection[str] | None = None


class ProgressReport(Versioned):
    """What a training log says.

    Attributes
    ----------
    first, last
        The days of the first and the last session that is shown.
    unknown_sets
        Sets of exercises that the catalogue does not know; they count for nothing.
    undated_sessions
        Sessions without a date, which count for nothing either.
    adherence
        None where no plan was given.
    """

    schema_: Literal["progress/1"] = Field(default="progress/1", alias="schema")
    first: date | None
    last: date | None
    sessions: int
    sets: int
    unknown_sets: int = 0
    undated_sessions: int = 0
    maxima: tuple[Maximum, ...] = ()
    records: tuple[Record, ...] = ()
    aims: tuple[Aim, ...] = ()
    weeks: tuple[WeekSets, ...] = ()
    adherence: Adherence | None = None
    proposals: tuple[Proposal, ...] = ()
    clock: PersonalClock


def progress_report(sessions: Iterable[LoggedSession], catalog: Catalog,
                    reader: Reader | None = None) -> ProgressReport:
    """Return what sessions say, wherever they come from."""
    to = reader or Reader()
    every = tuple(sessions)
    dated = in_order(every)
    shown = in_order(dated, to.since)
    planned = [p for p in to.planned if to.since is None or p.on >= to.since]
    found = maxima(dated, catalog, to.body_kg)
    proposals = sorted((*stalls(dated, catalog, found, to.level),
                        *readiness(dated, to.planned, catalog)), key=lambda p: p.exercise)
    best = records(dated, catalog, to.body_kg)
    weeks = week_sets(dated, catalog, to.wanted, to.goal, to.level)
    return ProgressReport(
        first=_day(shown, 0), last=_day(shown, -1), sessions=len(shown),
        sets=sum(len(entry.sets) for session in shown for entry in session.entries),
        unknown_sets=unknown_sets(shown, catalog), undated_sessions=len(every) - len(dated),
        maxima=tuple(_since(one, to.since) for one in found if _wanted(one.exercise, to)),
        records=tuple(one for one in best if _wanted(one.exercise, to)
                      and (to.since is None or one.on >= to.since)),
        aims=to.wanted,
        weeks=tuple(week for week in weeks if to.since is None or week.monday >= to.since
                    or week.monday == weeks[-1].monday),
        adherence=adherence(shown, planned) if planned else None,
        proposals=tuple(one for one in proposals if _wanted(one.exercise, to)),
        clock=learned_clock(dated, catalog, to.goal, to.pace))


def _day(sessions: Sequence[LoggedSession], at: int) -> date | None:
    return day_of(sessions[at]) if sessions else None


def _wanted(exercise: str, to: Reader) -> bool:
    return to.lifts is None or exercise in to.lifts


def _since(one: Maximum, since: date | None) -> Maximum:
    """Return a maximum with its history from a day on."""
    if since is None:
        return one
    return one.model_copy(update={"history": tuple(p for p in one.history if p.on >= since)})
