"""Plan training sessions and weeks with proof, and audit any workout.

Importing this package imports nothing else; names are looked up when they are
used, so that ``coach --help`` answers at once and no solver is loaded before
`plan` is called.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from planner.api import check, plan
    from planner.catalog import Catalog
    from planner.conflict import Clash, Conflict, Repair
    from planner.errors import Infeasible, InputError, NoPlanInTime, PlanBug, PlannerError
    from planner.exports import export
    from planner.living.alternatives import Alternatives, alternatives
    from planner.living.difference import Difference, diff
    from planner.living.reasons import Answer
    from planner.living.replan import Replan, replan
    from planner.living.swap import Swaps, swap
    from planner.living.tradeoff import Tradeoff, tradeoff
    from planner.living.why import why
    from planner.living.why_not import why_not
    from planner.plan import Audit, Plan
    from planner.progress import Progress
    from planner.request import Request
    from planner.rules.base import Build, Finding, Rule

__all__ = [
    "Alternatives",
    "Answer",
    "Audit",
    "Build",
    "Catalog",
    "Clash",
    "Conflict",
    "Difference",
    "Finding",
    "Infeasible",
    "InputError",
    "NoPlanInTime",
    "Plan",
    "PlanBug",
    "PlannerError",
    "Progress",
    "Repair",
    "Replan",
    "Request",
    "Rule",
    "Swaps",
    "Tradeoff",
    "alternatives",
    "check",
    "diff",
    "export",
    "plan",
    "replan",
    "swap",
    "tradeoff",
    "why",
    "why_not",
]

_HOMES = {
    "planner.catalog": ("Catalog",),
    "planner.api": ("check", "plan"),
    "planner.conflict": ("Clash", "Conflict", "Repair"),
    "planner.errors": ("Infeasible", "InputError", "NoPlanInTime", "PlanBug", "PlannerError"),
    "planner.living.alternatives": ("Alternatives", "alternatives"),
    "planner.living.difference": ("Difference", "diff"),
    "planner.living.reasons": ("Answer",),
    "planner.living.replan": ("Replan", "replan"),
    "planner.living.swap": ("Swaps", "swap"),
    "planner.living.tradeoff": ("Tradeoff", "tradeoff"),
    "planner.living.why": ("why",),
    "planner.living.why_not": ("why_not",),
    "planner.exports": ("export",),
    "planner.plan": ("Audit", "Plan"),
    "planner.progress": ("Progress",),
    "planner.request": ("Request",),
    "planner.rules.base": ("Build", "Finding", "Rule"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}


class _Package(ModuleType):
    """Looks names up when they are used; `plan` stays the function, not the module beside it."""

    def __getattr__(self, name: str) -> Any:
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(_HOME[name]), name)
        super().__setattr__(name, value)
        return value

    def __setattr__(self, name: str, value: Any) -> None:
        # Importing planner/plan.py would put the module where the function belongs.
        if not (name in _HOME and isinstance(value, ModuleType)):
            super().__setattr__(name, value)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *__all__})


sys.modules[__name__].__class__ = _Package
