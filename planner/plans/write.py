"""From a workout as plain values to the entries that a plan or an audit shows."""

from __future__ import annotations

from planner.catalog import Exercise
from planner.catalog.words import PACES
from planner.loads.rounding import usual_kg
from planner.plans.advice import next_time, why
from planner.plans.schema import Entry, PaceSeconds, PlanSession, RampDose, RowDose
from planner.problem.problem import Problem, SessionProblem
from planner.workout.dose import credit, half_up, percent_1rm, ramp_sets
from planner.workout.rows import Row, hardest, row_percent
from planner.workout.session_seconds import block_seconds, session_seconds, timed
from planner.workout.workout import Workout, WorkoutEntry, WorkoutSession, blocks


def session_pages(w: Workout, p: Problem, words: bool = True) -> tuple[PlanSession, ...]:
    """Return every session as it is shown.

    Parameters
    ----------
    words
        Whether to say why each entry is there and what to do next time.
    """
    return tuple(session_page(v, s, p, words) for v, s in zip(w.sessions, p.sessions, strict=True))


def session_page(done: WorkoutSession, session: SessionProblem, p: Problem,
                 words: bool = True) -> PlanSession:
    """Return one session as it is shown."""
    paced = {pace: timed(done.entries, p.timing.at(pace)) for pace in PACES}
    entries: list[Entry] = []
    start = 0
    for block in blocks(paced["typical"]):
        length = block_seconds(block, p.timing)
        for i, item in enumerate(block):
            partner = block[1 - i] if len(block) == 2 else None
            first = not any(e.phase == "work" for e in entries)
            entry = _entry(item, p, start, length if i == 0 else 0)
            if words:
                entry = entry.model_copy(update={
                    "why": why(item, p, session, first, partner, paced["typical"]),
                    "next_time": next_time(item, p, session)})
            entries.append(entry)
        start += length
    return PlanSession(
        id=session.id, day=p.request.sessions[session.index].day,
        budget_s=None if "minutes" in p.unknown else session.budget_s,
        seconds=PaceSeconds(**{k: session_seconds(v, p.timing) for k, v in paced.items()}),
        entries=tuple(entries), advice=_advice(p),
    )


def _entry(entry: WorkoutEntry, p: Problem, start: int, length: int) -> Entry:
    rows = tuple(_row(row, entry.exercise, p) for row in entry.rows)
    percent = percent_1rm(p.catalog, entry.exercise, entry.dose) if entry.work else None
    load = _load_kg(entry.exercise, percent, p)
    if rows:
        hard = rows[entry.rows.index(hardest(entry.rows))]
        percent = None if hard.percent_1rm is None else half_up(hard.percent_1rm)
        load = hard.load_kg
    first = percent if not rows else row_percent(entry.rows[0], entry.exercise, p.catalog)
    ramp = ramp_sets(p.catalog, entry.exercise, first) if entry.work else ()
    worth = credit(p.catalog, entry.exercise, p.request.goal, p.request.level)
    return Entry(
        exercise=entry.exercise.id,
        equipment=entry.equipment if entry.equipment is not None else (), phase=entry.phase,
        sets=entry.sets, **entry.dose.said(), percent_1rm=percent,
        credit=worth if entry.work else 0.0, superset=entry.superset, load_kg=load,
        ramp=tuple(RampDose(reps=r.reps, percent=r.percent,
                            load_kg=None if load is None else usual_kg(
                                load * r.percent / 100, p.catalog))
                   for r in ramp), rows=rows,
        lead_in_s=entry.clock.lead_in_s, ramp_s=entry.clock.ramp_s, work_s=entry.clock.work_s,
        rest_s=entry.clock.rest_s, start_s=start, seconds=length,
    )


def _row(row: Row, exercise: Exercise, p: Problem) -> RowDose:
    """Return a row with the load that a known maximum makes of its share."""
    percent = row.percent_1rm
    if percent is None:
        percent = row_percent(row, exercise, p.catalog)
    load = _load_kg(exercise, percent, p) if row.load_kg is None else row.load_kg
    return RowDose(sets=row.sets, **row.dose.said(), percent_1rm=percent, load_kg=load,
                   rest_s=row.rest_s, tempo=row.tempo)


def _load_kg(exercise: Exercise, percent: float | None, p: Problem) -> float | None:
    known = p.request.maxes_kg.get(exercise.id)
    return None if known is None or percent is None else usual_kg(
        known * percent / 100, p.catalog)


def _advice(p: Problem) -> tuple[str, ...]:
    lines: list[str] = []
    for name in p.request.complaints:
        complaint = p.catalog.complaint_by_id[name]
        lines.append(f"{complaint.name}: {complaint.advice}")
        lines.append(f"Stop and see a clinician: {complaint.stop_signs}")
    if lines:
        lines.append("This is a filter for exercises, not medical advice.")
    return tuple(lines)
