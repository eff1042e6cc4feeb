"""Write what belongs to one state of the catalogue: ``python -m benchmarks.freeze``.

The eight article requests as the catalogue has them, and the plans that questions are asked of.
Run it when a new version of the figures is to begin, not to make a difference disappear.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

import yaml

import planner
from benchmarks.measure import limited
from benchmarks.suite import FOLDER, LIVING, PLANS, chosen
from planner.catalog import Catalog, load
from planner.request.files import read_request


def articles(known: Catalog) -> None:
    """Write the requests of the built-in programmes."""
    for program in known.programs:
        text = yaml.safe_dump(program.request, sort_keys=False, allow_unicode=True,
                              default_flow_style=None, width=100)
        (FOLDER / f"article_{program.id}.yaml").write_text(
            f"# {program.name}: {program.says}\n{text}", encoding="utf-8", newline="\n")


def plans(known: Catalog, seconds: float) -> None:
    """Plan what the questions about plans are asked of.

    The ledger is left out of the file: it is most of it, and whatever opens a
    plan judges it anew.
    """
    for base in dict.fromkeys(i.base for i in chosen(LIVING)):
        request = read_request(str(FOLDER / f"{base}.yaml"))
        plan = planner.plan(limited(request, seconds), catalog=known)
        plan = plan.model_copy(update={
            "request": plan.request.model_copy(update={"limits": request.limits}), "ledger": ()})
        PLANS.mkdir(exist_ok=True)
        (PLANS / f"{base}.json").write_text(plan.model_dump_json() + "\n", encoding="utf-8",
                                            newline="\n")
        print(f"{base}: {plan.status}", *(f"{t.name} {t.value}" for t in plan.solver.tiers[:2]),
              file=sys.stderr, flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the parts that are asked for, all by default."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.freeze", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", choices=("articles", "plans", []), default=[],
                        help="both by default")
    parser.add_argument("--seconds", type=float, default=20, help="limit of each plan")
    asked = parser.parse_args(arguments)
    if "articles" in (asked.parts or ("articles",)):
        articles(load())
    if "plans" in (asked.parts or ("plans",)):
        plans(load(), asked.seconds)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
