"""A choice in the making: what the two heuristics change a step at a time.

Everything is kept as sums per row and per goal, so that a step costs as much
as the rows that the variable stands in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from benchmarks.peers.problem import Selection
from planner.solve.linear import Wish


@dataclass(frozen=True)
class Thing:
    """Something that can be chosen: an exercise of a session, or a warm-up.

    ``x`` is its variable, ``n`` that of its sets (the same where they are
    fixed), ``drags`` the helper variables that must be 1 where it is chosen.
    """

    key: tuple[int, str]
    x: int
    n: int
    low: int
    high: int
    first_s: int
    more_s: int
    drags: tuple[int, ...]


class State:
    """The values so far, with the sum of every row and goal."""

    def __init__(self, found: Selection) -> None:
        linear = found.linear
        self.linear = linear
        self.values = [0] * len(linear.variables)
        self.sums = [-row.at_most for row in linear.rows]
        self.got = {w.id: 0 for w in linear.wishes}
        self._rows: list[list[tuple[int, int]]] = [[] for _ in linear.variables]
        for index, row in enumerate(linear.rows):
            for variable, coefficient in row.terms.items():
                self._rows[variable].append((index, coefficient))
        self._gives: list[list[tuple[Wish, int]]] = [[] for _ in linear.variables]
        for wish in linear.wishes:
            for variable, quarters in wish.gives.items():
                self._gives[variable].append((wish, quarters))
        self._helpers = found.helpers
        self.things = list(self._things(found))
        self._thing = {v: t for t in self.things for v in (t.x, t.n)}

    def _things(self, found: Selection) -> Iterator[Thing]:
        for session in found.problem.sessions:
            for o in session.options:
                key = (session.index, o.id)
                [x] = found.chosen[key].terms
                [n] = found.sets[key].terms
                clock = o.clock
                yield Thing(key, x, n, *o.sets, clock.alone(o.sets[0]),
                            clock.work_s + clock.rest_s, self._dragged(x))
            for o, y in found.warm[session.index]:
                [x] = y.terms
                yield Thing((session.index, f"{o.phase} {o.id}"), x, x, 1, 1, o.clock.lead_in_s,
                            0, self._dragged(x))

    def _dragged(self, x: int) -> tuple[int, ...]:
        """Return the helpers ``h`` of rows ``x <= h``."""
        found = []
        for index, coefficient in self._rows[x]:
            terms = self.linear.rows[index].terms
            if coefficient == 1 and len(terms) == 2 and self.linear.rows[index].at_most == 0:
                found += [v for v, c in terms.items() if c == -1 and v in self._helpers]
        return tuple(found)

    def step(self, thing: Thing, sets: int) -> dict[int, int]:
        """Return the change of variables that brings a thing to so many sets."""
        change: dict[int, int] = {}
        if self.values[thing.x] != int(sets > 0):
            change[thing.x] = 1 if sets else -1
            if sets:
                change.update({h: 1 for h in thing.drags if not self.values[h]})
        if thing.n != thing.x and sets != self.values[thing.n]:
            change[thing.n] = sets - self.values[thing.n]
        return change

    def harm(self, change: dict[int, int]) -> bool:
        """Whether a change misses a row by more than it is missed now."""
        return any(after > max(0, self.sums[row]) for row, after in self._after(change).items())

    def mends(self, change: dict[int, int]) -> int:
        """Return by how much a change lessens what rows are missed by."""
        return sum(max(0, self.sums[row]) - max(0, after)
                   for row, after in self._after(change).items())

    def _after(self, change: dict[int, int]) -> dict[int, int]:
        sums: dict[int, int] = {}
        for variable, by in change.items():
            for row, coefficient in self._rows[variable]:
                sums[row] = sums.get(row, self.sums[row]) + coefficient * by
        return sums

    def gain(self, change: dict[int, int]) -> int:
        """Return by how much a change lessens the coverage loss."""
        more: dict[str, int] = {}
        wishes: dict[str, Wish] = {}
        for variable, by in change.items():
            for wish, quarters in self._gives[variable]:
                more[wish.id] = more.get(wish.id, 0) + quarters * by
                wishes[wish.id] = wish
        return sum(w.loss(self.got[i]) - w.loss(self.got[i] + more[i]) for i, w in wishes.items())

    def apply(self, change: dict[int, int]) -> None:
        """Make a change."""
        for variable, by in change.items():
            self.values[variable] += by
            for row, coefficient in self._rows[variable]:
                self.sums[row] += coefficient * by
            for wish, quarters in self._gives[variable]:
                self.got[wish.id] += quarters * by

    def drop(self, thing: Thing) -> None:
        """Take a thing out, and the helpers that nothing needs any more."""
        self.apply(self.step(thing, 0))
        for helper in thing.drags:
            if not any(self.values[t.x] for t in self.things if helper in t.drags):
                self.apply({helper: -self.values[helper]})

    def sets(self, thing: Thing) -> int:
        """Return how many sets a thing has now."""
        return self.values[thing.n]

    def chosen(self) -> list[Thing]:
        """Return what is in."""
        return [t for t in self.things if self.values[t.x]]

    @property
    def missed(self) -> list[int]:
        """Indices of the rows that are missed."""
        return [i for i, s in enumerate(self.sums) if s > 0]

    def menders(self) -> list[Thing]:
        """Return the things that stand with a minus in a row that is missed."""
        found = {self._thing[v].key: self._thing[v] for row in self.missed
                 for v, c in self.linear.rows[row].terms.items() if c < 0 and v in self._thing}
        return [found[key] for key in sorted(found)]

    def options(self, things: Iterable[Thing] | None = None,
                ) -> Iterator[tuple[Thing, dict[int, int], int]]:
        """Yield every next step: a thing newly in, or one set more; with its seconds."""
        for thing in self.things if things is None else things:
            now = self.sets(thing)
            if not now:
                yield thing, self.step(thing, thing.low), thing.first_s
            elif now < thing.high:
                yield thing, self.step(thing, now + 1), thing.more_s
