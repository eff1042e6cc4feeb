"""A better bound than the linear program's: the same rows by SCIP's branch and cut.

Cutting planes close in a second what CP-SAT's search leaves open in a minute; plans are found by
the neighbourhoods. SCIP counts in fractions, so what it says is rounded down by a margin before
it is rounded up to whole points.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from ortools.linear_solver import pywraplp
from ortools.linear_solver.linear_solver_pb2 import MPModelProto

from planner.solve.bounds.relaxation import rows
from planner.solve.model.variables import ModelBuilder
from planner.solve.objective.terms import Objective
from planner.solve.run import Control, stopping

MARGIN, RELATIVE_MARGIN = 0.01, 1e-6
"""Points that rounding errors may come to, and their share of a large sum."""

LEAST_S = 0.1
"""Seconds below which a start is not worth it."""


def cut_bound(model: ModelBuilder, total: Objective, control: Control, known: Sequence[int],
              seconds: float) -> int:
    """Return a bound of a sum, 0 where there was no time for one.

    Parameters
    ----------
    known
        A solution: the bound is that of plans which are no worse.
    seconds
        What it may take. All of it is charged, so that what comes after does not depend on how
        fast the machine is.
    """
    per_second = control.settings.work_per_second
    seconds = min(seconds, control.work_left / per_second)
    control.used_work += seconds * per_second
    solver = pywraplp.Solver.CreateSolver("SCIP") if seconds > LEAST_S else None
    if solver is None or control.wall_left < LEAST_S:
        return 0
    model.cp.minimize(total.expr)
    proto = rows(model.cp.proto)
    _too_dear(proto, total.value(known))
    for variable in proto.variable:
        variable.is_integer = True
    solver.LoadModelFromProto(proto)
    hinted = solver.variables()[:len(known)]  # cuts bring variables that a solution is older than
    solver.SetHint(hinted, [float(v) for v in known])
    solver.SetTimeLimit(round(1000 * min(seconds, control.wall_left)))
    with stopping(control, solver.InterruptSolve):
        status = solver.Solve()
    if status not in (solver.OPTIMAL, solver.FEASIBLE):
        return 0
    bound: float = solver.Objective().BestBound()
    return math.ceil(bound - max(MARGIN, RELATIVE_MARGIN * abs(bound)))


def _too_dear(proto: MPModelProto, value: int) -> None:
    """Fix at 0 what makes any plan that holds it worse than a known one.

    Coverage weighs millions of points, which would cost the fractions their accuracy.
    """
    least = proto.objective_offset + sum(
        v.objective_coefficient * (v.lower_bound if v.objective_coefficient > 0 else v.upper_bound)
        for v in proto.variable)
    for v in proto.variable:
        if v.lower_bound == 0 and least + v.objective_coefficient > value:
            v.upper_bound = 0
