"""What is put into a store comes out of it, in a file and on a server alike."""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal

import pytest

import planner
from planner.logs.loads import as_written
from planner.logs.log import LoggedEntry, LoggedSession, LoggedSet
from planner.request.errors import InputError
from planner.store import Store
from planner.store.values import AthleteExport, NewMeasurement
from tests.planner.store.conftest import a_log

SQUAT = LoggedEntry(exercise="back_squat", name="Squat", notes="deep", sets=(
    LoggedSet(kind="warm_up", reps=5, load_kg=60.0),
    LoggedSet(reps=5, load_kg=102.058, rpe=8.0, rir=2.0),
    LoggedSet(kind="failure", reps=12, rir=0.0)))
PULL = LoggedEntry(exercise=None, name="Helped pull", superset="A", sets=(
    LoggedSet(reps=8, load_kg=-20.0), LoggedSet(hold_s=40), LoggedSet(distance_m=400.0)))
SESSION = LoggedSession(title="Monday", start=datetime(2030, 1, 7, 18, 5), notes="Slept well",
                        end=datetime(2030, 1, 7, 19, 10), entries=(SQUAT, PULL))


def test_a_session_comes_back_as_it_was(store: Store):
    """Every field, in the order done, at the time on the wall."""
    ann = store.add_athlete("Ann")

    made = store.add_session(ann, SESSION)

    [found] = store.sessions(ann)
    assert found == made == store.session(ann, made.id)
    assert found.model_dump(include=set(LoggedSession.model_fields), exclude={
        "entries": {"__all__": {"sets": {"__all__": {"load"}}}}}) == SESSION.model_dump()


def test_loads_are_kept_as_they_were_written(store: Store):
    """102.058 kg of a log in pounds was written as 225 lb, which is 102,058 g; no kilogram is."""
    ann = store.add_athlete("Ann")

    made = store.add_session(ann, SESSION, units=("lb", "kg"))

    assert [one.load for one in made.entries[0].sets] == ["60 kg", "225 lb", None]
    assert made.entries[1].sets[0].load == "-20 kg"
    assert made.entries[0].sets[1].load_kg == 102.058


@pytest.mark.parametrize(("kg", "units", "text", "grams"), [
    (100.0, (), "100 kg", 100_000), (62.5, ("kg",), "62.5 kg", 62_500),
    (102.058, ("lb",), "225 lb", 102_058), (1.134, ("lb",), "2.5 lb", 1_134),
    (20.0, ("kg", "lb"), "20 kg", 20_000), (20.412, ("kg", "lb"), "45 lb", 20_412),
    (-20.412, ("lb",), "-45 lb", -20_412)])
def test_the_roundest_figure_was_written(kg, units, text, grams):
    """45 lb are 20,411.66 g, read as 20.412 kg: in pounds that is the rounder figure."""
    load = as_written(kg, units)

    assert (load.text, load.grams) == (text, grams)
    assert isinstance(load.value, Decimal)


def test_a_correction_keeps_what_was(store: Store):
    """The old session points to the new one; both its number and the new one lead there."""
    ann = store.add_athlete("Ann")
    old = store.add_session(ann, SESSION)
    right = SESSION.model_copy(update={"entries": (SQUAT,)})

    new = store.correct_session(ann, old.id, right)
    newer = store.correct_session(ann, old.id, right.model_copy(update={"title": "Tuesday"}))

    assert store.session(ann, old.id, newest=False).superseded_by == new.id
    assert store.session(ann, new.id, newest=False).superseded_by == newer.id
    assert store.session(ann, old.id) == newer
    assert store.sessions(ann) == (newer,)
    assert [s.id for s in store.sessions(ann, history=True)] == [old.id, new.id, newer.id]


def test_a_load_that_stays_stays_as_written(store: Store):
    """Who corrects one entry of a session leaves the pounds of the other alone."""
    ann = store.add_athlete("Ann")
    old = store.add_session(ann, SESSION, units=("lb", "kg"))

    new = store.correct_session(ann, old.id, LoggedSession(entries=old.entries), units=("kg",))

    assert new.entries == old.entries


def test_what_is_removed_is_history(store: Store):
    """It counts no more, and can still be seen."""
    ann = store.add_athlete("Ann")
    old = store.add_session(ann, SESSION)

    gone = store.remove_session(ann, old.id)

    assert gone.removed_at is not None
    assert store.sessions(ann) == ()
    assert store.sessions(ann, history=True) == (gone,)


def test_days(store: Store):
    """From a day to a day, both included; a date alone is a day like one with a time."""
    ann = store.add_athlete("Ann")
    for start in (date(2030, 1, 7), datetime(2030, 1, 8, 23, 59), date(2030, 1, 9), None):
        store.add_session(ann, SESSION.model_copy(update={"start": start, "end": None}))

    def starts(*days):
        return [s.start for s in store.sessions(ann, *days)]

    assert starts() == [None, date(2030, 1, 7), datetime(2030, 1, 8, 23, 59), date(2030, 1, 9)]
    assert starts(date(2030, 1, 8)) == [datetime(2030, 1, 8, 23, 59), date(2030, 1, 9)]
    assert starts(date(2030, 1, 7), date(2030, 1, 8)) == [
        date(2030, 1, 7), datetime(2030, 1, 8, 23, 59)]


def test_the_log_of_a_store_is_a_log(store: Store):
    """What reads logs reads it: the contract's ``log/1``."""
    ann = store.add_athlete("Ann")
    store.add_session(ann, SESSION)

    log = store.log(ann)

    assert isinstance(log, planner.Log)
    said = json.loads(log.model_dump_json())
    assert (said["schema"], said["app"], said["unknown"]) == ("log/1", "coach", ["Helped pull"])
    assert said["sessions"][0]["entries"][0]["sets"][1]["load_kg"] == 102.058


def test_a_plan_is_followed_until_the_next(store: Store):
    """The last one that was put in is current, each as it was, and sessions belong to it."""
    plan = planner.plan({"sessions": [{"day": "mon", "minutes": 20}], "equipment": ["none"]})
    ann, ben = store.add_athlete("Ann"), store.add_athlete("Ben")

    first, second = store.put_plan(ann, plan), store.put_plan(ann, plan)
    done = store.add_session(ann, SESSION, source="plan", planned=(second.id, "mon"))

    assert second.plan == plan
    assert store.current_plan(ann) == second
    assert store.plan(first.id) == first.model_copy(update={"current": False})
    assert store.current_plan(ben) is None
    assert (done.plan, done.planned) == (second.id, "mon")
    assert store.correct_session(ann, done.id, SESSION).planned == "mon"


def test_a_measurement_is_written_over(store: Store):
    """Measured twice on a day, the later one counts; pounds stay pounds."""
    ann = store.add_athlete("Ann")
    weighed = NewMeasurement(kind="bodyweight", at=date(2030, 1, 7), value="181.5", unit="lb")
    store.add_measurement(ann, weighed.model_copy(update={"value": "281.5"}))

    made = store.add_measurement(ann, weighed)
    store.add_measurement(ann, NewMeasurement(kind="readiness", at=date(2030, 1, 7), value="4"))

    assert store.measurements(ann, "bodyweight") == (made,)
    assert (made.value, made.unit) == ("181.5", "lb")
    assert [m.kind for m in store.measurements(ann)] == ["bodyweight", "readiness"]
    assert store.measurements(ann, since=date(2030, 1, 8)) == ()
    assert len(store.export(ann).measurements) == 3


def test_a_name_stands_once(store: Store):
    """Whatever its case; and whose log it is must be said where there are two."""
    ann = store.add_athlete(" Ann ")
    assert store.athlete() == store.athlete("ANN") == ann

    with pytest.raises(InputError, match="there is an athlete 'ann' already"):
        store.add_athlete("ann")
    store.add_athlete("Ben")
    with pytest.raises(InputError, match="2 athletes; say which: Ann, Ben"):
        store.athlete()
    with pytest.raises(InputError, match="no athlete 'An'; did you mean 'Ann'"):
        store.athlete("An")


def test_nobody_sees_the_log_of_another(store: Store):
    """A number of somebody else's session is no session."""
    ann, ben = store.add_athlete("Ann"), store.add_athlete("Ben")
    made = store.add_session(ann, SESSION)

    with pytest.raises(InputError, match=f"there is no session {made.id}"):
        store.session(ben, made.id)
    with pytest.raises(InputError, match=f"there is no session {made.id}"):
        store.remove_session(ben, made.id)


def test_export_has_all_and_erase_leaves_nothing(store: Store):
    """The export reads back as it was written; what was erased is nowhere, and nobody else's."""
    ann, ben = store.add_athlete("Ann"), store.add_athlete("Ben")
    store.import_log(ann, a_log(2))
    store.correct_session(ann, store.sessions(ann)[0].id, SESSION)
    store.add_session(ben, SESSION)

    whole = store.export(ann)
    store.erase(ann)

    assert AthleteExport.model_validate_json(whole.model_dump_json()) == whole
    assert (len(whole.sessions), whole.imports[0].new_sets) == (3, 10)
    assert store.athletes() == (ben,)
    assert store.export(ann) == AthleteExport(athlete=ann)
    assert len(store.sessions(ben)) == 1
    with pytest.raises(InputError, match="there is no athlete 'Ann'"):
        store.add_session(ann, SESSION)
