"""Loads in somebody's unit, rounded once and to what there is."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.catalog import load
from planner.plans.schema import Entry
from planner.request.errors import InputError
from planner.request.mass import GRAMS, Mass
from planner.request.request import Request
from planner.request.units import KG, Units, units_of
from planner.show.export_options import options
from planner.show.scale import Scale

LB = Units("lb")
SMALL_PLATES = Units("lb", {"barbell": Mass("2.5", "lb")})


@pytest.fixture(scope="module")
def squat() -> Entry:
    """Return three sets of squats at 81 % of a maximum, in plates of kilograms."""
    return Entry.model_validate({
        "exercise": "back_squat", "equipment": ["barbell"], "phase": "work", "sets": 3, "reps": 5,
        "rir": 2, "percent_1rm": 81, "load_kg": 115.0, "lead_in_s": 0, "ramp_s": 0, "work_s": 0,
        "rest_s": 180, "start_s": 0, "seconds": 600,
        "ramp": [{"reps": 5, "percent": 50, "load_kg": 57.5}]})


def scale(units: Units, **fields) -> Scale:
    """Return a scale for a request with a maximum of 315 lb, 142.882 kg."""
    request = Request.model_validate({"sessions": [{"day": "mon", "minutes": 60}],
                                      "maxes_kg": {"back_squat": 142.882}, **fields})
    return Scale(load(), request, units)


@pytest.mark.parametrize(("units", "loaded", "ramp"), [
    # 0.81 x 315 are 255.15 lb, half of it 127.6; the plan's 115 kg would be 253.5.
    (KG, "115 kg", "57.5 kg"), (LB, "255 lb", "130 lb"), (SMALL_PLATES, "255 lb", "127.5 lb")])
def test_what_a_maximum_makes(squat: Entry, units: Units, loaded: str, ramp: str) -> None:
    """It is rounded once, from the maximum itself, to the step of the place."""
    its = scale(units)

    assert its.load(squat) == loaded
    assert its.ramp(squat) == f"ramp: 5 at {ramp}"


def test_what_somebody_wrote(squat: Entry) -> None:
    """Without a maximum 115 kg are 253.53 lb, told to half a pound."""
    assert scale(LB, maxes_kg={}).load(squat) == "253.5 lb"
    assert Scale(load(), None, LB).load(squat.model_copy(update={"load_kg": 9.98})) == "22 lb"


def test_what_nobody_lifts_stays(squat: Entry) -> None:
    """A file that was edited by hand may hold any figure."""
    heavy = squat.model_copy(update={"load_kg": 999_999.0})

    assert scale(LB).load(heavy) == "999999 kg"
    assert scale(LB).ramp(heavy) == "ramp: 5 at 57.5 kg"
    assert scale(LB).sentence("Add 5000 kg.", heavy) == "Add 5000 kg."


def test_a_share_stays_a_share(squat: Entry) -> None:
    """Where no load is known there is nothing to convert."""
    assert scale(LB).load(squat.model_copy(update={"load_kg": None})) == "81 %"


@pytest.mark.parametrize(("sentence", "said"), [
    ("When all sets reach 8 reps, add 2.5 kg and start again at 5.",
     "When all sets reach 8 reps, add 5 lb and start again at 5."),
    ("Add 5 kg.", "Add 10 lb."), ("Add a rep a set up to 15.", "Add a rep a set up to 15.")])
def test_what_is_added(squat: Entry, sentence: str, said: str) -> None:
    """2.5 kg are 5.5 lb and 5 kg are 11: steps of 5."""
    assert scale(LB).sentence(sentence, squat) == said
    assert scale(KG).sentence(sentence, squat) == sentence


@given(st.floats(0, 400), st.sampled_from(["1", "2.5", "5", "10"]))
def test_never_further_than_half_a_step(kg: float, step: str) -> None:
    """The nearest multiple, by exact arithmetic."""
    found = Units("lb", {"barbell": Mass(step, "lb")}).rounded(kg, "barbell")

    assert found.value % Decimal(step) == 0
    assert abs(found.exact_grams - Decimal(str(kg)) * 1000) <= Decimal(step) * GRAMS["lb"] / 2


def test_of_an_export() -> None:
    """A word, or units with steps; anything else is refused."""
    assert options({"units": "pounds"}).units == LB
    assert options({"units": SMALL_PLATES}).units == SMALL_PLATES
    assert options({}).units == KG
    with pytest.raises(InputError, match="unknown unit 'stone'"):
        options({"units": "stone"})
    with pytest.raises(InputError, match="expected kg or lb, found 5"):
        units_of(5)
