"""Plans made from a plan: what is held stays, and as little as possible changes.

A problem that was narrowed to a few options (`Problem.narrowed`) makes a small
model, so a week with most of it fixed is built and solved in tens of
milliseconds. What is proved of it is proved of what was offered.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from catalog.words import Severity
from planner.fitness import entry_cost
from planner.problem import Problem, SessionProblem
from planner.rules.base import Expr, Rule
from planner.solve.engine import Engine, NoSolution, Solution
from planner.solve.model import MUCH, ModelBuilder
from planner.solve.search import Control, run
from planner.solve.start import FIRST_WORK, fitted, values_of
from planner.solve.tiers import TIERS, BuildTier, Objective, coverage
from planner.tally import coverage_loss
from planner.workout import Visit, Workout

PER_GOAL = 3
PER_MAIN = 2
"""Candidates of a goal, and of a pattern among the lifts that may begin the work."""

LIKENESS = 4
"""Quarter sets of coverage that a third of an entry too much in common counts as."""

TRIES = 8


@dataclass(frozen=True)
class Wish:
    """What a plan is made from, and how dear each change is.

    Attributes
    ----------
    old
        The plan's visits by session index; a session that is new has none.
    good_enough
        Coverage loss up to which nothing needs to get better; None asks for
        the best coverage first and counts changes after it.
    price
        Quarter sets of coverage that one change has to bring.
    dear
        Exercises whose change counts double.
    held
        Indices of sessions that stay whole, supersets included.
    locks
        Exercises that stay, by session index.
    """

    old: Mapping[int, Visit]
    good_enough: int = 0
    price: int = 4
    dear: frozenset[str] = field(default_factory=frozenset)
    held: frozenset[int] = frozenset()
    locks: Mapping[int, frozenset[str]] = field(default_factory=dict)


class Partial(ModelBuilder):
    """A model in which no must rule judges what is done."""

    def keep(self, where: str, amount: Expr, at_most: int, *, severity: Severity | None = None,
             weight: int | None = None, unit: int = 1) -> None:
        """Ask for a limit, but not of a session that is done."""
        taken = severity or self.problem.setting(self._rule.id).severity
        if taken == "must" and where in self.problem.done:
            return
        super().keep(where, amount, at_most, severity=severity, weight=weight, unit=unit)


def solve_near(problem: Problem, rules: Sequence[Rule], control: Control,
               wish: Wish) -> Solution | NoSolution:
    """Return the plan that restores what a week was worth with the fewest changes.

    The first tier is ``max(0, coverage - good enough) + price x changes``, then
    come the usual ones; where nothing has to change it is 0, and the plan is
    found and proved at once.
    """
    model = Partial(problem, rules)
    for index, value in values_of(model, {i: wish.old[i] for i in wish.held}):
        model.cp.add(model.cp.get_int_var_from_proto_index(index) == value)
    for session in problem.sessions:
        for option in session.options:
            if option.id in wish.locks.get(session.index, ()):
                model.cp.add(model.x(option) == 1)
    return _engine(model, control, wish.old, (lambda m: restored(m, wish), *TIERS)).solve()


def solve_tiers(problem: Problem, rules: Sequence[Rule], control: Control,
                old: Mapping[int, Visit] | None = None,
                tiers: Sequence[BuildTier] = TIERS) -> Solution | NoSolution:
    """Return the best plan of a narrowed problem, beginning with another plan if there is one."""
    return _engine(Partial(problem, rules), control, old, tiers).solve()


def _engine(model: ModelBuilder, control: Control, old: Mapping[int, Visit] | None,
            tiers: Sequence[BuildTier]) -> Engine:
    """Return an engine that begins with the old plan, or one near it that can be matched."""
    engine = Engine(model, control, tiers)
    for _ in range(TRIES if old else 0):
        start = _start(model, control, old)
        if start is None or engine.accepts(start):
            engine.best.values = start
            break
    return engine


def solve_unlike(problem: Problem, rules: Sequence[Rule], control: Control,
                 best: Mapping[int, Visit], others: Sequence[Mapping[int, Visit]],
                 most: int) -> Solution | None:
    """Return a plan that shares at most two thirds of its work entries with any of some others.

    The search starts from the best plan and moves away from it, a few sessions
    at a time; None where the limits end it too near.

    Parameters
    ----------
    others
        The plans to be unlike, by session index, the best one included.
    most
        Coverage loss that is allowed, in quarter sets.
    """
    found = solve_tiers(problem, rules, control, best,
                        (lambda m: unlike(m, others, most), *TIERS))
    if isinstance(found, NoSolution) or coverage_loss(found.workout, problem) > most or any(
            _too_like(found.workout, other) for other in others):
        return None
    return found


def _too_like(workout: Workout, other: Mapping[int, Visit]) -> bool:
    """Whether a plan has more than two thirds of either plan's work entries from the other."""
    mine = {(i, e.exercise.id) for i, v in enumerate(workout.visits) for e in v.work}
    theirs = {(i, e.exercise.id) for i, v in other.items() for e in v.work}
    return 3 * len(mine & theirs) > 2 * min(len(mine), len(theirs))


def unlike(m: ModelBuilder, others: Sequence[Mapping[int, Visit]], most: int) -> Objective:
    """What a plan has too much in common with others, and what it loses too much."""
    behind = m.cp.new_int_var(0, MUCH, "behind")
    m.cp.add(behind >= coverage(m).expr - most)
    terms = [(1, behind)]
    offered = [(s.index, o) for s in m.problem.sessions for o in s.options]
    everything = m.total((2, m.x(o)) for _, o in offered)
    for number, other in enumerate(others):
        ids = {i: {item.exercise.id for item in visit.work} for i, visit in other.items()}
        shared = m.total((3, m.x(o)) for i, o in offered if o.id in ids.get(i, ()))
        close = m.cp.new_int_var(0, MUCH, f"like {number}")
        m.cp.add(close >= shared - 2 * sum(len(v) for v in ids.values()))
        m.cp.add(close >= shared - everything)
        terms.append((LIKENESS, close))
    return Objective("unlike", m.total(terms))


def solve_around(problem: Problem, rules: Sequence[Rule], control: Control,
                 old: Mapping[int, Visit], free: int,
                 exercise: str) -> tuple[int, Workout] | None:
    """Return the least coverage loss, and a plan, with one session planned around an exercise.

    The other sessions stay as they are.
    """
    offers = [few(problem, s) | {exercise} if s.index == free else frozenset()
              for s in problem.sessions]
    offers = [o | {i.exercise.id for i in old[k].work} for k, o in enumerate(offers)]
    small = problem.narrowed(offers)
    model = Partial(small, rules)
    others = {i: v for i, v in old.items() if i != free}
    for index, value in values_of(model, others):
        model.cp.add(model.cp.get_int_var_from_proto_index(index) == value)
    for option in small.sessions[free].options:
        if option.id == exercise:
            model.cp.add(model.x(option) == 1)
    found = Engine(model, control, (coverage,)).solve()
    if isinstance(found, NoSolution):
        return None
    return coverage_loss(found.workout, problem), found.workout


def restored(m: ModelBuilder, wish: Wish) -> Objective:
    """What coverage fell behind, and the changes: the first tier of planning anew."""
    behind = m.cp.new_int_var(0, MUCH, "behind")
    m.cp.add(behind >= coverage(m).expr - wish.good_enough)
    terms = [(1, behind)]
    fixed = 0
    for session in m.problem.sessions:
        visit = wish.old.get(session.index)
        if visit is not None:
            more, constant = _changes(m, session, visit, wish)
            terms += [(wish.price * c, v) for c, v in more]
            fixed += wish.price * constant
    return Objective("restored", m.total(terms) + fixed)


def _changes(m: ModelBuilder, session: SessionProblem, visit: Visit,
             wish: Wish) -> tuple[list[tuple[int, Any]], int]:
    """Return how many entries of a session differ from a visit, as terms and a constant.

    An entry added, taken out, with other sets, or in a superset where it was
    alone (or the other way round) is a change each; so is a warm-up entry that
    goes.
    """
    terms: list[tuple[int, Any]] = []
    fixed = 0
    old = {i.exercise.id: i for i in visit.work}
    inside: dict[str, list[Any]] = {}
    for (exercise, _), flag in m.supersets[session.index].inside.items():
        inside.setdefault(exercise, []).append(flag)
    for option in session.options:
        x, was = m.x(option), old.pop(option.id, None)
        if was is None:
            terms.append((1, x))
            continue
        price = 2 if option.id in wish.dear else 1
        fixed += price
        terms.append((-price, x))
        if option.sets[0] < option.sets[1]:
            other = m.flag(f"other sets {session.id} {option.id}")
            span = option.sets[1] + was.sets
            m.cp.add(m.n(option) - was.sets * x <= span * other)
            m.cp.add(was.sets * x - m.n(option) <= span * other)
            terms.append((1, other))
        paired = [(1, q) for q in inside.get(option.id, [])]
        if was.superset is None:
            terms += paired
        else:
            terms += [(1, x), *((-c, q) for c, q in paired)]
    fixed += len(old)
    warm = {i.exercise.id for i in visit.items if not i.work}
    for option, y in m.warm_up(session):
        if option.id in warm:
            fixed += 1
            terms.append((-1, y))
    return terms, fixed


def _start(model: ModelBuilder, control: Control,
           old: Mapping[int, Visit] | None) -> tuple[int, ...] | None:
    """Fit the old plan into the model: as it stands, else with the fewest changes."""
    if not old:
        return None
    found = fitted(model, control, old)
    if found is None:
        clone = model.cp.clone()
        terms: list[tuple[int, Any]] = []
        for index, value in values_of(model, old):
            variable = clone.get_int_var_from_proto_index(index)
            clone.add_hint(variable, value)
            if value in (0, 1):
                terms.append((1 - 2 * value, variable))
        clone.minimize(model.total(terms))
        found = run(clone, control, "restored", work=FIRST_WORK, spare=FIRST_WORK).values or None
    return found


def few(problem: Problem, session: SessionProblem) -> frozenset[str]:
    """Return the candidates that changes are made from: the best of each pattern and goal."""
    cost = {o.id: entry_cost(problem, session, o.exercise) for o in session.options}
    ranked = sorted(session.options, key=lambda o: (cost[o.id], o.id))
    chosen = {o.id for o in ranked if o.pinned or o.id in problem.request.likes}
    seen: Counter[tuple[str, bool, str | None]] = Counter()
    for option in ranked:
        e = option.exercise
        kind = (e.pattern, e.compound, e.rest_class)
        seen[kind] += 1
        if seen[kind] <= (PER_MAIN if e.rest_class == session.main_class else 1):
            chosen.add(option.id)
    for goal in problem.goals:
        useful = [o for o in ranked if goal.id in o.gives]
        useful.sort(key=lambda o: -o.gives[goal.id])
        chosen.update(o.id for o in useful[:PER_GOAL])
    return frozenset(chosen)

