"""Fractional sets of every muscle and group over a plan, beside the goal they are measured by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from planner.catalog import Catalog
from planner.catalog.schema import Muscle
from planner.judge.audit_rows import CoverageRow
from planner.plans.schema import Plan
from planner.workout.dose import QUARTERS, quarters

Reached = Literal["none", "below", "short", "reached", "above"]
COUNTS_FROM = 0.5
"""The least involvement that counts."""


class Range(Protocol):
    """The sets that are wanted, at least, best and at most."""

    @property
    def min(self) -> float: """At least."""

    @property
    def target(self) -> float: """Best."""

    @property
    def max(self) -> float: """At most."""


@dataclass(frozen=True)
class MuscleSets:
    """What a plan does for one muscle.

    Attributes
    ----------
    sets
        Fractional sets: sets x involvement x credit of the work entries.
    goal
        The muscle's own goal, else that of its group; None where neither has
        one.
    """

    muscle: Muscle
    sets: float
    goal: CoverageRow | None

    @property
    def level(self) -> Reached:
        """Where the sets stand to the goal."""
        return level(self.sets, self.goal)


@dataclass(frozen=True)
class GroupSets:
    """What a plan does for a group of muscles, which counts each set once."""

    name: str
    sets: float
    goal: CoverageRow | None

    @property
    def level(self) -> Reached:
        """Where the sets stand to the goal."""
        return level(self.sets, self.goal)


def level(sets: float, goal: Range | None) -> Reached:
    """Return ``below`` the minimum, ``short`` of the target, ``reached`` or ``above`` the maximum.

    ``none`` is without a goal.
    """
    if goal is None:
        return "none"
    if sets < goal.min:
        return "below"
    if sets < goal.target:
        return "short"
    return "reached" if sets <= goal.max else "above"


def muscle_sets(plan: Plan, catalog: Catalog) -> tuple[MuscleSets, ...]:
    """Return every muscle of the catalogue, in its order.

    Unlike a group, which counts a set once, each muscle has its own
    involvement. Exercises that the catalogue does not have count for nothing.
    """
    goals = {row.muscle: row for row in plan.coverage}
    got = dict.fromkeys((m.id for m in catalog.muscles), 0)
    for session in plan.sessions:
        for entry in session.entries:
            exercise = catalog.exercise_by_id.get(entry.exercise)
            if entry.phase != "work" or exercise is None:
                continue
            for muscle, involvement in exercise.muscles.items():
                if involvement >= COUNTS_FROM:
                    got[muscle] += entry.sets * round(QUARTERS * involvement * entry.credit)
    return tuple(
        MuscleSets(m, got[m.id] / QUARTERS, _goal(m, goals, catalog))
        for m in catalog.muscles)


def group_sets(plan: Plan, catalog: Catalog) -> tuple[GroupSets, ...]:
    """Return every group that has a goal or gets any sets, in the catalogue's order."""
    goals = {row.muscle: row for row in plan.coverage}
    got = dict.fromkeys((g.id for g in catalog.groups), 0)
    for session in plan.sessions:
        for entry in session.entries:
            exercise = catalog.exercise_by_id.get(entry.exercise)
            if entry.phase == "work" and exercise is not None:
                for group in got:
                    got[group] += entry.sets * quarters(catalog, exercise, group, entry.credit)
    return tuple(GroupSets(g.name, got[g.id] / QUARTERS, goals.get(g.id))
                 for g in catalog.groups if got[g.id] or g.id in goals)


def _goal(muscle: Muscle, goals: dict[str, CoverageRow], catalog: Catalog) -> CoverageRow | None:
    """Return the goal of a muscle; an id that is a group's as well means the group."""
    own = None if muscle.id in catalog.group_by_id else goals.get(muscle.id)
    return own or goals.get(muscle.group)
