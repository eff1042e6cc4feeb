"""A profile below requests and options, and loads in pounds."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

PROFILE = """\
units: lb
level: novice
goal: strength
days: {mon: , sat: {minutes: 20, place: home}}
minutes: 25
places:
  gym: [gym]
  home: [dumbbells, mat]
complaints: [knee_pain]
maxes: {deadlift: 405}
"""
SHORT = ("--seconds", "1")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a profile."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "coach.yaml").write_text(PROFILE)
    return tmp_path


def asked(coach, *arguments: object) -> tuple[dict[str, Any], str]:
    """Return the request that a plan was made for, and what was said on standard error."""
    result = coach("plan", *arguments, *SHORT, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)["request"], result.stderr


def days(request: dict[str, Any]) -> list[tuple[str, int, str]]:
    """Return day, minutes and equipment of the sessions."""
    return [(s["day"], s["minutes"], " ".join(s["equipment"])) for s in request["sessions"]]


def test_a_plan_of_the_profile(coach) -> None:
    """Without a request it plans the days of the profile at their places, and says so in a line."""
    request, said = asked(coach)

    assert days(request) == [("mon", 25, "gym"), ("sat", 20, "dumbbells mat")]
    assert (request["goal"], request["level"]) == ("strength", "novice")
    assert request["maxes_kg"] == {"deadlift": 183.705}
    assert said == ("coach: from the profile coach.yaml: complaints, days, goal, level, maxes, "
                    "places (--no-profile leaves it out)\n")


def test_options_come_first(coach) -> None:
    """A new day is as long as the profile's minutes; equipment of an option is everybody's."""
    request, said = asked(coach, "--days", "tue,sat", "--equipment", "home", "--goal", "health")

    assert days(request) == [("tue", 25, "home"), ("sat", 20, "home")]
    assert request["goal"] == "health"
    assert said == ("coach: from the profile coach.yaml: complaints, level, maxes "
                    "(--no-profile leaves it out)\n")


def test_a_request_comes_before_the_profile(coach, folder: Path) -> None:
    """What it does not say is the profile's: on Saturday one is at home."""
    (folder / "r.yaml").write_text("goal: health\nsessions: [{day: wed, minutes: 20}, "
                                   "{day: sat, minutes: 20}]\n")
    request, _ = asked(coach, "r.yaml")

    assert days(request) == [("wed", 20, "gym"), ("sat", 20, "dumbbells mat")]
    assert (request["goal"], request["level"]) == ("health", "novice")


def test_equipment_of_a_request_is_for_all_days(coach, folder: Path) -> None:
    """Where the request says what is there, the profile's places are not looked at."""
    (folder / "r.yaml").write_text("equipment: [minimal]\n")
    request, _ = asked(coach, "r.yaml")

    assert days(request) == [("mon", 25, "minimal"), ("sat", 20, "minimal")]


def test_left_out(coach) -> None:
    """--no-profile plans as if there were none, without a word."""
    request, said = asked(coach, "--no-profile", "--minutes", "20")

    assert days(request) == [("mon", 20, "gym")]
    assert (request["level"], request["maxes_kg"], said) == ("intermediate", {}, "")


def test_another_one(coach, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A named profile comes before that of the variable, and that before the folder's."""
    (folder / "a.yaml").write_text("days: [tue]\nminutes: 20\n")
    (folder / "b.yaml").write_text("days: [thu]\nminutes: 20\n")
    monkeypatch.setenv("COACH_PROFILE", "b.yaml")

    assert days(asked(coach)[0]) == [("thu", 20, "gym")]
    assert days(asked(coach, "--profile", "a.yaml")[0]) == [("tue", 20, "gym")]


@pytest.mark.parametrize(("options", "sentence"), [
    (["--profile", "gone.yaml"], "coach: gone.yaml: cannot be read: no such file or directory"),
    (["--profile", "coach.yaml", "--no-profile"], "coach: --no-profile: a profile is named and"),
    (["--units", "stone"], "coach: --units: unknown unit 'stone'"),
    (["--no-profile"], "coach: nothing to plan: name a request file, or --minutes"),
])
def test_what_is_wrong(coach, options: list[str], sentence: str) -> None:
    """One sentence with its place, exit code 2."""
    result = coach("plan", *options)

    assert result.exit_code == 2
    assert result.stderr.startswith(sentence)


def test_a_profile_without_days(coach, folder: Path) -> None:
    """It says nothing of sessions, so something else has to."""
    (folder / "coach.yaml").write_text("level: novice\n")

    assert coach("plan").stderr.startswith("coach: nothing to plan: name a request file")
    assert days(asked(coach, "--minutes", "20")[0]) == [("mon", 20, "gym")]


DEADLIFT = ("--days", "mon", "--minutes", "40", "--include", "deadlift@mon=5x5", "--max",
            "deadlift=315", "--level", "intermediate")


@pytest.fixture
def pounds(coach, folder: Path) -> str:
    """Return the plan of a deadlift whose maximum is 315 lb."""
    (folder / "coach.yaml").write_text("units: lb\n")
    plan = coach("plan", *DEADLIFT, "--goal", "strength", *SHORT, "--json")
    assert plan.exit_code == 0, plan.stderr
    (folder / "plan.json").write_text(plan.stdout)
    [entry] = [e for e in json.loads(plan.stdout)["sessions"][0]["entries"]
               if e["exercise"] == "deadlift"]
    # 81 % of 142.882 kg are 115.7; the file of a plan keeps kilograms, in plates of 2.5.
    assert (entry["percent_1rm"], entry["load_kg"]) == (81, 115.0)
    return "plan.json"


def test_pages_in_pounds(coach, pounds: str) -> None:
    """81 % of 315 are 255.15 lb: 255, and never 253.5 by way of 115 kg; 50 % of that 127.6."""
    page = coach("show", pounds).stdout
    full = coach("show", pounds, "--full").stdout

    assert re.search(r"Deadlift +5 x 5 +2 +255 lb +\d:\d\d +\+10 lb at 5 x 6", page)
    assert "Build-up  Deadlift 5 at 130 lb, " in page
    assert "add 10 lb and start again at 5." in " ".join(full.split())
    assert " kg" not in page + full


def test_in_kilograms_all_the_same(coach, pounds: str) -> None:
    """--units comes before the profile."""
    assert re.search(r"Deadlift .* 115 kg .* \+5 kg at 5 x 6",
                     coach("show", pounds, "--units", "kg").stdout)


def test_exports_in_pounds(coach, pounds: str, folder: Path) -> None:
    """Text and Markdown say pounds; the text is read back to the same 255 lb, 115.67 kg."""
    text, markdown = (coach("export", pounds, "--format", name) for name in ("text", "markdown"))

    assert "5x5 Deadlift @ RIR 2, 255lb, 180s rest\n" in text.stdout
    assert "| 255 lb |" in markdown.stdout
    assert "ramp: 5 at 130 lb" in markdown.stdout
    (folder / "back.txt").write_text(text.stdout)
    assert "255 lb" in coach("check", "back.txt").stdout
    back = json.loads(coach("check", "back.txt", "--json").stdout)
    [entry] = [e for e in back["sessions"][0]["entries"] if e["exercise"] == "deadlift"]
    assert entry["load_kg"] == 115.67


def test_a_table_for_programs_keeps_kilograms(coach, pounds: str) -> None:
    """The column is called load_kg."""
    table = coach("export", pounds, "--format", "csv").stdout

    assert re.search(r",115,81?,", table)


def test_a_text_without_a_request_is_for_who_has_a_profile(coach, folder: Path) -> None:
    """Its level, complaints and maxima; the kit is the text's own. 60 % of 405 lb are 243: 245."""
    (folder / "text.txt").write_text("Monday\n3x5 Deadlift @ 60%\n")
    mine, plain = coach("check", "text.txt"), coach("check", "text.txt", "--no-profile")

    assert mine.stderr == ("coach: from the profile coach.yaml: complaints, goal, level, maxes "
                           "(--no-profile leaves it out)\n")
    assert "Knee pain:" in mine.stdout
    assert "245 lb" in mine.stdout
    assert plain.stderr == ""
    assert "60 %" in plain.stdout


def test_a_text_with_a_request_says_itself_who_it_is_for(coach, folder: Path) -> None:
    """So does a plan, and a request file beside a text."""
    (folder / "text.txt").write_text("# request: {level: advanced}\nMonday\n3x5 Deadlift @ 60%\n")
    (folder / "bare.txt").write_text("Monday\n3x5 Deadlift @ 60%\n")
    (folder / "r.yaml").write_text("sessions: [{day: mon, minutes: 60}]\n")

    for arguments in (["text.txt"], ["bare.txt", "--request", "r.yaml"]):
        result = coach("check", *arguments)
        assert result.stderr == ""
        assert "Knee pain" not in result.stdout
        assert "60 %" in result.stdout


def test_what_somebody_wrote_stays(coach, folder: Path) -> None:
    """22 lb are no multiple of 5, and are not made one; 10 kg are 22.05, so 22."""
    (folder / "text.txt").write_text("Monday\n3x10 Curl 22 lb\n3x10 Hammer curl 10 kg\n")
    result = coach("check", "text.txt", "--show-reading")

    assert len(re.findall(r" 22 lb ", result.stdout)) >= 2
    assert "kg" not in result.stdout.replace("10 kg — ", "")


def test_improve_takes_the_profile_too(coach, folder: Path) -> None:
    """Knee pain is somebody's, whoever wrote the text."""
    (folder / "text.txt").write_text("Monday\n3x10 Back squat\n3x10 Bench press\n")
    result = coach("improve", "text.txt", "--seconds", "1", "--json")

    assert result.exit_code == 0, result.stderr
    assert "from the profile coach.yaml: complaints" in result.stderr
    assert json.loads(result.stdout)["plan"]["request"]["complaints"] == ["knee_pain"]
