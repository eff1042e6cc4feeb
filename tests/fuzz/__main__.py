"""Search for what breaks: ``python -m tests.fuzz --minutes 30 --seed 0``."""

from __future__ import annotations

import argparse
import json
import sys
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.fuzz import properties, strategies

KINDS: tuple[tuple[str, Any, Any], ...] = (
    ("requests", strategies.requests(), properties.of_request),
    ("wrong requests", strategies.wrong_requests(), properties.of_request),
    ("damaged plans", strategies.damaged(), properties.of_plan_file),
    ("texts", strategies.texts(), properties.of_text),
    ("improvements", strategies.texts(), properties.of_improvement),
    ("logs", strategies.logs(), properties.of_log),
    ("overlays", strategies.overlays(), properties.of_overlay),
    ("calls", strategies.calls(), properties.of_call),
    ("lives", strategies.lives(), properties.of_life),
)
ROUND = 10
"""Examples of a kind before the next one has its turn."""


def tried(strategy: Any, of: Any, number: int, count: int, seen: Counter[str],
          broken: list[dict[str, Any]]) -> None:
    """Try some examples; what breaks is noted and the search goes on."""

    @seed(number)
    @settings(max_examples=count, database=None, deadline=None, phases=[Phase.generate],
              suppress_health_check=list(HealthCheck))
    @given(strategy)
    def once(case: Any) -> None:
        try:
            seen[of(case)] += 1
        except Exception as error:
            seen[f"BROKEN {type(error).__name__}"] += 1
            broken.append({"property": of.__name__, "case": _plain(case), "error":
                           repr(error)[:500], "where": traceback.format_exc().splitlines()[-8:]})

    once()


def _plain(case: Any) -> Any:
    """Return a case as JSON can hold it."""
    try:
        return json.loads(json.dumps(case))
    except (TypeError, ValueError):
        return repr(case)


def main(arguments: Sequence[str] | None = None) -> int:
    """Search for some minutes; return 1 where something broke."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--kind", choices=[name for name, _, _ in KINDS])
    parser.add_argument("--save", type=Path, help="where the broken cases go, as JSON lines")
    asked = parser.parse_args(arguments)
    kinds = [k for k in KINDS if asked.kind in (None, k[0])]
    seen = {name: Counter[str]() for name, _, _ in kinds}
    broken: list[dict[str, Any]] = []
    ends, number = time.monotonic() + 60 * asked.minutes, 1000 * asked.seed
    while time.monotonic() < ends:
        number += 1
        for name, strategy, of in kinds:
            tried(strategy, of, number, ROUND, seen[name], broken)
    for name, counts in seen.items():
        print(f"{name}: " + ", ".join(f"{k} {n}" for k, n in sorted(counts.items())))
    for case in broken[:20]:
        print(case["property"], case["error"], *case["where"][-3:], sep="\n  ", file=sys.stderr)
    if asked.save and broken:
        asked.save.write_text("".join(json.dumps(c) + "\n" for c in broken), "utf-8")
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
