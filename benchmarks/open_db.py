"""The open exercise database as a catalogue of the size that the planner has to bear.

``python -m benchmarks.open_db FILE [--seconds 10]`` imports the file, plans
``examples/week_hypertrophy.yaml`` with it on one worker and prints how fast and how well.

The exercises are those of ``coach catalog import FILE --from open-exercise-db``; the figures are as
rough as the source: good for measuring speed, not for training.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import planner
from benchmarks.weeks import EXAMPLES, gap, limited, machine
from catalog import Catalog
from catalog import load as built_in
from catalog.importing import SHAPES, import_records, read_records
from catalog.schema import Exercise, Source
from planner.api import rule_book
from planner.building import build_problem
from planner.reading import read_request
from planner.request import normalise

SHAPE = SHAPES["open-exercise-db"]


def convert(path: Path, catalog: Catalog) -> Catalog:
    """Return the catalogue with everything of the file added that it does not have."""
    return converted(path, catalog)[0]


def converted(path: Path, catalog: Catalog) -> tuple[Catalog, Counter[str]]:
    """Return the larger catalogue, and how many records were left out for which reason."""
    done = import_records(read_records(path.read_text(encoding="utf-8"), SHAPE, str(path)),
                          SHAPE, catalog)
    left_out = Counter(each.reason or "matched" for each in done.outcomes
                       if each.what != "imported")
    added = [Exercise.model_validate_json(json.dumps(o.exercise)) for o in done.of("imported")]
    source = Source(id=SHAPE.id, citation=SHAPE.citation, status="imported")
    larger = catalog.model_copy(update={
        "name": f"{catalog.name} and the open exercise database",
        "sources": tuple(sorted((*catalog.sources, source), key=lambda each: each.id)),
        "exercises": tuple(sorted((*catalog.exercises, *added), key=lambda each: each.id))})
    return larger, left_out


def main(arguments: Sequence[str] | None = None) -> int:
    """Convert, plan the four-day week and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.open_db")
    parser.add_argument("file", type=Path, help="the open exercise database as JSON")
    parser.add_argument("--seconds", type=float, default=10, help="limit of the plan")
    parser.add_argument("--workers", type=int, default=1, help="threads of the solver")
    asked = parser.parse_args(arguments)
    small = built_in()
    catalog, left_out = converted(asked.file, small)
    added = len(catalog.exercises) - len(small.exercises)
    print(f"converted {added} of {added + left_out.total()}; left out {dict(left_out)}; "
          f"{len(catalog.exercises)} exercises in all")
    request = limited(read_request(str(EXAMPLES / "week_hypertrophy.yaml")), asked.seconds,
                      asked.workers)
    started = time.perf_counter()
    problem = build_problem(normalise(request, catalog), catalog, rule_book())
    print(f"build_problem {time.perf_counter() - started:.2f} s; candidates per session "
          f"{[len(s.options) for s in problem.sessions]}", flush=True)
    plan = planner.plan(request, catalog=catalog)
    first = plan.solver.tiers[0]
    print(f"first plan {plan.solver.first_plan_s:.2f} s, solver {plan.solver.seconds:.1f} s; "
          f"coverage {first.value}, bound {first.bound}, gap {gap(plan):.2f} %, "
          f"{plan.solver.stopped_by}, {plan.status}")
    print(f"{machine()}, {asked.seconds:g} s.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
