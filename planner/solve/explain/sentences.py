"""What a rule asks at a place, in words; and why nothing can stand in a session."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.catalog.body import so_many
from planner.problem.problem import Bars, Problem, SessionProblem
from planner.request.conflict import Clash
from planner.rules.protocol import Rule

Guard = tuple[str, str]
"""A rule by its id, and the place where it asks something."""

BLAMED_LAST = ("include", "time_budget", "equipment", "exclude", "complaints")
"""Rules about fields of the request. They are dropped last, so that a clash names what a person
wrote rather than what the planner holds by itself."""

_SAYS = {
    "work": "{where} must hold some work",
    "main_lift": "{where} must have a main lift",
    "phases": "{where} begins with the warm-up that was asked",
    "session_sets": "{where} holds at most the level's sets",
    "equipment": "the equipment on {where} is as given",
    "exclude": "what was excluded stays out",
    "complaints": "what a complaint excludes stays out, and its limits hold",
    "coverage": "{where} stays between its min and max",
    "strain": "{where} keeps the level's budget for back and grip",
    "recovery": "nothing is hit on {where} before it has recovered",
    "repeat": "no exercise comes back too soon",
    "split": "{where} is a day of the split that was asked",
    "relevant": "{where} holds only what serves its goals",
    "skill": "nothing on {where} asks for more skill than the level has",
}


def clash(problem: Problem, guard: Guard) -> Clash:
    """Return a rule at a place, with its sentence."""
    rule, where = guard
    session = next((s for s in problem.sessions if s.id == where), None)
    if rule == "time_budget" and session is not None:
        says = _minutes(session)
    elif rule == "include":
        says = _included(problem, where)
    else:
        says = _SAYS.get(rule, f"{{where}} keeps {rule.replace('_', ' ')}").format(where=where)
    return Clash(rule=rule, where=where, says=says)


def _minutes(session: SessionProblem) -> str:
    held = sum(sum(part.holds) for part in session.warm_up) // 60
    warm = f", of which the warm-up takes {held}" if held else ""
    return f"{session.id} has {so_many(session.minutes, 'minute')}{warm}"


def _included(problem: Problem, name: str) -> str:
    exercise = problem.catalog.exercise_by_id.get(name)
    if exercise is None:
        return f"{name} must appear"
    says = f"{exercise.name} must appear"
    if "work" in exercise.phases:
        return says
    if any(o.id == name for s in problem.sessions for part in s.warm_up for o in part.options):
        return f"{says}, and the warm-ups have no place left for it"
    kinds = " or ".join(phase.replace("_", "-") for phase in exercise.phases)
    return f"{says}, and it belongs to the {kinds}, which no session of this plan has"


def causes(problem: Problem, guards: Sequence[Guard], rules: Sequence[Rule]) -> list[Guard]:
    """Return a conflict with what lies behind it: what leaves a session without any candidate.

    Rules that judge exercises one by one have done so before the model is built; where nothing
    is left, those are named that do not leave anything even together with no other.
    """
    found = list(guards)
    judges = [r for r in rules if isinstance(r, Bars) and problem.setting(r.id).severity == "must"]
    for rule, where in guards:
        session = next((s for s in problem.sessions if s.id == where), None)
        if rule == "work" and session is not None and not any(
                not o.barred for o in session.options):
            found += [(name, where) for name in _barring(problem, session, judges)
                      if (name, where) not in found]
    return found


def _barring(problem: Problem, session: SessionProblem, judges: Sequence[Bars]) -> Iterator[str]:
    """Yield rules, none of which could be missing, that leave no exercise for a session."""
    reasons = [{r.id for r in judges if r.bars(problem, session, e)}
               for e in problem.catalog.exercises
               if "work" in e.phases and e.rest_class is not None]
    kept = sorted({name for barred in reasons for name in barred},
                  key=lambda name: (name in ("equipment", "split", "relevant", "exclude"), name))
    if not all(reasons):
        return
    for name in list(kept):
        fewer = set(kept) - {name}
        if all(barred & fewer for barred in reasons):
            kept.remove(name)
    yield from kept
