"""One measurement in a process of its own: ``python -m benchmarks.one INSTANCE SOLVER``.

Prints the figures as JSON. `python -m benchmarks` starts this for every row.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial

from benchmarks.catalogs import catalog, frozen
from benchmarks.measure import (
    Measure,
    gap_of,
    near_at,
    peak_mb,
    peak_mb_of_children,
    quality,
    settle,
)
from benchmarks.suite import LIVING, Instance, instances
from catalog import Catalog
from planner import Request

SOLVERS = ("ours", "command", "selection", "cpsat1", "cpsat2", "highs", "scip", "cbc", "greedy",
           "random")
"""Ours on the whole request; as a command; on the part that peers can express; the peers."""


def measured(instance: Instance, solver: str, seconds: float) -> Measure:
    """Run one solver on one instance."""
    from planner.reading import read_request

    into = Measure(instance.id, instance.catalog, solver, "error", seconds)
    known = catalog(instance.catalog)
    into.exercises, into.sha256 = len(known.exercises), known.sha256
    into.frozen = frozen().get(instance.catalog) == known.sha256
    if instance.kind in LIVING:
        from benchmarks import living

        living.measure(instance, known, into)
    elif solver == "command":
        _command(instance, seconds, into)
    else:
        request = read_request(str(instance.path))
        if solver in ("ours", "selection"):
            from benchmarks import ours

            limits = request.limits.model_copy(update={"seconds": seconds, "workers": 1})
            limited = request.model_copy(update={"limits": limits})
            ours.measure(limited, known, into, part=solver == "selection")
        else:
            _peer(solver, request, known, seconds, into)
    if into.peak_mb is None:
        into.peak_mb = peak_mb()
    return into


def _command(instance: Instance, seconds: float, into: Measure) -> None:
    """Time ``coach plan`` from outside, start of the interpreter included."""
    started = time.perf_counter()
    ended = subprocess.run([sys.executable, "-m", "planner.cli.main", "plan", str(instance.path),
                            "--seconds", f"{seconds:g}", "--json"],
                           capture_output=True, text=True, check=False)
    into.total_s = time.perf_counter() - started
    into.peak_mb = peak_mb_of_children()
    into.note = f"exit {ended.returncode}"
    if ended.returncode == 0:
        into.status = json.loads(ended.stdout)["status"]
        into.audit = "kept"  # the command prints no plan that its audit refuses


def _peer(name: str, request: Request, known: Catalog, seconds: float, into: Measure) -> None:
    """Run a peer on the comparable part."""
    from benchmarks.peers import answer, greedy, mip, plain_cpsat, random_search
    from benchmarks.peers.found import Clock, Found
    from benchmarks.peers.problem import Selection, selection

    def linear(solve: Callable[..., Found], found: Selection, clock: Clock) -> Found:
        return solve(found.linear, clock)

    solvers: dict[str, Callable[[Selection, Clock], Found]] = {
        "cpsat1": partial(linear, partial(plain_cpsat.solve, workers=1)),
        "cpsat2": partial(linear, partial(plain_cpsat.solve, workers=2)),
        "greedy": greedy.solve, "random": random_search.solve,
        **{m: partial(linear, partial(mip.solve, solver=m)) for m in ("highs", "scip", "cbc")}}
    settle()
    clock = Clock(seconds)
    problem = selection(request, known)
    found = solvers[name](problem, clock)
    into.total_s, into.build_s, into.work = found.ended_s, found.built_s, found.work
    into.solve_s = found.ended_s - found.built_s
    into.trace = [(round(s, 4), v) for s, v in found.trace]
    into.status = "limit" if found.status == "unknown" else found.status
    into.proof_s = found.ended_s if found.status in ("optimal", "infeasible") else None
    if found.values is None:
        return
    into.value, into.bound = problem.linear.loss(found.values), found.bound
    into.audit = "; ".join(answer.faults(problem, found.values)) or "kept"
    if into.status == "optimal" and into.value != into.bound:
        into.audit = f"{into.value} is called optimal with a bound of {into.bound}"
    scale = sum(w.target * w.weight for w in problem.linear.wishes)
    into.gap = gap_of(into.value, into.bound, scale)
    into.near_s = min((s for s in (near_at(into.trace, into.bound, scale), into.proof_s)
                       if s is not None), default=None)
    # What a MIP solver had within a run that ends at a checkpoint counts at that checkpoint.
    into.at = quality([(min(s, _checkpoint(name, s)), v) for s, v in into.trace])
    into.first_s = into.trace[0][0] if into.trace else None


def _checkpoint(name: str, moment: float) -> float:
    """Return the end of the run that a MIP's value belongs to, which it may overstep a little."""
    from benchmarks.peers.mip import CHECKPOINTS

    if name not in ("highs", "scip", "cbc"):
        return moment
    return max((c for c in CHECKPOINTS if c <= moment <= c + 0.5), default=moment)


def find(name: str) -> Instance:
    """Return an instance by its name, the catalogue left out being the own one."""
    wanted = name if "@" in name else f"{name}@own"
    return next(i for i in instances() if i.name == wanted)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure once and print JSON."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.one", description=__doc__)
    parser.add_argument("instance", help="such as week_4x60_hypertrophy@own")
    parser.add_argument("solver", choices=SOLVERS)
    parser.add_argument("--seconds", type=float, default=60, help="limit")
    asked = parser.parse_args(arguments)
    made = measured(find(asked.instance), asked.solver, asked.seconds)
    print(json.dumps(made.plain()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
