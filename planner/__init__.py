"""Plan training sessions and weeks with proof, and audit any workout.

Importing this package imports nothing else; names are looked up when they are
used, so that ``coach --help`` answers at once and no solver is loaded before
`plan` is called.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from planner.answers.alternatives import Alternatives, alternatives
    from planner.answers.difference import Difference, diff
    from planner.answers.improve import Improvement, improve
    from planner.answers.reasons.answer import Answer
    from planner.answers.reasons.why import why
    from planner.answers.reasons.why_not import why_not
    from planner.answers.replan import Replan, replan
    from planner.answers.swap import Swaps, swap
    from planner.answers.tradeoff import Tradeoff, tradeoff
    from planner.blocks.block import Block, block
    from planner.blocks.files import export_block
    from planner.blocks.resume import resume
    from planner.catalog import Catalog
    from planner.logs.log import Log
    from planner.logs.read import read_log
    from planner.plans.make import check, plan
    from planner.plans.schema import Audit, Plan
    from planner.problem.problem import Problem
    from planner.request.conflict import Clash, Conflict, Repair
    from planner.request.errors import Infeasible, InputError, NoPlanInTime, PlanBug, PlannerError
    from planner.request.request import Request
    from planner.rules.protocol import Build, Finding, Rule
    from planner.show.formats import export
    from planner.solve import Event, Progress, Settings
    from planner.workout.workout import Workout, WorkoutEntry, WorkoutSession

__all__ = [
    "Alternatives",
    "Answer",
    "Audit",
    "Block",
    "Build",
    "Catalog",
    "Clash",
    "Conflict",
    "Difference",
    "Event",
    "Finding",
    "Improvement",
    "Infeasible",
    "InputError",
    "Log",
    "NoPlanInTime",
    "Plan",
    "PlanBug",
    "PlannerError",
    "Problem",
    "Progress",
    "Repair",
    "Replan",
    "Request",
    "Rule",
    "Settings",
    "Swaps",
    "Tradeoff",
    "Workout",
    "WorkoutEntry",
    "WorkoutSession",
    "alternatives",
    "block",
    "check",
    "diff",
    "export",
    "export_block",
    "improve",
    "plan",
    "read_log",
    "replan",
    "resume",
    "swap",
    "tradeoff",
    "why",
    "why_not",
]

_HOMES = {
    "planner.blocks.block": ("Block", "block"),
    "planner.blocks.files": ("export_block",),
    "planner.blocks.resume": ("resume",),
    "planner.catalog": ("Catalog",),
    "planner.logs.log": ("Log",),
    "planner.logs.read": ("read_log",),
    "planner.plans.make": ("check", "plan"),
    "planner.request.conflict": ("Clash", "Conflict", "Repair"),
    "planner.request.errors": (
        "Infeasible", "InputError", "NoPlanInTime", "PlanBug", "PlannerError"),
    "planner.answers.alternatives": ("Alternatives", "alternatives"),
    "planner.answers.difference": ("Difference", "diff"),
    "planner.answers.improve": ("Improvement", "improve"),
    "planner.answers.reasons.answer": ("Answer",),
    "planner.answers.replan": ("Replan", "replan"),
    "planner.answers.swap": ("Swaps", "swap"),
    "planner.answers.tradeoff": ("Tradeoff", "tradeoff"),
    "planner.answers.reasons.why": ("why",),
    "planner.answers.reasons.why_not": ("why_not",),
    "planner.show.formats": ("export",),
    "planner.plans.schema": ("Audit", "Plan"),
    "planner.solve": ("Event", "Progress", "Settings"),
    "planner.workout.workout": ("Workout", "WorkoutEntry", "WorkoutSession"),
    "planner.request.request": ("Request",),
    "planner.problem.problem": ("Problem",),
    "planner.rules.protocol": ("Build", "Finding", "Rule"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_HOME[name]), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
