"""A command starts without pandas and plugins, and works all the same."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

SEEN = """
import json, sys
from planner.doors.cli.quick_start import import_solver
import_solver()
from ortools.sat.python import cp_model
model = cp_model.CpModel()
x = model.new_int_var(0, 9, "x")
model.maximize(2 * x)
solver = cp_model.CpSolver()
solver.solve(model)
print(json.dumps([solver.value(x), sorted(n for n in sys.modules if n.startswith("pandas"))]))
"""


def test_the_solver_works_and_the_stand_in_is_gone() -> None:
    """In a fresh process: the largest x up to 9 is 9, and no module is called pandas."""
    run = subprocess.run([sys.executable, "-c", SEEN], capture_output=True, text=True, check=True)
    assert json.loads(run.stdout) == [9, []]


PLAIN = """
import sys
from planner.doors.cli.quick_start import prepare
prepare()
from planner.request.request import Session
session = Session.model_validate({"day": "mon", "minutes": 40})
print(session.minutes, "importlib.metadata" in sys.modules)
"""


def test_models_work_without_a_search_for_plugins() -> None:
    """In a fresh process: a model is checked, and what reads packages was not imported."""
    run = subprocess.run([sys.executable, "-c", PLAIN], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["40", "False"]


@pytest.mark.parametrize("command", [["plan", "--help"], ["catalog", "list", "--help"], ["plna"],
                                     ["plan", "--hlep"]], ids=" ".join)
def test_one_command_says_what_it_does_among_all(coach, process, command: list[str]) -> None:
    """A process that makes one command only helps and errs as one that makes all of them."""
    alone, among = process(*command), coach(*command)
    # Lines break elsewhere where there is no terminal to measure.
    assert (alone.returncode, alone.stdout.split(), alone.stderr) == (
        among.exit_code, among.stdout.split(), among.stderr)
