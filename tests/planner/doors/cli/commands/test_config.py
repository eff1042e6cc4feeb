"""``coach config``: what holds, and who says so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

PROFILE = """\
units: lb
level: advanced
goal: strength
days: [mon, thu]
minutes: 45
places:
  gym: [gym]
maxes:
  Squat: 315
  bench press: 100 kg
likes: [chin_up]
"""
REQUEST = """\
goal: health
sessions: [{day: sat, minutes: 30}]
maxes_kg:
  Bench press: 90
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a profile and a request."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "coach.yaml").write_text(PROFILE)
    (tmp_path / "request.yaml").write_text(REQUEST)
    return tmp_path


def held(coach, *arguments: str) -> dict[str, tuple[Any, str]]:
    """Return value and place of every field."""
    result = coach("config", *arguments, "--json")
    assert result.exit_code == 0, result.stderr
    return {one["field"]: (one["value"], one["where"] or one["source"])
            for one in json.loads(result.stdout)["fields"]}


def test_an_option_before_the_request_before_the_profile(coach) -> None:
    """Field by field, each with its place; maxima exercise by exercise."""
    fields = held(coach, "request.yaml", "--level", "novice", "--max", "deadlift=405")

    assert fields["units"] == ("lb", "coach.yaml:1")
    assert fields["level"] == ("novice", "--level")
    assert fields["goal"] == ("health", "request.yaml:1")
    assert fields["sessions"] == ([{"day": "sat", "minutes": 30}], "request.yaml:2")
    assert fields["likes"] == (["chin_up"], "coach.yaml:11")
    assert fields["equipment"] == (["gym"], "coach.yaml:7")
    assert fields["supersets"] == ("allow", "default")
    # 315 and 405 pounds of 0.45359237 kg; the request's 90 kg before the profile's 100.
    assert fields["maxes_kg.back_squat"] == (142.882, "coach.yaml:9")
    assert fields["maxes_kg.bench_press"] == (90.0, "request.yaml:4")
    assert fields["maxes_kg.deadlift"] == (183.705, "--max")


def test_the_profile_alone(coach) -> None:
    """Its days are the sessions, each as long as it says."""
    assert held(coach)["sessions"] == (
        [{"day": "mon", "minutes": 45}, {"day": "thu", "minutes": 45}], "coach.yaml:4")


def test_without_a_profile(coach) -> None:
    """Nothing but defaults, and no session yet."""
    fields = held(coach, "--no-profile")

    assert {where for _, where in fields.values()} == {"default"}
    assert fields["sessions"] == ([], "default")


def test_the_page(coach) -> None:
    """A row a field; a maximum in the unit that it was written in."""
    lines = [" ".join(line.split()) for line in coach("config").stdout.splitlines()]

    assert lines[0] == "Your profile is coach.yaml."
    assert "field value from" in lines
    assert "goal strength coach.yaml:3" in lines
    assert "sessions mon 45 min; thu 45 min coach.yaml:4" in lines
    assert "maxes_kg.back_squat 315 lb coach.yaml:9" in lines
    assert "maxes_kg.bench_press 100 kg coach.yaml:10" in lines
    assert "pace typical default" in lines


def test_there_is_no_profile(coach, folder: Path) -> None:
    """It says how to get one."""
    (folder / "coach.yaml").unlink()

    assert coach("config").stdout.startswith("There is no profile; coach init writes one.\n")


def test_a_wrong_profile(coach, folder: Path) -> None:
    """File, line and column, and exit code 2."""
    (folder / "coach.yaml").write_text("level: novce\n")
    result = coach("config")

    assert result.exit_code == 2
    assert result.stderr == ("coach: coach.yaml:1:1: level: unknown value 'novce'; "
                             "did you mean 'novice'?\n")
