"""Names as well-known programmes and logging apps write them: every one is found."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from planner.catalog import load
from planner.workout.notation.read import read

CATALOG = load()
WRITTEN = yaml.safe_load(
    (Path(__file__).parents[2] / "catalog" / "names_people_write.yaml").read_text(encoding="utf-8"))
SETS = {"reps": "3x8", "time": "3x30s", "distance": "3x40m"}


@pytest.mark.parametrize("kind", [*WRITTEN["programmes"], "apps"])
def test_what_people_write_is_what_they_mean(kind: str) -> None:
    """Pasted as a line with sets, or with minutes where it is light cardio.

    ``Seated Row (Machine)`` with repetitions is the cable row, though ten
    minutes of it are the rowing machine.
    """
    names = WRITTEN["apps"] if kind == "apps" else WRITTEN["programmes"][kind]
    for name, meant in names.items():
        exercise = CATALOG.exercise_by_id[meant]
        amount = SETS[exercise.measure] if "work" in exercise.phases else "10min"
        (session,) = read(f"{amount} {name}", CATALOG, "hypertrophy", "intermediate").sessions
        assert [entry.exercise.id for entry in session.entries] == [meant], name
