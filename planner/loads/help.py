"""Machines that take weight off: progress is less of it."""

from __future__ import annotations

from planner.catalog import Catalog, Exercise
from planner.loads.done import Session
from planner.loads.load import Load, in_grams
from planner.loads.loadable import Loadable
from planner.loads.prescription import Asked, NextLoad
from planner.loads.steps import step_kg


def next_help(exercise: Exercise, asked: Asked, loads: Loadable, catalog: Catalog,
              done: tuple[Session, ...]) -> NextLoad:
    """Return how much weight a machine takes off next time."""
    if not done:
        return NextLoad(None, asked.reps, "unknown", "Nothing is known yet: find the help that "
                        f"leaves {asked.reps} reps{asked.reserve}.")
    last = done[0]
    kg = abs(last.kg or 0.0)  # apps write what is taken off with a minus, or without
    now = loads.up(in_grams(kg)) or loads.down(in_grams(kg))
    if last.short(asked):
        times = catalog.loads.missed_sessions
        if len(done) >= times and all(s.short(asked) for s in done[:times]):
            return NextLoad(loads.up(in_grams(kg), strictly=True) or now, asked.reps, "down",
                            f"Below {asked.reps} reps {times} times in a row: more help.")
        return NextLoad(now, asked.reps, "same",
                        f"A set was below {asked.reps} reps: the same help again.")
    if not last.reached(asked) or last.spent(asked) is not None:
        return NextLoad(now, min(asked.top, min(last.reps) + 1), "reps",
                        f"{asked.at_top} come first: add a rep.")
    less = _less(kg, loads, step_kg(exercise, catalog))
    if less is None:
        return NextLoad(None, asked.reps, "harder",
                        f"{asked.at_top} are done with the least help there is: try without.")
    return NextLoad(less, asked.reps, "up",
                    f"{asked.at_top} are done: less help, and again from {asked.reps}.")


def _less(kg: float, loads: Loadable, step: float) -> Load | None:
    """Return the help that is nearest to a step less, the larger of two; None at the end."""
    aim = in_grams(max(0.0, kg - step))
    below, above = loads.down(in_grams(kg), strictly=True), loads.up(aim)
    if below is None or below.grams <= aim or above is None:
        return below
    other = loads.down(aim)
    return above if other is None or above.grams - aim <= aim - other.grams else other
