"""Whether a busy machine gives the same plans: ``python -m benchmarks.busy``.

Every request of the suite that asks for a plan is planned alone, by four busy threads, and in
four busy processes. Where a plan says that it is reproducible, all of them have to be the same.
With seconds alone the clock ends most weeks on a busy machine, and they say so; ``--work`` sets
the limit in work, which no clock ends.
"""

from __future__ import annotations

import argparse
import multiprocessing
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from typing import Any

import planner
from benchmarks.suite import PLANNED, chosen
from planner.catalog import load
from planner.request.files import read_request

SEEDS = 2


def asked(work: float | None) -> list[dict[str, Any]]:
    """Return the requests: all of the suite, with two seeds each."""
    limits = {"seconds": 3} if work is None else {"seconds": 600, "work": work}
    return [{**read_request(str(each.path)).model_dump(mode="json", by_alias=True),
             "seed": seed, "limits": limits} for each in chosen(PLANNED)
            for seed in range(SEEDS)]


def planned(request: dict[str, Any]) -> tuple[bool, str]:
    """Return whether a plan says that it is reproducible, and its sessions as text."""
    plan = planner.plan(request, load())
    return bool(plan.solver.reproducible), repr([s.model_dump() for s in plan.sessions])


def compared(requests: list[dict[str, Any]]) -> Iterator[str]:
    """Yield what became of each request under load."""
    alone = list(map(planned, requests))
    with ThreadPoolExecutor(4) as threads:
        crowded = list(threads.map(planned, requests))
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(4, mp_context=context) as processes:
        apart = list(processes.map(planned, requests))
    for of in zip(alone, crowded, apart, strict=True):
        promised = {text for given, text in of if given}
        yield ("the same wherever promised, by all three" if len(promised) == 1 and all(
            given for given, _ in of) else "the same wherever promised" if len(promised) == 1
            else "nowhere promised" if not promised else "NOT THE SAME")


def main() -> int:
    """Print the counts; return 1 where a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=float)
    counts = Counter(compared(asked(parser.parse_args().work)))
    for says, count in sorted(counts.items()):
        print(f"{count:3} {says}")
    return int("NOT THE SAME" in counts)


if __name__ == "__main__":
    raise SystemExit(main())
