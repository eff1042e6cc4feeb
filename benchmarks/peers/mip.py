"""The same model as a mixed-integer program, in HiGHS, SCIP and CBC.

The rows are linear as they stand. The distances from the goals are continuous
slack variables with ``slack >= distance``, which is exact because each has a
positive price. Defaults but for one thread where the solver takes that, the
time limit, and the gap at which it may stop, which is 0.

OR-Tools tells nothing of a MIP solver's incumbents. What a solver had after 1,
5 and 10 seconds is therefore found by runs that end there (build included);
the first plan is only known to lie within such a run.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Mapping
from typing import Any

from ortools.linear_solver import pywraplp
from ortools.math_opt.python import mathopt

from benchmarks.peers.found import Clock, Found, Status
from planner.solve.linear import Linear, slacks

CHECKPOINTS = (1.0, 5.0, 10.0)

NEAR = 1e-6
"""What a floating-point bound may miss a whole number by."""


def solve(linear: Linear, clock: Clock, solver: str) -> Found:
    """Solve to the checkpoints, then to the proof or the limit."""
    run = _highs if solver == "highs" else _wrapped
    before = clock.now
    trace: list[tuple[float, int]] = []
    found = Found("unknown")
    for end in [c for c in CHECKPOINTS if c < clock.limit] + [clock.limit]:
        # Each run begins with its own build, as if it were the only one.
        own = Clock(end, before)
        found = run(linear, own, solver)
        found.ended_s = own.now
        if found.values is not None:
            trace.append((min(own.now, clock.limit), linear.loss(found.values)))
        if found.status in ("optimal", "infeasible"):
            break
    # A run to the next checkpoint may be over before the one to the checkpoint below it.
    found.trace = sorted(trace)
    return found


def _wrapped(linear: Linear, clock: Clock, solver: str) -> Found:
    """Run SCIP or CBC through the linear solver's wrapper."""
    mip = pywraplp.Solver.CreateSolver(solver.upper())
    made = [mip.IntVar(v.low, v.high, "") for v in linear.variables]
    for row in linear.rows:
        constraint = mip.RowConstraint(-mip.infinity(), row.at_most, "")
        for variable, coefficient in row.terms.items():
            constraint.SetCoefficient(made[variable], coefficient)
    objective = mip.Objective()
    for price, terms, constant in slacks(linear):
        slack = mip.NumVar(0, mip.infinity(), "")
        constraint = mip.RowConstraint(constant, mip.infinity(), "")
        constraint.SetCoefficient(slack, 1)
        for variable, coefficient in terms.items():
            constraint.SetCoefficient(made[variable], -coefficient)
        objective.SetCoefficient(slack, price)
    objective.SetMinimization()
    parameters = pywraplp.MPSolverParameters()
    parameters.SetDoubleParam(pywraplp.MPSolverParameters.RELATIVE_MIP_GAP, 0.0)
    built_s = clock.now
    mip.SetTimeLimit(max(10, int(1000 * clock.left)))
    ended = mip.Solve(parameters)
    status: Status = {mip.OPTIMAL: "optimal", mip.FEASIBLE: "feasible",
                      mip.INFEASIBLE: "infeasible"}.get(ended, "unknown")  # type: ignore[assignment]
    if status not in ("optimal", "feasible"):
        return Found(status, built_s=built_s)
    return Found(status, [round(v.solution_value()) for v in made],
                 _whole(objective.BestBound()), built_s=built_s)


def _highs(linear: Linear, clock: Clock, solver: str) -> Found:
    """Run HiGHS through MathOpt; the wrapper's name for it gives another solver."""
    model = mathopt.Model(name="selection")
    made = [model.add_integer_variable(lb=v.low, ub=v.high) for v in linear.variables]

    def total(terms: Mapping[int, int]) -> Any:
        return mathopt.LinearSum(c * made[v] for v, c in terms.items())

    for row in linear.rows:
        model.add_linear_constraint(total(row.terms) <= row.at_most)
    costs = []
    for price, terms, constant in slacks(linear):
        slack = model.add_variable(lb=0.0)
        model.add_linear_constraint(slack - total(terms) >= constant)
        costs.append(price * slack)
    model.minimize(mathopt.LinearSum(costs))
    built_s = clock.now
    ended = mathopt.solve(model, mathopt.SolverType.HIGHS, params=mathopt.SolveParameters(
        time_limit=datetime.timedelta(seconds=max(0.01, clock.left)), relative_gap_tolerance=0.0))
    reason = ended.termination.reason
    if reason == mathopt.TerminationReason.INFEASIBLE:
        return Found("infeasible", built_s=built_s)
    if not ended.has_primal_feasible_solution():
        return Found("unknown", built_s=built_s)
    proved = reason == mathopt.TerminationReason.OPTIMAL
    got = ended.variable_values()
    return Found("optimal" if proved else "feasible", [round(got[v]) for v in made],
                 _whole(ended.best_objective_bound()), built_s=built_s)


def _whole(bound: float) -> int | None:
    """Round a bound up to the next whole number, for every loss is one."""
    return None if math.isinf(bound) or math.isnan(bound) else math.ceil(bound - NEAR)
