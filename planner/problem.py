"""Request x catalogue: what may be chosen and what is wanted, as whole numbers.

Everything is sorted by id, so the same request gives the same problem whatever
the order of the catalogue.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Protocol, TypeVar, runtime_checkable

from catalog import Catalog, Exercise
from catalog.schema import Phase, Severity
from planner import goals as wanted
from planner.candidates import FEWEST_REPS, Limits, dose_for, limits_of, set_range
from planner.dose import Clock, Dose, clock, credit, involvements, quarters
from planner.errors import InputError
from planner.request import DAYS, Include, Request, RuleFigures

T = TypeVar("T")

MAIN_CLASSES = ("heavy_compound", "free_compound", "machine_compound")


@dataclass(frozen=True)
class Setting:
    """How strictly a rule is taken in this request."""

    severity: Severity
    weight: int
    figures: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Option:
    """An exercise that a session may hold, with its dose, clock and worth.

    ``gives`` are quarter sets by goal id; ``worth`` is the credit in quarters.
    ``barred`` are the must rules that forbid it (only kept where it is
    included by name, so that "impossible" can say why).
    """

    session: int
    exercise: Exercise
    equipment: tuple[str, ...]
    dose: Dose
    clock: Clock
    sets: tuple[int, int]
    gives: Mapping[str, int]
    worth: float
    pinned: bool = False
    barred: tuple[str, ...] = ()
    frowned: tuple[str, ...] = ()
    phase: Phase = "work"

    @property
    def id(self) -> str:
        """The exercise's id."""
        return self.exercise.id


@dataclass(frozen=True)
class WarmUpPart:
    """A warm-up phase: its total seconds, split into ``holds``, and what may fill it."""

    phase: Phase
    holds: tuple[int, ...]
    options: tuple[Option, ...]


@dataclass(frozen=True)
class SessionProblem:
    """One session: its budget and everything that may stand in it."""

    index: int
    id: str
    day: int
    minutes: int
    equipment: frozenset[str]
    focus: tuple[str, ...]
    own_focus: bool
    options: tuple[Option, ...] = ()
    warm_up: tuple[WarmUpPart, ...] = ()

    @property
    def budget_s(self) -> int:
        """Seconds given."""
        return self.minutes * 60

    @cached_property
    def at_hand(self) -> frozenset[str]:
        """Ids of its candidates."""
        return frozenset(o.id for o in self.options if not o.barred)

    @cached_property
    def patterns(self) -> frozenset[str]:
        """Movement patterns among its candidates."""
        return frozenset(o.exercise.pattern for o in self.options if not o.barred)

    @cached_property
    def main_class(self) -> str | None:
        """The heaviest class of compound that fits the session alone with two sets."""
        warm_s = sum(sum(p.holds) for p in self.warm_up)
        fitting = {
            o.exercise.rest_class for o in self.options
            if o.exercise.compound and not o.barred
            and o.clock.alone(2) + warm_s <= self.budget_s
        }
        return next((c for c in MAIN_CLASSES if c in fitting), None)

    def narrowed(self, ids: frozenset[str]) -> SessionProblem:
        """Return the session with some of its options; what it could hold stays known."""
        found = replace(self, options=tuple(o for o in self.options if o.id in ids))
        found.__dict__.update(at_hand=self.at_hand, patterns=self.patterns,
                              main_class=self.main_class)
        return found


@runtime_checkable
class Bars(Protocol):
    """A rule that judges an exercise for a session before anything is chosen."""

    id: str
    spares_included: bool
    phases: tuple[str, ...]

    def bars(self, problem: Problem, session: SessionProblem, exercise: Exercise) -> str | None:
        """Return why the exercise may not stand in the session, or None."""


class HasId(Protocol):
    """Anything with an id."""

    id: str


@dataclass(frozen=True)
class Problem:
    """All that the solver and the audit need to know.

    ``unknown`` names what a bare text does not say (minutes, equipment,
    warm_up), so that no rule judges it. ``done`` are ids of sessions that were
    done already: no must rule judges them. ``training_days`` are the days that
    can train a goal. ``whole`` is the problem that this
    one was narrowed from.
    """

    request: Request
    catalog: Catalog
    settings: Mapping[str, Setting]
    goal_ids: tuple[str, ...]
    sessions: tuple[SessionProblem, ...] = ()
    goals: tuple[wanted.Goal, ...] = ()
    unknown: frozenset[str] = frozenset()
    done: frozenset[str] = frozenset()
    training_days: Mapping[str, set[int]] = field(default_factory=dict)
    whole: Problem | None = None

    def pinned(self, session: SessionProblem, exercise: str) -> bool:
        """Whether an exercise is included by name in a session."""
        return pin_of(self.request, session.id, exercise) is not None

    def setting(self, rule: str) -> Setting:
        """Return how strictly a rule is taken."""
        return self.settings[rule]

    @cached_property
    def limits(self) -> Limits:
        """What the request's complaints allow."""
        return limits_of(self.request, self.catalog)

    @cached_property
    def doses(self) -> dict[str, tuple[Dose, Clock, tuple[int, int], float]]:
        """What an exercise that nobody pinned is dosed with, remembered by id."""
        return {}

    @cached_property
    def candidates(self) -> dict[Hashable, tuple[Option, ...]]:
        """Candidates by all that the built-in rules look at in a session."""
        return {}

    @cached_property
    def gives(self) -> dict[str, dict[str, int]]:
        """Quarter sets by exercise and goal, filled in once the goals are known."""
        return {}

    @cached_property
    def days(self) -> tuple[int, ...]:
        """The days that have a session, from Monday as 0."""
        return tuple(sorted({s.day for s in self.sessions}))

    def on(self, day: int) -> list[SessionProblem]:
        """Return the sessions of a day."""
        return [s for s in self.sessions if s.day == day]

    def session_goals(self, session: SessionProblem) -> tuple[str, ...]:
        """Return the ids that ``relevant`` and ``main_lift`` look at in a session."""
        return session.focus if session.own_focus else self.goal_ids

    def trains(self, exercise: Exercise, target: str) -> float:
        """Involvement of an exercise in a goal: 1.0, 0.5 or 0 (patterns count 1.0)."""
        return self.trained(exercise).get(target, 0.0)

    def trained(self, exercise: Exercise) -> Mapping[str, float]:
        """Return everything that an exercise trains, by muscle, group, pattern and family."""
        known = self._trained.get(exercise.id)
        if known is None:
            known = self._trained[exercise.id] = involvements(self.catalog, exercise)
        return known

    def given(self, exercise: Exercise) -> Mapping[str, int]:
        """Return the quarter sets that a set of an exercise gives to each goal, if any."""
        known = self._given.get(exercise.id)
        if known is None:
            worth = credit(self.catalog, exercise, self.request.goal, self.request.level)
            trained = self.trained(exercise)
            found = {g: quarters(self.catalog, exercise, g, worth) for g in self.goal_ids
                     if g in trained}
            known = self._given[exercise.id] = {g: v for g, v in found.items() if v}
        return known

    @cached_property
    def _given(self) -> dict[str, Mapping[str, int]]:
        return {}

    @cached_property
    def _trained(self) -> dict[str, Mapping[str, float]]:
        return {}

    def main_class(self, session: SessionProblem) -> str | None:
        """Return the heaviest class of compound among the main-lift candidates."""
        return session.main_class

    def once(self, name: str, compute: Callable[[Problem], T]) -> T:
        """Return what depends on the candidates alone, computed once per problem.

        A narrowed problem (see `narrowed`) answers for the whole one: what a
        request's candidates are does not change with what is offered.
        """
        if name not in self._facts:
            self._facts[name] = compute(self.whole or self)
        found: T = self._facts[name]
        return found

    @cached_property
    def _facts(self) -> dict[str, Any]:
        return {} if self.whole is None else self.whole._facts

    def narrowed(self, offers: Sequence[Iterable[str]]) -> Problem:
        """Return the problem with only some options in each session.

        Rules still ask what the whole request asks: what depends on the
        candidates (`once`, a session's ``at_hand``, ``patterns`` and
        ``main_class``) is that of the whole problem.
        """
        sessions = tuple(s.narrowed(frozenset(ids))
                         for s, ids in zip(self.sessions, offers, strict=True))
        found = replace(self, sessions=sessions, whole=self.whole or self)
        found.__dict__.update(_trained=self._trained, limits=self.limits)
        return found


def build_problem(request: Request, catalog: Catalog, rules: Sequence[HasId]) -> Problem:
    """Put a normalised request and a catalogue together.

    Parameters
    ----------
    rules
        The rules that judge exercises one by one (see `Bars`) take part here.
    """
    settings = _settings(request, catalog, rules)
    bare = Problem(request, catalog, settings, tuple(wanted.goal_ids(request, catalog)))
    judges = [r for r in rules if isinstance(r, Bars) and settings[r.id].severity != "off"]
    sessions = tuple(_session(bare, i, judges) for i in range(len(request.sessions)))
    on = _training_days(bare, sessions)
    goals = wanted.goals(request, catalog, {name: len(days) for name, days in on.items()})
    _fill_gives(bare, sessions, [g.id for g in goals])
    found = Problem(request, catalog, settings, tuple(g.id for g in goals), sessions, goals,
                    training_days=on)
    found.__dict__["_trained"] = bare._trained
    return found


def _training_days(problem: Problem, sessions: Sequence[SessionProblem]) -> dict[str, set[int]]:
    """Return the days on which each goal has a candidate that trains it."""
    on: dict[str, set[int]] = {name: set() for name in problem.goal_ids}
    for session in sessions:
        for option in session.options:
            if not option.barred:
                for name in problem.trained(option.exercise):
                    if name in on:
                        on[name].add(session.day)
    return on


def _settings(request: Request, catalog: Catalog, rules: Sequence[HasId]) -> dict[str, Setting]:
    settings = {r.id: Setting(r.severity, r.weight, dict(r.figures)) for r in catalog.rules}
    for rule in rules:
        if rule.id not in settings:
            settings[rule.id] = Setting(getattr(rule, "severity", "must"),
                                        getattr(rule, "weight", 1))
    for name, asked in request.rules.items():
        settings[name] = _overridden(name, settings[name], asked)
    return settings


def _overridden(name: str, default: Setting, asked: Severity | RuleFigures) -> Setting:
    if isinstance(asked, str):
        figures = dict(default.figures)
        if name == "session_cap" and asked != "must":
            figures.pop("must", None)
        return Setting(asked, default.weight, figures)
    written = {k: v for k, v in (("must", asked.must), ("should", asked.should)) if v is not None}
    takes = {"must", "should"} & set(default.figures)
    if not written or not takes:
        raise InputError("takes no figure; write must, should or off" if not takes else
                         "write a figure, such as {must: 20}", f"rules.{name}")
    severity: Severity = "must" if "must" in written else "should"
    if name == "session_cap":
        return Setting("must" if "must" in written else default.severity, default.weight,
                       {**default.figures, **written})
    return Setting(severity, default.weight, {**default.figures, **written,
                                              "limit": next(iter(written.values()))})


def expand_equipment(names: Iterable[str], catalog: Catalog) -> frozenset[str]:
    """Turn presets and ids into ids of equipment."""
    found: set[str] = set()
    for name in names:
        preset = catalog.preset_by_id.get(name)
        found.update(preset.equipment if preset else (name,))
    return frozenset(found)


def alternative(exercise: Exercise, equipment: frozenset[str]) -> tuple[str, ...] | None:
    """Return the first alternative of an exercise that the equipment covers."""
    return next((a for a in exercise.equipment if equipment.issuperset(a)), None)


def _session(problem: Problem, index: int, rules: Sequence[Bars]) -> SessionProblem:
    asked = problem.request.sessions[index]
    focus = asked.focus if asked.focus is not None else problem.request.focus
    bare = SessionProblem(
        index=index, id=asked.id or asked.day, day=DAYS.index(asked.day), minutes=asked.minutes,
        equipment=expand_equipment(asked.equipment or (), problem.catalog)
        - set(problem.request.exclude),
        focus=tuple(wanted.expand(focus, problem.catalog)), own_focus=bool(asked.focus),
    )
    options = _candidates(problem, bare, rules)
    return replace(bare, options=options, warm_up=_warm_up(problem, bare, rules))


def _candidates(problem: Problem, session: SessionProblem,
                rules: Sequence[Bars]) -> tuple[Option, ...]:
    """Return what may stand in a session, sorted; sessions that are alike share the judging."""
    own = any(rule.id not in problem.catalog.rule_by_id for rule in rules)
    alike = (session.equipment, session.focus, session.own_focus,
             session.day if problem.request.split != "none" else None,
             session.id if own or problem.request.include else None)
    known = problem.candidates.get(alike)
    if known is not None:
        return tuple([Option(session.index, o.exercise, o.equipment, o.dose, o.clock, o.sets,
                             o.gives, o.worth, o.pinned, o.barred, o.frowned) for o in known])
    options = []
    for exercise in problem.catalog.exercises:
        if "work" in exercise.phases and exercise.rest_class is not None:
            option = _option(problem, session, exercise, rules)
            if option is not None:
                options.append(option)
    found = tuple(sorted(_mastered(options, problem), key=lambda o: o.id))
    problem.candidates[alike] = found
    return found


def _mastered(options: list[Option], problem: Problem) -> list[Option]:
    """Leave out what the level has not mastered, where an easier link is at hand."""
    at_hand = {o.id for o in options if not o.barred}
    return [o for o in options if o.pinned or not beyond(o.exercise, problem)
            or not at_hand.intersection(o.exercise.easier)]


def beyond(exercise: Exercise, problem: Problem) -> bool:
    """Whether a level, its reserve kept, manages less than half of the repetitions asked."""
    known = problem.catalog.failure_by_id.get(exercise.id)
    if known is None or exercise.measure != "reps" or exercise.rest_class is None:
        return False
    scheme = problem.catalog.scheme_by_key[problem.request.goal, exercise.rest_class]
    rir = max(scheme.rir, problem.limits.rir_min)
    most: int = getattr(known, problem.request.level)
    return most - rir < max(FEWEST_REPS, scheme.reps / 2)


def _option(problem: Problem, session: SessionProblem, exercise: Exercise,
            rules: Sequence[Bars]) -> Option | None:
    pin = pin_of(problem.request, session.id, exercise.id)
    barred, frowned = judge(problem, session, exercise, rules)
    if barred and pin is None:
        return None
    dose, times, sets, worth = _dosed(problem, exercise, pin)
    return Option(
        session=session.index, exercise=exercise,
        equipment=alternative(exercise, session.equipment) or exercise.equipment[0],
        dose=dose, clock=times, sets=sets,
        gives=problem.gives.setdefault(exercise.id, {}), worth=worth,
        pinned=pin is not None, barred=barred, frowned=frowned,
    )


def _dosed(problem: Problem, exercise: Exercise,
           pin: Include | None) -> tuple[Dose, Clock, tuple[int, int], float]:
    """Return dose, clock, range of sets and credit; the same in every session without a pin."""
    known = problem.doses.get(exercise.id)
    if known is not None and pin is None:
        return known
    request, catalog = problem.request, problem.catalog
    dose = dose_for(exercise, request, catalog, problem.limits, pin)
    times = clock(catalog, exercise, dose, request.goal, request.pace,
                  rest_at_least_s=problem.limits.rest_s_min)
    found = (dose, times, set_range(exercise, request.goal, catalog, pin),
             credit(catalog, exercise, request.goal, request.level))
    if pin is None:
        problem.doses[exercise.id] = found
    return found


def judge(problem: Problem, session: SessionProblem, exercise: Exercise,
          rules: Sequence[Bars]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the must rules and the should rules that speak against an exercise."""
    pinned = pin_of(problem.request, session.id, exercise.id) is not None
    barred: list[str] = []
    frowned: list[str] = []
    for rule in rules:
        severity = problem.setting(rule.id).severity
        if pinned and rule.spares_included:
            continue
        if rule.bars(problem, session, exercise) is not None:
            (barred if severity == "must" else frowned).append(rule.id)
            if barred and not pinned:
                break
    return tuple(barred), tuple(frowned)


def pin_of(request: Request, session_id: str, exercise: str) -> Include | None:
    """Return the include of an exercise that speaks of this session, if any."""
    day = session_id.split("_")[0]
    for pin in request.include:
        if pin.exercise == exercise and pin.day in (None, day, session_id):
            return pin
    return None


def _warm_up(problem: Problem, session: SessionProblem,
             rules: Sequence[Bars]) -> tuple[WarmUpPart, ...]:
    asked = problem.request.sessions[session.index].warm_up
    assert asked is not None, "a normalised request has its warm-up filled in"
    parts = []
    for phase, minutes in (("raise", asked.raise_minutes), ("mobilise", asked.mobilise_minutes)):
        if minutes:
            part = _part(problem, session, phase, minutes * 60, rules)  # type: ignore[arg-type]
            if part.options or problem.request.warm_up is not None:
                parts.append(part)
    return tuple(parts)


def _part(problem: Problem, session: SessionProblem, phase: Phase, total_s: int,
          rules: Sequence[Bars]) -> WarmUpPart:
    fit = [e for e in problem.catalog.exercises
           if phase in e.phases and e.mechanic in ("cardio", "mobility")
           and not any("any" in r.phases and r.bars(problem, session, e) for r in rules)]
    # A one-sided stretch takes twice its hold: it is used where nothing else is at hand.
    fit = [e for e in fit if not e.unilateral] or fit
    wished = 1 if phase == "raise" or total_s <= 120 else 2 if total_s <= 240 else 3
    count = max(1, min(wished, len(fit)))
    holds = tuple(total_s // count + (1 if i < total_s % count else 0) for i in range(count))
    options = tuple(_warm_option(problem, session, e, holds[-1], phase) for e in
                    sorted(fit, key=lambda e: e.id))
    return WarmUpPart(phase, holds, options)


def _warm_option(problem: Problem, session: SessionProblem, exercise: Exercise,
                 hold_s: int, phase: Phase) -> Option:
    dose = Dose(None, hold_s, None)
    return Option(
        session=session.index, exercise=exercise,
        equipment=alternative(exercise, session.equipment) or (), dose=dose,
        clock=clock(problem.catalog, exercise, dose, problem.request.goal, problem.request.pace,
                    work=False),
        sets=(1, 1), gives={}, worth=0.0, phase=phase,
    )


def _fill_gives(problem: Problem, sessions: Sequence[SessionProblem], goals: list[str]) -> None:
    """Fill in what a set gives to each goal; the sessions share it by exercise."""
    for option in {o.id: o for s in sessions for o in s.options}.values():
        trained = problem.trained(option.exercise)
        for goal in goals:
            if goal in trained:
                given = quarters(problem.catalog, option.exercise, goal, option.worth)
                if given:
                    problem.gives[option.id][goal] = given
