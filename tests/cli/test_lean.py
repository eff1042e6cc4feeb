"""A command starts without pandas, and leaves no trace of having done so."""

from __future__ import annotations

import json
import subprocess
import sys

SEEN = """
import json, sys
from planner.cli.lean import import_solver
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
