"""The matchings of a session's supersets: which two entries are done together.

The solver decides which entries are in supersets of how many rounds. Partners have equally many
rounds, so each group of such entries needs a perfect matching. All of them are enumerated, for a
session has few supersets, and the best order decides between them (`planner.judge.order`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product

from planner.problem.problem import Problem, SessionProblem
from planner.rules.protocol import PairRule
from planner.workout.timing import Clock
from planner.workout.workout import WorkoutEntry

Groups = tuple[tuple[str, ...], ...]
"""Exercise ids of entries that are in supersets of equally many rounds, group by group."""

Matching = tuple[tuple[WorkoutEntry, WorkoutEntry], ...]
"""The pairs of a group; each entry is in one of them."""


@dataclass(frozen=True)
class Paired:
    """Work entries with their supersets named.

    Attributes
    ----------
    price
        Penalty points of the should rules on pairs.
    saved_s
        Seconds that the supersets save.
    """

    entries: tuple[WorkoutEntry, ...]
    price: int
    saved_s: int


def saving_s(a: Clock, b: Clock, rounds: int, move_s: int) -> int:
    """Return the seconds that a superset saves against the two entries alone.

    Alone: ``lead_a + lead_b + r (w_a + w_b) + (r - 1)(rest_a + rest_b)``; as a pair:
    ``max(lead) + r (w_a + move + w_b) + (r - 1) max(rest)``; the ramps are the same.
    """
    return (min(a.lead_in_s, b.lead_in_s) + (rounds - 1) * min(a.rest_s, b.rest_s)
            - rounds * move_s)


@dataclass(frozen=True)
class Matcher:
    """Enumerates the matchings that the pair rules allow in a session."""

    problem: Problem
    session: SessionProblem
    rules: tuple[PairRule, ...]

    @cached_property
    def _known(self) -> dict[tuple[str, str], bool]:
        return {}

    def may(self, a: str, b: str) -> bool:
        """Whether the must rules allow two options as a pair."""
        key = (a, b) if a < b else (b, a)
        if key not in self._known:
            options = {o.id: o for o in self.session.options}
            self._known[key] = not any(
                rule.bars_pair(self.problem, options[a].exercise, options[b].exercise,
                               options[a].equipment, options[b].equipment)
                for rule in self.rules if self.problem.setting(rule.id).severity == "must")
        return self._known[key]

    def price(self, a: WorkoutEntry, b: WorkoutEntry) -> int | None:
        """Return the penalty points of a pair; None where a must rule bars it."""
        total = 0
        for rule in self.rules:
            setting = self.problem.setting(rule.id)
            if setting.severity != "off" and rule.bars_pair(
                    self.problem, a.exercise, b.exercise, a.kit, b.kit):
                if setting.severity == "must":
                    return None
                total += setting.weight
        return total

    def group(self, members: Sequence[WorkoutEntry]) -> list[Matching]:
        """Return all allowed perfect matchings of one group."""
        return list(self._match(tuple(members)))

    def _match(self, members: tuple[WorkoutEntry, ...]) -> Iterator[Matching]:
        """Yield each matching once: the first member is paired, then the others are matched."""
        if not members:
            yield ()
            return
        first, rest = members[0], members[1:]
        for i, partner in enumerate(rest):
            if self.price(first, partner) is not None:
                for more in self._match(rest[:i] + rest[i + 1:]):
                    yield ((first, partner), *more)

    def saved(self, pairs: Sequence[tuple[WorkoutEntry, WorkoutEntry]]) -> int:
        """Return the seconds that a matching saves."""
        move = self.problem.timing.move_s
        return sum(saving_s(a.clock, b.clock, a.sets, move) for a, b in pairs)

    def paired(self, entries: Sequence[WorkoutEntry], groups: Groups) -> list[Paired]:
        """Return the entries in every allowed combination of the groups' matchings."""
        by_id = {i.exercise.id: i for i in entries}
        ways = [self.group([by_id[e] for e in group]) for group in groups]
        found = []
        for choice in product(*ways):
            pairs = [pair for way in choice for pair in way]
            label = {i.exercise.id: str(k) for k, pair in enumerate(pairs) for i in pair}
            named = tuple(replace(i, superset=label.get(i.exercise.id)) for i in entries)
            price = sum(self.price(a, b) or 0 for a, b in pairs)
            found.append(Paired(named, price, self.saved(pairs)))
        return found
