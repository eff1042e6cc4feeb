"""What a run of the planner does not report by itself, seen from outside.

* Deterministic time and the moments of every search, from OR-Tools' own solver class.
* When each tier began: the engine builds a tier when the one before it is done. Where several
  engines work on a tier, the first counts.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from importlib import import_module
from typing import Any

from ortools.sat.python import cp_model


@dataclass
class Probe:
    """Moments of a run, in seconds since ``started``.

    Attributes
    ----------
    work
        Deterministic time over all searches.
    blind
        Begin and end of searches without an objective: what they call a value is none.
    tiers
        When each tier began, by name.
    first_search_s
        When the first search began: until then the model was built.
    solved_s
        When the engine handed over its solution, before the audit.
    """

    started: float = field(default_factory=time.monotonic)
    work: float = 0.0
    searches: int = 0
    blind: list[tuple[float, float]] = field(default_factory=list)
    tiers: dict[str, float] = field(default_factory=dict)
    first_search_s: float | None = None
    solved_s: float | None = None

    @property
    def now(self) -> float:
        """Seconds since the start."""
        return time.monotonic() - self.started

    def is_blind(self, moment: float) -> bool:
        """Whether a search without an objective ran at a moment."""
        return any(begin <= moment <= end for begin, end in self.blind)


@contextmanager
def probing(first_tier_only: bool = False) -> Iterator[Probe]:
    """Watch every search inside the block.

    Parameters
    ----------
    first_tier_only
        Let the engine stop after the first tier.
    """
    probe = Probe()
    plain = cp_model.CpSolver.solve

    def solve(self: Any, model: Any, *others: Any, **named: Any) -> Any:
        begin = probe.now
        if probe.first_search_s is None:
            probe.first_search_s = begin
        try:
            return plain(self, model, *others, **named)
        finally:
            probe.searches += 1
            probe.work += self.response_proto.deterministic_time
            if not model.has_objective():
                probe.blind.append((begin, probe.now))

    cp_model.CpSolver.solve = solve
    try:
        with _tiers(probe), _end(probe, first_tier_only):
            yield probe
    finally:
        cp_model.CpSolver.solve = plain


@contextmanager
def _tiers(probe: Probe) -> Iterator[None]:
    """Note when a tier is built, which is when the one before it is done.

    Tiers that are minimised as one are built at once, and done together.
    """
    engine: Any = import_module("planner.solve.engine")
    choosing: Any = import_module("planner.solve.choosing")
    plain, together, alike = engine.Engine, engine.together, choosing.alike
    inside = False

    def marked(build: Callable[[Any], Any]) -> Callable[[Any], Any]:
        @wraps(build)
        def noted(model: Any) -> Any:
            begin = probe.now
            objective = build(model)
            if not inside:
                probe.tiers.setdefault(objective.name, begin)
            return objective
        return noted

    def summed(model: Any, builds: Sequence[Callable[[Any], Any]]) -> Any:
        probe.tiers.setdefault(builds[0].__name__, probe.now)
        return quietly(together)(model, builds)

    def quietly(build: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(build)
        def unnoted(*given: Any) -> Any:
            nonlocal inside
            inside = True
            try:
                return build(*given)
            finally:
                inside = False
        return unnoted

    class Watched(plain):  # type: ignore[misc, valid-type]
        """The engine as it is, with a clock in front of every tier."""

        def __init__(self, model: Any, control: Any, tiers: Any = engine.TIERS,
                     *others: Any, **named: Any) -> None:
            super().__init__(model, control, [marked(build) for build in tiers], *others, **named)

    stages: Any = import_module("planner.solve.stages")
    engine.Engine = stages.Engine = Watched
    engine.together, choosing.alike = summed, quietly(alike)
    try:
        yield
    finally:
        engine.Engine = stages.Engine = plain
        engine.together, choosing.alike = together, alike


@contextmanager
def _end(probe: Probe, first_only: bool) -> Iterator[None]:
    """Note when the solver is done, and let it stop after the first tier."""
    engine: Any = import_module("planner.solve.stages")
    plain = engine.solve

    def solve(*given: Any) -> Any:
        found = plain(*given, *([engine.TIERS[:1]] if first_only else []))
        probe.solved_s = probe.now
        return found

    engine.solve = solve
    try:
        yield
    finally:
        engine.solve = plain
