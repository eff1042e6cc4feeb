"""A mass: what was written stays, and grams are exact."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.request.mass import Mass
from planner.request.place import Place


@pytest.mark.parametrize(("text", "grams"), [
    ("142,5", 142500), ("142.5 kg", 142500), ("45 lb", 20412), ("45lbs", 20412), (20, 20000),
    ("185#", 83915), ("0", 0)])
def test_as_people_write_it(text, grams):
    """A pound is 453.59237 g: 45 are 20,411.66 g, 185 are 83,914.59 g."""
    assert Mass.read(text).grams == grams


@pytest.mark.parametrize("text", ["heavy", "", "-5", "1e3", "5 stone", True, "2000 kg"])
def test_what_is_no_mass(text):
    """Neither words nor negative numbers, nor more than a tonne."""
    with pytest.raises(ValueError, match="expected"):
        Mass.read(text)


@given(st.decimals(0, 2000, places=2), st.sampled_from(["kg", "lb"]))
def test_text_and_back(value, unit):
    """What is printed is read as the same, to the last digit."""
    if value > 1000 and unit == "kg":
        value -= 1000
    mass = Mass(value, unit)
    again = Mass.read(str(mass))

    assert (again.value, again.unit) == (mass.value, mass.unit)


def test_pounds_stay_pounds():
    """A pair of 45 lb plates is 90 lb, not 89.9."""
    assert str(Mass(Decimal(45) * 2, "lb")) == "90 lb"
    assert Mass(1, "lb") < Mass("0.454")


def test_in_a_file():
    """A place is read from plain data and written as it was."""
    place = Place.model_validate({"weights": {
        "bars": {"barbell": "20 kg"}, "plates": {"20": 4, "45 lb": 2}, "dumbbells": [5, "7.5"]}})

    assert place.weights.plates == {Mass(20): 4, Mass(45, "lb"): 2}
    assert Place.model_validate_json(place.model_dump_json()) == place
