"""swap, replan, alternatives, tradeoff, why, why-not and diff on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

WEEK = Path(__file__).parents[4] / "examples" / "plans" / "week_mixed.json"


@pytest.fixture
def first(plan_json: Path) -> str:
    """Return the first work entry of the small plan."""
    plan = json.loads(plan_json.read_text())
    return next(e["exercise"] for e in plan["sessions"][0]["entries"] if e["phase"] == "work")


def test_swap_writes_a_plan(coach, plan_json, first, tmp_path) -> None:
    """A plan file goes in, a plan file comes out, and it passes its check."""
    file = tmp_path / "swapped.json"

    result = coach("swap", plan_json, "--session", "mon", "--entry", first, "-o", file)

    assert result.exit_code == 0
    assert "what could stand in" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80
    assert coach("check", file).exit_code == 0
    entries = [e["exercise"] for e in json.loads(file.read_text())["sessions"][0]["entries"]]
    assert first not in entries
    assert [f.name for f in tmp_path.iterdir()] == ["swapped.json"]


def test_swap_through_a_pipe(coach, plan_json, first) -> None:
    """- is standard input, -o - standard output: one command's plan is the next one's."""
    result = coach("swap", "-", "--session", "mon", "--entry", first, "-o", "-",
                   stdin=plan_json.read_text())

    plan = json.loads(result.stdout)
    assert plan["schema"] == "plan/1"
    same = coach("diff", plan_json, "-", "--json", stdin=result.stdout)
    changes = [e["change"] for s in json.loads(same.stdout)["sessions"] for e in s["entries"]]
    assert (changes.count("added"), changes.count("removed")) == (1, 1)


@pytest.mark.parametrize(("arguments", "schema"), [
    (["swap", "--session", "mon", "--entry", "{first}"], "swap/1"),
    (["replan", "--done", "mon"], "replan/1"),
    (["alternatives", "-k", "1", "--seconds", "1"], "alternatives/1"),
    (["tradeoff", "--minutes", "15..20", "--seconds", "0.2"], "tradeoff/1"),
    (["why"], "why/1"), (["why", "{first}"], "why/1"), (["why-not", "deadlift"], "why/1")],
    ids=lambda a: a[0] if isinstance(a, list) else a)
def test_json(coach, plan_json, first, arguments, schema) -> None:
    """--json prints a document that says what it is."""
    command, *rest = [a.format(first=first) for a in arguments]

    result = coach(command, plan_json, *rest, "--json")

    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)["schema"] == schema


@pytest.mark.parametrize(("arguments", "place", "says"), [
    (["swap", "--session", "tue", "--entry", "x"], "--session", "no session 'tue'"),
    (["swap", "--session", "mon", "--entry", "x"], "--entry", "mon has no 'x'"),
    (["replan", "--lost", "sun"], "--lost", "no session 'sun'"),
    (["replan", "--minutes", "mon:20"], "--minutes", "as in sat=35"),
    (["replan", "--lock", "mon:x"], "--lock", "mon has no 'x'"),
    (["why", "latz"], "WHAT", "latz"),
    (["why-not", "dedlift"], "EXERCISE", "did you mean 'deadlift'?"),
    (["tradeoff"], "", "--minutes 20..90 or --sessions 2..6"),
    (["tradeoff", "--minutes", "20"], "--minutes", "a range such as 20..90"),
    (["alternatives", "-k", "0"], "--count", "from 1 to 10"),
    (["diff", "{plan}", "-o"], "", "no option '-o'")])
def test_mistakes(coach, plan_json, arguments, place, says) -> None:
    """A mistake names its option, exits with 2 and prints nothing on standard output."""
    command, *rest = [a.format(plan=plan_json) for a in arguments]

    result = coach(command, plan_json, *rest)

    assert result.exit_code == 2
    assert says.lower() in result.stderr.lower()
    assert result.stderr.startswith(f"coach: {place}")
    assert result.stdout == ""


def test_text_is_no_plan(coach) -> None:
    """A workout in set notation is for check; every command that needs a plan says so."""
    for command in (["why"], ["replan"], ["why-not"]):
        extra = ["deadlift"] if command == ["why-not"] else []
        result = coach(*command, "-", *extra, stdin="5x5 Deadlift\n")
        assert result.exit_code == 2
        assert "coach check reads that" in result.stderr


def test_nothing_half_written(coach, plan_json, tmp_path) -> None:
    """Where the file can't be written, the folder is as it was."""
    result = coach("replan", plan_json, "--done", "mon", "-o", tmp_path / "no" / "plan.json")

    assert result.exit_code == 2
    assert "cannot be written: no such file" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_stand_there_exits_with_3(coach, plan_json, first) -> None:
    """A bench press in a session for the back at home: the rule says why, the code is 3."""
    result = coach("swap", plan_json, "--session", "mon", "--entry", first, "--for",
                   "bench_press")

    assert result.exit_code == 3
    assert "equipment (mon)" in result.stderr


def test_a_week(coach, tmp_path) -> None:
    """Monday is done, the cable is gone: the week's file is replanned, and Monday is Monday."""
    file = tmp_path / "week.json"

    result = coach("replan", WEEK, "--done", "mon", "--without", "cable", "-o", file)

    assert result.exit_code == 0, result.stderr
    before, after = (json.loads(f.read_text())["sessions"][0] for f in (WEEK, file))
    assert json.dumps(before) == json.dumps(after)
    assert coach("check", file).exit_code == 0


def test_the_picture(coach, plan_json, tmp_path) -> None:
    """Tradeoff -o writes an SVG beside what it prints."""
    file = tmp_path / "curve.svg"

    result = coach("tradeoff", plan_json, "--minutes", "15..20", "--seconds", "0.2", "-o", file)

    assert result.exit_code == 0
    assert file.read_text().startswith("<svg")
