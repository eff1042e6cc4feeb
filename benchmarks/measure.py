"""Our planner through its public function: one plan, one row."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator, Sequence
from typing import Any

import planner
from benchmarks.suite import Instance
from planner import Infeasible, Plan, Request
from planner.catalog import Catalog
from planner.request.files import read_request
from planner.solve.explain import fixes as explain
from planner.solve.search import kernel_search as solver

LIMITS = (1.0, 2.0, 3.0, 5.0)
"""Seconds that a plan is given, each in a run of its own."""

REFERENCE_S, REFERENCE_WORKERS = 60.0, 2
"""What the best plan known is looked for with."""

LOADED = (explain, solver)
"""What the planner loads late, so that no clock counts imports."""

Row = dict[str, Any]


def ours(instance: Instance, catalog: Catalog, seeds: int) -> Iterator[Row]:
    """Yield a row for each seed and limit; a longer limit adds nothing to a proof."""
    request = read_request(str(instance.path))
    for seed in range(seeds):
        for seconds in LIMITS:
            row = planned(instance.id, request, catalog, seconds, seed)
            yield row
            if row["proved"]:
                break


def reference(instance: Instance, catalog: Catalog) -> Row:
    """Return a long run's row."""
    return planned(instance.id, read_request(str(instance.path)), catalog, REFERENCE_S,
                   workers=REFERENCE_WORKERS)


def planned(name: str, request: Request, catalog: Catalog, seconds: float, seed: int = 0,
            workers: int = 1) -> Row:
    """Plan once; a request that has no plan in time gives a row without figures."""
    request = limited(request, seconds, seed, workers)
    row: Row = {"instance": name, "seed": seed, "limit_s": seconds, "proved": False}
    settle()
    events: list[planner.Event] = []
    started = time.perf_counter()
    try:
        plan = planner.plan(request, catalog=catalog, on_event=events.append)
    except planner.NoPlanInTime:
        return {**row, "total_s": _since(started), "stopped_by": "no plan"}
    total_s = _since(started)
    tiers = {t.name: t for t in plan.solver.tiers}
    sure = tiers["coverage"].proved
    return {
        **row, "first_s": plan.solver.first_plan_s, "total_s": total_s,
        "coverage": tiers["coverage"].value, "coverage_bound": tiers["coverage"].bound,
        "quality": tiers["quality"].value,
        "quality_bound": tiers["quality"].bound if sure else None,
        "proved": sure and tiers["quality"].proved, "stopped_by": plan.solver.stopped_by,
        "penalties": sum(r.penalty for r in plan.ledger), "audit": audited(plan, catalog),
        "stages": stages(events, total_s),
    }


def stages(events: Sequence[planner.Event], total_s: float) -> dict[str, float]:
    """Return the seconds of each stage of a search."""
    begun = [(e.stage.value, e.progress.seconds) for e in events if e.kind == "stage"]
    ends = [at for _, at in begun[1:]] + [total_s]
    return {name: round(end - at, 4) for (name, at), end in zip(begun, ends, strict=True)}


def infeasible(instance: Instance, catalog: Catalog) -> Row:
    """Return how long it takes to say that there is no plan; each repair has to be planned."""
    request = read_request(str(instance.path))
    row: Row = {"instance": instance.id, "note": "", "audit": "kept"}
    settle()
    started = time.perf_counter()
    try:
        planner.plan(request, catalog=catalog)
    except Infeasible as error:
        row["total_s"] = _since(started)
        row["note"] = error.conflict.sentence().splitlines()[0]
        wrong = [r.says for r in error.conflict.repairs if not _plans(request, r.change, catalog)]
        return {**row, "audit": "; ".join(wrong) or "kept"}
    except planner.NoPlanInTime:
        return {**row, "total_s": _since(started), "audit": "no plan in time, no reason why"}
    return {**row, "total_s": _since(started), "audit": "there is a plan"}


def _plans(request: Request, change: dict[str, Any], catalog: Catalog) -> bool:
    """Whether a repaired request has a plan."""
    seen: list[planner.Progress] = []
    try:
        planner.plan(explain.changed(request, change), catalog=catalog, on_progress=seen.append,
                     should_stop=lambda: bool(seen))
    except planner.PlannerError:
        return False
    return True


def audited(plan: Plan, catalog: Catalog) -> str:
    """Check a plan as anybody would, from its JSON: ``kept``, or what is wrong."""
    audit = planner.check(plan.model_dump(mode="json", by_alias=True), catalog=catalog)
    wrong = [f"{r.rule} ({r.where})" for r in audit.ledger
             if r.severity == "must" and r.status == "broken"]
    wrong += [f"{t.name} is {audit.tiers[t.name]}" for t in plan.solver.tiers
              if t.name in audit.tiers and audit.tiers[t.name] != t.value]
    return "; ".join(wrong) or "kept"


def limited(request: Request, seconds: float, seed: int = 0, workers: int = 1) -> Request:
    """Return a request with other limits."""
    limits = request.limits.model_copy(update={"seconds": seconds, "workers": workers})
    return request.model_copy(update={"limits": limits, "seed": seed})


def settle() -> None:
    """Let no collection of garbage walk what was loaded before the clock starts."""
    gc.collect()
    gc.freeze()


def warm(catalog: Catalog, instances: Sequence[Instance]) -> None:
    """Plan once, so that no clock counts what a process does but once."""
    if instances:
        planner.plan(limited(read_request(str(instances[0].path)), 1), catalog=catalog)


def _since(started: float) -> float:
    return round(time.perf_counter() - started, 4)
