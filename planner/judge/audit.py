"""The audit of a finished workout: its ledger and its worth, without the solver."""

from __future__ import annotations

from collections.abc import Sequence

from planner.judge.audit_rows import CoverageRow, LedgerRow
from planner.judge.prices import quality_parts
from planner.judge.tie_break import tie_break
from planner.judge.tiers import Worth
from planner.problem.problem import Problem
from planner.problem.tally import coverage_loss, tally
from planner.rules.protocol import Finding, Rule, by_session
from planner.workout.dose import QUARTERS
from planner.workout.workout import Workout, changed, part

Judged = tuple[Workout, Sequence[LedgerRow]]
"""A workout and its ledger."""


def ledger(w: Workout, p: Problem, rules: Sequence[Rule],
           before: Judged | None = None) -> tuple[LedgerRow, ...]:
    """Return the ledger of a workout: what every rule asked and reached, in registry order.

    Parameters
    ----------
    before
        Another workout of the same problem with its ledger. Rules that judge each session by
        itself are asked only about the sessions that differ from it.
    """
    rows: list[LedgerRow] = []
    old: dict[str, list[LedgerRow]] = {}
    at: tuple[int, ...] = ()
    if before is not None:
        at = changed(before[0], w)
        for row in before[1]:
            old.setdefault(row.rule, []).append(row)
    for rule in rules:
        if p.setting(rule.id).severity == "off":
            continue
        found = _updated(rule, w, p, at, old[rule.id]) if rule.id in old else None
        rows.extend(found if found is not None else _rows(rule, w, p))
    return tuple(rows)


def _rows(rule: Rule, w: Workout, p: Problem) -> list[LedgerRow]:
    return [_row(rule.id, finding, p) for finding in rule.check(w, p)]


def _updated(rule: Rule, w: Workout, p: Problem, at: tuple[int, ...],
             old: Sequence[LedgerRow]) -> list[LedgerRow] | None:
    """Return a rule's old rows with those of the changed sessions replaced.

    None where the rule does not judge sessions one by one, or where a session does not have as
    many rows as before.
    """
    if not by_session(rule):
        return None
    new = iter(_rows(rule, part(w, at), p.part(at)))
    names = {w.sessions[i].id for i in at}
    rows = [next(new, None) if row.where in names else row for row in old]
    whole = [row for row in rows if row is not None]
    return whole if len(whole) == len(old) and next(new, None) is None else None


def _row(rule: str, found: Finding, p: Problem) -> LedgerRow:
    setting = p.setting(rule)
    severity = found.severity or setting.severity
    weight = setting.weight if found.weight is None else found.weight
    status, says = found.verdict, found.says
    if status == "broken" and severity == "must" and found.where in p.done:
        status, says = "not_judged", f"done already: {says}"
    broken = status == "broken"
    slack = None
    if found.asked is not None and found.reached is not None:
        slack = round(found.asked - found.reached, 3)
    return LedgerRow(
        rule=rule, severity=severity, status=status, where=found.where, asked=found.asked,
        reached=found.reached, slack=slack,
        penalty=weight * found.over if broken and severity == "should" else 0, says=says,
    )


def coverage_rows(w: Workout, p: Problem) -> tuple[CoverageRow, ...]:
    """Return the fractional sets that each goal gets, with its figures."""
    got = tally(w, p)
    return tuple(
        CoverageRow(muscle=g.id, sets=got[g.id] / QUARTERS, min=g.min / QUARTERS,
                    target=g.target / QUARTERS, max=g.max / QUARTERS, weight=g.weight)
        for g in p.goals
    )


def worth(w: Workout, p: Problem, rows: Sequence[LedgerRow]) -> Worth:
    """Return the value of every tier, computed from the workout alone."""
    return Worth(coverage_loss(w, p), sum(quality_parts(w, p, rows).values()), tie_break(w))


def broken_musts(rows: Sequence[LedgerRow]) -> list[LedgerRow]:
    """Return the rows of must rules that are broken."""
    return [r for r in rows if r.severity == "must" and r.status == "broken"]
