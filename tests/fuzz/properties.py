"""What must hold whatever comes in: each returns the class of what came of it."""

from __future__ import annotations

import tempfile
import time
from functools import partial
from pathlib import Path
from typing import Any

import yaml

import planner
from planner.catalog import Catalog, load
from planner.catalog.errors import CatalogError
from planner.doors.questions import QUESTION
from planner.plans.check import as_plan
from tests.fuzz.second_audit import faults
from tests.fuzz.strategies import CATALOG, WORK

LATE_S, MOST_LATE_S = 0.5, 1.0
"""Seconds past its limit after which a search is late, and too late."""

SPARE_S = 0.3
"""Seconds of the limit with which no further repair is tried."""

ENOUGH_S = 20
"""Seconds in which a repair has to lead to a plan."""

Said = list[tuple[str, int]]


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
    late = ""
    try:
        plan = planner.plan(asked, catalog)
        late = _late(asked, started, timed)
    except planner.Infeasible as error:
        late = _late(asked, started, timed)
        used = time.monotonic() - started > asked.get("limits", {}).get("seconds", 3) - SPARE_S
        return _of_no(asked, error.conflict, catalog, used) + late
    except planner.NoPlanInTime:
        return "no plan in time" + _late(asked, started, timed)
    except planner.InputError as error:
        return _refused(error)
    _sound(plan, catalog)
    return plan.status + late


def _sound(plan: planner.Plan, catalog: Catalog) -> None:
    """A plan keeps every must rule, and a second audit finds nothing either."""
    audit = planner.check(plan, catalog=catalog)
    assert audit.ok, [r for r in audit.ledger if r.status == "broken" and r.severity == "must"]
    assert faults(plan, catalog) == []


def _of_no(asked: dict[str, Any], conflict: planner.Conflict, catalog: Catalog,
           used: bool) -> str:
    """A no has a cause and a way out, and every way out leads to a plan.

    Only where all of the time was used there may be no way out.
    """
    assert conflict.rules
    if used and not conflict.repairs:
        return "infeasible, no repair in the time"
    assert conflict.repairs, conflict.sentence()
    assert len({r.says for r in conflict.repairs}) == len(conflict.repairs)
    for repair in conflict.repairs:
        plan = planner.plan(repaired(asked, repair), catalog)
        _sound(plan, catalog)
    return "infeasible"


def repaired(asked: dict[str, Any], repair: planner.Repair) -> dict[str, Any]:
    """Return a request with a repair put over it, and time enough."""
    changed = {**asked, **repair.change, "limits": {"seconds": ENOUGH_S}}
    for name, value in repair.change.items():
        if isinstance(value, dict) and isinstance(asked.get(name), dict):
            changed[name] = {**asked[name], **value}
    return changed


def _refused(error: planner.InputError) -> str:
    return _said(error.message)


def _said(sentence: str) -> str:
    """A refusal is a sentence."""
    assert sentence
    return "refused"


def _late(asked: dict[str, Any], started: float, timed: bool) -> str:
    limit = asked.get("limits", {}).get("seconds", 3)
    took = time.monotonic() - started
    if timed and took > limit + MOST_LATE_S:
        raise Late(f"{took:.2f} s of {limit} s")
    return ", late" if timed and took > limit + LATE_S else ""


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
        except planner.PlanBug:
            raise
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


def of_improvement(text: str, timed: bool = True) -> str:
    """A text that can be read becomes a plan that both audits accept, or there is none."""
    limits = {"limits": {"seconds": 1.0}}
    started = time.monotonic()
    try:
        found = planner.improve(text, seconds=1.0)
    except planner.InputError as error:
        return _refused(error)
    except planner.NoPlanInTime:
        return "no workout in time" + _late(limits, started, timed)
    except planner.Infeasible as error:
        return _said(error.conflict.sentence()) and "infeasible"
    late = _late(limits, started, timed)
    _sound(found.plan, CATALOG)
    return ("improved" if found.changes else "as it was") + late


def of_log(data: bytes) -> str:
    """A log is read, and every set of it stands in a session; or it is refused with its place."""
    try:
        log = planner.read_log(data, CATALOG)
    except planner.InputError as error:
        return _refused(error) if error.where.startswith("<text>") else "refused without a place"
    report = log.report
    sets = sum(len(entry.sets) for session in log.sessions for entry in session.entries)
    names = (*report.mapped, *report.unsure, *report.unknown)
    assert sets == sum(name.sets for name in names)
    assert planner.Log.model_validate_json(log.model_dump_json()) == log
    return "read"


def of_overlay(overlay: dict[str, Any]) -> str:
    """A catalogue's overlay is refused with its place, or what it makes can be planned from."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "own.yaml"
        file.write_text(yaml.safe_dump(overlay, allow_unicode=True), "utf-8")
        try:
            catalog = load(file)
        except CatalogError as error:
            return _said(error.message)
    return "planned: " + of_request({"sessions": [{"day": "mon", "minutes": 25}],
                                     "limits": {"seconds": 1}}, catalog, timed=False)


def of_call(call: tuple[str, dict[str, Any], bool]) -> str:
    """A question from a program is answered, or refused by an error of this package."""
    name, given, direct = call
    ask = partial(getattr(planner, name.replace("-", "_")), **given) if direct else partial(
        QUESTION[name].ask, given)
    try:
        ask()
    except planner.PlanBug:
        raise
    except planner.PlannerError as error:
        return _said(str(error)) and type(error).__name__
    return "answered"


def of_life(life: tuple[dict[str, Any], Said]) -> str:
    """Whatever happens to a plan, it stays a plan; what was done stays as it was.

    No audit judges the sessions that were done, so the second one sees no plan with such.
    """
    asked, steps = life
    try:
        plan = planner.plan(asked, CATALOG)
    except planner.PlanBug:
        raise
    except planner.PlannerError:
        return "no plan"
    for kind, number in steps:
        before = plan
        try:
            plan = lived(plan, kind, number)
        except planner.PlanBug:
            raise
        except planner.PlannerError:
            pass  # an answer of its own
        audit = planner.check(plan)
        assert audit.ok, (kind, [r for r in audit.ledger if r.status == "broken"])
        kept = before.done if kind != "request" else ()  # a week from the start
        assert [s for s in plan.sessions if s.id in kept] == [
            s for s in before.sessions if s.id in kept]
        if not plan.done:
            assert faults(plan, CATALOG) == []
    return f"{len(steps)} steps"


def lived(plan: planner.Plan, kind: str, number: int) -> planner.Plan:
    """Return what becomes of a plan when something happens."""
    session = plan.sessions[number % len(plan.sessions)]
    entry = session.entries[number % len(session.entries)].exercise
    if kind == "swap":
        return planner.swap(plan, session.id, entry).options[0].plan
    if kind == "swap for":
        new = WORK[number % len(WORK)]
        return planner.swap(plan, session.id, entry, new).options[0].plan
    if kind == "why":
        planner.why(plan, entry)
    elif kind == "export":
        for name in ("markdown", "csv", "html"):
            assert planner.export(plan, name)
        return as_plan(planner.export(plan, "json").decode())
    elif kind == "text":
        _read_back(plan)
    elif kind == "request":
        return planner.plan(plan.request, CATALOG)
    else:
        return planner.replan(plan, seconds=0.5, **_change(kind, number, session, entry)).plan
    return plan


def _change(kind: str, number: int, session: Any, entry: str) -> dict[str, Any]:
    """Return what a plan is planned anew for."""
    return {"done": {"done": [session.id]}, "lost": {"lost": [session.id]},
            "minutes": {"minutes": {session.id: 10 + number % 80}},
            "without": {"without": ["barbell", "bench"][:1 + number % 2]},
            "complaint": {"complaints": [["knee_pain", "shoulder_impingement"][number % 2]]},
            "locked": {"locked": [f"{session.id}:{entry}"]}}[kind]


def _read_back(plan: planner.Plan) -> None:
    """A plan written as text says the same exercises and sets when it is read again."""
    audit = planner.check(planner.export(plan, "text").decode(), plan.request)
    there = [[(e.exercise, e.sets) for e in s.entries if e.phase == "work"]
             for s in audit.sessions]
    assert there == [[(e.exercise, e.sets) for e in s.entries if e.phase == "work"]
                     for s in plan.sessions]
