"""The conflicts of an exercise that must appear with the rules that keep it out."""

from __future__ import annotations

from collections.abc import Iterator

from planner.problem.problem import Problem
from planner.solve.explain.sentences import BLAMED_LAST, Guard
from planner.solve.model.pins import kept_out


def of_pins(problem: Problem) -> Iterator[list[Guard]]:
    """Yield these conflicts. Nothing is solved.

    One rule is named for each session, if possible one about what a person wrote: with any of
    them left out its session could hold the exercise, unless a second rule speaks against it.
    """
    for exercise, held in kept_out(problem):
        blamed = {(max(barred, key=_blame), where) for where, barred in held.items()}
        yield sorted({("include", exercise), *blamed})


def _blame(rule: str) -> tuple[bool, str]:
    return rule in BLAMED_LAST, rule
