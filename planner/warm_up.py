"""The warm-up of a session: its parts, their seconds, and what may fill them."""

from __future__ import annotations

from collections.abc import Sequence

from catalog import Exercise
from catalog.words import Phase
from planner.dose import Dose, clock
from planner.equipment import alternative
from planner.problem import Bars, Option, Problem, SessionProblem, WarmUpPart


def warm_up_parts(problem: Problem, session: SessionProblem,
             rules: Sequence[Bars]) -> tuple[WarmUpPart, ...]:
    """Return the phases that the request asks for, in their order."""
    asked = problem.request.sessions[session.index].warm_up
    assert asked is not None, "a normalised request has its warm-up filled in"
    parts = []
    for phase, minutes in (("raise", asked.raise_minutes), ("mobilise", asked.mobilise_minutes)):
        if minutes:
            part = _part(problem, session, phase, minutes * 60, rules)  # type: ignore[arg-type]
            if part.options or problem.request.warm_up is not None:
                parts.append(part)
    return tuple(parts)


def _part(problem: Problem, session: SessionProblem, phase: Phase, total_s: int,
          rules: Sequence[Bars]) -> WarmUpPart:
    fit = [e for e in problem.catalog.exercises
           if phase in e.phases and e.mechanic in ("cardio", "mobility")
           and not any("any" in r.phases and r.bars(problem, session, e) for r in rules)]
    # A one-sided stretch takes twice its hold: it is used where nothing else is at hand.
    fit = [e for e in fit if not e.unilateral] or fit
    wished = 1 if phase == "raise" or total_s <= 120 else 2 if total_s <= 240 else 3
    count = max(1, min(wished, len(fit)))
    holds = tuple(total_s // count + (1 if i < total_s % count else 0) for i in range(count))
    options = tuple(_warm_option(problem, session, e, holds[-1], phase) for e in
                    sorted(fit, key=lambda e: e.id))
    return WarmUpPart(phase, holds, options)


def _warm_option(problem: Problem, session: SessionProblem, exercise: Exercise,
                 hold_s: int, phase: Phase) -> Option:
    dose = Dose(None, hold_s, None)
    return Option(
        session=session.index, exercise=exercise,
        equipment=alternative(exercise, session.equipment) or (), dose=dose,
        clock=clock(problem.catalog, exercise, dose, problem.request.goal, problem.request.pace,
                    work=False),
        sets=(1, 1), gives={}, phase=phase,
    )


def held_s(problem: Problem, session: SessionProblem) -> int:
    """Return the seconds of a warm-up's holds, both sides where a stretch has two."""
    seconds = 0
    for part in session.warm_up:
        seconds += sum(part.holds)
        if part.options and all(o.exercise.unilateral for o in part.options):
            change = problem.catalog.timing.side_change_s
            seconds += sum(part.holds) + change * len(part.holds)
    return seconds
