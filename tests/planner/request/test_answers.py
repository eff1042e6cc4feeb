"""Answers in any usual word."""

from __future__ import annotations

import pytest

from planner.catalog import load
from planner.request import answers
from planner.request.errors import InputError
from planner.request.units import unit_of


@pytest.mark.parametrize(("text", "days"), [
    ("mon wed fri", "mon wed fri"), ("Monday, Wednesday and Friday", "mon wed fri"),
    ("fri, mon", "mon fri"), ("3", "mon wed fri"), ("3 days", "mon wed fri"),
    ("three times a week", "mon wed fri"), ("twice a week", "mon thu"), ("2x", "mon thu"),
    ("mon-thu", "mon tue wed thu"), ("sat - mon", "mon sat sun"),
    ("weekdays", "mon tue wed thu fri"),
    ("every day", "mon tue wed thu fri sat sun"), ("tues, thurs", "tue thu"),
    ("mondays and the weekend", "mon sat sun")])
def test_days(text: str, days: str) -> None:
    """Names, spans, or how many; these are spread as a week has room."""
    assert answers.read_days(text) == days.split()


@pytest.mark.parametrize(("text", "minutes"), [
    ("45", 45), ("45'", 45), ("5'", 5), ("45 min", 45), ("45 minutes", 45), ("1h", 60),
    ("1 h 15", 75), ("1 hour 30 min", 90), ("half an hour", 30), ("An hour", 60)])
def test_minutes(text: str, minutes: int) -> None:
    """With or without a unit, hours too."""
    assert answers.read_minutes(text) == minutes


@pytest.mark.parametrize(("text", "goal"), [
    ("strength", "strength"), ("get stronger", "strength"), ("build muscle", "hypertrophy"),
    ("Muscle", "hypertrophy"), ("stay fit", "health"), ("lose weight", "toning")])
def test_goals(text: str, goal: str) -> None:
    """What people call it."""
    assert answers.read_goal(text) == goal


@pytest.mark.parametrize(("text", "level"), [
    ("beginner", "novice"), ("I am new to this", "novice"), ("Novice", "novice"),
    ("medium", "intermediate"), ("expert", "advanced")])
def test_levels(text: str, level: str) -> None:
    """What people call themselves."""
    assert answers.read_level(text) == level


@pytest.mark.parametrize(("text", "unit"), [("kg", "kg"), ("Kilos", "kg"), ("metric", "kg"),
                                            ("lbs", "lb"), ("pounds", "lb"), ("imperial", "lb")])
def test_units(text: str, unit: str) -> None:
    """Both have several names."""
    assert unit_of(text) == unit


@pytest.mark.parametrize(("text", "place"), [
    ("gym", ("gym", ["gym"], [])), ("at the gym", ("gym", ["gym"], [])),
    ("at home", ("home", ["home"], [])), ("home on sat", ("home", ["home"], ["sat"])),
    ("no equipment", ("none", ["none"], [])),
    ("dumbbells, mats", ("home", ["dumbbells", "mat"], [])),
    ("dumbbell", ("dumbbells", ["dumbbells"], [])),
    ("garage = barbell, plates @ tue,sat", ("garage", ["barbell", "plates"], ["tue", "sat"]))])
def test_places(text: str, place: tuple[str, list[str], list[str]]) -> None:
    """A preset, equipment, or a name with equipment, perhaps for some days."""
    name, said, days = answers.read_place(text, load())

    assert (name, said["equipment"], days) == place


@pytest.mark.parametrize(("text", "complaints"), [
    ("none", []), ("", []), ("low back pain", ["low_back_pain"]), ("bad knees", ["knee_pain"]),
    ("my back, wrist", ["low_back_pain", "wrist_pain"]), ("pregnancy", ["pregnancy"]),
    ("shoulder pain", ["shoulder_impingement"])])
def test_complaints(text: str, complaints: list[str]) -> None:
    """By their names, or by the part of the body where only one of them is."""
    assert answers.read_complaints(text, load()) == complaints


@pytest.mark.parametrize(("text", "maxes"), [
    ("none", {}), ("squat 140, bench 100 kg", {"back_squat": "140 lb", "bench_press": "100 kg"}),
    ("deadlift=405lb", {"deadlift": "405 lb"}), ("squat: 142,5 kg", {"back_squat": "142.5 kg"}),
    ("squat 140 and deadlift 180", {"back_squat": "140 lb", "deadlift": "180 lb"})])
def test_maxes(text: str, maxes: dict[str, str]) -> None:
    """An exercise by any of its names, and a load; here a bare number is pounds."""
    assert {k: str(v) for k, v in answers.read_maxes(text, load(), "lb").items()} == maxes


@pytest.mark.parametrize(("read", "text", "sentence"), [
    (answers.read_days, "someday", "unknown day 'someday' in 'someday'"),
    (answers.read_days, "9 days", "expected 1 to 7 days, found '9 days'"),
    (answers.read_minutes, "long", "expected 1 to 600 minutes, as in 45 or 1 h 15, found 'long'"),
    (answers.read_minutes, "", "expected 1 to 600 minutes"),
    (answers.read_goal, "hypertrofy", "did you mean 'hypertrophy'?"),
    (answers.read_level, "novce", "did you mean 'novice'?"),
    (lambda text: answers.read_place(text, load()), "dumbels", "did you mean 'dumbbells'?"),
    (lambda text: answers.read_complaints(text, load()), "spleen", "unknown complaint 'spleen'"),
    (lambda text: answers.read_maxes(text, load(), "kg"), "squat lots",
     "expected an exercise and its maximum, as in squat 140, found 'squat lots'"),
    (lambda text: answers.read_maxes(text, load(), "kg"), "sqaut 100", "unknown exercise 'sqaut'"),
])
def test_what_is_no_answer(read, text: str, sentence: str) -> None:
    """A sentence with what was found and what would be right."""
    with pytest.raises(InputError) as caught:
        read(text)
    assert sentence in str(caught.value)
