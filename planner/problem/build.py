"""From a request and a catalogue to a problem: candidates, their doses, and goals.

Everything is sorted by id, so the same request gives the same problem whatever
the order of the catalogue.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace

from planner.catalog import Catalog, Exercise
from planner.problem import goals as wanted
from planner.problem.dosing import day_of, dose_for, set_range
from planner.problem.equipment import alternative, expand_equipment
from planner.problem.mastery import mastered
from planner.problem.option import Option, WarmUpPart
from planner.problem.problem import Bars, Problem, SessionProblem, pin_of
from planner.problem.rule_settings import HasId, settings_of
from planner.problem.warm_up import warm_up_parts
from planner.problem.worthwhile import worthwhile
from planner.request.request import DAYS, Include, Request
from planner.workout.dose import Dose
from planner.workout.timing import Clock


def build_problem(request: Request, catalog: Catalog, rules: Sequence[HasId]) -> Problem:
    """Return the problem of a normalised request and a catalogue.

    Parameters
    ----------
    rules
        All rules; those that judge exercises one by one (`Bars`) sort out the candidates.
    """
    settings = settings_of(request, catalog, rules)
    bare = Problem(request, catalog, settings, tuple(wanted.goal_ids(request, catalog)))
    judges = [r for r in rules if isinstance(r, Bars) and settings[r.id].severity != "off"]
    sessions = tuple(_session(bare, i, judges) for i in range(len(request.sessions)))
    on = _training_days(bare, sessions, 0.5)
    direct = {name: len(days) for name, days in _training_days(bare, sessions, 1.0).items()}
    goals = wanted.goals(request, catalog, direct)
    _fill_gives(bare, sessions, [g.id for g in goals])
    return Problem(request, catalog, settings, tuple(g.id for g in goals), sessions, goals,
                   training_days=on,
                   short=wanted.short_of_time(request, catalog, direct, goals),
                   facts=bare.facts)


def _training_days(problem: Problem, sessions: Sequence[SessionProblem],
                   share: float) -> dict[str, set[int]]:
    """Return the days on which each goal has a candidate that trains it by ``share`` or more."""
    on: dict[str, set[int]] = {name: set() for name in problem.goal_ids}
    known: dict[frozenset[str], set[str]] = {}
    for session in sessions:
        if session.at_hand not in known:
            known[session.at_hand] = {
                name for o in session.options if not o.barred
                for name, v in problem.trained(o.exercise).items() if v >= share}
        for name in on.keys() & known[session.at_hand]:
            on[name].add(session.day)
    return on


def _session(problem: Problem, index: int, rules: Sequence[Bars]) -> SessionProblem:
    asked = problem.request.sessions[index]
    focus = asked.focus if asked.focus is not None else problem.request.focus
    bare = SessionProblem(
        index=index, id=asked.id or asked.day, day=DAYS.index(asked.day), minutes=asked.minutes,
        equipment=expand_equipment(asked.equipment or (), problem.catalog)
        - set(problem.request.exclude),
        focus=tuple(wanted.expand(focus, problem.catalog)), own_focus=bool(asked.focus),
    )
    return replace(bare, options=_candidates(problem, bare, rules),
                   warm_up=_warm_up(problem, bare, rules))


def _shared_key(problem: Problem, session: SessionProblem, rules: Sequence[Bars]) -> Hashable:
    """Return everything that rules look at in a session before anything is chosen.

    Sessions with the same key share their candidates and warm-ups.
    """
    own = any(rule.id not in problem.catalog.rule_by_id for rule in rules)
    return (session.equipment, session.focus, session.own_focus,
            session.day if problem.request.split != "none" else None,
            session.minutes <= problem.catalog.short_session.up_to_minutes,
            2 * session.index >= len(problem.request.sessions),
            session.id if own or problem.request.include else None)


def _warm_up(problem: Problem, session: SessionProblem,
             rules: Sequence[Bars]) -> tuple[WarmUpPart, ...]:
    """Return the parts of a session's warm-up, judged once for all sessions with the same key."""
    asked = problem.request.sessions[session.index].warm_up
    alike = (_shared_key(problem, session, rules), str(asked))
    known = problem.warm_ups.get(alike)
    if known is None:
        known = problem.warm_ups[alike] = warm_up_parts(problem, session, rules)
    return tuple(WarmUpPart(part.phase, part.holds, tuple(
        [_for_session(o, session.index) for o in part.options])) for part in known)


def _for_session(o: Option, session: int) -> Option:
    """Return the same option for another session, copied fast, for a week has thousands."""
    again = object.__new__(Option)
    again.__dict__.update(o.__dict__, session=session)
    return again


def _candidates(problem: Problem, session: SessionProblem,
                rules: Sequence[Bars]) -> tuple[Option, ...]:
    """Return a session's candidates, sorted by id; sessions with the same key share them."""
    alike = _shared_key(problem, session, rules)
    known = problem.candidates.get(alike)
    if known is not None:
        return tuple([_for_session(o, session.index) for o in known])
    options = []
    for exercise in problem.catalog.exercises:
        if "work" in exercise.phases and exercise.rest_class is not None:
            option = _option(problem, session, exercise, rules)
            if option is not None:
                options.append(option)
    found = tuple(sorted(worthwhile(mastered(options, problem), problem), key=lambda o: o.id))
    problem.candidates[alike] = found
    return found


def _option(problem: Problem, session: SessionProblem, exercise: Exercise,
            rules: Sequence[Bars]) -> Option | None:
    pin = pin_of(problem.request, session, exercise.id)
    barred, frowned = judge(problem, session, exercise, rules)
    if barred and pin is None:
        return None
    dose, times, sets = _dosed(problem, session, exercise, pin)
    kit = alternative(exercise, session.equipment)
    return Option(
        session=session.index, exercise=exercise,
        equipment=exercise.equipment[0] if kit is None else kit,
        dose=dose, clock=times, sets=sets,
        gives=problem.gives.setdefault(exercise.id, {}),
        pinned=pin is not None, barred=barred, frowned=frowned,
    )


def _dosed(problem: Problem, session: SessionProblem, exercise: Exercise,
           pin: Include | None) -> tuple[Dose, Clock, tuple[int, int]]:
    """Return dose, clock and range of sets; without a pin, sessions of one kind share them."""
    short = session.minutes <= problem.catalog.short_session.up_to_minutes
    key = (exercise.id, day_of(exercise, problem.request, problem.catalog, session.index), short)
    known = problem.doses.get(key)
    if known is not None and pin is None:
        return known
    request, catalog = problem.request, problem.catalog
    dose = dose_for(exercise, request, catalog, problem.limits, pin, session.index)
    times = problem.timing.clock(exercise, dose)
    found = dose, times, set_range(exercise, request.goal, catalog, pin, session.minutes)
    if pin is None:
        problem.doses[key] = found
    return found


def judge(problem: Problem, session: SessionProblem, exercise: Exercise,
          rules: Sequence[Bars]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the must rules and the should rules that speak against an exercise."""
    pinned = pin_of(problem.request, session, exercise.id) is not None
    barred: list[str] = []
    frowned: list[str] = []
    for rule in rules:
        if pinned and rule.spares_included:
            continue
        if rule.bars(problem, session, exercise) is not None:
            must = problem.setting(rule.id).severity == "must"
            (barred if must else frowned).append(rule.id)
            if barred and not pinned:
                break
    return tuple(barred), tuple(frowned)


def _fill_gives(problem: Problem, sessions: Sequence[SessionProblem], goals: list[str]) -> None:
    """Fill in the quarter sets that a set of each exercise gives to the goals."""
    for option in {o.exercise.id: o for s in sessions for o in s.options}.values():
        given = problem.given(option.exercise)
        problem.gives[option.id].update((goal, given[goal]) for goal in goals if goal in given)
