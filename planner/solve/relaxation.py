"""Choice as a linear program: what no plan can do better than, and what is worth offering.

Everything may be chosen in fractions, entries take the least time that any
superset leaves them, order is forgotten. Over a whole catalogue that is solved
in a fraction of a second, its value is a lower bound on coverage, and its
prices say of each exercise how much a plan that holds it must miss the goals by.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ortools.linear_solver import pywraplp

from planner.problem import Option, Problem, SessionProblem
from planner.rules.base import PairRule, Rule
from planner.solve.least_time import pair_rules, twice_least
from planner.solve.linear import Lin, Linear, Number, slacks, summed
from planner.solve.recorder import Key, Recorder, row

NEAR = 1e-4
"""What a price or a bound in floating point may be wrong by."""


@dataclass(frozen=True)
class Relaxation:
    """The optimum of the linear program.

    Attributes
    ----------
    value
        Its coverage loss, in quarter sets.
    share
        How much of each option it chooses, 0 to 1.
    price
        By how much the loss grows at least where an option is chosen.
    """

    value: float
    share: Mapping[Key, float]
    price: Mapping[Key, float]

    @property
    def bound(self) -> int:
        """The least coverage loss that a plan may have; a whole number, as every loss is."""
        return max(0, math.ceil(self.value - NEAR))

    def may(self, option: Option, loss: int) -> bool:
        """Whether a plan that misses the goals by no more may hold an option."""
        key = (option.session, option.id)
        return self.value + self.price[key] <= loss + NEAR


def relax(problem: Problem, rules: Sequence[Rule]) -> Relaxation | None:
    """Return the relaxation of a problem's choice; None where it has no solution."""
    strict = pair_rules(problem, rules)
    recorded = LeastTime(problem, strict).recorded(rules)
    solver, made = _program(recorded.linear)
    parameters = pywraplp.MPSolverParameters()
    parameters.SetIntegerParam(parameters.PRESOLVE, parameters.PRESOLVE_OFF)
    parameters.SetIntegerParam(parameters.LP_ALGORITHM, parameters.DUAL)
    if solver.Solve(parameters) != solver.OPTIMAL:
        return None
    chosen = {key: made[next(iter(x.terms))] for key, x in recorded.chosen.items()}
    return Relaxation(
        solver.Objective().Value(),
        {key: variable.solution_value() for key, variable in chosen.items()},
        {key: max(0.0, variable.reduced_cost()) for key, variable in chosen.items()})


class Helpless(Exception):
    """A rule needs a helper variable."""


class LeastTime(Recorder):
    """Records a problem with the least seconds of every entry, and without helper variables.

    Sets are counted from an option's fewest, so one row links them to the
    choice. Rules that couple rows by a 0-1 variable of their own (recovery) say
    next to nothing in fractions and would be most of the program: left out.
    """

    def __init__(self, problem: Problem, strict: Sequence[PairRule]) -> None:
        self._strict_pairs = strict
        super().__init__(problem)

    def _option(self, session: SessionProblem, option: Option) -> None:
        low, high = option.sets
        key = (session.index, option.id)
        x = self._x[key] = self.linear.add("", 0, 1)
        self._n[key] = low * x
        if low < high:
            more = self.linear.add("", 0, high - low)
            self._n[key] = summed(((low, x), (1, more)))
            self.linear.rows.append(row("link", option.id, more - (high - low) * x, 0))

    def _record(self, rule: Rule) -> None:
        if self.problem.setting(rule.id).severity != "must":
            return
        try:
            super()._record(rule)
        except Helpless:
            return

    def flag(self, name: str) -> Lin:
        """Refuse a helper variable."""
        raise Helpless(name)

    def seconds(self, session: SessionProblem) -> Number:
        """Return nothing: what a session takes depends on its supersets."""
        return 0

    def twice_least_seconds(self, session: SessionProblem) -> Number:
        """Return twice what a session takes at least, whatever is done as supersets."""
        warm, fixed = self.warm_seconds(session)
        least = twice_least(self.problem, session, self._strict_pairs)
        terms: list[tuple[int, Number]] = [(2 * c, y) for c, y in warm]
        for option in session.options:
            entry, each = least[option.id]
            terms += [(entry, self.x(option)), (each, self.n(option))]
        return summed([*terms, (2, fixed)])


def _program(linear: Linear) -> tuple[pywraplp.Solver, list[pywraplp.Variable]]:
    solver = pywraplp.Solver.CreateSolver("GLOP")
    infinity = solver.infinity()
    made = [solver.NumVar(v.low, v.high, "") for v in linear.variables]
    for each in linear.rows:
        constraint = solver.RowConstraint(-infinity, each.at_most, "")
        for variable, coefficient in each.terms.items():
            constraint.SetCoefficient(made[variable], coefficient)
    objective = solver.Objective()
    for price, terms, constant in slacks(linear):
        slack = solver.NumVar(0, infinity, "")
        constraint = solver.RowConstraint(constant, infinity, "")
        constraint.SetCoefficient(slack, 1)
        for variable, coefficient in terms.items():
            constraint.SetCoefficient(made[variable], -coefficient)
        objective.SetCoefficient(slack, price)
    objective.SetMinimization()
    return solver, made
