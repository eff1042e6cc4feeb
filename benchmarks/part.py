"""The part of the planner's problem that a mixed-integer program can hold: choice without order.

The same candidates, the same must and should rules, the same prices and the same sum: the rows are
those of the planner's own model (`planner.solve.bounds.relaxation.rows`). Left out are named
supersets and the order of a session, which the planner's model learns cut by cut.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from ortools.linear_solver.linear_solver_pb2 import MPModelProto

from planner.catalog import Catalog
from planner.judge.audit import broken_musts, ledger, worth
from planner.judge.tiers import Worth
from planner.problem.build import build_problem
from planner.problem.problem import Problem
from planner.problem.shortlist import offers
from planner.request.request import Request, normalise
from planner.rules import REGISTRY, Rule
from planner.rules.kinds import OrderRule
from planner.rules.protocol import Finding
from planner.solve.bounds.relaxation import rows
from planner.solve.cuts.decode import Reader
from planner.solve.model.variables import ModelBuilder
from planner.solve.objective.terms import coverage, quality
from planner.solve.search.kernel_search import weight_of_coverage
from planner.workout.workout import Workout, WorkoutSession, with_entries


class Unordered:
    """A rule of order as far as it binds the choice (a main lift, say, has to be there)."""

    def __init__(self, rule: Rule) -> None:
        self.id = rule.id
        self._rule = rule

    def build(self, m: Any) -> None:
        """Bind the choice and take no part in the order."""
        self._rule.build(_Deaf(m))

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Judge what no order would mend: a must rule that is broken whatever comes first."""
        if p.setting(self.id).severity != "must":
            return
        found = [{f.where: f for f in self._rule.check(other, p) if f.over > 0}
                 for other in _orders(w)]
        for where, finding in found[0].items():
            if all(where in others for others in found):
                yield finding


def _orders(w: Workout) -> list[Workout]:
    """Return a workout with each of its entries first in turn, risk lifts before the rest."""
    turns = max([1, *(len(v.work) for v in w.sessions)])
    return [Workout(tuple(_turned(v, k) for v in w.sessions)) for k in range(turns)]


def _turned(done: WorkoutSession, k: int) -> WorkoutSession:
    work = sorted(done.work[k:] + done.work[:k], key=lambda i: not i.exercise.risk_lift)
    first = tuple(i for i in done.entries if i.phase != "work")
    return with_entries(done, (*first, *work))


class _Deaf:
    """The solver's side of a problem, for which no order counts."""

    def __init__(self, m: Any) -> None:
        self._m = m

    def __getattr__(self, name: str) -> Any:
        return getattr(self._m, name)

    def order(self, rule: Any) -> None:
        """Leave order out."""


class Found(NamedTuple):
    """The end of a run; ``bound`` is what no plan can beat, as a sum."""

    proved: bool
    workout: Workout | None
    bound: float | None
    missed: int = 0


Solve = Callable[[Problem, float, int], Found]


RULES: Sequence[Any] = [Unordered(r) if isinstance(r, OrderRule) else r for r in REGISTRY]


def problem(request: Request, catalog: Catalog) -> Problem:
    """Return what the planner would search first, supersets left out."""
    asked = normalise(request.model_copy(update={"supersets": "never"}), catalog)
    whole = build_problem(asked, catalog, REGISTRY)
    return whole.narrowed(offers(whole))


@dataclass(frozen=True)
class Part:
    """The model of a problem with its sum, for CP-SAT and as a mixed-integer program."""

    model: ModelBuilder
    weight: int

    @property
    def program(self) -> MPModelProto:
        """The rows, every variable a whole number."""
        found = rows(self.model.cp.proto)
        for variable in found.variable:
            variable.is_integer = True
        return found

    def workout(self, values: Sequence[int]) -> Workout:
        """Return what a solution chooses, in some order."""
        return Reader(self.model).workout(tuple(values))

    def missed(self, values: Sequence[int]) -> int:
        """Return how many rows a solution misses."""
        return sum(not row.lower_bound <= sum(
            c * values[v] for v, c in zip(row.var_index, row.coefficient, strict=True)
        ) <= row.upper_bound for row in self.program.constraint)


def built(p: Problem) -> Part:
    """Return the model of a problem."""
    model = ModelBuilder(p, RULES, paired=False)
    weight = weight_of_coverage(p)
    model.cp.minimize(coverage(model).times(weight).plus(quality(model)).expr)
    return Part(model, weight)


def judged(workout: Workout, p: Problem) -> tuple[Worth, list[str]]:
    """Return the tiers of a workout as the audit sees them, and which must rules it breaks."""
    rows = ledger(workout, p, RULES)
    return worth(workout, p, rows), [f"{r.rule} ({r.where})" for r in broken_musts(rows)]

