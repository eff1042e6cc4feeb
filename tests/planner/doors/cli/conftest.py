"""Running ``coach`` in this process and as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from planner.doors.cli.main import app

ROOT = Path(__file__).parents[4]
SMALL = ["--minutes", "20", "--equipment", "minimal", "--focus", "back"]

Coach = Callable[..., Any]


@pytest.fixture
def coach(monkeypatch: pytest.MonkeyPatch) -> Coach:
    """Run a command line in this process; the result has exit_code, stdout and stderr."""
    monkeypatch.delenv("FORCE_COLOR", raising=False)

    def run(*arguments: object, stdin: str | bytes | None = None) -> Any:
        result = CliRunner().invoke(app, [str(a) for a in arguments], input=stdin)
        assert result.exception is None or isinstance(result.exception, SystemExit), (
            result.exception)
        return result

    return run


@pytest.fixture
def process() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run a command line as a process of its own."""

    def run(*arguments: object, stdin: str = "",
            **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "planner.doors.cli.main", *map(str, arguments)], input=stdin,
            capture_output=True, text=True, timeout=120, check=False, cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment})

    return run


@pytest.fixture(scope="session")
def plan_json(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a small plan once, and return the file that ``coach plan --json`` wrote."""
    result = CliRunner().invoke(app, ["plan", *SMALL, "--json"])
    assert result.exit_code == 0, result.stderr
    file = tmp_path_factory.mktemp("plan") / "plan.json"
    file.write_text(result.stdout, encoding="utf-8")
    return file
