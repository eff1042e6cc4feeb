"""One small file of each layout, and what a person reads in it."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from planner.logs.log import Log, LoggedEntry, LoggedSet
from planner.logs.read import read_log

SAMPLES = Path(__file__).parent / "samples"


def sample(name: str) -> Log:
    """Return a sample as a log."""
    return read_log(SAMPLES / name)


def entries(log: Log) -> list[LoggedEntry]:
    """Return the entries of all sessions."""
    return [entry for session in log.sessions for entry in session.entries]


def said(one: LoggedSet) -> str:
    """Return a set in a few words: its kind, repetitions, kilograms, seconds, metres, RPE, RIR."""
    parts = [("{}", None if one.kind == "work" else one.kind), ("x{}", one.reps),
             ("{:g}kg", one.load_kg), ("{}s", one.hold_s), ("{:g}m", one.distance_m),
             ("rpe{:g}", one.rpe), ("rir{:g}", one.rir)]
    return " ".join(form.format(value) for form, value in parts if value is not None)


def told(log: Log) -> dict[str, list[str]]:
    """Return the sets of each exercise, by its id or, where it has none, its name."""
    found: dict[str, list[str]] = {}
    for entry in entries(log):
        found.setdefault(entry.exercise or entry.name, []).extend(map(said, entry.sets))
    return found


def test_strong_with_commas():
    """A rest is left out, a row of nothing as well; W, D and F are kinds of sets."""
    log = sample("strong_commas.csv")

    assert log.app == "strong"
    assert told(log) == {
        "bench_press": ["warm_up x10 40kg", "x8 60kg rpe8 rir2", "x6 62.5kg rpe9.5 rir0.5",
                        "drop x9 50kg"],
        "pull_up": ["failure x11"], "plank": ["60s"], "Goblin Squat": ["x12 20kg"]}
    upper, lower = log.sessions
    assert (upper.title, upper.notes) == ("Upper, heavy", "Slept well")
    assert (upper.start, upper.end) == (datetime(2030, 1, 7, 18), datetime(2030, 1, 7, 19, 7))
    assert (lower.start, lower.end) == (datetime(2030, 1, 9, 7, 30), datetime(2030, 1, 9, 8, 15))
    assert upper.entries[0].notes == 'Paused.\nLeft shoulder "clicks"'


def test_strong_says_what_it_left_out():
    """The quoted line break counts: the rest stands on the fifth line of the file."""
    report = sample("strong_commas.csv").report

    assert [(row.line, row.reason) for row in report.skipped] == [
        (5, "a rest"), (11, "no repetitions, no time and no distance")]
    assert report.rows == 9
    assert [(name.name, name.sets, name.line) for name in report.unknown] == [
        ("Goblin Squat", 1, 10)]
    assert "Goblet squat" in report.unknown[0].nearest
    assert report.units == ()
    assert [words[:40] for words in report.assumed] == ["The file does not say whether its loads "
                                                        "are kg"[:40]]


def test_strong_with_semicolons():
    """Units in the names of the columns, decimal commas, a note in a row of its own."""
    log = sample("strong_semicolons.csv")

    assert told(log) == {"back_squat": ["x5 102.5kg rpe8.5 rir1.5"],
                         "light_jog": ["900s 2500m"]}
    assert log.sessions[0].end == datetime(2030, 6, 1, 19, 2)
    assert log.sessions[0].entries[0].notes == "Heels up"
    assert [row.line for row in log.report.skipped] == [4]
    assert log.report.assumed == ()


def test_strong_with_pounds():
    """135 lb are 61.235 kg, one and a half miles 2414.02 m, an effort of 0 is none."""
    log = sample("strong_pounds.csv")

    assert told(log) == {"bench_press": ["x8 61.235kg"], "light_jog": ["720s 2414.02m"]}
    assert log.report.units == ("lb",)


def test_a_unit_that_is_not_said_can_be_given():
    """Strong's commas say no unit: 60 is 60 kg, or 27.216 kg where pounds are meant."""
    pounds = read_log(SAMPLES / "strong_commas.csv", unit="lb")

    assert told(pounds)["bench_press"][1] == "x8 27.216kg rpe8 rir2"
    assert (pounds.report.units, pounds.report.assumed) == (("lb",), ())
    assert told(read_log(SAMPLES / "hevy_kilos.csv", unit="lb")) == told(sample("hevy_kilos.csv"))


def test_hevy():
    """The later session stands first in the file; what is done in turn shares a letter."""
    log = sample("hevy_kilos.csv")

    run, upper = log.sessions
    assert (run.title, run.start) == ("Run", datetime(2030, 1, 7, 7))
    assert (upper.end, upper.notes) == (datetime(2030, 1, 9, 19, 5), "Short on sleep")
    assert told(log) == {
        "light_jog": ["1830s 5200m"], "plank": ["75s"],
        "bench_press": ["warm_up x10 40kg", "x8 60kg rpe8 rir2"], "lat_pulldown": ["x12 50kg"],
        "push_up": ["failure x21", "drop x9"]}
    assert [(e.name, e.superset) for e in upper.entries] == [
        ("Bench Press (Barbell)", None), ("Lat Pulldown (Cable)", "A"), ("Push Up", "A"),
        ("Push Up", None)]
    assert log.report.assumed == ("Sets of the type 'myo' are read as work.",)


def test_hevy_with_pounds_and_iso_times():
    """A zone says nothing of the clock on the wall, which is what is kept."""
    log = sample("hevy_pounds.csv")

    assert told(log) == {"db_bench": ["x10 22.68kg"], "light_jog": ["600s 1609.34m"]}
    assert log.sessions[0].start == datetime(2030, 2, 12, 14, 55, 30)


def test_fitnotes():
    """A day is a session; 100 lb are 45.359 kg in a file of kilograms, too."""
    log = sample("fitnotes.csv")

    assert [session.start for session in log.sessions] == [date(2030, 3, 4), date(2030, 3, 6)]
    assert told(log) == {"bench_press": ["x8 60kg", "x8 60kg"], "plank": ["90s"],
                         "light_jog": ["1695s 5000m"], "bent_over_row": ["x10 45.359kg"]}
    assert log.report.units == ("kg", "lb")
    assert told(sample("fitnotes_older.csv")) == {"bent_over_row": ["x10 61.235kg"]}


def test_stronglifts():
    """Five at 62.5 kg twice; the set of 0 was missed, and what is blank was never a set."""
    log = sample("stronglifts.csv")

    assert log.app == "stronglifts"
    assert told(log) == {"back_squat": ["x5 62.5kg", "x5 62.5kg"], "bench_press": ["x5 56kg"]}
    [session] = log.sessions
    assert (session.start, session.end) == (datetime(2030, 5, 27, 19, 37),
                                            datetime(2030, 5, 27, 20, 31))
    assert [row.line for row in log.report.skipped] == [2]


def test_older_stronglifts():
    """A row is a session; 18/03 says that the day comes first, so 03/04 is the third of April."""
    log = sample("stronglifts_older.csv")

    assert [session.start for session in log.sessions] == [date(2030, 3, 18), date(2030, 4, 3)]
    assert told(log) == {"back_squat": ["x5 62.5kg"] * 3 + ["x5 65kg"] * 2,
                         "overhead_press": ["x5 30kg", "x4 30kg"]}
    assert log.report.assumed == ()


def test_text_that_hevy_shares():
    """Title, time, a note in quotes, marks in brackets; links are nothing."""
    log = sample("hevy_shared.txt")

    [session] = log.sessions
    assert (log.app, session.title) == ("share_text", "Upper")
    assert session.start == datetime(2030, 1, 7, 18, 5)
    assert session.entries[0].notes == "Elbows in"
    assert told(log) == {
        "bench_press": ["warm_up x10 40kg", "x8 60kg rpe8 rir2", "failure x6 62.5kg"],
        "pull_up": ["x12"], "plank": ["75s"], "light_jog": ["1680s 5000m"]}


def test_text_that_strong_shares():
    """40 m are no repetitions; the note below the sets is theirs."""
    log = sample("strong_shared.txt")

    assert told(log) == {"bench_press": ["x10 61.235kg", "x8 65.771kg"],
                         "farmers_carry": ["31.751kg 40m"]}
    assert [entry.notes for entry in entries(log)] == ["Slow down", ""]
    assert log.report.rows == 3


@pytest.mark.parametrize("name", sorted(file.name for file in SAMPLES.iterdir()))
def test_a_log_is_its_json(name: str):
    """What is written as JSON reads back the same, and names the same unknown exercises."""
    log = sample(name)

    assert Log.model_validate_json(log.model_dump_json()) == log
    assert list(log.unknown) == [its.name for its in log.report.unknown]
    assert set(log.unknown) == {e.name for e in entries(log) if e.exercise is None}
