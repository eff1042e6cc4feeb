"""A log that is imported again adds nothing twice, however its files overlap."""

from __future__ import annotations

from datetime import date

import pytest

from planner.logs.log import Log, LoggedEntry, LoggedSession, LoggedSet, Report
from planner.logs.read import read_log
from planner.store import Store
from tests.planner.store.conftest import a_log

HEAD = ("title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,"
        "set_index,set_type,weight_kg,reps,distance_km,duration_seconds,rpe\n")


def hevy(*rows: str) -> Log:
    """Return a log of rows such as ``7 18:00 100 5``: the day, the time, the load, repetitions."""
    text = HEAD
    for index, row in enumerate(rows):
        day, time, load, reps = row.split()
        text += (f'Legs,"{day} Jan 2030, {time}","{day} Jan 2030, 23:00",,Squat (Barbell),,,'
                 f"{index},normal,{load},{reps},,,\n")
    return read_log(text)


def counts(done) -> tuple[int, int, int, int, int]:
    """Return new, known, changed and kept sessions, and new sets."""
    return done.new, done.known, done.changed, done.kept, done.new_sets


def loads(store: Store, athlete) -> list[list[float | None]]:
    """Return the loads of each session that counts."""
    return [[one.load_kg for entry in s.entries for one in entry.sets]
            for s in store.sessions(athlete)]


def test_the_same_file_again(store: Store):
    """Three equal sets are three, and stay three."""
    ann = store.add_athlete("Ann")
    log = hevy("7 18:00 100 5", "7 18:00 100 5", "7 18:00 100 5")

    assert counts(store.import_log(ann, log)) == (1, 0, 0, 0, 3)
    assert counts(store.import_log(ann, log)) == (0, 1, 0, 0, 0)
    assert loads(store, ann) == [[100, 100, 100]]


def test_a_second_export_overlaps(store: Store):
    """Of three sessions two were there; a session that had only begun is completed."""
    ann = store.add_athlete("Ann")
    store.import_log(ann, hevy("7 18:00 100 5", "9 18:00 105 5"))

    done = store.import_log(ann, hevy("7 18:00 100 5", "9 18:00 105 5", "9 18:00 105 4",
                                      "11 18:00 110 5"))

    assert counts(done) == (1, 1, 1, 0, 2)
    assert loads(store, ann) == [[100], [105, 105], [110]]


def test_an_export_that_ends_in_the_middle_of_a_session(store: Store):
    """It has less than is known, and takes nothing away."""
    ann = store.add_athlete("Ann")
    store.import_log(ann, hevy("7 18:00 100 5", "7 18:00 105 5"))

    assert counts(store.import_log(ann, hevy("7 18:00 100 5"))) == (0, 1, 0, 0, 0)
    assert loads(store, ann) == [[100, 105]]


def test_what_changed_in_the_app(store: Store):
    """A load corrected there is no second set, also when it goes back to what it was."""
    ann = store.add_athlete("Ann")
    first, second = hevy("7 18:00 100 5"), hevy("7 18:00 102.5 5")
    store.import_log(ann, first)

    assert counts(store.import_log(ann, second)) == (0, 0, 1, 0, 1)
    assert loads(store, ann) == [[102.5]]
    assert counts(store.import_log(ann, first)) == (0, 0, 1, 0, 1)
    assert loads(store, ann) == [[100]]
    assert len(store.sessions(ann, history=True)) == 3


def test_what_was_mended_here_stays(store: Store):
    """A correction and a removal by hand outlive the same file, and one that has changed."""
    ann = store.add_athlete("Ann")
    log = hevy("7 18:00 100 5", "9 18:00 105 5")
    store.import_log(ann, log)
    one, two = store.sessions(ann)
    right = one.model_copy(update={"entries": (
        LoggedEntry(exercise="front_squat", name="Front squat",
                    sets=(LoggedSet(reps=5, load_kg=80.0),)),)})
    store.correct_session(ann, one.id, right)
    store.remove_session(ann, two.id)

    assert counts(store.import_log(ann, log)) == (0, 2, 0, 0, 0)
    changed = hevy("7 18:00 101 5", "9 18:00 106 5")
    assert counts(store.import_log(ann, changed)) == (0, 0, 0, 2, 0)
    assert loads(store, ann) == [[80]]


def test_the_unit_was_wrong(store: Store):
    """A file read as kilograms and then as pounds is the same training, not more of it."""
    ann = store.add_athlete("Ann")
    text = ("Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
            "Workout Notes,RPE\n2030-01-07 18:00:00,Upper,1h,Bench Press,1,225,5,0,0,,,\n")
    store.import_log(ann, read_log(text))

    assert counts(store.import_log(ann, read_log(text, unit="lb"))) == (0, 0, 1, 0, 1)
    [session] = store.sessions(ann)
    assert session.entries[0].sets[0].load == "225 lb"


def test_a_day_without_a_time(store: Store):
    """A date alone tells sessions apart within an app, by their title; without one the content."""
    ann = store.add_athlete("Ann")

    def log(app, *heads) -> Log:
        return Log(app=app, report=Report(rows=1), sessions=tuple(
            LoggedSession(title=title, start=start, entries=(
                LoggedEntry(exercise=None, name="Squat", sets=(LoggedSet(reps=5),)),))
            for title, start in heads))

    morning, evening = ("Morning", date(2030, 1, 7)), ("Evening", date(2030, 1, 7))
    assert counts(store.import_log(ann, log("fitnotes", morning, evening)))[:2] == (2, 0)
    assert counts(store.import_log(ann, log("fitnotes", evening)))[:2] == (0, 1)
    assert counts(store.import_log(ann, log("stronglifts", morning)))[:2] == (1, 0)
    assert counts(store.import_log(ann, log("share_text", ("", None), ("", None))))[:2] == (2, 0)
    assert counts(store.import_log(ann, log("share_text", ("", None))))[:2] == (0, 1)


def test_each_athlete_has_a_log_of_their_own(store: Store):
    """What is known of one is new for another."""
    ann, ben = store.add_athlete("Ann"), store.add_athlete("Ben")
    store.import_log(ann, a_log(2))

    assert store.import_log(ben, a_log(2)).new == 2


def test_an_import_that_fails_leaves_nothing(store: Store, monkeypatch: pytest.MonkeyPatch):
    """All of a file is kept, or nothing of it."""
    ann = store.add_athlete("Ann")
    written = []

    def fails(session):
        written.append(session)
        if len(written) > 5:
            raise RuntimeError("the power fails")
        return ["x"] * 5

    monkeypatch.setattr("planner.store.rows.row_hashes", fails)
    with pytest.raises(RuntimeError):
        store.import_log(ann, a_log(10))

    assert store.sessions(ann, history=True) == ()
