"""Plan training sessions and weeks with proof, and audit any workout.

Importing this package imports no solver; `plan` does, when it is called.
"""

from __future__ import annotations

from catalog import Catalog
from planner.api import check, plan
from planner.conflict import Clash, Conflict, Repair
from planner.errors import Infeasible, InputError, NoPlanInTime, PlanBug, PlannerError
from planner.plan import Audit, Plan
from planner.progress import Progress
from planner.request import Request
from planner.rules.base import Build, Finding, Rule

__all__ = [
    "Audit",
    "Build",
    "Catalog",
    "Clash",
    "Conflict",
    "Finding",
    "Infeasible",
    "InputError",
    "NoPlanInTime",
    "Plan",
    "PlanBug",
    "PlannerError",
    "Progress",
    "Repair",
    "Request",
    "Rule",
    "check",
    "plan",
]
