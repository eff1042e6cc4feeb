"""What time buys: the sets missing to the targets as a curve over minutes, or over sessions.

All points are judged by the goals of the most time. A plan for less time can be done with more
time, so each point is the best plan for at most that much time. The curve therefore never rises,
even where a search stops unproved.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile
from typing import Any, Literal

from pydantic import Field

from planner.catalog import Catalog
from planner.catalog.body import so_many
from planner.catalog.words import Model, Versioned
from planner.judge.audit import broken_musts, ledger, worth
from planner.plans.make import rule_book
from planner.problem.build import build_problem
from planner.problem.goals import CoverageGoal
from planner.problem.problem import Problem
from planner.problem.tally import tally
from planner.request.arguments import catalog_of, whole
from planner.request.arguments import seconds as seconds_of
from planner.request.days import spread
from planner.request.errors import InputError, PlanBug
from planner.request.request import DAYS, Request, Wanted, as_request, normalise, session_ids
from planner.rules import Rule
from planner.workout.dose import QUARTERS
from planner.workout.session_seconds import session_seconds
from planner.workout.workout import Workout, WorkoutSession

DEFAULT_SECONDS = 2.0
DEFAULT_STEP = 5
MOST_POINTS = 40
NEARLY = 0.1
"""More time hardly helps where at most this share of the whole gain is still to come."""


class Point(Model):
    """The best plan found for at most so many minutes a session, or so many sessions.

    Attributes
    ----------
    at
        Minutes a session, or sessions.
    missing
        Weighted quarter sets missing to the targets; None where there is no plan.
    coverage, quality
        The first two tiers of the plan.
    proved
        Whether nothing is missing, or no plan from the shortlist is better in these two tiers;
        without a plan, whether there is none.
    reached
        The reached share of all targets, 0 to 1.
    minutes
        Minutes that the plan takes in all.
    carried
        The smaller budget whose plan this is, where no better one was found.
    gain
        Weighted quarter sets gained against the point before.
    """

    at: int
    missing: int | None
    coverage: int | None = None
    quality: int | None = None
    proved: bool = False
    reached: float | None = None
    minutes: float | None = None
    carried: int | None = None
    gain: int | None = None


class Tradeoff(Versioned):
    """A curve, and sentences on what further time is worth."""

    schema_: Literal["tradeoff/1"] = Field(default="tradeoff/1", alias="schema")
    by: Literal["minutes", "sessions"]
    points: tuple[Point, ...]
    says: tuple[str, ...]


OnPoint = Callable[[Point], None]


def tradeoff(request: Request | Mapping[str, Any], minutes: tuple[int, int] | None = None,
             sessions: tuple[int, int] | None = None, step: int = DEFAULT_STEP,
             seconds: float = DEFAULT_SECONDS, catalog: Catalog | None = None,
             rules: Sequence[Rule] = (), on_point: OnPoint | None = None) -> Tradeoff:
    """Return what each further step of time buys.

    Parameters
    ----------
    minutes
        Fewest and most minutes of every session, in steps of ``step``.
    sessions
        Fewest and most sessions, each like the request's first one.
    seconds
        Seconds of search at each point.
    on_point
        Called with every point when it is found.

    Raises
    ------
    InputError
        Neither or both ranges are given, or one is out of bounds.
    Infeasible
        No point has a plan.
    """
    seconds, step = seconds_of(seconds), whole(step, 1, 600, "step")
    catalog = catalog_of(catalog)
    book = rule_book(rules)
    asked = normalise(as_request(request), catalog, (r.id for r in rules))
    if (minutes is None) == (sessions is None):
        raise InputError("give a range of minutes or of sessions, one of them", "minutes")
    if minutes is not None:
        places = _places(minutes, step, 1, 600, "minutes")
        requests = _same_goals([_minutes(asked, at) for at in places], catalog, book)
    else:
        assert sessions is not None
        places = _places(sessions, 1, 1, 14, "sessions")
        requests = _same_goals([_spread(asked, at) for at in places], catalog, book)
    points: list[Point] = []
    curve = _Curve(catalog, book, seconds, tuple(r.id for r in rules))
    for at, one in zip(places, requests, strict=True):
        points.append(curve.next(at, one))
        if on_point is not None:
            on_point(points[-1])
    if all(p.missing is None for p in points):
        from planner.plans.make import plan

        plan(requests[-1], catalog, rules)  # says why there is none
    by: Literal["minutes", "sessions"] = "minutes" if minutes is not None else "sessions"
    weighted = any(w.weight != 1 for w in requests[-1].coverage.values())
    return Tradeoff(by=by, points=tuple(points), says=tuple(says(points, by, weighted)))


def _places(asked: tuple[int, int], step: int, least: int, most: int, where: str) -> list[int]:
    low, high = asked
    if not least <= low <= high <= most or step < 1:
        raise InputError(f"expected a range such as 20..90 within {least} to {most}, "
                         f"found {low}..{high}", where)
    places = list(range(low, high + 1, step))
    if len(places) > MOST_POINTS:
        raise InputError(f"{len(places)} points are too many, at most {MOST_POINTS}; "
                         "take a longer step", where)
    return places


def _minutes(request: Request, minutes: int) -> Request:
    """Return the request with so many minutes in every session; the warm-up stays as written."""
    sessions = tuple(s.model_copy(update={"minutes": minutes, "warm_up": None})
                     for s in request.sessions)
    return request.model_copy(update={"sessions": sessions})


def _same_goals(made: Sequence[Request], catalog: Catalog,
                book: Sequence[Rule]) -> list[Request]:
    """Return the requests with the goals of the last one, which has the most time."""
    own = [r.id for r in book]
    last = build_problem(normalise(made[-1], catalog, own), catalog, book)
    wanted = {g.id: _wanted(g) for g in last.goals}
    return [m.model_copy(update={"coverage": wanted}) for m in made]


def _spread(request: Request, count: int) -> Request:
    if count == len(request.sessions):
        return request
    first = request.sessions[0]
    places = spread(count)
    blank = [first.model_copy(update={"day": DAYS[i], "id": None}) for i in places]
    named = [s.model_copy(update={"id": n}) for s, n in zip(blank, session_ids(blank), strict=True)]
    pins = tuple(p for p in request.include if p.day in (
        None, *(s.id for s in named), *(s.day for s in named)))
    return request.model_copy(update={"sessions": tuple(named), "include": pins})


def _wanted(goal: CoverageGoal) -> Wanted:
    return Wanted(min=goal.min / QUARTERS, target=goal.target / QUARTERS,
                  max=goal.max / QUARTERS, weight=goal.weight)


class _Curve:
    """The points so far; the plan of the last one is also a plan for the next."""

    def __init__(self, catalog: Catalog, book: Sequence[Rule], seconds: float,
                 own: Sequence[str]) -> None:
        self.catalog, self.book, self.seconds, self.own = catalog, book, seconds, own
        self.last: Point | None = None
        self.sessions: dict[str, WorkoutSession] = {}

    def next(self, at: int, request: Request) -> Point:
        """Return the next point: the plan that is found, or the last one where that is better."""
        p = build_problem(normalise(request, self.catalog, self.own), self.catalog, self.book)
        found, proved = self._solved(p)
        before = self.last if self.last and self.last.missing is not None else None
        if found is None:
            point = Point(at=at, missing=None, proved=proved)
        else:
            point = self._point(at, found, p, proved)
        if before is not None and (point.missing is None
                                   or point.missing > (before.missing or 0)):
            point = before.model_copy(update={
                "at": at, "carried": before.carried or before.at, "proved": False})
        elif found is not None:
            self.sessions = {v.id: v for v in found.sessions}
        if before is not None and point.missing is not None:
            point = point.model_copy(update={
                "gain": (before.missing or 0) - point.missing})
        self.last = point
        return point

    def _solved(self, p: Problem) -> tuple[Workout | None, bool]:
        from planner.solve import Control, NoSolution, solve_from

        control = Control(self.seconds, p.request.limits.workers, p.request.seed,
                          time.monotonic())
        old = {s.index: self.sessions[s.id] for s in p.sessions if s.id in self.sessions}
        found = solve_from(p, self.book, control, old, quick=True)
        if isinstance(found, NoSolution):
            return None, found.reason == "infeasible"
        return found.workout, all(t.proved for t in found.tiers[:2])

    def _point(self, at: int, w: Workout, p: Problem, proved: bool) -> Point:
        rows = ledger(w, p, self.book)
        broken = broken_musts(rows)
        if broken:
            raise PlanBug("; ".join(f"{r.rule} ({r.where}): {r.says}" for r in broken))
        value = worth(w, p, rows)
        got = tally(w, p)
        missing = sum(g.weight * max(0, g.target - got[g.id]) for g in p.goals)
        targets = sum(g.target for g in p.goals)
        met = sum(min(g.target, got[g.id]) for g in p.goals)
        taken = sum(session_seconds(v.entries, p.timing) for v in w.sessions)
        return Point(at=at, missing=missing, coverage=value.coverage,
                     quality=value.quality, proved=proved or missing == 0,
                     reached=round(met / targets, 4) if targets else 1.0,
                     minutes=round(taken / 60, 1))


def says(points: Sequence[Point], by: str, weighted: bool = False) -> list[str]:
    """Return sentences on what further time is worth along a curve.

    Parameters
    ----------
    weighted
        Whether what is missing counts some goals more than others.
    """
    unit = "weighted quarter set" if weighted else "quarter set"
    known = [p for p in points if p.missing is not None]
    without = list(takewhile(lambda p: p.missing is None, points))
    none = "there is no plan" if all(p.proved for p in without) else "no plan was found in time"
    if not known:
        return [f"From {points[0].at} to {points[-1].at} {by} {none}."]
    said = [f"Below {known[0].at} {by} {none}."] if without else []
    first, last = known[0].missing or 0, known[-1].missing or 0
    whole = first - last
    if whole <= 0:
        are = so_many(last, f"{unit} is", f"{unit}s are")
        return [*said, f"More {by} bring the targets no nearer: {are} missing throughout."]
    best = max((p for p in known if p.gain), key=lambda p: (p.gain or 0, -p.at))
    before = known[known.index(best) - 1]
    said.append(f"The step from {before.at} to {best.at} {by} is worth most: "
                f"{so_many(best.gain or 0, unit)} of {whole} in all.")
    knee = next(p for p in known if (p.missing or 0) - last <= NEARLY * whole)
    if knee.at < known[-1].at:
        left = (knee.missing or 0) - last
        said.append(f"From {knee.at} {by} on, more buys little: {so_many(left, unit)} "
                    f"up to {known[-1].at}." if left else
                    f"From {knee.at} {by} on, more brings the targets no nearer.")
    if last == 0:
        done = next(p for p in known if p.missing == 0)
        said.append(f"At {done.at} {by} every target is reached.")
    return said


