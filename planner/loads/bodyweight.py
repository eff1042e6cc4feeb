"""What is done without a load: repetitions first, then weight on a belt, a stronger band."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from planner.catalog import Catalog, Exercise
from planner.loads.done import SetDone, sessions_of
from planner.loads.kit import loadable
from planner.loads.loadable import Loadable
from planner.loads.next_load import next_load, step_up
from planner.loads.prescription import Asked, NextLoad
from planner.loads.steps import step_kg
from planner.request.place import Weights

Added = tuple[Exercise, Loadable]
"""An exercise with weight added, and the loads of it."""


def added(exercise: Exercise, at_hand: frozenset[str], weights: Weights | None,
          catalog: Catalog) -> Added | None:
    """Return the same lift with plates on a belt, where a place has what it needs.

    Parameters
    ----------
    at_hand
        Ids of the equipment there.
    """
    for name in exercise.harder:
        other = catalog.exercise_by_id.get(name)
        if other is None or other.load != "plate" or other.pattern != exercise.pattern:
            continue
        kit = next((k for k in other.equipment if at_hand.issuperset(k)), None)
        loads = None if kit is None else loadable(other, kit, weights, catalog)
        if loads is not None:
            return other, loads
    return None


def next_reps(exercise: Exercise, asked: Asked, catalog: Catalog,
              sessions: Sequence[Sequence[SetDone]] = (), more: Added | None = None) -> NextLoad:
    """Return what comes next of an exercise without a load.

    Parameters
    ----------
    sessions
        The sets of the last sessions, the latest first.
    more
        What it becomes with weight added.
    """
    done = sessions_of(sessions)
    if not done:
        return NextLoad(None, asked.reps, "unknown", f"Begin with {asked.reps} "
                        f"reps{asked.reserve}.")
    last = done[0]
    if more is not None and last.kg and last.kg > 0:
        return next_load(more[0], asked, more[1], catalog, sessions)
    if not last.reached(asked) or last.spent(asked) is not None:
        return NextLoad(None, max(asked.reps, min(asked.top, min(last.reps) + 1)), "reps",
                        f"{asked.at_top} come first: add a rep.")
    if more is not None:
        other, loads = more
        first = step_up(0.0, loads, step_kg(other, catalog)) or loads.up(Decimal(0))
        if first is not None:
            return NextLoad(first, asked.reps, "harder", f"{asked.at_top} are done: add {first}, "
                            f"and again from {asked.reps}.", exercise=other.id)
    then = "take the next stronger band" if exercise.load == "band" else (
        "take a harder variation, or slow it down")
    return NextLoad(None, asked.reps, "harder", f"{asked.at_top} are done: {then}.")
