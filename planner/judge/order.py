"""The order of a session's work: exact, by a Held-Karp dynamic program over its blocks.

A block is an entry or a superset; its members stand next to each other. The seconds of a session
do not depend on the order, so the choice and the order of its work meet only in the order rules.
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
"""The cost of breaking a must rule once. It has to exceed the soft costs of any order, so the
penalty of a session has to stay below ``STRICT / SOFT = 10^5`` points. The default weights of all
order rules add up to 73 points, so 50 entries (1225 pairs) stay below it. Weights of another
catalogue or of an application's own rules are not checked."""

SOFT = 10**4
"""The cost of a penalty point. It has to exceed what leaving the usual order costs: a point for
each pair of blocks, less than 10^4 for up to 141 blocks."""

CLASSES = ("heavy_compound", "free_compound", "machine_compound", "isolation", "core")

BIG = ("squat", "hinge", "horizontal_push", "vertical_push")
"""Basic movements in their usual order among equally heavy lifts; pulls come later."""


@dataclass(frozen=True)
class Ordering:
    """Work entries in their best order, and its cost.

    Attributes
    ----------
    penalty
        Penalty points of the should rules on order and on pairs.
    strict
        How often the order breaks a must rule.
    saved_s
        Seconds that the supersets save.
    """

    entries: tuple[WorkoutEntry, ...]
    penalty: int
    strict: int
    saved_s: int = 0

    @property
    def cost(self) -> tuple[int, int]:
        """The cost in lexicographic order: broken must rules, then penalty points."""
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

        All matchings are tried, so the result is exact. None where no matching is allowed, or
        none saves enough.

        Parameters
        ----------
        groups
            Exercises in supersets of equally many rounds.
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
    def _rule_prices(self) -> list[tuple[Orders, int]]:
        found = []
        for rule in self.rules:
            setting = self.problem.setting(rule.id)
            if setting.severity != "off":
                strict = setting.severity == "must"
                found.append((rule, STRICT if strict else SOFT * setting.weight))
        return found

    def key(self, entry: WorkoutEntry) -> tuple[int, bool, int, int, str]:
        """Return the key of the usual order, which a coach would write where no rule speaks."""
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

    def _usual_blocks(self, entries: Sequence[WorkoutEntry]) -> list[tuple[WorkoutEntry, ...]]:
        """Return the blocks of some entries in the usual order."""
        groups = blocks(tuple(sorted(entries, key=lambda i: (i.superset or "", self.key(i)))))
        return sorted(groups, key=lambda b: min(self.key(i) for i in b))

    def arrange(self, entries: Sequence[WorkoutEntry]) -> Ordering:
        """Return the best order of a session's work entries.

        The usual order is the best one where it costs nothing, for no cost is below 0.
        """
        groups = self._usual_blocks(entries)
        by_key = tuple(i for b in groups for i in sorted(b, key=self.key))
        if self._order_cost(by_key) == 0:
            return Ordering(by_key, 0, 0)
        best = self._held_karp(groups)
        cost = self._order_cost(best)
        return Ordering(best, cost % STRICT // SOFT, cost // STRICT)

    def inserted(self, rest: Sequence[WorkoutEntry], extra: Sequence[WorkoutEntry],
                 near: int) -> tuple[WorkoutEntry, ...]:
        """Return entries with one more block at its cheapest place, the others' order kept.

        Where no place keeps the must rules, the whole order is found anew.

        Parameters
        ----------
        extra
            The new block: an entry, or the two of a superset.
        near
            Index of the entry before which the block should stand, where that costs no more.
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
                cost = apart + self._order_cost(way) + self._seam_cost(rest, way, at)
                found.append((cost - self.first_cost(way[0]), abs(at - near), 2 * at + k))
        cost, _, best = min(found)
        entries = (*rest[:best // 2], *ways[best % 2], *rest[best // 2:])
        if cost >= STRICT and self._order_cost(entries) >= STRICT:
            return self.arrange(entries).entries
        return entries

    def _seam_cost(self, rest: Sequence[WorkoutEntry], way: Sequence[WorkoutEntry], at: int) -> int:
        """Return the change in costs of neighbours and of the first entry at a block's place."""
        cost = self.first_cost(way[0]) if at == 0 else self.next_cost(rest[at - 1], way[0])
        if at == 0 and rest:
            cost -= self.first_cost(rest[0])
        if at < len(rest):
            cost += self.next_cost(way[-1], rest[at])
            cost -= self.next_cost(rest[at - 1], rest[at]) if at else 0
        return cost

    def before_cost(self, a: WorkoutEntry, b: WorkoutEntry) -> int:
        """Return the cost of one entry anywhere before another."""
        cost = 0
        for rule, price in self._rules_by_question["clash"]:
            if rule.clash(self.problem, self.session, a, b):
                cost += price
        return cost

    def next_cost(self, a: WorkoutEntry, b: WorkoutEntry) -> int:
        """Return the cost of the second entry directly after the first."""
        cost = 0
        for rule, price in self._rules_by_question["next_to"]:
            if rule.next_to(self.problem, a, b):
                cost += price
        return cost

    def first_cost(self, a: WorkoutEntry) -> int:
        """Return the cost of an entry as the first of the work."""
        return sum(price for rule, price in self._rules_by_question["first"]
                   if rule.first(self.problem, self.session, a))

    @property
    def speaks_of_neighbours(self) -> bool:
        """Whether any rule judges neighbours."""
        return bool(self._rules_by_question["next_to"])

    @cached_property
    def _rules_by_question(self) -> dict[str, list[tuple[Orders, int]]]:
        """The rules with their prices, by the methods that they define."""
        return {name: [(rule, price) for rule, price in self._rule_prices
                       if getattr(type(rule), name) is not getattr(OrderRule, name)]
                for name in ("clash", "next_to", "first")}

    def _order_cost(self, entries: Sequence[WorkoutEntry]) -> int:
        total = self.first_cost(entries[0]) if entries else 0
        total += sum(self.next_cost(a, b) for a, b in pairwise(entries))
        return total + sum(self.before_cost(a, b) for i, b in enumerate(entries) for a
                           in entries[:i])

    def _held_karp(self, groups: Sequence[Sequence[WorkoutEntry]]) -> tuple[WorkoutEntry, ...]:
        """Return the cheapest order of the blocks (Held and Karp 1962).

        Claim: the cost of adding a block depends only on which blocks are placed, whatever their
        order (clashes), and on the last entry (neighbours). So it is enough to keep the cheapest
        order for each state: the set of blocks placed, and the block placed last with its way
        round. A state is one number, ``set * ways + last way``.
        """
        ways = [way for b in groups for way in ([tuple(b), tuple(reversed(b))] if len(b) == 2
                                                else [tuple(b)])]
        of = [i for i, b in enumerate(groups) for _ in range(2 if len(b) == 2 else 1)]
        count = len(ways)
        rank = [min(map(self.key, b)) for b in groups]
        across = [[self._block_clash_cost(a, b, rank[i] < rank[j]) for j, b in enumerate(groups)]
                  for i, a in enumerate(groups)]
        first = [self.first_cost(way[0]) for way in ways]
        inner = [self._order_cost(way) - cost for way, cost in zip(ways, first, strict=True)]
        step = [[inner[k] + self.next_cost(a[-1], b[0]) if of[i] != of[k] else 0
                 for k, b in enumerate(ways)] for i, a in enumerate(ways)]
        best = {(1 << of[k]) * count + k: inner[k] + first[k] for k in range(count)}
        came: dict[int, int] = {}
        for _ in range(len(groups) - 1):
            best = _next_layer(best, came, of, across, step)
        if not best:
            return ()
        state = min(best, key=best.__getitem__)
        order = [state % count]
        while state in came:
            state = came[state]
            order.append(state % count)
        return tuple(i for k in reversed(order) for i in ways[k])

    def _block_clash_cost(self, earlier: Sequence[WorkoutEntry], later: Sequence[WorkoutEntry],
                usual: bool) -> int:
        """Return the clashes of one block before another, and a point against the usual order."""
        clashes = sum(self.before_cost(a, b) for a in earlier for b in later)
        return clashes + (0 if usual else 1)


def _next_layer(best: dict[int, int], came: dict[int, int], of: Sequence[int],
           across: Sequence[Sequence[int]], step: Sequence[Sequence[int]]) -> dict[int, int]:
    """Return the cheapest states with one more block placed, and note their predecessors."""
    count = len(of)
    grown: dict[int, int] = {}
    ways: dict[int, list[tuple[int, int, int]]] = {}
    for state, cost in best.items():
        mask, last = divmod(state, count)
        if mask not in ways:
            # For each way of a block not placed: its clashes with all placed, and the next state.
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
