"""``coach log`` where it keeps things, and ``coach athlete``."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from planner.doors.cli.commands.schema import schema_of
from planner.logs.log import LoggedSession

SAMPLES = Path(__file__).parents[3] / "logs" / "samples"


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep everything in a file of the test."""
    file = tmp_path / "coach.db"
    monkeypatch.setenv("COACH_DB", str(file))
    return file


def sessions(coach, *options: str) -> list[dict]:
    """Return the sessions that are kept."""
    return json.loads(coach("log", "list", "--json", *options).stdout)["sessions"]


def ids(coach, *options: str) -> list[int]:
    """Return their numbers."""
    return [session["id"] for session in sessions(coach, *options)]


def test_import_says_what_was_new(coach) -> None:
    """The first time all of it, with the names that are unknown; the second time nothing."""
    first = coach("log", "import", SAMPLES / "strong_commas.csv").stdout
    second = coach("log", "import", SAMPLES / "strong_commas.csv").stdout

    assert "2 sessions new, 0 known already; 7 of 7 sets new." in first
    assert "Goblin Squat" in first
    assert "0 sessions new, 2 known already; 0 of 7 sets new." in second
    assert len(sessions(coach)) == 2


def test_import_as_json(coach) -> None:
    """The same as figures."""
    done = json.loads(coach("log", "import", SAMPLES / "fitnotes.csv", "--json").stdout)

    assert (done["new"], done["known"], done["sets"], done["new_sets"]) == (2, 0, 5, 5)


def test_add_lines(coach) -> None:
    """As arguments or from standard input; with a time and a length it has an end."""
    coach("log", "add", "3x5 squat 225 lb @8 # felt light", "2x8 row 50kg",
          "--date", "2030-01-07 18:00", "--minutes", "62", "--title", "Legs", "--notes", "Hot")
    coach("log", "add", "-", "--date", "2030-01-08", stdin="3x5 deadlift 140 kg\n")

    first, second = sessions(coach)
    assert (first["start"], first["end"]) == ("2030-01-07T18:00:00", "2030-01-07T19:02:00")
    assert (first["title"], first["notes"], first["source"]) == ("Legs", "Hot", "hand")
    squat, row = first["entries"]
    assert (squat["exercise"], squat["notes"]) == ("back_squat", "felt light")
    assert len(squat["sets"]) == 3
    assert squat["sets"][0]["load"] == "225 lb"
    assert row["sets"][0] == {"kind": "work", "reps": 8, "load_kg": 50.0, "hold_s": None,
                              "distance_m": None, "rpe": None, "rir": None, "load": "50 kg"}
    assert (second["start"], second["end"]) == ("2030-01-08", None)


def test_without_a_date_it_is_today(coach) -> None:
    """By the clock on the wall."""
    coach("log", "add", "3x5 squat 100 kg")

    assert sessions(coach)[0]["start"] == f"{date.today():%Y-%m-%d}"


def test_add_a_session_of_the_plan(coach, plan_json: Path) -> None:
    """As planned; what differed is in its place, what was left out is gone, what came is last."""
    plan = json.loads(plan_json.read_text(encoding="utf-8"))
    [planned] = plan["sessions"]
    work = [entry for entry in planned["entries"] if entry["phase"] == "work"]
    first = work[0]["exercise"]
    second = next(e["exercise"] for e in planned["entries"] if e["exercise"] != first)
    coach("athlete", "follow", plan_json)

    assert coach("log", "add", "--session", planned["id"]).exit_code == 0
    coach("log", "add", "--session", planned["id"], "--except", f"1x4 {first} 20kg",
          "--except", f"no {second}", "--except", "1x20 push-up")

    whole, differs = sessions(coach)
    assert [e["exercise"] for e in whole["entries"]] == [e["exercise"] for e in planned["entries"]]
    done = next(e for e in whole["entries"] if e["exercise"] == first)
    assert [s["reps"] for s in done["sets"]] == [work[0]["reps"]] * work[0]["sets"]
    assert [s["rir"] for s in done["sets"]] == [work[0]["rir"]] * work[0]["sets"]
    assert (whole["source"], whole["plan"], whole["planned"]) == ("plan", 1, planned["id"])
    names = [e["exercise"] for e in differs["entries"]]
    assert (first in names, second in names, names[-1]) == (True, False, "push_up")
    [only] = next(e["sets"] for e in differs["entries"] if e["exercise"] == first)
    assert (only["reps"], only["load"]) == (4, "20 kg")


def test_the_session_of_the_day(coach, plan_json: Path) -> None:
    """Monday's on a Monday; on another day the sessions are named."""
    coach("athlete", "follow", plan_json)
    day = json.loads(plan_json.read_text(encoding="utf-8"))["sessions"][0]["day"]
    assert day == "mon"

    assert coach("log", "add", "--date", "2030-01-07").exit_code == 0
    refused = coach("log", "add", "--date", "2030-01-08")
    assert refused.exit_code == 2
    assert "the plan has no session on tue; say which: mon" in refused.stderr


def test_show(coach) -> None:
    """A session by its number, or those of a day: entries with numbers, alike sets together."""
    coach("log", "add", "1x5 squat 100kg @8", "1x12 push-up to failure", "--date", "2030-01-07")

    for which in ("1", "2030-01-07"):
        text = coach("log", "show", which).stdout
        assert "Session 1, 2030-01-07" in text
        assert "1.1  Back squat  1 x 5 @ 100 kg, RPE 8" in text
        assert "1.2  Push-up     1 x 12, to failure" in text
    assert coach("log", "show", "2030-01-08").exit_code == 2


def test_correct_keeps_history(coach) -> None:
    """An entry, a session or its time; any of its numbers leads to what counts."""
    coach("log", "add", "3x5 squat 225 lb", "2x8 row 50kg", "--date", "2030-01-07 18:00",
          "--minutes", "60")
    coach("log", "correct", "1.2", "2x8 row 52.5kg")
    coach("log", "correct", "1", "--date", "2030-01-08 17:00")

    [session] = sessions(coach)
    assert (session["id"], session["start"], session["end"]) == (
        3, "2030-01-08T17:00:00", "2030-01-08T18:00:00")
    assert [e["sets"][0]["load"] for e in session["entries"]] == ["225 lb", "52.5 kg"]
    assert ids(coach, "--history") == [1, 2, 3]
    assert "Corrected: session 2 counts in its place." in coach("log", "show", "1").stdout
    coach("log", "correct", "2", "1x5 squat 90kg")
    assert [e["exercise"] for e in sessions(coach)[0]["entries"]] == ["back_squat"]


def test_remove(coach) -> None:
    """An entry, or a session; both stay in the history."""
    coach("log", "add", "3x5 squat 100kg", "2x8 row 50kg", "--date", "2030-01-07")
    coach("log", "remove", "1.1")
    assert [e["exercise"] for e in sessions(coach)[0]["entries"]] == ["bent_over_row"]

    coach("log", "remove", "2")
    assert sessions(coach) == []
    assert ids(coach, "--history") == [1, 2]
    text = coach("log", "list", "--history").stdout
    assert "corrected: Back squat" in text
    assert "removed: Bent-over row" in text


def test_list_since(coach) -> None:
    """From a day on; as JSON it is a log that other programs read."""
    for day in ("2030-01-07", "2030-01-09"):
        coach("log", "add", "3x5 squat 100kg", "--date", day)

    assert ids(coach, "--since", "2030-01-08") == [2]
    log = json.loads(coach("log", "list", "--json").stdout)
    assert (log["schema"], log["app"]) == ("log/1", "coach")
    assert set(LoggedSession.model_fields) <= set(log["sessions"][0])
    assert "Log of me: 2 sessions" in coach("log", "list").stdout


@pytest.mark.parametrize(("line", "says"), [
    (["log", "add", "3x5 blah"], "coach: <line>:1: unknown exercise 'blah'"),
    (["log", "add", "3x5 squat", "--date", "soon"], "coach: --date: expected a date such as"),
    (["log", "add", "3x5 squat", "--minutes", "60"], "coach: --minutes: say when it began"),
    (["log", "add", "3x5 squat", "--unit", "stone"], "coach: --unit: expected kg or lb"),
    (["log", "add", "3x5 squat", "--except", "no curl"], "coach: --except: what differs"),
    (["log", "add"], "coach: me follows no plan yet: coach athlete follow PLAN.json"),
    (["log", "list", "--athlete", "Bob"], "coach: --athlete: no athlete 'Bob'"),
    (["log", "show", "7"], "there is no session 7"),
    (["log", "correct", "x", "3x5 squat"], "coach: ID: expected the number of a session, 12"),
    (["log", "correct", "1"], "coach: say what is right"),
    (["log", "correct", "1.9", "3x5 squat"], "coach: ID: session 1 has the entries 1.1 to 1.1"),
    (["log", "remove", "1.0"], "coach: ID: session 1 has the entries 1.1 to 1.1"),
    (["log", "import", "README.md"], "coach: README.md:1: expected a log of Strong"),
    (["athlete", "erase", "me"], "coach: this deletes all that is kept about me; say --yes")])
def test_refusals(coach, line: list[str], says: str) -> None:
    """One sentence, exit code 2, and nothing has changed."""
    coach("log", "add", "3x5 squat 100kg", "--date", "2030-01-07")

    result = coach(*line)

    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr
    assert ids(coach, "--history") == [1]


def test_an_empty_log(coach) -> None:
    """Who looks first is told how to begin."""
    result = coach("log", "list")

    assert result.exit_code == 2
    assert "nothing is kept yet: coach log add or coach log import begins a log" in result.stderr


def test_athletes(coach, tmp_path: Path) -> None:
    """Added, listed, told apart by --athlete, exported by the schema, erased for good."""
    for name in ("Ann", "Ben"):
        coach("athlete", "add", name)
        coach("log", "add", "3x5 squat 100kg", "--date", "2030-01-07", "--athlete", name)
    assert "say which: Ann, Ben" in coach("log", "list").stderr
    assert [a["name"] for a in json.loads(coach("athlete", "list", "--json").stdout)] == [
        "Ann", "Ben"]
    assert [row.split() for row in coach("athlete", "list").stdout.splitlines() if "Ann" in row
            ] == [["Ann", "1", "2030-01-07"]]

    whole = json.loads(coach("athlete", "export", "Ann").stdout)
    coach("athlete", "export", "Ann", "-o", tmp_path / "ann.json")
    assert json.loads((tmp_path / "ann.json").read_text(encoding="utf-8")) == whole
    assert whole["schema"] == "athlete/1"
    assert set(whole) == set(schema_of("athlete")["properties"])

    assert coach("athlete", "erase", "Ann", "--yes").stdout == "Ann is erased.\n"
    assert "Log of Ben: 1 session" in coach("log", "list").stdout
