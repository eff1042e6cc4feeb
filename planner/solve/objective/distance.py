"""The distance from another plan: parts that a plan has to keep, and the price of each change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from planner.judge import prices as q
from planner.problem.problem import SessionProblem
from planner.rules.protocol import Expr
from planner.solve.model.variables import ModelBuilder
from planner.solve.objective.terms import Objective, Term
from planner.workout.workout import WorkoutSession

Sessions = Mapping[int, WorkoutSession]
"""The sessions of a plan by index; a new session has none."""


@dataclass(frozen=True)
class Anchor:
    """A plan that another one is made from, and the parts of it that have to stay.

    Attributes
    ----------
    old
        The sessions of the plan.
    good_enough
        Coverage loss, in points, below which no improvement is asked for.
    dear
        Exercises that cost double when they are taken out.
    held
        Indices of sessions that stay whole, supersets included.
    locks
        Exercises that stay, by session index.
    times
        How many times the usual price a change costs.
    instead
        Whether as many entries come in at no price as have to go, since no rule lets them stay.
    kin
        The exercises that are welcome for each of those: easier ones of its kind.
    """

    old: Sessions
    good_enough: int = 0
    dear: frozenset[str] = field(default_factory=frozenset)
    held: frozenset[int] = frozenset()
    locks: Mapping[int, frozenset[str]] = field(default_factory=dict)
    times: int = 1
    instead: bool = False
    kin: Mapping[str, frozenset[str]] = field(default_factory=dict)


def changes(m: ModelBuilder, wish: Anchor) -> Objective:
    """Return the price of all changes.

    A change is an entry added, an entry taken out, an entry with other sets, or an entry that
    enters or leaves the supersets. Taking out a liked exercise counts double.
    """
    price = wish.times * q.price(m.problem, "change")
    total = Objective([])
    for session in m.problem.sessions:
        done = wish.old.get(session.index)
        if done is not None and session.index not in wish.held:
            total = total.plus(_changes(m, session, done, wish).times(price))
    return total


def _changes(m: ModelBuilder, session: SessionProblem, done: WorkoutSession,
             wish: Anchor) -> Objective:
    terms: list[Term] = []
    new: list[Term] = []
    fixed = 0
    old = {i.exercise.id: i for i in done.work}
    inside: dict[str, list[Term]] = {}
    for (exercise, _), flag in m.supersets[session.index].inside.items():
        inside.setdefault(exercise, []).append((1, flag))
    for option in session.options:
        x, was = m.x(option), old.pop(option.id, None)
        if was is None:
            new.append((1, x))
            continue
        out = 2 if option.id in wish.dear else 1
        fixed += out
        terms.append((-out, x))
        if option.sets[0] < option.sets[1]:
            other = m.flag(f"other sets {session.id} {option.id}")
            span = option.sets[1] + was.sets
            m.cp.add(m.n(option) - was.sets * x <= span * other)
            m.cp.add(was.sets * x - m.n(option) <= span * other)
            terms.append((1, other))
        paired = inside.get(option.id, [])
        if was.superset is None:
            terms += paired
        else:
            terms += [(1, x), *((-c, v) for c, v in paired)]
    if wish.instead and old and new:
        more = m.cp.new_int_var(0, len(new), f"more {session.id}")
        m.cp.add(more >= m.total(new) - len(old))
        new = [(1, more)]
        terms += [(-1, taken) for taken in _kin(m, session, old, wish)]
    return Objective([*terms, *new], fixed + len(old))


def _kin(m: ModelBuilder, session: SessionProblem, gone: Iterable[str],
         wish: Anchor) -> Iterator[Expr]:
    """Yield for each entry that has to go whether one of its kind comes in for it."""
    for name in gone:
        near = [m.x(o) for o in session.options if o.id in wish.kin.get(name, ())]
        if near:
            taken = m.flag(f"instead of {name} {session.id}")
            m.cp.add(taken <= m.total((1, x) for x in near))
            yield taken


def fix(m: ModelBuilder, sessions: Sessions) -> None:
    """Fix sessions as they are: their entries, sets and supersets.

    The supersets of a session that was done are left out, for no rule judges them any more.
    """
    for session in m.problem.sessions:
        done = sessions.get(session.index)
        if done is None:
            continue
        was = {i.exercise.id: i for i in done.work}
        for option in session.options:
            entry = was.get(option.id)
            m.cp.add(m.x(option) == int(entry is not None))
            if entry is not None and option.sets[0] < option.sets[1]:
                m.cp.add(m.n(option) == entry.sets)
        for (name, rounds), flag in m.supersets[session.index].inside.items():
            pair = (session.id not in m.problem.done and name in was
                    and was[name].superset is not None and was[name].sets == rounds)
            m.cp.add(flag == int(pair))


