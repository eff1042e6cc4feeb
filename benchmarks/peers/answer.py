"""From a peer's values to a workout, and the audit that decides whether it counts."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.peers.problem import Selection
from planner.audit import broken_musts, ledger
from planner.dose import Dose, clock
from planner.problem import Option, Problem, SessionProblem
from planner.rules import REGISTRY
from planner.tally import coverage_loss
from planner.workout import Item, Visit, Workout

ORDER = frozenset({"phases", "risk_first", "fresh_back", "main_lift", "core_last", "focus_early",
                   "failure_late", "grip_apart", "compound_first"})
"""Rules that judge an order; the peers do not decide on one."""


def workout(found: Selection, values: Sequence[int]) -> Workout:
    """Return the choice as a workout: warm-up, risk lifts, main lifts, the rest, core."""
    visits = []
    for session in found.problem.sessions:
        work = [_entry(o, found.sets[session.index, o.id].value(values))
                for o in session.options if found.chosen[session.index, o.id].value(values)]
        main = found.problem.main_class(session)
        work.sort(key=lambda i: (not i.exercise.risk_lift, i.exercise.rest_class != main,
                                 i.exercise.core, i.exercise.id))
        visits.append(Visit(session.id, session.day,
                            (*_warm_up(found, session, values), *work)))
    return Workout(tuple(visits))


def faults(found: Selection, values: Sequence[int]) -> list[str]:
    """Return what is wrong with an answer; nothing is as it should be."""
    made = workout(found, values)
    wrong = [f"row {r.rule} ({r.where})" for r in found.linear.broken(values)]
    # The audit knows nothing of rows; a rule that was recorded wrongly shows here.
    wrong += [f"{r.rule} ({r.where}): {r.says}"
              for r in broken_musts(ledger(made, found.problem, REGISTRY)) if r.rule not in ORDER]
    claimed, real = found.linear.loss(values), coverage_loss(made, found.problem)
    if claimed != real:
        wrong.append(f"coverage is {real}, not {claimed}")
    return wrong


def _entry(option: Option, sets: int) -> Item:
    return Item(option.exercise, option.phase, sets, option.dose, option.clock, None,
                option.equipment)


def _warm_up(found: Selection, session: SessionProblem, values: Sequence[int]) -> list[Item]:
    items = []
    for part in session.warm_up:
        chosen = [o for o, y in found.warm[session.index]
                  if o.phase == part.phase and y.value(values)]
        items += [_held(found.problem, o, hold)
                  for o, hold in zip(chosen, part.holds, strict=False)]
    return items


def _held(problem: Problem, option: Option, hold_s: int) -> Item:
    dose = Dose(None, hold_s, None)
    times = clock(problem.catalog, option.exercise, dose, problem.request.goal,
                  problem.request.pace, work=False)
    return Item(option.exercise, option.phase, 1, dose, times, None, option.equipment)
