"""Faults on purpose: a full disk, a kill at every step of writing, a solver that breaks."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from ortools.sat.python import cp_model

from planner.doors.cli import writing
from planner.doors.cli.writing import write_files
from planner.request.errors import InputError

ROOT = Path(__file__).parents[4]
STEPS = ("tempfile.mkstemp", "os.fdopen", "os.fsync", "os.chmod", "os.replace")
"""What writing a file is made of, in turn."""


@pytest.mark.parametrize("step", STEPS)
def test_a_full_disk_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                     step: str) -> None:
    """Whatever the disk refuses, the old file is whole and nothing lies beside it."""
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    old = tmp_path / "plan.json"
    old.write_text("before")
    module, _, name = step.partition(".")
    monkeypatch.setattr(getattr(writing, module), name, full)

    with pytest.raises(InputError, match="cannot be written: no space left on device"):
        write_files([(str(old), b"after")])

    assert old.read_text() == "before"
    assert [f.name for f in tmp_path.iterdir()] == ["plan.json"]


KILLED = """
import os, signal, sys, tempfile
from planner.doors.cli.writing import write_files
module, _, name = sys.argv[1].partition(".")
real = getattr(sys.modules[module], name)
def killed(*given, **named):
    if sys.argv[2] == "after":
        real(*given, **named)
    os.kill(os.getpid(), signal.SIGKILL)
setattr(sys.modules[module], name, killed)
write_files([("plan.json", b"after" * 100_000)])
"""


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("step", STEPS)
def test_killed_while_writing(tmp_path: Path, step: str, when: str) -> None:
    """A reader finds the old file or the new one, never a part."""
    file = tmp_path / "plan.json"
    file.write_text("before")

    done = subprocess.run([sys.executable, "-c", KILLED, step, when], cwd=tmp_path, check=False,
                          env={**os.environ, "PYTHONPATH": str(ROOT)}, timeout=60)

    assert done.returncode == -9
    whole = "after" * 100_000 if (step, when) == ("os.replace", "after") else "before"
    assert file.read_text() == whole


def test_a_solver_that_breaks(coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What OR-Tools raises is a bug of ours: a sentence, exit 70, a file to send, no plan."""
    def broken(*_: object) -> None:
        raise RuntimeError("out of luck")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cp_model.CpSolver, "solve", broken)

    done = coach("plan", "--minutes", "20", "-o", "plan.json")

    assert done.exit_code == 70
    assert done.stderr.startswith("coach: this is a bug of coach, not yours")
    assert "Traceback" not in done.stderr
    (file,) = tmp_path.iterdir()
    assert "the solver failed with RuntimeError: out of luck" in file.read_text()
