"""How the example weeks are planned: ``python -m benchmarks.weeks [--seconds 3]``.

Plans every ``examples/week_*.yaml`` with one worker and prints a Markdown table, a line as soon
as it is known.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from benchmarks.figures import Row, gap, percent, shown, worth
from benchmarks.measure import planned
from planner.catalog import load
from planner.request.files import read_request

EXAMPLES = Path(__file__).parents[1] / "examples"
COLUMNS = ("example", "first plan s", "seconds", "plan", "above its bound", "penalty points",
           "ended by", "audit")


def weeks(folder: Path = EXAMPLES) -> list[Path]:
    """Return the request files of the example weeks, sorted by name."""
    return sorted(folder.glob("week_*.yaml"))


def cells(row: Row) -> tuple[str, ...]:
    """Return a measured plan as a row of the table."""
    if worth(row) is None:
        return (row["instance"], "-", f"{row['total_s']:.2f}", "-", "-", "-", row["stopped_by"],
                row.get("audit", "-"))
    return (row["instance"], f"{row['first_s']:.2f}", f"{row['total_s']:.2f}", shown(worth(row)),
            percent(gap(row)), str(row["penalties"]), row["stopped_by"], row["audit"])


def main(arguments: Sequence[str] | None = None) -> int:
    """Plan every example week and print the table; return 1 where an audit found a fault."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.weeks", description=__doc__)
    parser.add_argument("--seconds", type=float, default=3, help="limit of each plan (3)")
    parser.add_argument("--workers", type=int, default=1, help="threads of the solver (1)")
    parser.add_argument("--only", default="", help="part of an example's name")
    asked = parser.parse_args(arguments)
    bad = 0
    print(f"| {' | '.join(COLUMNS)} |\n|{' --- |' * len(COLUMNS)}")
    for path in weeks():
        if asked.only in path.stem:
            row = planned(path.stem, read_request(str(path)), load(), asked.seconds,
                          workers=asked.workers)
            bad += worth(row) is None
            print(f"| {' | '.join(cells(row))} |", flush=True)
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
