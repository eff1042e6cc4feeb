"""The muscle map: a shape for every muscle, shaded by its sets."""

from __future__ import annotations

from itertools import pairwise

import pytest

from planner import catalog
from planner.plans.schema import Plan
from planner.show.muscle_sets import muscle_sets
from planner.show.pictures.levels import WORDS
from planner.show.pictures.muscle_map import SIDES, muscle_map, shapes
from tests.planner.show.conftest import SMALL

CATALOG = catalog.load()
BODY = {"head", "trunk", "arm"}


@pytest.mark.parametrize("view", SIDES)
def test_every_muscle_has_its_shape(view: str) -> None:
    """The shapes of a side are the catalogue's muscles of that side, each once, and the body."""
    muscles = {m.id for m in CATALOG.muscles if m.view in (view, "both")}

    assert set(shapes()[view]) - BODY == muscles
    assert set(shapes()[view]) >= BODY
    assert all((s.at is None) == (name in BODY) for name, s in shapes()[view].items())


def test_both_sides_together_show_all_muscles() -> None:
    """No muscle of the catalogue is missing, none is drawn that it does not have."""
    drawn = {name for view in shapes().values() for name in view} - BODY

    assert drawn == {m.id for m in CATALOG.muscles}
    assert len(drawn) == 29


@pytest.mark.parametrize("view", SIDES)
def test_numbers_stand_beside_the_shapes(read, view: str) -> None:
    """A label has the sets, and the target where there is one; levels differ by pattern."""
    plan = Plan.model_validate(SMALL)
    root = read(muscle_map(muscle_sets(plan, CATALOG), view, "k"))
    texts = {"".join(e.itertext()) for e in root.iter() if e.tag.endswith("}text")}

    assert texts >= ({"biceps 8 of 12", "quads 2.5"} if view == "front" else
                     {"lats 10 of 12", "calves 0"})
    assert texts >= set(WORDS.values())
    fills = {e.get("fill") for e in root.iter() if e.tag.endswith("}path")}
    assert "url(#k-below)" in fills
    assert {e.get("id") for e in root.iter() if e.tag.endswith("}pattern")} == {
        "k-below", "k-short", "k-above"}


@pytest.mark.parametrize("view", SIDES)
def test_labels_do_not_touch(read, view: str) -> None:
    """Labels keep their distance from each other and stay within the picture."""
    root = read(muscle_map(muscle_sets(Plan.model_validate(SMALL), CATALOG), view))
    labels = [e for e in root.iter() if e.tag.endswith("}text") and e.get("font-size") is None]
    heights = sorted(float(e.get("y")) for e in labels)

    assert len(heights) == sum(m.view in (view, "both") for m in CATALOG.muscles)
    assert min(b - a for a, b in pairwise(heights)) >= 15
    assert heights[0] >= 10
    assert heights[-1] <= 340


def test_a_muscle_without_a_shape(read) -> None:
    """A muscle that an overlay added is left out of the picture, without harm."""
    own = CATALOG.muscles[0].model_copy(update={"id": "tail", "view": "back"})
    more = CATALOG.model_copy(update={"muscles": (*CATALOG.muscles, own)})

    root = read(muscle_map(muscle_sets(Plan.model_validate(SMALL), more), "back"))

    assert "tail" not in root[1].text
