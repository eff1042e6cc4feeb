"""``coach export``: files by suffix, losses and broken plans on standard error."""

from __future__ import annotations

import json
import re
import stat
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from planner.doors.cli.exporting import coming
from planner.plans.schema import Plan
from planner.show.formats import FORMATS

START = ("--start", "2026-12-01T18:00")


def edited(plan_json: Path, folder: Path, change: Any) -> Path:
    """Return a plan file that somebody has edited."""
    data = json.loads(plan_json.read_text(encoding="utf-8"))
    change(data)
    file = folder / "edited.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    return file


def test_every_format_at_once(coach, plan_json: Path, tmp_path: Path) -> None:
    """Several ``-o`` are several files, each in the format of its suffix; stdout stays empty."""
    files = [tmp_path / f"back{f.suffixes[0]}" for f in FORMATS.values()]

    result = coach("export", plan_json, *START,
                   *(word for file in files for word in ("-o", file)))

    assert result.exit_code == 0
    assert result.stdout == ""
    assert [file.exists() for file in files] == [True] * len(files)
    assert [f"{file}: " in result.stderr for file in files] == [True] * len(files)


def test_help_names_every_format(coach) -> None:
    """What ``--format`` takes stands in the help."""
    text = " ".join(coach("export", "--help").stdout.split())

    assert f"Formats: {', '.join(FORMATS)}." in text


def test_text_by_default(coach, plan_json: Path) -> None:
    """Without ``-o`` the plan is printed as text, which ``coach check -`` takes."""
    text = coach("export", plan_json)

    assert text.stderr == ""
    assert text.stdout.startswith("# Plan: ")
    assert coach("check", "-", stdin=text.stdout).exit_code == 0


def test_standard_input_and_output(coach, plan_json: Path) -> None:
    """``-`` is both; ``--format`` says what is printed."""
    read = coach("export", "-", "-o", "-", "--format", "csv",
                 stdin=plan_json.read_text(encoding="utf-8"))

    assert read.stdout.lstrip("\ufeff").startswith("session,day,date")
    assert read.stdout == coach("export", plan_json, "--format", "csv").stdout


def test_format_wins(coach, plan_json: Path, tmp_path: Path) -> None:
    """``--format`` is stronger than the suffix."""
    file = tmp_path / "back.txt"

    assert coach("export", plan_json, "-o", file, "--format", "markdown").exit_code == 0
    assert file.read_text(encoding="utf-8").startswith("# ")


def test_json_report(coach, plan_json: Path, tmp_path: Path) -> None:
    """``--json`` says what was written, and what it could not hold."""
    file = tmp_path / "back.liftoscript"

    report = json.loads(coach("export", plan_json, "-o", file, "--json").stdout)

    assert report["schema"] == "export/1"
    [written] = report["files"]
    assert (written["file"], written["format"]) == (str(file), "liftoscript")
    assert written["bytes"] == file.stat().st_size
    assert written["losses"][0] == "what is not work stands in the description of its day"


def test_losses_are_said(coach, plan_json: Path, tmp_path: Path) -> None:
    """What a format cannot hold stands on standard error, with the file."""
    file = tmp_path / "back.liftoscript"

    assert f"coach: {file}: what is not work stands in" in coach(
        "export", plan_json, "-o", file).stderr


def two_sessions(data: dict[str, Any]) -> None:
    """Make the plan of one session a week of two."""
    data["sessions"].append({**data["sessions"][0], "id": "thu", "day": "thu"})
    data["request"]["sessions"].append(
        {**data["request"]["sessions"][0], "id": "thu", "day": "thu"})


def test_a_week_for_a_watch_is_a_file_a_session(coach, plan_json: Path, tmp_path: Path) -> None:
    """A FIT file holds one session, so a week of two is two files."""
    plan = edited(plan_json, tmp_path, two_sessions)

    result = coach("export", plan, "-o", tmp_path / "week.fit")

    assert result.exit_code == 0
    assert sorted(f.name for f in tmp_path.glob("*.fit")) == ["week-mon.fit", "week-thu.fit"]


def test_one_session_of_a_week(coach, plan_json: Path, tmp_path: Path) -> None:
    """Named with ``--session`` it goes into the file as it is called."""
    plan = edited(plan_json, tmp_path, two_sessions)

    coach("export", plan, "-o", tmp_path / "week.fit", "--session", "thu")

    assert [f.name for f in tmp_path.glob("*.fit")] == ["week.fit"]


def test_a_broken_plan_is_named_and_written(coach, plan_json: Path, tmp_path: Path) -> None:
    """Fifty sets more are too many, and the file comes out all the same, exit code 0."""
    def more(data: dict[str, Any]) -> None:
        data["sessions"][0]["entries"][-1]["sets"] += 50

    plan = edited(plan_json, tmp_path, more)
    result = coach("export", plan, "-o", tmp_path / "x.csv")

    assert result.exit_code == 0
    assert f"coach: {plan}: breaks session_sets (mon): 5" in result.stderr
    assert f"coach: {plan}: it is written as it stands" in result.stderr
    assert (tmp_path / "x.csv").exists()


def test_a_foreign_exercise_is_named_and_written(coach, plan_json: Path, tmp_path: Path) -> None:
    """A plan of another catalogue cannot be audited, and is shown with the id in words."""
    def other(data: dict[str, Any]) -> None:
        data["sessions"][0]["entries"][-1]["exercise"] = "atlas_stone_lift"

    plan = edited(plan_json, tmp_path, other)
    result = coach("export", plan, "--format", "markdown")

    assert result.exit_code == 0
    assert "unknown exercise 'atlas_stone_lift'" in result.stderr
    assert "Atlas stone lift" in result.stdout


def test_an_overlay_names_its_exercises(coach, plan_json: Path, tmp_path: Path) -> None:
    """Names come from the catalogue with a user's own files on top, odd ones too."""
    from planner.catalog import load

    plan = Plan.model_validate_json(plan_json.read_text(encoding="utf-8"))
    exercise = load().exercise_by_id[plan.sessions[0].entries[-1].exercise]
    overlay = tmp_path / "own.yaml"
    own = exercise.model_copy(update={"name": "=1+1, \"<b>ロウ</b>\""})
    overlay.write_text(json.dumps({"exercises": [own.model_dump(mode="json", exclude_none=True)]}),
                       encoding="utf-8")

    result = coach("export", plan_json, "--format", "csv", "--catalog", overlay)

    assert "\"'=1+1, \"\"<b>ロウ</b>\"\"\"" in result.stdout


@pytest.mark.parametrize(("arguments", "sentence"), [
    (["-o", "week.doc"], "coach: week.doc: the name ends in no known suffix; they are .txt"),
    (["--format", "excel"], "coach: --format: unknown format 'excel'"),
    (["-o", "-", "-o", "-"], "coach: -o: standard output can hold one thing; give -o FILE"),
    (["--json"], "coach: -o: standard output can hold one thing; give -o FILE"),
    (["-o", "x.ics", "--start", "noon"], "coach: --start: 'noon' is no time; write a local time"),
    (["-o", "x.ics", *START, "--zone", "Mars"], "coach: --zone: unknown time zone 'Mars'"),
    (["-o", "x.ics", *START, "--at", "mon"], "coach: --at: expected a session and a time"),
    (["-o", "x.ics", *START, "--at", "mon=8"], "coach: --at: '8' is no time of day; write 18:00"),
    (["-o", "x.ics", *START, "--weeks", "99"], "coach: --weeks: expected a whole number from 1"),
    (["-o", "x.csv", "--session", "tue"], "coach: --session: no session 'tue'"),
    (["-o", "no/such/folder/x.csv"], "coach: no/such/folder/x.csv: cannot be written: no such"),
    (["-o", "."], "coach: .: the name ends in no known suffix"),
])
def test_mistakes(coach, plan_json: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                  arguments: list[str], sentence: str) -> None:
    """Every mistake is a sentence with the option and exit code 2, and nothing is written."""
    monkeypatch.chdir(tmp_path)

    result = coach("export", plan_json, *arguments)

    assert result.exit_code == 2
    assert sentence in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_text_is_no_plan(coach, tmp_path: Path) -> None:
    """A workout in set notation has no plan's figures; it is said where those come from."""
    result = coach("export", "-", stdin="5x5 Deadlift\n")

    assert result.exit_code == 2
    assert result.stderr == ("coach: <stdin>: expected a plan's JSON, found text; "
                             "coach plan --json prints one\n")


def test_never_over_the_plan_itself(coach, plan_json: Path) -> None:
    """A slip of the pen does not turn the plan into something else."""
    before = plan_json.read_bytes()

    result = coach("export", plan_json, "-o", plan_json, "--format", "csv")

    assert result.exit_code == 2
    assert "this is the file that was read" in result.stderr
    assert plan_json.read_bytes() == before


def test_nothing_is_half_written(coach, plan_json: Path, tmp_path: Path) -> None:
    """One wrong option, and none of the files that would have been right is there."""
    result = coach("export", plan_json, "-o", tmp_path / "x.csv", "-o", tmp_path / "x.ics",
                   *START, "--zone", "Mars")

    assert result.exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_replaced_with_the_usual_rights(coach, plan_json: Path, tmp_path: Path) -> None:
    """A file that was there is replaced, nothing is left beside it, others may read it."""
    file = tmp_path / "x.csv"
    file.write_text("old")

    coach("export", plan_json, "-o", file)

    assert file.read_text(encoding="utf-8-sig").startswith("session,")
    assert [f.name for f in tmp_path.iterdir()] == ["x.csv"]
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) & 0o400


def test_without_a_start(coach, plan_json: Path, tmp_path: Path) -> None:
    """A calendar begins on the coming Monday evening, and says so."""
    result = coach("export", plan_json, "-o", tmp_path / "x.ics")

    assert re.search(r"coach: no --start was given: the first session is on Monday "
                     r"\d{4}-\d\d-\d\d at 18:00", result.stderr)


@pytest.mark.parametrize(("now", "expected"), [
    # 25 November 2026 is a Wednesday, 30 November a Monday.
    (datetime(2026, 11, 25, 9), datetime(2026, 11, 30, 18)),
    (datetime(2026, 11, 30, 9), datetime(2026, 12, 7, 18)),
    (datetime(2026, 11, 29, 23), datetime(2026, 11, 30, 18)),
])
def test_the_coming_first_day(plan_json: Path, now: datetime, expected: datetime) -> None:
    """The next day of the plan's first session, never today."""
    plan = Plan.model_validate_json(plan_json.read_text(encoding="utf-8"))

    assert coming(plan, now) == expected


def test_a_missing_extra(coach, plan_json: Path, tmp_path: Path,
                         monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its library the format names the extra, exit code 2."""
    for module in [m for m in sys.modules if m.split(".")[0] == "icalendar"]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "icalendar", None)

    result = coach("export", plan_json, "-o", tmp_path / "x.ics", *START)

    assert result.exit_code == 2
    assert result.stderr == ("coach: a calendar needs icalendar: "
                             "pip install 'coach-planner[export]'\n")
