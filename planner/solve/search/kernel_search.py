"""From a problem to its best plan: linear relaxation, kernel, neighbourhoods, proof.

The first two tiers are one sum. A quarter set of coverage weighs more than quality can come to, so
the minimum of the sum is the lexicographic one (`weight_of_coverage`). The shortlist
(`planner.problem.shortlist`) is narrowed to a kernel by the reduced costs of the relaxation (kernel
search, Angelelli, Mansini and Speranza 2010). A plan of the kernel is improved neighbourhood by
neighbourhood, then with the whole shortlist. The time left goes into a proof
(docs/explanation/model.md).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from planner.judge import prices as q
from planner.judge.audit_rows import Tier
from planner.judge.tiers import TierName
from planner.problem.problem import Problem
from planner.problem.shortlist import offers
from planner.rules.protocol import Rule
from planner.solve.bounds.relaxation import Failure, Relaxation, relaxed
from planner.solve.model.pins import kept_out
from planner.solve.model.variables import ModelBuilder
from planner.solve.objective.terms import Objective, coverage, quality, tie_break
from planner.solve.run import Control, Stop
from planner.solve.search.incumbent import Holding, Incumbent
from planner.solve.search.neighbourhoods import neighbourhoods
from planner.solve.search.split_start import split_offers
from planner.solve.trace import Stage
from planner.workout.workout import Workout

OTHER_POINTS = 10**6
"""A bound on all parts of quality but the goals, in points. It is an assumption, not a proof: a
plan that breaks should rules by more could lose to one with less coverage."""


@dataclass(frozen=True)
class Solution:
    """The best workout found.

    Attributes
    ----------
    tiers
        Its values with the bounds that are proved.
    stopped_by
        The proof, or the limit that ended the search.
    """

    workout: Workout
    tiers: tuple[Tier, ...]
    stopped_by: Stop


@dataclass(frozen=True)
class NoSolution:
    """No workout: there is none (``infeasible``), or none was found in time (``limit``)."""

    reason: Literal["infeasible", "limit"]


Extra = Callable[[ModelBuilder], Objective]
"""Adds rows to a model and returns a term of the objective, in points."""


def solve(problem: Problem, rules: Sequence[Rule], control: Control) -> Solution | NoSolution:
    """Return the best plan that the limits allow.

    Where the shortlist holds no plan, supersets and all candidates are offered, if there is time to
    build that model, which is the larger one.
    """
    if control.wall_left <= 0:
        return NoSolution("limit")
    if any(kept_out(problem)):
        return NoSolution("infeasible")
    wish = problem.request.supersets
    paired = wish == "prefer" or (wish == "allow" and problem.short)
    offered = problem.narrowed(offers(problem))
    search = Search(offered, rules, control, paired)
    found = search.solve()
    if isinstance(found, NoSolution) and not control.spent:
        if control.wall_left < search.built_s:
            return NoSolution("limit")
        return Search(problem, rules, control, wish != "never").solve()
    return found


class Search:
    """Searches one problem with the options that it offers.

    Parameters
    ----------
    paired
        Whether supersets are offered.
    extra
        Rows and a term of the objective that a question adds.
    begin
        A plan to begin with.

    Attributes
    ----------
    parts
        The neighbourhoods, in turn.
    work_of_proof
        Deterministic time for the proof; None for all that is left.
    built_s
        Seconds that the building of the model took.
    """

    def __init__(self, problem: Problem, rules: Sequence[Rule], control: Control, paired: bool,
                 extra: Extra | None = None, begin: Holding | None = None) -> None:
        self.problem = problem
        self.rules = rules
        self.control = control
        self.settings = control.settings
        self.paired = paired
        self._added = extra
        self.start = begin
        self.weight = control.weight_of_coverage = weight_of_coverage(problem)
        self.parts = neighbourhoods(problem)
        self.work_of_proof: float | None = None
        self.built_s = 0.0

    def solve(self) -> Solution | NoSolution:
        """Search from the linear relaxation to the proof."""
        self.control.enter(Stage.RELAXATION)
        began = self.control.elapsed
        whole = self._incumbent(self.problem)
        self.built_s = self.control.elapsed - began
        relaxation = self._relaxed(whole)
        if not isinstance(relaxation, Relaxation):
            return self._unguided(whole, relaxation)
        self.control.bounded(relaxation.bound)
        if self._week:
            self.control.kept_s = min(self.settings.bound_s,
                                      max(0.0, self.control.length_s - self.settings.plan_s))
        best = self._improved(whole, relaxation)
        bound, status = self._proved(whole, relaxation.bound)
        best = whole if whole.own else best
        if best is None or best.value is None:
            return NoSolution("infeasible" if status == "infeasible" else "limit")
        return self._solution(best, bound, status == "optimal")

    def _relaxed(self, of: Incumbent) -> Relaxation | Failure:
        """Solve the relaxation of an incumbent's model in a share of the time that is left."""
        control = self.control
        found = relaxed(of.model, of.total.expr,
                        control.wall_left * self.settings.relaxation_share)
        if found == "open":
            control.by_clock = True
        return found

    def _unguided(self, whole: Incumbent, failure: Failure) -> Solution | NoSolution:
        """Search without the relaxation's bound and kernels."""
        if failure == "open" and whole.first():
            whole.improve(self.parts, 0)
        bound, status = whole.prove(0)
        if not whole.own:
            return NoSolution("infeasible" if status == "infeasible" else "limit")
        return self._solution(whole, bound, status == "optimal")

    def _proved(self, whole: Incumbent, bound: int) -> tuple[int, str]:
        """Search the whole model to the end; return the bound known then, and the status.

        A week gets a short try, then a bound by branch and cut, then the time that is left.
        """
        if self.control.spent:
            return bound, "unknown"
        if not self._cuts:
            self.control.enter(Stage.PROOF)
            return whole.prove(bound, self.work_of_proof)
        self.control.enter(Stage.SHORT_PROOF)
        bound, status = whole.prove(bound, self.settings.short_proof_work)
        if status != "unknown":
            return bound, status
        self.control.enter(Stage.BRANCH_AND_CUT)
        bound = max(bound, whole.cut_bound(self.settings.most_bound_s))
        self.control.bounded(bound)
        if whole.value is not None and bound >= whole.value:
            return bound, status
        self.control.enter(Stage.PROOF)
        bound, status = whole.prove(bound)
        # Branch and cut is as fast as the machine. Nothing may hang on who of the two was first:
        # no choice among equals is made after it.
        return bound, "bounded" if status == "optimal" else status

    @property
    def _week(self) -> bool:
        return len(self.problem.sessions) > 1

    @property
    def _cuts(self) -> bool:
        """Whether branch and cut looks for a bound where a short proof has not been enough."""
        return self._week and self.work_of_proof is None

    def any(self) -> bool:
        """Whether a plan is found at once."""
        return self._incumbent(self.problem).first()

    def _incumbent(self, problem: Problem, paired: bool = True) -> Incumbent:
        model = ModelBuilder(problem, self.rules, paired=paired and self.paired)
        total = self.coverage(model).times(self.weight).plus(quality(model))
        if self._added is not None:
            total = total.plus(self._added(model))
        return Incumbent(model, self.control, total, q.price(problem, "rule_point"))

    def coverage(self, model: ModelBuilder) -> Objective:
        """Return the first tier."""
        return coverage(model)

    def _improved(self, whole: Incumbent, relaxation: Relaxation) -> Incumbent | None:
        """Improve a plan in each kernel, then with all offers; return the best incumbent."""
        best = whole
        if self.start is None or not whole.begin(self.start):
            best = self._of_kernels(relaxation) or whole
            if best is whole and not whole.first():
                return None
        self.control.enter(Stage.OFFERED)
        if best is not whole:
            whole.take(best)
        if best is whole or self._week:
            whole.improve(self.parts, relaxation.bound)
        return whole if whole.own else best

    def _of_kernels(self, relaxation: Relaxation) -> Incumbent | None:
        """Return the best incumbent of a small kernel, then of a large one.

        The small kernel, without supersets, gives a good plan at once: each neighbourhood is
        searched once.
        """
        small, large = (relaxation.kernel(points) for points in self.settings.kernel_points)
        best = self._begun(small)
        if best is not None:
            large = [ids | {name for k, name in best.held if k == i}
                     for i, ids in enumerate(large)]
        if self.control.spent:
            return best
        self.control.enter(Stage.LARGE_KERNEL)
        kernel = self._incumbent(self.problem.narrowed(large))
        if best is not None:
            kernel.take(best)
        elif not kernel.first():
            return None
        kernel.improve(self.parts, relaxation.bound)
        return kernel if kernel.own else best

    def _begun(self, small: Sequence[frozenset[str]]) -> Incumbent | None:
        """Return an incumbent of a week to begin with, if possible one of a split."""
        if not self._week:
            return None
        self.control.enter(Stage.SPLIT)
        ways: list[tuple[int, int, Incumbent]] = []
        for kinds in split_offers(self.problem, frozenset().union(*small),
                                  self.settings.split_from_days):
            begun = self._incumbent(self.problem.narrowed(kinds), paired=False)
            relaxation = self._relaxed(begun)
            if isinstance(relaxation, Relaxation):
                ways.append((relaxation.bound, len(ways), begun))
        for _, _, begun in sorted(ways, key=lambda way: way[:2]):
            if begun.first():
                break
        else:
            self.control.enter(Stage.SMALL_KERNEL)
            begun = self._incumbent(self.problem.narrowed(small), paired=False)
            if not begun.first():
                return None
        begun.once([p for p in self.parts if len(p.sessions) < 2])
        return begun

    def _solution(self, best: Incumbent, bound: int, searched: bool) -> Solution:
        """Return the best plan with its tiers.

        Where the model was searched to the end, the last tier chooses among equally good plans.
        """
        value = best.value
        assert value is not None
        proved = bound >= value
        tie = tie_break(best.model)
        if searched and best.own:
            self.control.enter(Stage.TIE_BREAK)
            tie_value, tie_bound = best.settle(tie, self.settings.tie_break_work)
        else:
            tie_value, tie_bound = best.worth_in(tie), 0
        tiers = self._tiers(value, bound, tie_value, min(tie_bound, tie_value))
        limit = "proof" if proved else self.control.why
        return Solution(best.workout, tiers, limit)

    def _tiers(self, value: int, bound: int, tie: int, tie_bound: int) -> tuple[Tier, ...]:
        """Split a value of the sum, and its bound, into tiers.

        Quality is less than half the weight of coverage, whatever its sign, so rounding to the
        nearest multiple of the weight gives the coverage.
        """
        half = self.weight // 2
        loss = max(0, (value + half) // self.weight)
        least = min(loss, max(0, (bound + half) // self.weight))
        rest = value - self.weight * loss
        rest_bound = bound - self.weight * loss if least == loss else -half
        proved = bound >= value
        return (Tier(name=TierName.COVERAGE, value=loss, bound=least, proved=least >= loss),
                Tier(name=TierName.QUALITY, value=rest, bound=min(rest, rest_bound), proved=proved),
                Tier(name=TierName.TIE_BREAK, value=tie, bound=tie_bound,
                     proved=proved and tie_bound >= tie))


def weight_of_coverage(problem: Problem) -> int:
    """Return the weight of a quarter set of coverage, in points.

    It is twice an upper bound of quality, so no quality outweighs a quarter set of coverage. The
    prices of the goals are highest with no sets at all.
    """
    goals = sum(points * below for g in problem.goals for points, below in
                (*q.target_steps(problem, g), *q.time_steps(problem, g)))
    return 2 * (goals + OTHER_POINTS)
