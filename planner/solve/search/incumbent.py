"""The incumbent: the best plan so far in one model, and the searches that improve it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from planner.solve.bounds.branch_and_cut import cut_bound
from planner.solve.cuts.decode import Reader
from planner.solve.cuts.separate import Separator
from planner.solve.model.variables import ModelBuilder
from planner.solve.objective.terms import Objective
from planner.solve.run import Control, Run, run
from planner.solve.search.neighbourhoods import Neighbourhood
from planner.workout.workout import Workout

AS_IT_IS = Neighbourhood()
"""The neighbourhood of the plan alone; only its estimated cost of order may change."""

Holding = Mapping[tuple[int, str], tuple[int, bool]]
"""A plan without its order: by session and exercise its sets, and whether it is in a superset."""


def holding(workout: Workout) -> Holding:
    """Return a workout without its order."""
    return {(k, i.exercise.id): (i.sets, i.superset is not None)
            for k, done in enumerate(workout.sessions) for i in done.work}


class Incumbent:
    """The best plan so far, as a solution of one model.

    Parameters
    ----------
    total
        The objective.
    point
        The weight of a penalty point of the order in it.
    """

    def __init__(self, model: ModelBuilder, control: Control, total: Objective, point: int) -> None:
        self.model = model
        self.control = control
        self.settings = control.settings
        self.total = total
        self.point = point
        self.reader = Reader(model)
        self._separator = Separator(model, self.reader)
        self.value: int | None = None
        self.held: Holding = {}
        self._values: tuple[int, ...] | None = None

    @property
    def workout(self) -> Workout:
        """The plan itself; there has to be one."""
        assert self._values is not None
        return self.reader.workout(self._values)

    @property
    def own(self) -> bool:
        """Whether the best plan is a solution of this very model."""
        return self._values is not None

    def take(self, other: Incumbent) -> None:
        """Begin with a plan of another model that offers less."""
        self.value, self.held = other.value, other.held

    def begin(self, held: Holding) -> bool:
        """Begin with a known plan, or with the nearest one of this model; whether it did."""
        self.held = held
        work = self.settings.first_plan_work
        ways: tuple[Callable[[], Any], ...] = (lambda: self._fixed_outside(AS_IT_IS), self._near)
        for way in ways:
            for _ in range(self.settings.neighbourhood_tries):
                clone = way()
                self._hint(clone)
                found = run(clone, self.control, work=work, spare=work)
                if not found.values:
                    break
                if self._accept(self._worth(found.values), found.values):
                    self._improved(AS_IT_IS, self.settings.neighbourhood_work)
                    return True
        self.held = {}
        return False

    def first(self) -> bool:
        """Find any plan; one without supersets is looked for first."""
        for unpaired in (True, False):
            for _ in range(self.settings.neighbourhood_tries):
                clone = self.model.cp.clone()
                if unpaired:
                    for superset in self.model.supersets:
                        for flag in superset.inside.values():
                            clone.add(clone.get_bool_var_from_proto_index(flag.index) == 0)
                clone.clear_objective()
                found = run(clone, self.control, work=self.settings.first_plan_work, first=True,
                            linear=0)
                if not found.values:
                    break
                if self._accept(self._worth(found.values), found.values):
                    self._improved(AS_IT_IS, self.settings.neighbourhood_work)
                    return True
        return False

    def enough(self, bound: int) -> bool:
        """Whether the search for plans may end: the limits are spent, or the bound is reached."""
        return self.control.no_more_plans or (self.value is not None and self.value <= bound)

    def once(self, parts: Iterable[Neighbourhood]) -> None:
        """Search each neighbourhood once."""
        for part in parts:
            if self.control.no_more_plans:
                break
            self._improved(part, self.settings.neighbourhood_work)

    def improve(self, parts: Iterable[Neighbourhood], bound: int) -> bool:
        """Search the neighbourhoods in turn until none improves the plan; return whether any did.

        A neighbourhood gets twice the time whenever it gave nothing. Proved to hold nothing
        better, or out of its most time, it rests until the plan has changed.
        """
        better = False
        work = {part: self.settings.neighbourhood_work for part in parts}
        done: dict[Neighbourhood, int | None] = {}
        while not self.enough(bound):
            turn = [part for part in work if part not in done or done[part] != self.value]
            if not turn:
                break
            for part in turn:
                if self.enough(bound):
                    break
                found, ended = self._improved(part, work[part])
                better = better or found
                if found:
                    continue
                if ended or work[part] >= self.settings.most_neighbourhood_work:
                    done[part] = self.value
                work[part] = min(self.settings.most_neighbourhood_work, 2 * work[part])
        return better

    def _improved(self, part: Neighbourhood, work: float) -> tuple[bool, bool]:
        """Search a neighbourhood; return whether a better plan was found, and whether it is done.

        It is done where it was searched to the end. A solution that turns out to be no better
        plan adds cuts, and the neighbourhood is searched again with them.
        """
        until = self.control.used_work + work
        for _ in range(self.settings.neighbourhood_tries):
            found = self._below(self._fixed_outside(part), until - self.control.used_work)
            if not found.values:
                return False, found.status == "infeasible"
            if self._accept(self._worth(found.values), found.values):
                return True, found.status == "optimal"
        return False, False

    def cut_bound(self, seconds: float) -> int:
        """Return a bound by branch and cut; it holds for plans no worse than the incumbent."""
        values = self._values
        if values is None and self.value is not None:
            clone = self._fixed_outside(AS_IT_IS)
            clone.minimize(self.total.expr)
            values = run(clone, self.control, work=self.settings.first_plan_work).values
        if not values or self._separator.guessed:
            return 0
        value = self.total.value(values)
        if self.value is not None:
            value = max(value, self.value)
        return cut_bound(self.model, self.total, self.control, values, value, seconds)

    def prove(self, bound: int, work: float | None = None) -> tuple[int, str]:
        """Search the whole model to the end; return the bound that is known then, and the status.

        The status is ``optimal``, ``infeasible`` (there is no plan at all), or ``unknown``. This
        is the master problem of the Benders decomposition: it is solved again with the new cuts
        until the estimate of its solution is the true value.
        """
        for _ in range(self.settings.proof_rounds):
            if self._separator.guessed or (self.control.spent and self.value is not None):
                return bound, "unknown"
            found = self._below(self.model.cp.clone(), work)
            if found.status == "infeasible":
                return (bound, "infeasible") if self.value is None else (self.value, "optimal")
            known = found.bound if self.value is None else min(found.bound, self.value)
            bound = max(bound, known)
            if not found.values:
                return bound, "unknown"
            before = self.value
            worth = self._worth(found.values)
            if self._accept(worth, found.values) and found.status == "optimal":
                if worth == found.value:
                    return worth, "optimal"
            elif self.value == before and found.status != "optimal" and worth is not None:
                return bound, "unknown"
            if self._separator.left_open:
                return bound, "unknown"
        return bound, "unknown"

    def worth_in(self, other: Objective) -> int:
        """Return the value of the best plan in another objective."""
        assert self._values is not None
        return other.value(self._values)

    def settle(self, other: Objective, work: float) -> tuple[int, int]:
        """Choose by another objective among equally good plans; return its value and bound."""
        least = sum(min(0, c) for c, _ in other.terms)
        for _ in range(self.settings.neighbourhood_tries):
            clone = self.model.cp.clone()
            clone.add(self.total.expr <= self.value)
            self._hint(clone)
            clone.minimize(other.expr)
            found = run(clone, self.control, work=work, spare=work / 10)
            if not found.values:
                break
            if self._worth(found.values) == self.value:
                self._keep(found.values)
                return found.value, found.bound
        return other.value(self._values or ()), least

    # private

    def _below(self, clone: Any, work: float | None) -> Run:
        """Search a copy of the model for the best plan that beats the incumbent."""
        clone.minimize(self.total.expr)
        if self.value is not None:
            clone.add(self.total.expr <= self.value - 1)
            self._hint(clone)
        return run(clone, self.control, work=work)

    def _worth(self, values: tuple[int, ...]) -> int | None:
        """Return the value of a solution in its best order, None where it is no plan."""
        extra = self._separator.beyond(values)
        return None if extra is None else self.total.value(values) + self.point * extra

    def _accept(self, worth: int | None, values: tuple[int, ...]) -> bool:
        """Keep a plan that beats the incumbent; return whether it does."""
        if worth is None or (self.value is not None and worth >= self.value):
            return False
        self.value = worth
        self._keep(values)
        self.control.found(worth)
        return True

    def _keep(self, values: tuple[int, ...]) -> None:
        self._values = values
        held: dict[tuple[int, str], tuple[int, bool]] = {}
        for session in self.model.problem.sessions:
            paired = {name for (name, _), flag in
                      self.model.supersets[session.index].inside.items() if values[flag.index]}
            for option in session.options:
                if values[self.model.x(option).index]:
                    low, high = option.sets
                    sets = low if low == high else values[self.model.n(option).index]
                    held[session.index, option.id] = sets, option.id in paired
        self.held = held

    def _state(self, but: Neighbourhood = AS_IT_IS) -> Iterator[tuple[int, int]]:
        """Yield the variables outside a neighbourhood, with their values in the best plan."""
        for session in self.model.problem.sessions:
            flags: dict[str, list[tuple[int, int]]] = {}
            for (name, rounds), flag in self.model.supersets[session.index].inside.items():
                sets, paired = self.held.get((session.index, name), (0, False))
                flags.setdefault(name, []).append((flag.index, int(paired and sets == rounds)))
            for option in session.options:
                if but.holds(option):
                    continue
                sets, _ = self.held.get((session.index, option.id), (0, False))
                yield self.model.x(option).index, int(sets > 0)
                if but.sets:
                    continue
                if option.sets[0] < option.sets[1]:
                    yield self.model.n(option).index, sets
                if not but.patterns:
                    yield from flags.get(option.id, ())

    def _near(self) -> Any:
        """Return a copy of the model that minimises the Hamming distance from the best plan."""
        clone = self.model.cp.clone()
        clone.minimize(self.model.total(
            (1 - 2 * value, clone.get_int_var_from_proto_index(index))
            for index, value in self._state() if value in (0, 1)))
        return clone

    def _hint(self, clone: Any) -> None:
        clone.clear_hints()
        for index, value in self._state():
            clone.add_hint(clone.get_int_var_from_proto_index(index), value)

    def _fixed_outside(self, part: Neighbourhood) -> Any:
        """Return a copy of the model with the best plan fixed outside a neighbourhood."""
        clone = self.model.cp.clone()
        for index, value in self._state(part):
            clone.add(clone.get_int_var_from_proto_index(index) == value)
        return clone
