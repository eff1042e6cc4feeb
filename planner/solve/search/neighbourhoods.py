"""Large neighbourhoods: parts of a plan that are planned anew while the rest is fixed.

Large neighbourhood search (Shaw 1998; Pisinger and Ropke 2010) suits a week: its sessions share
only the goals, recovery and repeats. One or two sessions are a small problem, which is solved to
the end in a fraction of a second.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from planner.problem.dosing import lower_body
from planner.problem.option import Option
from planner.problem.problem import Problem

KINDS = ("legs", "push", "pull", "small")
"""Lifts of the legs, presses, pulls, and everything that moves one joint or holds the trunk."""


@dataclass(frozen=True)
class Neighbourhood:
    """A part of a plan that may change.

    Attributes
    ----------
    sessions
        Indices of sessions that may change as a whole.
    patterns
        Movement patterns whose exercises may change in all sessions.
    sets
        Whether the sets of all entries may change.
    """

    sessions: tuple[int, ...] = ()
    patterns: frozenset[str] = field(default_factory=frozenset)
    sets: bool = False

    def holds(self, option: Option) -> bool:
        """Whether an option may come or go."""
        return option.session in self.sessions or option.exercise.pattern in self.patterns


def neighbourhoods(problem: Problem) -> list[Neighbourhood]:
    """Return the neighbourhoods in turn.

    A week has single sessions, the sets of all entries, two kinds of movement in all sessions, and
    two sessions, those next to each other first.
    """
    count = len(problem.sessions)
    alone = [Neighbourhood((i,)) for i in range(count)]
    moves = [Neighbourhood(patterns=patterns) for patterns in _movements(problem)]
    if count == 1:
        return [*moves, *alone]
    near = [(i, (i + 1) % count) for i in range(count if count > 2 else 1)]
    pairs = [*near, *(p for p in combinations(range(count), 2) if p not in near
                      and p[::-1] not in near)]
    return [*alone, Neighbourhood(sets=True), *moves, *(Neighbourhood(p) for p in pairs)]


def _movements(problem: Problem) -> Iterator[frozenset[str]]:
    """Yield the patterns of any two kinds of movement."""
    kinds: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for session in problem.sessions:
        for option in session.options:
            kinds[_kind(problem, option)].add(option.exercise.pattern)
    for one, other in combinations(KINDS, 2):
        if kinds[one] and kinds[other]:
            yield frozenset(kinds[one] | kinds[other])


def _kind(problem: Problem, option: Option) -> str:
    e = option.exercise
    if not e.compound or e.core:
        return "small"
    if lower_body(e, problem.catalog):
        return "legs"
    return "pull" if "pull" in e.pattern else "push"
