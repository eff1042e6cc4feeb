"""The tiers, one after the other: solve, fix, go on with the next.

Order is decided apart from choice: it changes neither coverage nor seconds,
only the penalties of the order rules. The third tier therefore carries, per
session, a variable for the penalty of the best order, at first free to be 0;
whenever a solution's best order costs more, a cut says so for that choice and
the tier is solved again. The loop ends with the exact optimum of choice and
order together (logic-based Benders decomposition, docs/model.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from planner.order import Ordering
from planner.plan import Tier
from planner.problem import Problem, SessionProblem
from planner.rules.base import Rule
from planner.solve.extract import Choice, Reader
from planner.solve.model import ModelBuilder
from planner.solve.search import Control, Run, Stop, run
from planner.solve.tiers import TIERS, Objective
from planner.workout import Workout

ORDERED_FROM = 2
"""Index of the tier from which on the order's penalty counts."""

MOST_ROUNDS = 200

SHARES = (0.6, 0.5, 0.5, 0.6, 1.0)
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


def solve(problem: Problem, rules: Sequence[Rule], control: Control) -> Solution | NoSolution:
    """Return the lexicographic optimum of all tiers, or the best that the limits allow."""
    return Engine(ModelBuilder(problem, rules), control).solve()


class Engine:
    """Solves one model tier by tier."""

    def __init__(self, model: ModelBuilder, control: Control) -> None:
        self.model = model
        self.control = control
        self.reader = Reader(model)
        self.best: tuple[int, ...] | None = None
        self.best_score: tuple[int, ...] = ()

    def solve(self) -> Solution | NoSolution:
        """Solve every tier that the limits leave time for."""
        tiers: list[Tier] = []
        limit: Stop = "proof"
        for index, build in enumerate(TIERS):
            objective = build(self.model)
            if limit != "proof" and self._spent():
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
            tiers.append(Tier(name=objective.name, value=result.value,
                              bound=min(result.bound, result.value),
                              proved=result.status == "optimal"))
            if not isinstance(objective.expr, int):
                self.model.cp.add(objective.expr <= result.value)
        assert self.best is not None
        return Solution(self.reader.workout(self.best), tuple(tiers), limit)

    def _tier(self, index: int, objective: Objective) -> Run:
        """Minimise one tier exactly, with cuts for what the order costs."""
        best: Run | None = None
        for _ in range(MOST_ROUNDS):
            result = self._run(index, objective)
            if result.status in ("infeasible", "unknown"):
                return best if best is not None else result
            extra = self._cut(index, result.values)
            if extra is None:
                continue
            value = result.value + extra
            if best is None or value < best.value:
                self.best = result.values
                best = Run(result.status, value, result.bound, result.values)
            if extra == 0 or result.bound >= best.value or result.status != "optimal":
                proved = result.status == "optimal" and result.bound >= best.value
                return Run("optimal" if proved else "feasible", best.value, result.bound,
                           best.values)
        return best if best is not None else Run("unknown")

    def _run(self, index: int, objective: Objective) -> Run:
        cp = self.model.cp
        cp.clear_hints()
        for i, value in enumerate(self.best or ()):
            cp.add_hint(cp.get_int_var_from_proto_index(i), value)
        cp.minimize(objective.expr)
        return run(cp, self.control, objective.name, SHARES[index])

    def _cut(self, index: int, values: tuple[int, ...]) -> int | None:
        """Return what the order costs beyond what the model believes.

        None where the solution is not acceptable as it stands: a must rule
        that no order keeps, or an earlier tier that the true order would raise.
        Either way the model learns the true cost of this choice.
        """
        extra, refused = 0, False
        for session in self.model.problem.sessions:
            choice = self.reader.choice(session, values)
            ordering = self.reader.ordering(session, choice)
            if ordering.strict:
                self._learn(session, choice, ordering)
                refused = True
            elif index >= ORDERED_FROM and self.model.theta:
                believed = sum(values[t.index] for t in self.model.theta[session.index])
                if ordering.penalty > believed:
                    extra += ordering.penalty - believed
                    self._learn(session, choice, ordering)
        if refused or (extra and index > ORDERED_FROM):
            return None
        return extra

    def _learn(self, session: SessionProblem, choice: Choice, ordering: Ordering) -> None:
        """Tell the model what the order of a choice, and of all like it, costs."""
        cp = self.model.cp
        on, off = self.reader.forced(session, choice)
        missing = len(on) - sum(on) + sum(off)
        if ordering.strict:
            cp.add(missing >= 1)
        else:
            price = ordering.penalty
            cp.add(sum(self.model.theta[session.index]) >= price - price * missing)

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
