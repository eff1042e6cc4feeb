"""The findings of a rule, and the plan as it would be without it."""

from __future__ import annotations

import time
from dataclasses import replace

from planner.answers.reasons.answer import (
    Answer,
    Reason,
    coverage_in_words,
    goals_in_words,
    points_in_words,
)
from planner.answers.trial.opened_plan import Opened
from planner.catalog.body import so_many
from planner.judge.audit import ledger, worth
from planner.judge.audit_rows import LedgerRow
from planner.problem.build import build_problem
from planner.problem.problem import Problem
from planner.request.request import normalise
from planner.workout.workout import Workout

RULE_SECONDS = 0.6


def about_rule(opened: Opened, name: str) -> Answer:
    """Return the findings of a rule, and how much better the plan would be without it."""
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
        f"broken at {broken} of {so_many(len(rows), 'place')}." if broken else
        "kept everywhere." if judged else "it does not apply here.")
    return Answer(asked=name, kind="rule", says=says, reasons=tuple(reasons), notes=opened.notes)


def _status(row: LedgerRow) -> str:
    return {"kept": "kept", "broken": "broken", "not_judged": "not judged",
            "not_applicable": "idle"}[row.status]


def _relaxed(opened: Opened, name: str) -> Reason:
    """Improve the plan with the rule switched off."""
    from planner.solve import Control, NoSolution, solve_from

    own = [r.id for r in opened.rules if r.id not in opened.catalog.rule_by_id]
    request = opened.problem.request
    asked = request.model_copy(update={"rules": {**request.rules, name: "off"}})
    p = replace(build_problem(normalise(asked, opened.catalog, own), opened.catalog, opened.rules),
                done=opened.problem.done)
    control = Control(RULE_SECONDS, 1, request.seed, time.monotonic())
    found = solve_from(p, opened.rules, control, dict(enumerate(opened.workout.sessions)))
    before = _tiers(opened, opened.workout, p)
    after = before if isinstance(found, NoSolution) else _tiers(opened, found.workout, p)
    if isinstance(found, NoSolution) or after >= before:
        after = before
        text = (f"Without it no better plan was found in {RULE_SECONDS:g} s: it costs nothing "
                "that was seen.")
    else:
        index = 0 if after[0] < before[0] else 1
        less = before[index] - after[index]
        what = "the plan would be " + (
            f"{coverage_in_words(less)} nearer to the mins and maxes" if index == 0 else
            f"{points_in_words(less)} better")
        proved = found.tiers[index].proved and index == 1
        text = (f"Without it {what}{'' if proved else ' at least'} "
                f"({goals_in_words(opened, found.workout)}).")
    return Reason(about="without it", says=text,
                  figures={"coverage": after[0] - before[0], "quality": after[1] - before[1]})


def _tiers(opened: Opened, workout: Workout, p: Problem) -> tuple[int, int]:
    """Return the first two tiers of a workout in the problem without the rule."""
    return worth(workout, p, ledger(workout, p, opened.rules))[:2]
