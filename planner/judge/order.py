"""The order of a session's work: exact for all but very long sessions.

A block is an entry or a superset; its members stand next to each other. The seconds of a session
do not depend on the order, so the choice and the order of its work meet only in the order rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from planner.judge.pairing import Groups, Matcher
from planner.judge.sequence import Costs, cheapest
from planner.problem.problem import Problem, SessionProblem
from planner.rules.kinds import OrderRule
from planner.rules.protocol import Orders
from planner.workout.workout import WorkoutEntry, blocks

STRICT = 10**15
"""The cost of breaking a must rule once. It has to exceed the soft costs of any order, so the
penalty of a session has to stay below ``STRICT / SOFT = 10^10`` points. A rule's weight is at most
1000, so a hundred entries (4950 pairs) under two thousand rules stay below it."""

SOFT = 10**5
"""The cost of a penalty point. It has to exceed what leaving the usual order costs: a point for
each pair of blocks, less than 10^5 for up to 447 blocks."""

MOST_MATCHINGS = 150
"""Matchings of which each is put in order. Four supersets of equal rounds have 105."""

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
    exact
        Whether no order costs less. Not all orders of a very long session are looked at.
    """

    entries: tuple[WorkoutEntry, ...]
    penalty: int
    strict: int
    saved_s: int = 0
    exact: bool = True

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

        Matchings are tried until an order costs nothing, at most `MOST_MATCHINGS` of them. None
        where no matching is allowed, or none saves enough.

        Parameters
        ----------
        groups
            Exercises in supersets of equally many rounds.
        need_s
            Seconds that the supersets have to save; None asks for nothing.
        """
        found: Ordering | None = None
        enough = [paired for paired in self.matcher.paired(entries, groups)
                  if need_s is None or paired.saved_s >= need_s]
        exact = len(enough) <= MOST_MATCHINGS
        for paired in enough[:MOST_MATCHINGS]:
            done = self.arrange(paired.entries)
            exact = exact and done.exact
            done = Ordering(done.entries, done.penalty + paired.price, done.strict, paired.saved_s)
            if found is None or done.cost < found.cost:
                found = done
            if found.cost == (0, 0):
                return found
        return None if found is None else replace(found, exact=exact)

    @cached_property
    def _rule_prices(self) -> list[tuple[Orders, int]]:
        found: list[tuple[Orders, int]] = []
        if self.session.id in self.problem.done:  # nobody judges what is done already
            return found
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
        ways = [way for b in groups for way in ([tuple(b), tuple(reversed(b))] if len(b) == 2
                                                else [tuple(b)])]
        of = [i for i, b in enumerate(groups) for _ in range(2 if len(b) == 2 else 1)]
        found = cheapest(self._costs(groups, ways, of))
        entries = tuple(i for k in found.ways for i in ways[k])
        cost = self._order_cost(entries)
        return Ordering(entries, cost % STRICT // SOFT, cost // STRICT, exact=found.proved)

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

    def strict(self, entries: Sequence[WorkoutEntry]) -> int:
        """Return how often an order breaks must rules."""
        return self._order_cost(entries) // STRICT

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

    def _costs(self, groups: Sequence[tuple[WorkoutEntry, ...]],
               ways: Sequence[tuple[WorkoutEntry, ...]], of: Sequence[int]) -> Costs:
        """Return what the blocks cost in any sequence."""
        rank = [min(map(self.key, b)) for b in groups]
        across = [[self._block_clash_cost(a, b, rank[i] < rank[j]) for j, b in enumerate(groups)]
                  for i, a in enumerate(groups)]
        first = [self.first_cost(way[0]) for way in ways]
        inner = [self._order_cost(way) - cost for way, cost in zip(ways, first, strict=True)]
        step = [[inner[k] + self.next_cost(a[-1], b[0]) if of[i] != of[k] else 0
                 for k, b in enumerate(ways)] for i, a in enumerate(ways)]
        return Costs(of, across, step, [a + b for a, b in zip(inner, first, strict=True)])

    def _block_clash_cost(self, earlier: Sequence[WorkoutEntry], later: Sequence[WorkoutEntry],
                usual: bool) -> int:
        """Return the clashes of one block before another, and a point against the usual order."""
        clashes = sum(self.before_cost(a, b) for a in earlier for b in later)
        return clashes + (0 if usual else 1)

