"""Weekly fractional sets against the goals.

A set counts as in a plan: by the involvement of the muscles and by what the exercise is worth for
the goal (`planner.workout.dose`). What a set to warm up or a drop set counts is in the data.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from planner.catalog import Catalog
from planner.catalog.words import Goal, Id, Level, Model
from planner.logs.log import LoggedSession
from planner.problem.goals import CoverageGoal, goal_ids, goals
from planner.progress.exposures import day_of, in_order
from planner.request.request import Request
from planner.workout.dose import QUARTERS, credit, involvements, quarters

DAYS = 7


class Aim(Model):
    """The fractional sets a week that are wanted of a group, muscle, pattern or family."""

    id: Id
    min: float
    target: float
    max: float


class WeekSets(Model):
    """What was done in the week that begins on a Monday.

    Attributes
    ----------
    sets
        Fractional sets by the id of an aim or, without aims, of a group.
    whole
        Whether the log covers all of it: nothing before the first session or after the last.
    """

    monday: date
    sessions: int
    sets: dict[Id, float]
    whole: bool = True


def monday_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def aims_of(request: Request, catalog: Catalog) -> tuple[Aim, ...]:
    """Return what a normalised request wants of a week.

    A goal can be trained on as many days as have sessions for it: those without a focus of their
    own, and those whose focus names it.
    """
    days = {}
    for name in goal_ids(request, catalog):
        group = catalog.muscle_by_id[name].group if name in catalog.muscle_by_id else name
        days[name] = len({s.day for s in request.sessions
                          if not s.focus or {name, group} & set(s.focus)})
    return aims(goals(request, catalog, days))


def aims(found: Iterable[CoverageGoal]) -> tuple[Aim, ...]:
    """Return goals, which are in quarter sets, as aims."""
    return tuple(Aim(id=g.id, min=g.min / QUARTERS, target=g.target / QUARTERS,
                     max=g.max / QUARTERS) for g in found)


def week_sets(sessions: Iterable[LoggedSession], catalog: Catalog, wanted: Sequence[Aim] = (),
              goal: Goal = "hypertrophy", level: Level = "intermediate") -> tuple[WeekSets, ...]:
    """Return every week from the first session to the last, those without a session too.

    Parameters
    ----------
    wanted
        What is counted; without any it is the groups of the whole body.
    goal, level
        For whom a set is counted.
    """
    done = in_order(sessions)
    if not done:
        return ()
    names = [aim.id for aim in wanted] or [g.id for g in catalog.groups if g.whole_body]
    first, last = _day(done[0]), _day(done[-1])
    found: dict[date, dict[str, float]] = {}
    counts: dict[date, int] = {}
    worth = _Worth(catalog, names, goal, level)
    for session in done:
        monday = monday_of(_day(session))
        counts[monday] = counts.get(monday, 0) + 1
        got = found.setdefault(monday, dict.fromkeys(names, 0.0))
        for entry in session.entries:
            if entry.exercise in catalog.exercise_by_id:
                many = sum(catalog.estimates.set_worth[one.kind] for one in entry.sets)
                for name, value in worth.of(entry.exercise or "").items():
                    got[name] += many * value
    weeks, monday = [], monday_of(first)
    while monday <= last:
        sets = {name: value / QUARTERS for name, value in found.get(monday, {}).items()}
        weeks.append(WeekSets(
            monday=monday, sessions=counts.get(monday, 0),
            sets={name: sets.get(name, 0.0) for name in names},
            whole=first <= monday and last >= monday + timedelta(days=DAYS - 1)))
        monday += timedelta(days=DAYS)
    return tuple(weeks)


def _day(session: LoggedSession) -> date:
    day = day_of(session)
    assert day is not None
    return day


class _Worth:
    """The quarter sets that a set of each exercise gives, each looked up once."""

    def __init__(self, catalog: Catalog, names: Sequence[str], goal: Goal, level: Level) -> None:
        self._catalog, self._names, self._goal, self._level = catalog, names, goal, level
        self._known: dict[str, Mapping[str, int]] = {}

    def of(self, name: str) -> Mapping[str, int]:
        """Return them by what is counted."""
        if name not in self._known:
            exercise = self._catalog.exercise_by_id[name]
            trained = involvements(self._catalog, exercise)
            worth = credit(self._catalog, exercise, self._goal, self._level)
            given = {goal: quarters(self._catalog, exercise, goal, worth, trained[goal])
                     for goal in self._names if goal in trained}
            self._known[name] = {goal: value for goal, value in given.items() if value}
        return self._known[name]
