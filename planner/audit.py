"""All the checks on a finished workout, and the ledger. Knows nothing of the solver."""

from __future__ import annotations

from collections.abc import Sequence

from planner.dose import QUARTERS
from planner.fitness import fitness, tie_break
from planner.plan import CoverageRow, LedgerRow
from planner.problem import Problem
from planner.rules.base import Finding, Rule
from planner.tally import coverage_loss, tally, use_of_time
from planner.workout import Workout

TIER_NAMES = ("coverage", "use_of_time", "should", "fitness", "tie_break")


def ledger(w: Workout, p: Problem, rules: Sequence[Rule]) -> tuple[LedgerRow, ...]:
    """Return what every rule asked and reached, in the order of the registry."""
    rows: list[LedgerRow] = []
    for rule in rules:
        if p.setting(rule.id).severity == "off":
            continue
        rows.extend(_row(rule.id, finding, p) for finding in rule.check(w, p))
    return tuple(rows)


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
    """Return fractional sets reached beside each goal."""
    got = tally(w, p)
    return tuple(
        CoverageRow(muscle=g.id, sets=got[g.id] / QUARTERS, min=g.min / QUARTERS,
                    target=g.target / QUARTERS, max=g.max / QUARTERS, weight=g.weight)
        for g in p.goals
    )


def tiers(w: Workout, p: Problem, rows: Sequence[LedgerRow]) -> dict[str, int]:
    """Return the value of every tier, computed from the workout alone."""
    values = (coverage_loss(w, p), use_of_time(w, p), sum(r.penalty for r in rows),
              fitness(w, p), tie_break(w, p))
    return dict(zip(TIER_NAMES, values, strict=True))


def broken_musts(rows: Sequence[LedgerRow]) -> list[LedgerRow]:
    """Return the rows of must rules that are broken."""
    return [r for r in rows if r.severity == "must" and r.status == "broken"]
