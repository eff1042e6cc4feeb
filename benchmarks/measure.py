"""One measurement: the figures that every solver of every instance is described by."""

from __future__ import annotations

import gc
import resource
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

CHECKPOINTS = (1.0, 5.0, 10.0)
"""Seconds after which the quality is compared."""

NEAR = 0.01
"""A gap of one per cent."""


@dataclass
class Measure:
    """The figures of one run; None where they do not exist.

    Attributes
    ----------
    status
        optimal, feasible, infeasible, limit (nothing found in time) or error.
    build_s, solve_s
        Until the first search begins, and from then to the end.
    first_s, near_s, proof_s
        Until the first plan, until a plan within 1 % of the final bound of coverage, until that
        tier is proved. All since the request was read, build included.
    at
        Coverage after 1, 5 and 10 seconds.
    """

    instance: str
    catalog: str
    solver: str
    status: str
    limit_s: float
    note: str = ""
    build_s: float | None = None
    solve_s: float | None = None
    first_s: float | None = None
    near_s: float | None = None
    proof_s: float | None = None
    total_s: float | None = None
    value: int | None = None
    bound: int | None = None
    gap: float | None = None
    at: dict[str, int | None] = field(default_factory=dict)
    trace: list[tuple[float, int]] = field(default_factory=list)
    tiers: list[dict[str, Any]] = field(default_factory=list)
    work: float | None = None
    peak_mb: float | None = None
    audit: str = ""
    exercises: int | None = None
    sha256: str = ""
    frozen: bool | None = None

    def plain(self) -> dict[str, Any]:
        """Return it as JSON knows it, times to a tenth of a millisecond."""
        return {k: round(v, 4) if isinstance(v, float) else v for k, v in asdict(self).items()}


def quality(trace: Sequence[tuple[float, int]]) -> dict[str, int | None]:
    """Return the best value known at each checkpoint."""
    return {f"{end:g}": min((v for s, v in trace if s <= end), default=None)
            for end in CHECKPOINTS}


def gap_of(value: int, bound: int | None, scale: int) -> float | None:
    """Return what is open between value and bound, as a share of the scale."""
    return None if bound is None else max(0, value - bound) / max(1, scale)


def near_at(trace: Sequence[tuple[float, int]], bound: int | None, scale: int) -> float | None:
    """Return when a plan within one per cent of the bound was there first."""
    if bound is None:
        return None
    return next((s for s, v in trace if (gap_of(v, bound, scale) or 0.0) <= NEAR), None)


def settle() -> None:
    """Let no collection of garbage walk what was loaded before the clock starts.

    A walk over the catalogue takes as long as a small proof, and falls into one run or another.
    """
    gc.collect()
    gc.freeze()


def peak_mb() -> float:
    """Return the most memory that this process has held at once.

    The kernel's figure for the process' own memory where there is one: that
    of ``getrusage`` may be the parent's, which a child takes over.
    """
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return _megabytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def peak_mb_of_children() -> float:
    """Return the most memory that a process started from here has held."""
    return _megabytes(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)


def _megabytes(used: int) -> float:
    return used / (1024 * 1024 if sys.platform == "darwin" else 1024)
