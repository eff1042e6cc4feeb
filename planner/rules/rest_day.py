"""Large muscles get a day between the days that train them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from planner.problem import Problem
from planner.rules.base import Build, Finding
from planner.workout import Workout


def groups(p: Problem) -> list[str]:
    """Return the large groups."""
    return [g.id for g in p.catalog.groups if g.row == "large"]


def neighbours(p: Problem) -> list[tuple[int, int]]:
    """Return the days that follow each other."""
    return [(a, b) for a, b in pairwise(p.days) if b - a == 1]


class RestDay:
    """No large group is trained directly on two days running, where the days allow it."""

    id = "rest_day"

    def build(self, m: Build) -> None:
        """A flag for each group and day that trains it directly, and two running cost."""
        p = m.problem
        pairs = neighbours(p)
        for group in groups(p) if pairs else ():
            on = {}
            for day in sorted({d for pair in pairs for d in pair}):
                taken = [m.x(o) for s in p.on(day) for o in s.options
                         if p.trains(o.exercise, group) == 1.0]
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
            days = {v.day for v, i in w.work() if p.trains(i.exercise, group) == 1.0}
            twice = sum(a in days and b in days for a, b in pairs)
            if days:
                says = f"trained directly on {twice} pairs of days running" if twice else (
                    "never trained directly on two days running")
                yield Finding(group, says, over=twice, asked=0, reached=twice)
