"""A plan written by hand with one entry of every kind, and plans of the example requests."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import planner
from planner.catalog import Catalog, load
from planner.catalog.strict_yaml import load as read_yaml
from planner.plans.schema import Plan
from planner.show.formats import Options, Sheet, sheet_of
from tests.planner.first_exercises import first_exercises

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.yaml"))

RAMP = [{"reps": 5, "percent": 50, "load_kg": 57.5}, {"reps": 3, "percent": 85, "load_kg": 95.0}]


def entry(exercise: str, start_s: int, seconds: int, sets: int = 1, phase: str = "work",
          rest_s: int = 0, **more: Any) -> dict[str, Any]:
    """Return an entry; ``more`` has its dose."""
    return {"exercise": exercise, "phase": phase, "sets": sets, "lead_in_s": 0, "ramp_s": 0,
            "work_s": 30, "rest_s": rest_s, "start_s": start_s, "seconds": seconds, **more}


MONDAY = [
    entry("treadmill_walk", 0, 510, phase="raise", hold_s=480),
    entry("cat_cow", 510, 95, phase="mobilise", hold_s=90),
    entry("deadlift", 605, 1015, 5, rest_s=180, reps=5, rir=2, percent_1rm=81, load_kg=112.5,
          ramp=RAMP, equipment=["barbell", "plates"], why="Your main deadlift of the day: glutes.",
          next_time="Add 5 kg when all 5 sets reach 6."),
    entry("chin_up", 1620, 500, 3, rest_s=150, reps=8, rir=0, to_failure=True, superset="A",
          equipment=["pullup_bar"]),
    entry("push_up", 1620, 0, 3, rest_s=90, reps=10, rir=2, superset="A"),
    entry("one_arm_db_row", 2120, 420, 3, rest_s=60, reps=[8, 12], rir=1.5, percent_1rm=68,
          equipment=["dumbbells", "bench"]),
    entry("curl_21s", 2540, 300, 3, rest_s=75, reps={"parts": [7, 7, 7]}, rir=2, percent_1rm=45,
          equipment=["barbell"]),
    entry("side_plank", 2840, 220, 2, rest_s=45, hold_s=30),
    entry("cat_cow", 3060, 60, phase="cool_down", hold_s=60),
]
THURSDAY = [
    entry("light_jog", 0, 300, phase="raise", hold_s=300),
    entry("seated_row", 300, 480, 4, rest_s=90, reps=8, rir=2, percent_1rm=74,
          equipment=["cable_row_machine"], next_time="Add 2.5 kg when all 4 sets reach 10."),
    entry("plank", 780, 200, 2, rest_s=60, hold_s=40, to_failure=True),
]
SMALL: dict[str, Any] = {
    "schema": "plan/1", "status": "optimal",
    "request": {"goal": "hypertrophy", "maxes_kg": {"deadlift": 140},
                "sessions": [{"day": "mon", "minutes": 55, "id": "mon", "equipment": ["gym"]},
                             {"day": "thu", "minutes": 20, "id": "thu", "equipment": ["gym"]}]},
    "catalog": {"name": "coach", "version": "1", "exercises": 76, "sha256": "0" * 64},
    "solver": {"build_s": 0.1, "first_plan_s": 0.1, "seconds": 0.4, "workers": 1, "seed": 0,
               "stopped_by": "proof",
               "tiers": [{"name": "coverage", "value": 72, "bound": 72, "proved": True}]},
    "sessions": [
        {"id": "mon", "day": "mon", "budget_s": 3300, "entries": MONDAY,
         "seconds": {"brisk": 2600, "typical": 3120, "generous": 4100},
         "advice": ["Low back pain: keep the back still."]},
        {"id": "thu", "day": "thu", "budget_s": 1200, "entries": THURSDAY,
         "seconds": {"brisk": 800, "typical": 980, "generous": 1300},
         "advice": ["Low back pain: keep the back still."]},
    ],
    # The loss in points: lats 48 - 40, biceps 2 x (4 x (36 - 32) + 48 - 32), in all 72.
    "coverage": [
        # Chin-up 3 x 1.0, row 3 x 1.0, seated row 4 x 1.0.
        {"muscle": "lats", "sets": 10, "min": 8, "target": 12, "max": 18},
        # Chin-up 3 x 0.5, row 3 x 0.5, curl 3 x 1.0, seated row 4 x 0.5.
        {"muscle": "biceps", "sets": 8, "min": 9, "target": 12, "max": 16, "weight": 2},
    ],
    "ledger": [], "notes": ["biceps stay one set short of the min."],
}
"""One session with every kind of entry, and a short one."""

HEADLINE = "Hypertrophy for an intermediate lifter, 2 days in a gym, 68 of 75 minutes"
"""Who it is for and what it asks: 52 and 16 of 55 and 20 minutes."""


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """Return the catalogue of the first exercises, whose names stay as they are."""
    return first_exercises()


@pytest.fixture(scope="session")
def small() -> Plan:
    """Return the plan written by hand."""
    return Plan.model_validate(SMALL)


@pytest.fixture
def changed(small: Plan) -> Callable[..., Plan]:
    """Return the plan by hand with other fields in the first entry of its work."""

    def change(**fields: Any) -> Plan:
        data = small.model_dump(mode="json", by_alias=True)
        data["sessions"][0]["entries"][2].update(fields)
        return Plan.model_validate(data)

    return change


@cache
def first_plan(example: Path) -> Plan:
    """Return the first plan that is found for an example's request."""
    request = read_yaml(example.read_text(encoding="utf-8"))
    request["limits"] = {"seconds": 6}
    found: list[object] = []
    return planner.plan(request, on_progress=found.append, should_stop=lambda: bool(found))


@pytest.fixture(params=EXAMPLES, ids=lambda path: path.stem)
def example(request: pytest.FixtureRequest) -> Plan:
    """Return a plan of each example."""
    return first_plan(request.param)


@pytest.fixture
def sheet_of_example(example: Plan) -> Sheet:
    """Return the plan of each example in words."""
    return sheet_of(example, load(), Options())
