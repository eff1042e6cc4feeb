"""What the planner answers to the requests of the corpus."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import planner
from benchmarks.measure import limited
from benchmarks.taste.corpus import Case, catalogue
from benchmarks.taste.score import Score, score
from planner.plans.check import workout_of
from planner.problem.problem import Problem
from planner.workout.workout import Workout


@dataclass(frozen=True)
class Answer:
    """A plan for a request, and the programmes that answer the same one."""

    problem: Problem
    workout: Workout | None
    programmes: tuple[str, ...]
    failure: str = ""

    @property
    def title(self) -> str:
        """The request in a few words."""
        asked = self.problem.request
        return (f"{asked.goal}, {asked.level}, {len(asked.sessions)} x "
                f"{asked.sessions[0].minutes} min")

    def scored(self) -> Score | None:
        """What the objective says of the plan."""
        return None if self.workout is None else score(self.workout, self.problem)


def answers(cases: Iterable[Case], seconds: float,
            watch: Callable[[str], None] = lambda _: None) -> list[Answer]:
    """Return a plan for every distinct request, each planned once."""
    by_request: dict[str, list[Case]] = {}
    for case in cases:
        by_request.setdefault(case.problem.request.model_dump_json(), []).append(case)
    found = []
    for alike in by_request.values():
        answer = _answer(alike, seconds)
        watch(answer.title + (f": {answer.failure}" if answer.failure else ""))
        found.append(answer)
    return found


def _answer(alike: list[Case], seconds: float) -> Answer:
    problem = alike[0].problem
    names = tuple(case.programme.name for case in alike)
    try:
        plan = planner.plan(limited(problem.request, seconds), catalogue())
    except planner.PlannerError as error:
        return Answer(problem, None, names, type(error).__name__)
    return Answer(problem, workout_of(plan.sessions, problem), names)
