"""What must hold whatever comes in: each returns the class of what came of it."""

from __future__ import annotations

import time
from typing import Any

import planner
from planner.catalog import Catalog
from planner.doors.questions import QUESTION
from planner.plans.check import as_plan
from tests.fuzz.second_audit import faults
from tests.fuzz.strategies import CATALOG, WORK

MOST_LATE_S = 1.0
"""Seconds past its limit after which a search is late."""


class Late(AssertionError):
    """A limit was overrun."""


def of_request(asked: dict[str, Any], catalog: Catalog = CATALOG, timed: bool = True) -> str:
    """A request gives a plan that both audits accept, an honest no, or an error with a place.

    Parameters
    ----------
    timed
        Whether its limit has to hold, which a busy machine cannot promise.
    """
    started = time.monotonic()
    try:
        plan = planner.plan(asked, catalog)
    except planner.Infeasible as error:
        _in_time(asked, started, timed)
        return _of_no(error.conflict)
    except planner.NoPlanInTime:
        _in_time(asked, started, timed)
        return "no plan in time"
    except planner.InputError as error:
        return _refused(error)
    _in_time(asked, started, timed)
    audit = planner.check(plan, catalog=catalog)
    assert audit.ok, [r for r in audit.ledger if r.status == "broken" and r.severity == "must"]
    assert faults(plan, catalog) == []
    return plan.status


def _of_no(conflict: planner.Conflict) -> str:
    """A no has a cause."""
    assert conflict.rules
    return "infeasible" if conflict.repairs else "infeasible, no repair"


def _refused(error: planner.InputError) -> str:
    """A refusal is a sentence."""
    assert error.message
    return "refused"


def _in_time(asked: dict[str, Any], started: float, timed: bool) -> None:
    limit = asked.get("limits", {}).get("seconds", 3)
    took = time.monotonic() - started
    if timed and took > limit + MOST_LATE_S:
        raise Late(f"{took:.2f} s of {limit} s")


def of_plan_file(plan: dict[str, Any]) -> str:
    """A damaged plan is judged, shown, compared and exported, or refused with a place."""
    outcome = "read"
    asks: list[tuple[str, dict[str, Any]]] = [
        ("check", {"workout": plan}), ("diff", {"before": plan, "after": plan}),
        ("export", {"plan": plan, "format": "markdown"}), ("export", {"plan": plan,
                                                                      "format": "html"}),
        ("swap", {"plan": plan, "session": "mon", "entry": _entry(plan)}),
        ("why", {"plan": plan, "what": _entry(plan)})]
    for name, data in asks:
        try:
            if name == "export":
                data = {**data, "plan": as_plan(plan)}
            QUESTION[name].ask(data)
        except planner.PlannerError:
            outcome = "refused"
    return outcome


def _entry(plan: dict[str, Any]) -> str:
    """Return some exercise of a plan that may be damaged."""
    try:
        return str(plan["sessions"][0]["entries"][3]["exercise"])
    except (KeyError, IndexError, TypeError):
        return WORK[0]


def of_text(text: str) -> str:
    """A text is judged, or refused with its line."""
    try:
        audit = planner.check(text)
    except planner.InputError as error:
        return _refused(error)
    assert audit.sessions
    return "judged"
