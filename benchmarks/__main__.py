"""The benchmark: ``python -m benchmarks --only 'article_*' --peers --repeat 3 -o out``.

Each measurement runs in its own process, one after the other. What is measured
and how to read it stands in docs/performance.md.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks import report, runner
from benchmarks.catalogs import OPEN_DB
from benchmarks.machine import machine
from benchmarks.one import SOLVERS
from benchmarks.suite import chosen


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, write the results; return 1 where an audit or a process failed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", action="append", default=[], metavar="GLOB",
                        help="instances, such as 'week_*', '*@open991'; repeatable")
    parser.add_argument("--solver", action="append", default=[], choices=SOLVERS,
                        help="only these; repeatable")
    parser.add_argument("--peers", action="store_true", help="the other solvers as well")
    parser.add_argument("--repeat", type=int, default=1, metavar="N", help="best of N (1)")
    parser.add_argument("--seconds", type=float, default=60, help="limit of each run (60)")
    parser.add_argument("--open-db", type=Path, metavar="FILE",
                        help=f"the open exercise database; else {OPEN_DB}")
    parser.add_argument("-o", "--output", type=Path, metavar="DIR",
                        help="write results.json and results.md")
    parser.add_argument("--list", action="store_true", help="name what would run, and stop")
    asked = parser.parse_args(arguments)
    runner.set_open_db(asked.open_db)
    instances = chosen(asked.only)
    if not instances:
        parser.error("no instance has such a name; --list shows them")
    if asked.list:
        for each in instances:
            print(each.name, *runner.solvers(each, asked.peers, asked.solver))
        return 0
    results: dict[str, Any] = {"schema": "benchmark/1", "machine": machine(),
                               "seconds": asked.seconds, "repeat": asked.repeat,
                               "skipped": [], "rows": []}
    for sentence, row in runner.rows(instances, asked.seconds, asked.repeat, asked.peers,
                                     asked.solver):
        print(sentence, file=sys.stderr, flush=True)
        if row is None:
            results["skipped"].append(sentence)
        else:
            results["rows"].append(row)
        _write(results, asked.output)
    if asked.output is None:
        print(report.page(results), end="")
    bad = [r for r in results["rows"] if r["status"] == "error" or r["audit"] not in ("", "kept")]
    return 1 if bad else 0


def _write(results: dict[str, Any], folder: Path | None) -> None:
    """Write what there is so far, so that an interrupted run is not lost."""
    if folder is None:
        return
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "results.json").write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    (folder / "results.md").write_text(report.page(results), encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
