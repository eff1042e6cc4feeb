"""Rows of the benchmark: which solver runs on which instance, each in its own process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.catalogs import OPEN_DB, Absent, open_db
from benchmarks.suite import Instance

PEERS = ("cpsat1", "cpsat2", "highs", "scip", "cbc", "greedy", "random")
GRACE_S = 120
"""Seconds beyond the limit (and the MIPs' checkpoints) after which a process is ended."""

Row = dict[str, Any]


def solvers(instance: Instance, peers: bool, only: Sequence[str] = ()) -> list[str]:
    """Return what runs on an instance.

    Parameters
    ----------
    only
        Names of solvers; overrides ``peers``. What does not fit the instance is left out.
    """
    fitting = ["ours"]
    if instance.kind == "article":
        fitting.append("command")
    if instance.kind in ("article", "week"):
        fitting += ["selection", *PEERS]
    if only:
        return [s for s in fitting if s in only]
    return fitting if peers else [s for s in fitting if s in ("ours", "command", "selection")]


def absent(instance: Instance) -> str | None:
    """Return why an instance cannot be run here, or None."""
    if instance.catalog == "own":
        return None
    try:
        open_db()
    except Absent as reason:
        return str(reason)
    return None


def run(instance: Instance, solver: str, seconds: float, repeat: int) -> Row:
    """Return the best of some runs; a run that fails is the row, whatever the others did.

    Best is the shortest time to prove coverage, then the shortest run. Every
    run's two times are kept, so that nobody needs to trust the best one.
    """
    rows = [once(instance, solver, seconds) for _ in range(repeat)]
    failed = [r for r in rows if r["status"] == "error"
              or r["audit"] not in ("", "kept")]
    chosen = failed[0] if failed else min(rows, key=_rank)
    return {**chosen, "kind": instance.kind, "scarce": instance.scarce,
            "runs": [{"total_s": r.get("total_s"), "proof_s": r.get("proof_s"),
                      "value": r.get("value")} for r in rows]}


def _rank(row: Row) -> tuple[float, float, float]:
    value = row.get("value")
    return (row.get("proof_s") or float("inf"), value if value is not None else float("inf"),
            row.get("total_s") or float("inf"))


def once(instance: Instance, solver: str, seconds: float) -> Row:
    """Measure in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.one", instance.name, solver,
               "--seconds", f"{seconds:g}"]
    # One worker means one thread, also for whatever numerical library there is.
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    row: Row = {"instance": instance.id, "catalog": instance.catalog, "solver": solver,
                "status": "error", "limit_s": seconds, "audit": "", "at": {}, "tiers": []}
    try:
        # Twice the limit: a MIP runs up to the checkpoints before it runs to the limit.
        ended = subprocess.run(command, capture_output=True, text=True, check=False,
                               timeout=2 * seconds + GRACE_S, env=environment,
                               cwd=Path(__file__).parents[1])
    except subprocess.TimeoutExpired:
        return {**row, "status": "limit", "note": "ended from outside"}
    try:
        found: Row = json.loads(ended.stdout.splitlines()[-1])
    except (json.JSONDecodeError, IndexError):
        said = ended.stderr.strip().splitlines()[-1:] or [f"exit {ended.returncode}"]
        return {**row, "note": said[0][:300]}
    return found


def rows(chosen: Sequence[Instance], seconds: float, repeat: int, peers: bool,
         only: Sequence[str] = ()) -> Iterator[tuple[str, Row | None]]:
    """Yield a sentence and a row for everything that runs, the row None where it does not."""
    for instance in chosen:
        reason = absent(instance)
        if reason is not None:
            yield f"{instance.name}: skipped, {reason}", None
            continue
        for solver in solvers(instance, peers, only):
            row = run(instance, solver, seconds, repeat)
            yield said(row), row


def said(row: Row) -> str:
    """Return a row as a line for who waits."""
    cells = [f"{row['instance']}@{row['catalog']}", row["solver"], row["status"]]
    for name, title in (("first_s", "first"), ("near_s", "1 %"), ("proof_s", "proof"),
                        ("total_s", "total")):
        if row.get(name) is not None:
            cells.append(f"{title} {row[name]:.3f}")
    if row.get("value") is not None:
        cells.append(f"coverage {row['value']}/{row.get('bound')}")
    if row.get("audit") not in ("", "kept"):
        cells.append(f"AUDIT {row['audit']}")
    return "  ".join(cells + ([row["note"]] if row.get("note") else []))


def set_open_db(path: Path | None) -> None:
    """Hand the path of the open database to the processes that are started."""
    if path is not None:
        os.environ[OPEN_DB] = str(path.resolve())
