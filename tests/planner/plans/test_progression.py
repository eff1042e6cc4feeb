"""The next step in a few words, by what can be added."""

from __future__ import annotations

from typing import Any

import pytest

from planner.catalog import Catalog
from planner.catalog.body import groups, listed, move, purpose, together
from planner.plans.progression import next_step
from planner.plans.schema import Entry
from planner.request.request import Request


def step(catalog: Catalog, exercise: str, sets: int = 3, complaints: tuple[str, ...] = (),
         **fields: Any) -> str:
    """Return the next step of an entry of a hypertrophy plan."""
    entry = Entry(exercise=exercise, sets=sets, **{"phase": "work", **fields}, lead_in_s=0,
                  ramp_s=0, work_s=0, rest_s=0, start_s=0, seconds=0)
    request = Request.model_validate({
        "sessions": [{"day": "mon", "minutes": 40}], "complaints": complaints})
    return next_step(entry, request, catalog)


@pytest.mark.parametrize(("exercise", "fields", "words"), [
    # Heavy lifts go from 8 to 10 repetitions, isolation from 12 to 15; legs take 5 kg.
    ("deadlift", {"reps": 8, "rir": 2}, "+5 kg at 3 x 10"),
    ("seated_row", {"reps": 8, "rir": 2}, "+2.5 kg at 3 x 10"),
    ("push_up", {"reps": 10, "rir": 2}, "+1 rep to 15"),
    ("curl_21s", {"reps": {"parts": [7, 7, 7]}}, "+2.5 kg when clean"),
    ("plank", {"hold_s": 40}, "+5 s to 60 s"),
    ("plank", {"hold_s": 60}, "harder"),
    # High blood pressure: no hold over 30 s.
    ("plank", {"hold_s": 20, "complaints": ("hypertension",)}, "+5 s to 30 s"),
    ("plank", {"hold_s": 30, "complaints": ("hypertension",)}, "stricter"),
    ("farmers_carry", {"hold_s": 30}, "heavier if steady"),
    ("cat_cow", {"hold_s": 60, "phase": "mobilise"}, ""),
    ("of_another_catalogue", {"reps": 8}, ""),
    ("deadlift", {}, ""),
])
def test_next_step(catalog: Catalog, exercise: str, fields: dict[str, Any], words: str) -> None:
    """Kilograms where there are any, else repetitions, seconds or a stricter position."""
    assert step(catalog, exercise, **fields) == words


def test_groups_begin_with_what_a_lift_is_for(catalog: Catalog) -> None:
    """A row is for the upper back first, whatever the order of the muscles."""
    assert groups(catalog.exercise_by_id["seated_row"], catalog)[0] == "upper_back"


def test_what_a_session_is_for(catalog: Catalog) -> None:
    """Lifts in their order, then what none of them trains; without lifts the groups."""
    by_id = catalog.exercise_by_id

    assert purpose([by_id["deadlift"], by_id["seated_row"], by_id["plank"]], catalog) == (
        "deadlift and seated row, also abs")
    assert purpose([by_id["deadlift"], by_id["seated_row"], by_id["plank"]], catalog, 2) == (
        "deadlift and seated row")
    assert purpose([by_id["plank"]], catalog) == "abs"
    assert purpose([], catalog) == ""


def test_words(catalog: Catalog) -> None:
    """Groups that have a word together are said by it."""
    assert together(["triceps", "chest", "biceps"]) == ("chest", "arms")
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert move(catalog.exercise_by_id["plank"]) == ""
