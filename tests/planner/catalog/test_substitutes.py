"""What stands in for an exercise: hand-derived changes of a set."""

from __future__ import annotations

from planner.catalog import load
from planner.catalog.schema import Strain
from planner.catalog.substitutes import substitutes


def test_what_changes_is_what_the_annotations_say() -> None:
    """T-bar row to one-arm row.

    Both give lats and upper back 1, rear delts and biceps 0.5; the t-bar row also gives the
    lower back 0.5 and has 3 lumbar and 2 systemic points against 1 and 1. Ten repetitions of
    3 s take 30 s, those of two sides 60 s; set-up is 75 s against 40 s.
    """
    catalog = load()
    found = {s.exercise.id: s
             for s in substitutes(catalog.exercise_by_id["t_bar_row"], catalog, 50)}
    row = found["one_arm_db_row"]
    assert row.sets == {"lower_back": -0.5}
    assert row.strain == {"lumbar": -2, "systemic": -1}
    assert (row.set_s, row.setup_s) == (30, -35)


def test_a_twin_comes_first_and_changes_nothing() -> None:
    """A copy under another name is at distance nothing but its standing."""
    catalog = load()
    curl = catalog.exercise_by_id["barbell_curl"]
    twin = curl.model_copy(update={"id": "a_twin", "name": "A twin"})
    sore = curl.model_copy(update={
        "id": "sore_twin", "name": "Sore", "strain": Strain(lumbar=1, grip=1, systemic=1),
        "standing": "niche"})
    wider = catalog.model_copy(update={"exercises": (*catalog.exercises, twin, sore)})
    first = substitutes(curl, wider, 1)[0]
    assert first.exercise.id == "a_twin"
    assert (first.distance, first.sets, first.strain) == (0.0, {}, {})


def test_a_stretch_does_not_stand_in_for_a_lift() -> None:
    """Only what may stand in the same phase comes into question."""
    catalog = load()
    found = substitutes(catalog.exercise_by_id["cat_cow"], catalog, 500)
    assert found
    assert all({"mobilise", "cool_down"} & set(s.exercise.phases) for s in found)
