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

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Literal, Protocol, runtime_checkable

from planner.catalog import Exercise
from planner.catalog.words import Severity
from planner.problem.problem import Option, Problem, SessionProblem
from planner.workout.workout import Workout, WorkoutEntry, WorkoutSession

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


class Build(Protocol):
    """The solver's side of a request, as rules see it."""

    problem: Problem

    def x(self, option: Option) -> Expr:
        """Return 1 where the option is chosen, else 0."""

    def n(self, option: Option) -> Expr:
        """Return the sets of an option, 0 where it is not chosen."""

    def seconds(self, session: SessionProblem) -> Expr:
        """Return the exact length of a session."""

    def twice_least_seconds(self, session: SessionProblem) -> Expr:
        """Return twice what a session takes at least, whatever is done as supersets."""

    def total(self, terms: Iterable[tuple[int, Expr]]) -> Expr:
        """Return the sum of coefficient x variable."""

    def flag(self, name: str) -> Expr:
        """Return a new 0-1 variable."""

    def always(self, relation: Any) -> None:
        """Add what defines a new variable; true whether or not the rule holds."""

    def keep(self, where: str, amount: Expr, at_most: int, *, severity: Severity | None = None,
             weight: int | None = None, unit: int = 1) -> None:
        """Ask for ``amount <= at_most``: strictly, or at a price per ``unit`` over it."""

    def order(self, rule: OrderRule) -> None:
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


def sessions_of(w: Workout, p: Problem) -> Iterator[tuple[WorkoutSession, SessionProblem]]:
    """Pair the sessions of a workout with those of the request."""
    yield from zip(w.sessions, p.sessions, strict=True)


def days_with(m: Build, name: str, kind: Collection[tuple[int, str]]) -> Expr:
    """Return on how many days one of some options, by session and id, is chosen: at most that."""
    flags = []
    for day in m.problem.days:
        taken = [m.x(o) for s in m.problem.on(day) for o in s.options
                 if (o.session, o.id) in kind]
        if taken:
            flag = m.flag(f"{name} on {day}")
            m.always(flag <= m.total((1, x) for x in taken))
            flags.append(flag)
    return m.total((1, f) for f in flags)


def names(exercises: Iterable[Exercise]) -> str:
    """List exercises by name, once each."""
    return ", ".join(dict.fromkeys(e.name for e in exercises))


def sets_of(count: float) -> str:
    """Write a number of sets."""
    return f"{count:g} set" + ("" if count == 1 else "s")


MAIN_LIFT_GOALS = ("strength", "hypertrophy", "health")


def asked_class(p: Problem, session: SessionProblem) -> str | None:
    """Return the class of compound that a session must have, if it must."""
    long_enough = session.minutes >= p.setting("main_lift").figures["from_minutes"]
    if p.request.goal not in MAIN_LIFT_GOALS or not long_enough:
        return None
    return p.main_class(session)


class ExerciseRule:
    """Base of rules that judge exercises one by one."""

    id: str
    spares_included = False
    phases = ("work",)
    kept: str

    def bars(self, problem: Problem, session: SessionProblem, exercise: Exercise) -> str | None:
        """Return why the exercise may not stand in the session, or None."""
        raise NotImplementedError

    def build(self, m: Build) -> None:
        """Forbid (or price) what is barred; most of it was never offered."""
        for session in m.problem.sessions:
            against = [o for o in session.options if self.id in o.barred + o.frowned]
            if against:
                m.keep(session.id, m.total((1, m.x(o)) for o in against), 0)

    def applies(self, p: Problem) -> bool:
        """Whether the request says anything that the rule could judge."""
        return True

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Name every entry that is barred, with the reason."""
        for done, session in sessions_of(w, p):
            if not self.applies(p):
                unknown = self.id in p.unknown
                yield Finding(done.id, "not said" if unknown else "nothing was asked",
                              status="not_judged" if unknown else "not_applicable")
                continue
            reasons = [
                (entry.exercise, reason) for entry in done.entries
                if (entry.work or "any" in self.phases)
                and not (self.spares_included and p.pinned(session, entry.exercise.id))
                and (reason := self.bars(p, session, entry.exercise))
            ]
            says = "; ".join(f"{e.name} {reason}" for e, reason in reasons) or self.kept
            yield Finding(done.id, says, over=len(reasons), asked=0, reached=len(reasons))


class OrderRule:
    """Base of rules that speak of the order of work entries in a session."""

    id: str
    kept: str
    broken: str

    def clash(self, p: Problem, session: SessionProblem, before: WorkoutEntry,
              after: WorkoutEntry) -> bool:
        """Whether the first entry may not stand anywhere before the second."""
        return False

    def next_to(self, p: Problem, before: WorkoutEntry, after: WorkoutEntry) -> bool:
        """Whether the second entry may not follow directly on the first."""
        return False

    def first(self, p: Problem, session: SessionProblem, entry: WorkoutEntry) -> bool:
        """Whether the entry may not begin the work."""
        return False

    def build(self, m: Build) -> None:
        """Take part in ordering; the choice of exercises is not touched."""
        m.order(self)

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Count the entries that stand in the wrong order."""
        for done, session in sessions_of(w, p):
            wrong = self.wrong(p, session, done.work)
            says = "; ".join(f"{a.exercise.name} {self.broken} {b.exercise.name}"
                             for a, b in wrong[:4])
            yield Finding(done.id, says or self.kept, over=len(wrong), asked=0,
                          reached=len(wrong))

    def wrong(self, p: Problem, session: SessionProblem,
              work: Sequence[WorkoutEntry]) -> list[tuple[WorkoutEntry, WorkoutEntry]]:
        """Return the pairs of entries that stand in the wrong order."""
        wrong = [(a, b) for i, b in enumerate(work) for a in work[:i]
                 if self.clash(p, session, a, b)]
        wrong += [(a, b) for a, b in pairwise(work) if self.next_to(p, a, b)]
        if work and self.first(p, session, work[0]):
            wrong.append((work[0], work[0]))
        return wrong


class PatternRule:
    """Base of rules that bound the entries of one pattern in a session; included ones are spared.

    Attributes
    ----------
    what
        What is counted, as one and as several.
    """

    id: str
    what: tuple[str, str]

    def cap(self, p: Problem, session: SessionProblem) -> int:
        """Return how many a session may hold."""
        raise NotImplementedError

    def counts(self, exercise: Exercise) -> bool:
        """Whether an exercise is counted."""
        return True

    def build(self, m: Build) -> None:
        """Count by pattern."""
        for session in m.problem.sessions:
            most = self.cap(m.problem, session)
            alike: dict[str, list[tuple[int, Expr]]] = {}
            for option in session.options:
                if not option.pinned and self.counts(option.exercise):
                    alike.setdefault(option.exercise.pattern, []).append((1, m.x(option)))
            for _, terms in sorted(alike.items()):
                if len(terms) > most:
                    m.keep(session.id, m.total(terms), most)

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Count again."""
        for done, session in sessions_of(w, p):
            most = self.cap(p, session)
            found = Counter(i.exercise.pattern for i in done.work if self.counts(i.exercise)
                            and not p.pinned(session, i.exercise.id))
            over = {k: v for k, v in sorted(found.items()) if v > most}
            says = ", ".join(f"{v} {self.what[1]} of {k}" for k, v in over.items())
            yield Finding(done.id, says or f"at most {most} {self.what[most != 1]} of a pattern",
                          over=sum(v - most for v in over.values()), asked=most,
                          reached=max(found.values(), default=0))
