"""Questions about a finished plan: swap, replan, why not, alternatives.

Each opens a frozen plan file as anybody's program would, through the public function, with
everything at its defaults. The process is warm: modules and catalogue are loaded, and where a
question is quick it is asked several times. The first call and the best one are both kept.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import planner
from benchmarks.measure import Measure
from benchmarks.ours import audited
from benchmarks.suite import Instance
from catalog import Catalog
from planner import Alternatives, Answer, Plan, Replan, Swaps
from planner.living.alternatives import LOSS_SHARE

COUNT = 3
"""How many alternatives are asked for, the plan itself included."""


@dataclass(frozen=True)
class Checked:
    """What came out, in a few words; what the audit says; whether it is all that was asked."""

    note: str
    audit: str
    complete: bool = True


@dataclass(frozen=True)
class Question:
    """What is asked, how an answer is checked, and how often it is asked in one process."""

    ask: Callable[..., Any]
    check: Callable[[Any, Catalog], Checked]
    calls: int


def measure(instance: Instance, catalog: Catalog, into: Measure) -> None:
    """Ask, keep the first and the best time, and check the answer."""
    question = QUESTIONS[instance.kind]
    text = instance.path.read_text(encoding="utf-8")
    asks = {**asked(instance, text), **instance.asks}
    _imports()
    times = []
    for _ in range(question.calls):
        started = time.perf_counter()
        answer = question.ask(text, **asks, catalog=catalog)
        times.append(time.perf_counter() - started)
    into.first_s, into.total_s = times[0], min(times)
    checked = question.check(answer, catalog)
    into.status = "answered" if checked.complete else "incomplete"
    into.note, into.audit = checked.note, checked.audit


def asked(instance: Instance, text: str) -> dict[str, Any]:
    """Return what the plan decides: a swap is of the middle entry of the middle session."""
    if instance.kind != "swap":
        return {}
    plan = Plan.model_validate_json(text)
    session = plan.sessions[len(plan.sessions) // 2]
    work = [e.exercise for e in session.entries if e.phase == "work"]
    return {"session": session.id, "entry": work[len(work) // 2]}


def _imports() -> None:
    """Load what is loaded late, so that no clock counts imports."""
    import planner.solve.from_plan

    for name in ("swap", "replan", "why_not", "alternatives"):
        getattr(planner, name)


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
    faults += [f"plans {i + 1} and {k + 1} are too alike" for k in range(len(held))
               for i in range(k) if 3 * len(held[i] & held[k]) > 2 * min(len(held[i]),
                                                                         len(held[k]))]
    lost = max(a.loss_share for a in found.plans)
    if lost > LOSS_SHARE:
        faults.append(f"{100 * lost:.1f} % of the targets lost")
    losses = ", ".join(str(a.coverage_loss) for a in found.plans)
    return Checked(f"{len(plans)} of {COUNT} plans, coverage {losses}",
                   "; ".join(faults) or "kept", complete=len(plans) == COUNT)


def _others(text: str, catalog: Catalog, **asks: Any) -> Alternatives:
    """Ask for alternatives to a plan, which brings its request."""
    plan = Plan.model_validate_json(text)
    return planner.alternatives(plan.request, COUNT, first=plan, catalog=catalog, **asks)


QUESTIONS: Mapping[str, Question] = {
    "swap": Question(planner.swap, _swap, calls=7),
    "replan": Question(planner.replan, _replan, calls=2),
    "why_not": Question(planner.why_not, _why_not, calls=3),
    "alternatives": Question(_others, _alternatives, calls=1),
}
