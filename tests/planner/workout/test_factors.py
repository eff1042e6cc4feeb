"""A person's factors on the catalogue's seconds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import planner
from planner import catalog as catalog_package
from planner.catalog.words import GOALS, PACES
from planner.request.clock import ClockFactors
from planner.request.request import as_request
from planner.show.formats import export
from planner.workout.dose import Dose
from planner.workout.rows import Row
from planner.workout.session_seconds import session_seconds, timed
from planner.workout.timing import Clock, Timing, group_seconds

CATALOG = catalog_package.load()
WORK = [e for e in CATALOG.exercises if "work" in e.phases]
FACTORS = st.floats(0.5, 2)
LEAST_RESTS = st.sampled_from([0, 60, 120])
SLOW = {"rest": 1.3, "setup": 1.5, "warm_up": 1.4}


def clock(name, dose, goal="hypertrophy", least_rest_s=0, rows=(), **factors):
    """Return the clock of an exercise for somebody at a typical pace."""
    return Timing(CATALOG, goal, "typical", least_rest_s, ClockFactors(**factors)).clock(
        CATALOG.exercise_by_id[name], dose, rows=rows)


# By the catalogue a dumbbell bench press of ten has 120 s of lead-in, which are its rest, 75 s to
# ramp, 30 s of work and 120 s of rest; a deadlift of five for strength 180, 232, 20, 180 and a
# set-up of 100.
@pytest.mark.parametrize(("factors", "seconds"), [
    ({}, Clock(120, 75, 30, 120)),
    ({"rest": 1.1}, Clock(132, 75, 30, 132)),
    ({"warm_up": 1.2}, Clock(120, 90, 30, 120)),
    ({"warm_up": 1.1}, Clock(120, 83, 30, 120)),  # 82.5, half up
    ({"setup": 1.5}, Clock(120, 75, 30, 120))], ids=str)
def test_each_factor_has_its_seconds(factors, seconds):
    """Rests, ramps and set-up are multiplied, work is not; a set-up below the rest is unseen."""
    assert clock("db_bench", Dose(10, None, 2), **factors) == seconds


def test_the_lead_in_is_the_longer_of_rest_and_set_up():
    """Half the rests are 90 s, and the deadlift's set-up stays 100 s; twice the set-up is 200 s."""
    five = Dose(5, None, 2)

    assert clock("deadlift", five, "strength", rest=0.5) == Clock(100, 232, 20, 90)
    assert clock("deadlift", five, "strength", setup=2.0) == Clock(200, 232, 20, 180)


def test_a_written_rest_is_what_it_is():
    """Two minutes that somebody wrote are two minutes; the rest of the other set is their own."""
    ten = Dose(10, None, 2)
    rows = (Row(1, ten, rest_s=120), Row(1, ten))

    assert clock("lateral_raise", ten, rows=rows).each[1] == (30, 75)
    assert [rest for _, rest in clock("lateral_raise", ten, rows=rows, rest=2.0).each] == [120, 150]


@pytest.mark.parametrize(("factor", "seconds"), [(0.5, 90), (1.0, 90), (1.1, 90), (1.4, 105)])
def test_the_least_rest_of_a_complaint_holds(factor, seconds):
    """Raises rest 75 s: 38, 75 and 83 are below a complaint's 90 s, 105 are not."""
    assert clock("lateral_raise", Dose(10, None, 2), least_rest_s=90, rest=factor).rest_s == seconds


def test_the_way_in_a_superset_is_set_up():
    """Fifteen seconds from one to the other become 22.5, half up."""
    assert Timing(CATALOG, "hypertrophy", "typical").move_s == 15
    assert Timing(CATALOG, "hypertrophy", "typical", 0, ClockFactors(setup=1.5)).move_s == 23


@st.composite
def sets(draw):
    """Draw an exercise of the catalogue and a dose of it."""
    exercise = draw(st.sampled_from(WORK))
    if exercise.measure == "reps":
        return exercise, Dose(draw(st.integers(1, 20)), None, 2, draw(st.booleans()))
    return exercise, Dose(None, draw(st.integers(5, 120)), None)


@settings(max_examples=300, deadline=None)
@given(sets(), sets(), st.sampled_from(GOALS), st.sampled_from(PACES), LEAST_RESTS,
       st.tuples(FACTORS, FACTORS, FACTORS), st.sampled_from(["rest", "setup", "warm_up"]), FACTORS)
def test_seconds_grow_with_every_factor(a, b, goal, pace, least_s, some, name, other):
    """Whatever the others are, a longer part makes no second less, alone or in a superset."""
    factors = ClockFactors(**dict(zip(("rest", "setup", "warm_up"), some, strict=True)))
    pair = sorted([factors, factors.model_copy(update={name: other})],
                  key=lambda f: getattr(f, name))

    def seconds(who):
        timing = Timing(CATALOG, goal, pace, least_s, who)
        first, second = (timing.clock(exercise, dose) for exercise, dose in (a, b))
        return (first.lead_in_s, first.ramp_s, first.rest_s, first.alone(3),
                timing.clock(*a, work=False).alone(1),
                group_seconds([(first, 3), (second, 2)], timing.move_s))

    assert all(x <= y for x, y in zip(*map(seconds, pair), strict=True))


@settings(max_examples=300, deadline=None)
@given(sets(), st.sampled_from(GOALS), st.sampled_from(PACES), LEAST_RESTS)
def test_factors_of_one_are_the_catalogue(a, goal, pace, least_s):
    """Every part is what it is without factors."""
    own, one = (Timing(CATALOG, goal, pace, least_s, *more) for more in ((), (ClockFactors(
        rest=1.0, setup=1.0, warm_up=1.0),)))

    assert own.clock(*a) == one.clock(*a)
    assert own.clock(*a, work=False) == one.clock(*a, work=False)
    assert own.move_s == one.move_s == CATALOG.timing.superset_move_s


REQUEST = {"sessions": [{"day": "mon", "minutes": 40}, {"day": "thu", "minutes": 30}],
           "supersets": "prefer", "equipment": ["home"], "limits": {"seconds": 2}}


@pytest.fixture(scope="module", params=[SLOW, {"rest": 0.6, "setup": 0.5}, {"setup": 2.0}],
                ids=["slow", "quick", "far"])
def made(request):
    """Return a plan for somebody."""
    return planner.plan({**REQUEST, "clock": request.param})


def test_solver_and_audit_agree(made):
    """A plan fits its minutes by its own clock, and the audit finds the same seconds and goals."""
    audit = planner.check(made)

    assert audit.ok
    assert [s.seconds for s in audit.sessions] == [s.seconds for s in made.sessions]
    assert all(s.seconds.typical <= 60 * asked.minutes
               for s, asked in zip(made.sessions, made.request.sessions, strict=True))
    assert {t.name: t.value for t in made.solver.tiers} == audit.tiers


def test_minutes_are_somebodys_own(make_problem, workout):
    """What fills the minutes by the catalogue's clock takes a slow person longer.

    Three raises: 75 + 3 x 30 + 2 x 75 = 315 s; with rests of 97.5, half up, 98 + 90 + 196 = 384 s.
    """
    entries = [("lateral_raise", 3, 10)]
    bare = {"warm_up": {"raise_minutes": 0, "mobilise_minutes": 0}}
    own, slow = make_problem(**bare), make_problem(**bare, clock=SLOW)

    [done] = workout(own, entries).sessions

    assert session_seconds(done.entries, own.timing) == 315
    assert session_seconds(timed(done.entries, slow.timing), slow.timing) == 384


def test_every_pace_has_the_factors(made):
    """Rests of all three paces are somebody's own: a brisk one is shorter than a generous one."""
    for session in made.sessions:
        assert session.seconds.brisk < session.seconds.typical < session.seconds.generous


@pytest.mark.parametrize("format", ["text", "markdown", "xlsx", "csv", "liftoscript"])
def test_exports_come_back(made, format):
    """Exports that carry the request come back to the same seconds, the others with the request."""
    carried = () if format in ("text", "xlsx") else (made.request,)

    audit = planner.check(export(made, format), *carried)

    assert [s.seconds for s in audit.sessions] == [s.seconds for s in made.sessions]
    assert [[e.rows for e in s.entries] for s in audit.sessions] == [
        [e.rows for e in s.entries] for s in made.sessions]
    assert audit.ok


def test_without_a_clock_nothing_is_written_of_it():
    """The request of such a plan is written as it always was."""
    asked = as_request(REQUEST)

    assert "clock" not in asked.model_dump(mode="json")
    assert as_request({**REQUEST, "clock": None}) == asked
    assert as_request({**REQUEST, "clock": {"rest": 1.1}}).model_dump(mode="json")["clock"] == {
        "rest": 1.1, "setup": 1.0, "warm_up": 1.0}


@pytest.mark.parametrize(("said", "sentence"), [
    ({"rest": 2.5}, "expected at most 2, found 2.5"),
    ({"rest": 0.4}, "expected at least 0.5, found 0.4"),
    ({"rests": 1.1}, "unknown field 'rests'; did you mean 'rest'?")], ids=str)
def test_a_factor_that_is_none(said, sentence):
    """Half to twice the catalogue's; a wrong name is told with the right one."""
    with pytest.raises(planner.InputError, match="clock") as error:
        as_request({**REQUEST, "clock": said})

    assert sentence in str(error.value)
