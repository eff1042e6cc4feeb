"""The part of the planner's problem that every peer can express: selection and coverage.

What is compared
----------------
* **Candidates** of each session as the planner filters them (equipment, skill, complaints,
  exclude, split, relevant), their sets, seconds and quarter sets a goal: `build_problem`.
* **Every must rule that is linear**, recorded from the rule's own ``build``: the time budget as
  the sum of the entries alone, warm-up included, main lift, compound share, pattern cap, repeat,
  recovery, caps of session and muscle, strain, includes.
* **Objective**: the coverage tier, in quarter sets.

What is left out: supersets (the request says ``supersets: never``), the order of a session, the
``should`` rules and the tiers below coverage. Our own planner is measured on the same request,
with the coverage tier only; it keeps the ``must`` rules of order as well, which can only cost it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.peers.linear import AtMost, Lin, Linear, Number, Row, Wish, summed
from catalog import Catalog
from planner.building import build_problem
from planner.problem import Option, Problem, SessionProblem
from planner.request import Request, normalise
from planner.rules import REGISTRY


def comparable(request: Request) -> Request:
    """Return the request whose must rules and coverage every peer can express."""
    return request.model_copy(update={"supersets": "never"})


@dataclass
class Selection:
    """The linear problem, and which variable stands for what."""

    problem: Problem
    linear: Linear
    chosen: Mapping[tuple[int, str], Lin]
    sets: Mapping[tuple[int, str], Lin]
    warm: Mapping[int, Sequence[tuple[Option, Lin]]]
    helpers: frozenset[int] = frozenset()


def selection(request: Request, catalog: Catalog) -> Selection:
    """Return the comparable part of a request as a linear problem."""
    asked = normalise(comparable(request), catalog)
    problem = build_problem(asked, catalog, REGISTRY)
    recorder = Recorder(problem)
    for rule in REGISTRY:
        if problem.setting(rule.id).severity != "off":
            recorder.record(rule)
    return recorder.selection()


@dataclass
class Recorder:
    """The ``Build`` that rules see; keeps their must rows and forgets the rest."""

    problem: Problem
    linear: Linear = field(default_factory=Linear)

    def __post_init__(self) -> None:
        """Make the variables of choice."""
        self._x: dict[tuple[int, str], Lin] = {}
        self._n: dict[tuple[int, str], Lin] = {}
        self._warm: dict[int, list[tuple[Option, Lin]]] = {}
        self._rule: Any = None
        self._strict: list[Row] = []
        self._defining: list[Row] = []
        self._flags: set[int] = set()
        for session in self.problem.sessions:
            for option in session.options:
                self._option(session, option)
            self._warm_up(session)

    def _option(self, session: SessionProblem, option: Option) -> None:
        low, high = option.sets
        key = (session.index, option.id)
        x = self._x[key] = self.linear.add(f"x {session.id} {option.id}", 0, 1)
        if low == high:
            self._n[key] = low * x
            return
        n = self._n[key] = self.linear.add(f"n {session.id} {option.id}", 0, high)
        self.linear.rows += [_row("link", option.id, low * x - n, 0),
                             _row("link", option.id, n - high * x, 0)]

    def _warm_up(self, session: SessionProblem) -> None:
        chosen: list[tuple[Option, Lin]] = []
        for part in session.warm_up:
            flags = [(o, self.linear.add(f"{part.phase} {session.id} {o.id}", 0, 1))
                     for o in part.options]
            if flags:
                self.linear.rows.append(
                    _row("link", session.id, summed((1, y) for _, y in flags), len(part.holds)))
            chosen += flags
        self._warm[session.index] = chosen

    def record(self, rule: Any) -> None:
        """Take a rule's must rows, and its helpers only where such a row needs them."""
        self._rule, self._strict, self._defining = rule, [], []
        before = len(self.linear.variables)
        rule.build(self)
        if self._strict:
            self.linear.rows += self._defining + self._strict
            self._flags.update(range(before, len(self.linear.variables)))
        else:
            del self.linear.variables[before:]

    def selection(self) -> Selection:
        """Return what was recorded, with the goals."""
        for goal in self.problem.goals:
            got = summed((o.gives[goal.id], self.n(o)) for s in self.problem.sessions
                         for o in s.options if goal.id in o.gives)
            self.linear.wishes.append(
                Wish(goal.id, got.terms, goal.min, goal.target, goal.max, goal.weight))
        return Selection(self.problem, self.linear, self._x, self._n, self._warm,
                         frozenset(self._flags))

    # what rules call

    def x(self, option: Option) -> Lin:
        """Return 1 where the option is chosen, else 0."""
        return self._x[option.session, option.id]

    def n(self, option: Option) -> Lin:
        """Return the sets of an option."""
        return self._n[option.session, option.id]

    def warm_up(self, session: SessionProblem) -> Sequence[tuple[Option, Lin]]:
        """Return the warm-up options of a session with their variables."""
        return self._warm[session.index]

    def offered(self, session: SessionProblem) -> list[Option]:
        """Return the options of a session, all of them."""
        return list(session.options)

    def total(self, terms: Iterable[tuple[int, Number]]) -> Lin:
        """Return the sum of coefficient x variable."""
        return summed(terms)

    def flag(self, name: str) -> Lin:
        """Return a new 0-1 variable."""
        return self.linear.add(name, 0, 1)

    def always(self, relation: AtMost) -> None:
        """Take what defines a new variable."""
        self._defining.append(_row(self._rule.id, "always", relation.left, 0))

    def keep(self, where: str, amount: Number, at_most: int, *, severity: str | None = None,
             weight: int | None = None, unit: int = 1) -> None:
        """Take ``amount <= at_most`` where it is a must."""
        if (severity or self.problem.setting(self._rule.id).severity) == "must":
            row = _row(self._rule.id, where, amount + Lin(), at_most)
            if row.terms or row.at_most < 0:
                self._strict.append(row)

    def order(self, rule: Any) -> None:
        """Leave order out."""

    def pairing(self, rule: Any) -> None:
        """Leave supersets out."""

    def seconds(self, session: SessionProblem) -> Lin:
        """Return the length of a session, every entry alone."""
        terms: list[tuple[int, Number]] = []
        for option, y in self._warm[session.index]:
            terms.append((option.clock.lead_in_s, y))
        for part in session.warm_up:
            terms.append((1, sum(part.holds)))
            if part.options and all(o.exercise.unilateral for o in part.options):
                # Both sides of a stretch are held, with a change between them.
                change = self.problem.catalog.timing.side_change_s
                terms.append((1, sum(part.holds) + change * len(part.holds)))
        for option in session.options:
            clock = option.clock
            terms.append((clock.lead_in_s + clock.ramp_s - clock.rest_s, self.x(option)))
            terms.append((clock.work_s + clock.rest_s, self.n(option)))
        return summed(terms)

    def twice_least_seconds(self, session: SessionProblem) -> int:
        """Return nothing: without supersets the exact seconds say more."""
        return 0


def _row(rule: str, where: str, amount: Lin, at_most: int) -> Row:
    return Row(rule, where, amount.terms, at_most - amount.constant)
