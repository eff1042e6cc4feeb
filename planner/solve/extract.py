"""From the solver's values back to plain ones: a workout in its best order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from planner.dose import Dose, clock
from planner.order import Arranger, Ordering
from planner.problem import Option, Problem, SessionProblem
from planner.rules.base import OrderRule
from planner.solve.model import ModelBuilder, as_item
from planner.workout import Item, Visit, Workout

Choice = tuple[tuple[tuple[str, int], ...], tuple[tuple[str, str], ...]]
"""A session's work: (exercise, sets) and the supersets, both sorted."""


@dataclass
class Reader:
    """Reads solutions of a model; remembers the best order of what it has seen."""

    model: ModelBuilder

    def __post_init__(self) -> None:
        problem = self.model.problem
        rules = tuple(r for r in self.model.order_rules if isinstance(r, OrderRule))
        self._arrangers = [Arranger(problem, s, rules) for s in problem.sessions]
        self._seen: dict[tuple[int, Choice], Ordering] = {}

    def choice(self, session: SessionProblem, values: tuple[int, ...]) -> Choice:
        """Return what a session holds, without its order."""
        chosen = []
        for o in session.options:
            if values[self.model.x(o).index]:
                low, high = o.sets
                chosen.append((o.id, low if low == high else values[self.model.n(o).index]))
        pairs = [(p.a.id, p.b.id) for p in self.model.pairs(session) if values[p.used.index]]
        return tuple(chosen), tuple(pairs)

    def ordering(self, session: SessionProblem, choice: Choice) -> Ordering:
        """Return the best order of a session's work."""
        key = (session.index, choice)
        if key not in self._seen:
            label = {e: str(i) for i, pair in enumerate(choice[1]) for e in pair}
            options = {o.id: o for o in session.options}
            items = [as_item(options[e], sets, label.get(e)) for e, sets in choice[0]]
            self._seen[key] = self._arrangers[session.index].arrange(items)
        return self._seen[key]

    def forced(self, session: SessionProblem,
               choice: Choice) -> tuple[list[Any], list[Any]]:
        """Return variables: all of the first at 1, all of the second at 0 cost this order."""
        items = self.ordering(session, choice).items
        chosen = {e for e, _ in choice[0]}
        others = [o for o in session.options if o.id not in chosen]
        few, menders = self._arrangers[session.index].forced(items, [as_item(o) for o in others])
        names, mending = {i.exercise.id for i in few}, {i.exercise.id for i in menders}
        model = self.model
        on = [model.x(o) for o in session.options if o.id in names]
        on += [p.used for p in model.pairs(session)
               if (p.a.id, p.b.id) in choice[1] and {p.a.id, p.b.id} <= names]
        return on, [model.x(o) for o in session.options if o.id in mending]

    def workout(self, values: tuple[int, ...]) -> Workout:
        """Return the whole workout: warm-up first, work in its best order."""
        visits = []
        for session in self.model.problem.sessions:
            ordering = self.ordering(session, self.choice(session, values))
            items = self._warm_up(session, values) + _lettered(ordering.items)
            visits.append(Visit(session.id, session.day, items))
        return Workout(tuple(visits))

    def _warm_up(self, session: SessionProblem, values: tuple[int, ...]) -> tuple[Item, ...]:
        items: list[Item] = []
        for part in session.warm_up:
            chosen = [o for o, y in self.model.warm_up(session)
                      if o.phase == part.phase and values[y.index]]
            for option, hold in zip(chosen, part.holds, strict=False):
                items.append(_warm_item(self.model.problem, option, hold))
        return tuple(items)


def _warm_item(problem: Problem, option: Option, hold_s: int) -> Item:
    dose = Dose(None, hold_s, None)
    request = problem.request
    return Item(option.exercise, option.phase, 1, dose,
                clock(problem.catalog, option.exercise, dose, request.goal, request.pace,
                      work=False), None, option.equipment)


def _lettered(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Name supersets A, B, … in the order in which they are done."""
    letters: dict[str, str] = {}
    named: list[Item] = []
    for item in items:
        if item.superset is not None and item.superset not in letters:
            letters[item.superset] = chr(ord("A") + len(letters))
        named.append(replace(item, superset=letters.get(item.superset or "")))
    return tuple(named)
