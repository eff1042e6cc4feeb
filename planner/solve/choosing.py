"""First what, then with whom: the last tiers of one session, choice by choice.

Where time is no bottleneck nearly every choice of entries can be paired so that
it fits. A model that only counts supersets is then a close bound, and far easier
than one that names them. It gives one choice after the other, cheapest first;
what a choice costs with its best supersets, order and warm-up is found in the
whole model, in which the choice is fixed. The first that costs no more than the
counting model believes is the best (docs/model.md).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from planner.solve.course import place
from planner.solve.extract import Reader
from planner.solve.incumbent import Incumbent
from planner.solve.judging import Judge
from planner.solve.model import ModelBuilder
from planner.solve.search import Control, Run, run
from planner.solve.tiers import BuildTier
from planner.solve.together import Together, alike

MOST_CHOICES, MOST_OF_KERNEL = 12, 2
"""How many choices are tried before the whole model is searched after all, and of the few
likeliest options before that."""


class Choices:
    """Choices of a session's entries, cheapest first, and what they cost.

    Parameters
    ----------
    best
        The best plan so far and the whole model, which learns.
    builds, objective
        The tiers that are minimised, and their sum in the whole model.
    given
        Tiers that are settled, with their values.
    """

    def __init__(self, best: Incumbent, control: Control, builds: Sequence[BuildTier],
                 objective: Together, given: Mapping[BuildTier, int]) -> None:
        self._best = best
        self._control = control
        self._objective = objective
        self._whole = best.model
        self._model = ModelBuilder(best.model.problem, best.model.rules, named=False)
        for build, value in given.items():
            self._model.cp.add(build(self._model).expr <= value)
        self._counted = alike(self._model, builds, objective)
        self._reader = Reader(self._model)
        self._judge = Judge(self._model, self._reader)
        [self._session] = best.model.problem.sessions
        self._options = self._session.options
        self._entries = self._model.cp.new_int_var(0, len(self._options), "entries")
        self._model.cp.add(self._entries == sum(map(self._model.x, self._options)))
        self._found: Run | None = None
        self._of_use = True

    def cheapest(self) -> Run | None:
        """Return the best plan: optimal, or what was found until it was no use to go on.

        That is when the limits are reached, after many choices, or when supersets
        could not save the time that was believed.
        """
        fittest = self._best.course.fittest
        if fittest is not None:
            self._search(fittest[self._session.index], MOST_OF_KERNEL)
        if self._search(None, MOST_CHOICES) and self._found is not None:
            return replace(self._found, status="optimal", bound=self._found.value)
        return self._found

    def _search(self, offered: frozenset[str] | None, most: int) -> bool:
        """Try choices of what is offered, cheapest first; say whether no other can be better."""
        for _ in range(most if self._of_use else 0):
            result = self._next(offered)
            if not result.values:
                return result.status == "infeasible"
            proved = result.status == "optimal"
            self._try(result, result.bound if proved and offered is None else None)
            if proved and self._found is not None and self._found.value <= result.value:
                return True
            if not (proved and self._of_use):
                return False
        return False

    def _next(self, offered: frozenset[str] | None) -> Run:
        """Return the cheapest choice that was not tried, as the counting model sees it."""
        cp = self._model.cp.clone()
        cp.clear_hints()
        values = self._best.values
        for option in self._options:
            x, held = self._model.x(option), False
            if values is not None:
                held = bool(values[self._whole.x(option).index])
                cp.add_hint(x, held)
                if option.sets[0] < option.sets[1]:
                    cp.add_hint(self._model.n(option), values[self._whole.n(option).index])
            if offered is not None and option.id not in offered and not held:
                cp.add(x == 0)
        if self._found is not None:
            cp.add(self._counted.expr <= self._found.value - 1)
        cp.minimize(self._counted.expr)
        return run(cp, self._control, self._counted.name, linear=1, short=True, silent=True)

    def _try(self, result: Run, least: int | None) -> None:
        """Find out what a choice costs, and leave it out from then on."""
        choice = dict(self._reader.choice(self._session, result.values).entries)
        paired = self._paired(choice, least)
        self._judge.cost(place(self._objective), result.values)
        self._forbid(choice)
        self._found = paired or self._found
        if self._found is None:
            self._of_use = False
        elif self._objective.names[0] == "use_of_time":
            # Where there is too little time, it shows in what is used of it.
            used, believed = (self._objective.split(r.value)[0] for r in (self._found, result))
            self._of_use = self._of_use and used == believed

    def _paired(self, choice: Mapping[str, int], least: int | None) -> Run | None:
        """Return the best plan of a choice, if it is better than what was found."""
        while True:
            clone = self._whole.cp.clone()
            for option in self._options:
                clone.add(self._whole.x(option) == int(option.id in choice))
                if option.sets[0] < option.sets[1]:
                    clone.add(self._whole.n(option) == choice.get(option.id, 0))
            if self._found is not None:
                clone.add(self._objective.expr <= self._found.value - 1)
            clone.minimize(self._objective.expr)
            result = run(clone, self._control, self._objective.name, short=True, silent=True)
            if result.status != "optimal":
                self._of_use = result.status == "infeasible"
                return None
            if self._best.judge.cost(place(self._objective), result.values) == 0:
                self._best.values = result.values
                self._control.tell(self._objective, result.value, least)
                self._control.reach(self._objective, result.value)
                return replace(result, status="feasible", bound=self._objective.floor)

    def _forbid(self, choice: Mapping[str, int]) -> None:
        """Leave out a choice whose cost is known."""
        held = [o for o in self._options if o.id in choice]
        self._model.cp.add_forbidden_assignments(
            [*map(self._model.n, held), self._entries],
            [(*(choice[o.id] for o in held), len(held))])
