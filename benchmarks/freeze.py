"""Write what belongs to one state of the catalogue: ``python -m benchmarks.freeze``.

The eight article requests as the catalogue has them, the swaps (a plan is made
and one entry left free), and the hashes of the catalogues. Run it when a new
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
from benchmarks.suite import FOLDER, instances
from benchmarks.swaps import FREE
from catalog import Catalog
from planner.plan import Plan
from planner.reading import read_request

HEAD = "# Written by `python -m benchmarks.freeze`; changes by hand are lost.\n"


def articles(known: Catalog) -> None:
    """Write the requests of the built-in programmes."""
    for program in known.programs:
        note = f"# {program.name}: {program.says}\n"
        _write(FOLDER / f"article_{program.id}.yaml", note, program.request)


def swaps(known: Catalog, seconds: float) -> None:
    """Plan what each swap is named after, and free the middle entry of its middle session."""
    rows: dict[str, Any] = {}
    for each in (i for i in instances() if i.kind == "swap"):
        base = FOLDER / f"{each.id.removeprefix('swap_')}.yaml"
        request = read_request(str(base))
        limits = request.limits.model_copy(update={"seconds": seconds})
        plan = planner.plan(request.model_copy(update={"limits": limits}), catalog=known)
        rows[each.id], asked = _swap(plan, yaml.safe_load(base.read_text(encoding="utf-8")))
        note = (f"# {base.stem} as planned, with {rows[each.id]['was']} on "
                f"{rows[each.id]['free']} taken out again: one entry is free.\n")
        _write(each.path, note, asked)
        print(f"{each.id}: {rows[each.id]}", file=sys.stderr, flush=True)
    _write(FREE, HEAD, rows)


def _swap(plan: Plan, request: dict[str, Any]) -> tuple[dict[str, str], dict[str, Any]]:
    """Return which session is free, and the request with everything else pinned."""
    session = plan.sessions[len(plan.sessions) // 2]
    work = [e.exercise for e in session.entries if e.phase == "work"]
    was = work[len(work) // 2]
    pins = [{"exercise": e.exercise, "day": s.id, "sets": e.sets}
            for s in plan.sessions for e in s.entries
            if e.phase == "work" and (s.id, e.exercise) != (session.id, was)]
    return {"free": session.id, "was": was}, {**request, "include": pins}


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
    parser.add_argument("parts", nargs="*", choices=("articles", "swaps", "hashes", []),
                        default=[], help="all of them by default")
    parser.add_argument("--seconds", type=float, default=20, help="limit of a swap's plan")
    parser.add_argument("--open-db", type=Path, metavar="FILE")
    asked = parser.parse_args(arguments)
    set_open_db(asked.open_db)
    parts = asked.parts or ("articles", "swaps", "hashes")
    if "articles" in parts:
        articles(catalog("own"))
    if "swaps" in parts:
        swaps(catalog("own"), asked.seconds)
    if "hashes" in parts:
        hashes()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
