"""The quarter sets that a finished workout gives to each goal, and the first tier."""

from __future__ import annotations

from planner.problem.problem import Problem
from planner.workout.workout import Workout


def tally(w: Workout, p: Problem) -> dict[str, int]:
    """Return the quarter sets reached, by goal id."""
    got = dict.fromkeys((g.id for g in p.goals), 0)
    for _, entry in w.work():
        for goal, quarters in p.given(entry.exercise).items():
            got[goal] += entry.sets * quarters
    return got


def coverage_loss(w: Workout, p: Problem) -> int:
    """Return the first tier: the weighted distance from the goals, in points."""
    got = tally(w, p)
    return sum(g.loss(got[g.id]) for g in p.goals)

