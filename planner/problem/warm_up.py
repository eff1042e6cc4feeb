"""The warm-up of a session: its parts, their seconds, and their exercises.

The solver knows only the most seconds that a warm-up may take. Its exercises are chosen afterwards
for the lifts that follow. The raise is done on a machine where there is one and time to walk to
it. Mobility prepares the muscles of the work.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from planner.catalog import Exercise
from planner.catalog.words import Phase
from planner.problem.equipment import alternative
from planner.problem.option import Option, WarmUpPart
from planner.problem.problem import Bars, Problem, SessionProblem, pin_of
from planner.workout.dose import Dose
from planner.workout.workout import WorkoutEntry

SHORT_RAISE_S, NEAR_S = 180, 15
"""A raise of fewer than SHORT_RAISE_S seconds is done with a set-up of at most NEAR_S seconds."""

LUMBAR = 2
"""The least lumbar strain with which a warm-up would tire the back for the work."""

STANDINGS = {"staple": 2.0, "common": 1.0, "niche": 0.0}
MACHINE = 4.0
LIKED = 100.0
"""Points in the choice of a warm-up, beside the share of the work that it prepares."""


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
    asked = {pin.exercise for pin in problem.request.include}
    fit = [e for e in problem.catalog.exercises
           if phase in e.phases and (e.mechanic in ("cardio", "mobility") or (
               e.id in asked and "work" not in e.phases))
           and not any("any" in r.phases and r.bars(problem, session, e) for r in rules)]
    wished = 1 if phase == "raise" or total_s <= 120 else 2 if total_s <= 240 else 3
    short = phase == "raise" and total_s < SHORT_RAISE_S
    # Unwished exercises stay only where too little else is at hand.
    for unwished in (_tiring, _cautioned(problem), _disliked(problem), _one_sided,
                     _far if short else _niche):
        fit = _without(fit, unwished, wished, problem)
    count = max(1, min(wished, len(fit)))
    holds = tuple(total_s // count + (1 if i < total_s % count else 0) for i in range(count))
    options = sorted((_option(problem, session, e, holds[-1], phase) for e in fit),
                     key=lambda o: o.id)
    if problem.setting("time_budget").severity == "should":
        # The price of a minute over has to be known before the work is, so nothing is left to
        # choose.
        named = {pin.exercise for pin in problem.request.include}
        order = sorted(options, key=lambda o: _first(problem, o, named, {}, 1.0), reverse=True)
        options = [o for o in options if o in order[:count]]
    return WarmUpPart(phase, holds, tuple(options))


def _without(fit: list[Exercise], unwished: Callable[[Exercise], bool], wished: int,
             problem: Problem) -> list[Exercise]:
    named = {pin.exercise for pin in problem.request.include} | set(problem.request.likes)
    kept = [e for e in fit if e.id in named or not unwished(e)]
    return kept if len(kept) >= min(wished, len(fit)) and kept else fit


def _tiring(e: Exercise) -> bool:
    return e.strain.lumbar >= LUMBAR


def _one_sided(e: Exercise) -> bool:
    """Whether an exercise is one-sided, so that it takes twice its hold."""
    return e.unilateral


def _niche(e: Exercise) -> bool:
    return e.standing == "niche"


def _far(e: Exercise) -> bool:
    return e.setup_s > NEAR_S


def _cautioned(problem: Problem) -> Callable[[Exercise], bool]:
    careful = {name for c in problem.request.complaints
               for name in problem.catalog.complaint_by_id[c].caution}
    return lambda e: e.id in careful


def _disliked(problem: Problem) -> Callable[[Exercise], bool]:
    return lambda e: e.id in problem.request.dislikes


def _option(problem: Problem, session: SessionProblem, exercise: Exercise,
            hold_s: int, phase: Phase) -> Option:
    dose = Dose(None, hold_s, None)
    return Option(
        session=session.index, exercise=exercise,
        equipment=alternative(exercise, session.equipment) or (), dose=dose,
        clock=problem.timing.clock(exercise, dose, work=False),
        sets=(1, 1), gives={}, phase=phase,
    )


def warm_up_s(problem: Problem, session: SessionProblem) -> int:
    """Return the seconds that a session sets aside: those of the longest possible warm-up."""
    if session.kept_warm_up is not None:
        return sum(i.clock.alone(i.sets) for i in session.kept_warm_up)
    seconds = 0
    for part in session.warm_up:
        taken = sorted((o.clock.alone(1) for o in part.options), reverse=True)
        seconds += sum(taken[:len(part.holds)])
    return seconds


def certain(problem: Problem, session: SessionProblem, kind: Callable[[Exercise], bool]) -> int:
    """Return how many entries of a warm-up are of an avoided kind, whatever the work is.

    Avoided are exercises that a complaint asks caution with, and those that tire the back
    (`_avoided`). They come last, so their number does not depend on the work.
    """
    if session.kept_warm_up is not None:
        return sum(kind(i.exercise) for i in session.kept_warm_up)
    named = pinned_warm_ups(problem).get(session.index, ())
    found = 0
    for part in session.warm_up:
        order = sorted(part.options, key=lambda o: _avoided(problem, o, named), reverse=True)
        found += sum(kind(o.exercise) for o in order[:len(part.holds)])
    return found


def pinned_warm_ups(problem: Problem) -> Mapping[int, Sequence[str]]:
    """Return the warm-up exercises that are included by name, by session.

    Each stands in the first session that its pin asks for and that has room for it.
    """
    found: dict[int, list[str]] = {}
    room = {(s.index, part.phase): len(part.holds) for s in problem.sessions for part in s.warm_up}
    for pin in problem.request.include:
        for session in problem.sessions:
            part = next((part for part in session.warm_up
                         if any(o.id == pin.exercise for o in part.options)), None)
            if (part is None or pin_of(problem.request, session, pin.exercise) is None
                    or not room[session.index, part.phase]):
                continue
            room[session.index, part.phase] -= 1
            found.setdefault(session.index, []).append(pin.exercise)
            break
    return found


def warm_up_for(problem: Problem, session: SessionProblem,
                work: Sequence[WorkoutEntry]) -> tuple[WorkoutEntry, ...]:
    """Return the warm-up of a session whose work is known."""
    if session.kept_warm_up is not None:
        return session.kept_warm_up
    named = pinned_warm_ups(problem).get(session.index, ())
    weight = _trained(work)
    total = sum(weight.values()) or 1.0
    entries: list[WorkoutEntry] = []
    for part in session.warm_up:
        left, ready = list(part.options), dict(weight)
        for hold_s in part.holds:
            best = max(left, key=lambda o: _first(problem, o, named, ready, total))
            left.remove(best)
            # The next one prepares what this one has not.
            ready = {m: w * (1 - 3 * best.exercise.muscles.get(m, 0.0)) for m, w in ready.items()}
            entries.append(_item(problem, best, hold_s))
    return tuple(entries)


def _trained(work: Sequence[WorkoutEntry]) -> dict[str, float]:
    """Return the sets of the work by muscle."""
    weight: dict[str, float] = {}
    for entry in work:
        for muscle, share in entry.exercise.muscles.items():
            weight[muscle] = weight.get(muscle, 0.0) + entry.sets * share
    return weight


def preparing(problem: Problem, work: Sequence[WorkoutEntry]) -> Callable[[Option], float]:
    """Return the function that scores an option of a warm-up for some work; higher is better."""
    weight = _trained(work)
    total = sum(weight.values()) or 1.0
    return lambda option: _worth(problem, option, weight, total)


def _avoided(problem: Problem, option: Option, named: Collection[str]) -> tuple[bool, bool, bool]:
    """Return a key that is highest for named options, and low for cautioned and tiring ones."""
    e = option.exercise
    return e.id in named, not _cautioned(problem)(e), not _tiring(e)


def _first(problem: Problem, option: Option, named: Collection[str], weight: Mapping[str, float],
           total: float) -> tuple[tuple[bool, bool, bool], float, str]:
    """Return the key of a choice: avoided or not, then the worth for the work."""
    return _avoided(problem, option, named), _worth(problem, option, weight, total), option.id


def _worth(problem: Problem, option: Option, weight: Mapping[str, float], total: float) -> float:
    e = option.exercise
    prepared = sum(weight.get(m, 0.0) * share for m, share in e.muscles.items()) / total
    machine = any(problem.catalog.equipment_by_id[name].station for name in option.equipment)
    return (80 * prepared + STANDINGS[e.standing] + MACHINE * machine
            + LIKED * ((e.id in problem.request.likes) - _disliked(problem)(e)))


def _item(problem: Problem, option: Option, hold_s: int) -> WorkoutEntry:
    dose = replace(option.dose, hold_s=hold_s)
    return WorkoutEntry(option.exercise, option.phase, 1, dose,
                        problem.timing.clock(option.exercise, dose, work=False), None,
                        option.equipment)
