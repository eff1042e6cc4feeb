"""What the figures were measured on: machine, versions, commit and catalogue."""

from __future__ import annotations

import os
import platform
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from planner.catalog import Catalog


def stamp(catalog: Catalog) -> dict[str, Any]:
    """Return what a step's figures belong to."""
    return {
        "date": datetime.now(UTC).date().isoformat(), "cpu": _cpu(), "cores": os.cpu_count(),
        "system": platform.system(), "python": platform.python_version(),
        "ortools": version("ortools"), "load": round(os.getloadavg()[0], 2), "commit": _commit(),
        "exercises": len(catalog.exercises), "sha256": catalog.sha256,
    }


def sentence(facts: Mapping[str, Any]) -> str:
    """Return the facts in one line."""
    return (f"{facts['date']}, {facts['cpu']}, {facts['cores']} cores (load {facts['load']:g}), "
            f"Python {facts['python']}, ortools {facts['ortools']}, commit `{facts['commit']}`, "
            f"catalogue of {facts['exercises']} exercises `{facts['sha256'][:12]}`")


def _commit() -> str:
    """Return the commit, with a plus where the planner or its data differ from it."""
    here = Path(__file__).parents[1]
    try:
        commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=here, check=True,
                                capture_output=True, text=True).stdout.strip()
        changed = subprocess.run(["git", "diff", "--quiet", "HEAD", "--", "planner", "catalog"],
                                 cwd=here, check=False).returncode
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return commit + "+" * bool(changed)


def _cpu() -> str:
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()
