"""The fourth tier: fitness of the choice, as costs that both sides share.

The solver binds these costs to its variables; the same functions score a
finished workout, so that the two can be compared. The figures are data.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from catalog import Exercise
from planner.problem import Option, Problem, SessionProblem
from planner.rules.superset_pairs import stations
from planner.workout import Visit, Workout, blocks

FADES_IN_DAYS = 7
MANY_REPS = 12
FAST_REPS = 6


def price(p: Problem, name: str) -> int:
    """Return one figure of the fitness table."""
    return int(p.catalog.fitness[name])


def entry_cost(p: Problem, session: SessionProblem, exercise: Exercise) -> int:
    """Return what one entry of the exercise costs in a session."""
    strain = exercise.strain
    cost = price(p, exercise.standing)
    cost += price(p, "strain_point") * (strain.lumbar + strain.grip + strain.systemic)
    if has_harder(session, exercise):
        cost += price(p, "easier_link")
    return cost + too_many_reps(p, exercise) + wishes(p, exercise)


def too_many_reps(p: Problem, exercise: Exercise) -> int:
    """Return the cost of a scheme longer than a risk lift's form or a fast lift's speed lasts."""
    if exercise.rest_class is None:
        return 0
    reps = p.catalog.scheme_by_key[p.request.goal, exercise.rest_class].reps
    risky = exercise.risk_lift and reps >= MANY_REPS
    fast = p.catalog.pattern_by_id[exercise.pattern].explosive and exercise.load != "bodyweight"
    slowed = fast and reps > FAST_REPS
    return price(p, "risky_reps") * risky + price(p, "fast_reps") * slowed


def wishes(p: Problem, exercise: Exercise) -> int:
    """Return what the athlete's wishes and history add to an entry's cost."""
    cost = 0
    if exercise.id in p.request.likes:
        cost += price(p, "like")
    if exercise.id in p.request.dislikes:
        cost += price(p, "dislike")
    if any(exercise.id in p.catalog.complaint_by_id[c].prefer for c in p.request.complaints):
        cost += price(p, "preferred")
    return cost + recency(p, exercise)


def recency(p: Problem, exercise: Exercise) -> int:
    """Return the cost of what was done lately, fading over a week from the latest date."""
    done = [r.date for r in p.request.recent if r.exercise == exercise.id]
    if not done:
        return 0
    days = (max(r.date for r in p.request.recent) - max(done)).days
    return price(p, "recent") * max(0, FADES_IN_DAYS - days) // FADES_IN_DAYS


def has_harder(session: SessionProblem, exercise: Exercise) -> bool:
    """Whether a harder link of the exercise's chain is among the session's candidates."""
    return not session.at_hand.isdisjoint(exercise.harder)


def station_sets(p: Problem, session: SessionProblem) -> dict[str, list[Option]]:
    """Return the options by the station they are done at."""
    found: dict[str, list[Option]] = {}
    for option in session.options:
        for station in sorted(stations(p, option.equipment)):
            found.setdefault(station, []).append(option)
    return found


def patterns(session: SessionProblem) -> dict[str, list[Option]]:
    """Return the options by movement pattern."""
    found: dict[str, list[Option]] = {}
    for option in session.options:
        found.setdefault(option.exercise.pattern, []).append(option)
    return found


def main_movements(p: Problem) -> Mapping[str, list[str]]:
    """Return the main lifts by basic movement, for weeks."""
    return p.once("main_movements", _main_movements)


def _main_movements(p: Problem) -> Mapping[str, list[str]]:
    found: dict[str, set[str]] = {}
    if len(p.sessions) > 1:
        for session in p.sessions:
            for option in session.options:
                basis = p.catalog.pattern_by_id[option.exercise.pattern].basis
                if basis is not None and option.exercise.compound:
                    found.setdefault(basis, set()).add(option.id)
    return {k: sorted(v) for k, v in sorted(found.items())}


def accessories(p: Problem) -> list[str]:
    """Return the exercises that a week should vary, for weeks."""
    return p.once("accessories", _accessories)


def _accessories(p: Problem) -> list[str]:
    if len(p.sessions) == 1:
        return []
    return sorted({o.id for s in p.sessions for o in s.options if not o.exercise.compound})


def fitness(w: Workout, p: Problem) -> int:
    """Return the fourth tier of a finished workout."""
    return week_fitness(w, p) + sum(visit_fitness(visit, session, p) for visit, session
                                    in zip(w.visits, p.sessions, strict=True))


def visit_fitness(visit: Visit, session: SessionProblem, p: Problem) -> int:
    """Return what one session costs, whatever the others are."""
    total = 0
    for item in visit.items:
        total += (entry_cost(p, session, item.exercise) if item.work
                  else warm_up_cost(p, item.exercise))
    used = {s for i in visit.work for s in
            stations(p, i.equipment or i.exercise.equipment[0])}
    total += price(p, "station") * len(used)
    counts = Counter(i.exercise.pattern for i in visit.work)
    total += price(p, "same_pattern") * sum(n - 1 for n in counts.values())
    pairs = sum(b[0].superset is not None for b in blocks(visit.work))
    return total + pair_cost(p, len(visit.work), pairs)


def warm_up_cost(p: Problem, exercise: Exercise) -> int:
    """Return what a warm-up entry costs."""
    return price(p, exercise.standing) + wishes(p, exercise)


def pair_cost(p: Problem, entries: int, pairs: int) -> int:
    """Return the cost of supersets, or of their absence where they are preferred."""
    if p.request.supersets == "prefer":
        return price(p, "unpaired") * (entries - 2 * pairs)
    return price(p, "pair") * pairs


def week_fitness(w: Workout, p: Problem) -> int:
    """Return what the sessions cost together: main lifts that change, accessories again."""
    used = Counter(item.exercise.id for _, item in w.work())
    total = 0
    for ids in p.once("main_movement_sets", _main_movement_sets):
        total += price(p, "main_changes") * max(0, len(used.keys() & ids) - 1)
    again = p.once("accessory_set", _accessory_set)
    return total + price(p, "accessory_again") * sum(
        n - 1 for exercise, n in used.items() if n > 1 and exercise in again)


def _main_movement_sets(p: Problem) -> list[frozenset[str]]:
    return [frozenset(ids) for ids in main_movements(p).values()]


def _accessory_set(p: Problem) -> frozenset[str]:
    return frozenset(accessories(p))


@lru_cache(maxsize=65536)
def tie_weight(*names: str) -> int:
    """Return a fixed pseudo-random whole number for a name.

    Random weights make the minimum unique with high probability (the isolation
    lemma), and hashing makes them the same for every catalogue order.
    """
    from hashlib import blake2b

    return int.from_bytes(blake2b("/".join(names).encode(), digest_size=4).digest(), "big") % 4093


def tie_break(w: Workout, p: Problem) -> int:
    """Return the fifth tier of a finished workout: nothing but a choice among equals.

    Who is in a superset has no weight: that follows from the choice, as the order does.
    """
    return sum(visit_tie_break(visit) for visit in w.visits)


def visit_tie_break(visit: Visit) -> int:
    """Return a session's share of the fifth tier."""
    total = 0
    for item in visit.items:
        total += tie_weight(visit.id, item.exercise.id)
        if item.work:
            total += item.sets * (tie_weight(visit.id, item.exercise.id, "sets") % 61)
    return total
