"""What is written once and is of the whole text, and what opens no session of its own."""

from __future__ import annotations

import pytest

from planner.catalog import load
from planner.workout.notation.read import Reading, read

CATALOG = load()


def reading(text: str) -> Reading:
    """Read a text for hypertrophy and the intermediate level."""
    return read(text, CATALOG, "hypertrophy", "intermediate", strict=False)


def told(found: Reading) -> list[tuple[str | None, list[str]]]:
    """Return the day of each session and its exercises."""
    return [(s.day, [e.exercise.id for e in s.entries]) for s in found.sessions]


def remark(found: Reading, number: int) -> str:
    """Return what was taken for granted in a line."""
    return next(line.remark for line in found.lines if line.number == number)


@pytest.mark.parametrize("text", [
    "Warm-up: 8min light jog\n\nMonday\nSquat 3x5\n\nTuesday\nBench press 3x5",
    "Warm-up:\n8min light jog\n\nMonday\nSquat 3x5\n\nTuesday\nBench press 3x5",
    "8min light jog\n\nMonday\nSquat 3x5\nTuesday\nBench press 3x5",
])
def test_a_warm_up_above_the_first_day_is_that_of_every_day(text: str) -> None:
    """It is no session of its own, and this is told."""
    found = reading(text)
    assert told(found) == [("mon", ["light_jog", "back_squat"]),
                           ("tue", ["light_jog", "bench_press"])]
    assert any("warm-up of every session" in line.remark for line in found.lines)


def test_work_above_the_first_day_stays_a_session() -> None:
    """Nobody says that it is of every day."""
    assert told(reading("Plank 3x30s\n\nMonday\nSquat 3x5")) == [
        (None, ["plank"]), ("mon", ["back_squat"])]


def test_a_day_without_work_gets_no_warm_up() -> None:
    """A walk needs none."""
    found = reading("Warm-up: 8min light jog\n\nMonday\nSquat 3x5\n\nTuesday\n30 min walk")
    assert told(found) == [("mon", ["light_jog", "back_squat"]), ("tue", ["outdoor_walk"])]


def test_what_was_taken_is_told_of_a_line_that_is_joined_with_another() -> None:
    """A lift that the catalogue has not is told, though its neighbour is the same exercise."""
    found = reading("Bench 3x2 @ 85%\nLarsen press 3x6 @ RPE 8")
    assert "Larsen press" in remark(found, 2)


def test_a_rest_for_all_and_a_training_maximum_are_told() -> None:
    """Both lines name what was taken."""
    found = reading("TM: squat 140\n\nSquat 3x5 @ 80%\nRest 60s between all sets")
    assert "72 % of the maximum" in remark(found, 3)
    assert "60 s of rest on line 4" in remark(found, 3)


@pytest.mark.parametrize(("heading", "days"), [
    ("gym tues", ["tue"]), ("On Tuesday:", ["tue"]), ("Gym Thursday", ["thu"]),
    ("gym mon / thu", ["mon", "thu"])])
def test_words_before_a_day(heading: str, days: list[str]) -> None:
    """They are no part of it."""
    assert [s.day for s in reading(f"{heading}\nSquat 3x5").sessions] == days


def test_a_small_muscle_before_an_exercise_opens_no_session() -> None:
    """``abs - leg raises`` is a line of the day; below an empty line it may head one."""
    found = reading("thurs\nBench 3x5\nabs - leg raises 3x10\nCurl 3x10")
    assert told(found) == [("thu", ["bench_press", "lying_leg_raise", "barbell_curl"])]
    apart = reading("Back: rows 3x10\nPull-ups 3x8\n\nTriceps: skull crusher 3x10\nPush-ups 3x10")
    assert len(apart.sessions) == 2


@pytest.mark.parametrize("sign", [":", " -"])
def test_a_muscle_that_is_a_name_too_hides_no_other_name(sign: str) -> None:
    """Calves are calf raises, unless the line says which ones."""
    found = reading(f"Back squat 3x5\nCalves{sign} leg press calf raise 3x10\nCalves: 3x15")
    assert told(found) == [(None, ["back_squat", "leg_press_calf_raise", "calf_raise"])]


def test_rounds_behind_several_days() -> None:
    """The rounds behind two days are of both."""
    found = reading("Mon / Thu: 3 rounds\n10 push-ups\n15 sit-ups")
    assert [(s.day, [e.sets for e in s.entries]) for s in found.sessions] == [
        ("mon", [3, 3]), ("thu", [3, 3])]


def test_a_read_rest_is_not_told_as_left_aside() -> None:
    """German says pause where English says rest."""
    assert remark(reading("Bankdrücken 3 Sätze à 8-10 Wdh., 90 Sek. Pause"), 1) == ""
