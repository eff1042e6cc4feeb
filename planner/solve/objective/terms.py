"""The three tiers as linear expressions, the most important first; all are minimised.

The prices are those of `planner.judge.prices`, here as coefficients of the solver's variables.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ortools.sat.python import cp_model

from planner.judge import prices as q
from planner.judge.tie_break import tie_weight
from planner.problem.goals import CoverageGoal
from planner.problem.option import Option
from planner.problem.problem import SessionProblem
from planner.solve.model.variables import MUCH, ModelBuilder

Term = tuple[int, Any]


@dataclass(frozen=True)
class Objective:
    """An objective to be minimised: coefficients, their variables, and a constant."""

    terms: Sequence[Term]
    fixed: int = 0

    @property
    def expr(self) -> Any:
        """The sum as the solver takes it."""
        return cp_model.LinearExpr.weighted_sum(
            [v for _, v in self.terms], [c for c, _ in self.terms]) + self.fixed

    def value(self, values: Sequence[int]) -> int:
        """Return its value in a solution."""
        return self.fixed + sum(c * int(values[v.index]) for c, v in self.terms)

    def times(self, factor: int) -> Objective:
        """Return its multiple by a factor."""
        return Objective([(factor * c, v) for c, v in self.terms], factor * self.fixed)

    def plus(self, other: Objective) -> Objective:
        """Return the sum of both."""
        return Objective([*self.terms, *other.terms], self.fixed + other.fixed)


def coverage(m: ModelBuilder) -> Objective:
    """Return the first tier: weighted distance below the mins and above the maxes."""
    terms: list[Term] = []
    for goal in m.problem.goals:
        got = m.got(goal.id)
        terms.append((4 * goal.weight, _short(m, f"below min {goal.id}", goal.min, got)))
        above = m.cp.new_int_var(0, MUCH, f"above max {goal.id}")
        m.cp.add(above >= got - goal.max)
        terms.append((2 * goal.weight, above))
    return Objective(terms)


def quality(m: ModelBuilder) -> Objective:
    """Return the second tier: the sum of all prices, in points."""
    terms: list[Term] = []
    for goal in m.problem.goals:
        terms += _targets(m, goal)
    for session in m.problem.sessions:
        terms += [*_choice(m, session), *_shape(m, session), *_stations(m, session),
                  *_supersets(m, session)]
    point = q.price(m.problem, "rule_point")
    terms += [(point * row.price, row.over) for row in m.soft_rows]
    terms += [(point, theta) for both in m.theta for theta in both]
    week, fixed = _week(m)
    return Objective([*terms, *week], fixed)


def tie_break(m: ModelBuilder) -> Objective:
    """Return the third tier: fixed weights that make the plan unique."""
    terms: list[Term] = []
    for session in m.problem.sessions:
        for o in session.options:
            terms.append((tie_weight(session.id, o.id), m.x(o)))
            factor, sets = m.sets(o)
            terms.append((factor * (tie_weight(session.id, o.id, "sets") % 61), sets))
    return Objective(terms)


def _short(m: ModelBuilder, name: str, below: int, got: Any) -> Any:
    """Return a variable for ``max(0, below - got)``."""
    short = m.cp.new_int_var(0, max(0, below), name)
    m.cp.add(short >= below - got)
    return short


def _targets(m: ModelBuilder, goal: CoverageGoal) -> Iterator[Term]:
    got = m.got(goal.id)
    for points, below in (*q.target_steps(m.problem, goal), *q.time_steps(m.problem, goal)):
        if points:
            yield points, _short(m, f"below {below} {goal.id}", below, got)


def _choice(m: ModelBuilder, session: SessionProblem) -> Iterator[Term]:
    p = m.problem
    for o in session.options:
        cost = q.choice_cost(p, session, o.exercise, o.dose.top_reps())
        yield cost + q.wish_cost(p, o.exercise) + q.price(p, "entry"), m.x(o)
        odd = q.odd_reps(p, o.exercise, o.dose.top_reps())
        if odd:
            factor, sets = m.sets(o)
            yield odd * factor, sets


def _shape(m: ModelBuilder, session: SessionProblem) -> Iterator[Term]:
    p = m.problem
    most = len(session.options)
    crowd = m.cp.new_int_var(0, most, f"crowded {session.id}")
    m.cp.add(crowd >= m.total((1, m.x(o)) for o in session.options) - q.roomy(session))
    yield q.price(p, "crowded"), crowd
    lean = m.cp.new_int_var(0, q.enough(session), f"lean {session.id}")
    lifts = m.total((1, m.x(o)) for o in session.options if not o.exercise.core)
    m.cp.add(lean >= q.enough(session) - lifts)
    yield q.price(p, "lean"), lean
    yield from _again(m, session, [o for o in session.options
                                   if o.exercise.strain.lumbar >= q.LUMBAR], "back_again")
    yield from _again(m, session, [o for o in session.options if q.risky_at_volume(
        o.exercise, o.dose.top_reps())], "risk_again")
    yield from _again(m, session, [o for o in session.options if o.exercise.core], "core_again")
    for o in session.options:
        yield from _sets(m, session, o)
    for options in q.by_pattern(session).values():
        yield from _again(m, session, options, "same_pattern")


def _again(m: ModelBuilder, session: SessionProblem, options: Sequence[Option],
           name: str) -> Iterator[Term]:
    """Yield the price of each chosen option of a list after the first."""
    if len(options) > 1:
        again = m.cp.new_int_var(0, len(options) - 1, f"{name} {session.id}")
        m.cp.add(again >= m.total((1, m.x(o)) for o in options) - 1)
        yield q.price(m.problem, name), again


def _sets(m: ModelBuilder, session: SessionProblem, o: Option) -> Iterator[Term]:
    """Yield the prices of too many sets of an entry, and of too few of a first lift."""
    usual = q.usual_sets(m.problem, o.exercise, o.dose.top_reps())
    if o.sets[1] > usual:
        more = m.cp.new_int_var(0, o.sets[1] - usual, f"more {session.id} {o.id}")
        m.cp.add(more >= m.n(o) - usual)
        yield q.late_set(m.problem, o.exercise, o.dose.top_reps()), more
    if q.first_lift(m.problem, session, o.exercise) and o.sets[0] < usual:
        short = m.cp.new_int_var(0, usual, f"short {session.id} {o.id}")
        m.cp.add(short >= usual * m.x(o) - m.n(o))
        yield q.price(m.problem, "short_main"), short


def _stations(m: ModelBuilder, session: SessionProblem) -> Iterator[Term]:
    for station, options in q.by_station(m.problem, session).items():
        used = m.flag(f"at {station} {session.id}")
        for option in options:
            m.cp.add(m.x(option) <= used)
        yield q.price(m.problem, "station"), used


def _supersets(m: ModelBuilder, session: SessionProblem) -> Iterator[Term]:
    p = m.problem
    pairs = m.supersets[session.index].pairs
    if p.request.supersets != "prefer":
        yield from ((q.price(p, "pair") * c, k) for c, k in pairs)
        return
    unpaired = q.price(p, "unpaired")
    yield from ((unpaired, m.x(o)) for o in session.options)
    yield from ((-2 * unpaired * c, k) for c, k in pairs)


def _week(m: ModelBuilder) -> tuple[list[Term], int]:
    p = m.problem
    uses: dict[str, list[Any]] = {}
    for session in p.sessions:
        for o in session.options:
            uses.setdefault(o.id, []).append(m.x(o))
    terms: list[Term] = []
    for basis, ids in q.main_movements(p).items():
        flags = [_used(m, name, uses[name]) for name in ids if name in uses]
        changes = m.cp.new_int_var(0, len(ids), f"changes {basis}")
        m.cp.add(changes >= m.total((1, f) for f in flags) - 1)
        terms.append((q.price(p, "main_changes"), changes))
    again = [(name, uses.get(name, []), "accessory_again") for name in q.accessories(p)]
    floor = [x for name in sorted(q.tiring(p)) for x in uses.get(name, ())]
    for exercise, chosen, price in (*again, ("deadlifts", floor, "deadlift_again")):
        if len(chosen) > 1:
            more = m.cp.new_int_var(0, len(chosen), f"again {exercise}")
            m.cp.add(more >= m.total((1, x) for x in chosen) - 1)
            terms.append((q.price(p, price), more))
    fixed = 0
    for lift in q.tested(p):
        # A lift that is offered nowhere cannot be trained: its price is a constant.
        fixed += q.price(p, "max_untrained")
        if lift in uses:
            trained = m.flag(f"tested {lift}")
            m.cp.add(trained <= m.total((1, x) for x in uses[lift]))
            terms.append((-q.price(p, "max_untrained"), trained))
    return terms, fixed


def _used(m: ModelBuilder, name: str, chosen: list[Any]) -> Any:
    used = m.flag(f"main {name}")
    for x in chosen:
        m.cp.add(x <= used)
    return used
