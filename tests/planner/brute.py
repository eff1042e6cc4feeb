"""Every plan of a tiny request, judged by the audit alone: no solver, no shared search."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, permutations, product

from planner.judge.audit import broken_musts, ledger, worth
from planner.problem.option import Option
from planner.problem.problem import Problem, SessionProblem
from planner.problem.warm_up import warm_up_for
from planner.rules import REGISTRY
from planner.workout.workout import Workout, WorkoutEntry, WorkoutSession

Values = tuple[int, ...]


def best(problem: Problem, paired: bool = True) -> Values | None:
    """Return the least tiers, lexicographically, over every plan that keeps the must rules."""
    return min((values for _, values in plans(problem, paired)), default=None)


def plans(problem: Problem, paired: bool = True) -> Iterator[tuple[Workout, Values]]:
    """Yield every plan that keeps the must rules, with its tiers.

    Parameters
    ----------
    paired
        Whether there may be supersets.
    """
    for choice in product(*(list(contents(problem, s, paired)) for s in problem.sessions)):
        workout = Workout(tuple(choice))
        rows = ledger(workout, problem, REGISTRY)
        if not broken_musts(rows):
            yield workout, worth(workout, problem, rows)


def contents(problem: Problem, session: SessionProblem,
             paired: bool = True) -> Iterator[WorkoutSession]:
    """Yield every session: which exercises, how many sets, supersets and order.

    Its warm-up is no choice: it follows from the work.
    """
    for size in range(len(session.options) + 1):
        for chosen in combinations(session.options, size):
            for sets in product(*(range(o.sets[0], o.sets[1] + 1) for o in chosen)):
                entries = [as_item(o, n) for o, n in zip(chosen, sets, strict=True)]
                for named in pairings(entries) if paired else [entries]:
                    for order in orders(named):
                        warm = warm_up_for(problem, session, order)
                        yield WorkoutSession(session.id, session.day, (*warm, *order))


def as_item(option: Option, sets: int) -> WorkoutEntry:
    """Return an option as an entry."""
    return WorkoutEntry(option.exercise, option.phase, sets, option.dose, option.clock, None,
                        option.equipment)


def pairings(entries: list[WorkoutEntry]) -> Iterator[list[WorkoutEntry]]:
    """Yield the entries alone and in every set of disjoint pairs of equally many sets."""
    def grow(left: list[int], pairs: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
        if not left:
            yield pairs
            return
        first, rest = left[0], left[1:]
        yield from grow(rest, pairs)
        for other in rest:
            if entries[first].sets == entries[other].sets:
                yield from grow([i for i in rest if i != other], [*pairs, (first, other)])

    for pairs in grow(list(range(len(entries))), []):
        label = {i: "ABC"[k] for k, pair in enumerate(pairs) for i in pair}
        yield [WorkoutEntry(**{**entry.__dict__, "superset": label.get(i)})
               for i, entry in enumerate(entries)]


def orders(entries: list[WorkoutEntry]) -> Iterator[tuple[WorkoutEntry, ...]]:
    """Yield every order in which the members of a pair stand together."""
    for order in permutations(entries):
        labels = [i.superset for i in order]
        together = all(
            abs(labels.index(s) - (len(labels) - 1 - labels[::-1].index(s))) == 1
            for s in set(labels) - {None})
        if together:
            yield order
