"""Auditing a workout that somebody wrote: a plan file, its JSON, or set notation."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

from pydantic import ValidationError

from planner.catalog import Catalog
from planner.catalog.body import so_many
from planner.judge.audit import broken_musts, coverage_rows, ledger, worth
from planner.judge.prices import quality_parts
from planner.plans.files import workout_in
from planner.plans.schema import Audit, Entry, Plan, PlanSession, ReadAs, Skipped
from planner.plans.text import Stated, text_workout
from planner.plans.write import session_pages
from planner.problem.build import build_problem
from planner.problem.problem import Problem
from planner.request.errors import InputError, nearest
from planner.request.request import as_request, normalise
from planner.rules import Rule
from planner.workout.dose import Dose
from planner.workout.notation.reading import Kind, Reading
from planner.workout.rows import Row, hardest
from planner.workout.workout import Workout, WorkoutEntry, WorkoutSession

MOST_SETS, MOST_REPS, MOST_HOLD_S = 100, 1000, 86_400
"""More than anybody does: a file that was edited by hand may hold any figure."""


def audited(workout: Plan | Mapping[str, Any] | str | bytes, stated: Stated, catalog: Catalog,
            rules: Sequence[Rule], strict: bool = False, week: int | None = None) -> Audit:
    """Return the audit of a workout in any of its forms."""
    if isinstance(workout, bytes):
        workout = workout_in(workout)
    if isinstance(workout, str) and not _bare(workout).startswith("{"):
        found = text_workout(workout, stated, catalog, rules, strict, week)
        return _with_lines(_audit(found.workout, found.problem, rules, found.notes),
                           found.reading)
    plan = as_plan(workout)
    if week is not None:
        raise InputError("a plan is one week; leave the week out", "week")
    if stated is None:
        stated = plan.request
    elif isinstance(stated, Mapping) and "sessions" not in stated:
        stated = {**plan.request.model_dump(), **stated}
    asked = normalise(as_request(stated), catalog, (r.id for r in rules))
    if len(asked.sessions) != len(plan.sessions):
        raise InputError(f"the workout has {so_many(len(plan.sessions), 'session')}, "
                         f"the request {len(asked.sessions)}", "sessions")
    problem = replace(build_problem(asked, catalog, rules), done=frozenset(plan.done))
    done = workout_of(plan.sessions, problem)
    notes: tuple[str, ...] = ()
    if plan.catalog.sha256 != catalog.sha256:
        notes = (f"The plan was made from catalogue {plan.catalog.name} {plan.catalog.version} "
                 "in another state; it is judged by today's.",)
    return _audit(done, problem, rules, notes)


def workout_of(pages: Sequence[PlanSession], p: Problem) -> Workout:
    """Return the pages of a plan as a workout that rules can judge.

    Raises
    ------
    InputError
        Naming the entry that the catalogue or the planner does not know.
    """
    sessions = []
    for i, (session, page) in enumerate(zip(p.sessions, pages, strict=True)):
        entries = tuple(_item(e, p, f"sessions.{i}.entries.{k}") for k, e
                        in enumerate(page.entries))
        sessions.append(WorkoutSession(session.id, session.day, entries))
    return Workout(tuple(sessions))


def _bare(text: str) -> str:
    return text.lstrip("\ufeff \t\r\n")


def as_plan(plan: Plan | Mapping[str, Any] | str) -> Plan:
    """Return a plan from its JSON, as text or as a mapping, with errors that name the field."""
    if isinstance(plan, Plan):
        return plan
    data: object = plan
    if isinstance(plan, str):
        try:
            data = json.loads(_bare(plan))
        except json.JSONDecodeError as error:
            raise InputError(f"not JSON: {error.msg}",
                             f"line {error.lineno}, column {error.colno}") from None
        except (ValueError, RecursionError) as error:  # figures of thousands of digits
            raise InputError(f"not a plan: {error}") from None
    try:
        return Plan.model_validate(data)
    except ValidationError as error:
        from planner.request.messages import first_sentence

        message, where = first_sentence(error, Plan)
        raise InputError(message, where) from None


def _item(entry: Entry, p: Problem, where: str) -> WorkoutEntry:
    exercise = p.catalog.exercise_by_id.get(entry.exercise)
    if exercise is None:
        raise InputError(f"unknown exercise {entry.exercise!r}; "
                         + nearest(entry.exercise, p.catalog.exercise_by_id), f"{where}.exercise")
    for name in entry.equipment:
        if name not in p.catalog.equipment_by_id:
            raise InputError(f"unknown equipment {name!r}; "
                             + nearest(name, p.catalog.equipment_by_id), f"{where}.equipment")
    if entry.sets < 1 or (entry.reps is None) == (entry.hold_s is None):
        raise InputError("an entry has at least one set, and either reps or hold_s",
                         where)
    dose, rows = Dose.of(entry), _rows(entry, where)
    for name, value, most in (("sets", entry.sets, MOST_SETS), ("reps", dose.top_reps(), MOST_REPS),
                              ("hold_s", dose.hold_s or 0, MOST_HOLD_S)):
        if value > most:
            raise InputError(f"{str(value)[:20]} is out of range: expected at most {most}",
                             f"{where}.{name}")
    work = entry.phase == "work"
    if work and exercise.rest_class is None:
        raise InputError(f"{exercise.name} is no work exercise", f"{where}.exercise")
    return WorkoutEntry(exercise, entry.phase, entry.sets, hardest(rows).dose if rows else dose,
                        p.timing.clock(exercise, dose, work, rows), entry.superset,
                        entry.equipment, rows)


def _rows(entry: Entry, where: str) -> tuple[Row, ...]:
    """Return the rows of an entry: a known load without its share was written by somebody."""
    if not entry.rows:
        return ()
    if sum(row.sets for row in entry.rows) != entry.sets or entry.phase != "work":
        raise InputError(f"the rows have {so_many(sum(r.sets for r in entry.rows), 'set')} of the "
                         f"{entry.sets}, which are work", f"{where}.rows")
    for k, row in enumerate(entry.rows):
        if (row.reps is None) == (row.hold_s is None):
            raise InputError("a row has either reps or hold_s", f"{where}.rows.{k}")
    return tuple(Row(row.sets, Dose.of(row), row.percent_1rm, row.load_kg, row.rest_s, row.tempo)
                 for row in entry.rows)


_WHY: dict[Kind, Literal["prose", "unknown exercise", "unclear", "wrong"]] = {
    "skipped": "prose", "unknown": "unknown exercise", "unclear": "unclear", "wrong": "wrong"}


_HEADS: dict[Kind, str] = {"exercise": "", "heading": "a session", "section": "a section"}


def _with_lines(audit: Audit, reading: Reading) -> Audit:
    """Return an audit with the lines of its text: those left out, and those read."""
    return audit.model_copy(update={"skipped": skipped_lines(reading),
                                    "reading": read_lines(reading)})


def read_lines(reading: Reading) -> tuple[ReadAs, ...]:
    """Return the lines of a text that were read, and what was taken for granted in them."""
    return tuple(ReadAs(line=line.number, text=line.text, says=line.says or _HEADS[line.kind],
                        remark=line.remark) for line in reading.lines if line.kind in _HEADS)


def skipped_lines(reading: Reading) -> tuple[Skipped, ...]:
    """Return the lines of a text that were left out, and why."""
    return tuple(Skipped(line=line.number, text=line.text, why=_WHY[line.kind], says=line.says,
                         near=line.near) for line in reading.lines if line.kind in _WHY)


def _audit(w: Workout, p: Problem, rules: Sequence[Rule], notes: tuple[str, ...]) -> Audit:
    rows = ledger(w, p, rules)
    value = worth(w, p, rows)
    return Audit(ok=not broken_musts(rows), sessions=session_pages(w, p, words=False),
                 coverage=coverage_rows(w, p), coverage_loss=value.coverage, tiers=value.by_name(),
                 quality_parts=quality_parts(w, p, rows), ledger=rows, notes=notes)
