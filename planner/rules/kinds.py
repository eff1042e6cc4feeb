"""Kinds of rules that write most of themselves, and what the checks of many rules share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from planner.catalog import Exercise
from planner.catalog.body import so_many
from planner.problem.problem import Problem, SessionProblem
from planner.rules.protocol import Build, Expr, Finding
from planner.workout.workout import Workout, WorkoutEntry, WorkoutSession


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


SPARED = "beside what was asked for by name"
"""Said of a limit that what is included by name passes, as it may."""


def sets_of(count: float) -> str:
    """Write a number of sets."""
    return so_many(count, "set")


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
            against = [
                (entry.exercise, reason) for entry in done.entries
                if (entry.work or "any" in self.phases)
                and (reason := self.bars(p, session, entry.exercise))
            ]
            reasons = [(e, reason) for e, reason in against
                       if not (self.spares_included and p.pinned(session, e.id))]
            kept = f"{self.kept}, {SPARED}" if against else self.kept
            says = "; ".join(f"{e.name} {reason}" for e, reason in reasons) or kept
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
            counted = [i.exercise for i in done.work if self.counts(i.exercise)]
            found = Counter(e.pattern for e in counted if not p.pinned(session, e.id))
            over = {k: v for k, v in sorted(found.items()) if v > most}
            says = (", ".join(f"{so_many(v, *self.what)} of {k}" for k, v in over.items())
                    or f"at most {so_many(most, *self.what)} of a pattern")
            if any(v > max(most, found[k]) for k, v in Counter(e.pattern for e in counted).items()):
                says += f", {SPARED}"
            yield Finding(done.id, says,
                          over=sum(v - most for v in over.values()), asked=most,
                          reached=max(found.values(), default=0))
