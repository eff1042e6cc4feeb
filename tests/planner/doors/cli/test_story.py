"""Twelve weeks of an athlete, from the first question to the second block, on the command line."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

FIRST_MONDAY = date(2030, 1, 7)
EXPORT = """\
Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE
2029-12-03 18:00:00,Day A,45m,Squat (Barbell),1,90.0,5,0,0,8
2029-12-03 18:00:00,Day A,45m,Squat (Barbell),2,90.0,5,0,0,8
2029-12-03 18:00:00,Day A,45m,Bench Press (Barbell),1,70.0,5,0,0,8
2029-12-10 18:00:00,Day A,45m,Squat (Barbell),1,92.5,5,0,0,8
2029-12-10 18:00:00,Day A,45m,Bench Press (Barbell),1,70.0,6,0,0,8
"""


@pytest.fixture
def athlete(coach, tmp_path, monkeypatch):
    """Return a folder of one's own, and a way to say something to coach and see that it worked."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COACH_DB", str(tmp_path / "coach.db"))
    monkeypatch.delenv("COACH_PROFILE", raising=False)

    def say(*words, code=0):
        found = coach(*words)
        assert found.exit_code == code, found.stdout + found.stderr
        return found.stdout

    return say


def block(name):
    """Return a block of a file, as its weeks' kinds."""
    with open(name, encoding="utf-8") as file:
        return [(w["week"], w["kind"]) for w in json.load(file)["weeks"]]


def train(athlete, name, week, differs=()):
    """Follow a week of a block and do all its sessions, on their days; return the loads shown."""
    pytest.importorskip("sqlalchemy")
    athlete("athlete", "follow", name, "--week", week)
    loads = {}
    for day in ("mon", "thu"):
        coming = json.loads(athlete("next", "--json"))
        assert coming["session"]["id"] == day
        loads |= {e["exercise"]: e["load"] for e in coming["entries"] if e["load"]}
        on = FIRST_MONDAY + timedelta(weeks=week - 1, days=3 * (day == "thu"))
        words = [w for text in differs for w in ("--except", text)] if day == "mon" else []
        athlete("done", "--date", f"{on} 18:00", "--minutes", 52, *words)
    return loads


def test_twelve_weeks(athlete, tmp_path):
    """Who trains is asked once; then they plan, train, miss a week, are hurt, and go on.

    The import counts once. Loads come from what was lifted. After two weeks one is missed: the rest
    begins easier and still ends with a deload. A complaint comes up: no week that is left has a
    deadlift. The second block begins from the same profile.
    """
    pytest.importorskip("sqlalchemy")
    athlete("init", "--days", "mon,thu", "--minutes", "50", "--goal", "strength", "--max",
            "squat=105,bench press=82.5", "--yes")
    (tmp_path / "strong.csv").write_text(EXPORT, encoding="utf-8")
    assert "2 sessions" in athlete("log", "import", "strong.csv")
    athlete("log", "import", "strong.csv")
    assert len(json.loads(athlete("log", "list", "--json"))["sessions"]) == 2

    athlete("block", "--weeks", 6, "--seconds", 1, "-o", "first.json")
    assert [kind for _, kind in block("first.json")][-1] == "deload"
    first = train(athlete, "first.json", 1)
    second = train(athlete, "first.json", 2)
    assert first.keys() == second.keys()

    athlete("block", "first.json", "--done", 2, "--missed", 1, "-o", "rest.json")
    assert block("rest.json")[:3] == [*block("first.json")[:2], (4, "return")]
    assert block("rest.json")[-1] == (6, "deload")
    train(athlete, "rest.json", 4)

    athlete("block", "rest.json", "--done", 3, "--complaint", "low_back_pain", "-o", "hurt.json",
            code=0)
    with open("hurt.json", encoding="utf-8") as file:
        left = json.load(file)["weeks"][3:]
    assert [w["week"] for w in left] == [5, 6]
    assert all(e["exercise"] != "deadlift" for w in left for s in w["plan"]["sessions"]
               for e in s["entries"])

    report = json.loads(athlete("progress", "--json"))
    assert {"back_squat", "bench_press"} & {m["exercise"] for m in report["maxima"]}
    assert report["sessions"] == 2 + 6

    athlete("block", "--weeks", 6, "--seconds", 1, "-o", "second.json")
    assert len(block("second.json")) == 6
