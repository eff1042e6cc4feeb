"""The clock that learns: from the log of who has a profile, unless somebody says another."""

from __future__ import annotations

import json
import random
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from planner import catalog as catalog_package
from planner.doors.cli.clock import Learned, learned
from planner.logs.log import LoggedSession
from planner.request.clock import ClockFactors
from planner.request.profile import Profile
from planner.request.request import as_request
from planner.store.open import open_store
from tests.planner.progress.test_clock import SIX, lived, workout

CATALOG = catalog_package.load()
PROFILE = "goal: hypertrophy\ndays: [mon]\nminutes: 25\nplaces: {home: [home]}\n"
NOTE = "your clock: "


def trained(count: int, rests: float = 1.2) -> list[LoggedSession]:
    """Return sessions of somebody whose rests are so many times the catalogue's."""
    chance, log = random.Random(3), []
    for k in range(count):
        done = workout(chance, SIX + timedelta(days=2 * k))
        seconds = lived(done, CATALOG, (rests, 1, 1, 1), chance)
        log.append(done.model_copy(update={"end": done.start + timedelta(seconds=seconds)}))
    return log


def keep(name: str, sessions: list[LoggedSession]) -> None:
    """Put sessions into the store, under a name."""
    with open_store() as store:
        who = store.add_athlete(name)
        for session in sessions:
            store.add_session(who, session)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a profile, and with a place for a store."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COACH_DB", str(tmp_path / "coach.db"))
    (tmp_path / "coach.yaml").write_text(PROFILE)
    return tmp_path


def planned(coach: Any, *arguments: object) -> tuple[dict[str, float] | None, list[str]]:
    """Return the clock of the request that a plan was made for, and what was said of it."""
    result = coach("plan", *arguments, "--seconds", "1", "--json")
    assert result.exit_code == 0, result.stderr
    return (json.loads(result.stdout)["request"].get("clock"),
            [line for line in result.stderr.splitlines() if NOTE[:-2] in line])


def held(coach: Any, *arguments: str) -> tuple[Any, str, str]:
    """Return value, source and place of the clock that holds."""
    fields = json.loads(coach("config", *arguments, "--json").stdout)["fields"]
    return next((f["value"], f["source"], f["where"]) for f in fields if f["field"] == "clock")


def test_a_plan_by_your_own_clock(coach) -> None:
    """Nine sessions with rests a fifth longer: the request has the factor, and a line says so."""
    keep("me", trained(9))

    clock, said = planned(coach)

    assert clock is not None
    assert clock["rest"] == pytest.approx(1.2, abs=0.05)
    assert len(said) == 1
    assert said[0].startswith(f"coach: {NOTE}rests {round(100 * clock['rest'] - 100)} % longer")
    assert said[0].endswith(", from 9 sessions; --no-clock leaves it out")
    assert held(coach) == (clock, "log", "your log, 9 sessions")


def test_it_can_be_left_out(coach) -> None:
    """Once by an option; and who has no profile, or leaves it out, has no clock."""
    keep("me", trained(9))

    assert planned(coach, "--no-clock") == (None, [])
    assert planned(coach, "--no-profile", "--minutes", "20") == (None, [])
    assert held(coach, "--no-clock") == (None, "option", "--no-clock")


def test_who_says_a_clock_is_believed(coach, folder: Path) -> None:
    """An option before the request, the request before the profile, and each before the log."""
    keep("me", trained(9))
    (folder / "coach.yaml").write_text(PROFILE + "clock: {rest: 0.9, warm-up: 1.2}\n")
    (folder / "r.yaml").write_text("clock: {setup: 1.3}\n")
    own = {"rest": 0.9, "setup": 1.0, "warm_up": 1.2}

    assert planned(coach) == (own, [])
    assert held(coach) == (own, "profile", "coach.yaml:5")
    assert held(coach, "r.yaml")[1:] == ("request", "r.yaml:1")
    assert held(coach, "r.yaml", "--clock", "rest=1.5") == (
        {"rest": 1.5, "setup": 1.3, "warm_up": 1.0}, "option", "--clock")
    assert planned(coach, "--no-clock") == (None, [])


def test_two_sessions_teach_nothing_yet(coach) -> None:
    """Three are the fewest that anything is believed of."""
    keep("me", trained(2, rests=1.5))

    assert planned(coach) == (None, [])


def test_whose_log_it_is(coach, folder: Path) -> None:
    """That of the profile's name; of two people and no name nobody's, nor that of somebody else."""
    keep("Ada", trained(9, rests=1.4))
    keep("Ben", trained(9, rests=0.7))

    assert held(coach)[1] == "default"
    for name, low, high in (("ada", 1.3, 1.5), ("Ben", 0.6, 0.8)):
        (folder / "coach.yaml").write_text(f"name: {name}\n{PROFILE}")
        assert low < held(coach)[0]["rest"] < high
    (folder / "coach.yaml").write_text(f"name: Cleo\n{PROFILE}")
    assert held(coach)[1] == "default"


def test_no_store_is_made(coach, folder: Path) -> None:
    """A plan asks for a log and leaves none behind."""
    assert planned(coach) == (None, [])
    assert not (folder / "coach.db").exists()


def test_without_the_libraries_of_the_store(coach, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is said, and the catalogue's clock stands."""
    keep("me", trained(9))
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)

    assert held(coach) == (None, "default", "")


def test_a_store_that_cannot_be_read(coach, folder: Path) -> None:
    """It is named, and the plan is made without a clock."""
    (folder / "coach.db").write_text("no database")

    clock, said = planned(coach)

    assert clock is None
    assert said == [f"coach: your clock is left out: {folder}/coach.db: this is no database of "
                    "coach"]


def test_a_block_by_your_own_clock(coach) -> None:
    """All its weeks are planned by the factors, and the line is said once."""
    keep("me", trained(9))

    result = coach("block", "--weeks", "2", "--seconds", "1", "--json")

    assert result.exit_code == 0, result.stderr
    clocks = [w["plan"]["request"]["clock"] for w in json.loads(result.stdout)["weeks"]]
    assert len(clocks) == 2
    assert clocks[0] == clocks[1]
    assert clocks[0]["rest"] == pytest.approx(1.2, abs=0.05)
    assert result.stderr.count(NOTE) == 1


def test_a_plan_is_checked_by_its_own_clock(coach, folder: Path) -> None:
    """The clock is in the plan: the log that grows on, or is gone, changes no audit of it."""
    keep("me", trained(9, rests=1.5))
    made = coach("plan", "--seconds", "1", "--json").stdout
    (folder / "coach.db").unlink()

    audit = json.loads(coach("check", "-", "--json", stdin=made).stdout)

    assert audit["ok"]
    assert [s["seconds"] for s in audit["sessions"]] == [
        s["seconds"] for s in json.loads(made)["sessions"]]


def test_another_goal_for_once() -> None:
    """Rests are compared with those of the goal that the profile says, and that was trained.

    Strength rests longer than hypertrophy: compared with its rests, the same evenings are short.
    """
    log = trained(9)
    for_once = as_request({"goal": "strength", "sessions": [{"day": "mon", "minutes": 40}]})
    says, silent = Profile(goal="hypertrophy"), Profile()

    usual, other = (learned(log, who, for_once, CATALOG) for who in (says, silent))

    assert usual is not None
    assert other is not None
    assert usual.factors.rest == pytest.approx(1.2, abs=0.05)
    assert other.factors.rest < 1


@pytest.mark.parametrize(("factors", "sentence"), [
    ({"rest": 1.12}, "rests 12 % longer"),
    ({"rest": 0.95, "setup": 1.0, "warm_up": 1.2}, "rests 5 % shorter, warm-up sets 20 % longer"),
    ({"setup": 1.01}, "set-up 1 % longer")], ids=str)
def test_what_is_said(factors, sentence) -> None:
    """What differs, in percent; what is as in the catalogue is not spoken of."""
    assert Learned(ClockFactors(**factors), 4).says() == sentence


@pytest.mark.parametrize(("option", "sentence"), [
    ("rest=3", "--clock: expected at most 2, found 3.0"),
    ("rests=1.1", "--clock: unknown field 'rests'; did you mean 'rest'?"),
    ("rest", "--clock: expected the form rest=1.1 or warm_up=1.2 (times the catalogue's seconds), "
             "found 'rest'")])
def test_a_wrong_clock(coach, option, sentence) -> None:
    """It is told by its option."""
    result = coach("plan", "--clock", option)

    assert result.exit_code == 2
    assert result.stderr == f"coach: {sentence}\n"


def test_a_wrong_clock_of_a_profile(coach, folder: Path) -> None:
    """It is told by file, line and column."""
    (folder / "coach.yaml").write_text(PROFILE + "clock: {rest: 9}\n")

    assert coach("plan").stderr == (
        "coach: coach.yaml:5:9: clock.rest: expected at most 2, found 9\n")
