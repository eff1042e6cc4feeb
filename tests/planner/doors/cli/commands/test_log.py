"""``coach log read``: the page, the JSON, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from planner.logs.log import Log

SAMPLES = Path(__file__).parents[3] / "logs" / "samples"


@pytest.mark.parametrize("file", sorted(SAMPLES.iterdir()), ids=lambda file: file.name)
@pytest.mark.parametrize("full", [[], ["--full"]], ids=["short", "full"])
def test_page(coach, file: Path, full: list[str]) -> None:
    """How much there is in the first line; nothing over 80 columns."""
    result = coach("log", "read", file, *full)

    assert result.exit_code == 0
    assert result.stderr == ""
    lines = result.stdout.splitlines()
    assert lines[0].startswith("Log of ")
    assert max(map(len, lines)) <= 80


def test_what_wants_a_look(coach) -> None:
    """Unknown names with the nearest ones and their line; rows left out by their reason."""
    lines = coach("log", "read", SAMPLES / "strong_commas.csv").stdout.splitlines()

    assert lines[0] == "Log of Strong: 2 sessions, 2030-01-07 to 2030-01-09"
    assert lines[2].startswith("7 sets of 4 exercises, 1 of them to warm up. 1 set of 1 name is")
    unknown = next(line for line in lines if "Goblin Squat" in line)
    assert unknown.split()[-2:] == ["1", "10"]
    assert any(line.split() == ["a", "rest", "1", "5"] for line in lines)


def test_many_names_are_cut_short(coach) -> None:
    """Twelve of thirteen unknown names are shown unless all are asked for."""
    log = "Date,Exercise,Category,Weight (kg),Reps\n" + "".join(
        f"2030-01-07,Zzz{'q' * n} lift,Legs,60,5\n" for n in range(13))

    assert "And 1 more: --full shows them." in coach("log", "read", "-", stdin=log).stdout
    assert "--full" not in coach("log", "read", "-", "--full", stdin=log).stdout


def test_json_is_the_log(coach) -> None:
    """--json prints all of it, under its name and version."""
    said = json.loads(coach("log", "read", SAMPLES / "hevy_kilos.csv", "--json").stdout)

    assert (said["schema"], said["app"], said["unknown"]) == ("log/1", "hevy", [])
    assert said["sessions"][1]["start"] == "2030-01-09T18:00:00"
    assert said["sessions"][1]["entries"][0]["sets"][1] == {
        "kind": "work", "reps": 8, "load_kg": 60.0, "hold_s": None, "distance_m": None,
        "rpe": 8.0, "rir": 2.0}
    assert Log.model_validate_json(json.dumps(said)).app == "hevy"


def test_standard_input_in_utf_16(coach) -> None:
    """Bytes come through as they are."""
    data = (SAMPLES / "stronglifts.csv").read_text("utf-8").encode("utf-16")

    assert coach("log", "read", "-", stdin=data).stdout.startswith("Log of StrongLifts: 1 session")


@pytest.mark.parametrize(("arguments", "says"), [
    (["none.csv"], "coach: none.csv: cannot be read: no such file or directory\n"),
    (["-", "--unit", "stone"], "coach: --unit: expected kg or lb, found 'stone'\n"),
])
def test_refusals(coach, arguments: list[str], says: str) -> None:
    """A sentence and exit code 2."""
    result = coach("log", "read", *arguments, stdin="")

    assert (result.exit_code, result.stderr) == (2, says)
