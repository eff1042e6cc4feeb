"""``coach init``: questions on a terminal, options, and a file that is never lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from planner.catalog import load
from planner.doors.cli.interview import ITEMS, fields_of
from planner.request import profile_files
from planner.request.profile_files import read_profile

ROOT = Path(__file__).parents[5]
NOTHING = dict.fromkeys((item.name for item in ITEMS), None)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder, with a home as empty."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(profile_files, "users_file", lambda: tmp_path / "home" / "coach.yaml")
    return tmp_path


def saved(path: str = "coach.yaml"):
    """Return the profile of a file."""
    return read_profile(path, load()).profile


def test_without_a_terminal_it_asks_nothing(coach) -> None:
    """Defaults: three hours in a gym; where the file is and what comes next."""
    result = coach("init")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == ("coach.yaml: your profile. Change it as you like.\n"
                             "Next: coach plan plans from it; coach config shows what holds.\n")
    ada = saved()
    assert (ada.units, ada.goal, ada.level) == ("kg", "hypertrophy", "intermediate")
    assert ada.minutes == 60
    assert [day.day for day in ada.days] == ["mon", "wed", "fri"]
    assert list(ada.places) == ["gym"]


def test_all_by_options(coach) -> None:
    """Every answer has an option; the words are those of the answers, an own day is told apart."""
    result = coach("init", "--name", "Ada", "--units", "pounds", "--goal", "get strong",
                   "--level", "beginner", "--days", "mon wed sat", "--minutes", "45', sat=1 h",
                   "--place", "gym", "--place", "garage=barbell,plates on sat",
                   "--complaint", "bad knees", "--max", "squat 315", "--max", "bench=100kg",
                   "--like", "chin ups", "--dislike", "burpee", "--able", "chin up", "--focus",
                   "arms,back", "--pace", "brisk", "--bodyweight", "160")

    assert result.exit_code == 0, result.stderr
    ada = saved()
    assert (ada.name, ada.units, ada.goal, ada.level) == ("Ada", "lb", "strength", "novice")
    assert [(d.day, d.minutes, d.place) for d in ada.days] == [
        ("mon", None, None), ("wed", None, None), ("sat", 60, "garage")]
    assert ada.places["garage"].equipment == ("barbell", "plates")
    assert {k: str(v) for k, v in ada.maxes.items()} == {
        "back_squat": "315 lb", "bench_press": "100 kg"}
    assert (ada.complaints, ada.likes, ada.able) == (("knee_pain",), ("chin_up",), ("chin_up",))
    assert (ada.focus, ada.pace, str(ada.bodyweight)) == (("arms", "back"), "brisk", "160 lb")


def test_the_questions() -> None:
    """Eight, each with its default; ENTER takes it; a wrong answer is asked for again."""
    asked: list[str] = []
    replies = iter(["lb", "", "beginner", "3 days", "45'", "gym", "", "squat 225"])

    def ask(question: str) -> str:
        asked.append(question)
        return f"{next(replies)}\n" if len(asked) != 4 else "someday\n"

    fields = fields_of(NOTHING, load(), ask)

    assert len(asked) == len(ITEMS) + 1 == 9
    assert asked[1].endswith("? [hypertrophy] ")
    assert asked[3] == asked[4]
    assert (fields["units"], fields["goal"], fields["level"]) == ("lb", "hypertrophy", "novice")
    assert fields["days"] == [{"day": "mon"}, {"day": "wed"}, {"day": "fri"}]
    assert (fields["minutes"], fields["complaints"]) == (45, [])
    assert str(fields["maxes"]["back_squat"]) == "225 lb"


def test_what_an_option_says_is_not_asked() -> None:
    """With two options there are six questions."""
    asked: list[str] = []

    def ask(question: str) -> str:
        asked.append(question)
        return "\n"

    fields_of({**NOTHING, "days": "2 days", "place": "home"}, load(), ask)

    assert len(asked) == 6


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_on_a_terminal(folder: Path) -> None:
    """A person who presses ENTER eight times has a profile; who hangs up has none."""
    import pty

    for keys, code in ((b"\n" * 8, 0), (b"\n\n\x04", 130)):
        leader, follower = pty.openpty()
        done = subprocess.Popen(
            [sys.executable, "-m", "planner.doors.cli.main", "init", "--force"], cwd=folder,
            stdin=follower, stdout=subprocess.PIPE, stderr=follower,
            env={**os.environ, "PYTHONPATH": str(ROOT)})
        os.write(leader, keys)
        out = done.communicate(timeout=60)[0].decode()
        os.close(follower)
        os.close(leader)
        assert done.returncode == code
        assert ("coach.yaml: your profile" in out) == (code == 0)
    assert saved().minutes == 60


def test_never_over_a_file(coach, folder: Path) -> None:
    """A file that is there stays, to the byte, without --force."""
    (folder / "coach.yaml").write_text("name: mine")

    refused = coach("init")

    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr == "coach: coach.yaml: this is there already; --force writes over it\n"
    assert (folder / "coach.yaml").read_text() == "name: mine"
    assert coach("init", "--force").exit_code == 0
    assert saved().name is None


def test_elsewhere(coach, folder: Path) -> None:
    """Another file is not the one that is found, and says so; --user makes the user's own."""
    other = coach("init", "-o", "other.yaml")
    own = coach("init", "--user")

    assert other.stdout.endswith("Next: coach plan --profile other.yaml plans from it; without "
                                 "that nothing holds.\n")
    assert own.stdout.endswith("Next: coach plan plans from it; coach config shows what holds.\n")
    assert saved(str(folder / "home" / "coach.yaml")).minutes == 60


@pytest.mark.parametrize(("options", "sentence"), [
    (["--days", "someday"], "--days: unknown day 'someday' in 'someday'"),
    (["--minutes", "mon=30,sat=20"], "--minutes: sat is no training day; they are mon, wed, fri"),
    (["--place", "home@sat"], "--place: sat is no training day; they are mon, wed, fri"),
    (["--place", "dumbels"], "--place: unknown place or equipment 'dumbels'; did you mean"),
    (["--goal", "?"], "--goal: unknown '?'; known are"),
    (["--focus", "bak"], "--focus: unknown 'bak'; did you mean 'back'?"),
    (["--pace", "quick"], "--pace: unknown value 'quick'"),
    (["--bodyweight", "some"], "--bodyweight: expected a mass such as 142.5"),
    (["--max", "squat=0"], "--max: expected an exercise and its maximum, as in squat 140"),
    (["--like", "burpe"], "--like: unknown exercise 'burpe'; did you mean"),
    (["--user", "-o", "x.yaml"], "--user: a file is named, and the config folder"),
])
def test_a_wrong_option(coach, folder: Path, options: list[str], sentence: str) -> None:
    """It is named, with what would be right, and nothing is written."""
    result = coach("init", *options)

    assert (result.exit_code, result.stdout) == (2, "")
    assert f"coach: {sentence}" in result.stderr
    assert list(folder.iterdir()) == []


def test_json(coach) -> None:
    """The file and what it says."""
    said = json.loads(coach("init", "--max", "squat=140", "--json").stdout)

    assert (said["schema"], said["file"]) == ("init/1", "coach.yaml")
    assert said["profile"]["maxes"] == {"back_squat": "140 kg"}
