"""The linear relaxation of the model: a lower bound, and the options of a kernel.

The linear program has the rows of the CP-SAT model. Claim: its value bounds every plan from below,
and its value plus the reduced cost of an option bounds every plan that holds the option, by
duality. Reduced-cost fixing would drop an option by that bound. Here the reduced costs choose the
kernel (kernel search, Angelelli, Mansini and Speranza 2010).
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from ortools.linear_solver import pywraplp
from ortools.linear_solver.linear_solver_pb2 import MPModelProto

from planner.solve.model.variables import ModelBuilder
from planner.solve.run import blamed

NEAR = 1e-6
"""Tolerance of rounding: absolute for the value of an option, relative for the optimum. It has to
exceed the errors of GLOP, which counts in floating point; that is likely, and not proved."""

Failure = Literal["infeasible", "open"]

FREE = 2**60
"""Bounds of a row beyond this are left out. CP-SAT writes a missing bound as nearly 2^63. Leaving
out a bound only relaxes, so any figure is valid."""


@dataclass(frozen=True)
class Relaxation:
    """The optimum of the linear program.

    Attributes
    ----------
    bound
        A lower bound of every plan's value.
    chosen
        By session, the options with a value above 0.
    price
        By session and option, the reduced cost in points: what a plan that holds the option is
        worse than ``bound`` at least.
    """

    bound: int
    chosen: Sequence[Collection[str]]
    price: Sequence[dict[str, float]]

    def kernel(self, points: float) -> list[frozenset[str]]:
        """Return by session the chosen options, and those with a price of at most ``points``."""
        return [frozenset(chosen) | {name for name, cost in price.items() if cost <= points}
                for chosen, price in zip(self.chosen, self.price, strict=True)]


def relaxed(model: ModelBuilder, objective: Any, seconds: float) -> Relaxation | Failure:
    """Solve the linear relaxation of a model.

    ``infeasible`` is GLOP's word and no proof; ``open`` where it found nothing in the time.
    """
    model.cp.minimize(objective)
    solver = pywraplp.Solver.CreateSolver("GLOP")
    solver.LoadModelFromProto(rows(model.cp.proto))
    parameters = pywraplp.MPSolverParameters()
    parameters.SetIntegerParam(parameters.PRESOLVE, parameters.PRESOLVE_OFF)
    parameters.SetIntegerParam(parameters.LP_ALGORITHM, parameters.DUAL)
    solver.SetTimeLimit(max(1, round(1000 * seconds)))
    with blamed():
        status = solver.Solve(parameters)
    if status != solver.OPTIMAL:
        return "infeasible" if status == solver.INFEASIBLE else "open"
    made = solver.variables()
    chosen, price = [], []
    for session in model.problem.sessions:
        of = {o.id: made[model.x(o).index] for o in session.options}
        chosen.append([name for name, x in of.items() if x.solution_value() > NEAR])
        price.append({name: max(0.0, x.reduced_cost()) for name, x in of.items()})
    value = solver.Objective().Value()
    return Relaxation(math.ceil(value - NEAR * max(1.0, abs(value))), chosen, price)


def rows(proto: Any) -> MPModelProto:
    """Return the linear rows and the clauses of a CP-SAT model.

    Rows that a literal enforces are left out, and domains lose their holes: both only relax.
    """
    found = MPModelProto()
    for variable in proto.variables:
        domain = variable.domain
        found.variable.add(lower_bound=domain[0], upper_bound=domain[len(domain) - 1])
    for each in proto.constraints:
        if _is_kind(each, "linear") and not len(each.enforcement_literal):
            low, high = each.linear.domain[0], each.linear.domain[len(each.linear.domain) - 1]
            found.constraint.add(lower_bound=low if low > -FREE else -math.inf,
                                 upper_bound=high if high < FREE else math.inf,
                                 var_index=list(each.linear.vars),
                                 coefficient=list(each.linear.coeffs))
        elif _is_kind(each, "bool_or"):
            _clause_row(found, list(each.bool_or.literals), list(each.enforcement_literal))
    for index, coefficient in zip(proto.objective.vars, proto.objective.coeffs, strict=True):
        found.variable[index].objective_coefficient = coefficient
    found.objective_offset = proto.objective.offset
    return found


def _is_kind(constraint: Any, kind: str) -> bool:
    """Whether a constraint is of a kind; OR-Tools 9.14 and 9.15 have different classes for it."""
    has = getattr(constraint, f"has_{kind}", None)
    return bool(constraint.HasField(kind) if has is None else has())


def _clause_row(found: MPModelProto, any_of: Sequence[int], where: Sequence[int]) -> None:
    """Add the row of a clause: one of ``any_of`` is true where all of ``where`` are true.

    A literal is true, or one of the conditions is false: of these 0-1 values at least one is 1.
    """
    terms: dict[int, int] = {}
    least = 1
    for literal in (*any_of, *(-1 - w for w in where)):
        index, sign = (literal, 1) if literal >= 0 else (-1 - literal, -1)
        terms[index] = terms.get(index, 0) + sign
        least -= sign < 0
    found.constraint.add(lower_bound=least, upper_bound=math.inf, var_index=list(terms),
                         coefficient=list(terms.values()))
