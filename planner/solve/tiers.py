"""The five tiers as expressions, most important first; all are minimised."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import gcd
from typing import Any

from planner import fitness as fit
from planner.problem import SessionProblem
from planner.solve.model import MUCH, ModelBuilder


@dataclass(frozen=True)
class Objective:
    """One tier: its expression and a lower bound that needs no search."""

    name: str
    expr: Any
    floor: int = 0

    @property
    def parts(self) -> tuple[Objective, ...]:
        """The tiers that it stands for."""
        return (self,)

    @property
    def names(self) -> tuple[str, ...]:
        """Their names."""
        return tuple(part.name for part in self.parts)

    @property
    def unit(self) -> int:
        """What one point of the order's price weighs."""
        return 1

    def split(self, value: int) -> tuple[int, ...]:
        """Return the tiers' values in a value of the expression."""
        return (value,)


def coverage(m: ModelBuilder) -> Objective:
    """Weighted distance from the goals, in quarter sets."""
    terms: list[tuple[int, Any]] = []
    for goal in m.problem.goals:
        got, step = _got(m, goal.id), _step(m, goal.id)
        terms += _over(m, f"below min {goal.id}", goal.min, -1 * got, step, 4 * goal.weight)
        terms += _over(m, f"below target {goal.id}", goal.target, -1 * got, step, goal.weight)
        terms += _over(m, f"above max {goal.id}", -goal.max, got, step, 2 * goal.weight, MUCH)
    return Objective("coverage", m.total(terms))


def use_of_time(m: ModelBuilder) -> Objective:
    """Room left between target and max."""
    terms: list[tuple[int, Any]] = []
    for goal in m.problem.goals:
        got, step = _got(m, goal.id), _step(m, goal.id)
        terms += _over(m, f"below middle {goal.id}", goal.target + goal.max, -2 * got, 2 * step, 1)
        terms += _over(m, f"below max {goal.id}", goal.max, -1 * got, step, 1)
    return Objective("use_of_time", m.total(terms))


def _over(m: ModelBuilder, name: str, constant: int, amount: Any, step: int,
          price: int, most: int | None = None) -> list[tuple[int, Any]]:
    """Return ``price x max(0, constant + amount)`` as terms.

    Where amount and constant only come in steps the variable counts steps, so
    that a bound that lies between two of them is known to be at the next.

    Parameters
    ----------
    most
        What the sum is at most; None: the constant, the amount being below 0.
    """
    step = gcd(step, constant) or 1
    over = m.cp.new_int_var(0, (constant if most is None else most) // step, name)
    m.cp.add(step * over >= constant + amount)
    return [(price * step, over)]


def _step(m: ModelBuilder, goal: str) -> int:
    """Return what every option's sets are a multiple of, in quarter sets; 0 without options."""
    return gcd(*(o.gives[goal] for s in m.problem.sessions for o in s.options if goal in o.gives))


def should(m: ModelBuilder) -> Objective:
    """Broken should rules by weight, order included."""
    missed = ((wish.price, wish.over) for wish in m.wishes)
    return Objective("should", m.total([*missed, *((1, t) for both in m.theta for t in both)]))


def fitness(m: ModelBuilder) -> Objective:
    """Prefer what a coach would among the plans that remain; see `planner.fitness`."""
    p = m.problem
    terms: list[tuple[int, Any]] = []
    fixed = 0
    for session in p.sessions:
        terms += [(fit.entry_cost(p, session, o.exercise), m.x(o)) for o in session.options]
        terms += [(fit.warm_up_cost(p, o.exercise), y) for o, y in m.warm_up(session)]
        terms += _stations(m, session) + _patterns(m, session)
        pairs = m.supersets[session.index].pairs
        if p.request.supersets == "prefer":
            unpaired = fit.price(p, "unpaired")
            terms += [(unpaired, m.x(o)) for o in session.options]
            terms += [(-2 * unpaired * c, k) for c, k in pairs]
        else:
            terms += [(fit.price(p, "pair") * c, k) for c, k in pairs]
    terms += _week(m)
    floor = sum(min(0, c) for c, _ in terms)
    return Objective("fitness", m.total(terms) + fixed, floor)


def tie_break(m: ModelBuilder) -> Objective:
    """Return fixed weights that make the plan unique."""
    terms: list[tuple[int, Any]] = []
    for session in m.problem.sessions:
        for o in session.options:
            terms.append((fit.tie_weight(session.id, o.id), m.x(o)))
            terms.append((fit.tie_weight(session.id, o.id, "sets") % 61, m.n(o)))
        terms += [(fit.tie_weight(session.id, o.id), y) for o, y in m.warm_up(session)]
    return Objective("tie_break", m.total(terms))


def _got(m: ModelBuilder, goal: str) -> Any:
    return m.total((o.gives[goal], m.n(o)) for s in m.problem.sessions for o in s.options
                   if goal in o.gives)


def _stations(m: ModelBuilder, session: SessionProblem) -> list[tuple[int, Any]]:
    terms = []
    for station, options in fit.station_sets(m.problem, session).items():
        used = m.flag(f"at {station} {session.id}")
        for option in options:
            m.cp.add(m.x(option) <= used)
        terms.append((fit.price(m.problem, "station"), used))
    return terms


def _patterns(m: ModelBuilder, session: SessionProblem) -> list[tuple[int, Any]]:
    terms = []
    for pattern, options in fit.patterns(session).items():
        if len(options) > 1:
            extra = m.cp.new_int_var(0, len(options) - 1, f"again {pattern} {session.id}")
            m.cp.add(extra >= m.total((1, m.x(o)) for o in options) - 1)
            terms.append((fit.price(m.problem, "same_pattern"), extra))
    return terms


def _week(m: ModelBuilder) -> list[tuple[int, Any]]:
    p = m.problem
    uses: dict[str, list[Any]] = {}
    for session in p.sessions:
        for o in session.options:
            uses.setdefault(o.id, []).append(m.x(o))
    terms: list[tuple[int, Any]] = []
    for basis, ids in fit.main_movements(p).items():
        flags = []
        for exercise in (i for i in ids if i in uses):
            used = m.flag(f"main {exercise}")
            for x in uses[exercise]:
                m.cp.add(x <= used)
            flags.append(used)
        changes = m.cp.new_int_var(0, len(ids), f"changes {basis}")
        m.cp.add(changes >= m.total((1, f) for f in flags) - 1)
        terms.append((fit.price(p, "main_changes"), changes))
    for exercise in fit.accessories(p):
        if len(uses.get(exercise, ())) > 1:
            again = m.cp.new_int_var(0, len(uses[exercise]), f"again {exercise}")
            m.cp.add(again >= m.total((1, x) for x in uses[exercise]) - 1)
            terms.append((fit.price(p, "accessory_again"), again))
    return terms


BuildTier = Callable[[ModelBuilder], Objective]

TIERS: tuple[BuildTier, ...] = (coverage, use_of_time, should, fitness, tie_break)
