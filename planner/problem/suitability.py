"""The standing of an exercise at a place and for a level.

The catalogue has the standing of an exercise in general. At a place it falls a class for each rank
that its kit is behind the best of the same movement at hand: a pike push-up is a staple on a mat
and a last resort in a gym. It falls one more class for a level that has outgrown it. An exercise
done for want of something better is niche where the better one is at hand.
"""

from __future__ import annotations

from collections.abc import Mapping

from planner.catalog import Catalog, Exercise
from planner.catalog.words import LEVELS, Standing
from planner.problem.problem import Problem, SessionProblem

CLASSES: tuple[Standing, ...] = ("staple", "common", "niche")


def standings(p: Problem, session: SessionProblem) -> Mapping[str, Standing]:
    """Return the standing of each candidate in a session."""
    known: dict[frozenset[str], Mapping[str, Standing]] = p.once("standings", lambda _: {})
    if session.at_hand not in known:
        known[session.at_hand] = _standings(p, session.at_hand)
    return known[session.at_hand]


def standing(p: Problem, session: SessionProblem, exercise: Exercise) -> Standing:
    """Return the standing of an exercise in a session, candidate or not."""
    known = standings(p, session)
    return known[exercise.id] if exercise.id in known else exercise.standing


def _standings(p: Problem, at_hand: frozenset[str]) -> dict[str, Standing]:
    hand = [p.catalog.exercise_by_id[name] for name in sorted(at_hand)]
    best: dict[str, int] = {}
    for e in hand:
        if e.standing != "niche":
            best[e.pattern] = min(kit_rank(p.catalog, e), best.get(e.pattern, len(CLASSES)))
    found: dict[str, Standing] = {}
    for e in hand:
        own = e.core and e.load == "bodyweight"  # trunk work with no load is not behind any
        behind = 0 if own else max(0, kit_rank(p.catalog, e) - best.get(e.pattern, 0))
        place = CLASSES.index(e.standing) + behind + outgrown(e, p.request.level)
        if stands_in(p, at_hand, e):
            place = len(CLASSES)
        found[e.id] = CLASSES[min(place, len(CLASSES) - 1)]
    return found


def stands_in(p: Problem, at_hand: frozenset[str], exercise: Exercise) -> bool:
    """Whether an exercise is done for want of something better that is at hand."""
    return not at_hand.isdisjoint(p.catalog.stand_ins.get(exercise.id, ()))


def kit_rank(catalog: Catalog, exercise: Exercise) -> int:
    """Return how many ranks the kit of an exercise is behind a coach's first choice.

    Bodyweight exercises at a station (a back-extension bench, a low bar) are not behind.
    """
    ranks = catalog.kit_rank_by_key
    if exercise.load == "bodyweight" and any(
            catalog.equipment_by_id[name].station for name in exercise.equipment[0]):
        return 0
    rank = ranks.get((exercise.load, "any"))
    return ranks.get((exercise.load, exercise.loading), 0) if rank is None else rank


def outgrown(exercise: Exercise, level: str) -> bool:
    """Whether a level has outgrown an exercise."""
    at = exercise.outgrown_at
    return at is not None and [*LEVELS].index(level) >= LEVELS.index(at)  # type: ignore[arg-type]


def staples_of(p: Problem, session: SessionProblem, basis: str) -> frozenset[str]:
    """Return the candidates that are a basic movement's staples at this place.

    They are its first lifts where one is at hand, and otherwise those of the best standing. Where
    the movement asks for a free lift, a machine counts only if there is none. Exercises that a
    complaint asks caution with are left out.
    """
    known = standings(p, session)
    careful = {name for c in p.request.complaints for name in p.catalog.complaint_by_id[c].caution}
    of = [name for name in known if name not in careful and p.catalog.pattern_by_id[
        p.catalog.exercise_by_id[name].pattern].basis == basis]
    first = frozenset(of) & p.catalog.firsts_for(p.request.goal)
    if first:
        return first
    free = [name for name in of if not _machine(p, name)]
    best = min((CLASSES.index(known[name]) for name in free or of), default=0)
    return frozenset(name for name in free or of if CLASSES.index(known[name]) == best)


def _machine(p: Problem, name: str) -> bool:
    """Whether an exercise is done on a machine although its movement asks for a free lift."""
    e = p.catalog.exercise_by_id[name]
    return e.rest_class == "machine_compound" and p.catalog.pattern_by_id[e.pattern].basis_free
