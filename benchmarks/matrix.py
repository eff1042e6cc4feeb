"""Prove what is supported: ``python -m benchmarks.matrix``.

Each row is a fresh virtual environment with the suite in it: every supported Python, both versions
of OR-Tools, the lowest versions that are declared, and the wheel and the source distribution
installed outside the repository. A Python that is not on the path is said to be missing.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
PYTHONS = ("3.11", "3.12", "3.13")
ORTOOLS = ("9.14.6206", "9.15.6755")
SMOKE = ("import planner; p = planner.plan({'sessions': [{'day': 'mon', 'minutes': 20}], "
         "'equipment': ['none']}); assert planner.check(p).ok; print(p.status)")


def lowest() -> list[str]:
    """Return the declared dependencies, each at its floor."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["export"]]
    return [re.sub(r">=([\w.]+).*", r"==\1.*", each) for each in wanted]


def rows() -> Iterator[tuple[str, str, list[str], bool]]:
    """Yield name, Python, what is pinned, and whether the whole suite runs."""
    for version in PYTHONS:
        yield f"Python {version}", version, [], True
    for version in ORTOOLS:
        yield f"ortools {version}", PYTHONS[0], [f"ortools=={version}"], True
    yield "lowest versions", PYTHONS[0], lowest(), True
    for kind in ("wheel", "sdist"):
        yield kind, PYTHONS[-1], [], False


def tried(name: str, version: str, pins: Sequence[str], suite: bool) -> str:
    """Run a row; return how it ended."""
    python = shutil.which(f"python{version}")
    if python is None or _run([python, "--version"]).returncode:
        return "no such Python here"
    with tempfile.TemporaryDirectory() as folder:
        _run([python, "-m", "venv", folder])
        own = f"{folder}/bin/python"
        what = _built(name, folder) if not suite else f"{ROOT}[dev]"
        flag = ["-e"] if suite else []
        made = _run([own, "-m", "pip", "install", "-q", *flag, what, *pins])
        if made.returncode:
            return f"cannot be installed: {_last(made)}"
        command = ["-m", "pytest", "-n", "2", str(ROOT / "tests")] if suite else ["-c", SMOKE]
        done = _run([own, *command], cwd=ROOT if suite else Path(folder))
        return _last(done) if done.returncode == 0 else f"FAILED: {_failed(done)}"


def _built(kind: str, folder: str) -> str:
    """Build the wheel or the source distribution; return its file."""
    _run([sys.executable, "-m", "venv", f"{folder}/build"])
    python = f"{folder}/build/bin/python"
    _run([python, "-m", "pip", "install", "-q", "build"])
    _run([python, "-m", "build", f"--{kind}", "--outdir", f"{folder}/dist", str(ROOT)])
    return str(next(Path(folder, "dist").iterdir(), Path("nothing was built")))


def _run(command: Sequence[str], cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    clean = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, env=clean)


def _failed(done: subprocess.CompletedProcess[str]) -> str:
    """Return the last line, and below it the tests that failed by name."""
    names = [line for line in done.stdout.splitlines() if line.startswith(("FAILED ", "ERROR "))]
    return "\n    ".join([_last(done), *names])


def _last(done: subprocess.CompletedProcess[str]) -> str:
    lines = (done.stdout + done.stderr).strip().splitlines()
    return lines[-1] if lines else "nothing was said"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the rows; return 1 where one failed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.matrix", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", nargs="*", help="parts of names; all rows by default")
    asked = parser.parse_args(arguments)
    bad = 0
    for name, version, pins, suite in rows():
        if asked.rows and not any(part in name for part in asked.rows):
            continue
        started = time.monotonic()
        ended = tried(name, version, pins, suite)
        bad += ended.startswith(("FAILED", "cannot"))
        print(f"{name:18} {ended}  ({time.monotonic() - started:.0f} s)", flush=True)
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main())
