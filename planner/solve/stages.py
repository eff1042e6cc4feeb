"""From a few candidates to all of them: how a request is solved.

A problem of a few candidates is one model. A larger one begins with a pool of
the likeliest; the linear relaxation says what of it, or of everything, is worth
offering, how low a tier can be at all, and, once a plan is near that, which few
candidates a better one could hold (docs/model.md).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from planner.problem import Problem
from planner.rules.base import Rule
from planner.solve.course import SHARES, Course
from planner.solve.engine import Engine, NoSolution, Solution, unsolved
from planner.solve.model import MUCH, ModelBuilder
from planner.solve.polish import Offers
from planner.solve.pool import (
    FEW,
    WIDTHS,
    crowded,
    everything,
    joined,
    kernels,
    likeliest,
    plainly_warmed,
)
from planner.solve.relaxation import Program, Relaxation
from planner.solve.search import Control
from planner.solve.standing import Standing
from planner.solve.surviving import better, survivors
from planner.solve.tiers import TIERS, BuildTier, coverage, use_of_time

STEPS = (4, 5, 5, 5, 20, 20, 20)
"""Options of the lowest price that are offered beside those that the linear program chooses."""

FITTEST_OF_ONE, FITTEST = (3,), (16,)
"""The same for the last tiers: of a single session, whose kernel is there to learn orders in,
and of a week, whose pieces are planned from it."""

LIKELY = (4, 10)
"""The same for the first plan, of a pool."""

MOST_PAIRED, MOST_ALONE, AT_ONCE = 200, 400, 210
"""Candidates of all sessions that are searched to the end: with supersets, without, and
before all buckets were."""

REACH_WORK, SOON = 0.05, 0.4
"""Deterministic time for reaching every goal from a kernel, with supersets, and after which a
search to the end looks for cutting planes."""

WORK_PER_OPTION = 1e-4
"""What a linear program is charged for every candidate."""

COVERAGE, PROOF, TIME = (0.4,), (0.3,), (0.0, 0.3)
"""Shares of the limit for improving the first two tiers piece by piece, and for proving."""

LATE = (0.0, 0.3, 0.5, 0.6, 1.0)
"""Shares of the tiers where coverage has had its time before."""


def solve(problem: Problem, rules: Sequence[Rule], control: Control,
          tiers: Sequence[BuildTier] = TIERS) -> Solution | NoSolution:
    """Return the lexicographic optimum of the tiers, or the best that the limits allow."""
    if control.wall_left <= 0:
        return NoSolution("limit")
    if all(len(s.options) < FEW for s in problem.sessions):
        return Engine(ModelBuilder(problem, rules), control, tiers).solve()
    return Stages(problem, rules, control, tiers).solve()


class Stages:
    """Solves a problem of many candidates, offering more of them stage by stage."""

    def __init__(self, problem: Problem, rules: Sequence[Rule], control: Control,
                 tiers: Sequence[BuildTier]) -> None:
        self.problem = problem
        built_in = all(rule.id in problem.catalog.rule_by_id for rule in rules)
        self.plain = plainly_warmed(problem) if built_in else problem
        self.single = len(problem.sessions) == 1
        self.paired = problem.request.supersets != "never"
        self.rules = rules
        self.control = control
        self.tiers = tiers
        self.now = Standing(problem, control)
        self.asked_for_all = False
        self.covered: Relaxation | None = None
        self.fittest: Offers | None = None

    def solve(self) -> Solution | NoSolution:
        """Go from stage to stage, then through the tiers."""
        few = everything(self.problem)
        if crowded(self.problem):
            few = likeliest(self.problem, WIDTHS[0])
        pool = self.plain.narrowed(few) if crowded(self.problem) else self.plain
        first = self._program(pool, fitness=pool is self.plain)
        relaxation = first.coverage()
        if relaxation is not None:
            # Where the goals are out of reach a pool is good for a first plan and no more.
            hopeful = relaxation.bound == 0 or pool is self.plain
            for kernel in kernels(pool, relaxation, LIKELY):
                if self.now.best is None or self.now.loss > relaxation.bound == 0:
                    self._alone(kernel, relaxation, first=not hopeful, best=hopeful)
                    self._reach(kernel, relaxation)
        reached = self.now.best is not None and self.now.loss == 0
        if reached and use_of_time not in self.tiers:
            return self.now.first_tier()
        if self.control.spent and self.now.best is not None:
            return self._finish(few, False)
        program = first if pool is self.plain else self._program(self.plain)
        if not reached:
            self.covered = relaxation if program is first else program.coverage()
            if self.covered is None and self.now.best is None:
                return self._refuted()
            if self.covered is not None:
                self._cover(self.covered, program is not first)
        if self.now.best is None:
            return self._widened()
        return self._use_time(program, few)

    def _cover(self, relaxation: Relaxation, anew: bool) -> None:
        """Reach the goals as well as the limits allow, offering more and more.

        Parameters
        ----------
        anew
            Whether the relaxation is another one than the first plan comes from.
        """
        self.now.floors["coverage"] = relaxation.bound
        buckets = kernels(self.problem, relaxation, STEPS)
        if anew:
            self._alone(buckets[0], relaxation)
        self._prove(relaxation, AT_ONCE)
        for count in (2, 4, len(STEPS)):
            offered = buckets[:count]
            if not self.now.covered:
                self._search(offered, coverage)
                self._prove(relaxation, None if count == len(STEPS) else AT_ONCE)

    def _use_time(self, program: Program, few: Offers) -> Solution | NoSolution:
        """Use the time as well as the limits allow, then go through all tiers."""
        if use_of_time not in self.tiers:
            return self.now.first_tier()
        offers = few
        if self.now.unused > 0 and not self.control.spent:
            relaxation = program.use_of_time(self.now.loss)
            if relaxation is not None:
                self.now.floors["use_of_time"] = relaxation.bound
                buckets = kernels(self.problem, relaxation, STEPS[:4])
                if not self.single or relaxation.bound == 0:
                    self._search(buckets, use_of_time)
                offers = joined([few, *buckets[:2]])
        relaxed = program.fitness(self.now.loss, self.now.unused)
        if relaxed is not None:
            few_more = FITTEST_OF_ONE if self.single else FITTEST
            self.fittest = kernels(self.problem, relaxed, few_more)[0]
        whole = everything(self.problem)
        if self.covered is not None:
            whole = survivors(self.problem, self.covered, self.now.loss)
        if sum(map(len, whole)) <= self._most:
            return self._finish(whole, True)
        if self.fittest is not None:
            offers = joined([offers, self.fittest])
        found = self._finish(offers, False)
        if not self.single or self.control.spent or all(t.proved for t in found.tiers):
            return found
        self.now.keep(found)  # all of one session can be searched where there is time left
        return self._finish(whole, True)

    def _program(self, problem: Problem, fitness: bool = True) -> Program:
        """Return a problem's linear program, charged by its size."""
        self.control.used_work += WORK_PER_OPTION * sum(len(s.options) for s in problem.sessions)
        return Program(problem, self.rules, fitness)

    def _alone(self, offers: Offers, relaxation: Relaxation, first: bool = False,
               best: bool = True) -> None:
        """Look for a first plan, and for the best without supersets."""
        model = ModelBuilder(self.plain.narrowed(offers), self.rules)
        course = Course(guess=relaxation.share)
        self.now.keep(Engine(model, self.control, (coverage,), course).solve_alone(first, best))

    def _reach(self, offers: Offers, relaxation: Relaxation) -> None:
        """Try to reach every goal with supersets, where they cannot all be reached without."""
        if self.paired and self.now.best is not None and self.now.loss > relaxation.bound == 0:
            model = ModelBuilder(self.plain.narrowed(self.now.with_held(offers)), self.rules,
                                 lazy=self.single)
            self.now.keep(Engine(model, self.control, (coverage,)).solve_at(0, REACH_WORK))

    def _search(self, buckets: Sequence[Offers], tier: BuildTier) -> None:
        """Improve a tier of the best plan piece by piece, with what buckets offer."""
        model = ModelBuilder(self.plain.narrowed(self.now.with_held(joined(buckets))), self.rules,
                             lazy=self.single and tier is use_of_time)
        shares: tuple[float, ...] = COVERAGE
        if tier is use_of_time:
            model.cp.add(coverage(model).expr <= self.now.loss)
            shares = TIME
        enough = self._provable() if tier is coverage and self.now.best is not None else None
        course = Course(self.now.values(model), self.now.floors, shares=shares, buckets=buckets,
                        brief=True, enough=enough)
        self.now.keep(Engine(model, self.control, (tier,), course).solve())

    def _provable(self) -> int | None:
        """Return the largest loss below which so little is left that it can be searched at once."""
        covered = self.covered
        assert covered is not None

        def count(loss: int) -> int:
            left = better(self.problem, covered, loss)
            return 0 if left is None else sum(map(len, left[1]))

        losses = range(self.now.floors["coverage"], self.now.loss)
        few = bisect_right(losses, min(self._most, AT_ONCE), key=count)
        return losses[few - 1] if few else None

    def _prove(self, relaxation: Relaxation, most: int | None = None) -> None:
        """Search all that could be in a better plan to the end, where that is little."""
        most = min(self._most, most or self._most)
        course = Course(shares=PROOF if use_of_time in self.tiers else (1.0,))
        while self.now.best is not None and not self.now.covered:
            left = better(self.problem, relaxation, self.now.loss)
            if left is None:
                self.now.proved()
                return
            below, offers = left
            if sum(map(len, offers)) > most:
                return
            if not self._searched(self.plain.narrowed(offers), below, course):
                return

    def _searched(self, narrowed: Problem, below: int, course: Course) -> bool:
        """Search all that a plan that loses less may hold; say whether there is a better plan."""
        now = self.now
        if now.floors["coverage"] == 0 and not self.asked_for_all:
            # To reach every goal, or to see that it cannot be, is easier than to come near.
            self.asked_for_all = True
            found = Engine(ModelBuilder(narrowed, self.rules), self.control, (coverage,),
                           course).solve_at(0)
            now.keep(found)
            if isinstance(found, Solution):
                return False
            now.floors["coverage"] = int(found.reason == "infeasible")
        found = self._below(narrowed, below, course)
        now.keep(found)
        if isinstance(found, Solution):
            if found.tiers[0].proved:
                now.proved()
            return True
        if found.reason == "infeasible":
            now.proved()
        return False

    def _below(self, narrowed: Problem, below: int, course: Course) -> Solution | NoSolution:
        """Look for the best plan that loses no more than a value.

        Without supersets a search that does not end soon goes on with cutting planes.
        """
        hard = (replace(course, work=SOON), replace(course, cuts=True))
        for each in (course,) if self.paired else hard:
            engine = Engine(ModelBuilder(narrowed, self.rules), self.control, (coverage,), each)
            found = engine.solve_below(below)
            if isinstance(found, Solution) or found.reason == "infeasible":
                break
        return found

    def _finish(self, offers: Offers, whole: bool) -> Solution:
        """Solve every tier with what is offered, beginning with the best plan."""
        now = self.now
        assert now.best is not None
        known = {} if whole and not now.covered else {"coverage": now.loss}
        if known and now.unused <= now.floors["use_of_time"]:
            known["use_of_time"] = now.unused
        model = ModelBuilder(self.problem.narrowed(now.with_held(offers)), self.rules,
                             lazy=self.single and "coverage" in known)
        with_time = (whole and self.single and "coverage" in known
                     and "use_of_time" not in known)
        course = Course(now.values(model), now.floors, known, SHARES if whole else LATE, whole,
                        fittest=self.fittest, with_time=with_time)
        found = Engine(model, self.control, self.tiers, course).solve()
        if isinstance(found, Solution):
            return found
        # The limit came before the plan was fitted into the model: it is a plan all the same.
        tiers = tuple(tier for build in self.tiers for tier in unsolved(build(model)))
        return Solution(now.best.workout, tiers, "wall")

    def _refuted(self) -> Solution | NoSolution:
        """Have the solver confirm that there is no plan: the linear program has no solution."""
        found = Engine(ModelBuilder(self.problem, self.rules), self.control,
                       (coverage,)).solve_below(MUCH)
        self.now.keep(found)
        return found if self.now.best is None else self._finish(everything(self.problem), True)

    def _widened(self) -> Solution | NoSolution:
        """Go from pool to pool, and to everything, where no kernel holds a plan."""
        for width in WIDTHS if crowded(self.problem) else ():
            offers = likeliest(self.problem, width)
            found = Engine(ModelBuilder(self.problem.narrowed(offers), self.rules),
                           self.control, self.tiers).solve()
            if isinstance(found, Solution):
                return found
        return Engine(ModelBuilder(self.problem, self.rules), self.control, self.tiers).solve()

    @property
    def _most(self) -> int:
        """How many candidates can be searched to the end."""
        return MOST_PAIRED if self.paired else MOST_ALONE
