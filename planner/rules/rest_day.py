"""Large muscles get a day between the days that train them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from catalog import Exercise
from planner.problem import Problem
from planner.rules.base import Build, Finding
from planner.workout import Workout

BACK = "lower_back"
"""What risk lifts (deadlifts, back squats) tire, whatever else they train."""


def groups(p: Problem) -> list[str]:
    """Return the large groups, and the lower back."""
    return [*(g.id for g in p.catalog.groups if g.row == "large"), BACK]


def tires(p: Problem, exercise: Exercise, group: str) -> bool:
    """Whether an exercise is what a group needs a day's rest from."""
    return exercise.risk_lift if group == BACK else p.trains(exercise, group) == 1.0


def neighbours(p: Problem) -> list[tuple[int, int]]:
    """Return the days that follow each other."""
    return [(a, b) for a, b in pairwise(p.days) if b - a == 1]


class RestDay:
    """No large group is trained directly, and no risk lift done, on two days running."""

    id = "rest_day"

    def build(self, m: Build) -> None:
        """A flag for each group and day that trains it directly, and two running cost."""
        p = m.problem
        pairs = neighbours(p)
        for group in groups(p) if pairs else ():
            on = {}
            for day in sorted({d for pair in pairs for d in pair}):
                taken = [m.x(o) for s in p.on(day) for o in s.options
                         if tires(p, o.exercise, group)]
                if taken:
                    on[day] = m.flag(f"{group} on {day}")
                    for x in taken:
                        m.always(x <= on[day])
            for a, b in pairs:
                if a in on and b in on:
                    m.keep(group, m.total([(1, on[a]), (1, on[b])]), 1)

    def check(self, w: Workout, p: Problem) -> Iterator[Finding]:
        """Look at the days again."""
        pairs = neighbours(p)
        if not pairs:
            yield Finding("week", "no two days running", status="not_applicable")
            return
        for group in groups(p):
            days = {v.day for v, i in w.work() if tires(p, i.exercise, group)}
            twice = sum(a in days and b in days for a, b in pairs)
            if days:
                says = f"trained directly on {twice} pairs of days running" if twice else (
                    "never trained directly on two days running")
                yield Finding(group, says, over=twice, asked=0, reached=twice)
