"""Choice as a linear program: what no plan can do better than, and what is worth offering.

Everything may be chosen in fractions, entries take the least time that any
superset leaves them, order is forgotten. Over a whole catalogue that is solved
in a fraction of a second, its value is a lower bound on coverage, and its
prices say of each exercise how much a plan that holds it must miss the goals by.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ortools.linear_solver import pywraplp
from ortools.linear_solver.linear_solver_pb2 import MPModelProto

from planner.fitness import entry_cost
from planner.problem import Option, Problem, SessionProblem
from planner.rules.base import PairRule, Rule
from planner.solve.least_time import pair_rules, twice_least_terms
from planner.solve.linear import Distance, Lin, Linear, Number, Row, missed, room, summed
from planner.solve.recorder import LINK, Key, Recorder

NEAR = 0.05
"""What a price or a bound may be wrong by: floating point, and the share of fitness."""

FITNESS = 1e-5
"""What fitness counts beside a tier: of choices that are equal, a coach's comes first."""


@dataclass(frozen=True)
class Relaxation:
    """The optimum of the linear program for one tier.

    Attributes
    ----------
    value
        The tier's value.
    share
        How much of each option it chooses, 0 to 1.
    price
        By how much the value grows at least where an option is chosen.
    """

    value: float
    share: Mapping[Key, float]
    price: Mapping[Key, float]

    @property
    def bound(self) -> int:
        """The least value that a plan may have; a whole number, as every value is."""
        return self.least(1)

    def least(self, step: int) -> int:
        """Return the least value that a plan may have where all values are multiples of a step."""
        return max(0, step * math.ceil((self.value - NEAR) / step))

    def may(self, option: Option, value: int) -> bool:
        """Whether a plan that is worth no more than a value may hold an option."""
        key = (option.session, option.id)
        return self.value + self.price[key] <= value + NEAR


class Program:
    """The linear program of a problem: built once, solved for one tier after the other.

    Parameters
    ----------
    fitness
        Choose what a coach would among what is equally good.
    """

    def __init__(self, problem: Problem, rules: Sequence[Rule], fitness: bool = True) -> None:
        recorded = LeastTime(problem, pair_rules(problem, rules)).recorded(rules)
        rows = _Rows(recorded.linear)
        short: list[tuple[int, int]] = []
        free: list[tuple[int, int]] = []
        for wish in recorded.linear.wishes:
            got = rows.same(wish.gives)
            short += [rows.slack(got, each) for each in missed(wish)]
            free += [rows.slack(got, each) for each in room(wish)]
        solver = self._solver = rows.loaded()
        made = solver.variables()
        self._missed = [(price, made[slack]) for price, slack in short]
        self._room = [(price, made[slack]) for price, slack in free]
        self._loss, self._unused = self._sum(self._missed), self._sum(self._room)
        self._chosen = {key: made[next(iter(x.terms))] for key, x in recorded.chosen.items()}
        self._costs = [
            (entry_cost(problem, session, option.exercise),
             self._chosen[session.index, option.id])
            for session in problem.sessions for option in session.options] if fitness else []
        for cost, x in self._costs:
            solver.Objective().SetCoefficient(x, FITNESS * cost)

    def coverage(self) -> Relaxation | None:
        """Return how well the goals can be met at most; None where no plan exists."""
        return self._minimal(self._missed, self._room)

    def use_of_time(self, loss: int) -> Relaxation | None:
        """Return how well time can be used by plans that miss the goals by no more."""
        self._loss.SetUb(loss)
        return self._minimal(self._room, self._missed)

    def fitness(self, loss: int, unused: int) -> Relaxation | None:
        """Return how well the entries can fit in plans that are as good by both tiers before."""
        self._loss.SetUb(loss)
        self._unused.SetUb(unused)
        return self._minimal(self._costs, [*self._missed, *self._room])

    def _sum(self, terms: Sequence[tuple[int, Any]]) -> Any:
        """Add a row for a sum that has no limit yet."""
        found = self._solver.RowConstraint(-math.inf, math.inf, "")
        for price, slack in terms:
            found.SetCoefficient(slack, price)
        return found

    def _minimal(self, asked: Sequence[tuple[int, Any]],
                 idle: Sequence[tuple[int, Any]]) -> Relaxation | None:
        solver = self._solver
        for _, variable in idle:
            solver.Objective().SetCoefficient(variable, 0)
        for price, variable in asked:
            solver.Objective().SetCoefficient(variable, price)
        solver.Objective().SetMinimization()
        parameters = pywraplp.MPSolverParameters()
        parameters.SetIntegerParam(parameters.PRESOLVE, parameters.PRESOLVE_OFF)
        parameters.SetIntegerParam(parameters.LP_ALGORITHM, parameters.DUAL)
        if solver.Solve(parameters) != solver.OPTIMAL:
            return None
        return Relaxation(
            solver.Objective().Value(),
            {key: variable.solution_value() for key, variable in self._chosen.items()},
            {key: max(0.0, variable.reduced_cost()) for key, variable in self._chosen.items()})


class SomeRules:
    """The linear program with rules switched on and off, to see which of them clash."""

    def __init__(self, problem: Problem, rules: Sequence[Rule]) -> None:
        linear = LeastTime(problem, pair_rules(problem, rules)).recorded(rules).linear
        solver = self._solver = _Rows(linear).loaded()
        self._rows = [((each.rule, each.where), each.at_most, constraint)
                      for each, constraint in zip(linear.rows, solver.constraints(), strict=True)]

    def hold(self, on: Collection[tuple[str, str]]) -> bool:
        """Whether rules at their places can hold together, all others off; in fractions at least.

        Parameters
        ----------
        on
            Rules by id and place.
        """
        for key, at_most, constraint in self._rows:
            kept = key[0] == LINK or key in on
            constraint.SetUb(at_most if kept else self._solver.infinity())
        return bool(self._solver.Solve() != self._solver.INFEASIBLE)


class _Rows:
    """A linear program as it is handed to the solver, all at once: row by row takes longer."""

    def __init__(self, linear: Linear) -> None:
        self._proto = MPModelProto()
        for variable in linear.variables:
            self._variable(variable.low, variable.high)
        for each in linear.rows:
            self._row(each.terms, -math.inf, each.at_most)

    def same(self, terms: Mapping[int, int]) -> int:
        """Add a variable that is as much as a sum; return its index."""
        variable = self._variable(0, math.inf)
        self._row({variable: -1, **terms}, 0, 0)
        return variable

    def slack(self, got: int, distance: Distance) -> tuple[int, int]:
        """Add ``max(0, constant + factor x got)`` as a variable; return its price and index."""
        price, factor, constant = distance
        variable = self._variable(0, math.inf)
        self._row({variable: 1, got: -factor}, constant, math.inf)
        return price, variable

    def loaded(self) -> Any:
        """Return a solver that holds them."""
        solver = pywraplp.Solver.CreateSolver("GLOP")
        refused = solver.LoadModelFromProto(self._proto)
        assert not refused, refused
        return solver

    def _variable(self, low: float, high: float) -> int:
        self._proto.variable.add(lower_bound=low, upper_bound=high)
        return len(self._proto.variable) - 1

    def _row(self, terms: Mapping[int, int], low: float, high: float) -> None:
        self._proto.constraint.add(lower_bound=low, upper_bound=high, var_index=list(terms),
                                   coefficient=list(terms.values()))


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
            (there,), (extra,) = x.terms, more.terms
            self._n[key] = Lin({there: low, extra: 1})
            self.linear.rows.append(Row(LINK, option.id, {extra: 1, there: low - high}, 0))

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
        terms, fixed = twice_least_terms(self, session, self._strict_pairs)
        return summed([*terms, (1, fixed)])
