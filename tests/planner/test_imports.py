"""Who may import whom: the floors of the house, and who alone may hold the solver."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HOUSE = ROOT / "planner"
MODULES = {".".join(f.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): f
           for f in sorted(HOUSE.rglob("*.py"))}

FLOORS = """
    11  doors
    10  blocks athlete
     9  answers show store
     8  plans
     7  solve
     6  judge
     5  rules progress
     4  problem logs loads
     3  workout
     2  request
     1  catalog
"""
"""A room imports rooms of lower floors only; `planner/__init__.py` is the door to all of them."""

FLOOR = {room: int(floor) for floor, *rooms in map(str.split, FLOORS.strip().splitlines())
         for room in rooms}


@cache
def needs(module):
    """Return the modules of ours that a module imports, at any depth of it."""
    found = set()
    for name in imports(module):
        while name and name not in MODULES:
            name = name.rpartition(".")[0]
        found.add(name)
    return found - {"", module, "planner"}


@cache
def imports(module):
    """Return the full names of all that a module imports."""
    found = set()
    for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: a relative import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def importers(package):
    """Return the modules that import a package or anything in it."""
    return {module for module in MODULES
            if any(f"{name}.".startswith(f"{package}.") for name in imports(module))}


def room(module, depth=2):
    """Return the folder that a module stands in: ``planner.solve.cuts`` at depth 3."""
    return ".".join(module.split(".")[:depth])


def circles(graph):
    """Return what leads back to itself."""
    def above(start):
        seen, todo = set(), [start]
        while todo:
            new = graph[todo.pop()] - seen
            seen |= new
            todo += new
        return seen

    return {one for one in list(graph) if one in above(one)}


def test_every_room_has_a_floor():
    """The house is its rooms and its door, eighteen things in all."""
    standing = {f.name for f in HOUSE.iterdir()} - {"__pycache__", "py.typed"}

    assert standing == {*FLOOR, "__init__.py"}
    assert len(standing) == 18


def test_nobody_imports_upwards():
    """Each import goes to the same room or to a lower floor."""
    upwards = {(module, needed) for module in MODULES if module != "planner"
               for needed in needs(module)
               if room(module) != room(needed)
               and FLOOR[module.split(".")[1]] <= FLOOR[needed.split(".")[1]]}

    assert upwards == set()


@pytest.mark.parametrize("depth", [3, 9], ids=["folders", "files"])
def test_no_circles(depth):
    """Neither the folders inside a room nor the files import each other in circles."""
    graph = defaultdict(set)
    for module in MODULES:
        graph[room(module, depth)] |= {room(n, depth) for n in needs(module)} - {
            room(module, depth)}

    assert circles(graph) == set()


@pytest.mark.parametrize(("package", "rooms"), [
    ("ortools", {"solve"}), ("typer", {"doors"}), ("sqlalchemy", {"store"}), ("alembic", {"store"}),
    ("pandas", set()), ("numpy", set())])
def test_who_may_import_a_library(package, rooms):
    """OR-Tools stays in one room, the command line in another."""
    assert {module.split(".")[1] for module in importers(package)} == rooms


def test_the_solver_has_one_door():
    """Other rooms see what `planner.solve` names, and nothing behind it."""
    behind = {(module, n) for module in MODULES if room(module) not in ("planner", "planner.solve")
              for n in needs(module) if n.startswith("planner.solve.")}

    assert behind == set()


def test_no_rule_imports_another():
    """A rule shares the protocol and the kinds, and nothing else, with the other rules."""
    shared = {"planner.rules.protocol", "planner.rules.kinds"}
    for module in MODULES:
        if module.startswith("planner.rules.") and module not in shared:
            others = {n for n in needs(module) if n.startswith("planner.rules")}
            assert others <= shared, module


def test_rules_know_no_price():
    """A rule is not bent by what the objective pays; what is offered is not its concern."""
    rules = {m for m in MODULES if room(m) == "planner.rules"}

    assert rules & importers("planner.problem.shortlist") == set()


@pytest.mark.parametrize("module", [
    "planner", "planner.plans.make", "planner.judge.audit", "planner.plans.check",
    "planner.rules", "planner.catalog", "planner.solve", "planner.answers.swap",
    "planner.store.database"])
def test_no_solver_is_loaded(module):
    """Importing the package or its audit loads neither OR-Tools nor what it drags along."""
    code = (f"import sys, {module}\n"
            "print([m for m in ('ortools', 'pandas', 'numpy') if m in sys.modules])")

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True,
                          timeout=60, check=False)

    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_beside_a_package_that_is_called_catalog(tmp_path):
    """Another distribution's ``catalog`` is in nobody's way."""
    other = tmp_path / "catalog"
    other.mkdir()
    (other / "__init__.py").write_text("raise ImportError('not ours')\n")
    code = ("import planner\n"
            "made = planner.plan({'sessions': [{'day': 'mon', 'minutes': 20}], "
            "'equipment': ['none']})\n"
            "print(made.catalog.name)")

    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True,
                          text=True, timeout=60, check=False,
                          env={**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"})

    assert (done.stdout.strip(), done.stderr) == ("coach", "")
