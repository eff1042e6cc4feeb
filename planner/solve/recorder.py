"""The must rules of a problem as rows of numbers, recorded from the rules' own ``build``.

What is left out: the order of a session, supersets, the should rules. So every
plan of the problem satisfies the rows, and not the other way round.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from planner.problem import Option, Problem, SessionProblem
from planner.rules.base import Rule
from planner.solve.least_time import alone_terms
from planner.solve.linear import AtMost, Lin, Linear, Number, Row, Wish, summed

LINK = "link"
"""What rows are called that no rule asks for: they tie variables together."""

Key = tuple[int, str]
"""A session's index and an exercise's id."""


@dataclass
class Recorded:
    """The linear problem, and which variable stands for what."""

    problem: Problem
    linear: Linear
    chosen: Mapping[Key, Lin]
    sets: Mapping[Key, Lin]
    helpers: frozenset[int] = frozenset()


@dataclass
class Recorder:
    """The `Build` that rules see; keeps their must rows and forgets the rest."""

    problem: Problem
    linear: Linear = field(default_factory=Linear)

    def __post_init__(self) -> None:
        """Make the variables of choice."""
        self._x: dict[Key, Lin] = {}
        self._n: dict[Key, Lin] = {}
        self._rule: Any = None
        self._strict: list[Row] = []
        self._defining: list[Row] = []
        self._flags: set[int] = set()
        for session in self.problem.sessions:
            for option in session.options:
                self._option(session, option)

    def _option(self, session: SessionProblem, option: Option) -> None:
        low, high = option.sets
        key = (session.index, option.id)
        x = self._x[key] = self.linear.add(f"x {session.id} {option.id}", 0, 1)
        if low == high:
            self._n[key] = low * x
            return
        n = self._n[key] = self.linear.add(f"n {session.id} {option.id}", 0, high)
        self.linear.rows += [row(LINK, option.id, low * x - n, 0),
                             row(LINK, option.id, n - high * x, 0)]

    def recorded(self, rules: Sequence[Rule]) -> Recorded:
        """Take the must rows of all rules, with the helpers that they need, and the goals."""
        for rule in rules:
            if self.problem.setting(rule.id).severity != "off":
                self._record(rule)
        for goal in self.problem.goals:
            got = summed((o.gives[goal.id], self.n(o)) for s in self.problem.sessions
                         for o in s.options if goal.id in o.gives)
            self.linear.wishes.append(
                Wish(goal.id, got.terms, goal.min, goal.target, goal.max, goal.weight))
        return Recorded(self.problem, self.linear, self._x, self._n,
                        frozenset(self._flags))

    def _record(self, rule: Rule) -> None:
        self._rule, self._strict, self._defining = rule, [], []
        before = len(self.linear.variables)
        rule.build(self)
        if self._strict:
            self.linear.rows += self._defining + self._strict
            self._flags.update(range(before, len(self.linear.variables)))
        else:
            del self.linear.variables[before:]

    # what rules call

    def x(self, option: Option) -> Lin:
        """Return 1 where the option is chosen, else 0."""
        return self._x[option.session, option.id]

    def n(self, option: Option) -> Lin:
        """Return the sets of an option."""
        return self._n[option.session, option.id]

    def total(self, terms: Iterable[tuple[int, Number]]) -> Lin:
        """Return the sum of coefficient x variable."""
        return summed(terms)

    def flag(self, name: str) -> Lin:
        """Return a new 0-1 variable."""
        return self.linear.add(name, 0, 1)

    def always(self, relation: AtMost) -> None:
        """Take what defines a new variable."""
        self._defining.append(row(self._rule.id, "always", relation.left, 0))

    def keep(self, where: str, amount: Number, at_most: int, *, severity: str | None = None,
             weight: int | None = None, unit: int = 1) -> None:
        """Take ``amount <= at_most`` where it is a must."""
        if (severity or self.problem.setting(self._rule.id).severity) == "must":
            amount = Lin(constant=amount) if isinstance(amount, int) else amount
            kept = row(self._rule.id, where, amount, at_most)
            if kept.terms or kept.at_most < 0:
                self._strict.append(kept)

    def order(self, rule: Any) -> None:
        """Leave order out."""

    def pairing(self, rule: Any) -> None:
        """Leave supersets out."""

    def seconds(self, session: SessionProblem) -> Number:
        """Return the length of a session, every entry alone."""
        terms, fixed = alone_terms(self, session)
        return summed([*terms, (1, fixed)])

    def twice_least_seconds(self, session: SessionProblem) -> Number:
        """Return nothing: where all entries are alone the exact seconds say more."""
        return 0


def row(rule: str, where: str, amount: Lin, at_most: int) -> Row:
    """Return ``amount <= at_most`` with its constant on the right."""
    return Row(rule, where, amount.terms, at_most - amount.constant)
