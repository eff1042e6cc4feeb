"""The problem of a request and a catalogue: options and goals, as whole numbers.

Everything is sorted by id, so the same request gives the same problem whatever
the order of the catalogue.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Protocol, TypeVar, runtime_checkable

from planner.catalog import Catalog, Exercise
from planner.problem import goals as wanted
from planner.problem.dosing import MedicalLimits, medical_limits
from planner.problem.option import Option, WarmUpPart
from planner.problem.rule_settings import Setting
from planner.request.request import DAYS, Include, Request
from planner.workout.dose import Dose, credit, involvements, quarters
from planner.workout.timing import Clock, Timing
from planner.workout.workout import WorkoutEntry

T = TypeVar("T")

MAIN_CLASSES = ("heavy_compound", "free_compound", "machine_compound")


@dataclass(frozen=True)
class SessionProblem:
    """One session: its minutes and its options.

    Attributes
    ----------
    kept_warm_up
        The warm-up of a session that stays as it is.
    whole
        The session that this one was narrowed from. It answers for all candidates.
    """

    index: int
    id: str
    day: int
    minutes: int
    equipment: frozenset[str]
    focus: tuple[str, ...]
    own_focus: bool
    options: tuple[Option, ...] = ()
    warm_up: tuple[WarmUpPart, ...] = ()
    kept_warm_up: tuple[WorkoutEntry, ...] | None = None
    whole: SessionProblem | None = field(default=None, repr=False, compare=False)

    @property
    def budget_s(self) -> int:
        """Seconds of the session."""
        return self.minutes * 60

    @cached_property
    def at_hand(self) -> frozenset[str]:
        """Ids of all candidates of the session."""
        if self.whole:
            return self.whole.at_hand
        return frozenset(o.id for o in self.options if not o.barred)

    @cached_property
    def pinned_ids(self) -> frozenset[str]:
        """Ids of the candidates that are included by name."""
        if self.whole:
            return self.whole.pinned_ids
        return frozenset(o.id for o in self.options if o.pinned)

    @cached_property
    def patterns(self) -> frozenset[str]:
        """Movement patterns of the candidates."""
        if self.whole:
            return self.whole.patterns
        return frozenset(o.exercise.pattern for o in self.options if not o.barred)

    @cached_property
    def main_class(self) -> str | None:
        """The heaviest class of compound that fits the session alone with two sets."""
        if self.whole:
            return self.whole.main_class
        warm_s = sum(sum(p.holds) for p in self.warm_up)
        return next((c for c in MAIN_CLASSES if any(
            o.exercise.rest_class == c and o.exercise.compound and not o.barred
            and o.clock.alone(2) + warm_s <= self.budget_s for o in self.options)), None)

    def narrowed(self, ids: frozenset[str]) -> SessionProblem:
        """Return the session with some of its options; ``whole`` keeps all candidates."""
        return replace(self, options=tuple(o for o in self.options if o.id in ids),
                       whole=self.whole or self)


@runtime_checkable
class Bars(Protocol):
    """A rule that judges an exercise for a session before anything is chosen."""

    id: str
    spares_included: bool
    phases: tuple[str, ...]

    def bars(self, problem: Problem, session: SessionProblem, exercise: Exercise) -> str | None:
        """Return why the exercise may not stand in the session, or None."""


@dataclass(frozen=True)
class Facts:
    """Involvements and quarter sets by exercise, which depend on the request alone.

    All copies of a problem share them.
    """

    trained: dict[str, Mapping[str, float]] = field(default_factory=dict)
    given: dict[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Problem:
    """All that the solver and the audit need to know of a request.

    Attributes
    ----------
    unknown
        Fields that a bare text does not state (minutes, equipment, warm_up); no rule judges them.
    done
        Ids of sessions that were done already; no must rule judges them.
    training_days
        The days on which each goal can be trained.
    short
        Whether the minutes cannot hold the targets.
    whole
        The problem that this one was narrowed from.
    """

    request: Request
    catalog: Catalog
    settings: Mapping[str, Setting]
    goal_ids: tuple[str, ...]
    sessions: tuple[SessionProblem, ...] = ()
    goals: tuple[wanted.CoverageGoal, ...] = ()
    unknown: frozenset[str] = frozenset()
    done: frozenset[str] = frozenset()
    training_days: Mapping[str, set[int]] = field(default_factory=dict)
    short: bool = False
    whole: Problem | None = None
    facts: Facts = field(default_factory=Facts, repr=False, compare=False)

    @property
    def own_focus(self) -> bool:
        """Whether some session has a focus of its own."""
        return any(s.own_focus for s in self.sessions)

    @property
    def focused(self) -> bool:
        """Whether the request, or some session of it, has a focus."""
        return self.own_focus or bool(self.request.focus)

    def pinned(self, session: SessionProblem, exercise: str) -> bool:
        """Whether an exercise is included by name in a session."""
        return pin_of(self.request, session, exercise) is not None

    def setting(self, rule: str) -> Setting:
        """Return how strictly a rule is taken."""
        return self.settings[rule]

    @cached_property
    def limits(self) -> MedicalLimits:
        """The limits of the request's complaints."""
        return self.whole.limits if self.whole else medical_limits(self.request, self.catalog)

    @cached_property
    def timing(self) -> Timing:
        """The timing of sets and rests in the request."""
        asked = self.request
        return Timing(self.catalog, asked.goal, asked.pace, self.limits.rest_s_min, asked.factors)

    @cached_property
    def doses(self) -> dict[Hashable, tuple[Dose, Clock, tuple[int, int]]]:
        """Dose, clock and sets of exercises without a pin, by id and kind of day."""
        return {}

    @cached_property
    def candidates(self) -> dict[Hashable, tuple[Option, ...]]:
        """Candidates by everything that rules look at in a session."""
        return {}

    @cached_property
    def warm_ups(self) -> dict[Hashable, tuple[WarmUpPart, ...]]:
        """Warm-ups by the same key and by the warm-up that was asked for."""
        return {}

    @cached_property
    def gives(self) -> dict[str, dict[str, int]]:
        """Quarter sets by exercise and goal, filled in when the goals are known."""
        return {}

    @cached_property
    def days(self) -> tuple[int, ...]:
        """The days that have a session, from Monday as 0."""
        return tuple(sorted({s.day for s in self.sessions}))

    def on(self, day: int) -> list[SessionProblem]:
        """Return the sessions of a day."""
        return [s for s in self.sessions if s.day == day]

    def session_goals(self, session: SessionProblem) -> tuple[str, ...]:
        """Return the ids of the goals that a session serves."""
        return session.focus if session.own_focus else self.goal_ids

    def trains(self, exercise: Exercise, target: str) -> float:
        """Return the involvement of an exercise in a goal: 1.0, 0.5 or 0 (patterns count 1.0)."""
        return self.trained(exercise).get(target, 0.0)

    def trained(self, exercise: Exercise) -> Mapping[str, float]:
        """Return an exercise's involvements by muscle, group, pattern and family."""
        known = self.facts.trained.get(exercise.id)
        if known is None:
            known = self.facts.trained[exercise.id] = involvements(self.catalog, exercise)
        return known

    def given(self, exercise: Exercise) -> Mapping[str, int]:
        """Return the quarter sets that a set of an exercise gives, by goal; zeros are left out."""
        known = self.facts.given.get(exercise.id)
        if known is None:
            worth = credit(self.catalog, exercise, self.request.goal, self.request.level)
            trained = self.trained(exercise)
            found = {g: quarters(self.catalog, exercise, g, worth, trained[g])
                     for g in self.goal_ids if g in trained}
            known = self.facts.given[exercise.id] = {g: v for g, v in found.items() if v}
        return known

    def main_class(self, session: SessionProblem) -> str | None:
        """Return the heaviest class of compound among the main-lift candidates."""
        return session.main_class

    def once(self, name: str, compute: Callable[[Problem], T]) -> T:
        """Return a value that depends on the candidates alone, computed once per problem.

        A narrowed problem (see `narrowed`) uses the whole one, for the candidates of a request do
        not change with what is offered.
        """
        if name not in self._facts:
            self._facts[name] = compute(self.whole or self)
        found: T = self._facts[name]
        return found

    @cached_property
    def _facts(self) -> dict[str, Any]:
        return {} if self.whole is None else self.whole._facts

    def part(self, at: tuple[int, ...]) -> Problem:
        """Return the problem with some of its sessions, for rules that judge them one by one.

        ``whole`` keeps the whole request, as in `narrowed`.
        """
        if len(at) == len(self.sessions):
            return self
        found = self._parts.get(at)
        if found is None:
            found = self._parts[at] = replace(
                self, sessions=tuple(self.sessions[i] for i in at), whole=self.whole or self)
        return found

    @cached_property
    def _parts(self) -> dict[tuple[int, ...], Problem]:
        return {}

    def narrowed(self, offers: Sequence[Iterable[str]]) -> Problem:
        """Return the problem with only some options in each session.

        Rules stay those of the whole request: values that depend on the candidates (`once`, and
        ``at_hand``, ``patterns`` and ``main_class`` of a session) are those of the whole problem.
        """
        sessions = tuple(s.narrowed(frozenset(ids))
                         for s, ids in zip(self.sessions, offers, strict=True))
        return replace(self, sessions=sessions, whole=self.whole or self)


class OnADay(Protocol):
    """Anything with the id and the day of a session."""

    @property
    def id(self) -> str:
        """The session's id."""

    @property
    def day(self) -> int:
        """The session's day, from Monday as 0."""


def pin_of(request: Request, session: OnADay, exercise: str) -> Include | None:
    """Return the include that asks for an exercise in this session, or None."""
    for pin in request.include:
        if pin.exercise == exercise and pin.day in (None, DAYS[session.day], session.id):
            return pin
    return None
