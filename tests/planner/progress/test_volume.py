"""Weekly fractional sets, and what is aimed at."""

from __future__ import annotations

import pytest

from planner.progress.volume import aims_of, week_sets
from planner.request.request import Request, normalise
from tests.planner.progress.logged import one, session


def request(catalog, **fields):
    """Return a normalised request of three days."""
    sessions = [{"day": day, "minutes": 60} for day in ("mon", "wed", "fri")]
    return normalise(Request.model_validate({"sessions": sessions, **fields}), catalog)


def test_sets_count_by_involvement(catalog):
    """Four sets of the bench press: chest 4 x 1, triceps 4 x 0.5, and none to the biceps."""
    [week] = week_sets([session(0, bench_press=[one(8, 60)] * 4)], catalog)

    assert week.sets["chest"] == 4
    assert week.sets["triceps"] == 2
    assert week.sets["biceps"] == 0


@pytest.mark.parametrize(("kind", "sets"), [
    ("warm_up", 0), ("work", 1), ("drop", 0.5), ("failure", 1)])
def test_the_kind_of_a_set(catalog, kind, sets):
    """What warms up is no set, and a drop set is half of one."""
    [week] = week_sets([session(0, bench_press=[one(8, 60, kind=kind)])], catalog)

    assert week.sets["chest"] == sets


def test_weeks_without_a_session_are_there(catalog):
    """Sunday of one week, Monday two weeks later: three weeks, the middle one empty."""
    weeks = week_sets([session(6, bench_press=[one(8, 60)]),
                       session(14, bench_press=[one(8, 60)] * 2)], catalog)

    assert [f"{w.monday}" for w in weeks] == ["2030-01-07", "2030-01-14", "2030-01-21"]
    assert [w.sets["chest"] for w in weeks] == [1, 0, 2]
    assert [w.sessions for w in weeks] == [1, 0, 1]


def test_a_week_that_is_not_over(catalog):
    """From a Wednesday to a Tuesday: both weeks are parts, the one between them is whole."""
    weeks = week_sets([session(day, bench_press=[one(8, 60)]) for day in (2, 8, 15)], catalog)

    assert [w.whole for w in weeks] == [False, True, False]


def test_for_strength_light_sets_count_less(catalog):
    """A pulldown is a moderate load: half a set for strength (the table of credits)."""
    log = [session(0, lat_pulldown=[one(10, 50)] * 4)]

    assert week_sets(log, catalog)[0].sets["lats"] == 4
    assert week_sets(log, catalog, goal="strength")[0].sets["lats"] == 2


def test_aims_are_those_of_the_problem(catalog, make_problem):
    """A request for the whole body on three days aims at what its plan would."""
    problem = make_problem("mon wed fri", 60)

    aims = {aim.id: aim for aim in aims_of(problem.request, catalog)}

    assert {g.id: (g.min / 4, g.target / 4, g.max / 4) for g in problem.goals} == {
        name: (aim.min, aim.target, aim.max) for name, aim in aims.items()}


def test_only_what_is_aimed_at_is_counted(catalog):
    """With a focus on the back its groups have aims, and nothing else has a column."""
    wanted = aims_of(request(catalog, focus=["lats"]), catalog)
    [week] = week_sets([session(0, lat_pulldown=[one(10, 50)] * 3)], catalog, wanted)

    assert set(week.sets) == {aim.id for aim in wanted}
    assert week.sets["lats"] == 3


def test_an_unknown_exercise_counts_for_nothing(catalog):
    """A name that the catalogue lacks has no muscles."""
    known = session(0, bench_press=[one(8, 60)])
    entry = known.entries[0].model_copy(update={"exercise": None})
    [week] = week_sets([known.model_copy(update={"entries": (entry,)})], catalog)

    assert set(week.sets.values()) == {0}
