"""Our own planner, through its public function, with a probe beside it."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

import planner
from benchmarks.measure import Measure, gap_of, near_at, quality, settle
from benchmarks.peers.problem import comparable
from benchmarks.probe import Probe, probing
from catalog import Catalog
from planner import Infeasible, NoPlanInTime, Plan, Progress, Request
from planner.dose import QUARTERS


def measure(request: Request, catalog: Catalog, into: Measure,
            part: bool = False) -> None:
    """Plan once and fill in the figures.

    Parameters
    ----------
    part
        Only what the peers can express: no supersets, and the coverage tier alone.
    """
    asked = comparable(request) if part else request
    _imports()
    settle()
    events: list[Progress] = []
    conflict: Infeasible | None = None
    with probing(first_tier_only=part) as probe:
        try:
            plan = planner.plan(asked, catalog=catalog, on_progress=events.append)
            into.total_s = probe.now
        except Infeasible as error:
            into.total_s = into.proof_s = probe.now
            into.status, into.note = "infeasible", error.conflict.sentence().splitlines()[0]
            conflict = error
        except NoPlanInTime:
            into.total_s, into.status = probe.now, "limit"
        else:
            _plan(plan, probe, events, into)
            into.audit = audited(plan, catalog)
    into.work = probe.work
    if conflict is not None:
        into.audit = _repairs_hold(conflict, asked, catalog)
    into.build_s = probe.first_search_s if probe.first_search_s is not None else into.total_s
    into.solve_s = (into.total_s or 0.0) - (into.build_s or 0.0)


def _imports() -> None:
    """Load what the planner loads late, so that no clock counts imports."""
    for name in ("explain", "stages"):
        import_module(f"planner.solve.{name}")


def audited(plan: Plan, catalog: Catalog) -> str:
    """Check a plan as anybody would, from its JSON: ``kept``, or what is broken."""
    audit = planner.check(plan.model_dump(mode="json", by_alias=True), catalog=catalog)
    broken = [f"{r.rule} ({r.where})" for r in audit.ledger
              if r.severity == "must" and r.status == "broken"]
    if audit.coverage_loss != plan.solver.tiers[0].value:
        broken.append(f"coverage is {audit.coverage_loss}")
    return "; ".join(broken) or "kept"


def _repairs_hold(error: Infeasible, request: Request, catalog: Catalog) -> str:
    """Plan each repaired request up to its first plan."""
    wrong = []
    for repair in error.conflict.repairs:
        data = {**request.model_dump(mode="json"), **repair.change}
        data["rules"] = {**request.model_dump(mode="json")["rules"],
                         **repair.change.get("rules", {})}
        seen: list[Progress] = []
        try:
            planner.plan(data, catalog=catalog, on_progress=seen.append,
                         should_stop=lambda seen=seen: bool(seen))  # type: ignore[misc]
        except planner.PlannerError as failed:
            wrong.append(f"{repair.says}: {type(failed).__name__}")
    return "; ".join(wrong) or "kept"


def _plan(plan: Plan, probe: Probe, events: Sequence[Progress], into: Measure) -> None:
    into.status = plan.status
    into.note = "" if plan.status == "optimal" else f"stopped by {plan.solver.stopped_by}"
    into.first_s = plan.solver.first_plan_s
    ends = _ends(plan, probe, events, probe.solved_s or into.total_s or plan.solver.seconds)
    summed = round(QUARTERS * sum(r.target * r.weight for r in plan.coverage))
    for tier in plan.solver.tiers:
        end = ends.get(tier.name)
        trace = believed(events, probe, tier.name, tier.value, end)
        if tier.value == 0:
            end = trace[-1][0]  # nothing can be less: found is proved
        scale = summed if tier.name == "coverage" else abs(tier.value)
        row: dict[str, Any] = {"name": tier.name, "value": tier.value, "bound": tier.bound,
                               "proved": tier.proved, "end_s": end,
                               "gap": gap_of(tier.value, tier.bound, scale),
                               "near_s": near_at(trace, tier.bound, scale)}
        into.tiers.append({k: round(v, 4) if isinstance(v, float) else v for k, v in row.items()})
        if tier.name == "coverage":
            into.value, into.bound, into.gap = tier.value, tier.bound, row["gap"]
            into.trace, into.at, into.near_s = trace, quality(trace), row["near_s"]
            into.proof_s = end if tier.proved else None


def _ends(plan: Plan, probe: Probe, events: Sequence[Progress],
          end_s: float) -> dict[str, float]:
    """Return when each tier was done: as reported, as seen, or by the next tier's first event."""
    names = [t.name for t in plan.solver.tiers]
    begins = probe.tiers or {e.tier: e.seconds for e in reversed(events)}
    ends = {}
    for i, tier in enumerate(plan.solver.tiers):
        later = [begins[n] for n in names[i + 1:] if n in begins]
        reported = getattr(tier, "seconds", None)
        ends[tier.name] = reported if reported is not None else min(later, default=end_s)
    return ends


def believed(events: Sequence[Progress], probe: Probe, tier: str, value: int,
             end: float | None) -> list[tuple[float, int]]:
    """Return a tier's values over time, without those that came to nothing.

    A solution that is refused afterwards (an order, a matching) is reported as
    it is found. It shows as a value below a later one, and is left out; so is
    what a search without an objective calls its value. The list ends with the
    tier's own value at its end.
    """
    seen = [(e.seconds, e.best) for e in events
            if e.tier == tier and e.best is not None and not probe.is_blind(e.seconds)]
    if end is not None:
        seen = [(s, v) for s, v in seen if s <= end] + [(end, value)]
    kept: list[tuple[float, int]] = []
    for moment, reached in reversed(seen):
        if not kept or reached > kept[-1][1]:
            kept.append((moment, reached))
        elif reached == kept[-1][1]:
            kept[-1] = (moment, reached)
    return [(round(s, 4), v) for s, v in reversed(kept)]
