"""The words beside an entry: why it is there, and what to do next time."""

from __future__ import annotations

from planner.dose import QUARTERS, Dose, credit
from planner.plan import Parts
from planner.problem import Problem, SessionProblem
from planner.rules.main_lift import asked_class
from planner.workout import Item

LOWER = ("legs",)
BODYWEIGHT_TOP = 15


def why(item: Item, p: Problem, session: SessionProblem, first: bool,
        partner: Item | None) -> str:
    """Return one sentence: what the entry gives, and what its place is for."""
    if not item.work:
        return {"raise": "Raises heart rate and warmth before the work.",
                "mobilise": "Takes the joints through their range before the work.",
                "activate": "Wakes up the muscles that follow.",
                "cool_down": "Winds down."}[item.phase]
    parts = [_gives(item, p)]
    if item.exercise.risk_lift:
        parts.append("done first, while the back is fresh")
    elif first and asked_class(p, session) == item.exercise.rest_class:
        parts.append("the main lift, so it begins the work")
    elif p.pinned(session, item.exercise.id):
        parts.append("asked for by name")
    if partner is not None:
        parts.append(f"in a superset with {partner.exercise.in_words}, which saves rest")
    sentence = "; ".join(part for part in parts if part)
    return sentence[:1].upper() + sentence[1:] + "."


def _gives(item: Item, p: Problem) -> str:
    gives = p.given(item.exercise)
    given = [(-item.sets * gives[g.id], g.id, g.target) for g in p.goals if g.id in gives]
    if not given:
        worth = credit(p.catalog, item.exercise, p.request.goal, p.request.level)
        return "asked for by name" if worth else "practice at a weight too light to count"
    shown = [f"{-got / QUARTERS:g} of the {target / QUARTERS:g} sets for "
             f"{goal.replace('_', ' ')}" for got, goal, target in sorted(given)[:2]]
    return "gives " + " and ".join(shown)


def next_time(item: Item, p: Problem, session: SessionProblem) -> str:
    """Return one sentence of double progression (science 3)."""
    if not item.work:
        return ""
    exercise, dose = item.exercise, item.dose
    scheme = p.catalog.scheme_by_key[p.request.goal, exercise.rest_class or "core"]
    harder = _harder(item, p, session)
    if dose.hold_s is not None:
        top = max(scheme.hold_top_s, dose.hold_s)
        if exercise.measure == "distance":
            return "When every carry is steady, take the next heavier weight."
        limit = p.limits.hold_s_max
        if limit is not None and dose.hold_s >= limit:
            return f"Stay at {limit} s and make the position stricter."
        return f"Add 5 s a set up to {top} s, then {harder or 'add load'}."
    if isinstance(dose.reps, Parts):
        return "When all parts of every set are clean, add 2.5 kg."
    top = _top(dose, scheme.reps, scheme.reps_top)
    if exercise.load in ("bodyweight", "band", "none"):
        then = harder or ("take a stronger band" if exercise.load == "band" else "slow it down")
        return f"Add a rep a set up to {max(top, BODYWEIGHT_TOP)}, then {then}."
    step = p.catalog.step_by_id.get(exercise.load)
    kilos = _step(item, p) if step else 0.0
    reserve = f" with {dose.rir:g} in reserve" if dose.rir else ""
    sets = "both" if item.sets == 2 else f"all {item.sets}"
    return (f"When {sets} sets reach {top} reps{reserve}, add {kilos:g} kg "
            f"and start again at {dose.top_reps()}.")


def _top(dose: Dose, scheme_reps: int, scheme_top: int) -> int:
    return dose.top_reps() + max(1, scheme_top - scheme_reps)


def _harder(item: Item, p: Problem, session: SessionProblem) -> str:
    for name in item.exercise.harder:
        if name in session.at_hand:
            return f"go on to {p.catalog.exercise_by_id[name].in_words}"
    return ""


def _step(item: Item, p: Problem) -> float:
    step = p.catalog.step_by_id[item.exercise.load]
    lower = {m for r in LOWER for g in p.catalog.region_by_id[r].groups
             for m in p.catalog.members(g)} | set(p.catalog.members("lower_back"))
    direct = {m for m, share in item.exercise.muscles.items() if share == 1.0}
    return step.lower_kg if direct & lower else step.upper_kg
