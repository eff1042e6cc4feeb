"""What a rule is: the words that the solver side and the audit side share.

A rule is any object with an ``id``, ``build`` and ``check``; it may also have
``bars`` (it judges exercises one by one, before anything is chosen),
``bars_pair`` (which supersets it forbids) or ``clash``/``next_to``/``first``
(it speaks of order). No rule knows another one, and none imports the solver:
variables reach ``build`` through the `Build` protocol.

A rule whose class says ``by_session = True`` judges each session by itself:
what it finds there depends on no other session, and names the session by its
id. Where one session changes, such a rule is asked about that one only. A
class says so for itself alone, not for those made from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol, runtime_checkable

from planner.catalog import Exercise
from planner.catalog.words import Severity
from planner.problem.option import Option
from planner.problem.problem import Problem, SessionProblem
from planner.workout.workout import Workout, WorkoutEntry

Expr = Any
"""A linear expression over the solver's whole-number variables."""

Status = Literal["kept", "broken", "not_judged", "not_applicable"]


@dataclass(frozen=True)
class Finding:
    """What a check found at one place.

    ``over`` says by how many units the limit is missed (0: kept); the penalty
    of a `should` rule is its weight times that.
    """

    where: str
    says: str
    over: int = 0
    asked: float | None = None
    reached: float | None = None
    status: Status | None = None
    severity: Severity | None = None
    weight: int | None = None

    @property
    def verdict(self) -> Status:
        """The status that the figures stand for."""
        return self.status or ("broken" if self.over > 0 else "kept")


@dataclass(frozen=True)
class Apart:
    """Which options of a session may not be paired, in a form that bounds well.

    Attributes
    ----------
    alone
        Ids that are never in a superset.
    cliques
        Sets of ids of which no two may be a pair.
    places
        A place by id; two different places may not be a pair.
    camps
        Two sets of ids: none of the first with one of the second.
    """

    alone: frozenset[str] = frozenset()
    cliques: tuple[frozenset[str], ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)
    camps: tuple[tuple[frozenset[str], frozenset[str]], ...] = ()


@runtime_checkable
class PairRule(Protocol):
    """A rule that says which two exercises may be a superset."""

    id: str

    def bars_pair(self, p: Problem, a: Exercise, b: Exercise, with_a: tuple[str, ...],
                  with_b: tuple[str, ...]) -> str | None:
        """Return why the two may not be a pair, or None."""

    def apart(self, p: Problem, session: SessionProblem) -> Apart:
        """Return the same for all options of a session at once."""


@runtime_checkable
class Orders(Protocol):
    """A rule that speaks of the order of work entries in a session."""

    id: str

    def clash(self, p: Problem, session: SessionProblem, before: WorkoutEntry,
              after: WorkoutEntry) -> bool:
        """Whether the first entry may not stand anywhere before the second."""

    def next_to(self, p: Problem, before: WorkoutEntry, after: WorkoutEntry) -> bool:
        """Whether the second entry may not follow directly on the first."""

    def first(self, p: Problem, session: SessionProblem, entry: WorkoutEntry) -> bool:
        """Whether the entry may not begin the work."""


class Build(Protocol):
    """The solver's side of a request, as rules see it."""

    problem: Problem

    def x(self, option: Option) -> Expr:
        """Return 1 where the option is chosen, else 0."""

    def n(self, option: Option) -> Expr:
        """Return the sets of an option, 0 where it is not chosen."""

    def seconds(self, session: SessionProblem) -> Expr:
        """Return the exact length of a session."""

    def keep_seconds(self, session: SessionProblem, at_most_s: int, unit_s: int) -> None:
        """Ask for a session of at most so many seconds, or at a price per unit over it."""

    def total(self, terms: Iterable[tuple[int, Expr]]) -> Expr:
        """Return the sum of coefficient x variable."""

    def flag(self, name: str) -> Expr:
        """Return a new 0-1 variable."""

    def always(self, relation: Any) -> None:
        """Add what defines a new variable; true whether or not the rule holds."""

    def keep(self, where: str, amount: Expr, at_most: int, *, severity: Severity | None = None,
             weight: int | None = None, unit: int = 1) -> None:
        """Ask for ``amount <= at_most``: strictly, or at a price per ``unit`` over it."""

    def order(self, rule: Orders) -> None:
        """Take part in putting each session's entries in order."""

    def pairing(self, rule: PairRule) -> None:
        """Take part in saying which two exercises may be a superset."""


class Rule(Protocol):
    """One named constraint."""

    id: str

    def build(self, m: Build) -> None:
        """Bind the solver."""

    def check(self, w: Workout, p: Problem) -> Iterable[Finding]:
        """Judge a finished workout without the solver."""


def by_session(rule: Rule) -> bool:
    """Whether a rule judges each session by itself, and its class says so."""
    return bool(vars(type(rule)).get("by_session", False))
