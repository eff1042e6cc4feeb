"""How long a session takes: every entry alone, or at the least in any superset.

A superset saves the shorter of two set-ups and, each round but the first, the
shorter of two rests, less the way between the two. Half of that is booked on
each partner. What a partner may save is bounded by the longest rest among those
it may be paired with: the heaviest lifts, which are never paired with each
other, save no more of their long rests than the other entry has.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from planner.problem.option import Option
from planner.problem.problem import Problem, SessionProblem
from planner.problem.warm_up import warm_up_s
from planner.rules.protocol import PairRule, Rule
from planner.workout.timing import Clock

Seconds = dict[str, tuple[int, int]]
"""Twice the least seconds by exercise: for being there, and for every set."""


class Chosen(Protocol):
    """Variables of what a session holds, of whichever kind they are."""

    problem: Problem

    def x(self, option: Option) -> Any:
        """Return 1 where the option is chosen, else 0."""

    def n(self, option: Option) -> Any:
        """Return its sets."""


def alone_terms(m: Chosen, session: SessionProblem) -> tuple[list[tuple[int, Any]], int]:
    """Return the seconds of a session without supersets, as terms and a constant."""
    terms: list[tuple[int, Any]] = []
    for o in session.options:
        terms += [(o.clock.entry_s, m.x(o)), (o.clock.set_s, m.n(o))]
    return terms, warm_up_s(m.problem, session)


def twice_least_terms(m: Chosen, session: SessionProblem,
                      rules: Sequence[PairRule]) -> tuple[list[tuple[int, Any]], int]:
    """Return twice what a session takes at least in any supersets, as terms and a constant."""
    terms: list[tuple[int, Any]] = []
    least = twice_least(m.problem, session, rules)
    for o in session.options:
        entry, each = least[o.id]
        terms += [(entry, m.x(o)), (each, m.n(o))]
    return terms, 2 * warm_up_s(m.problem, session)


def pair_rules(problem: Problem, rules: Sequence[Rule]) -> tuple[PairRule, ...]:
    """Return the must rules that say which two exercises may be a superset."""
    return tuple(r for r in rules if isinstance(r, PairRule)
                 and problem.setting(r.id).severity == "must")


def twice_least(problem: Problem, session: SessionProblem,
                rules: Sequence[PairRule]) -> Seconds:
    """Return twice what each option of a session takes at least, for an entry and for a set.

    Parameters
    ----------
    rules
        The must rules on pairs.
    """
    alone = {o.id: (2 * o.clock.entry_s, 2 * o.clock.set_s) for o in session.options}
    if problem.request.supersets == "never":
        return alone
    barred = {name for rule in rules for name in rule.apart(problem, session).alone}
    free = [o for o in session.options if o.id not in barred]
    lead, rest = _longest(problem, free, rules, _lead), _longest(problem, free, rules, _rest)
    move = problem.catalog.timing.superset_move_s
    for option in free:
        entry, each = alone[option.id]
        saves_lead, saves_rest = lead[option.id], rest[option.id]
        alone[option.id] = (entry - saves_lead + saves_rest, each - max(0, saves_rest - move))
    return alone


def _lead(clock: Clock) -> int:
    return clock.lead_in_s


def _rest(clock: Clock) -> int:
    return clock.rest_s


def _longest(problem: Problem, options: Sequence[Option], rules: Sequence[PairRule],
             length: Callable[[Clock], int]) -> dict[str, int]:
    """Return per option the most of a length that it can share with a partner."""
    ranked = sorted(options, key=lambda o: (-length(o.clock), o.id))
    return {a.id: next((min(length(a.clock), length(b.clock)) for b in ranked
                        if b is not a and _may(problem, a, b, rules)), 0) for a in options}


def _may(problem: Problem, a: Option, b: Option, rules: Sequence[PairRule]) -> bool:
    return not any(rule.bars_pair(problem, a.exercise, b.exercise, a.equipment, b.equipment)
                   for rule in rules)
