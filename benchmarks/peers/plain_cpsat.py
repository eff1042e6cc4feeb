"""The CP-SAT model that a good developer writes in an afternoon.

A Boolean per exercise and session, its sets as an integer, the rows as they
stand, the distances from the goals as integers, their weighted sum as the
objective. Default parameters but for the workers and the time limit.
"""

from __future__ import annotations

from typing import Any

from ortools.sat.python import cp_model

from benchmarks.peers.found import Clock, Found, Status
from planner.solve.linear import Linear

STATUS: dict[str, Status] = {"OPTIMAL": "optimal", "FEASIBLE": "feasible",
                             "INFEASIBLE": "infeasible"}


class _Watch(cp_model.CpSolverSolutionCallback):  # type: ignore[misc]
    """Notes when a better solution comes."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.clock = clock
        self.trace: list[tuple[float, int]] = []

    def on_solution_callback(self) -> None:
        """Note time and value."""
        self.trace.append((self.clock.now, round(self.objective_value)))


def build(linear: Linear) -> tuple[Any, list[Any]]:
    """Return the model and its variables of choice."""
    model = cp_model.CpModel()
    made = [model.new_int_var(v.low, v.high, v.name) for v in linear.variables]

    def total(terms: Any) -> Any:
        return cp_model.LinearExpr.weighted_sum([made[v] for v in terms], list(terms.values()))

    for row in linear.rows:
        model.add(total(row.terms) <= row.at_most)
    costs: list[Any] = []
    prices: list[int] = []
    for wish in linear.wishes:
        got = total(wish.gives)
        most = sum(c * linear.variables[v].high for v, c in wish.gives.items())
        short = model.new_int_var(0, wish.min, f"short {wish.id}")
        below = model.new_int_var(0, wish.target, f"below {wish.id}")
        above = model.new_int_var(0, most, f"above {wish.id}")
        model.add(short >= wish.min - got)
        model.add(below >= wish.target - got)
        model.add(above >= got - wish.max)
        costs += [short, below, above]
        prices += [4 * wish.weight, wish.weight, 2 * wish.weight]
    model.minimize(cp_model.LinearExpr.weighted_sum(costs, prices))
    return model, made


def solve(linear: Linear, clock: Clock, workers: int = 1) -> Found:
    """Solve until the proof or the limit."""
    model, made = build(linear)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = workers
    built_s = clock.now
    solver.parameters.max_time_in_seconds = max(0.01, clock.left)
    watch = _Watch(clock)
    name = solver.status_name(solver.solve(model, watch))
    status = STATUS.get(name, "unknown")
    solved = status in ("optimal", "feasible")
    return Found(
        status=status, values=[solver.value(v) for v in made] if solved else None,
        bound=round(solver.best_objective_bound) if solved else None, trace=watch.trace,
        work=solver.response_proto.deterministic_time, built_s=built_s, ended_s=clock.now)
