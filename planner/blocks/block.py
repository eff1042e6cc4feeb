"""Planning several weeks: mesocycles that load and unload, from one plan each."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

from pydantic import Field

from planner.answers.improving.nearest import nearest
from planner.answers.trial.opened_plan import Opened, open_plan, revised
from planner.blocks.wave import FEWEST, MOST, WaveWeek, WeekKind, wave
from planner.blocks.week import shaped
from planner.catalog import Catalog
from planner.catalog.words import Model, Versioned
from planner.judge.audit import broken_musts, ledger, worth
from planner.plans.make import plan, rule_book
from planner.plans.schema import Plan
from planner.problem.build import build_problem
from planner.problem.problem import Problem
from planner.problem.top_set import with_top_sets
from planner.request.arguments import catalog_of, whole
from planner.request.errors import NoPlanInTime
from planner.request.request import Request, Wanted, as_request, normalise
from planner.rules import Rule
from planner.workout.dose import QUARTERS, half_up
from planner.workout.session_seconds import session_seconds
from planner.workout.timing import Timing
from planner.workout.workout import Workout

SECONDS_A_WEEK = 1.5
"""The most seconds of search for each week of a mesocycle."""

MENDING_S = 1.5
"""The most seconds of search for a week whose sets do not keep the rules at once."""

STEP_MIN = 5
"""Minutes of a lighter week are given in steps of so many."""


class BlockWeek(Model):
    """One week of a block.

    Attributes
    ----------
    mesocycle
        Weeks of one mesocycle have the same exercises; the first is 1.
    """

    week: int
    kind: WeekKind
    mesocycle: int = 1
    plan: Plan


class Block(Versioned):
    """Several weeks, each a plan that is audited by itself.

    Attributes
    ----------
    request
        What a week was asked to be.
    bases
        The weeks that fill the minutes, which the others are made from.
    done, missed
        How many weeks lie behind: trained as planned, and missed since.
    """

    schema_: Literal["block/1"] = Field(default="block/1", alias="schema")
    request: Request
    weeks: tuple[BlockWeek, ...]
    bases: tuple[Plan, ...] = ()
    done: int = 0
    missed: int = 0
    notes: tuple[str, ...] = ()


def block(request: Request | Mapping[str, Any], weeks: int = 8, catalog: Catalog | None = None,
          rules: Sequence[Rule] = ()) -> Block:
    """Plan several weeks: mesocycles of accumulation, intensification and a deload.

    A week that fills the minutes is planned for each mesocycle. Main lifts stay for the whole
    block, accessories change from one mesocycle to the next. The weeks of a mesocycle are made
    from its week: sets, reserve and repetitions follow the wave of the goal
    (``catalog/blocks.yaml``). The goals of a week follow it as well, and every week is audited.

    Parameters
    ----------
    request
        What a week is for. Its limits are those of one search, at most 1.5 s for each week of a
        mesocycle.
    weeks
        How many, 2 to 52.

    Raises
    ------
    InputError
        The request or the number of weeks is wrong.
    Infeasible, NoPlanInTime
        As `plan` does.
    """
    catalog = catalog_of(catalog)
    count = whole(weeks, FEWEST, MOST, "weeks")
    asked = normalise(as_request(request), catalog, (r.id for r in rules))
    shape = wave(count, asked.goal, catalog)
    bases = _bases(asked, shape, catalog, rules)
    return Block(request=asked, weeks=filled(bases, shape, rules),
                 bases=tuple(base.plan for base in bases))


def filled(bases: Sequence[Opened], shape: Sequence[WaveWeek],
           rules: Sequence[Rule]) -> tuple[BlockWeek, ...]:
    """Return the weeks of a wave, made from the weeks that fill the minutes; alike weeks once."""
    book = rule_book(rules)
    made: dict[tuple[object, ...], Plan] = {}
    found: list[BlockWeek] = []
    for week in shape:
        at = week.mesocycle % len(bases)
        most = None
        if week.kind == "deload" and found:
            percent = bases[at].catalog.blocks.deload.most_percent
            most = work_sets(found[-1].plan) * percent // 100
        key = (at, week.kind, week.sets_percent, week.rir_more, week.reps_more, most)
        if key not in made:
            made[key] = _week(bases[at], week, book, most)
        found.append(BlockWeek(week=week.week, kind=week.kind, mesocycle=week.mesocycle + 1,
                               plan=made[key]))
    return tuple(found)


def work_sets(plan: Plan) -> int:
    """Return the sets of work of a plan."""
    return sum(e.sets for s in plan.sessions for e in s.entries if e.phase == "work")


def _bases(asked: Request, shape: Sequence[WaveWeek], catalog: Catalog,
           rules: Sequence[Rule]) -> list[Opened]:
    """Return the weeks that fill the minutes: one, or two with other accessories."""
    lasting = sum(week.mesocycle == 0 for week in shape)
    limits = asked.limits.model_copy(update={
        "seconds": min(asked.limits.seconds, SECONDS_A_WEEK * lasting)})
    once = asked.model_copy(update={"top_set": False, "limits": limits})
    first = open_plan(plan(once, catalog, rules).model_copy(update={"request": asked}), catalog,
                      rules)
    if lasting == len(shape):
        return [first]
    entries = [(s.id, i) for s in first.workout.sessions for i in s.work]
    mains = {i.exercise.id for _, i in entries if i.exercise.rest_class == "heavy_compound"} | {
        s.work[0].exercise.id for s in first.workout.sessions if s.work}
    named = {pin.exercise for pin in asked.include}
    pins = [{"exercise": i.exercise.id, "day": day} for day, i in entries
            if i.exercise.id in mains and i.exercise.id not in named]
    others = {i.exercise.id for _, i in entries} - mains - named - set(asked.likes)
    again = once.model_copy(update={
        "dislikes": tuple(sorted({*asked.dislikes, *others}))})
    again = again.model_copy(update={"include": (
        *asked.include, *as_request({**_bare(again), "include": pins}).include)})
    second = plan(again, catalog, rules)
    plain = second.model_copy(update={"request": first.plan.request})
    return [first, open_plan(plain, catalog, rules)]


def _bare(request: Request) -> dict[str, Any]:
    return {"sessions": [{"day": s.day, "minutes": s.minutes} for s in request.sessions]}


def _week(base: Opened, week: WaveWeek, rules: Sequence[Rule], most: int | None) -> Plan:
    """Return a week of a block as a plan."""
    started = time.monotonic()
    p = base.problem
    goals = {g.id: Wanted(min=_share(g.min, week), target=_share(g.target, week),
                          max=g.max / QUARTERS, weight=g.weight) for g in p.goals}
    asked = p.request.model_copy(update={"coverage": goals})
    problem = build_problem(asked, base.catalog, rules)
    done = _kept(base, problem, shaped(base.workout, problem, week, most), started)
    if week.kind == "deload":
        problem = build_problem(_shorter(asked, done, problem.timing), base.catalog, rules)
    elif asked.top_set:
        done = with_top_sets(done, problem)
    return revised(base, done, (), started, problem, ())


def _kept(base: Opened, p: Problem, done: Workout, started: float) -> Workout:
    """Return a week that keeps the must rules: as it is, or the nearest one."""
    rows = ledger(done, p, base.rules)
    if not broken_musts(rows):
        return done
    opened = replace(base, problem=p, workout=done, rows=rows, worth=worth(done, p, rows))
    found = nearest(opened, started, MENDING_S)
    if found is None:
        raise NoPlanInTime("no lighter week keeps the rules; make those that must hold wishes")
    return found


def _share(quarters: int, week: WaveWeek) -> float:
    """Return a figure of a goal in sets, its share in a week, in half sets."""
    return half_up(2 * quarters * week.sets_percent / 100 / QUARTERS) / 2


def _shorter(asked: Request, done: Workout, timing: Timing) -> Request:
    """Return a request whose sessions have the minutes that they take."""
    sessions = []
    for session, page in zip(asked.sessions, done.sessions, strict=True):
        takes = -(-session_seconds(page.entries, timing) // (60 * STEP_MIN)) * STEP_MIN
        sessions.append(session.model_copy(update={"minutes": min(session.minutes, takes)}))
    return asked.model_copy(update={"sessions": tuple(sessions)})
