"""A plan in words: names, doses, supersets, and when each session begins."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from planner.catalog import Catalog
from planner.plans.schema import Plan
from planner.request.errors import InputError
from planner.show.export_options import options
from planner.show.view import EntryView, sheet_of
from tests.planner.first_exercises import first_exercises
from tests.planner.show.conftest import SMALL, entry


def entries(small: Plan, catalog: Catalog) -> dict[str, EntryView]:
    """Return Monday's work by exercise."""
    monday = sheet_of(small, catalog, options({})).sessions[0]
    return {e.entry.exercise: e for e in monday.entries if e.phase == "work"}


@pytest.mark.parametrize(("exercise", "dose", "details"), [
    ("deadlift", "5 x 5", "RIR 2, 112.5 kg, rest 3:00"),
    ("one_arm_db_row", "3 x 8-12 a side", "RIR 1.5, 68 %, rest 1:00"),
    ("curl_21s", "3 x 7+7+7", "RIR 2, 45 %, rest 1:15"),
    ("side_plank", "2 x 30 s a side", "rest 0:45"),
])
def test_doses(small: Plan, catalog: Catalog, exercise: str, dose: str, details: str) -> None:
    """A dose is said as a lifter says it."""
    view = entries(small, catalog)[exercise]

    assert (view.dose, view.details) == (dose, details)


def test_a_superset_rests_after_its_second(small: Plan, catalog: Catalog) -> None:
    """The rest of a round is the longer of the two, 2:30 of 2:30 and 1:30, and comes last."""
    view = entries(small, catalog)

    assert (view["chin_up"].titled, view["chin_up"].details) == ("A1 Chin-up", "to failure")
    assert (view["push_up"].titled, view["push_up"].rest_s) == ("A2 Push-up", 150)


def test_parts_and_blocks(small: Plan, catalog: Catalog) -> None:
    """Three parts in their order; the two of a superset are one block of the eight."""
    monday = sheet_of(small, catalog, options({})).sessions[0]

    assert [(title, len(part)) for title, part in monday.parts] == [
        ("Warm-up", 2), ("Work", 6), ("Cool-down", 1)]
    assert [len(block) for block in monday.blocks] == [1, 1, 1, 2, 1, 1, 1, 1]


def test_an_exercise_that_the_catalogue_lacks(changed: Any, catalog: Catalog) -> None:
    """Its id in words stands for its name."""
    sheet = sheet_of(changed(exercise="atlas_stone_lift"), catalog, options({}))

    assert sheet.sessions[0].entries[2].name == "Atlas stone lift"


def test_state_of_coverage(small: Plan, catalog: Catalog) -> None:
    """Ten of 8 to 18 sets are within, eight of 9 to 16 below."""
    rows = sheet_of(small, catalog, options({})).coverage

    assert [(r.id, r.state) for r in rows] == [("lats", "within"), ("biceps", "below")]


def starts(days: str, **said: Any) -> list[str]:
    """Return the starts of sessions of 980 seconds on these days."""
    names: list[str] = []
    for day in days.split():
        names.append(day if day not in names else f"{day}_{names.count(day) + 1}")
    seen: dict[str, int] = {}
    sessions = []
    for day in days.split():
        seen[day] = seen.get(day, 0) + 1
        sessions.append({**SMALL["sessions"][1], "day": day,
                         "id": day if seen[day] == 1 else f"{day}_{seen[day]}"})
    plan = Plan.model_validate({**SMALL, "sessions": sessions})

    sheet = sheet_of(plan, first_exercises(), options(said))
    return [f"{s.start:%m-%d %H:%M}" for s in sheet.sessions if s.start]


def test_days_follow_by_weekday() -> None:
    """The plan's first session is on the day that is said, whichever weekday that is.

    1 December 2026 is a Tuesday; from Monday to Thursday it is three days.
    """
    assert starts("mon thu sun", start="2026-12-01T18:00") == [
        "12-01 18:00", "12-04 18:00", "12-07 18:00"]


def test_the_second_session_of_a_day() -> None:
    """It begins three hours later; where the day would be over, right after the first."""
    assert starts("mon mon tue", start="2026-12-01T07:00") == [
        "12-01 07:00", "12-01 10:00", "12-02 07:00"]
    # 980 seconds are 17 minutes; 21:00 and three hours is midnight.
    assert starts("mon mon", start="2026-12-01T21:00") == ["12-01 21:00", "12-01 21:17"]


def test_another_time_of_day() -> None:
    """A session may have a time of its own."""
    assert starts("mon mon sat", start="2026-12-01T07:00", at={"mon_2": "18:30", "sat": "10:00"}
                  ) == ["12-01 07:00", "12-01 18:30", "12-06 10:00"]


def test_one_session_keeps_its_day(small: Plan, catalog: Catalog) -> None:
    """Thursday alone is still three days after the start."""
    sheet = sheet_of(small, catalog, options({"start": "2026-12-01T18:00", "sessions": "thu"}))

    assert [(s.id, s.start) for s in sheet.sessions] == [("thu", datetime(2026, 12, 4, 18))]


@pytest.mark.parametrize(("said", "message"), [
    ({"sessions": "sat"}, "sessions: no session 'sat'; known are mon, thu"),
    ({"at": {"thi": "10:00"}}, "at: no session 'thi'; did you mean 'thu'?"),
])
def test_a_session_that_is_not_there(small: Plan, catalog: Catalog, said: Any,
                                     message: str) -> None:
    """It is named, with those that there are."""
    with pytest.raises(InputError) as error:
        sheet_of(small, catalog, options(said))

    assert str(error.value) == message


def test_three_entries_with_one_letter(catalog: Catalog) -> None:
    """A superset that somebody wrote by hand for three is labelled A1 to A3 and still shown."""
    trio = [entry("push_up", 0, 100, 3, reps=8, superset="A", rest_s=60) for _ in range(3)]
    plan = Plan.model_validate(
        {**SMALL, "sessions": [{**SMALL["sessions"][1], "entries": trio}]})

    views = sheet_of(plan, catalog, options({})).sessions[0].entries

    assert [v.label for v in views] == ["A1", "A2", "A3"]
