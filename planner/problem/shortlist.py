"""The shortlist of a session: the candidates that a coach would think of, offered to the solver.

Every candidate may be asked for by name. The shortlist of a session holds

1. exercises that are included by name or liked, have a given maximum, are within the athlete's
   stated ability, or are preferred with a complaint;
2. the staples of the place (`planner.problem.suitability`);
3. common exercises where fewer than two staples do the same work (one movement, the same muscles
   directly), the best first, so that there are two;
4. for each goal that fewer than three of these train directly, the next best that do.

Some exercises are offered only by name: disliked ones, stand-ins for something at hand, fast
lifts with a weight where the sets are long, and those that ask for more skill than the level is
given without asking. Staples and the first lifts of the basic movements may ask for one more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from planner.catalog import Exercise
from planner.problem.option import Option
from planner.problem.problem import Problem, SessionProblem
from planner.problem.suitability import CLASSES, standings, stands_in

ALIKE = 2
"""Exercises of one movement with the same direct muscles up to which common ones are added."""

PER_GOAL = 3
"""The fewest exercises on the shortlist that train a goal directly."""

FAST_REPS = 6
"""The most repetitions of a fast lift with a weight."""

SKILL = {"novice": 2, "intermediate": 3, "advanced": 4}
"""The most skill that a level is given without asking; staples and first lifts may ask for one
more."""


def shortlist(p: Problem, session: SessionProblem) -> frozenset[str]:
    """Return the ids that are offered in a session."""
    known: dict[object, frozenset[str]] = p.once("shortlists", lambda _: {})
    goals = p.session_goals(session)
    key = (session.at_hand, goals, session.pinned_ids)
    if key not in known:
        known[key] = _shortlist(p, session, goals)
    return known[key]


def _shortlist(p: Problem, session: SessionProblem, goals: Sequence[str]) -> frozenset[str]:
    asked = {o.id for o in session.options if o.pinned or wished(p, o.exercise)}
    free = [o for o in session.options if o.id not in asked and not only_by_name(p, session, o)]
    ranked = sorted(free, key=lambda o: _rank(p, session, o))
    known = standings(p, session)
    taken = asked | {o.id for o in ranked if known[o.id] == "staple"}
    twins: dict[object, int] = {}
    for o in session.options:
        if o.id in taken:
            twins[_same_work(o.exercise)] = twins.get(_same_work(o.exercise), 0) + 1
    for o in ranked:
        key = _same_work(o.exercise)
        if o.id not in taken and known[o.id] == "common" and twins.get(key, 0) < ALIKE:
            twins[key] = twins.get(key, 0) + 1
            taken.add(o.id)
    for goal in goals:
        direct = [o for o in ranked if p.trains(o.exercise, goal) == 1.0]
        more = [o.id for o in direct if o.id not in taken]
        taken.update(more[:max(0, PER_GOAL - len(direct) + len(more))])
    return frozenset(taken or (o.id for o in session.options))


def _same_work(exercise: Exercise) -> tuple[str, frozenset[str]]:
    """Return the movement and the direct muscles; exercises with the same ones do the same work."""
    return exercise.pattern, frozenset(m for m, v in exercise.muscles.items() if v == 1.0)


def wished(p: Problem, exercise: Exercise) -> bool:
    """Whether a request names or prefers an exercise."""
    request = p.request
    return (exercise.id in request.likes or exercise.id in request.maxes_kg
            or exercise.id in request.able
            or any(pin.exercise == exercise.id for pin in request.include)
            or any(exercise.id in p.catalog.complaint_by_id[c].prefer for c in request.complaints))


def only_by_name(p: Problem, session: SessionProblem, option: Option) -> str | None:
    """Return why an exercise is offered only where it is asked for by name, or None."""
    e, request = option.exercise, p.request
    if e.id in request.dislikes:
        return "is disliked"
    if stands_in(p, session.at_hand, e):
        return "is done for want of something better, which is at hand"
    fast = p.catalog.pattern_by_id[e.pattern].explosive and e.load != "bodyweight"
    if fast and option.dose.top_reps() > FAST_REPS:
        return "is a fast lift, and the sets are long"
    first = e.id in p.catalog.first_ids or standings(p, session)[e.id] == "staple"
    most = SKILL[request.level] + first
    if e.skill > most:
        return f"asks for skill {e.skill}"
    return None


def left_out(p: Problem, session: SessionProblem, exercise: str) -> str | None:
    """Return why a candidate of a session is not offered there, or None where it is."""
    option = next((o for o in session.options if o.id == exercise), None)
    if option is None or exercise in shortlist(p, session):
        return None
    why = only_by_name(p, session, option)
    if why is not None:
        return f"{why}, so it is planned only when asked for by name"
    better = [o.exercise.name for o in session.options if o.id in shortlist(p, session)
              and o.exercise.pattern == option.exercise.pattern]
    kind = standings(p, session)[exercise]
    beside = f" beside {_named(better[:3])}" if better else ""
    return f"is a {kind} choice{beside} at this place, so it is planned only when asked for by name"


def offers(p: Problem) -> list[frozenset[str]]:
    """Return the shortlist of each session."""
    return [shortlist(p, session) for session in p.sessions]


def _named(names: Iterable[str]) -> str:
    return ", ".join(names)


def _rank(p: Problem, session: SessionProblem, option: Option) -> tuple[int, int, int, str]:
    """Return the key by which a coach would rank options: standing, quarter sets, strain."""
    e = option.exercise
    strain = e.strain.lumbar + e.strain.grip + e.strain.systemic
    return (CLASSES.index(standings(p, session)[e.id]), -sum(option.gives.values()), strain, e.id)
