"""Weekly sets as bars."""

from __future__ import annotations

import pytest

from planner.plans.schema import Plan
from planner.show.formats import Options, sheet_of
from planner.show.pictures.weekly_sets import LEFT, RIGHT, WIDTH, weekly_sets
from tests.planner.first_exercises import first_exercises
from tests.planner.show.conftest import SMALL


def drawn(read, *coverage: dict[str, object]):
    """Return the picture of some goals."""
    plan = Plan.model_validate({**SMALL, "coverage": coverage})
    return read(weekly_sets(sheet_of(plan, first_exercises(), Options()).coverage, plan.coverage))


def test_bars_are_to_scale(read, sheet) -> None:
    """The longest figure, the max of 18, fills the room; 10 sets are 10/18 of it, 8 are 8/18."""
    root = read(weekly_sets(sheet.coverage, sheet.plan.coverage))
    unit = (WIDTH - LEFT - RIGHT) / 18
    bars = [float(e.get("width")) for e in root.iter() if (e.get("fill") or "").startswith("url")]

    assert bars == [pytest.approx(10 * unit, abs=0.01), pytest.approx(8 * unit, abs=0.01)]


@pytest.mark.parametrize(("sets", "word"), [
    (2, "below"), (9, "short"), (12, "reached"), (20, "above")])
def test_a_level_is_a_word_and_a_number(read, sets: float, word: str) -> None:
    """Neither needs the colour."""
    root = drawn(read, {"muscle": "lats", "sets": sets, "min": 8, "target": 12, "max": 18})
    texts = ["".join(e.itertext()) for e in root.iter() if e.tag.endswith("}text")]

    assert {"lats", f"{sets:g}", word} <= set(texts)


def test_goals_of_nothing(read) -> None:
    """Goals of zero sets, and none at all, are pictures too."""
    zero = drawn(read, {"muscle": "lats", "sets": 0, "min": 0, "target": 0, "max": 0})

    assert "lats: 0 sets" in zero[1].text
    assert len(drawn(read)) > 2
