"""Questions about a finished plan: swap, replan, why not, alternatives.

Each opens a frozen plan file as anybody's program would, through the public function, with
everything at its defaults. The process is warm, and where a question is quick it is asked several
times: the first call and the best one are both kept.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

import planner
from benchmarks.measure import Row, audited, settle
from benchmarks.suite import Instance
from planner import Plan
from planner.catalog import Catalog

if TYPE_CHECKING:
    from planner import Alternatives, Answer, Replan, Swaps

COUNT = 3
"""How many alternatives are asked for, the plan itself included."""


WELL_KNOWN = ("bench_press", "back_squat", "deadlift", "overhead_press", "pull_up", "barbell_curl")


class Checked(NamedTuple):
    """What came out, in a few words, and what the audit says."""

    note: str
    audit: str


class Question(NamedTuple):
    """What is asked, how an answer is checked, how often it is asked, and in which time."""

    ask: Callable[..., Any]
    check: Callable[[Any, Catalog], Checked]
    calls: int
    limit_s: float


def measure(instance: Instance, catalog: Catalog) -> Row:
    """Ask, keep the first and the best time, and check the answer."""
    question = QUESTIONS[instance.kind]
    text = instance.path.read_text(encoding="utf-8")
    asks = {**asked(instance, text), **instance.asks}
    settle()
    times = []
    for _ in range(question.calls):
        started = time.perf_counter()
        answer = question.ask(text, **asks, catalog=catalog)
        times.append(round(time.perf_counter() - started, 4))
    checked = question.check(answer, catalog)
    return {"instance": instance.id, "first_s": times[0], "total_s": min(times),
            "note": checked.note, "audit": checked.audit}


def asked(instance: Instance, text: str) -> dict[str, Any]:
    """Return what the plan decides.

    A swap is of the middle entry of the middle session; why not is asked of the first well-known
    lift that the plan does not hold.
    """
    plan = Plan.model_validate_json(text)
    if instance.kind == "swap":
        session = plan.sessions[len(plan.sessions) // 2]
        work = [e.exercise for e in session.entries if e.phase == "work"]
        return {"session": session.id, "entry": work[len(work) // 2]}
    if instance.kind == "why_not":
        held = {e.exercise for s in plan.sessions for e in s.entries}
        return {"exercise": next(e for e in WELL_KNOWN if e not in held)}
    return {}


def _swap(found: Swaps, catalog: Catalog) -> Checked:
    faults = [f"{o.exercise}: {said}" for o in found.options
              if (said := audited(o.plan, catalog)) != "kept"]
    best = found.options[0]
    return Checked(f"{best.exercise} for {found.entry} on {found.session}, "
                   f"coverage {best.coverage_change:+d}", "; ".join(faults) or "kept")


def _replan(found: Replan, catalog: Catalog) -> Checked:
    change = found.difference
    return Checked(f"entries changed: {change.changes}, coverage {change.coverage_loss_before} to "
                   f"{change.coverage_loss_after}", audited(found.plan, catalog))


def _why_not(found: Answer, catalog: Catalog) -> Checked:
    return Checked(found.says, "kept" if found.reasons else "no reason is given")


def _alternatives(found: Alternatives, catalog: Catalog) -> Checked:
    """Check every plan; of any two at most two thirds of either are the same."""
    plans = [a.plan for a in found.plans]
    faults = [f"plan {n}: {said}" for n, plan in enumerate(plans, start=1)
              if (said := audited(plan, catalog)) != "kept"]
    held = [{(s.id, e.exercise) for s in p.sessions for e in s.entries if e.phase == "work"}
            for p in plans]
    faults += ["two plans are too alike" for a, b in combinations(held, 2)
               if 3 * len(a & b) > 2 * min(len(a), len(b))]
    faults += ["fewer than asked"] * (len(plans) < COUNT)
    return Checked(f"{len(plans)} of {COUNT} plans, coverage "
                   + ", ".join(str(a.coverage_loss) for a in found.plans),
                   "; ".join(faults) or "kept")


def _others(text: str, catalog: Catalog, **asks: Any) -> Alternatives:
    """Ask for alternatives to a plan, which brings its request."""
    plan = Plan.model_validate_json(text)
    return planner.alternatives(plan.request, COUNT, first=plan, catalog=catalog, **asks)


QUESTIONS: Mapping[str, Question] = {
    "swap": Question(lambda *a, **k: planner.swap(*a, **k), _swap, 7, 0.05),
    "replan": Question(lambda *a, **k: planner.replan(*a, **k), _replan, 2, 2),
    "why_not": Question(lambda *a, **k: planner.why_not(*a, **k), _why_not, 3, 1),
    "alternatives": Question(_others, _alternatives, 1, 10),
}
"""Looked up when asked, so that this module loads without them."""
