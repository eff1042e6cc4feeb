"""Small plans to live with, made once."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

import planner
from planner import Plan
from planner.answers.trial.opened_plan import open_plan, replaced, revised
from planner.catalog import Catalog
from planner.solve.model.variables import as_item
from planner.workout.workout import with_entries

NAMES = ("push_up", "plank", "bird_dog", "goblet_squat", "romanian_deadlift", "deadlift",
         "pull_up", "chin_up", "lat_pulldown", "hanging_knee_raise", "light_jog", "arm_circles",
         "seated_row", "face_pull", "bench_press", "db_bench", "hammer_curl", "barbell_curl",
         "bent_over_row", "leg_curl", "leg_press", "calf_raise", "overhead_press")

DAY: dict[str, Any] = {"sessions": [{"day": "mon", "minutes": 40}], "focus": ["back"],
                       "limits": {"seconds": 2}}
WEEK: dict[str, Any] = {
    "sessions": [{"day": d, "minutes": 35} for d in ("mon", "wed", "fri")],
    "limits": {"seconds": 2}}


@pytest.fixture(scope="session")
def few(catalog: Catalog) -> Catalog:
    """Return a catalogue that is planned from in no time."""
    return catalog.model_copy(update={"exercises": tuple(
        e for e in catalog.exercises if e.id in NAMES)})


@pytest.fixture(scope="session")
def planned(few: Catalog) -> Callable[..., Plan]:
    """Plan a request, each one once."""
    made: dict[str, Plan] = {}

    def plan(base: dict[str, Any] = DAY, **fields: Any) -> Plan:
        request = {**base, **fields}
        key = repr(sorted(request.items()))
        if key not in made:
            made[key] = planner.plan(request, few)
        return made[key]

    return plan


@pytest.fixture(scope="session")
def day(planned: Callable[..., Plan]) -> Plan:
    """Return the plan of one session."""
    return planned()


@pytest.fixture(scope="session")
def rows(planned: Callable[..., Plan], few: Catalog) -> Plan:
    """Return a day of deadlifts, rows and face pulls, whatever the prices: 39:53 of 40 minutes.

    Its goals are written down, so that figures can be derived by hand.
    """
    goals = {"lats": (4, 6.5, 9), "upper_back": (4, 6.5, 9), "lower_back": (1, 2.5, 4.5),
             "rear_delts": (2, 4.5, 7.5), "traps": (2, 4.5, 7.5)}
    day = planned(coverage={name: {"min": low, "target": target, "max": high}
                            for name, (low, target, high) in goals.items()})
    opened = open_plan(day, few)
    options = {o.id: o for o in opened.problem.sessions[0].options}
    [done] = opened.workout.sessions
    warm = [i for i in done.entries if not i.work]
    work = [as_item(options[name], sets) for name, sets in
            (("deadlift", 4), ("seated_row", 4), ("face_pull", 3))]
    workout = replaced(opened.workout, 0, with_entries(done, (*warm, *work)))
    return revised(opened, workout, (), time.monotonic(), proofs=())


@pytest.fixture(scope="session")
def week(planned: Callable[..., Plan]) -> Plan:
    """Return the plan of a week of three short sessions."""
    return planned(WEEK)


@pytest.fixture(scope="session")
def gym_day(catalog: Catalog) -> Plan:
    """Return a short day that was planned from the whole catalogue."""
    return planner.plan({**DAY, "sessions": [{"day": "mon", "minutes": 30}]}, catalog)
