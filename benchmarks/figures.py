"""Figures over rows: how far from the best plan known, and what follows from it."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median
from typing import Any

from benchmarks.measure import LIMITS
from benchmarks.suite import FOLDER, HERE
from planner import check
from planner.request.files import read_request

Row = Mapping[str, Any]
Worth = tuple[int, int]
"""Coverage, then quality; less is better."""

VERSION_0_1 = HERE / "version_0_1.json"
"""What version 0.1 planned for the same requests in 10 s, as text, and its own penalty points."""


def worth(row: Row) -> Worth | None:
    """Return coverage and quality of a row's plan, None where it has none that counts."""
    if row.get("coverage") is None or row.get("audit") != "kept":
        return None
    return row["coverage"], row["quality"]


def best_of(rows: Iterable[Row]) -> dict[str, Worth]:
    """Return the best plan of each instance."""
    found: dict[str, Worth] = {}
    for row in rows:
        if (mine := worth(row)) is not None:
            found[row["instance"]] = min(mine, found.get(row["instance"], mine))
    return found


def excess(mine: Worth | None, best: Worth) -> float:
    """Return by what share quality is above the best; infinite where coverage is."""
    if mine is None or mine[0] > best[0]:
        return math.inf
    return (mine[1] - best[1]) / max(1, abs(best[1]))


def gap(row: Row) -> float:
    """Return by what share quality is above its own bound; infinite where coverage is open."""
    if worth(row) is None or row.get("quality_bound") is None:
        return math.inf
    return float((row["quality"] - row["quality_bound"]) / max(1, abs(row["quality"])))


def after(rows: Sequence[Row], seconds: float) -> dict[tuple[str, int], Row]:
    """Return what each instance and seed had with a limit, or proved with a shorter one."""
    found: dict[tuple[str, int], Row] = {}
    for row in sorted(rows, key=lambda r: r["limit_s"]):
        if row["limit_s"] <= seconds:
            found[row["instance"], row["seed"]] = row
    return found


def worse_with_time(rows: Sequence[Row]) -> list[str]:
    """Name where a longer limit gave a worse plan than a shorter one."""
    found = []
    for short, long in pairwise(LIMITS):
        before, then = after(rows, short), after(rows, long)
        for key, row in then.items():
            one, two = worth(before[key]), worth(row)
            if one is not None and (two is None or two > one):
                found.append(f"{key[0]} seed {key[1]}: {shown(one)} after {short:g} s, "
                             f"{shown(two)} after {long:g} s")
    return found


def shown(value: Worth | None) -> str:
    """Return quality, behind the coverage where any is missed."""
    if value is None:
        return "-"
    return str(value[1]) if not value[0] else f"{value[0]} / {value[1]}"


def spread(values: Sequence[Worth | None]) -> str:
    """Return the best and the worst of some runs."""
    known = sorted(v for v in values if v is not None)
    if len(known) < len(values) or not known:
        return f"{shown(known[0])} to none" if known else "none"
    low, high = shown(known[0]), shown(known[-1])
    return low if low == high else f"{low} to {high}"


def percent(value: float, digits: int = 1) -> str:
    """Return a share as per cent, or what is worse than any share."""
    return f"{100 * value:.{digits}f} %" if math.isfinite(value) else "coverage"


def geometric_mean(values: Iterable[float]) -> float:
    """Return the geometric mean, of nothing 0."""
    logs = [math.log(max(v, 1e-3)) for v in values]
    return math.exp(sum(logs) / len(logs)) if logs else 0.0


def by_solver(rows: Sequence[Row], limit: float) -> dict[str, dict[str, list[Row]]]:
    """Return the rows of peers with a limit: by solver, then by instance, one a seed.

    What was proved within a shorter time stands for a limit that was not run any more.
    """
    found: dict[str, dict[str, list[Row]]] = {}
    run = {(r["solver"], r["instance"], r["seed"]) for r in rows if r["limit_s"] == limit}
    for row in rows:
        key = (row["solver"], row["instance"], row["seed"])
        if row["limit_s"] == limit or (key not in run and row["proved"]):
            found.setdefault(row["solver"], {}).setdefault(row["instance"], []).append(row)
    return found


def middle(rows: Sequence[Row], best: Worth) -> float:
    """Return the median excess over the seeds."""
    return median(excess(worth(r), best) for r in rows)


def peers_ahead(rows: Sequence[Row], limit: float) -> Iterator[tuple[str, str, float, float]]:
    """Yield where a peer has the better plan: instance, solver, our excess, its excess."""
    best, solvers = best_of(rows), by_solver(rows, limit)
    for instance, ours in solvers.get("ours", {}).items():
        mine = middle(ours, best[instance])
        theirs = {s: middle(by[instance], best[instance]) for s, by in solvers.items()
                  if s != "ours" and instance in by}
        solver = min(theirs, key=lambda s: theirs[s], default=None)
        if solver is not None and theirs[solver] < mine:
            yield instance, solver, mine, theirs[solver]


def proof(rows: Sequence[Row]) -> float | None:
    """Return the median seconds of proofs, None where not every seed has one."""
    sure = rows and all(r["proved"] and worth(r) is not None for r in rows)
    return median(r["total_s"] for r in rows) if sure else None


def proved_sooner(rows: Sequence[Row], peers: Sequence[str],
                  ) -> Iterator[tuple[str, str, float | None, float]]:
    """Yield where a peer proves sooner: instance, solver, our seconds, its seconds."""
    solvers = by_solver(rows, max(r["limit_s"] for r in rows))
    for instance, ours in solvers.get("ours", {}).items():
        mine = proof(ours)
        times = {s: t for s in peers if (t := proof(solvers.get(s, {}).get(instance, ())))}
        first = min(times, key=lambda s: times[s], default=None)
        if first is not None and (mine is None or times[first] < mine):
            yield instance, first, mine, times[first]


def before() -> dict[str, dict[str, Any]]:
    """Judge by today's rules what version 0.1 planned: tiers, penalty points, broken musts."""
    found = {}
    for name, old in json.loads(VERSION_0_1.read_text(encoding="utf-8")).items():
        audit = check("\n".join(old["workout"]), read_request(str(FOLDER / f"{name}.yaml")))
        found[name] = {
            "coverage": audit.tiers["coverage"], "quality": audit.tiers["quality"],
            "audit": "kept", "penalties": sum(r.penalty for r in audit.ledger),
            "own": old["penalties"], "musts": sorted({
                r.rule for r in audit.ledger if r.severity == "must" and r.status == "broken"})}
    return found
