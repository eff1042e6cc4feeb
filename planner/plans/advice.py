"""The words beside an entry: why it is there, and what to do next time."""

from __future__ import annotations

from planner.loads.kit import unloaded
from planner.loads.steps import step_kg
from planner.plans.progression import HOLD_STEP_S, PARTS_STEP_KG, top_hold_s, top_reps
from planner.plans.roles import asides, role
from planner.problem.problem import Problem, SessionProblem
from planner.workout.reps import Parts
from planner.workout.workout import WorkoutEntry

__all__ = ["next_time", "why"]

_OTHER_PHASES = {"raise": "Raises heart rate and warmth before the work.",
                 "mobilise": "Takes the joints through their range before the work.",
                 "activate": "Wakes up the muscles that follow.",
                 "cool_down": "Winds down."}


def why(entry: WorkoutEntry, p: Problem, session: SessionProblem, first: bool,
        partner: WorkoutEntry | None, done: tuple[WorkoutEntry, ...] = ()) -> str:
    """Return a sentence or two: what the entry is there for, and what else speaks for it.

    Parameters
    ----------
    first
        Whether it begins the work.
    partner
        The other one of its superset.
    done
        All entries of its session, as far as they are known: what they train
        already is part of the reason.
    """
    if not entry.work:
        return _OTHER_PHASES[entry.phase]
    said = [role(entry, p, session, first, partner, done)]
    at = {id(i): k for k, i in enumerate(done)}
    told = partner is not None and at.get(id(partner), 0) < at.get(id(entry), 0)
    said += asides(entry, p, session, None if told else partner)[:1]
    return " ".join(s[:1].upper() + s[1:] for s in said)


def next_time(entry: WorkoutEntry, p: Problem, session: SessionProblem) -> str:
    """Return one sentence of double progression."""
    if not entry.work:
        return ""
    exercise, dose, goal = entry.exercise, entry.dose, p.request.goal
    harder = _harder(entry, p, session)
    if dose.hold_s is not None:
        if exercise.measure == "distance":
            return "When every carry is steady, take the next heavier weight."
        limit = p.limits.hold_s_max
        if limit is not None and dose.hold_s >= limit:
            return f"Stay at {limit} s and make the position stricter."
        top = top_hold_s(exercise, dose, goal, p.catalog, limit)
        return f"Add {HOLD_STEP_S} s a set up to {top} s, then {harder or 'add load'}."
    if isinstance(dose.reps, Parts):
        return f"When all parts of every set are clean, add {PARTS_STEP_KG:g} kg."
    top = top_reps(exercise, dose, goal, p.catalog)
    if unloaded(exercise):
        then = harder or ("take a stronger band" if exercise.load == "band" else "slow it down")
        return f"Add a rep a set up to {top}, then {then}."
    reserve = f" with {dose.rir:g} in reserve" if dose.rir else ""
    sets = {1: "the set reaches", 2: "both sets reach"}.get(
        entry.sets, f"all {entry.sets} sets reach")
    if len(entry.rows) > 1:
        sets = "the top set reaches"
    return (f"When {sets} {top} reps{reserve}, add "
            f"{step_kg(exercise, p.catalog):g} kg and start again at {dose.top_reps()}.")


def _harder(entry: WorkoutEntry, p: Problem, session: SessionProblem) -> str:
    for name in entry.exercise.harder:
        if name in session.at_hand:
            return f"go on to {p.catalog.exercise_by_id[name].in_words}"
    return ""
