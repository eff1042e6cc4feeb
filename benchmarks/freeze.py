"""Write what belongs to one state of the catalogue: ``python -m benchmarks.freeze``.

The eight article requests as the catalogue has them, the plans that questions
are asked of, and the hashes of the catalogues. Run it when a new
version of the figures is to begin, not to make a difference disappear.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

import planner
from benchmarks.catalogs import FROZEN, Absent, catalog, frozen
from benchmarks.runner import set_open_db
from benchmarks.suite import FOLDER, LIVING, PLANS, instances
from catalog import Catalog
from planner.reading import read_request

HEAD = "# Written by `python -m benchmarks.freeze`; changes by hand are lost.\n"


def articles(known: Catalog) -> None:
    """Write the requests of the built-in programmes."""
    for program in known.programs:
        note = f"# {program.name}: {program.says}\n"
        _write(FOLDER / f"article_{program.id}.yaml", note, program.request)


def plans(known: Catalog, seconds: float) -> None:
    """Plan what the questions about plans are asked of.

    The ledger is left out of the file: it is most of it, and whatever opens a
    plan judges it anew.
    """
    for base in dict.fromkeys(i.base for i in instances() if i.kind in LIVING):
        request = read_request(str(FOLDER / f"{base}.yaml"))
        limits = request.limits.model_copy(update={"seconds": seconds})
        plan = planner.plan(request.model_copy(update={"limits": limits}), catalog=known)
        plan = plan.model_copy(update={
            "request": plan.request.model_copy(update={"limits": request.limits}), "ledger": ()})
        PLANS.mkdir(exist_ok=True)
        (PLANS / f"{base}.json").write_text(plan.model_dump_json() + "\n", encoding="utf-8",
                                            newline="\n")
        print(f"{base}: {plan.status}, coverage {plan.solver.tiers[0].value}", file=sys.stderr,
              flush=True)


def hashes() -> None:
    """Write the hash of every catalogue that is here; keep the others."""
    old = yaml.safe_load(FROZEN.read_text(encoding="utf-8")) if frozen() else {}
    for name in sorted({i.catalog for i in instances()}):
        try:
            known = catalog(name)
        except Absent as reason:
            print(f"{name}: left as it was, {reason}", file=sys.stderr)
            continue
        old[name] = {"exercises": len(known.exercises), "sha256": known.sha256}
    _write(FROZEN, HEAD, old)


def _write(path: Path, note: str, data: Any) -> None:
    text = yaml.safe_dump(data, sort_keys=False, allow_unicode=True, default_flow_style=None,
                          width=100)
    path.write_text(note + text, encoding="utf-8", newline="\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the parts that are asked for, all by default."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.freeze", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", choices=("articles", "plans", "hashes", []),
                        default=[], help="all of them by default")
    parser.add_argument("--seconds", type=float, default=20, help="limit of each plan")
    parser.add_argument("--open-db", type=Path, metavar="FILE")
    asked = parser.parse_args(arguments)
    set_open_db(asked.open_db)
    parts = asked.parts or ("articles", "plans", "hashes")
    if "articles" in parts:
        articles(catalog("own"))
    if "plans" in parts:
        plans(catalog("own"), asked.seconds)
    if "hashes" in parts:
        hashes()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
