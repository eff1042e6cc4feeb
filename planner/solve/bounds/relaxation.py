"""The model with everything allowed in fractions: a bound, and what is worth offering.

A linear program of the very rows of the CP-SAT model. Its value is a lower bound, and its
reduced costs say of each option how much a plan that holds it must be worse at least
(reduced-cost fixing; kernel search, Angelelli, Mansini and Speranza 2010).
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from ortools.linear_solver import pywraplp
from ortools.linear_solver.linear_solver_pb2 import MPModelProto

from planner.solve.model.variables import ModelBuilder

NEAR = 1e-6

FREE = 2**60
"""Bounds beyond this are none."""


@dataclass(frozen=True)
class Relaxation:
    """The optimum of the linear program.

    Attributes
    ----------
    bound
        The least value that a plan may have.
    chosen
        By session, the options that it chooses at all.
    price
        By session, by how much the value grows at least where an option is chosen.
    """

    bound: int
    chosen: Sequence[Collection[str]]
    price: Sequence[dict[str, float]]

    def kernel(self, points: float) -> list[frozenset[str]]:
        """Return what is chosen, and what costs no more than so many points."""
        return [frozenset(chosen) | {name for name, cost in price.items() if cost <= points}
                for chosen, price in zip(self.chosen, self.price, strict=True)]


def relaxed(model: ModelBuilder, objective: Any) -> Relaxation | None:
    """Solve the linear program of a model; None where even that has no solution."""
    model.cp.minimize(objective)
    solver = pywraplp.Solver.CreateSolver("GLOP")
    solver.LoadModelFromProto(rows(model.cp.proto))
    parameters = pywraplp.MPSolverParameters()
    parameters.SetIntegerParam(parameters.PRESOLVE, parameters.PRESOLVE_OFF)
    parameters.SetIntegerParam(parameters.LP_ALGORITHM, parameters.DUAL)
    if solver.Solve(parameters) != solver.OPTIMAL:
        return None
    made = solver.variables()
    chosen, price = [], []
    for session in model.problem.sessions:
        of = {o.id: made[model.x(o).index] for o in session.options}
        chosen.append([name for name, x in of.items() if x.solution_value() > NEAR])
        price.append({name: max(0.0, x.reduced_cost()) for name, x in of.items()})
    value = solver.Objective().Value()
    return Relaxation(math.ceil(value - NEAR * max(1.0, abs(value))), chosen, price)


def rows(proto: Any) -> MPModelProto:
    """Return the linear rows of a CP-SAT model; what is enforced by a literal is left out."""
    found = MPModelProto()
    for variable in proto.variables:
        domain = variable.domain
        found.variable.add(lower_bound=domain[0], upper_bound=domain[len(domain) - 1])
    for each in proto.constraints:
        if _is(each, "linear") and not len(each.enforcement_literal):
            low, high = each.linear.domain[0], each.linear.domain[len(each.linear.domain) - 1]
            found.constraint.add(lower_bound=low if low > -FREE else -math.inf,
                                 upper_bound=high if high < FREE else math.inf,
                                 var_index=list(each.linear.vars),
                                 coefficient=list(each.linear.coeffs))
        elif _is(each, "bool_or"):
            _clause(found, list(each.bool_or.literals), list(each.enforcement_literal))
    for index, coefficient in zip(proto.objective.vars, proto.objective.coeffs, strict=True):
        found.variable[index].objective_coefficient = coefficient
    found.objective_offset = proto.objective.offset
    return found


def _is(constraint: Any, kind: str) -> bool:
    """Whether a constraint is of a kind; OR-Tools 9.14 hands out another class than 9.15."""
    has = getattr(constraint, f"has_{kind}", None)
    return bool(constraint.HasField(kind) if has is None else has())


def _clause(found: MPModelProto, any_of: Sequence[int], where: Sequence[int]) -> None:
    """Add ``one of these literals, where all of those are true`` as a row."""
    terms: dict[int, int] = {}
    least = 1
    for literal in (*any_of, *(-1 - w for w in where)):
        index, sign = (literal, 1) if literal >= 0 else (-1 - literal, -1)
        terms[index] = terms.get(index, 0) + sign
        least -= sign < 0
    found.constraint.add(lower_bound=least, upper_bound=math.inf, var_index=list(terms),
                         coefficient=list(terms.values()))
