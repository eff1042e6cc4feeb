"""Supersets in the model: who is in one, of how many rounds, and what that saves.

Per option and number of rounds there is one 0-1 variable, so the model grows
with the number of options, not with its square. Pairs are counted, not named:
the saving is bounded by how many partners have a rest of at least each length,
and what may not be paired by cliques, places and camps. A choice that has no
matching, or none that saves what the model believes, is cut off when it occurs
(docs/explanation/model.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import Any

from planner.judge.pairing import Matcher
from planner.problem.option import Option
from planner.problem.problem import Problem, SessionProblem
from planner.rules.protocol import PairRule
from planner.solve.model.pairing_constraints import Row, camps, clique, places
from planner.workout.workout import WorkoutEntry


class Supersets:
    """The superset variables of one session.

    Attributes
    ----------
    inside
        0-1 variable by (exercise, rounds).
    count
        Number of supersets by rounds.
    """

    def __init__(self, builder: Any, session: SessionProblem, paired: bool) -> None:
        self.builder = builder
        self.problem: Problem = builder.problem
        self.session = session
        self.inside: dict[tuple[str, int], Any] = {}
        self.count: dict[int, Any] = {}
        self._members: dict[int, list[tuple[Option, Any]]] = {}
        self.saved: dict[int, list[tuple[int, Any]]] = {}
        if paired and self.problem.request.supersets != "never" and len(session.options) > 1:
            self._fill()

    def _fill(self) -> None:
        apart = [rule.apart(self.problem, self.session) for rule in self.builder.strict_pairs]
        alone = frozenset().union(*(found.alone for found in apart))
        for option in self.session.options:
            if option.id not in alone:
                self._option(option)
        for rounds in sorted(self._members):
            self._group(rounds)

    @property
    def pairs(self) -> list[tuple[int, Any]]:
        """Number of supersets, as terms."""
        return [(1, k) for k in self.count.values()]

    def savings(self) -> list[tuple[int, Any]]:
        """Seconds that the model believes to be saved, as terms."""
        return [term for terms in self.saved.values() for term in terms]

    def members(self, rounds: int) -> list[tuple[Option, Any]]:
        """Return the options that may be in supersets of so many rounds."""
        return self._members.get(rounds, [])

    def bind(self, rules: Sequence[PairRule]) -> None:
        """Keep apart what the must rules keep apart, as far as counting can."""
        found = [rule.apart(self.problem, self.session) for rule in rules]
        cliques = [alike for apart in found for alike in apart.cliques]
        for apart in found:
            for rounds in self.count:
                members = self.members(rounds)
                for alike in apart.cliques:
                    self._require(clique(members, alike, self.count[rounds]))
                if apart.places:
                    self._require(places(members, apart.places))
                for first, second in apart.camps:
                    # Counting partners is right only where the first camp is a clique.
                    if any(first <= alike for alike in cliques):
                        self._require(camps(members, first, second))

    def _require(self, row: Row | None) -> None:
        if row is not None:
            self._add(self.builder.total(self._terms(row)) <= 0)

    def _terms(self, row: Row) -> list[tuple[int, Any]]:
        """Return a row's terms; where pairs within a place do not count they get a variable."""
        terms = list(row.terms)
        for at in row.places:
            terms += [(1, q) for q in at]
            if len(at) > 1:
                same = self.builder.cp.new_int_var(
                    0, len(at) // 2, f"both at a place {self.session.id}")
                self._add(self.builder.total([(2, same), *((-1, q) for q in at)]) <= 0)
                terms.append((-2, same))
        return terms

    def _add(self, relation: Any) -> None:
        self.builder.cp.add(relation)

    def _option(self, option: Option) -> None:
        low, high = option.sets
        x, n, total = self.builder.x(option), self.builder.n(option), self.builder.total
        flags = []
        for rounds in range(max(low, 1), high + 1):
            flag = self.builder.flag(f"superset {self.session.id} {option.id} {rounds}")
            self.inside[option.id, rounds] = flag
            self._members.setdefault(rounds, []).append((option, flag))
            flags.append((rounds, flag))
        self._add(total((1, q) for _, q in flags) <= x)
        if low < high:
            self._add(total([(1, n), (-low, x), *((low - r, q) for r, q in flags)]) >= 0)
            self._add(total([(1, n), (-high, x), *((high - r, q) for r, q in flags)]) <= 0)

    def _group(self, rounds: int) -> None:
        members = self.members(rounds)
        cp = self.builder.cp
        if len(members) < 2:
            for _, q in members:
                self._add(q == 0)
            return
        count = cp.new_int_var(0, len(members) // 2, f"pairs {self.session.id} {rounds}")
        self._add(self.builder.total([*((1, q) for _, q in members), (-2, count)]) == 0)
        self.count[rounds] = count
        move = self.problem.catalog.timing.superset_move_s
        terms = [(-rounds * move, count)]
        rests = [(o.clock.rest_s, q) for o, q in members]
        leads = [(o.clock.lead_in_s, q) for o, q in members]
        if [v for v, _ in rests] == [v for v, _ in leads]:
            terms += self._levels(rests, rounds, count, rounds)
        else:
            terms += self._levels(rests, rounds - 1, count, rounds)
            terms += self._levels(leads, 1, count, rounds)
        self.saved[rounds] = terms

    def _levels(self, lengths: Sequence[tuple[int, Any]], times: int, count: Any,
                rounds: int) -> list[tuple[int, Any]]:
        """Return ``times`` the sum over pairs of the smaller length, bounded level by level."""
        levels = sorted({v for v, _ in lengths})
        terms = [(times * levels[0], count)]
        for below, level in pairwise(levels):
            at_least = [q for v, q in lengths if v >= level]
            if len(at_least) < 2:
                continue
            both = self.builder.cp.new_int_var(
                0, len(at_least) // 2, f"both rest {level} {self.session.id} {rounds}")
            self._add(self.builder.total([(2, both), *((-1, q) for q in at_least)]) <= 0)
            self._add(both <= count)
            terms.append((times * (level - below), both))
        return [(c, v) for c, v in terms if c]

    # reading and learning

    def groups(self, values: Sequence[int]) -> tuple[tuple[str, ...], ...]:
        """Return who is in supersets of equally many rounds."""
        found = []
        for rounds in self.count:
            members = tuple(o.id for o, q in self.members(rounds) if values[q.index])
            if members:
                found.append(members)
        return tuple(found)

    def believed(self, values: Sequence[int]) -> int:
        """Return the seconds that a solution claims to save."""
        return sum(c * values[v.index] for c, v in self.savings())

    def unlike(self, members: Sequence[str], rounds: int) -> Any:
        """Return 0 for exactly this group, and at least 1 for any other."""
        chosen = set(members)
        on = [q for o, q in self.members(rounds) if o.id in chosen]
        off = [q for o, q in self.members(rounds) if o.id not in chosen]
        return len(on) - sum(on) + sum(off)

    def stands(self, entries: dict[str, WorkoutEntry], values: Sequence[int],
               matcher: Matcher) -> bool:
        """Whether every group has a matching that saves what a solution claims."""
        for members in self.groups(values):
            ways = matcher.group([entries[e] for e in members])
            claimed = sum(c * values[v.index] for c, v in self.saved[entries[members[0]].sets])
            if claimed > max(map(matcher.saved, ways), default=-1):
                return False
        return True

    def learn(self, entries: dict[str, WorkoutEntry], values: Sequence[int],
              matcher: Matcher) -> bool:
        """Cut off a group that has no matching or claims too much; say whether one did."""
        cut = False
        for members in self.groups(values):
            rounds = entries[members[0]].sets
            ways = matcher.group([entries[e] for e in members])
            unlike = self.unlike(members, rounds)
            if not ways:
                self._unmatched(members, rounds, unlike, matcher)
                cut = True
                continue
            most = max(matcher.saved(way) for way in ways)
            claimed = sum(c * values[v.index] for c, v in self.saved[rounds])
            if claimed > most:
                slack = 2 * claimed + 10**5
                self._add(self.builder.total(self.saved[rounds]) <= most + slack * unlike)
                cut = True
        return cut

    def _unmatched(self, members: Sequence[str], rounds: int, unlike: Any,
                   matcher: Matcher) -> None:
        """Cut off a group without a matching, by Hall's condition where it fails.

        Entries of which no two may be a pair need as many partners elsewhere.
        """
        hall = max(self._alone_sets(members, matcher), key=lambda found: found[0])
        if hall[0] <= 0:
            self._add(unlike >= 1)
            return
        _, lonely = hall
        one = [q for o, q in self.members(rounds) if o.id in lonely]
        partners = [q for o, q in self.members(rounds)
                    if o.id not in lonely and any(matcher.may(o.id, e) for e in lonely)]
        self._add(sum(one) <= sum(partners))

    def _alone_sets(self, members: Sequence[str],
                    matcher: Matcher) -> Iterator[tuple[int, frozenset[str]]]:
        """Yield sets of members that cannot pair among themselves, by how many lack a partner."""
        for size in range(1, len(members) // 2 + 2):
            for lonely in combinations(members, size):
                if any(matcher.may(a, b) for a, b in combinations(lonely, 2)):
                    continue
                partners = sum(any(matcher.may(m, e) for e in lonely)
                               for m in members if m not in lonely)
                yield size - partners, frozenset(lonely)
