"""The dose of a candidate: sets, repetitions or hold, and reserve."""

from __future__ import annotations

from dataclasses import dataclass

from planner.catalog import Catalog, Exercise
from planner.catalog.figures import Scheme
from planner.catalog.words import LEVELS, Goal
from planner.request.request import Include, Request
from planner.workout.dose import Dose, half_up
from planner.workout.reps import Parts

FEWEST_REPS = 3
"""Fewer repetitions in a set would be practice of a skill, so the reserve gives way first."""


@dataclass(frozen=True)
class MedicalLimits:
    """The strictest limits over all complaints of a request."""

    lumbar_points_max: int | None = None
    no_failure: bool = False
    rir_min: int = 0
    hold_s_max: int | None = None
    percent_1rm_max: float | None = None
    rest_s_min: int = 0


def medical_limits(request: Request, catalog: Catalog) -> MedicalLimits:
    """Return the strictest limits of the request's complaints."""
    rows = [catalog.complaint_by_id[c].limits for c in request.complaints]

    def least(values: list[float | None]) -> float | None:
        return min((v for v in values if v is not None), default=None)

    lumbar = least([r.lumbar_points_max for r in rows])
    hold = least([r.hold_s_max for r in rows])
    return MedicalLimits(
        lumbar_points_max=None if lumbar is None else int(lumbar),
        no_failure=any(r.failure == "never" for r in rows),
        rir_min=max((r.rir_min or 0 for r in rows), default=0),
        hold_s_max=None if hold is None else int(hold),
        percent_1rm_max=least([r.percent_1rm_max for r in rows]),
        rest_s_min=max((r.rest_s_min or 0 for r in rows), default=0),
    )


def day_of(exercise: Exercise, request: Request, catalog: Catalog, session: int) -> str | None:
    """Return the kind of day that a session is for an exercise: ``heavy`` or ``volume``.

    In the first half of a week the legs are trained heavy and the upper body in longer sets, in
    the second half the other way round. None for a single session.
    """
    if not request.week:
        return None
    late = 2 * session >= len(request.sessions)
    return "volume" if late == lower_body(exercise, catalog) else "heavy"


def lower_body(exercise: Exercise, catalog: Catalog) -> bool:
    """Whether an exercise trains a muscle of the legs directly."""
    legs = catalog.region_by_id["legs"].groups
    return any(v == 1.0 and catalog.muscle_by_id[m].group in legs
               for m, v in exercise.muscles.items())


def scheme_for(exercise: Exercise, request: Request, catalog: Catalog, session: int) -> Scheme:
    """Return the scheme of an exercise's class, adapted to the kind of day."""
    rest_class = exercise.rest_class or "core"
    scheme = catalog.scheme_by_key[request.goal, rest_class]
    profile = catalog.profile_by_key.get((
        request.goal, rest_class, day_of(exercise, request, catalog, session) or "",
        exercise.standing == "staple"))
    if profile is None:
        return scheme
    at = LEVELS.index(request.level)
    least = catalog.least_reps.get(exercise.id, 1)
    more = max(0, least - profile.reps[at])
    return scheme.model_copy(update={"reps": profile.reps[at] + more, "rir": profile.rir,
                                     "reps_top": profile.reps_top[at] + more})


def dose_for(exercise: Exercise, request: Request, catalog: Catalog, limits: MedicalLimits,
             pin: Include | None = None, session: int = 0) -> Dose:
    """Return the dose of one set: the scheme within the limits of level and complaints."""
    scheme = scheme_for(exercise, request, catalog, session)
    known = catalog.failure_by_id.get(exercise.id)
    most = getattr(known, request.level) if known is not None else None
    if exercise.measure != "reps":
        hold = scheme.hold_s
        if exercise.measure == "distance":
            hold = half_up(catalog.timing.carry_m * catalog.timing.carry_s_per_m)
        elif limits.hold_s_max is not None:
            hold = min(hold, limits.hold_s_max)
        return Dose(None, hold if most is None else min(hold, most), None)
    rir = max(scheme.rir, limits.rir_min)
    if pin is not None and pin.reps is not None:
        return Dose(pin.reps, None, rir)
    fixed = catalog.fixed_by_id.get(exercise.id)
    if fixed is not None:
        return Dose(Parts(parts=fixed.parts), None, rir)
    reps = scheme.reps
    if limits.percent_1rm_max is not None and exercise.load not in ("bodyweight", "band", "none"):
        allowed = (n for n in sorted(catalog.chart) if catalog.chart[n] <= limits.percent_1rm_max)
        reps = max(reps, next(allowed) - rir)
    if most is not None and reps + rir > most:
        reps = max(FEWEST_REPS, most - rir)
        rir = max(limits.rir_min, min(rir, most - reps)) if most > reps else limits.rir_min
    return Dose(reps, None, rir)


def set_range(exercise: Exercise, goal: Goal, catalog: Catalog,
              pin: Include | None = None, minutes: int | None = None) -> tuple[int, int]:
    """Return the fewest and the most sets of a work entry, in a session of some minutes."""
    if pin is not None and pin.sets is not None:
        return pin.sets, pin.sets
    fewest, most = catalog.scheme_by_key[goal, exercise.rest_class or "core"].sets
    short = catalog.short_session
    if minutes is not None and minutes <= short.up_to_minutes:
        fewest = min(fewest, short.sets)
    return fewest, most
