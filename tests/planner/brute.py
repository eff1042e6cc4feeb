"""Every plan of a tiny request, judged by the audit alone: no solver, no shared search."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, permutations, product

from planner.audit import broken_musts, ledger, tiers
from planner.problem import Option, Problem, SessionProblem
from planner.rules import REGISTRY
from planner.workout import Item, Visit, Workout

Values = tuple[int, ...]


def best(problem: Problem) -> Values | None:
    """Return the least tiers, lexicographically, over every plan that keeps the must rules."""
    found: Values | None = None
    for choice in product(*(list(contents(problem, s)) for s in problem.sessions)):
        workout = Workout(tuple(choice))
        rows = ledger(workout, problem, REGISTRY)
        if broken_musts(rows):
            continue
        values = tuple(tiers(workout, problem, rows).values())
        if found is None or values < found:
            found = values
    return found


def contents(problem: Problem, session: SessionProblem) -> Iterator[Visit]:
    """Yield every session: which exercises, how many sets, supersets, order and warm-up."""
    for size in range(1, len(session.options) + 1):
        for chosen in combinations(session.options, size):
            for sets in product(*(range(o.sets[0], o.sets[1] + 1) for o in chosen)):
                items = [as_item(o, n) for o, n in zip(chosen, sets, strict=True)]
                for paired in pairings(problem, session, items):
                    for order in orders(paired):
                        for warm in warm_ups(session):
                            yield Visit(session.id, session.day, (*warm, *order))


def as_item(option: Option, sets: int) -> Item:
    """Return an option as an entry."""
    return Item(option.exercise, option.phase, sets, option.dose, option.clock, None,
                option.equipment)


def pairings(problem: Problem, session: SessionProblem,
             items: list[Item]) -> Iterator[list[Item]]:
    """Yield the entries alone and in every set of disjoint pairs of equally many sets."""
    def grow(left: list[int], pairs: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
        if not left:
            yield pairs
            return
        first, rest = left[0], left[1:]
        yield from grow(rest, pairs)
        for other in rest:
            if items[first].sets == items[other].sets:
                yield from grow([i for i in rest if i != other], [*pairs, (first, other)])

    if problem.request.supersets == "never":
        yield items
        return
    for pairs in grow(list(range(len(items))), []):
        label = {i: "ABC"[k] for k, pair in enumerate(pairs) for i in pair}
        yield [Item(**{**item.__dict__, "superset": label.get(i)})
               for i, item in enumerate(items)]


def orders(items: list[Item]) -> Iterator[tuple[Item, ...]]:
    """Yield every order in which the members of a pair stand together."""
    for order in permutations(items):
        labels = [i.superset for i in order]
        together = all(
            abs(labels.index(s) - (len(labels) - 1 - labels[::-1].index(s))) == 1
            for s in set(labels) - {None})
        if together:
            yield order


def warm_ups(session: SessionProblem) -> Iterator[tuple[Item, ...]]:
    """Yield every way to fill the warm-up phases."""
    parts = []
    for part in session.warm_up:
        ways = []
        for chosen in combinations(part.options, len(part.holds)):
            ways.append(tuple(
                Item(**{**as_item(o, 1).__dict__, "dose": o.dose.__class__(None, hold, None)})
                for o, hold in zip(chosen, part.holds, strict=True)))
        parts.append(ways)
    for way in product(*parts):
        yield tuple(item for part in way for item in part)


