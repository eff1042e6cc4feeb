"""A peer that searches nothing: whatever gives most per second first, as applications do it.

As long as something helps, the entry or the further set is taken that makes the audited plan
better by most, for each second it takes: broken must rules first, then the same sum that everybody
minimises. It takes nothing back. What no model says it asks the audit, so it is slow for a greedy
one; an entry that helped less than others did before is only asked again when its turn comes.
"""

from __future__ import annotations

import heapq
import time

from benchmarks import part
from benchmarks.part import Found
from planner.problem.option import Option
from planner.problem.problem import Problem
from planner.problem.warm_up import warm_up_for, warm_up_s
from planner.solve.model.variables import as_item
from planner.solve.search.kernel_search import weight_of_coverage
from planner.workout.workout import Workout, WorkoutEntry, WorkoutSession

BROKEN = 10**12
"""What a broken must rule weighs."""


class Plan:
    """A choice in the making: sets by option."""

    def __init__(self, p: Problem) -> None:
        self.problem = p
        self.weight = weight_of_coverage(p)
        self.sets: dict[tuple[int, str], int] = {}
        self.value = self.worth(self.sets)

    def workout(self, sets: dict[tuple[int, str], int]) -> Workout:
        """Return a choice as a workout."""
        sessions = []
        for s in self.problem.sessions:
            work: list[WorkoutEntry] = [as_item(o, sets[s.index, o.id]) for o in s.options
                                        if (s.index, o.id) in sets]
            warm = warm_up_for(self.problem, s, tuple(work))
            sessions.append(WorkoutSession(s.id, s.day, (*warm, *work)))
        return Workout(tuple(sessions))

    def worth(self, sets: dict[tuple[int, str], int]) -> int:
        """Return what a choice is worth; less is better."""
        worth, broken = part.judged(self.workout(sets), self.problem)
        wrong = len(broken) + self._over(sets)
        return BROKEN * wrong + self.weight * worth.coverage + worth.quality

    def _over(self, sets: dict[tuple[int, str], int]) -> int:
        """Return how many sessions use seconds that are set aside for their warm-ups."""
        taken = {s.index: warm_up_s(self.problem, s) for s in self.problem.sessions}
        for s in self.problem.sessions:
            taken[s.index] += sum(o.clock.alone(sets[s.index, o.id]) for o in s.options
                                  if (s.index, o.id) in sets)
        return sum(taken[s.index] > s.budget_s for s in self.problem.sessions)

    def step(self, o: Option) -> tuple[float, dict[tuple[int, str], int]]:
        """Return what one more step with an option gains per second, and the choice then."""
        now = self.sets.get((o.session, o.id), 0)
        low, high = o.sets
        if now >= high:
            return 0.0, self.sets
        after = {**self.sets, (o.session, o.id): now + 1 if now else low}
        seconds = o.clock.work_s + o.clock.rest_s if now else o.clock.alone(low)
        return (self.value - self.worth(after)) / max(1, seconds), after


def solve(p: Problem, seconds: float, seed: int) -> Found:
    """Take the best step until none helps."""
    started = time.perf_counter()
    plan = Plan(p)
    options = [o for s in p.sessions for o in s.options]
    queue = [(-plan.step(o)[0], k) for k, o in enumerate(options)]
    heapq.heapify(queue)
    while queue and time.perf_counter() - started < seconds:
        _, k = heapq.heappop(queue)
        gain, after = plan.step(options[k])
        if queue and gain < -queue[0][0]:
            # It gains less than it did: the next one is asked before it, if it still gains.
            if gain > 0:
                heapq.heappush(queue, (-gain, k))
            continue
        if gain <= 0:
            continue
        plan.sets = after
        plan.value = plan.worth(after)
        heapq.heappush(queue, (-plan.step(options[k])[0], k))
    workout = plan.workout(plan.sets)
    broken = part.judged(workout, p)[1]
    return Found(False, None if broken else workout, None)
