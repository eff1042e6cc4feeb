"""How widely a catalogue spreads, on one small enough to count by hand."""

from __future__ import annotations

import pytest

from planner.catalog import Catalog, load
from planner.catalog.lint import lint
from planner.catalog.spread import by_complaint, by_muscle, by_phase, holes
from planner.catalog.standards import Waiver


@pytest.fixture
def small() -> Catalog:
    """Return a catalogue of three: a row for a bar, a curl for dumbbells, a walk."""
    catalog = load()
    kept = tuple(catalog.exercise_by_id[k] for k in ("hammer_curl", "inverted_row",
                                                     "treadmill_walk"))
    return catalog.model_copy(update={"exercises": kept, "waivers": ()})


def test_a_muscle_is_counted_where_it_is_direct_and_the_kit_allows(small: Catalog) -> None:
    """Lats: the row, which needs a bar; brachialis: the curl, which needs dumbbells."""
    table = by_muscle(small)
    assert table["lats"] == {"all": 1, "gym": 1, "dumbbells": 0, "bands": 0, "kettlebells": 0,
                             "mat": 0}
    assert table["brachialis"]["dumbbells"] == 1
    assert table["biceps"]["all"] == 0  # the hammer curl trains it at half


def test_phases_and_complaints_are_counted(small: Catalog) -> None:
    """One walk to raise the pulse; nothing for the chest, with or without a complaint."""
    assert by_phase(small)["raise"] == 1
    assert by_complaint(small)["low_back_pain"]["lats"] == 1
    assert by_complaint(small)["low_back_pain"]["chest"] == 0


def test_a_hole_is_found_and_a_waiver_with_a_reason_closes_it(small: Catalog) -> None:
    """And a waiver that nothing needs is named itself."""
    assert any((h.id, h.look) == ("lats", "spread_mat") for h in holes(small))
    waived = small.model_copy(update={"waivers": (
        Waiver(id="lats", look="spread_mat", reason="There is nothing to pull on."),
        Waiver(id="hammer_curl", look="times", reason="There is nothing to waive."))})
    said = {(f.id, f.look) for f in lint(waived)}
    assert ("lats", "spread_mat") not in said
    assert ("lats", "spread_bands") in said
    assert ("hammer_curl", "waivers") in said
