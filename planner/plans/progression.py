"""Double progression: what is added next time, and when."""

from __future__ import annotations

from planner.catalog import Catalog, Exercise
from planner.catalog.words import Goal
from planner.loads.kit import unloaded
from planner.loads.steps import step_kg
from planner.plans.schema import Entry
from planner.problem.dosing import medical_limits
from planner.request.request import Request
from planner.request.units import KG, Units
from planner.workout.dose import Dose
from planner.workout.reps import Parts

BODYWEIGHT_TOP = 15
HOLD_STEP_S = 5
PARTS_STEP_KG = 2.5


def top_reps(exercise: Exercise, dose: Dose, goal: Goal, catalog: Catalog) -> int:
    """Return the repetitions at which something is added."""
    scheme = catalog.scheme_by_key[goal, exercise.rest_class or "core"]
    top = dose.top_reps() + max(1, scheme.reps_top - scheme.reps)
    return max(top, BODYWEIGHT_TOP) if unloaded(exercise) else top


def top_hold_s(exercise: Exercise, dose: Dose, goal: Goal, catalog: Catalog,
               limit: int | None = None) -> int:
    """Return the seconds at which a hold becomes a harder one.

    Parameters
    ----------
    limit
        The longest hold that a complaint allows, in seconds.
    """
    scheme = catalog.scheme_by_key[goal, exercise.rest_class or "core"]
    top = scheme.hold_top_s if limit is None else min(limit, scheme.hold_top_s)
    return max(top, dose.hold_s or 0)


def next_step(entry: Entry, request: Request, catalog: Catalog, units: Units = KG) -> str:
    """Return the next step in a few words: ``+2.5 kg at 4 x 10``, ``+1 rep to 15``.

    Nothing for what is no work, or is not in the catalogue.
    """
    exercise = catalog.exercise_by_id.get(entry.exercise)
    if entry.phase != "work" or exercise is None:
        return ""
    dose = Dose.of(entry)
    if entry.hold_s is not None:
        return _longer(exercise, dose, request, catalog)
    if entry.reps is None:
        return ""
    if isinstance(entry.reps, Parts):
        return f"+{_more(PARTS_STEP_KG, exercise, units)} when clean"
    top = top_reps(exercise, dose, request.goal, catalog)
    if unloaded(exercise):
        return f"+1 rep to {top}" if top > dose.top_reps() else f"harder at {top}"
    kilos = step_kg(exercise, catalog)
    more = f"+{_more(kilos, exercise, units)}" if kilos else "more"
    return f"{more} at {'a top set of' if len(entry.rows) > 1 else f'{entry.sets} x'} {top}"


def _more(kilos: float, exercise: Exercise, units: Units) -> str:
    """Return what is added, ``2.5 kg`` or ``5 lb``."""
    return str(units.added(kilos, exercise.load)) if units.pounds else f"{kilos:g} kg"


def _longer(exercise: Exercise, dose: Dose, request: Request, catalog: Catalog) -> str:
    if exercise.measure == "distance":
        return "heavier if steady"
    held = dose.hold_s or 0
    limit = medical_limits(request, catalog).hold_s_max
    if limit is not None and held >= limit:
        return "stricter"
    top = top_hold_s(exercise, dose, request.goal, catalog, limit)
    return f"+{HOLD_STEP_S} s to {top} s" if held < top else "harder"
