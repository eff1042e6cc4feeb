"""Other ways to solve the very rows of our model: MIP solvers, CP-SAT as it comes, greedy choice.

Everybody gets the same problem and one thread; the clock runs from the moment that the problem is
there, so building the model counts. Seeds differ where a solver takes one. Values are judged by
the audit, not by what a solver says.
"""

from __future__ import annotations

import datetime
import math
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from ortools.linear_solver import pywraplp
from ortools.math_opt.python import mathopt
from ortools.sat.python import cp_model

from benchmarks import greedy, part
from benchmarks.measure import Row, settle
from benchmarks.part import Found, Solve
from benchmarks.suite import Instance
from planner.catalog import Catalog
from planner.problem.problem import Problem
from planner.request.files import read_request
from planner.solve.run import Control, run
from planner.solve.search.kernel_search import Search, Solution, weight_of_coverage

LIMITS = (10.0, 2.0)
"""Seconds that everybody is given, the longer run first: a proof makes the shorter one needless."""

NEAR = 1e-4
"""What the floating-point bound of a sum in the millions may miss a whole number by."""


def ours(p: Problem, seconds: float, seed: int) -> Found:
    """Search as the planner does."""
    control = Control(seconds, 1, seed, time.monotonic())
    search = Search(p, part.RULES, control, paired=False)
    found = search.solve()
    if not isinstance(found, Solution):
        return Found(False, None, None)
    first, second = found.tiers[:2]
    bound = search.weight * first.bound + (second.bound if first.proved else 0)
    return Found(first.proved and second.proved, found.workout, bound)


def tuned(p: Problem, seconds: float, seed: int) -> Found:
    """Run CP-SAT with the planner's parameters and nothing around it."""
    known = part.built(p)
    found = run(known.model.cp, Control(seconds, 1, seed, time.monotonic()))
    return _found(known, found.status == "optimal", found.values, found.bound)


def plain(p: Problem, seconds: float, seed: int) -> Found:
    """Run CP-SAT with its default parameters."""
    clock = _clock(seconds)
    known = part.built(p)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = seed
    solver.parameters.max_time_in_seconds = clock()
    status = solver.solve(known.model.cp)
    solved = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    return _found(known, status == cp_model.OPTIMAL,
                  solver.response_proto.solution if solved else (), solver.best_objective_bound)


def math_opt(kind: Any, p: Problem, seconds: float, seed: int) -> Found:
    """Run HiGHS or SCIP through MathOpt, which hands seeds on."""
    clock = _clock(seconds)
    known = part.built(p)
    program = known.program
    model = mathopt.Model()
    made = [model.add_integer_variable(lb=v.lower_bound, ub=v.upper_bound)
            for v in program.variable]
    for row in program.constraint:
        total = mathopt.LinearSum(c * made[v] for v, c in
                                  zip(row.var_index, row.coefficient, strict=True))
        model.add_linear_constraint(lb=row.lower_bound, ub=row.upper_bound, expr=total)
    model.minimize(program.objective_offset + mathopt.LinearSum(
        v.objective_coefficient * x for v, x in zip(program.variable, made, strict=True)
        if v.objective_coefficient))
    ended = mathopt.solve(model, kind, params=mathopt.SolveParameters(
        time_limit=datetime.timedelta(seconds=clock()), random_seed=seed,
        relative_gap_tolerance=0.0, absolute_gap_tolerance=0.5))
    bound = ended.best_objective_bound()
    if not ended.has_primal_feasible_solution():
        return Found(False, None, bound)
    values = ended.variable_values()
    return _found(known, ended.termination.reason == mathopt.TerminationReason.OPTIMAL,
                  [round(values[x]) for x in made], bound)


def cbc(p: Problem, seconds: float, seed: int) -> Found:
    """Run CBC through the linear solver's wrapper, which takes no seed."""
    clock = _clock(seconds)
    known = part.built(p)
    mip = pywraplp.Solver.CreateSolver("CBC")
    mip.LoadModelFromProto(known.program)
    parameters = pywraplp.MPSolverParameters()
    parameters.SetDoubleParam(pywraplp.MPSolverParameters.RELATIVE_MIP_GAP, 0.0)
    mip.SetTimeLimit(int(1000 * clock()))
    status = mip.Solve(parameters)
    solved = status in (mip.OPTIMAL, mip.FEASIBLE)
    values = [round(v.solution_value()) for v in mip.variables()] if solved else ()
    return _found(known, status == mip.OPTIMAL, values,
                  mip.Objective().BestBound() if solved else None)


SOLVERS: dict[str, tuple[str, Solve, bool]] = {
    "ours": ("ours", ours, True),
    "tuned": ("CP-SAT, our parameters", tuned, True),
    "cpsat": ("CP-SAT, defaults", plain, True),
    "highs": ("HiGHS", lambda *a: math_opt(mathopt.SolverType.HIGHS, *a), True),
    "scip": ("SCIP", lambda *a: math_opt(mathopt.SolverType.GSCIP, *a), True),
    "cbc": ("CBC", cbc, False),
    "greedy": ("greedy", greedy.solve, False),
}
"""By id: what it is called, how it is run, and whether it takes a seed."""


def rows(instance: Instance, catalog: Catalog, seeds: int, only: Sequence[str]) -> Iterator[Row]:
    """Yield a row for every solver, seed and limit."""
    for name in only or SOLVERS:
        _, solve, seeded = SOLVERS[name]
        for seed in range(seeds if seeded else 1):
            for seconds in LIMITS:
                row = measured(instance, catalog, name, solve, seconds, seed)
                yield row
                if row["proved"] and row["total_s"] < min(LIMITS):
                    break


def measured(instance: Instance, catalog: Catalog, name: str, solve: Solve, seconds: float,
             seed: int) -> Row:
    """Run one solver once, and judge what it found."""
    # Built anew each time: nobody may live from what another has worked out.
    p = part.problem(read_request(str(instance.path)), catalog)
    settle()
    started = time.perf_counter()
    found = solve(p, seconds, seed)
    total_s = round(time.perf_counter() - started, 4)
    row: Row = {"instance": instance.id, "solver": name, "seed": seed, "limit_s": seconds,
                "total_s": total_s, "proved": found.proved}
    if found.workout is None:
        return row
    weight = weight_of_coverage(p)
    worth, broken = part.judged(found.workout, p)
    value = weight * worth.coverage + worth.quality
    bound = found.bound
    known = bound is not None and math.isfinite(bound)
    wrong = [*broken, *([f"{found.missed} rows missed"] if found.missed else [])]
    if found.proved and bound is not None and value - bound > 0.5:
        wrong.append(f"{value} is called optimal with a bound of {bound:g}")
    return {**row, "coverage": worth.coverage, "quality": worth.quality, "value": value,
            "bound": math.ceil(bound - NEAR) if bound is not None and known else None,
            "audit": "; ".join(wrong) or "kept"}


def _found(known: part.Part, proved: bool, values: Sequence[int], bound: float | None) -> Found:
    if not values:
        return Found(False, None, bound)
    return Found(proved, known.workout(values), bound, known.missed(values))


def _clock(seconds: float) -> Callable[[], float]:
    """Return what tells how much of a limit is left."""
    started = time.perf_counter()
    return lambda: max(0.01, seconds - (time.perf_counter() - started))
