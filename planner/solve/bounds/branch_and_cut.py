"""A better bound than the linear relaxation's: the same rows by SCIP's branch and cut.

Cutting planes close in a second what CP-SAT's search leaves open in a minute. SCIP counts in
floating point, so its bound is lowered by a margin before it is rounded up to whole points.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from ortools.linear_solver import pywraplp
from ortools.linear_solver.linear_solver_pb2 import MPModelProto

from planner.solve.bounds.relaxation import rows
from planner.solve.model.variables import ModelBuilder
from planner.solve.objective.terms import Objective
from planner.solve.run import Control, blamed, stopping

MARGIN, RELATIVE_MARGIN = 0.01, 1e-6
"""Points by which a bound is lowered, or the share of it where that is more. The share is SCIP's
default tolerance of feasibility. The margin has to exceed SCIP's errors of rounding; that is
likely, and not proved."""

LEAST_S = 0.1
"""Fewest seconds with which branch and cut is started."""


def cut_bound(model: ModelBuilder, total: Objective, control: Control, known: Sequence[int],
              value: int, seconds: float) -> int:
    """Return a lower bound of an objective, 0 where there was no time for one.

    Parameters
    ----------
    total
        The objective.
    known, value
        A solution and what its plan is worth; the bound holds for all plans that are no worse.
    seconds
        The limit. All of it is charged, so that the rest of the search does not depend on the
        speed of the machine.
    """
    per_second = control.settings.work_per_second
    seconds = min(seconds, control.work_left / per_second)
    control.used_work += seconds * per_second
    solver = pywraplp.Solver.CreateSolver("SCIP") if seconds > LEAST_S else None
    if solver is None or control.wall_left < LEAST_S:
        return 0
    model.cp.minimize(total.expr)
    proto = rows(model.cp.proto)
    _fix_by_price(proto, value)
    for variable in proto.variable:
        variable.is_integer = True
    solver.LoadModelFromProto(proto)
    hinted = solver.variables()[:len(known)]  # later cuts added variables
    solver.SetHint(hinted, [float(v) for v in known])
    solver.SetTimeLimit(round(1000 * min(seconds, control.wall_left)))
    with stopping(control, solver.InterruptSolve), blamed():
        status = solver.Solve()
    if status not in (solver.OPTIMAL, solver.FEASIBLE):
        return 0
    bound: float = solver.Objective().BestBound()
    return math.ceil(bound - max(MARGIN, RELATIVE_MARGIN * abs(bound)))


def _fix_by_price(proto: MPModelProto, value: int) -> None:
    """Fix a variable at 0 where its own price makes any plan with it worse than a known one.

    Claim: with all other variables at their cheaper bound the objective is at least ``least``. A
    variable at 1 or more adds at least its coefficient. This is reduced-cost fixing with trivial
    duals. It takes most variables of coverage out, whose weights of millions of points cost
    floating point its accuracy.
    """
    least = proto.objective_offset + sum(
        v.objective_coefficient * (v.lower_bound if v.objective_coefficient > 0 else v.upper_bound)
        for v in proto.variable)
    for v in proto.variable:
        if v.lower_bound == 0 and least + v.objective_coefficient > value:
            v.upper_bound = 0
