"""How fast and how well the example weeks are planned.

``python -m benchmarks.weeks [--seconds 10]`` plans every ``examples/week_*.yaml``
with one worker and prints a Markdown table. The gap is what coverage may still
be above the best possible, as a share of the summed targets; status counts how
many of the five tiers are proved.
"""

from __future__ import annotations

import argparse
import os
import platform
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import planner
from planner import Plan, Progress, Request
from planner.reading import read_request

EXAMPLES = Path(__file__).parents[1] / "examples"
COLUMNS = ("example", "first plan s", "coverage s", "seconds", "coverage value", "bound",
           "proved", "gap %", "tiers proved", "stopped by", "status")
QUARTERS = 4


def weeks(folder: Path = EXAMPLES) -> list[Path]:
    """Return the request files of the example weeks, sorted by name."""
    return sorted(folder.glob("week_*.yaml"))


def limited(request: Request, seconds: float, workers: int = 1) -> Request:
    """Return a request with other limits."""
    limits = request.limits.model_copy(update={"seconds": seconds, "workers": workers})
    return request.model_copy(update={"limits": limits})


def gap(plan: Plan) -> float:
    """Return what the coverage tier leaves open, in per cent of the summed targets."""
    first = plan.solver.tiers[0]
    summed = QUARTERS * sum(row.target for row in plan.coverage)
    return 100 * (first.value - first.bound) / summed if summed else 0.0


def plain() -> None:
    """Solve the full model straight: no first plan, no neighbourhoods."""
    from planner.solve.engine import Engine

    Engine._first_plan = lambda self: None  # type: ignore[method-assign]
    Engine._polish = lambda self, index, objective: None  # type: ignore[method-assign]


def timed(request: Request) -> tuple[Plan, float]:
    """Return a plan, and the seconds until its coverage tier was done."""
    done: list[float] = []

    def watch(moment: Progress) -> None:
        if moment.tier != "coverage" and not done:
            done.append(moment.seconds)

    plan = planner.plan(request, on_progress=watch)
    return plan, done[0] if done else plan.solver.seconds


def row(name: str, plan: Plan, coverage_s: float) -> tuple[str, ...]:
    """Return an example's row of the table."""
    tiers = plan.solver.tiers
    first = tiers[0]
    return (
        name, f"{plan.solver.first_plan_s:.2f}", f"{coverage_s:.1f}",
        f"{plan.solver.seconds:.1f}", str(first.value), str(first.bound),
        "yes" if first.proved else "no", f"{gap(plan):.2f}",
        f"{sum(t.proved for t in tiers)} of {len(tiers)}", plan.solver.stopped_by, plan.status,
    )


def machine() -> str:
    """Return what the figures were measured on, in one line."""
    return (f"ortools {version('ortools')}, Python {platform.python_version()}, "
            f"{os.cpu_count()} cores, one worker")


def line(cells: Sequence[str]) -> str:
    """Return one line of a Markdown table."""
    return f"| {' | '.join(cells)} |"


def main(arguments: Sequence[str] | None = None) -> int:
    """Plan every example week and print the table, a line as soon as it is known."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.weeks", description=__doc__)
    parser.add_argument("--seconds", type=float, default=10, help="limit of each plan")
    parser.add_argument("--workers", type=int, default=1, help="threads of the solver")
    parser.add_argument("--plain", action="store_true", help="the full model, straight")
    parser.add_argument("--only", help="part of an example's name")
    asked = parser.parse_args(arguments)
    if asked.plain:
        plain()
    print(line(COLUMNS))
    print(line(["---"] * len(COLUMNS)))
    for path in weeks():
        if asked.only and asked.only not in path.stem:
            continue
        request = limited(read_request(str(path)), asked.seconds, asked.workers)
        try:
            cells = row(path.stem, *timed(request))
        except planner.PlannerError as error:
            cells = (path.stem, *[""] * (len(COLUMNS) - 2), type(error).__name__)
        print(line(cells), flush=True)
    print(f"\n{machine()}, {asked.seconds:g} s.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
