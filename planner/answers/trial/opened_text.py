"""A text opened as if it were a plan: with a request that leaves it its time, and audited."""

from __future__ import annotations

from collections.abc import Sequence

from planner.answers.trial.opened_plan import Opened
from planner.catalog import Catalog
from planner.catalog.words import PHASES
from planner.judge.audit import coverage_rows, ledger, worth
from planner.judge.prices import quality_parts
from planner.plans.make import catalog_report
from planner.plans.schema import Plan, SolverReport
from planner.plans.text import Stated, TextWorkout, lasting, text_workout
from planner.plans.write import session_pages
from planner.problem.problem import Problem
from planner.rules import Rule
from planner.workout.session_seconds import session_seconds
from planner.workout.workout import WorkoutSession

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
        takes = [minutes or _minutes(v, found.problem) for v in found.workout.sessions]
        found = lasting(found, takes, rules)
    p, workout = found.problem, found.workout
    rows = ledger(workout, p, rules)
    value = worth(workout, p, rows)
    page = Plan(
        status="feasible", request=p.request, catalog=catalog_report(catalog),
        solver=SolverReport(build_s=0.0, first_plan_s=0.0, seconds=0.0, workers=1, seed=0,
                            stopped_by="user", tiers=()),
        sessions=session_pages(workout, p, words=False), coverage=coverage_rows(workout, p),
        quality_parts=quality_parts(workout, p, rows), ledger=rows)
    opened = Opened(page, catalog, tuple(rules), p, workout, rows, value, found.notes)
    return opened, found


def _minutes(done: WorkoutSession, p: Problem) -> int:
    """Return the minutes that a session takes, with the usual warm-up where it has none."""
    took = session_seconds(done.entries, p.timing)
    warm = any(PHASES.index(i.phase) < PHASES.index("work") for i in done.entries)
    total = took
    if not warm:
        rows = sorted(p.catalog.warm_up, key=lambda r: r.from_minutes)
        for row in rows:
            more = 60 * (row.raise_minutes + row.mobilise_minutes)
            if took + more >= 60 * row.from_minutes:
                total = took + more + 60
    return -(-total // (60 * STEP_MIN)) * STEP_MIN
