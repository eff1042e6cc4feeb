"""From a solution of the solver back to a workout in its best order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from planner.judge.order import Arranger, Ordering
from planner.judge.pairing import Groups, Matcher
from planner.problem.problem import SessionProblem
from planner.problem.warm_up import warm_up_for
from planner.solve.cuts.order_cuts import OrderCuts
from planner.solve.model.variables import MUCH, ModelBuilder, as_item
from planner.workout.workout import Workout, WorkoutEntry, WorkoutSession


@dataclass(frozen=True)
class Choice:
    """A session's work without its order.

    Attributes
    ----------
    entries
        Exercises with their sets.
    groups
        Exercises in supersets of equally many rounds.
    need_s
        Seconds that the model believes the supersets to save; the session relies on them.
    """

    entries: tuple[tuple[str, int], ...]
    groups: Groups
    need_s: int


class Reader:
    """Reads solutions of a model, and remembers the best order of every choice it has seen."""

    def __init__(self, model: ModelBuilder) -> None:
        self.model = model
        problem = model.problem
        self.matchers = [Matcher(problem, s, tuple(model.pair_rules)) for s in problem.sessions]
        self._arrangers = [Arranger(problem, s, tuple(model.order_rules), self.matchers[s.index])
                           for s in problem.sessions]
        self._cuts = [OrderCuts(a, [as_item(o) for o in s.options])
                      for a, s in zip(self._arrangers, problem.sessions, strict=True)]
        self._seen: dict[tuple[int, Choice], Ordering] = {}

    def choice(self, session: SessionProblem, values: Sequence[int]) -> Choice:
        """Return the choice of a solution in a session."""
        chosen = []
        for o in session.options:
            if values[self.model.x(o).index]:
                low, high = o.sets
                chosen.append((o.id, low if low == high else values[self.model.n(o).index]))
        superset = self.model.supersets[session.index]
        return Choice(tuple(chosen), superset.groups(values), superset.believed(values))

    def entries(self, session: SessionProblem, choice: Choice) -> dict[str, WorkoutEntry]:
        """Return the entries of a choice by exercise."""
        options = {o.id: o for o in session.options}
        return {e: as_item(options[e], sets) for e, sets in choice.entries}

    def ordering(self, session: SessionProblem, choice: Choice) -> Ordering:
        """Return the best matching and order of a session's work."""
        key = (session.index, choice)
        if key not in self._seen:
            entries = list(self.entries(session, choice).values())
            found = self._arrangers[session.index].best(entries, choice.groups, choice.need_s)
            assert found is not None, "a choice without a matching was cut off before"
            self._seen[key] = found
        return self._seen[key]

    def least(self, session: SessionProblem, choice: Choice) -> Ordering:
        """Return the best matching and order, whatever the supersets save."""
        return self.ordering(session, replace(choice, need_s=-MUCH))

    def forced(self, session: SessionProblem,
               choice: Choice) -> Iterator[tuple[tuple[int, int], Any, list[tuple[int, Any]]]]:
        """Yield the cuts of a choice's order in the variables of the model.

        Each is a cost, the expression ``missing``, and the menders. ``missing`` is 0 where a
        session holds all kinds and groups that force the cost, and at least 1 anywhere else. A
        mender is a variable with the most penalty points that it saves.
        """
        entries = list(self.entries(session, choice).values())
        rounds = dict(choice.entries)
        model = self.model
        superset = model.supersets[session.index]
        for found in self._cuts[session.index].forced(entries, choice.groups):
            on = [model.holds(session, kind.ids, count + 1)
                  for kind in found.kinds for count in range(kind.count)]
            mending = [(found.menders[o.id], model.x(o)) for o in session.options
                       if o.id in found.menders]
            missing = len(on) - sum(on) + sum(
                superset.unlike(g, rounds[g[0]]) for g in found.groups)
            yield found.cost, missing, mending

    def workout(self, values: tuple[int, ...]) -> Workout:
        """Return the whole workout: warm-up first, work in its best order."""
        sessions = []
        for session in self.model.problem.sessions:
            ordering = self.ordering(session, self.choice(session, values))
            work = _lettered(ordering.entries)
            warm = warm_up_for(self.model.problem, session, work)
            sessions.append(WorkoutSession(session.id, session.day, warm + work))
        return Workout(tuple(sessions))


def _lettered(entries: tuple[WorkoutEntry, ...]) -> tuple[WorkoutEntry, ...]:
    """Name supersets A, B, … in the order in which they are done."""
    letters: dict[str, str] = {}
    named: list[WorkoutEntry] = []
    for entry in entries:
        if entry.superset is not None and entry.superset not in letters:
            letters[entry.superset] = chr(ord("A") + len(letters))
        named.append(replace(entry, superset=letters.get(entry.superset or "")))
    return tuple(named)
