"""The mathematics. This room alone imports OR-Tools, and only when something is solved.

These are the names for the other rooms; they are looked up when they are used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from planner.solve.settings import Settings
from planner.solve.trace import Event, OnEvent, OnProgress, Progress, ShouldStop, Stage

if TYPE_CHECKING:
    from planner.solve.explain.clash import conflict_of
    from planner.solve.objective.distance import Anchor
    from planner.solve.run import Control
    from planner.solve.search.from_plan import (
        offered_with,
        solve_around,
        solve_from,
        solve_near,
        solve_unlike,
    )
    from planner.solve.search.kernel_search import NoSolution, Solution, solve

__all__ = [
    "Anchor",
    "Control",
    "Event",
    "NoSolution",
    "OnEvent",
    "OnProgress",
    "Progress",
    "Settings",
    "ShouldStop",
    "Solution",
    "Stage",
    "conflict_of",
    "offered_with",
    "solve",
    "solve_around",
    "solve_from",
    "solve_near",
    "solve_unlike",
]

_HOMES = {
    "planner.solve.explain.clash": ("conflict_of",),
    "planner.solve.objective.distance": ("Anchor",),
    "planner.solve.run": ("Control",),
    "planner.solve.search.from_plan": (
        "offered_with", "solve_around", "solve_from", "solve_near", "solve_unlike"),
    "planner.solve.search.kernel_search": ("NoSolution", "Solution", "solve"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
