"""Clocks that jump and a solver that dawdles: a plan or an honest no, and nothing else."""

from __future__ import annotations

import time

import pytest
from ortools.sat.python import cp_model

import planner

ASKED = {"sessions": [{"day": "mon", "minutes": 30}, {"day": "thu", "minutes": 30}],
         "limits": {"seconds": 1}}
PINNED = {**ASKED, "include": ["deadlift"], "complaints": ["low_back_pain"]}


def outcome(asked, catalog):
    """Return what becomes of a request: a sound plan, or the name of the error."""
    try:
        plan = planner.plan(asked, catalog)
    except planner.PlannerError as error:
        return type(error).__name__
    assert planner.check(plan, catalog=catalog).ok
    return "plan"


@pytest.mark.parametrize("calls", [1, 5, 20, 60, 200])
@pytest.mark.parametrize("jump", [3600.0, -3600.0])
def test_a_clock_that_jumps(few, monkeypatch, calls, jump):
    """After so many looks at the clock it shows an hour more, or less: no other error."""
    real, looks = time.monotonic, 0

    def jumping():
        nonlocal looks
        looks += 1
        return real() + (jump if looks > calls else 0.0)

    monkeypatch.setattr(time, "monotonic", jumping)

    assert outcome(ASKED, few) in ("plan", "NoPlanInTime")
    assert outcome(PINNED, few) in ("Infeasible", "NoPlanInTime")


def test_a_solver_that_dawdles(few, monkeypatch):
    """Each run takes a third of the limit before it begins: fewer runs, the same honesty."""
    real = cp_model.CpSolver.solve

    def slow(self, model):
        time.sleep(0.35)
        return real(self, model)

    monkeypatch.setattr(cp_model.CpSolver, "solve", slow)

    assert outcome(ASKED, few) in ("plan", "NoPlanInTime")
    assert outcome(PINNED, few) in ("Infeasible", "NoPlanInTime")


@pytest.mark.parametrize("at", [0, 1, 2, 5])
def test_a_solver_that_breaks_late(few, monkeypatch, at):
    """An exception of OR-Tools at any of its runs is a bug of this package, and named so."""
    real, runs = cp_model.CpSolver.solve, 0

    def breaking(self, model):
        nonlocal runs
        runs += 1
        if runs > at:
            raise ValueError("broken")
        return real(self, model)

    monkeypatch.setattr(cp_model.CpSolver, "solve", breaking)

    assert outcome(ASKED, few) == "PlanBug"
