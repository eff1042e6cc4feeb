"""The order of a session's work: exact, by dynamic programming over its blocks.

A block is an entry or a superset; its members stand next to each other. The
time of a session does not depend on the order, so what is
chosen and how it is ordered meet only in the order rules' penalties.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from planner.judge.pairing import Groups, Matcher
from planner.problem.problem import Problem, SessionProblem
from planner.rules.kinds import OrderRule
from planner.rules.protocol import Orders
from planner.workout.workout import WorkoutEntry, blocks

STRICT = 10**9
SOFT = 10**4
CLASSES = ("heavy_compound", "free_compound", "machine_compound", "isolation", "core")

BIG = ("squat", "hinge", "horizontal_push", "vertical_push")
"""What a session begins with, of equally heavy lifts: most weight on the bar first, pulls later."""


@dataclass(frozen=True)
class Ordering:
    """Work entries in their best order, and what it costs.

    ``penalty`` is the weighted sum of the broken soft rules, ``strict`` the
    number of must rules that no order can keep, ``saved_s`` what its supersets
    save.
    """

    entries: tuple[WorkoutEntry, ...]
    penalty: int
    strict: int
    saved_s: int = 0

    @property
    def cost(self) -> tuple[int, int]:
        """Broken must rules first, then the penalty."""
        return self.strict, self.penalty


@dataclass(frozen=True)
class Arranger:
    """Finds the best order of work entries under the order rules of a request."""

    problem: Problem
    session: SessionProblem
    rules: tuple[Orders, ...]
    matcher: Matcher

    def best(self, entries: Sequence[WorkoutEntry], groups: Groups = (),
             need_s: int | None = None) -> Ordering | None:
        """Return the best matching of the supersets in its best order.

        Parameters
        ----------
        groups
            Who is in supersets of equally many rounds.
        need_s
            Seconds that the supersets have to save; None asks for nothing.
        """
        found: Ordering | None = None
        for paired in self.matcher.paired(entries, groups):
            if need_s is not None and paired.saved_s < need_s:
                continue
            done = self.arrange(paired.entries)
            done = Ordering(done.entries, done.penalty + paired.price, done.strict, paired.saved_s)
            if found is None or done.cost < found.cost:
                found = done
        return found

    @cached_property
    def _prices(self) -> list[tuple[Orders, int]]:
        found = []
        for rule in self.rules:
            setting = self.problem.setting(rule.id)
            if setting.severity != "off":
                strict = setting.severity == "must"
                found.append((rule, STRICT if strict else SOFT * setting.weight))
        return found

    def key(self, entry: WorkoutEntry) -> tuple[int, bool, int, int, str]:
        """The order a coach would write where no rule speaks."""
        e = entry.exercise
        explosive = self.problem.catalog.pattern_by_id[e.pattern].explosive
        rank = -1 if e.risk_lift else 0 if explosive else CLASSES.index(e.rest_class or "core")
        weight = sum(self._importance(m) for m, v in e.muscles.items() if v == 1.0)
        basis = self.problem.catalog.pattern_by_id[e.pattern].basis
        big = BIG.index(basis) if basis in BIG else len(BIG)
        return rank, not explosive, big, -weight, e.id

    def _importance(self, muscle: str) -> int:
        catalog = self.problem.catalog
        return catalog.importance_by_id[catalog.muscle_by_id[muscle].group].points

    def _groups(self, entries: Sequence[WorkoutEntry]) -> list[tuple[WorkoutEntry, ...]]:
        groups = blocks(tuple(sorted(entries, key=lambda i: (i.superset or "", self.key(i)))))
        return sorted(groups, key=lambda b: min(self.key(i) for i in b))

    def arrange(self, entries: Sequence[WorkoutEntry]) -> Ordering:
        """Return the best order of a session's work entries."""
        groups = self._groups(entries)
        by_key = tuple(i for b in groups for i in sorted(b, key=self.key))
        if self._cost(by_key) == 0:
            return Ordering(by_key, 0, 0)
        best = self._search(groups)
        cost = self._cost(best)
        return Ordering(best, cost % STRICT // SOFT, cost // STRICT)

    def inserted(self, rest: Sequence[WorkoutEntry], extra: Sequence[WorkoutEntry],
                 near: int) -> tuple[WorkoutEntry, ...]:
        """Return entries with one more block at its cheapest place, the others' order kept.

        Parameters
        ----------
        extra
            The new block: an entry, or the two of a superset.
        near
            The entry before which the block should stand, where that costs no more.
            Where no place keeps the must rules, the whole order is found anew.
        """
        ends = [0]
        for block in blocks(tuple(rest)):
            ends.append(ends[-1] + len(block))
        ways = [tuple(extra)] + ([tuple(reversed(extra))] if len(extra) == 2 else [])
        costs = {id(e): ([self.before_cost(o, e) for o in rest],
                         [self.before_cost(e, o) for o in rest]) for e in extra}
        found: list[tuple[int, int, int]] = []
        for at in ends:
            apart = sum(sum(before[:at]) + sum(after[at:]) for before, after in costs.values())
            for k, way in enumerate(ways):
                cost = apart + self._cost(way) + self._seams(rest, way, at)
                found.append((cost - self.first_cost(way[0]), abs(at - near), 2 * at + k))
        cost, _, best = min(found)
        entries = (*rest[:best // 2], *ways[best % 2], *rest[best // 2:])
        if cost >= STRICT and self._cost(entries) >= STRICT:
            return self.arrange(entries).entries
        return entries

    def _seams(self, rest: Sequence[WorkoutEntry], way: Sequence[WorkoutEntry], at: int) -> int:
        """Return what a block costs its neighbours, or as the first of all."""
        cost = self.first_cost(way[0]) if at == 0 else self.next_cost(rest[at - 1], way[0])
        if at == 0 and rest:
            cost -= self.first_cost(rest[0])
        if at < len(rest):
            cost += self.next_cost(way[-1], rest[at])
            cost -= self.next_cost(rest[at - 1], rest[at]) if at else 0
        return cost

    def before_cost(self, a: WorkoutEntry, b: WorkoutEntry) -> int:
        """What it costs that one entry stands anywhere before another."""
        cost = 0
        for rule, price in self._speaking["clash"]:
            if rule.clash(self.problem, self.session, a, b):
                cost += price
        return cost

    def next_cost(self, a: WorkoutEntry, b: WorkoutEntry) -> int:
        """What it costs that one entry follows directly on another."""
        cost = 0
        for rule, price in self._speaking["next_to"]:
            if rule.next_to(self.problem, a, b):
                cost += price
        return cost

    def first_cost(self, a: WorkoutEntry) -> int:
        """What it costs that an entry begins the work."""
        return sum(price for rule, price in self._speaking["first"]
                   if rule.first(self.problem, self.session, a))

    @property
    def speaks_of_neighbours(self) -> bool:
        """Whether any rule minds who follows directly on whom."""
        return bool(self._speaking["next_to"])

    @cached_property
    def _speaking(self) -> dict[str, list[tuple[Orders, int]]]:
        """Rules with their prices, by what they speak of."""
        return {name: [(rule, price) for rule, price in self._prices
                       if getattr(type(rule), name) is not getattr(OrderRule, name)]
                for name in ("clash", "next_to", "first")}

    def _cost(self, entries: Sequence[WorkoutEntry]) -> int:
        total = self.first_cost(entries[0]) if entries else 0
        total += sum(self.next_cost(a, b) for a, b in pairwise(entries))
        return total + sum(self.before_cost(a, b) for i, b in enumerate(entries) for a
                           in entries[:i])

    def _search(self, groups: Sequence[Sequence[WorkoutEntry]]) -> tuple[WorkoutEntry, ...]:
        """Dynamic programming over the sets of blocks placed and the entry placed last.

        A state is one number: the set of blocks placed, and which way of which block is last.
        """
        ways = [way for b in groups for way in ([tuple(b), tuple(reversed(b))] if len(b) == 2
                                                else [tuple(b)])]
        of = [i for i, b in enumerate(groups) for _ in range(2 if len(b) == 2 else 1)]
        count = len(ways)
        rank = [min(map(self.key, b)) for b in groups]
        across = [[self._across(a, b, rank[i] < rank[j]) for j, b in enumerate(groups)]
                  for i, a in enumerate(groups)]
        first = [self.first_cost(way[0]) for way in ways]
        inner = [self._cost(way) - cost for way, cost in zip(ways, first, strict=True)]
        step = [[inner[k] + self.next_cost(a[-1], b[0]) if of[i] != of[k] else 0
                 for k, b in enumerate(ways)] for i, a in enumerate(ways)]
        best = {(1 << of[k]) * count + k: inner[k] + first[k] for k in range(count)}
        came: dict[int, int] = {}
        for _ in range(len(groups) - 1):
            best = _grown(best, came, of, across, step)
        if not best:
            return ()
        state = min(best, key=best.__getitem__)
        order = [state % count]
        while state in came:
            state = came[state]
            order.append(state % count)
        return tuple(i for k in reversed(order) for i in ways[k])

    def _across(self, earlier: Sequence[WorkoutEntry], later: Sequence[WorkoutEntry],
                usual: bool) -> int:
        """Cost of one block standing before another; one point for leaving the usual order."""
        clashes = sum(self.before_cost(a, b) for a in earlier for b in later)
        return clashes + (0 if usual else 1)


def _grown(best: dict[int, int], came: dict[int, int], of: Sequence[int],
           across: Sequence[Sequence[int]], step: Sequence[Sequence[int]]) -> dict[int, int]:
    """Return the cheapest states with one more block placed, and note where each came from."""
    count = len(of)
    grown: dict[int, int] = {}
    ways: dict[int, list[tuple[int, int, int]]] = {}
    for state, cost in best.items():
        mask, last = divmod(state, count)
        if mask not in ways:
            # What every other block costs behind those that are placed, and its next state.
            placed = [row for j, row in enumerate(across) if mask >> j & 1]
            behind = [sum(column) for column in zip(*placed, strict=True)]
            ways[mask] = [(k, behind[i], (mask | 1 << i) * count + k)
                          for k, i in enumerate(of) if not mask >> i & 1]
        follow = step[last]
        for k, behind_k, new_state in ways[mask]:
            new = cost + behind_k + follow[k]
            old = grown.get(new_state)
            if old is None or new < old:
                grown[new_state] = new
                came[new_state] = state
    return grown
