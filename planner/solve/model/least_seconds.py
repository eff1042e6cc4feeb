"""The seconds of a session: with every entry alone, and a lower bound for any supersets.

Claim. Book half of what a superset saves on each of its two entries. An entry ``a`` of ``r`` sets
is then booked at most ``L_a + (r - 1) R_a - r move``, halved, where ``L_a`` and ``R_a`` are the
most that ``a`` can share of a lead-in and of a rest with any partner it may have
(`_longest_shared`). The longest lead-in and the longest rest may come from two partners, and the
entry may have no partner at all, so the sum over all entries is a lower bound of the seconds.

``twice_least`` doubles everything, so that halves are whole numbers. It takes ``move`` off only
as far as ``R_a`` reaches. An entry alone is not booked too little by that: a lead-in is at least as
long as a rest (`planner.workout.timing`), so ``L_a >= R_a``.
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
"""Twice the least seconds by exercise: for the entry, and for each set."""


class Chosen(Protocol):
    """A model with a variable for each option, and one for its sets."""

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
    """Return twice the lower bound of a session's seconds, as terms and a constant."""
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
    """Return twice the least seconds of each option of a session, for an entry and for a set.

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
    lead, rest = (_longest_shared(problem, free, rules, _lead_in_s),
                  _longest_shared(problem, free, rules, _rest_s))
    move = problem.timing.move_s
    for option in free:
        entry, each = alone[option.id]
        saves_lead, saves_rest = lead[option.id], rest[option.id]
        alone[option.id] = (entry - saves_lead + saves_rest, each - max(0, saves_rest - move))
    return alone


def _lead_in_s(clock: Clock) -> int:
    return clock.lead_in_s


def _rest_s(clock: Clock) -> int:
    return clock.rest_s


def _longest_shared(problem: Problem, options: Sequence[Option], rules: Sequence[PairRule],
             length: Callable[[Clock], int]) -> dict[str, int]:
    """Return by option the most of a length that it can share with a partner.

    That is the greatest ``min(length_a, length_b)`` over all allowed partners ``b``. It grows with
    ``length_b``, so the first allowed partner in the order of length gives it.
    """
    ranked = sorted(options, key=lambda o: (-length(o.clock), o.id))
    return {a.id: next((min(length(a.clock), length(b.clock)) for b in ranked
                        if b is not a and _may_pair(problem, a, b, rules)), 0) for a in options}


def _may_pair(problem: Problem, a: Option, b: Option, rules: Sequence[PairRule]) -> bool:
    return not any(rule.bars_pair(problem, a.exercise, b.exercise, a.equipment, b.equipment)
                   for rule in rules)
