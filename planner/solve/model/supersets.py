"""Supersets in the model: which options are in one, of how many rounds, and the seconds saved.

There is one 0-1 variable for each option and number of rounds, so the model grows with the number
of options and not with its square. Pairs are counted, not named. All rows hold for every matching
(`_layered_minimum`, `planner.solve.model.pairing_constraints`), but they do not make sure that
there is one. A choice without a matching, or without one that saves as much as claimed, is cut off
when it occurs (docs/explanation/model.md).
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

MOST_PAIRS, MOST_PAIRS_ALIKE = 6, 5
"""Supersets of a session, and those of equal rounds: more than any programme has. Every matching
of a group is looked at, and five supersets of equal rounds have 945."""


class Supersets:
    """The superset variables of one session.

    Attributes
    ----------
    inside
        0-1 variable by (exercise, rounds).
    count
        Number of supersets by rounds.
    saved
        Seconds saved by the supersets of so many rounds, as terms.
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
            self._add_variables()

    def _add_variables(self) -> None:
        apart = [rule.apart(self.problem, self.session) for rule in self.builder.strict_pairs]
        alone = frozenset().union(*(found.alone for found in apart))
        for option in self.session.options:
            if option.id not in alone:
                self._add_option(option)
        for rounds in sorted(self._members):
            self._add_rounds(rounds)
        if sum(len(members) // 2 for members in self._members.values()) > MOST_PAIRS:
            self._add(self.builder.total(self.pairs) <= MOST_PAIRS)

    @property
    def pairs(self) -> list[tuple[int, Any]]:
        """The number of supersets, as terms."""
        return [(1, k) for k in self.count.values()]

    def savings(self) -> list[tuple[int, Any]]:
        """Return the seconds that the supersets claim to save, as terms."""
        return [term for terms in self.saved.values() for term in terms]

    def members(self, rounds: int) -> list[tuple[Option, Any]]:
        """Return the options that may be in supersets of so many rounds."""
        return self._members.get(rounds, [])

    def bind(self, rules: Sequence[PairRule]) -> None:
        """Add the counting rows of the must rules on pairs."""
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
                    # The row is valid only where the first camp is a clique: otherwise two of
                    # the camp could be partners of each other.
                    if any(first <= alike for alike in cliques):
                        self._require(camps(members, first, second))

    def _require(self, row: Row | None) -> None:
        if row is not None:
            self._add(self.builder.total(self._row_terms(row)) <= 0)

    def _row_terms(self, row: Row) -> list[tuple[int, Any]]:
        """Return a row's terms, with a variable for the pairs within each place."""
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

    def _add_option(self, option: Option) -> None:
        """Add the 0-1 variables of an option, one for each number of rounds.

        The rows ``low x + sum (r - low) q_r <= n <= high x - sum (high - r) q_r`` fix ``n = r``
        where ``q_r = 1``, and are tight in fractions.
        """
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

    def _add_rounds(self, rounds: int) -> None:
        """Add the number of supersets of so many rounds, and the seconds that they save.

        A pair saves the smaller lead-in, the smaller rest in all rounds but the first, and loses
        the way between the two in each round (`planner.judge.pairing.saving_s`). Where every
        lead-in equals its rest, one set of levels is enough for both.
        """
        members = self.members(rounds)
        cp = self.builder.cp
        if len(members) < 2:
            for _, q in members:
                self._add(q == 0)
            return
        most = min(MOST_PAIRS_ALIKE, len(members) // 2)
        count = cp.new_int_var(0, most, f"pairs {self.session.id} {rounds}")
        self._add(self.builder.total([*((1, q) for _, q in members), (-2, count)]) == 0)
        self.count[rounds] = count
        move = self.problem.timing.move_s
        terms = [(-rounds * move, count)]
        rests = [(o.clock.rest_s, q) for o, q in members]
        leads = [(o.clock.lead_in_s, q) for o, q in members]
        if [v for v, _ in rests] == [v for v, _ in leads]:
            terms += self._layered_minimum(rests, rounds, count, rounds)
        else:
            terms += self._layered_minimum(rests, rounds - 1, count, rounds)
            terms += self._layered_minimum(leads, 1, count, rounds)
        self.saved[rounds] = terms

    def _layered_minimum(self, lengths: Sequence[tuple[int, Any]], times: int, count: Any,
                rounds: int) -> list[tuple[int, Any]]:
        """Return an upper bound of ``times`` the sum over pairs of the smaller length, as terms.

        Claim: with levels ``l_1 < l_2 < ...`` and ``k`` pairs, the smaller lengths add up to
        ``l_1 k + sum_j (l_j - l_(j-1)) b_j``, where ``b_j`` pairs have two lengths of at least
        ``l_j``: a pair with the smaller length ``l_i`` is counted at all levels up to ``i``. Each
        such pair takes two of the options that reach the level, hence ``2 b_j <= sum q``.
        """
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

    # reading a solution, and cutting it off

    def groups(self, values: Sequence[int]) -> tuple[tuple[str, ...], ...]:
        """Return the groups of a solution: exercises in supersets of equally many rounds."""
        found = []
        for rounds in self.count:
            members = tuple(o.id for o, q in self.members(rounds) if values[q.index])
            if members:
                found.append(members)
        return tuple(found)

    def believed(self, values: Sequence[int]) -> int:
        """Return the seconds that the supersets of a solution claim to save."""
        return sum(c * values[v.index] for c, v in self.savings())

    def unlike(self, members: Sequence[str], rounds: int) -> Any:
        """Return an expression that is 0 for exactly this group, and at least 1 for any other."""
        chosen = set(members)
        on = [q for o, q in self.members(rounds) if o.id in chosen]
        off = [q for o, q in self.members(rounds) if o.id not in chosen]
        return len(on) - sum(on) + sum(off)

    def learn(self, entries: dict[str, WorkoutEntry], values: Sequence[int],
              matcher: Matcher) -> bool:
        """Cut off each group that has no matching or claims too much; return whether one did.

        The second cut says that this very group saves at most what its best matching saves.
        """
        cut = False
        for members in self.groups(values):
            rounds = entries[members[0]].sets
            ways = matcher.group([entries[e] for e in members])
            unlike = self.unlike(members, rounds)
            if not ways:
                self._cut_unmatched(members, rounds, unlike, matcher)
                cut = True
                continue
            most = max(matcher.saved(way) for way in ways)
            claimed = sum(c * values[v.index] for c, v in self.saved[rounds])
            if claimed > most:
                # Any other group has to satisfy the row: ``slack`` exceeds the seconds that it
                # saves by more than ``most``. No supersets save more seconds than they take, which
                # is at most 36 000 (600 minutes) where the time budget is a must rule.
                slack = 2 * claimed + 10**5
                self._add(self.builder.total(self.saved[rounds]) <= most + slack * unlike)
                cut = True
        return cut

    def _cut_unmatched(self, members: Sequence[str], rounds: int, unlike: Any,
                   matcher: Matcher) -> None:
        """Cut off a group without a matching, by Hall's condition where it fails.

        Claim: entries ``A`` of which no two may be a pair need ``|A|`` different partners, all of
        them in ``N(A)``, the options that may pair with one of ``A``. So ``sum_A q <= sum_N(A) q``
        holds for every plan (Hall 1935). Where all such sets have enough partners and there is
        still no matching, only this very group is cut off.
        """
        hall = max(self._independent_sets(members, matcher), key=lambda found: found[0])
        if hall[0] <= 0:
            self._add(unlike >= 1)
            return
        _, lonely = hall
        one = [q for o, q in self.members(rounds) if o.id in lonely]
        partners = [q for o, q in self.members(rounds)
                    if o.id not in lonely and any(matcher.may(o.id, e) for e in lonely)]
        self._add(sum(one) <= sum(partners))

    def _independent_sets(self, members: Sequence[str],
                    matcher: Matcher) -> Iterator[tuple[int, frozenset[str]]]:
        """Yield the sets ``A`` of members that cannot pair among themselves, with ``|A| - |N(A)|``.

        Of ``2 k`` members, ``k + 1`` such entries have at most ``k - 1`` partners left, so larger
        sets need not be looked at.
        """
        for size in range(1, len(members) // 2 + 2):
            for lonely in combinations(members, size):
                if any(matcher.may(a, b) for a, b in combinations(lonely, 2)):
                    continue
                partners = sum(any(matcher.may(m, e) for e in lonely)
                               for m in members if m not in lonely)
                yield size - partners, frozenset(lonely)
