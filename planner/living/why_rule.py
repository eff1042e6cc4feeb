"""What a rule found, and what the plan would be without it."""

from __future__ import annotations

import time
from dataclasses import replace

from planner.building import build_problem
from planner.living.opened import Opened
from planner.living.reasons import Answer, Reason, goals_in_words
from planner.plan import LedgerRow
from planner.request import normalise
from planner.tally import coverage_loss, use_of_time

RULE_SECONDS = 0.6


def about_rule(opened: Opened, name: str) -> Answer:
    """Say what a rule found, and what the plan would be without it."""
    rows = [r for r in opened.rows if r.rule == name]
    severity = opened.problem.setting(name).severity
    if severity == "off":
        return Answer(asked=name, kind="rule", says=f"{name} is off in this request.",
                      notes=opened.notes)
    reasons = [Reason(about=r.where, says=f"{_status(r)}: {r.says}.",
                      figures={k: v for k, v in (("asked", r.asked), ("reached", r.reached))
                               if v is not None}) for r in rows]
    judged = any(r.status in ("kept", "broken") for r in rows)
    if judged:
        reasons.append(_relaxed(opened, name))
    broken = sum(r.status == "broken" for r in rows)
    says = f"{name} is a {severity} rule; " + (
        f"broken at {broken} of {len(rows)} places." if broken else
        "kept everywhere." if judged else "it does not apply here.")
    return Answer(asked=name, kind="rule", says=says, reasons=tuple(reasons), notes=opened.notes)


def _status(row: LedgerRow) -> str:
    return {"kept": "kept", "broken": "broken", "not_judged": "not judged",
            "not_applicable": "idle"}[row.status]


def _relaxed(opened: Opened, name: str) -> Reason:
    """Improve the plan with the rule switched off."""
    from planner.solve.engine import NoSolution
    from planner.solve.partial import few, solve_tiers
    from planner.solve.search import Control
    from planner.solve.tiers import TIERS

    own = [r.id for r in opened.rules if r.id not in opened.catalog.rule_by_id]
    request = opened.problem.request
    asked = request.model_copy(update={"rules": {**request.rules, name: "off"}})
    p = build_problem(normalise(asked, opened.catalog, own), opened.catalog, opened.rules)
    old = dict(enumerate(opened.workout.visits))
    offers = [few(p, s) | {i.exercise.id for i in old[s.index].work} for s in p.sessions]
    control = Control(RULE_SECONDS, 1, request.seed, time.monotonic())
    found = solve_tiers(replace(p.narrowed(offers), done=opened.problem.done), opened.rules,
                        control, old, TIERS[:2])
    before = (opened.values["coverage"], opened.values["use_of_time"])
    if isinstance(found, NoSolution):
        after = before
    else:
        after = (coverage_loss(found.workout, p), use_of_time(found.workout, p))
    if after < before and not isinstance(found, NoSolution):
        index = 0 if after[0] < before[0] else 1
        word = ("coverage", "use of time")[index]
        text = (f"Without it {word} would be {before[index] - after[index]} quarter sets better "
                f"({goals_in_words(opened, found.workout)}).")
    else:
        text = (f"Without it no better plan was found in {RULE_SECONDS:g} s: it costs nothing "
                "that was seen.")
    return Reason(about="without it", says=text,
                  figures={"coverage": after[0] - before[0], "use_of_time": after[1] - before[1]})
