"""A pool of candidates for large catalogues: the likeliest of many.

With hundreds of candidates a session the model would be larger than the time
that a person waits. The pool keeps, per session, whatever was asked for by
name, the best few of every movement pattern and of every goal; what is decided
within it is a plan of the whole, but only a tier that reaches its least
possible value is proved.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace

from planner.fitness import entry_cost, patterns, warm_up_cost
from planner.problem import Option, Problem, SessionProblem, WarmUpPart
from planner.solve.relaxation import Relaxation

POOL_FROM = 80
"""In a week, sessions with fewer candidates are searched whole."""

POOL_ONE_FROM = 150
"""The same for a single session."""

WIDTHS = ((1, 2), (2, 6))
"""How many of each pattern and goal: few at first, more where the few hold no plan."""

MAIN_LIFTS = 4

FEW = 25
"""Sessions with fewer candidates are solved as they are."""

MORE_WARM_UPS = 2
"""Warm-ups that a start is offered beside those that it needs."""

SOME = 1e-4
"""Share from which on the linear program is said to choose an option."""


def plainly_warmed(problem: Problem) -> Problem:
    """Return a problem with few warm-ups: what the first two tiers can be is the same.

    These tiers know of a warm-up only how long it takes to set up, and the rules on
    it only what it asks of the back. The few that are kept are as quick and as light
    as any that is left out; where that is not so all are kept.
    """
    sessions = tuple(replace(s, warm_up=tuple(_plain(problem, s, part) for part in s.warm_up))
                     for s in problem.sessions)
    return replace(problem, sessions=sessions, whole=problem.whole or problem)


def _plain(problem: Problem, session: SessionProblem, part: WarmUpPart) -> WarmUpPart:
    def effort(option: Option) -> tuple[int, int]:
        return option.exercise.strain.lumbar, option.clock.lead_in_s

    count = len(part.holds)
    ranked = sorted(part.options, key=lambda o: (
        not problem.pinned(session, o.id), *effort(o), warm_up_cost(problem, o.exercise), o.id))
    few, others = ranked[:count + MORE_WARM_UPS], ranked[count + MORE_WARM_UPS:]
    light, quick = (max((effort(o)[k] for o in few), default=0) for k in (0, 1))
    if any(effort(o)[0] < light or effort(o)[1] < quick for o in others):
        return part
    kept = {o.id for o in few}
    return replace(part, options=tuple(o for o in part.options if o.id in kept))


def everything(problem: Problem) -> list[frozenset[str]]:
    """Return all candidates, by session."""
    return [frozenset(o.id for o in s.options) for s in problem.sessions]


def joined(buckets: Sequence[Sequence[frozenset[str]]]) -> list[frozenset[str]]:
    """Return all that buckets offer, by session."""
    return [frozenset().union(*ids) for ids in zip(*buckets, strict=True)]


def crowded(problem: Problem) -> bool:
    """Whether a problem has too many candidates to be searched whole."""
    return any(_many(problem, s) for s in problem.sessions)


def kernels(problem: Problem, relaxation: Relaxation,
            steps: Sequence[int]) -> list[list[frozenset[str]]]:
    """Return by session what the linear program chooses, then with more of the lowest price.

    Parameters
    ----------
    steps
        How many options are added each time, the first time to what is chosen.
    """
    found: list[list[frozenset[str]]] = [[] for _ in steps]
    for session in problem.sessions:
        price = {o.id: relaxation.price[session.index, o.id] for o in session.options}
        chosen = frozenset(o.id for o in session.options
                           if o.pinned or relaxation.share[session.index, o.id] > SOME)
        others = sorted(price.keys() - chosen, key=lambda i: (price[i], i))
        at = 0
        for kernel, step in zip(found, steps, strict=True):
            kernel.append(chosen | set(others[at:at + step]))
            at += step
    return found


def likeliest(problem: Problem, width: tuple[int, int]) -> list[frozenset[str]]:
    """Return the pool of every session; sessions with the same candidates share one."""
    known: dict[Hashable, frozenset[str]] = {}
    found = []
    for session in problem.sessions:
        key = (session.main_class, tuple((o.id, o.pinned) for o in session.options))
        if key not in known:
            known[key] = pool(problem, session, width)
        found.append(known[key])
    return found


def _many(problem: Problem, session: SessionProblem) -> bool:
    return len(session.options) > (POOL_FROM if len(problem.sessions) > 1 else POOL_ONE_FROM)


def pool(problem: Problem, session: SessionProblem,
         width: tuple[int, int] = WIDTHS[-1]) -> frozenset[str]:
    """Return the likeliest candidates of a session, all of them where they are few.

    Parameters
    ----------
    width
        How many of each pattern and of each goal.
    """
    per_pattern, per_goal = width
    if not _many(problem, session):
        return frozenset(o.id for o in session.options)
    cost = {o.id: entry_cost(problem, session, o.exercise) for o in session.options}
    time = {o.id: (o.clock.work_s + o.clock.rest_s) / (sum(o.gives.values()) or 0.5)
            for o in session.options}

    def by_cost(option: Option) -> tuple[int, float, str]:
        return cost[option.id], time[option.id], option.id

    def by_time(option: Option) -> tuple[float, int, str]:
        return time[option.id], cost[option.id], option.id

    chosen = {o.id for o in session.options if o.pinned or o.id in problem.request.likes}
    main = [o for o in session.options
            if o.exercise.compound and o.exercise.rest_class == session.main_class]
    chosen.update(o.id for o in sorted(main, key=by_time)[:MAIN_LIFTS])
    chosen.update(o.id for o in sorted(main, key=by_cost)[:MAIN_LIFTS])
    for options in patterns(session).values():
        for kind in (True, False):
            alike = [o for o in options if o.exercise.compound is kind]
            chosen.update(o.id for o in sorted(alike, key=by_cost)[:per_pattern])
    for goal in problem.goals:
        useful = [o for o in session.options if goal.id in o.gives]
        most = max((o.gives[goal.id] for o in useful), default=0)
        direct = [o for o in useful if o.gives[goal.id] == most]
        chosen.update(o.id for o in sorted(direct, key=by_cost)[:per_goal])
        chosen.update(o.id for o in sorted(useful, key=by_time)[:per_goal])
    return frozenset(chosen)
