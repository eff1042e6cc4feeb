"""The next session: which one, with which loads, and what was done last time beside it."""

from __future__ import annotations

from datetime import date, datetime

import pytest

import planner
from planner.athlete.coming import coming, first_open
from planner.catalog import load
from planner.logs.log import LoggedEntry, LoggedSet
from planner.request.place import Weights
from planner.store.values import KeptEntry, KeptPlan, KeptSession, KeptSet

CATALOG = load()
WRITTEN = datetime(2030, 1, 1, 12)


@pytest.fixture(scope="module")
def kept():
    """Return a plan of two days with a bench press of 3x8 on Monday."""
    plan = planner.plan({
        "sessions": [{"day": "mon", "minutes": 30}, {"day": "thu", "minutes": 30}],
        "include": [{"exercise": "bench_press", "day": "mon", "sets": 3, "reps": 8}],
        "limits": {"seconds": 2}})
    return KeptPlan(id=7, written_at=WRITTEN, current=True, plan=plan)


def bench(on, reps, load_kg, rir, **more):
    """Return a session of three sets of bench press."""
    sets = tuple(KeptSet(reps=reps, load_kg=load_kg, rir=rir) for _ in range(3))
    return KeptSession(id=on.day, written_at=WRITTEN, start=on, entries=(
        KeptEntry(exercise="bench_press", name="Bench press", sets=sets),), **more)


def entry(found):
    """Return the bench press of the next session."""
    return next(e for e in found.entries if e.exercise == "bench_press")


def test_the_first_that_is_open(kept):
    """Monday comes first; logged as planned, Thursday does."""
    assert first_open(kept, ()).id == "mon"
    monday = bench(date(2030, 1, 7), 8, 60, 2, plan=7, planned="mon")
    assert first_open(kept, (monday,)).id == "thu"


def test_another_plans_session_is_none_of_this_one(kept):
    """What was done of plan 6 closes nothing in plan 7."""
    assert first_open(kept, (bench(date(2030, 1, 7), 8, 60, 2, plan=6, planned="mon"),)).id == "mon"


def test_a_rep_more_comes_before_the_load(kept):
    """3x8 at 60 kg with two left: the load stays until three sets of ten, one rep more is tried."""
    found = entry(coming(kept, (bench(date(2030, 1, 7), 8, 60, 2),), CATALOG))

    assert (found.load, found.reps) == ("60 kg", 9)
    assert found.last.on == date(2030, 1, 7)
    assert [s.reps for s in found.last.sets] == [8, 8, 8]


def test_the_top_of_the_range_was_reached(kept):
    """3x10 at 60 kg with two left: 2.5 kg more, and the repetitions start again at eight."""
    found = entry(coming(kept, (bench(date(2030, 1, 7), 10, 60, 2),), CATALOG))

    assert (found.load, found.reps) == ("62.5 kg", 8)


def test_only_what_the_place_has(kept):
    """A bar of 20 kg and plates of 10 and 5: the step up from 60 kg is 70 kg, with 25 a side.

    50 kg and 60 kg are 15 and 20 a side; there is nothing between 60 and 70.
    """
    place = Weights.model_validate({"bars": {"barbell": "20 kg"}, "plates": {"10": 4, "5": 2}})
    found = entry(coming(kept, (bench(date(2030, 1, 7), 10, 60, 2),), CATALOG, place))

    assert found.load in ("60 kg", "70 kg")
    assert found.each_side == ("10 + 10 a side" if found.load == "60 kg" else "10 + 10 + 5 a side")


def test_the_loads_stand_in_the_session(kept):
    """The page of the session has them as well, in kilograms, the ramp below them."""
    found = coming(kept, (bench(date(2030, 1, 7), 10, 60, 2),), CATALOG)
    page = next(e for e in found.session.entries if e.exercise == "bench_press")

    assert page.load_kg == 62.5
    assert all(r.load_kg < 62.5 for r in page.ramp)


def test_a_session_by_name(kept):
    """Thursday may be done first."""
    assert coming(kept, (), CATALOG, name="thu").session.id == "thu"


def test_all_done(kept):
    """Nothing is open; the message says what can be done."""
    both = kept.model_copy(update={"plan": kept.plan.model_copy(update={"done": ("mon", "thu")})})
    with pytest.raises(planner.InputError, match="every session of the plan is done"):
        coming(both, (), CATALOG)


def test_warm_up_sets_say_nothing(kept):
    """A warm-up set of 20 kg is no measure of what comes next."""
    light = LoggedSet(kind="warm_up", reps=10, load_kg=20)
    session = bench(date(2030, 1, 7), 10, 60, 2)
    first = session.entries[0]
    more = session.model_copy(update={"entries": (first.model_copy(update={
        "sets": (KeptSet(**light.model_dump()), *first.sets)}),)})

    assert entry(coming(kept, (more,), CATALOG)).load == "62.5 kg"
    assert isinstance(more.entries[0], LoggedEntry)
