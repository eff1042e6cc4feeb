"""A plan with the loads of an athlete and a place: each can be loaded, and says why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planner.catalog import Catalog, Exercise
from planner.loads.bodyweight import added, next_reps
from planner.loads.done import SetDone
from planner.loads.kit import loadable
from planner.loads.load import Load
from planner.loads.loadable import Loadable, Steps
from planner.loads.next_load import next_load, same
from planner.loads.prescription import Asked, NextLoad
from planner.loads.rounding import nearest
from planner.loads.steps import step_kg
from planner.plans.progression import top_reps
from planner.plans.schema import Entry, Plan, PlanSession, RampDose, RowDose
from planner.problem.equipment import expand_equipment
from planner.request.arguments import catalog_of
from planner.request.place import Weights
from planner.workout.dose import Dose
from planner.workout.reps import Parts

LastSets = Mapping[str, Sequence[Sequence[SetDone]]]
"""The sets of the last sessions by exercise, the latest session first."""


@dataclass(frozen=True)
class EntryLoads:
    """What an entry is loaded with.

    Attributes
    ----------
    at
        The entry's place in its session.
    rows, ramp
        The loads of its rows and of its ramp sets, None where there is none.
    """

    session: str
    at: int
    exercise: str
    next: NextLoad
    rows: tuple[Load | None, ...] = ()
    ramp: tuple[Load | None, ...] = ()


def loaded(plan: Plan, weights: Weights | Mapping[str, Weights | None] | None = None,
           maxima_kg: Mapping[str, float] | None = None, last: LastSets | None = None,
           catalog: Catalog | None = None) -> Plan:
    """Return a plan with the loads that `plan_loads` finds.

    What is not known has no load; what takes weight off has none either.
    """
    found = {(one.session, one.at): one
             for one in plan_loads(plan, weights, maxima_kg, last, catalog)}
    return plan.model_copy(update={"sessions": tuple(
        session.model_copy(update={"entries": tuple(
            _with(entry, found.get((session.id, at)))
            for at, entry in enumerate(session.entries))})
        for session in plan.sessions)})


def plan_loads(plan: Plan, weights: Weights | Mapping[str, Weights | None] | None = None,
               maxima_kg: Mapping[str, float] | None = None, last: LastSets | None = None,
               catalog: Catalog | None = None) -> tuple[EntryLoads, ...]:
    """Return what each work entry is loaded with next, and why.

    Parameters
    ----------
    weights
        Of the place, or by session; where nothing is said, loads are rounded as usual.
    maxima_kg
        Estimated one-repetition maxima by exercise; those of the request stand in for others.
    last
        The last sets by exercise, which tell more than a maximum.
    """
    known = catalog_of(catalog)
    maxima = {**plan.request.maxes_kg, **(maxima_kg or {})}
    hand = {s.id: s.equipment if s.equipment is not None else plan.request.equipment
            for s in plan.request.sessions}
    found: list[EntryLoads] = []
    for session in plan.sessions:
        here = weights.get(session.id) if isinstance(weights, Mapping) else weights
        kit = expand_equipment(hand.get(session.id, plan.request.equipment), known)
        found += (
            _entry(plan, session, at, exercise, here, kit, known, maxima.get(exercise.id),
                   (last or {}).get(exercise.id, ()))
            for at, entry in enumerate(session.entries) if entry.phase == "work"
            and (exercise := known.exercise_by_id.get(entry.exercise)) is not None)
    return tuple(found)


def asked_of(entry: Entry, exercise: Exercise, plan: Plan, catalog: Catalog) -> Asked | None:
    """Return what an entry asks for; None of holds and of sets without a number."""
    if entry.reps is None or entry.hold_s is not None:
        return None
    dose = Dose.of(entry)
    low = (entry.reps[0] if isinstance(entry.reps, tuple) else
           sum(entry.reps.parts) if isinstance(entry.reps, Parts) else entry.reps)
    top = (dose.top_reps() if isinstance(entry.reps, tuple | Parts) else
           top_reps(exercise, dose, plan.request.goal, catalog))
    return Asked(entry.sets, low, max(low, top), 0 if entry.to_failure else entry.rir or 0,
                 entry.percent_1rm, len(entry.rows) > 1)


def _entry(plan: Plan, session: PlanSession, at: int, exercise: Exercise, weights: Weights | None,
           kit: frozenset[str], catalog: Catalog, maximum: float | None,
           last: Sequence[Sequence[SetDone]]) -> EntryLoads:
    entry = session.entries[at]
    asked = asked_of(entry, exercise, plan, catalog)
    loads = loadable(exercise, entry.equipment or exercise.equipment[0], weights, catalog)
    if loads is None or asked is None:
        more = added(exercise, kit, weights, catalog)
        done = (_held(entry, exercise, loads, catalog) if asked is None
                else next_reps(exercise, asked, catalog, last, more))
        return EntryLoads(session.id, at, exercise.id, done)
    if not last and maximum is None and entry.load_kg is not None:
        done = _held(entry, exercise, loads, catalog)
    else:
        done = next_load(exercise, asked, loads, catalog, last, maximum)
    if loads.how == "help":
        return EntryLoads(session.id, at, exercise.id, done)
    step = step_kg(exercise, catalog)
    base = maximum if done.change == "first" else None
    return EntryLoads(
        session.id, at, exercise.id, done,
        tuple(_row(row, entry, done.load, loads, step, base) for row in entry.rows),
        tuple(_ramp(ramp, done.load, loads) for ramp in entry.ramp))


def _held(entry: Entry, exercise: Exercise, loads: Loadable | None, catalog: Catalog) -> NextLoad:
    """Return the load that stands in a plan, as it can be loaded."""
    if entry.load_kg is None or loads is None:
        return NextLoad(None, 0, "unknown", "")
    found = same(entry.load_kg, loads, step_kg(exercise, catalog))
    why = f"As written; {found.says}." if found.says else "As written."
    return NextLoad(found.load, Dose.of(entry).top_reps(), "same", why)


def _row(row: RowDose, entry: Entry, load: Load | None, loads: Loadable, step: float,
         maximum: float | None) -> Load | None:
    """Return a row's load: its share of the maximum, or of the heaviest row's load."""
    if row.percent_1rm is None or not entry.percent_1rm:
        return None if row.load_kg is None else same(row.load_kg, loads, step).load
    if load is None:
        return None
    if row.percent_1rm == entry.percent_1rm:
        return load
    whole = load.kg * 100 / entry.percent_1rm if maximum is None else maximum
    return nearest(whole * row.percent_1rm / 100, loads, step).load


def _ramp(ramp: RampDose, load: Load | None, loads: Loadable) -> Load | None:
    """Return a ramp set's load, no heavier than what it leads to; the lightest where it has to."""
    if load is None:
        return None
    share = load.grams * ramp.percent / 100
    if isinstance(loads, Steps):
        return nearest(float(share) / 1000, loads, 0).load
    below, above = loads.down(share), loads.up(share)
    if below is None or (above is not None and above.grams - share < share - below.grams):
        below = above
    return below if below is not None and below.grams < load.grams else None


def _with(entry: Entry, found: EntryLoads | None) -> Entry:
    if found is None:
        return entry
    other = found.next.exercise is not None or (found.next.load and found.next.load.how == "help")
    load = None if other else found.next.load
    kg = [None if one is None else one.kg for one in found.rows]
    ramp = [None if one is None else one.kg for one in found.ramp]
    return entry.model_copy(update={
        "load_kg": None if load is None else load.kg,
        "rows": tuple(row.model_copy(update={"load_kg": x})
                      for row, x in zip(entry.rows, kg, strict=True)) if kg else entry.rows,
        "ramp": tuple(one.model_copy(update={"load_kg": x})
                      for one, x in zip(entry.ramp, ramp, strict=True)) if ramp else entry.ramp})
