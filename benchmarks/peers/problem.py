"""The part of the planner's problem that every peer can express: selection and coverage.

What is compared
----------------
* **Candidates** of each session as the planner filters them (equipment, skill, complaints,
  exclude, split, relevant), their sets, seconds and quarter sets a goal: `build_problem`.
* **Every must rule that is linear**, recorded from the rule's own ``build``: the time budget as
  the sum of the entries alone, warm-up included, main lift, compound share, pattern cap, repeat,
  recovery, caps of session and muscle, strain, includes.
* **Objective**: the coverage tier, in quarter sets.

What is left out: supersets (the request says ``supersets: never``), the order of a session, the
``should`` rules and the tiers below coverage. Our own planner is measured on the same request,
with the coverage tier only; it keeps the ``must`` rules of order as well, which can only cost it.
"""

from __future__ import annotations

from catalog import Catalog
from planner.building import build_problem
from planner.request import Request, normalise
from planner.rules import REGISTRY
from planner.solve.recorder import Recorded as Selection
from planner.solve.recorder import Recorder

__all__ = ["Selection", "comparable", "selection"]


def comparable(request: Request) -> Request:
    """Return the request whose must rules and coverage every peer can express."""
    return request.model_copy(update={"supersets": "never"})


def selection(request: Request, catalog: Catalog) -> Selection:
    """Return the comparable part of a request as a linear problem."""
    asked = normalise(comparable(request), catalog)
    return Recorder(build_problem(asked, catalog, REGISTRY)).recorded(REGISTRY)
