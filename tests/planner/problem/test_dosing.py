"""How a candidate is dosed: the scheme of its class, as the day of a week wants it."""

from __future__ import annotations

from typing import Any

import pytest

from planner.catalog import Catalog
from planner.problem.dosing import day_of, dose_for, lower_body, medical_limits, scheme_for
from planner.request.request import Request, normalise

DAYS = ("mon", "tue", "wed", "thu", "fri")


def week(catalog: Catalog, count: int, **fields: Any) -> Request:
    """Return a request of so many sessions."""
    return normalise(Request.model_validate({
        "sessions": [{"day": d, "minutes": 60} for d in DAYS[:count]], **fields}), catalog)


@pytest.mark.parametrize(("exercise", "legs"), [
    ("back_squat", True), ("deadlift", True), ("leg_curl", True), ("calf_raise", True),
    ("bench_press", False), ("plank", False), ("back_extension", False)])
def test_lower_body(catalog, exercise, legs):
    """What trains a muscle of the legs directly."""
    assert lower_body(catalog.exercise_by_id[exercise], catalog) is legs


@pytest.mark.parametrize(("count", "legs", "arms"), [
    (1, [None], [None]),
    (2, ["heavy", "volume"], ["volume", "heavy"]),
    (3, ["heavy", "heavy", "volume"], ["volume", "volume", "heavy"]),
    (4, ["heavy", "heavy", "volume", "volume"], ["volume", "volume", "heavy", "heavy"]),
])
def test_heavy_legs_first(catalog, count, legs, arms):
    """In the first half of a week legs are heavy and the upper body is not, then the reverse."""
    request = week(catalog, count)
    squat, press = (catalog.exercise_by_id[e] for e in ("back_squat", "bench_press"))

    assert [day_of(squat, request, catalog, k) for k in range(count)] == legs
    assert [day_of(press, request, catalog, k) for k in range(count)] == arms


@pytest.mark.parametrize("goal", ["strength", "hypertrophy", "toning", "health", "maintenance"])
@pytest.mark.parametrize("level", ["novice", "intermediate", "advanced"])
@pytest.mark.parametrize("name", ["bench_press", "t_bar_row", "leg_curl", "leg_press", "plank"])
def test_the_profile_of_the_day(catalog, goal, level, name):
    """Each day has its profile's repetitions, by level; without one, and alone, the scheme's."""
    exercise = catalog.exercise_by_id[name]
    request = week(catalog, 2, goal=goal, level=level)
    scheme = catalog.scheme_by_key[goal, exercise.rest_class]
    at = ("novice", "intermediate", "advanced").index(level)
    least = catalog.least_reps.get(name, 1)

    for session in range(2):
        day = day_of(exercise, request, catalog, session)
        row = catalog.profile_by_key.get((goal, exercise.rest_class, day,
                                          exercise.standing == "staple"))
        found = scheme_for(exercise, request, catalog, session)
        assert found.reps == (scheme.reps if row is None else max(least, row.reps[at]))
        assert found.sets == scheme.sets
    alone = week(catalog, 1, goal=goal, level=level)
    assert scheme_for(exercise, alone, catalog, 0) == scheme


def test_nobody_does_it_heavier(catalog):
    """Where form gives out first there are that many repetitions at least, and as many more on top.

    For advanced strength a Romanian deadlift is a heavy staple: 3 to 4 repetitions by the profile,
    6 by its own least, so 6 to 7.
    """
    request = week(catalog, 2, goal="strength", level="advanced")
    row = catalog.profile_by_key["strength", "heavy_compound", "heavy", True]
    least = catalog.least_reps["romanian_deadlift"]

    found = scheme_for(catalog.exercise_by_id["romanian_deadlift"], request, catalog, 0)

    assert row.reps[2] < least
    assert found.reps == least
    assert found.reps_top == row.reps_top[2] + least - row.reps[2]


def test_a_heavy_day_is_heavier(catalog):
    """The same bench press: fewer repetitions on Thursday, when the upper body is heavy."""
    request = week(catalog, 2, goal="strength", level="advanced")
    bench = catalog.exercise_by_id["bench_press"]
    limits = medical_limits(request, catalog)
    monday, thursday = (dose_for(bench, request, catalog, limits, session=k) for k in range(2))

    assert thursday.reps < monday.reps


def test_pinned_repetitions_stay(catalog):
    """What was written down is done on either day."""
    request = week(catalog, 2, include=[{"exercise": "bench_press", "reps": 9}])
    bench, [pin] = catalog.exercise_by_id["bench_press"], request.include
    limits = medical_limits(request, catalog)

    assert {dose_for(bench, request, catalog, limits, pin, k).reps for k in range(2)} == {9}
