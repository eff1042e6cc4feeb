"""A text opened as if it were a plan: with a request that leaves it its time, and audited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planner.answers.trial.opened_plan import Opened
from planner.catalog import Catalog
from planner.catalog.words import PHASES
from planner.judge.audit import coverage_rows, ledger, worth
from planner.judge.prices import quality_parts
from planner.plans.make import catalog_report
from planner.plans.schema import Plan, SolverReport
from planner.plans.text import Stated, TextWorkout, lasting, text_workout
from planner.plans.write import session_pages
from planner.rules import Rule
from planner.workout.rows import Row, hardest, joined
from planner.workout.session_seconds import session_seconds
from planner.workout.workout import Workout, WorkoutEntry, WorkoutSession, with_entries

STEP_MIN = 5
"""Minutes of a session are given in steps of so many."""


def open_text(text: str, stated: Stated, minutes: int | None, catalog: Catalog,
              rules: Sequence[Rule],
              week: int | None = None) -> tuple[Opened, TextWorkout]:
    """Read a text and open it as a plan, and return how it was read as well.

    Without a whole request, each session has the minutes that it takes, a warm-up included.

    Parameters
    ----------
    minutes
        Minutes of every session; None leaves it to the request or the text.
    week
        Which week of a text with several.

    Raises
    ------
    InputError
        Nothing of it could be read, or the request is wrong.
    """
    found = text_workout(text, stated, catalog, rules, week=week)
    if minutes is not None or not found.stated:
        found = lasting(found, [minutes or _minutes(v, catalog) for v in found.workout.sessions],
                        rules)
    p = found.problem
    sessions, notes = [], list(found.notes)
    for done in found.workout.sessions:
        whole = _once_each(done, found)
        if whole is not done:
            notes.append(f"What stands twice on {done.id} is one entry, its sets together.")
        sessions.append(whole)
    workout = Workout(tuple(sessions))
    rows = ledger(workout, p, rules)
    value = worth(workout, p, rows)
    page = Plan(
        status="feasible", request=p.request, catalog=catalog_report(catalog),
        solver=SolverReport(build_s=0.0, first_plan_s=0.0, seconds=0.0, workers=1, seed=0,
                            stopped_by="user", tiers=()),
        sessions=session_pages(workout, p, words=False), coverage=coverage_rows(workout, p),
        quality_parts=quality_parts(workout, p, rows), ledger=rows)
    opened = Opened(page, catalog, tuple(rules), p, workout, rows, value, tuple(notes))
    return opened, found


def _minutes(done: WorkoutSession, catalog: Catalog) -> int:
    """Return the minutes that a session takes, with the usual warm-up where it has none."""
    took = session_seconds(done.entries, catalog)
    warm = any(PHASES.index(i.phase) < PHASES.index("work") for i in done.entries)
    total = took
    if not warm:
        rows = sorted(catalog.warm_up, key=lambda r: r.from_minutes)
        for row in rows:
            more = 60 * (row.raise_minutes + row.mobilise_minutes)
            if took + more >= 60 * row.from_minutes:
                total = took + more + 60
    return -(-total // (60 * STEP_MIN)) * STEP_MIN


def _once_each(done: WorkoutSession, found: TextWorkout) -> WorkoutSession:
    """Return a session in which each exercise of the work stands once, with all its sets."""
    ids = [i.exercise.id for i in done.work]
    if len(set(ids)) == len(ids):
        return done
    entries: list[WorkoutEntry] = []
    for entry in done.entries:
        at = next((k for k, i in enumerate(entries) if entry.work and i.work
                   and i.exercise.id == entry.exercise.id), None)
        if at is None:
            entries.append(entry)
        else:
            entries[at] = _together(entries[at], entry, found)
    return with_entries(done, tuple(entries))


def _together(first: WorkoutEntry, again: WorkoutEntry, found: TextWorkout) -> WorkoutEntry:
    rows = joined([row for e in (first, again) for row in (e.rows or (Row(e.sets, e.dose),))])
    dose = hardest(rows).dose if rows else first.dose
    clock = found.problem.timing.clock(first.exercise, dose, work=True, rows=rows)
    return replace(first, sets=first.sets + again.sets, dose=dose, clock=clock, rows=rows)
