"""Legs, pushes, pulls and the lower back get a day between the days that train them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from planner.catalog import Exercise
from planner.catalog.body import so_many
from planner.problem.problem import Problem
from planner.problem.sides import SIDES
from planner.rules.protocol import Build, Finding
from planner.workout.workout import Workout

BACK, WHOLE_BACK = "lower_back", 3
"""What deadlifts, back squats and rows bent over tire, whatever else they train; their strain."""

PARTS = (*SIDES, BACK)


def tires(p: Problem, exercise: Exercise, part: str) -> bool:
    """Whether an exercise is what a part of the body needs a day's rest from."""
    if part == BACK:
        return exercise.strain.lumbar >= WHOLE_BACK
    return any(p.trains(exercise, g) == 1.0 for g in SIDES[part])


def neighbours(p: Problem) -> list[tuple[int, int]]:
    """Return the days that follow each other."""
    return [(a, b) for a, b in pairwise(p.days) if b - a == 1]


class RestDay:
    """No part of the body is trained directly on two days running."""

    id = "rest_day"

    def build(self, m: Build) -> None:
        """A flag for each part and day that trains it, and two running cost."""
        p = m.problem
        pairs = neighbours(p)
        for part in PARTS if pairs else ():
            on = {}
            for day in sorted({d for pair in pairs for d in pair}):
                taken = [m.x(o) for s in p.on(day) for o in s.options
                         if tires(p, o.exercise, part)]
                if taken:
                    on[day] = m.flag(f"{part} on {day}")
                    for x in taken:
                        m.always(x <= on[day])
            for a, b in pairs:
                if a in on and b in on:
                    m.keep(part, m.total([(1, on[a]), (1, on[b])]), 1)

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Look at the days again."""
        pairs = neighbours(p)
        if not pairs:
            yield Finding("week", "no two days running", status="not_applicable")
            return
        for part in PARTS:
            days = {v.day for v, i in w.work() if tires(p, i.exercise, part)}
            twice = sum(a in days and b in days for a, b in pairs)
            if days:
                says = f"trained on {so_many(twice, 'pair')} of days running" if twice else (
                    "never trained on two days running")
                yield Finding(part, says, over=twice, asked=0, reached=twice)
