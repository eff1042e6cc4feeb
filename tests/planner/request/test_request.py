"""Reading a request: ids of sessions, defaults, and errors that name the field."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from planner import catalog as catalog_package
from planner.request.errors import InputError
from planner.request.request import DAYS, Request, normalise

CATALOG = catalog_package.load()


def request(*days, minutes=60, **fields):
    """Return a request as it was written."""
    fields.setdefault("sessions", [{"day": d, "minutes": minutes} for d in days or ["mon"]])
    return Request.model_validate(fields)


# --- sessions ------------------------------------------------------------------------------


@pytest.mark.parametrize(("days", "ids"), [
    (["mon"], ["mon"]),
    (["mon", "thu"], ["mon", "thu"]),
    (["mon", "mon", "thu"], ["mon", "mon_2", "thu"]),
    (["mon", "mon", "mon", "sun", "sun"], ["mon", "mon_2", "mon_3", "sun", "sun_2"]),
])
def test_ids(days, ids):
    """A session is called by its day, the second of a day `mon_2`."""
    assert [s.id for s in normalise(request(*days), CATALOG).sessions] == ids


@pytest.mark.parametrize("days", [["thu", "mon"], ["mon", "thu", "wed"], ["sun", "mon"]])
def test_out_of_the_order_of_time(days):
    """Thursday before Monday is refused; weeks begin on Monday."""
    with pytest.raises(ValidationError, match="order of time"):
        request(*days)


def test_no_sessions():
    """A request without a session is none."""
    with pytest.raises(ValidationError, match="sessions"):
        request(sessions=[])


@pytest.mark.parametrize("minutes", [0, -5, 601, 12.5])
def test_minutes_that_cannot_be(minutes):
    """Whole minutes from 1 to 600."""
    with pytest.raises(ValidationError, match="minutes"):
        request(minutes=minutes)


def test_a_wrong_id_is_refused():
    """An id that was written down must be the one the session has."""
    with pytest.raises(InputError, match="'mon' is") as refused:
        normalise(request(sessions=[{"day": "mon", "minutes": 60, "id": "monday"}]), CATALOG)

    assert refused.value.where == "sessions.0.id"


# --- defaults ------------------------------------------------------------------------------


@pytest.mark.parametrize(("minutes", "raising", "mobilising"), [
    (90, 8, 3), (40, 8, 3), (39, 4, 2), (20, 4, 2), (19, 2, 0), (1, 2, 0)])
def test_warm_up_by_minutes(minutes, raising, mobilising):
    """8 and 3 minutes from 40 on, 4 and 2 from 20 on, 2 and 0 below."""
    [session] = normalise(request(minutes=minutes), CATALOG).sessions

    assert session.warm_up.raise_minutes == raising
    assert session.warm_up.mobilise_minutes == mobilising


def test_the_sessions_own_warm_up_comes_first():
    """Session before request before default."""
    own, asked = ({"raise_minutes": n, "mobilise_minutes": n} for n in (1, 5))
    full = normalise(request(warm_up=asked, sessions=[
        {"day": "mon", "minutes": 60, "warm_up": own}, {"day": "thu", "minutes": 60}]), CATALOG)

    assert [s.warm_up.raise_minutes for s in full.sessions] == [1, 5]


def test_the_sessions_own_equipment_comes_first():
    """Session before request; a session with none trains with none."""
    full = normalise(request(equipment=["home"], sessions=[
        {"day": "mon", "minutes": 60}, {"day": "wed", "minutes": 60, "equipment": ["mat"]},
        {"day": "fri", "minutes": 60, "equipment": []}]), CATALOG)

    assert [s.equipment for s in full.sessions] == [("home",), ("mat",), ()]


def test_everything_but_sessions_has_a_default():
    """Hypertrophy, intermediate, a gym, the whole body."""
    full = request()

    assert (full.goal, full.level, full.equipment) == ("hypertrophy", "intermediate", ("gym",))
    assert (full.focus, full.supersets, full.split, full.pace) == ((), "allow", "none", "typical")
    assert (full.limits.seconds, full.limits.workers, full.seed) == (3, 1, 0)


def test_a_name_is_an_include():
    """`include: [deadlift]` pins nothing but the exercise."""
    [pin] = request(include=["deadlift"]).include

    assert (pin.exercise, pin.day, pin.sets, pin.reps) == ("deadlift", None, None, None)


week = st.lists(st.sampled_from(DAYS), min_size=1, max_size=6).map(
    lambda days: sorted(days, key=DAYS.index))


@given(days=week, minutes=st.integers(1, 600), equipment=st.sampled_from(["gym", "home", "mat"]),
       raising=st.none() | st.integers(0, 60), goal=st.sampled_from(["strength", "health"]))
@settings(max_examples=50, deadline=None, derandomize=True)
def test_normalising_twice_changes_nothing(days, minutes, equipment, raising, goal):
    """A request with every default filled in is its own normal form, also through JSON."""
    warm_up = None if raising is None else {"raise_minutes": raising, "mobilise_minutes": 1}
    once = normalise(request(*days, minutes=minutes, equipment=[equipment], warm_up=warm_up,
                             goal=goal), CATALOG)

    assert normalise(once, CATALOG) == once
    assert Request.model_validate_json(once.model_dump_json()) == once
    assert len({s.id for s in once.sessions}) == len(days)


# --- errors --------------------------------------------------------------------------------


@pytest.mark.parametrize(("fields", "where", "nearest"), [
    ({"equipment": ["dumbells"]}, "equipment", "dumbbells"),
    ({"equipment": ["gymm"]}, "equipment", "gym"),
    ({"focus": ["bak"]}, "focus", "back"),
    ({"focus": ["bicep"]}, "focus", "biceps"),
    ({"coverage": {"latts": {"target": 8}}}, "coverage", "lats"),
    ({"coverage": {"horizontal_pul": {"target": 8}}}, "coverage", "horizontal_pull"),
    ({"exclude": ["kb_swingg"]}, "exclude", "kb_swing"),
    ({"exclude": ["kettlebel"]}, "exclude", "kettlebell"),
    ({"likes": ["pul_up"]}, "likes", "pull_up"),
    ({"dislikes": ["push_upp"]}, "dislikes", "push_up"),
    ({"complaints": ["back_pain"]}, "complaints", "low_back_pain"),
    ({"maxes_kg": {"deadlit": 140}}, "maxes_kg", "deadlift"),
    ({"rules": {"core_lst": "must"}}, "rules", "core_last"),
    ({"recent": [{"exercise": "facepull", "date": "2026-11-20"}]}, "recent", "face_pull"),
    ({"include": ["plank", "deadlit"]}, "include.1.exercise", "deadlift"),
    ({"include": [{"exercise": "plank", "day": "mon_2"}]}, "include.0.day", "mon"),
    ({"sessions": [{"day": "mon", "minutes": 60, "equipment": ["bnch"]}]},
     "sessions.0.equipment", "bench"),
    ({"sessions": [{"day": "mon", "minutes": 60}, {"day": "thu", "minutes": 60, "focus": ["leg"]}]},
     "sessions.1.focus", "legs"),
])
def test_an_unknown_id(fields, where, nearest):
    """It is refused with its field and the nearest known one."""
    with pytest.raises(InputError) as refused:
        normalise(request(**fields), CATALOG)

    assert refused.value.where == where
    assert f"did you mean {nearest!r}?" in refused.value.message


def test_nothing_near():
    """Where nothing looks alike some of the known ones are listed."""
    with pytest.raises(InputError, match="known are full_house") as refused:
        normalise(request(complaints=["zzzz"]), CATALOG.model_copy(update={
            "complaints": (CATALOG.complaints[0].model_copy(update={"id": "full_house"}),)}))

    assert "'zzzz'" in refused.value.message


@pytest.mark.parametrize("fields", [
    {"gaol": "strength"}, {"goal": "bulk"}, {"level": "beginner"}, {"pace": "slow"},
    {"supersets": "yes"}, {"split": "bro"}, {"seed": -1}, {"limits": {"seconds": 0}},
    {"maxes_kg": {"deadlift": 0}}, {"maxes_kg": {"deadlift": float("inf")}},
    {"rules": {"core_last": "maybe"}}, {"warm_up": {"raise_minutes": 5}},
    {"include": [{"exercise": "deadlift", "sets": 0}]},
])
def test_an_unknown_field_or_value(fields):
    """What the format does not know is refused before any id is looked up."""
    with pytest.raises(ValidationError):
        request(**fields)


def test_every_known_id_is_taken():
    """Muscles, groups, regions, patterns, families and presets are all welcome in their place."""
    full = normalise(request(
        equipment=["home", "barbell"], focus=["back", "lats", "trap_mid"],
        coverage={"lats": {}, "trap_lower": {"target": 4}, "pull": {"target": 9},
                  "hip_hinge": {"target": 3}},
        exclude=["kb_swing", "olympic", "leg_press"], complaints=["knee_pain"]), CATALOG)

    assert full.focus == ("back", "lats", "trap_mid")
