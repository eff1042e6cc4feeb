"""Builders that let a test say a request and a workout in a few words.

A work entry is a short tuple: exercise, sets, repetitions (seconds where the
exercise is held or carried), then words: ``"to_failure"``, ``"rir 1"``, a
capital letter for a superset, a phase.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any, get_args

import pytest

from planner.catalog import Catalog
from planner.catalog.words import Phase
from planner.judge.audit import ledger
from planner.judge.audit_rows import LedgerRow
from planner.problem.build import build_problem
from planner.problem.dosing import dose_for
from planner.problem.equipment import alternative
from planner.problem.problem import Problem, SessionProblem
from planner.request.request import Request, normalise
from planner.rules import REGISTRY
from planner.workout.dose import Dose
from planner.workout.workout import Workout, WorkoutEntry, WorkoutSession
from tests.planner.first_exercises import first_exercises

PHASES = get_args(Phase)

Entry = tuple[Any, ...]
MakeProblem = Callable[..., Problem]
MakeWorkout = Callable[..., Workout]
Find = Callable[..., list[LedgerRow]]


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """Return the catalogue of the first exercises, read once."""
    return first_exercises()


@pytest.fixture(scope="session")
def make_problem(catalog: Catalog) -> MakeProblem:
    """Build a problem from the fields of a request.

    ``days="mon thu"`` and ``minutes`` stand for ``sessions`` where those need
    nothing of their own. Problems are frozen, so equal requests share one.
    """
    built: dict[str, Problem] = {}

    def make(days: str = "mon", minutes: int = 60, **fields: Any) -> Problem:
        fields.setdefault("sessions", [{"day": d, "minutes": minutes} for d in days.split()])
        key = json.dumps(fields, sort_keys=True)
        if key not in built:
            request = normalise(Request.model_validate(fields), catalog)
            built[key] = build_problem(request, catalog, REGISTRY)
        return built[key]

    return make


@pytest.fixture(scope="session")
def workout() -> MakeWorkout:
    """Build a workout from one list of short tuples for each session of the problem.

    The warm-up that the request asks for stands before the entries, unless
    ``warm_up=False``.
    """

    def make(problem: Problem, *sessions: Iterable[Entry], warm_up: bool = True) -> Workout:
        made = []
        for session, entries in zip(problem.sessions, sessions, strict=True):
            before = _warm_up(problem, session) if warm_up else []
            written = [_item(problem, session, *entry) for entry in entries]
            made.append(WorkoutSession(session.id, session.day, tuple(before + written)))
        return Workout(tuple(made))

    return make


@pytest.fixture(scope="session")
def price(catalog: Catalog) -> Callable[[str], int]:
    """Return what a thing costs in quality: the data's figure, whatever it is tuned to."""
    return lambda name: catalog.price_by_id[name].points


@pytest.fixture(scope="session")
def weight(catalog: Catalog) -> Callable[[str], int]:
    """Return the penalty points of one unit beyond a should rule's limit: the data's figure."""
    return lambda rule_id: catalog.rule_by_id[rule_id].weight


@pytest.fixture(scope="session")
def finding() -> Find:
    """Return the ledger's rows of one rule, at one place if it is named."""

    def find(rule_id: str, workout: Workout, problem: Problem,
             where: str | None = None) -> list[LedgerRow]:
        rules = [r for r in REGISTRY if r.id == rule_id]
        assert rules, f"no rule {rule_id}"
        return [r for r in ledger(workout, problem, rules) if where in (None, r.where)]

    return find


def _warm_up(problem: Problem, session: SessionProblem) -> list[WorkoutEntry]:
    return [
        _item(problem, session, option.id, 1, hold_s, part.phase)
        for part in session.warm_up
        for option, hold_s in zip(part.options, part.holds, strict=False)
    ]


def _item(problem: Problem, session: SessionProblem, name: str, sets: int,
          amount: Any, *words: str) -> WorkoutEntry:
    exercise = problem.catalog.exercise_by_id[name]
    phase: Any = next((w for w in words if w in PHASES), "work")
    failure = "to_failure" in words
    if exercise.measure != "reps":
        dose = Dose(None, amount, None, failure)
    else:
        usual = dose_for(exercise, problem.request, problem.catalog, problem.limits).rir
        said = next((float(w.split()[1]) for w in words if w.startswith("rir ")), usual)
        dose = Dose(amount, None, 0 if failure else said, failure)
    return WorkoutEntry(
        exercise=exercise, phase=phase, sets=sets, dose=dose,
        clock=problem.timing.clock(exercise, dose, work=phase == "work"),
        superset=next((w for w in words if len(w) == 1 and w.isupper()), None),
        equipment=alternative(exercise, session.equipment),
    )
