"""Published programmes as requests, and their weeks as finished workouts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from planner.catalog import Catalog, Exercise, load
from planner.catalog.strict_yaml import load as read_yaml
from planner.problem.build import build_problem
from planner.problem.dosing import dose_for
from planner.problem.equipment import alternative
from planner.problem.problem import Problem, SessionProblem
from planner.request.request import Request, normalise
from planner.rules import REGISTRY
from planner.workout.dose import Dose
from planner.workout.workout import Workout, WorkoutEntry, WorkoutSession

FILE = Path(__file__).with_name("programmes.yaml")

MINUTES = {"30-45": 40, "45-60": 55, "60-90": 75, "90+": 100}
"""What is asked for where a programme states a range: about its upper third."""

GOALS = {"strength": "strength", "hypertrophy": "hypertrophy",
         "strength_and_hypertrophy": "hypertrophy"}


@dataclass(frozen=True)
class Line:
    """One entry as published; either ``reps`` or ``hold_s``."""

    exercise: str
    sets: int
    reps: int | None = None
    hold_s: int | None = None
    superset: str | None = None


@dataclass(frozen=True)
class Programme:
    """A published programme: its facts, and the sessions it describes."""

    name: str
    source: str
    goal: str
    level: str
    minutes: str
    days_per_week: int
    weekdays: tuple[str, ...]
    weekdays_are: str
    sessions: tuple[tuple[Line, ...], ...]

    @property
    def week(self) -> tuple[tuple[Line, ...], ...]:
        """The sessions of one week: those of a rotation come round again, or not all in it."""
        return tuple(self.sessions[i % len(self.sessions)] for i in range(len(self.weekdays)))


def line_of(text: str) -> Line:
    """Read an entry: ``back_squat 3x5``, ``plank 5x60s``, ``sit_up 3x20 A``."""
    exercise, amount, *letter = text.split()
    sets, each = amount.split("x")
    held = each.endswith("s")
    return Line(exercise, int(sets), None if held else int(each), int(each[:-1]) if held else None,
                letter[0] if letter else None)


def _programme(data: Mapping[str, Any]) -> Programme:
    return Programme(**{
        **data, "weekdays": tuple(data["weekdays"]),
        "sessions": tuple(tuple(map(line_of, work)) for work in data["sessions"])})


@cache
def document() -> Mapping[str, Any]:
    """Return the file as it stands."""
    found: Mapping[str, Any] = read_yaml(FILE.read_text(encoding="utf-8"), FILE.name)
    return found


@cache
def programmes() -> tuple[Programme, ...]:
    """Return the whole corpus in the order of the file."""
    return tuple(_programme(p) for p in document()["programmes"])


def near() -> tuple[str, ...]:
    """Return the published lifts for which another one stands."""
    return tuple(document()["near"])


@cache
def catalogue() -> Catalog:
    """Return the built-in catalogue, read once."""
    return load()


def kit(programme: Programme, catalog: Catalog) -> tuple[str, ...]:
    """Return what is asked for: a gym, unless dumbbells (or nothing) are all that is used."""
    loads = {catalog.exercise_by_id[line.exercise].load for work in programme.sessions
             for line in work}
    if loads <= {"bodyweight", "none"}:
        return ("none",)
    return ("dumbbells", "bench") if loads <= {"bodyweight", "none", "dumbbell"} else ("gym",)


def request_of(programme: Programme, catalog: Catalog) -> Request:
    """Return what somebody asks for whom this programme would suit."""
    minutes = MINUTES[programme.minutes]
    return Request.model_validate({
        "goal": GOALS[programme.goal], "level": programme.level,
        "equipment": kit(programme, catalog),
        "sessions": [{"day": day, "minutes": minutes} for day in programme.weekdays]})


_PROBLEMS: dict[str, Problem] = {}


def problem_of(request: Request, catalog: Catalog) -> Problem:
    """Return the problem of a request; programmes with the same request share it."""
    key = request.model_dump_json()
    if key not in _PROBLEMS:
        asked = normalise(request, catalog, (r.id for r in REGISTRY))
        _PROBLEMS[key] = build_problem(asked, catalog, REGISTRY)
    return _PROBLEMS[key]


@dataclass(frozen=True)
class Case:
    """A programme, the request it answers, and its week as a workout."""

    programme: Programme
    problem: Problem
    workout: Workout


def item_of(problem: Problem, session: SessionProblem, exercise: Exercise, sets: int,
            reps: int | None = None, hold_s: int | None = None,
            superset: str | None = None) -> WorkoutEntry:
    """Return a work entry with its clock; a dose that does not suit is that of the scheme."""
    request, catalog = problem.request, problem.catalog
    usual = dose_for(exercise, request, catalog, problem.limits)
    scheme = catalog.scheme_by_key[request.goal, exercise.rest_class or "core"]
    dose = usual
    if exercise.measure == "reps" and reps is not None:
        dose = Dose(reps, None, scheme.rir)
    elif exercise.measure != "reps" and hold_s is not None:
        dose = Dose(None, hold_s, None)
    times = problem.timing.clock(exercise, dose)
    return WorkoutEntry(exercise, "work", sets, dose, times, superset,
                        alternative(exercise, session.equipment))


def warm_up(session: SessionProblem) -> tuple[WorkoutEntry, ...]:
    """Return the first warm-up that the request would allow."""
    found = []
    for part in session.warm_up:
        for option, hold_s in zip(part.options, part.holds, strict=False):
            times = replace(option.clock, work_s=hold_s)
            found.append(WorkoutEntry(option.exercise, option.phase, 1, Dose(None, hold_s, None),
                                      times, None, option.equipment))
    return tuple(found)


def workout_of(week: Sequence[Iterable[Line]], problem: Problem) -> Workout:
    """Return a published week as a workout that rules can judge."""
    known = problem.catalog.exercise_by_id
    return Workout(tuple(
        WorkoutSession(session.id, session.day, warm_up(session) + tuple(
            item_of(problem, session, known[line.exercise], line.sets, line.reps, line.hold_s,
                    line.superset) for line in work))
        for session, work in zip(problem.sessions, week, strict=True)))


def case_of(programme: Programme, catalog: Catalog | None = None) -> Case:
    """Return a programme with its request and its week."""
    catalog = catalog or catalogue()
    problem = problem_of(request_of(programme, catalog), catalog)
    return Case(programme, problem, workout_of(programme.week, problem))
