"""Programmes for Liftosaur, read by the grammar that it has published."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from planner import catalog
from planner.plans.schema import Plan
from planner.show.formats import export, written
from planner.show.formats.pairings import pairings
from tests.planner.first_exercises import first_exercises
from tests.planner.show.formats.liftosaur import exercises_of


def test_every_exercise_of_the_work(example: Plan) -> None:
    """Each session is a day, each work entry an exercise with its sets; pairs share a letter."""
    days = exercises_of(export(example, "liftoscript").decode())

    work = [[e for e in s.entries if e.phase == "work"] for s in example.sessions]
    assert [[int(e.sets.split("x")[0]) for e in day] for day in days] == [
        [e.sets for e in entries] for entries in work]
    assert [[e.superset for e in day] for day in days] == [
        [e.superset for e in entries] for entries in work]


@pytest.mark.parametrize(("place", "line"), [
    (0, "5x5 180s 112.5kg @8"),       # 2 in reserve are RPE 8
    (1, "3x8+ 0s 0kg"),               # to failure; the partner follows at once
    (2, "3x10 150s 0kg @8"),          # the rest of the round, the longer one
    (3, "3x8-12 60s 68% @8.5"),
    (4, "3x21 75s 45% @8"),           # 7 + 7 + 7
    (5, "2x1 30s|45s 0kg"),           # held for 30 s, then rest
])
def test_sets(small: Plan, place: int, line: str) -> None:
    """Sets, rest, load and effort in its words; every exercise has a weight or a percentage."""
    days = exercises_of(export(small, "liftoscript", first_exercises()).decode())

    assert days[0][place].sets == line


def test_names(small: Plan) -> None:
    """An exercise that it has goes by its name there; the others are reported."""
    result = written(small, "liftoscript", first_exercises())

    names = [e.name for e in exercises_of(result.data.decode())[0]]
    assert names == ["Deadlift", "Chin Up", "Push Up", "One-arm dumbbell row", "Barbell curl 21s",
                     "Side Plank"]
    assert result.losses == (
        "what is not work stands in the description of its day",
        "not among the exercises of Liftosaur, where custom ones are to be made: "
        "One-arm dumbbell row, Barbell curl 21s")


def test_twice_on_a_day(changed: Callable[..., Plan]) -> None:
    """The second of two of a name gets a label, which is what Liftosaur asks for."""
    days = exercises_of(export(changed(exercise="chin_up"), "liftoscript").decode())

    assert [e.name for e in days[0]][:2] == ["Chin Up", "2: Chin Up"]


def test_the_pairing_names_what_there_is() -> None:
    """Every id of the data file is an exercise of the catalogue."""
    assert set(pairings("liftosaur")) <= set(catalog.load().exercise_by_id)
