"""From a few candidates to all of them: how a request is solved.

A problem of a few dozen candidates a session is one model. A large one begins
with a pool of the likeliest; where the goals cannot be reached with it, the
linear relaxation of everything says what else is worth offering, how low the
loss can be at all, and, once a plan is near that, which few candidates a better
one could hold (docs/model.md).
"""

from __future__ import annotations

from collections.abc import Sequence

from planner.problem import Problem
from planner.rules.base import Rule
from planner.solve.engine import SHARES, Engine, NoSolution, Solution
from planner.solve.model import ModelBuilder
from planner.solve.pool import WIDTHS, crowded, kernels, pool, survivors
from planner.solve.relaxation import Relaxation, relax
from planner.solve.search import Control
from planner.solve.start import by_session, fitted
from planner.solve.tiers import coverage
from planner.tally import coverage_loss

STEPS = (2, 5, 5, 5)
"""Options of the lowest price that are offered beside those that the linear program chooses."""

MOST_PAIRED, MOST_ALONE = 200, 400
"""Candidates of all sessions that are searched to the end, with supersets and without."""

BRIEF = (0.6,)
"""Share of the limit that coverage may use before all tiers are gone through."""

LATE = (0.3, 0.5, 0.5, 0.6, 1.0)
"""Shares of the tiers where coverage has had its time before."""


def solve(problem: Problem, rules: Sequence[Rule], control: Control) -> Solution | NoSolution:
    """Return the lexicographic optimum of all tiers, or the best that the limits allow."""
    if not crowded(problem):
        return Engine(ModelBuilder(problem, rules), control).solve()
    return Stages(problem, rules, control).solve()


class Stages:
    """Solves a problem of many candidates, offering more of them stage by stage."""

    def __init__(self, problem: Problem, rules: Sequence[Rule], control: Control) -> None:
        self.problem = problem
        self.rules = rules
        self.control = control
        self.best: Solution | None = None
        self.bound = 0

    @property
    def loss(self) -> int:
        """The coverage loss of the best plan so far."""
        assert self.best is not None
        return coverage_loss(self.best.workout, self.problem)

    def solve(self) -> Solution | NoSolution:
        """Go from stage to stage, then through the tiers."""
        narrow = [pool(self.problem, s, WIDTHS[0]) for s in self.problem.sessions]
        near = relax(self.problem.narrowed(narrow), self.rules)
        if near is not None:
            offers, = kernels(self.problem.narrowed(narrow), near, STEPS[:1])
            self._alone(self.problem, offers)
        if self.best is None or self.loss > 0:
            relaxation = relax(self.problem, self.rules)
            if relaxation is not None:
                return self._grown(relaxation)
        if self.best is None:
            return self._widened()
        return self._finish(narrow, False)

    def _grown(self, relaxation: Relaxation) -> Solution | NoSolution:
        """Offer what the relaxation of everything finds worth it, bucket by bucket."""
        self.bound = relaxation.bound
        buckets = kernels(self.problem, relaxation, STEPS)
        self._alone(self.problem, buckets[0])
        for offered in (buckets[:2], buckets):
            if self.best is None or self.loss > self.bound:
                self._search(offered)
                self._prove(relaxation)
        if self.best is None:
            return self._widened()
        left = survivors(self.problem, relaxation, self.loss)
        whole = sum(map(len, left)) <= self._most
        return self._finish(left if whole else _joined(buckets), whole)

    def _search(self, buckets: Sequence[Sequence[frozenset[str]]]) -> None:
        """Improve the best plan piece by piece."""
        offers = self._with_held(_joined(buckets))
        model = ModelBuilder(self.problem.narrowed(offers), self.rules)
        self._keep(Engine(model, self.control, (coverage,), self._start(model),
                          {"coverage": self.bound}, BRIEF, buckets=buckets, brief=True).solve())

    def _prove(self, relaxation: Relaxation) -> None:
        """Search all that could be in a better plan to the end, where that is little."""
        while self.best is not None and self.bound < self.loss:
            left = survivors(self.problem, relaxation, self.loss - 1)
            if sum(map(len, left)) > self._most:
                return
            model = ModelBuilder(self.problem.narrowed(left), self.rules)
            found = Engine(model, self.control, (coverage,), shares=BRIEF).solve_below(
                self.loss - 1)
            if isinstance(found, NoSolution):
                if found.reason == "infeasible":
                    self.bound = self.loss
                return
            self._keep(found)
            if found.tiers[0].proved:
                self.bound = self.loss

    @property
    def _most(self) -> int:
        """How many candidates can be searched to the end."""
        return MOST_ALONE if self.problem.request.supersets == "never" else MOST_PAIRED

    def _alone(self, problem: Problem, offers: Sequence[frozenset[str]]) -> None:
        """Look for a first plan, and for the best without supersets."""
        model = ModelBuilder(problem.narrowed(offers), self.rules)
        self._keep(Engine(model, self.control, (coverage,)).solve_alone())

    def _keep(self, found: Solution | NoSolution) -> None:
        """Keep the better of two plans."""
        if isinstance(found, Solution):
            before, self.best = self.best, found
            if before is not None and coverage_loss(before.workout, self.problem) <= self.loss:
                self.best = before

    def _start(self, model: ModelBuilder) -> tuple[int, ...] | None:
        """Return the best plan's values in a model."""
        return fitted(model, self.control, by_session(self.best.workout)) if self.best else None

    def _finish(self, offers: Sequence[frozenset[str]], whole: bool) -> Solution | NoSolution:
        """Solve every tier with what is offered, beginning with the best plan."""
        assert self.best is not None
        model = ModelBuilder(self.problem.narrowed(self._with_held(offers)), self.rules)
        shares = SHARES if whole else LATE
        found = Engine(model, self.control, start=self._start(model),
                       floors={"coverage": self.bound}, shares=shares, whole=whole).solve()
        if isinstance(found, NoSolution):
            assert found.reason == "limit", "a plan that was found is a plan of what it was made of"
            return self.best
        return found

    def _widened(self) -> Solution | NoSolution:
        """Go from pool to pool, and to everything, where no kernel holds a plan."""
        for width in WIDTHS:
            offers = [pool(self.problem, s, width) for s in self.problem.sessions]
            found = Engine(ModelBuilder(self.problem.narrowed(offers), self.rules),
                           self.control).solve()
            if isinstance(found, Solution):
                return found
        return Engine(ModelBuilder(self.problem, self.rules), self.control).solve()

    def _with_held(self, offers: Sequence[frozenset[str]]) -> list[frozenset[str]]:
        """Return offers with the entries of the best plan."""
        if self.best is None:
            return list(offers)
        return [ids | {i.exercise.id for i in visit.work}
                for ids, visit in zip(offers, self.best.workout.visits, strict=True)]


def _joined(buckets: Sequence[Sequence[frozenset[str]]]) -> list[frozenset[str]]:
    """Return all that buckets offer, by session."""
    return [frozenset().union(*ids) for ids in zip(*buckets, strict=True)]
