"""What the figures were measured on."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any


def machine() -> dict[str, Any]:
    """Return processor, system and versions."""
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "cpu": _cpu(), "cores": os.cpu_count(), "system": platform.system(),
        "python": platform.python_version(), "ortools": version("ortools"),
        "pydantic": version("pydantic"), "coach-planner": version("coach-planner"),
        "load": round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None,
        "solvers": _solvers(),
    }


def sentence(facts: dict[str, Any]) -> str:
    """Return the facts in one line."""
    others = ", ".join(f"{name} {v}" for name, v in facts.get("solvers", {}).items())
    return (f"{facts['cpu']}, {facts['cores']} cores, {facts['system']}, Python {facts['python']}, "
            f"ortools {facts['ortools']} (with {others}), coach-planner "
            f"{facts['coach-planner']}, {facts['date']}")


def _cpu() -> str:
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()


def _solvers() -> dict[str, str]:
    """Return the versions of the MIP solvers inside OR-Tools, as far as they tell."""
    from ortools.linear_solver import pywraplp

    found = {"HiGHS": "as built in"}
    for name in ("SCIP", "CBC"):
        solver = pywraplp.Solver.CreateSolver(name)
        if solver is not None:
            found[name] = solver.SolverVersion().split("[")[0].replace(name, "").replace(
                "Cbc", "").strip()
    return found
