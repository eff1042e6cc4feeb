"""The best plan so far, and how it is improved without searching everything.

Some sessions, or some options, are freed on a copy of the model and everything
else stays as it is in the plan. What is found is matched and ordered before it
counts; a cut that refuses it is learned by the model itself.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from planner.fitness import tie_weight
from planner.solve.course import FITNESS, Course, place
from planner.solve.extract import Reader
from planner.solve.judging import Judge
from planner.solve.model import ModelBuilder
from planner.solve.polish import WORK_PER_TRY, Move, Offers, fixed_outside, moves
from planner.solve.search import Control, Run, Stands, run
from planner.solve.tiers import TIERS, Objective

TAKEN = 0.5
"""Share of an option in a guess from which on it is taken to be chosen."""

POLISH = 0.85
"""Share of a tier's limit that may be spent on improving a plan piece by piece."""

TRIES, TRIES_OF_ONE = 4, 12
"""How often a neighbourhood of a week, or a single session, is tried again where a cut refused
what it found. The last tiers of a session are mostly a matter of order."""

WARM_UP_WORK = 0.05
"""Deterministic time for choosing warm-ups where the limits are spent."""


class Incumbent:
    """Values of the best plan so far; None before there is one."""

    def __init__(self, model: ModelBuilder, control: Control, course: Course) -> None:
        self.model = model
        self.control = control
        self.course = course
        self.reader = Reader(model)
        self.judge = Judge(model, self.reader)
        self.values = course.start
        self.fresh = course.start is None
        self._fittest: Offers | None = course.fittest

    @property
    def weekly(self) -> bool:
        """Whether there is more than one session."""
        return len(self.model.problem.sessions) > 1

    def stands(self, objective: Objective) -> Stands:
        """Return what says whether a solution of a search is a plan as it stands."""
        return partial(self.judge.stands, place(objective))

    def first(self) -> None:
        """Find any plan of a week at once to start from, without supersets where that is one."""
        for supersets in (False, True):
            for _ in range(TRIES):
                model = self.model.cp.clone()
                for superset in () if supersets else self.model.supersets:
                    for inside in superset.inside.values():
                        model.add(model.get_bool_var_from_proto_index(inside.index) == 0)
                found = run(model, self.control, "coverage", work=WORK_PER_TRY, first=True,
                            linear=0)
                if not found.values:
                    break
                if self.judge.cost(0, found.values) == 0:
                    self.values = found.values
                    return

    def hint(self, cp: Any, values: tuple[int, ...] | None = None) -> None:
        """Begin a search with a plan, the best one if none is given, or with a guess."""
        cp.clear_hints()
        begin = values or self.values
        for i, value in enumerate(begin or ()):
            cp.add_hint(cp.get_int_var_from_proto_index(i), value)
        for session in self.model.problem.sessions if self.course.guess and not begin else ():
            for option in session.options:
                share = self.course.guess.get((session.index, option.id), 0.0)
                cp.add_hint(self.model.x(option), int(share > TAKEN))

    def polish(self, objective: Objective, best: Run | None) -> Run | None:
        """Improve the plan piece by piece until nothing gives; return the best run, if any."""
        paired = any(s.inside for s in self.model.supersets)
        first, again, last = self._moves(objective, paired)
        share = POLISH * self.course.share(objective)
        stop, late = self.control.work_left * (1 - share), self.control.wall_left * (1 - share)
        for move in first:
            better, settled = self.improve(objective, move, best)
            best = better or best
            if settled and not paired:
                again = []  # the best week of entries alone is known, and there is nothing else
        idle = at = 0
        while again and not (self._enough(objective, best) or self.control.stopped
                             or self.control.work_left <= stop or self.control.wall_left <= late):
            if idle < len(again):
                move, at = again[at % len(again)], at + 1
            elif last:
                move = last.pop(0)
            else:
                break
            better, _ = self.improve(objective, move, best)
            idle, best = (idle + 1, best) if better is None else (0, better)
        if best is None:
            return None
        return Run("optimal" if best.value <= objective.floor else "feasible", best.value,
                   objective.floor, best.values)

    def _enough(self, objective: Objective, best: Run | None) -> bool:
        """Whether nothing better is looked for."""
        if best is None:
            return False
        return best.value <= max(objective.floor, self.course.enough or objective.floor)

    def improve(self, objective: Objective, move: Move,
                best: Run | None) -> tuple[Run | None, bool]:
        """Plan some sessions anew; return what is better than the best, and whether none is."""
        near = self.values
        for _ in range(TRIES if self.weekly else TRIES_OF_ONE):
            clone = fixed_outside(self.model, self.values or (), move)
            if best is not None:
                clone.add(objective.expr <= best.value - 1)
            self.hint(clone, near)
            clone.minimize(objective.expr)
            found = run(clone, self.control, objective.name, work=move.work, objective=objective,
                        stands=self.stands(objective))
            if found.status not in ("optimal", "feasible"):
                return None, found.status == "infeasible"
            if self.judge.cost(place(objective), found.values) == 0:
                self.values = found.values
                self.control.reach(objective, found.value)
                return found, found.status == "optimal"
            near = found.values  # what was refused is nearly right
        return None, False

    def around(self, objective: Objective, best: Run | None,
               refused: tuple[int, ...]) -> Run | None:
        """Look in a small model around a refused solution for other cuts, and for a plan."""
        if self.weekly or self._fittest is None or FITNESS not in objective.names:
            return best
        self._fittest = [ids | {o.id for o in session.options if refused[self.model.x(o).index]}
                        for ids, session in zip(self._fittest, self.model.problem.sessions,
                                                strict=True)]
        found, _ = self.improve(objective, Move((0,), offers=self._fittest), best)
        if found is None:
            return best
        return Run("feasible", found.value, objective.floor, found.values)

    def choose_warm_ups(self, objective: Objective) -> None:
        """Choose the warm-ups of a week by themselves: a moment's work, whatever time is left.

        What the order of the work costs stays as it is, known to the model or not.
        """
        for _ in range(TRIES if self.values is not None else 0):
            clone = fixed_outside(self.model, self.values or (), Move((), warm_ups=True))
            self.hint(clone)
            clone.minimize(objective.expr)
            found = run(clone, self.control, objective.name, work=WORK_PER_TRY, spare=WARM_UP_WORK,
                        objective=objective)
            if not found.values:
                return
            if self.judge.cost(place(objective), found.values) is not None:
                self.values = found.values
                return

    def pair_up(self) -> None:
        """Choose who is in a superset among equals by fixed weights, so that it is one plan.

        All tiers are settled, so nothing else changes.
        """
        model = self.model
        weights = [(tie_weight(session.id, exercise, "superset"), inside)
                   for session in model.problem.sessions for (exercise, _), inside
                   in model.supersets[session.index].inside.items()]
        values = self.values or ()
        for _ in range(TRIES if any(values[inside.index] for _, inside in weights) else 0):
            clone = fixed_outside(model, values, Move((), pairing=True))
            clone.minimize(model.total(weights))
            found = run(clone, self.control, "supersets", work=WORK_PER_TRY, short=True,
                        silent=True)
            if not found.values:
                return
            if self.judge.cost(len(TIERS), found.values) == 0:
                self.values = found.values
                return

    def _moves(self, objective: Objective,
               paired: bool) -> tuple[list[Move], list[Move], list[Move]]:
        """Return what a plan is improved by: first, again and again, and when that is over."""
        last = FITNESS in objective.names and self._fittest is not None
        if self.weekly:
            buckets = [*([self._fittest] if last else []), *self.course.buckets]
            fresh = place(objective) == 0 and self.fresh
            return moves(len(self.model.problem.sessions), fresh, paired, buckets)
        return ([Move((0,), paired, self._fittest)] if last else []), [], []
