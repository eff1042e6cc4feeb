"""The benchmark: ``python -m benchmarks [STEP ...] [--only 'week_*'] [--seeds 3]``.

Steps are kept side by side in benchmarks/results.json; one that is run again replaces its rows.
``python -m benchmarks.report --write`` makes docs/reference/performance.md of them.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks import living, measure, peers
from benchmarks.machine import stamp
from benchmarks.measure import Row
from benchmarks.suite import HERE, LIVING, PLANNED, chosen, instances
from planner.catalog import load

KEPT = HERE / "results.json"

STEPS: dict[str, tuple[Sequence[str], str]] = {
    "ours": (PLANNED, "our planner after 1, 2, 3 and 5 s"),
    "questions": ((*LIVING, "infeasible"), "swap, replan, why not, alternatives, no plan"),
    "reference": (("week",), "a minute with two workers, for the best plan known"),
    "peers": (PLANNED, "other solvers on the very same rows, 10 and 2 s"),
}
"""The kinds of instances of a step, and what it measures."""

RUN = ("instance", "solver", "seed")
"""What tells runs of a step apart, each of one row or more."""


def rows(step: str, asked: argparse.Namespace) -> Iterator[Row]:
    """Yield the rows of a step."""
    catalog = load()
    measure.warm(catalog, chosen(PLANNED))
    if step == "questions":
        living.measure(chosen(("swap",))[0], catalog)  # loads what a process loads but once
    for each in chosen(STEPS[step][0], asked.only):
        if step == "ours":
            yield from measure.ours(each, catalog, asked.seeds)
        elif step == "reference":
            yield measure.reference(each, catalog)
        elif step == "peers":
            yield from peers.rows(each, catalog, asked.seeds, asked.solver)
        else:
            ask: Callable[..., Row] = (living.measure if each.kind in LIVING
                                       else measure.infeasible)
            yield ask(each, catalog)


def read(path: Path) -> dict[str, Any]:
    """Return kept results, or none."""
    if path.exists():
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if found.get("schema") == "benchmark/2":
            return found
    return {"schema": "benchmark/2", "steps": {}}


def add(results: dict[str, Any], step: str, facts: dict[str, Any], new: Sequence[Row]) -> None:
    """Put rows in the place of those of the same run; a new catalogue begins a step anew.

    Where rows of another commit stay, the step names both.
    """
    old = results["steps"].get(step, {"rows": [], "stamp": facts})
    again = {tuple(r.get(k) for k in RUN) for r in new}
    stay = [r for r in old["rows"] if tuple(r.get(k) for k in RUN) not in again]
    if old["stamp"]["sha256"] != facts["sha256"]:
        stay = []
    order = {each.id: place for place, each in enumerate(instances())}
    commits = [*(old["stamp"]["commit"].split(", ") if stay else []), facts["commit"]]
    results["steps"][step] = {"stamp": {**facts, "commit": ", ".join(dict.fromkeys(commits))},
                              "rows": sorted([*stay, *new], key=lambda r: order[r["instance"]])}


def write(results: dict[str, Any], path: Path) -> None:
    """Write results, a row a line."""
    parts = []
    for name in STEPS:
        if name in results["steps"]:
            step = results["steps"][name]
            lines = ",\n".join(json.dumps(r) for r in step["rows"])
            parts.append(f'"{name}": {{"stamp": {json.dumps(step["stamp"])}, "rows": [\n{lines}]}}')
    path.write_text(f'{{"schema": "{results["schema"]}", "steps": {{\n' + ",\n".join(parts)
                    + "}}\n", encoding="utf-8", newline="\n")


def said(row: Row) -> str:
    """Return a row as a line for who waits."""
    return "  ".join(f"{k} {v}" if k not in ("instance", "solver") else str(v)
                     for k, v in row.items() if v is not None)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, keep the results; return 1 where an audit found a fault."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("steps", nargs="*", metavar="STEP", default=["ours", "questions"],
                        help="; ".join(f"{k}: {v}" for k, (_, v) in STEPS.items())
                        + " (ours, questions)")
    parser.add_argument("--only", action="append", default=[], metavar="GLOB",
                        help="instances, such as 'week_*'; repeatable")
    parser.add_argument("--solver", action="append", default=[], choices=peers.SOLVERS,
                        help="only these peers; repeatable")
    parser.add_argument("--seeds", type=int, default=3, metavar="N", help="runs of each (3)")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", default=KEPT,
                        help=f"where results are kept ({KEPT.name})")
    asked = parser.parse_args(arguments)
    for step in asked.steps:
        if step not in STEPS:
            parser.error(f"no step is called {step!r}; there are {', '.join(STEPS)}")
    results, bad = read(asked.output), 0
    for step in asked.steps:
        facts, started, found = stamp(load()), time.perf_counter(), []
        for row in rows(step, asked):
            print(said(row), file=sys.stderr, flush=True)
            found.append(row)
            bad += row.get("audit", "kept") != "kept"
            facts["seconds"] = round(time.perf_counter() - started)
            facts["peak_mb"] = round(
                resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
            add(results, step, facts, found)
            write(results, asked.output)
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
