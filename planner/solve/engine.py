"""The tiers, one after the other: solve, fix, go on with the next.

Order is decided apart from choice: it changes neither coverage nor seconds,
only the penalties of the order rules. The third tier therefore carries, per
session, a variable for the penalty of the best order, at first free to be 0;
whenever a solution's best order costs more, a cut says so for that choice and
the tier is solved again. The loop ends with the exact optimum of choice and
order together (logic-based Benders decomposition, docs/model.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from planner.plan import Tier
from planner.solve.choosing import Choices
from planner.solve.course import FITNESS, Course, place
from planner.solve.incumbent import Incumbent
from planner.solve.model import ModelBuilder
from planner.solve.polish import Move
from planner.solve.search import Control, Run, Stop, run
from planner.solve.tiers import TIERS, BuildTier, Objective
from planner.solve.together import LAST, WITH_TIME, Together, together
from planner.workout import Workout

MOST_ROUNDS = 200

ALONE_WORK = 0.05
"""Deterministic time for the best week without supersets."""


@dataclass(frozen=True)
class Solution:
    """The best workout found, with what is proved of it."""

    workout: Workout
    tiers: tuple[Tier, ...]
    stopped_by: Stop


@dataclass(frozen=True)
class NoSolution:
    """Why there is no workout."""

    reason: Literal["infeasible", "limit"]


class Engine:
    """Solves one model tier by tier.

    Parameters
    ----------
    tiers
        What is minimised, the most important first.
    course
        How it is searched, and what is known before.
    """

    def __init__(self, model: ModelBuilder, control: Control,
                 tiers: Sequence[BuildTier] = TIERS, course: Course | None = None) -> None:
        self.model = model
        self.control = control
        self.tiers = tiers
        self.course = course or Course()
        whole = self.course.whole
        self.whole = model.problem.whole is None if whole is None else whole
        self.best = Incumbent(model, control, self.course)
        self._settled: dict[BuildTier, int] = {}

    def solve(self) -> Solution | NoSolution:
        """Solve every tier that the limits leave time for."""
        tiers: list[Tier] = []
        limit: Stop = "proof"
        best = self.best
        best.fresh = best.values is None
        if best.weekly and best.fresh:
            best.first()
        for objective in self._objectives():
            if best.weekly and FITNESS in objective.names:
                best.choose_warm_ups(objective)
            known = self.course.given.get(objective.name)
            if known is not None:
                self._settle(objective, known)
                tiers.append(Tier(name=objective.name, value=known, bound=objective.floor,
                                  proved=known <= objective.floor))
                limit = "deterministic" if known > objective.floor else limit
                continue
            if self.control.spent and best.values is not None:
                limit = self._why()
                tiers += unsolved(objective)
                continue
            result = self._tier(objective)
            if result.status in ("infeasible", "unknown") and best.values is None:
                return NoSolution("infeasible" if result.status == "infeasible" else "limit")
            if result.status != "optimal":
                limit = self._why()
            if result.status == "unknown":
                tiers += unsolved(objective)
                continue
            found = self._reported(objective, result)
            if limit == "proof" and not all(t.proved for t in found):
                limit = "deterministic"
            tiers += found
            self._settle(objective, result.value)
        if limit == "proof" and FITNESS in (t.name for t in tiers):
            best.pair_up()
        return self._solution(tiers, limit)

    def _settle(self, objective: Objective, value: int) -> None:
        """Keep a tier's value for the tiers below it."""
        if isinstance(objective.expr, int):
            return
        self.model.cp.add(objective.expr <= value)
        self._settled |= {b: value for b in self.tiers if b.__name__ == objective.name}

    def solve_alone(self, first: bool = True, best: bool = True) -> Solution | NoSolution:
        """Return a plan without supersets, the best of the first tier or not far from it.

        Parameters
        ----------
        first
            Begin with any plan that is found at once.
        best
            Do more than find that one.
        """
        objective = self.tiers[0](self.model)
        everything = Move(tuple(range(len(self.model.problem.sessions))), False, work=ALONE_WORK)
        if not first:
            self.best.improve(objective, everything, None)
        if self.best.values is None:
            self.best.first()
            if best and self.best.values is not None:
                self.best.improve(objective, everything, None)
        if self.best.values is None:
            return NoSolution("limit")
        return self._solution((), "deterministic")

    def solve_below(self, value: int) -> Solution | NoSolution:
        """Return the best plan of the first tier that is worth no more than a value."""
        objective = self.tiers[0](self.model)
        self.model.cp.add(objective.expr <= value)
        result = self._exactly(objective, None)
        if self.best.values is None:
            return NoSolution("infeasible" if result.status == "infeasible" else "limit")
        return self._solution([Tier(name=objective.name, value=result.value, bound=result.bound,
                                    proved=result.status == "optimal")], "proof")

    def solve_at(self, value: int, work: float | None = None) -> Solution | NoSolution:
        """Return any plan whose first tier is worth no more than a value.

        Parameters
        ----------
        work
            Deterministic time of each round; None: a share of what is left.
        """
        self.model.cp.add(self.tiers[0](self.model).expr <= value)
        for _ in range(MOST_ROUNDS):
            found = run(self.model.cp, self.control, "coverage", self.course.shares[0], work=work)
            if not found.values:
                return NoSolution("infeasible" if found.status == "infeasible" else "limit")
            if self.best.judge.cost(0, found.values) == 0:
                self.best.values = found.values
                return self._solution((), "proof")
        return NoSolution("limit")

    def accepts(self, values: tuple[int, ...]) -> bool:
        """Whether a solution can be matched and ordered; if not, the model learns why."""
        return self.best.judge.cost(0, values) is not None

    def _solution(self, tiers: Sequence[Tier], limit: Stop) -> Solution:
        assert self.best.values is not None
        return Solution(self.best.reader.workout(self.best.values), tuple(tiers), limit)

    def _objectives(self) -> Iterator[Objective]:
        """Build tier after tier, each when the one before is done; the last ones are one sum."""
        names = [build.__name__ for build in (WITH_TIME if self.course.with_time else LAST)]
        last = [build for build in self.tiers if build.__name__ in names]
        for build in self.tiers:
            if len(last) < len(names) or build not in last:
                found = build(self.model)
                floor = self.course.floors.get(found.name, found.floor)
                yield replace(found, floor=max(found.floor, floor))
            elif build is last[0]:
                yield together(self.model, last)

    def _tier(self, objective: Objective) -> Run:
        """Minimise one tier exactly, with cuts for what the order costs."""
        result: Run | None = None
        if isinstance(objective, Together) and self._by_choices:
            last = [build for build in self.tiers if build.__name__ in objective.names]
            result = Choices(self.best, self.control, last, objective, self._settled).cheapest()
            if result is not None and result.status == "optimal":
                return result
        if self.best.values is not None:
            result = self.best.polish(objective, result)
            if result is not None and (result.status == "optimal" or self.course.brief):
                return result
        return self._exactly(objective, result)

    @property
    def _by_choices(self) -> bool:
        """Whether what a session holds is chosen before who is in a superset.

        Only where time is no bottleneck: where all of it cannot be used there is too little.
        """
        return (self.whole and not self.best.weekly
                and self.model.problem.request.supersets == "allow"
                and self.course.floors.get("use_of_time", 0) == 0)

    def _exactly(self, objective: Objective, best: Run | None) -> Run:
        """Search the whole model, round by round, until no cut refuses what is best."""
        for _ in range(MOST_ROUNDS):
            result = self._run(objective)
            if result.status in ("infeasible", "unknown"):
                return best if best is not None else result
            extra = self.best.judge.cost(place(objective), result.values)
            if extra is not None:
                value = result.value + objective.unit * extra
                if best is None or value < best.value:
                    self.best.values = result.values
                    self.control.reach(objective, value)
                    best = Run("feasible", value, result.bound, result.values)
                if extra == 0 or result.bound >= best.value or result.status != "optimal":
                    proved = result.status == "optimal" and result.bound >= best.value
                    return Run("optimal" if proved else "feasible", best.value, result.bound,
                               best.values)
            best = self.best.around(objective, best, result.values)
        return best if best is not None else Run("unknown")

    def _run(self, objective: Objective) -> Run:
        cp = self.model.cp
        self.best.hint(cp)
        cp.minimize(objective.expr)
        return run(cp, self.control, objective.name, self.course.share(objective),
                   work=self.course.work, cuts=self.course.cuts,
                   short=not self.best.weekly and place(objective) > 0, whole=self.whole,
                   objective=objective, stands=self.best.stands(objective))

    def _reported(self, objective: Objective, result: Run) -> list[Tier]:
        """Return what a run says of each tier.

        What was not offered might do better: then only the least possible value is proof.
        """
        found = []
        settled = self.whole
        values = objective.split(result.value)
        bounds = objective.split(min(result.bound, result.value))
        for part, value, below in zip(objective.parts, values, bounds, strict=True):
            bound = min(below if settled else part.floor, value)
            settled = settled and bound == value
            found.append(Tier(name=part.name, value=value, bound=bound, proved=bound >= value))
        return found

    def _why(self) -> Stop:
        if self.control.stopped:
            return "user"
        return "wall" if self.control.wall_left <= 0.02 else "deterministic"


def unsolved(objective: Objective) -> list[Tier]:
    """Report tiers that were not searched; their values are recomputed by the audit."""
    return [Tier(name=part.name, value=0, bound=part.floor, proved=False)
            for part in objective.parts]
