"""Who may import whom: rules and audit never see the solver."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "planner").rglob("*.py"))


@cache
def imports(file):
    """Return the full names of all modules that a file imports, at any depth of it."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: a relative import"
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def importers(package):
    """Return the files, relative to the root, that import a package or anything in it."""
    return {file.relative_to(ROOT).as_posix() for file in MODULES
            if any(name == package or name.startswith(f"{package}.") for name in imports(file))}


@pytest.mark.parametrize("module", [
    "planner", "planner.api", "planner.audit", "planner.checking", "planner.rules",
    "planner.catalog"])
def test_no_solver_is_loaded(module):
    """Importing the package or its audit loads neither OR-Tools nor what it drags along."""
    code = (f"import sys, {module}\n"
            "print([m for m in ('ortools', 'pandas', 'numpy') if m in sys.modules])")

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True,
                          timeout=60, check=False)

    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_only_solve_imports_the_solver():
    """OR-Tools stays inside planner/solve."""
    users = importers("ortools")

    assert users
    assert {u for u in users if not u.startswith("planner/solve/")} == set()


@pytest.mark.parametrize(("package", "never"), [
    ("planner/catalog/", ["planner.api", "planner.plan", "planner.request", "planner.problem",
                          "planner.rules", "planner.solve", "planner.cli", "typer"]),
    ("planner/rules/", ["planner.solve", "planner.cli", "planner.api", "planner.audit",
                        "planner.order", "planner.quality", "planner.shortlist", "typer"]),
    ("planner/solve/", ["planner.cli", "planner.api", "typer"]),
    ("planner/exports/", ["planner.cli", "planner.solve", "planner.api", "typer"]),
    ("planner/", ["pandas", "numpy"]),
])
def test_directions(package, never):
    """The catalogue knows no planner, rules no solver and no price, the solver no command line."""
    found = {name: {u for u in importers(name) if u.startswith(package)} for name in never}

    assert found == {name: set() for name in never}


@pytest.mark.parametrize("module", [
    "audit", "tally", "quality", "tie_break", "standing", "shortlist", "warm_up",
    "dose", "clock", "workout", "problem", "goals", "candidates",
    "request", "order", "plan"])
def test_what_judges_knows_neither_solver_nor_command_line(module):
    """The audit and all it counts with stand on their own."""
    found = imports(ROOT / "planner" / f"{module}.py")

    assert not [n for n in found if n.startswith(("planner.solve", "planner.cli", "planner.api"))]


def test_the_catalogue_knows_nothing_else():
    """What exists is the lowest floor: its files import only each other."""
    own = {name for file in MODULES if file.is_relative_to(ROOT / "planner" / "catalog")
           for name in imports(file) if name.startswith("planner")}

    assert {name for name in own if not name.startswith("planner.catalog")} == set()


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


def test_no_rule_imports_another():
    """A rule shares the base and nothing else with the other rules."""
    files = sorted((ROOT / "planner" / "rules").glob("*.py"))
    for file in files:
        if file.stem not in ("__init__", "base"):
            others = {n for n in imports(file) if n.startswith("planner.rules.")}
            assert {n for n in others if not n.startswith("planner.rules.base")} == set(), file
