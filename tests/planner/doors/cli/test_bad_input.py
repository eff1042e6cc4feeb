"""A user's mistake is one clear sentence with the place and an exit code, never a traceback."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

REQUESTS = {
    "wrong type": ("sessions: [{day: mon, minutes: fifty}]",
                   "1:23: sessions.0.minutes: expected a whole number, found 'fifty'"),
    "a truth for a number": ("sessions: [{day: mon, minutes: true}]",
                             "sessions.0.minutes: expected a whole number, found true"),
    "unknown id": ("sessions: [{day: mon, minutes: 40}]\nfocus: [bak]",
                   "2:1: focus: unknown 'bak'; did you mean 'back'?"),
    "unknown word": ("goal: hypertrofy\nsessions: [{day: mon, minutes: 40}]",
                     "1:1: goal: unknown value 'hypertrofy'; did you mean 'hypertrophy'?"),
    "negative time": ("sessions: [{day: mon, minutes: -5}]",
                      "sessions.0.minutes: expected at least 1, found -5"),
    "far too long": ("sessions: [{day: mon, minutes: 100000}]",
                     "sessions.0.minutes: expected at most 600, found 100000"),
    "no session": ("sessions: []", "sessions: expected at least 1 item, found an empty list"),
    "sessions missing": ("goal: health", "sessions: this field is missing"),
    "unknown field": ("sessions: [{day: mon, minuts: 40}]",
                      "sessions.0.minuts: unknown field 'minuts'; did you mean 'minutes'?"),
    "unknown rule field": ("sessions: [{day: mon, minutes: 40}]\nrules: {core_last: {mus: 4}}",
                           "rules.core_last.mus: unknown field 'mus'; did you mean 'must'?"),
    "days out of order": ("sessions: [{day: tue, minutes: 40}, {day: mon, minutes: 40}]",
                          "sessions.1: mon stands after tue"),
    "figures that fall": ("sessions: [{day: mon, minutes: 40}]\n"
                          "coverage: {lats: {min: 9, target: 3}}",
                          "coverage.lats: min, target and max must not fall"),
    "a bomb of aliases": ("a: &a [x, x]\nb: &b [*a, *a]\nsessions: *b",
                          "1:4: anchors and aliases"),
    "a list": ("- 4", "expected a request, which is a mapping, found [4]"),
    "twice": ("goal: health\ngoal: health\nsessions: []", "2:1:"),
    "broken yaml": ("sessions: [}", "1:12: "),
}


@pytest.mark.parametrize("name", REQUESTS)
def test_request_file(coach, tmp_path: Path, name: str) -> None:
    """Every mistake in a request file is named with file, line, column and field."""
    text, sentence = REQUESTS[name]
    file = tmp_path / "request.yaml"
    file.write_text(text)
    result = coach("plan", file)
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert str(file) in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


@pytest.mark.parametrize("name", REQUESTS)
def test_error_as_json(coach, tmp_path: Path, name: str) -> None:
    """With --json the same sentence stands on standard output as error/1."""
    text, _ = REQUESTS[name]
    result = coach("plan", "-", "--json", stdin=text)
    error = json.loads(result.stdout)
    assert result.exit_code == 2
    assert error["schema"] == "error/1"
    assert error["where"].startswith("<stdin>")
    assert error["message"] in result.stderr


JSON_REQUESTS = {
    '{"sessions": [{"day": "mon", "minutes": 5, "minutes": 6}]}': "'minutes' stands here twice",
    '{"sessions": [}': "1:15: not JSON",
    '{"sessions": ' + "[" * 100_000: "too many levels",
    '{"sessions": [{"day": "mon", "minutes": NaN}]}': "only finite numbers",
    '{"sessions": [{"day": "mon", "minutes": "55"}]}': "expected a whole number, found '55'",
}


@pytest.mark.parametrize("text", JSON_REQUESTS, ids=range(len(JSON_REQUESTS)))
def test_json_request(coach, text: str) -> None:
    """JSON is read as strictly as YAML."""
    result = coach("plan", "-", stdin=text)
    assert result.exit_code == 2
    assert JSON_REQUESTS[text] in result.stderr


OPTIONS = [
    (["--minutes", "x"], "--minutes: expected whole minutes"),
    (["--minutes", "-5"], "--minutes: expected at least 1, found -5"),
    (["--minutes", "100000"], "--minutes: expected at most 600, found 100000"),
    (["--days", "mon"], "--minutes: no minutes for mon"),
    (["--days", "mon,wed", "--minutes", "40,50,60"], "3 numbers for 2 sessions"),
    (["--days", "mun", "--minutes", "40"], "--days: unknown day 'mun'; did you mean"),
    (["--days", "mon", "--minutes", "40,sat=35"], "--minutes: no session 'sat'"),
    (["--minutes", "40", "--goal", "hypertrofy"], "--goal: unknown value 'hypertrofy'"),
    (["--minutes", "40", "--include", "dedlift"], "--include: unknown 'dedlift'; did you mean"),
    (["--minutes", "40", "--rule", "core_last"], "--rule: expected the form"),
    (["--minutes", "40", "--rule", "corelast=must"], "did you mean 'core_last'?"),
    (["--minutes", "40", "--max", "deadlift=x"], "--max: expected the form"),
    (["--minutes", "40", "--coverage", "lats"], "--coverage: expected the form"),
    (["--minutes", "40", "--warm-up", "long"], "--warm-up: expected minutes"),
    (["--minutes", "40", "--seconds", "-3"], "--seconds: expected more than 0"),
    (["--minutes", "40", "--format", "xml"], "--format: unknown format 'xml'"),
    (["--minutes", "40", "--catalog", "/nowhere"], "/nowhere: no such file or folder"),
    (["--minuts", "40"], "did you mean '--minutes'?"),
    ([], "nothing to plan: name a request file, or --minutes"),
]


@pytest.mark.parametrize(("options", "sentence"), OPTIONS, ids=lambda v: str(v)[:40])
def test_options(coach, options: list[str], sentence: str) -> None:
    """A wrong option is named, with what would be right."""
    result = coach("plan", *options)
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert result.stderr.count("\n") == 1


def test_one_minute(coach) -> None:
    """One minute is no mistake of form but a request that no plan can satisfy."""
    result = coach("plan", "--minutes", "1", "--json")
    conflict = json.loads(result.stdout)
    assert result.exit_code == 3
    assert conflict["schema"] == "conflict/1"
    assert any(rule["rule"] == "time_budget" for rule in conflict["rules"])
    assert "cannot hold together" in result.stderr


def test_no_time(coach) -> None:
    """A limit that passes before any plan is exit code 4."""
    result = coach("plan", "--minutes", "40", "--seconds", "0.000001", "--json")
    assert result.exit_code == 4
    assert json.loads(result.stdout)["schema"] == "error/1"


FILES = {
    "a folder": (None, "this is a folder"),
    "nothing there": (..., "cannot be read: no such file"),
    "binary": (bytes(range(256)), "this is not text in UTF-8"),
    "zero bytes": (b"5x5 Deadlift\0", "this is binary"),
    "empty": (b" \n", "this is empty"),
    "10 MB of noise": (os.urandom(10_000_000), "more than 2 MB"),
    "10 MB of words": (b"5x5 Deadlift\n" * 800_000, "more than 2 MB"),
}


@pytest.mark.parametrize("command", ["plan", "check"])
@pytest.mark.parametrize("name", FILES)
def test_files(coach, tmp_path: Path, command: str, name: str) -> None:
    """What cannot be a request or a workout is refused before it is read in full."""
    content, sentence = FILES[name]
    file = tmp_path / "thing"
    if content is None:
        file.mkdir()
    elif isinstance(content, bytes):
        file.write_bytes(content)
    result = coach(command, file)
    assert result.exit_code == 2
    assert f"{file}" in result.stderr
    assert sentence in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable(coach, tmp_path: Path) -> None:
    """A file without permission is refused in a sentence."""
    file = tmp_path / "secret.yaml"
    file.write_text("sessions: []")
    file.chmod(0)
    result = coach("plan", file)
    assert result.exit_code == 2
    assert "cannot be read: permission denied" in result.stderr


def test_noise_on_standard_input(coach) -> None:
    """Standard input is held to the same limits."""
    assert "more than 2 MB" in coach("plan", "-", stdin=os.urandom(3_000_000)).stderr
    assert "not text" in coach("check", "-", stdin=b"\xff\xfe\x00").stderr
    assert "this is empty" in coach("check", "-").stderr


SAMPLES = Path(__file__).parents[2] / "logs" / "samples"


@pytest.mark.parametrize("file", sorted(SAMPLES.glob("*.csv")), ids=lambda file: file.name)
def test_a_log_is_no_workout(coach, tmp_path: Path, file: Path) -> None:
    """What an app has exported is named, with the command that reads it, however long it is."""
    app = {"fitnotes": "FitNotes", "hevy": "Hevy", "strong": "Strong",
           "stronglifts": "StrongLifts"}[file.stem.split("_")[0]]
    long = tmp_path / "log.csv"
    long.write_bytes(file.read_bytes() + b"\n" * 3_000_000)

    for path in (file, long):
        result = coach("check", path)

        assert result.exit_code == 2
        assert result.stderr == (f"coach: {path}: this is a training log of {app}, not a workout; "
                                 "coach log read FILE reads it\n")


WORKOUTS = {
    "5x5 Dedlifts": ("<stdin>:1: unknown exercise 'Dedlifts'", "Deadlift"),
    '{"schema": "audit/1"}': ("expected a plan with the schema 'plan/1'", "audit/1"),
    '{"schema": "plan/1", "status": "best"}': ("status: unknown value 'best'", "<stdin>:1:"),
}


@pytest.mark.parametrize("text", WORKOUTS)
def test_workouts(coach, text: str) -> None:
    """A workout that cannot be read is named with its line or field."""
    result = coach("check", "-", stdin=text)
    assert result.exit_code == 2
    for part in WORKOUTS[text]:
        assert part in result.stderr


def test_broken_plan_file(coach, plan_json: Path, tmp_path: Path) -> None:
    """A wrong value deep in a plan is found by line, column and path."""
    data = json.loads(plan_json.read_text())
    data["sessions"][0]["entries"][0]["sets"] = "many"
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(data, indent=1))
    result = coach("check", file)
    assert result.exit_code == 2
    assert "sessions.0.entries.0.sets: expected a whole number, found 'many'" in result.stderr


def test_no_traceback(process) -> None:
    """As a process of its own, too, a mistake is one sentence and nothing else."""
    result = process("plan", "-", stdin="sessions: 5")
    assert result.returncode == 2
    assert result.stderr == "coach: <stdin>:1:1: sessions: expected a list, found 5\n"
    assert result.stdout == ""


def test_unknown_names(coach) -> None:
    """Commands, exercises, programmes and schemas come with the nearest known one."""
    assert "did you mean 'plan'?" in coach("plam").stderr
    assert "nearest are Deadlift" in coach("catalog", "show", "dedlift").stderr
    assert "did you mean 'upper_back'?" in coach("program", "show", "uper back").stderr
    assert "did you mean 'request'?" in coach("schema", "requests").stderr
    assert "did you mean 'lats'?" in coach("catalog", "list", "--muscle", "lat").stderr
