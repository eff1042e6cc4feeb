"""``coach plates``: a line for each load, in kilograms and in pounds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

GARAGE = Path(__file__).parents[5] / "examples" / "places" / "garage.yaml"


@pytest.mark.parametrize(("arguments", "says"), [
    # (102.5 - 20) / 2 = 41.25 a side.
    (["102.5"], "102.5 kg 25 + 15 + 1.25 a side On a bar of 20 kg."),
    (["102,5 kg"], "102.5 kg 25 + 15 + 1.25 a side On a bar of 20 kg."),
    (["225lb"], "225 lb 45 + 45 a side On a bar of 45 lb."),
    (["225", "lb"], "225 lb 45 + 45 a side On a bar of 45 lb."),
    (["225", "--unit", "lb"], "225 lb 45 + 45 a side On a bar of 45 lb."),
    (["20"], "20 kg the bar alone On a bar of 20 kg."),
    (["55", "--bar", "15"], "55 kg 20 a side On a bar of 15 kg."),
    (["40", "--on", "leg_press"], "40 kg 20 a side"),
    (["103"], "103 kg nearest is 102.5 kg (25 + 15 + 1.25 a side); above, 105 kg (25 + 15 + 2.5 a "
              "side) On a bar of 20 kg."),
    (["104.9"], "104.9 kg nearest is 105 kg (25 + 15 + 2.5 a side); below, 102.5 kg (25 + 15 + "
                "1.25 a side) On a bar of 20 kg."),
    (["70", "--place", GARAGE], "70 kg the heaviest is 60 kg (10 + 5 + 2.5 + 1.25 + 1.25 a side) "
                                "On a bar of 20 kg."),
    (["15", "--place", GARAGE], "15 kg the lightest is 20 kg (the bar alone) On a bar of 20 kg."),
    (["23", "--on", "ez_bar", "--place", GARAGE], "23 kg 5 + 2.5 a side On a bar of 8 kg."),
    (["22.5", "23", "--on", "dumbbells", "--place", GARAGE],
     "22.5 kg as it is 23 kg nearest is 22.5 kg; above, 25 kg"),
])
def test_lines(coach, arguments: list[object], says: str) -> None:
    """The plates of a side; where a load can't be made, the nearest and the next."""
    result = coach("plates", *arguments)

    assert (result.exit_code, result.stderr) == (0, "")
    assert " ".join(result.stdout.split()) == says


def test_json(coach) -> None:
    """Masses as they are said, and kilograms."""
    found = json.loads(coach("plates", "225lb", "--json").stdout)

    assert (found["schema"], found["on"]) == ("plates/1", "barbell")
    one = found["loads"][0]
    assert (one["asked"], one["exact"], one["below"]) == ("225 lb", True, one["above"])
    assert one["below"] == {"load": "225 lb", "load_kg": 225 * 0.45359237, "bar": "45 lb",
                            "plates": ["45 lb", "45 lb"], "says": "45 + 45 a side"}


def test_a_file_of_nothing_but_weights(coach) -> None:
    """A place may be all there is in it, or its weights alone; pounds are what most of them are."""
    result = coach("plates", "135", "--place", "-",
                   stdin="bars: {barbell: 45 lb}\nplates: {45 lb: 2}\n")

    assert result.stdout.split()[:5] == ["135", "lb", "45", "a", "side"]


@pytest.mark.parametrize(("arguments", "says"), [
    (["heavy"], "LOAD: expected a mass such as 142.5 or 45 lb, found 'heavy'"),
    (["1001"], "LOAD: expected 0 to 1000 kg, found 1001 kg"),
    (["50", "--bar", "light"], "--bar: expected a mass such as 142.5 or 45 lb, found 'light'"),
    (["50", "--unit", "stone"], "--unit: expected kg or lb, found 'stone'"),
    (["50", "--on", "ezbar"], "--on: 'ezbar' is nothing that is loaded; did you mean 'ez_bar'?"),
    (["50", "--on", "dumbbells", "--bar", "5"], "--bar: 'dumbbells' has no bar"),
])
def test_bad_input(coach, arguments: list[str], says: str) -> None:
    """One sentence with the option, exit 2."""
    result = coach("plates", *arguments)

    assert (result.exit_code, result.stderr) == (2, f"coach: {says}\n")
