"""The second tier, quality: one sum of prices in points, lower is better.

The prices are data (``catalog/quality.yaml``). The solver has them as coefficients of its variables
(`planner.solve.objective`). Here a finished workout is scored, so that the two can be compared and
anyone can score a workout of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from planner.catalog import Exercise
from planner.judge.audit_rows import LedgerRow
from planner.problem.equipment import stations
from planner.problem.goals import CoverageGoal
from planner.problem.main_lift import asked_class
from planner.problem.option import Option
from planner.problem.problem import Problem, SessionProblem
from planner.problem.suitability import standing
from planner.problem.tally import tally
from planner.workout.workout import Workout, WorkoutEntry, WorkoutSession, blocks

PARTS = ("targets", "time", "rules", "choice", "dose", "shape", "week", "supersets", "stations",
         "wishes")
"""The parts of the sum, in the order of the data file's sections."""

FADES_IN_DAYS = 7
MANY_REPS = 12
FAST_REPS = 6
MAIN_SETS, OTHER_SETS = 4, 3
"""Sets of a compound, and of any other entry, above which each further one has a price."""

HEAVY_REPS = 5
"""A set of a risk lift of more repetitions tires more than it is heavy."""

LUMBAR, WHOLE_BODY = 2, 3
"""The least lumbar strain that counts for the lower back, and the most strain of any kind."""

FEW_ENTRIES, MINUTES_PER_ENTRY, SHORTEST_ENTRY = 3, 30, 15
"""Entries that any session holds before it is crowded, minutes for each further one, and minutes
for each entry of a short session, which is lean with fewer."""


def price(p: Problem, name: str) -> int:
    """Return one figure of the table."""
    return p.catalog.price_by_id[name].points


# prices of single choices, for the solver

Step = tuple[int, int]
"""A price, and the quarter sets below which each missing one costs it."""


def target_steps(p: Problem, goal: CoverageGoal) -> tuple[Step, ...]:
    """Return the prices of each quarter set missing to a target: high at first, lower near it."""
    first = goal.target * price(p, "first_to_percent") // 100
    near = goal.target * price(p, "near_from_percent") // 100
    less = _share(p, goal, "near_percent")
    return ((_share(p, goal, "first_percent"), first), (goal.weight * goal.points - less, near),
            (less, goal.target))


def time_steps(p: Problem, goal: CoverageGoal) -> tuple[Step, ...]:
    """Return the prices of each quarter set missing to levels above a target.

    The levels are half way to the max, the max, and twice the max.
    """
    return ((_share(p, goal, "middle_percent"), (goal.target + goal.max) // 2),
            (_share(p, goal, "top_percent"), goal.max),
            (_share(p, goal, "beyond_percent"), 2 * goal.max))


def _share(p: Problem, goal: CoverageGoal, name: str) -> int:
    return goal.weight * goal.points * price(p, name) // 100


def choice_cost(p: Problem, session: SessionProblem, exercise: Exercise, reps: int) -> int:
    """Return the cost of choosing an exercise for a session, without wishes, in points.

    Parameters
    ----------
    reps
        Repetitions of a set; 0 for a hold.
    """
    strain = exercise.strain
    cost = price(p, standing(p, session, exercise))
    cost += price(p, "strain_point") * (strain.lumbar + strain.grip + strain.systemic)
    if exercise.risk_lift and reps >= MANY_REPS:
        cost += price(p, "risky_reps")
    fast = p.catalog.pattern_by_id[exercise.pattern].explosive and exercise.load != "bodyweight"
    return cost + price(p, "fast_reps") * (fast and reps > FAST_REPS)


def usual_sets(p: Problem, exercise: Exercise, reps: int) -> int:
    """Return the sets above which each further one has a price."""
    many = exercise.compound and not long_deadlift(p, exercise, reps)
    return MAIN_SETS if many else OTHER_SETS


def late_set(p: Problem, exercise: Exercise, reps: int) -> int:
    """Return the price of each set above the usual ones."""
    return price(p, "late_deadlift" if long_deadlift(p, exercise, reps) else "late_set")


def long_deadlift(p: Problem, exercise: Exercise, reps: int) -> bool:
    """Whether an exercise is a deadlift in sets that tire more than they are heavy."""
    return reps > HEAVY_REPS and from_the_floor(p, exercise)


def from_the_floor(p: Problem, exercise: Exercise) -> bool:
    """Whether an exercise is a deadlift: a hinge that tires the whole body, and the grip."""
    return (min(exercise.strain.systemic, exercise.strain.grip) >= WHOLE_BODY
            and p.catalog.pattern_by_id[exercise.pattern].basis == "hinge")


def first_lift(p: Problem, session: SessionProblem, exercise: Exercise) -> bool:
    """Whether an exercise is the first lift of a basic movement, in a session with a main lift."""
    return exercise.id in p.catalog.first_ids and asked_class(p, session) is not None


def odd_reps(p: Problem, exercise: Exercise, reps: int) -> int:
    """Return the price of a set with repetitions outside the usual range of its class."""
    if not reps or exercise.rest_class is None:
        return 0
    usual = p.catalog.rep_range_by_id[exercise.rest_class]
    return price(p, "odd_reps") * (max(0, usual.low - reps) + max(0, reps - usual.high))


def wish_cost(p: Problem, exercise: Exercise) -> int:
    """Return the price of an entry by the athlete's wishes and history; below 0 it is a reward."""
    cost = 0
    if exercise.id in p.request.likes:
        cost += price(p, "like")
    if exercise.id in p.request.dislikes:
        cost += price(p, "dislike")
    if any(exercise.id in p.catalog.complaint_by_id[c].prefer for c in p.request.complaints):
        cost += price(p, "preferred")
    return cost + recency(p, exercise)


def recency(p: Problem, exercise: Exercise) -> int:
    """Return the price of repeating a recent exercise; it fades within a week."""
    done = [r.date for r in p.request.recent if r.exercise == exercise.id]
    if not done:
        return 0
    days = (max(r.date for r in p.request.recent) - max(done)).days
    return price(p, "recent") * max(0, FADES_IN_DAYS - days) // FADES_IN_DAYS


def roomy(session: SessionProblem) -> int:
    """Return the most entries of a session that is not crowded."""
    return FEW_ENTRIES + session.minutes // MINUTES_PER_ENTRY


def enough(session: SessionProblem) -> int:
    """Return the fewest lifts, without core work, of a session that is not lean."""
    return min(FEW_ENTRIES, session.minutes // SHORTEST_ENTRY)


def by_station(p: Problem, session: SessionProblem) -> dict[str, list[Option]]:
    """Return the options by station."""
    found: dict[str, list[Option]] = {}
    for option in session.options:
        for station in sorted(stations(option.equipment, p.catalog)):
            found.setdefault(station, []).append(option)
    return found


def by_pattern(session: SessionProblem) -> dict[str, list[Option]]:
    """Return the options by movement pattern."""
    found: dict[str, list[Option]] = {}
    for option in session.options:
        found.setdefault(option.exercise.pattern, []).append(option)
    return found


def main_movements(p: Problem) -> Mapping[str, list[str]]:
    """Return the main lifts of a week by basic movement; none for a single session."""
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
    """Return the exercises that a week should vary; none for a single session."""
    return p.once("accessories", _accessories)


def _accessories(p: Problem) -> list[str]:
    if len(p.sessions) == 1:
        return []
    return sorted({o.id for s in p.sessions for o in s.options if not o.exercise.compound})


def tiring(p: Problem) -> frozenset[str]:
    """Return the deadlifts, of which a week should have one; none for a single session."""
    return p.once("tiring", lambda q: frozenset() if len(q.sessions) == 1 else frozenset(
        o.id for s in q.sessions for o in s.options if from_the_floor(q, o.exercise)))


def risky_at_volume(exercise: Exercise, reps: int) -> bool:
    """Whether an exercise is a risk lift in sets that tire more than they are heavy."""
    return exercise.risk_lift and reps > HEAVY_REPS


def tested(p: Problem) -> list[str]:
    """Return the lifts with a given maximum that some session can hold."""
    return p.once("tested", lambda q: sorted(
        {o.id for s in q.sessions for o in s.options if not o.barred} & set(q.request.maxes_kg)))


# the sum of a finished workout, for the audit


def quality_parts(w: Workout, p: Problem, rows: Sequence[LedgerRow]) -> dict[str, int]:
    """Return the points of a finished workout, part by part.

    Parameters
    ----------
    rows
        Its ledger, for the should rules.
    """
    found = dict.fromkeys(PARTS, 0)
    got = tally(w, p)
    found["targets"] = sum(missed(target_steps(p, g), got[g.id]) for g in p.goals)
    found["time"] = sum(missed(time_steps(p, g), got[g.id]) for g in p.goals)
    found["rules"] = price(p, "rule_point") * sum(r.penalty for r in rows)
    found["week"] = week_cost(w, p)
    for done, session in zip(w.sessions, p.sessions, strict=True):
        for part, points in session_parts(done, session, p):
            found[part] += points
    return found


def missed(steps: Sequence[Step], got: int) -> int:
    """Return the price of the quarter sets missing to all steps, where a goal gets ``got``."""
    return sum(points * max(0, below - got) for points, below in steps)


def session_parts(done: WorkoutSession, session: SessionProblem,
                  p: Problem) -> Iterator[tuple[str, int]]:
    """Yield the parts and points of one session's cost that depend on no other session."""
    for entry in done.work:
        yield "choice", choice_cost(p, session, entry.exercise, _reps(entry))
        yield "wishes", wish_cost(p, entry.exercise)
        usual = usual_sets(p, entry.exercise, _reps(entry))
        late = late_set(p, entry.exercise, _reps(entry))
        yield "shape", late * max(0, entry.sets - usual)
        if first_lift(p, session, entry.exercise):
            yield "shape", price(p, "short_main") * max(0, usual - entry.sets)
        yield "dose", odd_reps(p, entry.exercise, _reps(entry)) * entry.sets
    entries = len(done.work)
    again = Counter(i.exercise.pattern for i in done.work)
    bent = sum(i.exercise.strain.lumbar >= LUMBAR for i in done.work)
    yield "shape", price(p, "entry") * entries
    yield "shape", price(p, "back_again") * max(0, bent - 1)
    risky = sum(risky_at_volume(i.exercise, _reps(i)) for i in done.work)
    yield "shape", price(p, "risk_again") * max(0, risky - 1)
    trunk = sum(i.exercise.core for i in done.work)
    yield "shape", price(p, "core_again") * max(0, trunk - 1)
    yield "shape", price(p, "crowded") * max(0, entries - roomy(session))
    lifts = sum(not i.exercise.core for i in done.work)
    yield "shape", price(p, "lean") * max(0, enough(session) - lifts)
    yield "shape", price(p, "same_pattern") * sum(n - 1 for n in again.values())
    used = {s for i in done.work
            for s in stations(i.kit, p.catalog)}
    yield "stations", price(p, "station") * len(used)
    pairs = sum(b[0].superset is not None for b in blocks(done.work))
    if p.request.supersets == "prefer":
        yield "supersets", price(p, "unpaired") * max(0, entries - 2 * pairs)
    else:
        yield "supersets", price(p, "pair") * pairs


def _reps(entry: WorkoutEntry) -> int:
    return entry.dose.top_reps()


def week_cost(w: Workout, p: Problem) -> int:
    """Return the points of a week as a whole: lifts that change, come back, or are missing."""
    used = Counter(entry.exercise.id for _, entry in w.work())
    total = 0
    for ids in main_movements(p).values():
        total += price(p, "main_changes") * max(0, len(used.keys() & set(ids)) - 1)
    total += price(p, "accessory_again") * sum(
        max(0, used[name] - 1) for name in accessories(p))
    total += price(p, "deadlift_again") * max(0, sum(used[name] for name in tiring(p)) - 1)
    return total + price(p, "max_untrained") * sum(name not in used for name in tested(p))
