"""``coach show``, and the files that ``coach plan -o`` writes."""

from __future__ import annotations

import json
import webbrowser
from pathlib import Path
from urllib.parse import urlparse
from urllib.request import url2pathname

import pytest

from tests.planner.doors.cli.conftest import SMALL


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Have a browser that opens nothing, and temporary files that go away."""
    addresses: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda address: not addresses.append(address))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return addresses


def edited(plan_json: Path, file: Path, **fields: object) -> Path:
    """Return a plan's file in which somebody has changed something."""
    data = json.loads(plan_json.read_text(encoding="utf-8"))
    data.update(fields)
    file.write_text(json.dumps(data), encoding="utf-8")
    return file


def test_the_page_is_that_of_plan(coach, plan_json: Path) -> None:
    """A plan's file is printed as ``coach plan`` prints the plan, times of solving aside."""
    shown, planned = (run.stdout.splitlines() for run in (
        coach("show", plan_json), coach("plan", *SMALL)))

    assert shown[0] == planned[0]
    assert shown[4:] == planned[4:]
    assert coach("show", "-", stdin=plan_json.read_text(encoding="utf-8")).stdout.splitlines() == (
        shown)


def test_other_styles(coach, plan_json: Path) -> None:
    """``--json`` is the plan, Markdown a page."""
    assert json.loads(coach("show", plan_json, "--json").stdout) == json.loads(
        plan_json.read_text(encoding="utf-8"))
    assert coach("show", plan_json, "--format", "markdown").stdout.startswith("# Hypertrophy")


def test_open(coach, plan_json: Path, browser: list[str]) -> None:
    """``--open`` writes the page to a file that only its owner reads, and opens it."""
    result = coach("show", plan_json, "--open")

    [address] = browser
    file = Path(url2pathname(urlparse(address).path))
    assert file.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert file.stat().st_mode & 0o077 == 0
    assert (result.exit_code, result.stdout) == (0, "")
    assert str(file) in result.stderr.replace("\n", "")


def test_open_without_a_browser(coach, plan_json: Path, browser: list[str],
                                monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no browser opens, the file is named."""
    monkeypatch.setattr(webbrowser, "open", lambda address: False)

    result = coach("show", plan_json, "--open")

    assert result.exit_code == 0
    assert "no browser could be opened; the page is " in result.stderr


def test_a_broken_plan_is_named_and_shown(coach, plan_json: Path, tmp_path: Path) -> None:
    """With a session that was not asked for, a plan is shown for what it is."""
    session = json.loads(plan_json.read_text(encoding="utf-8"))["sessions"][0]
    result = coach("show", edited(plan_json, tmp_path / "edited.json", sessions=[
        session, {**session, "id": "tue", "day": "tue"}]))

    assert result.exit_code == 0
    assert result.stdout.count(" of 20 minutes") == 2
    assert "the workout has 2 sessions, the request 1; it is shown as it stands" in result.stderr


def test_text_is_no_plan(coach, tmp_path: Path) -> None:
    """Set notation is refused with the command that would take it as a plan."""
    result = coach("show", "-", stdin="5x5 Deadlift")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "expected a plan's JSON, found text" in result.stderr


def test_plan_writes_files(coach, tmp_path: Path) -> None:
    """Each ``-o`` is a file in the format of its suffix; the plan is summed up on stderr."""
    page, text = tmp_path / "week.html", tmp_path / "week.txt"

    result = coach("plan", *SMALL, "-o", page, "-o", text)

    assert (result.exit_code, result.stdout) == (0, "")
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert text.read_text(encoding="utf-8").startswith("# Plan: ")
    assert " of 20 minutes" in result.stderr


def test_json_besides_files(coach, tmp_path: Path) -> None:
    """``--json`` prints the plan and the files are written as well."""
    result = coach("plan", *SMALL, "-o", tmp_path / "week.md", "--json")

    assert json.loads(result.stdout)["schema"] == "plan/1"
    assert (tmp_path / "week.md").exists()


def test_a_plan_is_never_lost(coach, tmp_path: Path) -> None:
    """Where a file cannot be written the plan is printed, and the exit code is 2."""
    result = coach("plan", *SMALL, "-o", tmp_path / "nowhere" / "week.html")

    assert result.exit_code == 2
    assert "cannot be written: no such file or directory" in result.stderr
    assert " of 20 minutes" in result.stdout


def test_a_wrong_suffix_is_known_at_once(coach, tmp_path: Path) -> None:
    """Nothing is planned for a file that has no format."""
    result = coach("plan", *SMALL, "-o", tmp_path / "week.doc")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "the name ends in no known suffix" in result.stderr
