"""``coach plan``: the page, the formats, options over files, progress and Ctrl-C."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from planner.doors.cli.live import EVERY_S, line_text, live_line, watched
from planner.request.errors import NoPlanInTime
from planner.solve.trace import Progress

ROOT = Path(__file__).parents[5]
SMALL = ["--minutes", "20", "--equipment", "minimal", "--focus", "back"]


def test_page(coach) -> None:
    """Who it is for, how good it is, what to do and what comes next: about twenty lines."""
    result = coach("plan", *SMALL)

    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert " ".join(lines[:2]).startswith(
        "Hypertrophy for an intermediate lifter, one session with dumbbells and a mat, ")
    assert "Proved: by its prices no plan of the exercises on offer is better." in lines
    [title] = [line for line in lines if line.startswith("Monday: ")]
    assert re.search(r", \d+ of 20 minutes$", title)
    assert lines[lines.index(title) + 1].startswith("  Warm-up ")
    assert re.search(r"exercise +sets x reps .* next time$", result.stdout, re.MULTILINE)
    assert re.search(r"\+2 kg at \d x \d+$|\+1 rep to \d+$", result.stdout, re.MULTILINE)
    assert len(lines) <= 25
    assert result.stderr == ""


@pytest.mark.parametrize(("option", "words"), [
    ("--why", "of the day"), ("--coverage", "Coverage, in fractional sets"),
    ("--rules", "must rules kept"), ("--ledger", "is a"), ("--full", "minutes at a typical pace"),
])
def test_parts(coach, plan_json: Path, option: str, words: str) -> None:
    """Each option shows its part, which the page has not by itself."""
    usual = coach("show", plan_json).stdout
    more = coach("show", plan_json, option).stdout
    planned = coach("plan", *SMALL, option).stdout

    assert words not in usual
    assert words in more
    assert words in planned


def test_all_of_it(coach, plan_json: Path) -> None:
    """--full has the reasons, the starts, the ramp sets, the other paces, coverage and rules."""
    text = coach("show", plan_json, "--full").stdout

    for words in ("brisk, ", "start", "takes", "Why", "Next time", "Coverage, in fractional sets",
                  "must rules kept", "Catalogue coach"):
        assert words in text


def test_coverage_with_goals_is_a_wish(coach) -> None:
    """With goals --coverage belongs to the request, without it is a part of the page."""
    asked = json.loads(coach("plan", *SMALL, "--coverage", "lats=2:4:8", "--json").stdout)
    shown = json.loads(coach("plan", *SMALL, "--json", "--coverage").stdout)

    assert asked["request"]["coverage"]["lats"] == {"min": 2, "target": 4, "max": 8, "weight": 1}
    assert shown["request"]["coverage"] == {}


def test_eighty_columns(coach, process) -> None:
    """Piped, no line is over 80 characters and nothing is coloured, whatever the terminal."""
    for text in (coach("plan", *SMALL, "--ledger").stdout,
                 process("plan", *SMALL, COLUMNS="200", TERM="xterm-256color").stdout):
        assert text
        assert max(map(len, text.splitlines())) <= 80
        assert "\x1b" not in text


def test_json_and_page_agree(coach) -> None:
    """--json is plan/1, --format json is the same, and its exercises stand on the page."""
    data = json.loads(coach("plan", *SMALL, "--json").stdout)
    again = json.loads(coach("plan", *SMALL, "--format", "json").stdout)
    assert data["schema"] == "plan/1"
    assert data["sessions"] == again["sessions"]
    assert len(coach("plan", *SMALL).stdout) > 500


def test_markdown(coach) -> None:
    """Markdown has the same parts, as tables that every row of fits."""
    text = coach("plan", *SMALL, "--format", "markdown", "--full").stdout
    assert text.startswith("# ")
    tables = re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)
    assert len(tables) >= 3
    for table in tables:
        counts = {len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}
        assert len(counts) == 1


def test_options_override_the_file(coach, tmp_path: Path) -> None:
    """What stands on the command line wins, also over what single sessions say."""
    file = tmp_path / "request.yaml"
    file.write_text("goal: strength\nrules: {grip_apart: off}\nequipment: [gym]\n"
                    "sessions: [{day: tue, minutes: 90, equipment: [gym], focus: [legs]}]\n")
    result = coach("plan", file, *SMALL, "--goal", "health", "--rule", "core_last=must",
                   "--max", "deadlift=140", "--json")
    request = json.loads(result.stdout)["request"]
    assert request["goal"] == "health"
    assert request["rules"] == {"grip_apart": "off", "core_last": "must"}
    assert request["maxes_kg"] == {"deadlift": 140}
    session = request["sessions"][0]
    assert (session["day"], session["minutes"]) == ("tue", 20)
    assert session["equipment"] == ["minimal"]
    assert session["focus"] is None


def test_a_place_for_an_overridden_field(coach, tmp_path: Path) -> None:
    """An error in an option names the option, not the line of the file it replaced."""
    file = tmp_path / "request.yaml"
    file.write_text("sessions: [{day: mon, minutes: 20}]\nfocus: [back]\n")
    result = coach("plan", file, "--focus", "bak")
    assert result.stderr == "coach: --focus: unknown 'bak'; did you mean 'back'?\n"


@pytest.mark.parametrize(("options", "expected"), [
    (["--minutes", "20"], [("mon", 20)]),
    (["--days", "mon,thu", "--minutes", "20"], [("mon", 20), ("thu", 20)]),
    (["--days", "mon,thu", "--minutes", "20,15"], [("mon", 20), ("thu", 15)]),
    (["--days", "mon,thu", "--minutes", "20,thu=15"], [("mon", 20), ("thu", 15)]),
    (["--minutes", "thu=15,mon=20"], [("mon", 20), ("thu", 15)]),
    (["--days", "mon,mon", "--minutes", "12,mon_2=15"], [("mon", 12), ("mon", 15)]),
])
def test_days_and_minutes(options: list[str], expected: list[tuple[str, int]]) -> None:
    """Days and minutes combine as people write them."""
    from planner.doors.cli.days import sessions_of

    pairs = dict(zip(options[::2], options[1::2], strict=True))
    sessions = sessions_of(pairs.get("--days"), pairs.get("--minutes"), None)
    assert sessions is not None
    assert [(s["day"], s["minutes"]) for s in sessions] == expected


def test_kilograms(coach, tmp_path: Path) -> None:
    """With a known maximum the load and the ramp are in kilograms."""
    text = coach("plan", "--minutes", "45", "--include", "deadlift", "--focus", "lower_back",
                 "--max", "deadlift=140", "--goal", "strength", "--full").stdout
    line = next(line for line in text.splitlines() if re.search(r"\d:\d\d +Deadlift", line))
    assert re.search(r"\d kg", line)
    assert re.search(r"ramp: 5 at [\d.]+ kg", text)


def test_complaint(coach) -> None:
    """A complaint's advice and stop signs stand with the plan."""
    text = coach("plan", *SMALL, "--complaint", "low_back_pain").stdout
    assert "Take care" in text
    assert "Stop and see a clinician" in " ".join(text.split())


@pytest.mark.parametrize("name", ["upper_back", "quick_dumbbells"])
def test_examples(coach, name: str) -> None:
    """The examples are planned as they stand."""
    result = coach("plan", ROOT / "examples" / f"{name}.yaml", "--json")
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)["schema"] == "plan/1"


def test_week(coach) -> None:
    """A week has a page a day, and a grid of goals by day within 80 columns."""
    result = coach("plan", "--days", "mon,thu", "--minutes", "20", "--equipment", "minimal",
                   "--focus", "back", "--seconds", "5", "--coverage")
    assert result.exit_code == 0, result.stderr
    assert "Monday: " in result.stdout
    assert "Thursday: " in result.stdout
    assert re.search(r"goal +mon +thu +week", result.stdout)
    assert max(map(len, result.stdout.splitlines())) <= 80


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_words_of_the_live_line() -> None:
    """The tier, the best so far, its bound and the gap; before there is a plan, that."""
    assert line_text(Progress("use_of_time", 36, 31, 1.2), 1.2) == (
        "use of time  best 36  bound 31  gap 14 %  1.2 s")
    assert line_text(None, 0.3) == "looking for a first plan  0.3 s"


@pytest.mark.parametrize(("term", "shown"), [("xterm", True), ("dumb", False)])
def test_live_line(monkeypatch: pytest.MonkeyPatch, term: str, shown: bool) -> None:
    """On a terminal that can move back the line is wiped in the end; elsewhere is none."""
    monkeypatch.setenv("TERM", term)
    screen, pipe = _Terminal(), io.StringIO()
    for stream in (screen, pipe):
        with live_line(lambda: "best 36", stream):
            time.sleep(3 * EVERY_S)
    assert ("best 36" in screen.getvalue()) is shown
    assert screen.getvalue().endswith("\x1b[2K") is shown
    assert pipe.getvalue() == ""


def test_watched_hands_on() -> None:
    """What the search returns or raises reaches the thread that waits for it."""
    assert watched(lambda on_progress, should_stop: 7, io.StringIO()) == 7

    def fail(on_progress: object, should_stop: object) -> int:
        raise NoPlanInTime("late")

    with pytest.raises(NoPlanInTime):
        watched(fail, io.StringIO())


def test_ctrl_c() -> None:
    """Ctrl-C stops the search: the best plan so far with exit code 0, or 130 without one."""
    arguments = ["plan", "--days", "mon,tue,thu,fri", "--minutes", "60", "--seconds", "60",
                 "--json"]
    running = subprocess.Popen(
        [sys.executable, "-m", "planner.doors.cli.main", *arguments], stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler))
    time.sleep(6)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=30)
    assert "Traceback" not in err
    if running.returncode == 0:
        assert json.loads(out)["solver"]["stopped_by"] == "user"
    else:
        assert running.returncode == 130
        assert json.loads(out)["schema"] == "error/1"


def test_what_somebody_can_do(coach) -> None:
    """Chin-ups are beyond most novices, but not beyond one who says so."""
    asked = ("plan", "--level", "novice", "--focus", "back", "--minutes", "45")

    assert "Chin-up" not in coach(*asked).stdout
    assert "Chin-up" in coach(*asked, "--able", "chin_up").stdout
    wrong = coach(*asked, "--able", "chin_upp")
    assert wrong.exit_code == 2
    assert "--able: unknown 'chin_upp'; did you mean 'chin_up'?" in wrong.stderr


def test_the_events_of_the_search_in_a_file(coach, tmp_path: Path) -> None:
    """One JSON per line: stages, better plans and bounds."""
    log = tmp_path / "search.jsonl"
    settings = tmp_path / "search.yaml"
    settings.write_text("tie_break_work: 0.01\n")

    done = coach("plan", "--minutes", "20", "--equipment", "none", "--trace", str(log),
                 "--search", str(settings))

    events = [json.loads(line) for line in log.read_text().splitlines()]
    assert done.exit_code == 0
    assert {e["event"] for e in events} >= {"stage", "plan", "bound"}
    assert events[0]["stage"] == "linear relaxation"


def test_wrong_settings_of_the_search(coach, tmp_path: Path) -> None:
    """The file and the line are named, and nothing is planned."""
    settings = tmp_path / "search.yaml"
    settings.write_text("patience: 3\n")

    done = coach("plan", "--minutes", "20", "--search", str(settings))

    assert done.exit_code == 2
    assert "search.yaml:1:1: patience" in done.stderr
