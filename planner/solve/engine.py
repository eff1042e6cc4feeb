"""The tiers, one after the other: solve, fix, go on with the next.

Order is decided apart from choice: it changes neither coverage nor seconds,
only the penalties of the order rules. The third tier therefore carries, per
session, a variable for the penalty of the best order, at first free to be 0;
whenever a solution's best order costs more, a cut says so for that choice and
the tier is solved again. The loop ends with the exact optimum of choice and
order together (logic-based Benders decomposition, docs/model.md).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, cycle
from typing import Any, Literal

from planner.plan import Tier
from planner.solve.extract import Reader
from planner.solve.judging import Judge
from planner.solve.model import ModelBuilder
from planner.solve.polish import WORK_PER_TRY, Move, Offers, fixed_outside, moves
from planner.solve.search import Control, Run, Stop, run
from planner.solve.tiers import TIERS, BuildTier, Objective
from planner.workout import Workout

FITNESS = 3
"""Index of the tier that warm-ups are chosen by."""

WARM_UP_WORK = 0.05
"""Deterministic time for choosing warm-ups where the limits are spent."""

MOST_ROUNDS = 200

POLISH = 0.85
"""Share of a tier's limit that a week may spend on improving its plan piece by piece."""

TRIES = 4
"""How often a neighbourhood is tried again where a cut refused what it found."""

ALONE_WORK = 0.05
"""Deterministic time for the best week without supersets."""

PLACES = {build.__name__: i for i, build in enumerate(TIERS)}
"""Place of each tier; another one counts as the first."""

SHARES = (0.8, 0.5, 0.5, 0.6, 1.0)
"""Share of the remaining limit that each tier may use."""


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
    start
        Values of a plan to begin with; None looks for a first one.
    floors
        Lower bounds of tiers that are known from elsewhere, by name.
    shares
        Share of the remaining limit that each tier may use.
    whole
        Whether what is proved of the model is proved of the request.
    buckets
        What the pieces of a week are planned from, one bucket after the other.
    given
        Values of tiers that were searched before, by name; they are only kept.
    brief
        Be content with what the pieces give; nothing is to be proved.
    """

    def __init__(self, model: ModelBuilder, control: Control,
                 tiers: Sequence[BuildTier] = TIERS,
                 start: tuple[int, ...] | None = None,
                 floors: Mapping[str, int] | None = None,
                 shares: Sequence[float] = SHARES, whole: bool | None = None,
                 buckets: Sequence[Offers | None] = (None,), brief: bool = False,
                 given: Mapping[str, int] | None = None) -> None:
        self.model = model
        self.control = control
        self.tiers = tiers
        self.floors = floors or {}
        self.shares = shares
        self.whole = model.problem.whole is None if whole is None else whole
        self.buckets = buckets
        self.brief = brief
        self.given = given or {}
        self.reader = Reader(model)
        self.judge = Judge(model, self.reader)
        self.best = start
        self.fresh = start is None
        self.best_score: tuple[int, ...] = ()

    def solve(self) -> Solution | NoSolution:
        """Solve every tier that the limits leave time for."""
        tiers: list[Tier] = []
        limit: Stop = "proof"
        self.fresh = self.best is None
        if len(self.model.problem.sessions) > 1 and self.fresh:
            self._first_plan()
        for build in self.tiers:
            objective = build(self.model)
            objective = replace(objective, floor=max(
                objective.floor, self.floors.get(objective.name, objective.floor)))
            index = PLACES.get(objective.name, 0)
            if index == FITNESS and len(self.model.problem.sessions) > 1:
                self._choose_warm_ups(objective)
            known = self.given.get(objective.name)
            if known is not None:
                self.model.cp.add(objective.expr <= known)
                tiers.append(Tier(name=objective.name, value=known, bound=objective.floor,
                                  proved=known <= objective.floor))
                limit = "deterministic" if known > objective.floor else limit
                continue
            if self._spent() and self.best is not None:
                limit = self._why()
                tiers.append(self._unsolved(objective))
                continue
            result = self._tier(index, objective)
            if result.status in ("infeasible", "unknown") and self.best is None:
                return NoSolution("infeasible" if result.status == "infeasible" else "limit")
            if result.status != "optimal":
                limit = self._why()
            if result.status == "unknown":
                tiers.append(self._unsolved(objective))
                continue
            proved = result.status == "optimal"
            bound = min(result.bound, result.value)
            if not self.whole and result.value > objective.floor:
                # What was not offered might do better: only the least possible value is proof.
                proved, bound = False, objective.floor
                limit = "deterministic" if limit == "proof" else limit
            tiers.append(Tier(name=objective.name, value=result.value, bound=bound,
                              proved=proved))
            if not isinstance(objective.expr, int):
                self.model.cp.add(objective.expr <= result.value)
        assert self.best is not None
        return Solution(self.reader.workout(self.best), tuple(tiers), limit)

    def solve_alone(self) -> Solution | NoSolution:
        """Return the best plan of the first tier without supersets, or one not far from it."""
        if self.best is None:
            self._first_plan()
        if self.best is None:
            return NoSolution("limit")
        everything = Move(tuple(range(len(self.model.problem.sessions))), False)
        self._try(0, self.tiers[0](self.model), everything, None, ALONE_WORK)
        return Solution(self.reader.workout(self.best), (), "deterministic")

    def solve_below(self, value: int) -> Solution | NoSolution:
        """Return the best plan of the first tier that is worth no more than a value."""
        objective = self.tiers[0](self.model)
        self.model.cp.add(objective.expr <= value)
        result = self._exactly(0, objective, None)
        if self.best is None:
            return NoSolution("infeasible" if result.status == "infeasible" else "limit")
        tier = Tier(name=objective.name, value=result.value, bound=result.bound,
                    proved=result.status == "optimal")
        return Solution(self.reader.workout(self.best), (tier,), "proof")

    def _first_plan(self) -> None:
        """Find any plan of a week at once to start from, without supersets where that is one."""
        for supersets in (False, True):
            for _ in range(TRIES):
                model = self.model.cp.clone()
                for superset in () if supersets else self.model.supersets:
                    for inside in superset.inside.values():
                        model.add(model.get_bool_var_from_proto_index(inside.index) == 0)
                found = run(model, self.control, "coverage", work=WORK_PER_TRY, first=True,
                            quick=True)
                if not found.values:
                    break
                if self.judge.cost(0, found.values) == 0:
                    self.best = found.values
                    return

    def _tier(self, index: int, objective: Objective) -> Run:
        """Minimise one tier exactly, with cuts for what the order costs."""
        best: Run | None = None
        if self.best is not None and len(self.model.problem.sessions) > 1:
            best = self._polish(index, objective)
            if best is not None and best.status == "optimal":
                return best
        if best is not None and self.brief:
            return best
        return self._exactly(index, objective, best)

    def _exactly(self, index: int, objective: Objective, best: Run | None) -> Run:
        """Search the whole model, round by round, until no cut refuses what is best."""
        for _ in range(MOST_ROUNDS):
            result = self._run(index, objective)
            if result.status in ("infeasible", "unknown"):
                return best if best is not None else result
            extra = self.judge.cost(index, result.values)
            if extra is None:
                continue
            value = result.value + extra
            if best is None or value < best.value:
                self.best = result.values
                self.control.reach(objective.name, value)
                best = Run("feasible", value, result.bound, result.values)
            if extra == 0 or result.bound >= best.value or result.status != "optimal":
                proved = result.status == "optimal" and result.bound >= best.value
                return Run("optimal" if proved else "feasible", best.value, result.bound,
                           best.values)
        return best if best is not None else Run("unknown")

    def _run(self, index: int, objective: Objective) -> Run:
        cp = self.model.cp
        self._hint(cp)
        cp.minimize(objective.expr)
        return run(cp, self.control, objective.name, self.shares[index], whole=self.whole)

    def _hint(self, cp: Any, values: tuple[int, ...] | None = None) -> None:
        cp.clear_hints()
        for i, value in enumerate(values or self.best or ()):
            cp.add_hint(cp.get_int_var_from_proto_index(i), value)

    def _polish(self, index: int, objective: Objective) -> Run | None:
        """Improve the plan of a week, a few sessions at a time, until nothing gives."""
        best: Run | None = None
        paired = any(s.inside for s in self.model.supersets)
        first, again = moves(len(self.model.problem.sessions), index == 0 and self.fresh, paired,
                             self.buckets)
        stop = self.control.work_left * (1 - POLISH * self.shares[index])
        late = self.control.wall_left * (1 - POLISH * self.shares[index])
        idle = 0
        for move in chain(first, cycle(again)):
            better, settled = self._try(index, objective, move, best)
            if better is not None:
                best = Run("feasible", better.value, objective.floor, better.values)
                if better.value <= objective.floor:
                    return Run("optimal", better.value, objective.floor, better.values)
            if first and move is first[0]:
                if settled and not paired:
                    break  # the best week of entries alone is known, and there is nothing else
                continue
            idle = 0 if better is not None else idle + 1
            if idle >= len(again) or self.control.stopped or (
                    self.control.work_left <= stop or self.control.wall_left <= late):
                break
        return best

    def _try(self, index: int, objective: Objective, move: Move,
             best: Run | None, work: float = WORK_PER_TRY) -> tuple[Run | None, bool]:
        """Plan some sessions anew; return what is better than the best, and whether none is."""
        near = self.best
        for _ in range(TRIES):
            clone = fixed_outside(self.model, self.best or (), move)
            if best is not None:
                clone.add(objective.expr <= best.value - 1)
            self._hint(clone, near)
            clone.minimize(objective.expr)
            found = run(clone, self.control, objective.name, work=work)
            if found.status not in ("optimal", "feasible"):
                return None, found.status == "infeasible"
            if self.judge.cost(index, found.values) == 0:
                self.best = found.values
                self.control.reach(objective.name, found.value)
                return found, found.status == "optimal"
            near = found.values  # what was refused is nearly right
        return None, False

    def _choose_warm_ups(self, objective: Objective) -> None:
        """Choose the warm-ups of a week by themselves: a moment's work, whatever time is left."""
        if self.best is not None:
            clone = fixed_outside(self.model, self.best, Move((), warm_ups=True))
            self._hint(clone)
            clone.minimize(objective.expr)
            found = run(clone, self.control, objective.name, work=WORK_PER_TRY, spare=WARM_UP_WORK)
            if found.values and self.judge.cost(FITNESS, found.values) == 0:
                self.best = found.values

    def accepts(self, values: tuple[int, ...]) -> bool:
        """Whether a solution can be matched and ordered; if not, the model learns why."""
        return self.judge.cost(0, values) is not None

    def _spent(self) -> bool:
        control = self.control
        return control.stopped or control.work_left <= 0 or control.wall_left <= 0

    def _why(self) -> Stop:
        if self.control.stopped:
            return "user"
        return "wall" if self.control.wall_left <= 0.02 else "deterministic"

    def _unsolved(self, objective: Objective) -> Tier:
        """Report a tier that was not searched; its value is recomputed by the audit."""
        return Tier(name=objective.name, value=0, bound=objective.floor, proved=False)
