"""What is known of a request so far: the best plan, and how low its tiers can be."""

from __future__ import annotations

from planner.plan import Tier
from planner.problem import Problem
from planner.solve.engine import NoSolution, Solution
from planner.solve.model import ModelBuilder
from planner.solve.polish import Offers
from planner.solve.search import Control
from planner.solve.start import by_session, fitted
from planner.tally import coverage_loss, use_of_time


class Standing:
    """The best plan so far, and lower bounds of the first two tiers.

    Attributes
    ----------
    best
        None before there is a plan.
    floors
        Lower bounds that hold for the whole request, by tier.
    """

    def __init__(self, problem: Problem, control: Control) -> None:
        self.problem = problem
        self.control = control
        self.best: Solution | None = None
        self.floors = {"coverage": 0, "use_of_time": 0}

    @property
    def loss(self) -> int:
        """The coverage loss of the best plan."""
        assert self.best is not None
        return coverage_loss(self.best.workout, self.problem)

    @property
    def unused(self) -> int:
        """The second tier of the best plan."""
        assert self.best is not None
        return use_of_time(self.best.workout, self.problem)

    @property
    def covered(self) -> bool:
        """Whether no plan covers the goals better."""
        return self.best is not None and self.loss <= self.floors["coverage"]

    def keep(self, found: Solution | NoSolution) -> None:
        """Keep the better of two plans."""
        if isinstance(found, Solution):
            before, self.best = self.best, found
            after = (self.loss, self.unused)
            self.best = before or found
            if after < (self.loss, self.unused):
                self.best = found

    def proved(self) -> None:
        """Note that no plan covers the goals better."""
        self.floors["coverage"] = self.loss

    def values(self, model: ModelBuilder) -> tuple[int, ...] | None:
        """Return the best plan's values in a model."""
        return fitted(model, self.control, by_session(self.best.workout)) if self.best else None

    def with_held(self, offers: Offers) -> list[frozenset[str]]:
        """Return offers with the entries of the best plan."""
        if self.best is None:
            return list(offers)
        return [ids | {i.exercise.id for i in visit.work}
                for ids, visit in zip(offers, self.best.workout.visits, strict=True)]

    def first_tier(self) -> Solution:
        """Return the best plan with what is known of the first tier."""
        assert self.best is not None
        tier = Tier(name="coverage", value=self.loss, bound=self.floors["coverage"],
                    proved=self.covered)
        return Solution(self.best.workout, (tier,), "proof" if tier.proved else "deterministic")
