"""A profile: how it is written, what it becomes, where it is looked for, what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from planner.catalog import load
from planner.request import profile_files
from planner.request.errors import InputError
from planner.request.files import document_of
from planner.request.mass import Mass
from planner.request.profile import TrainingDay, request_fields
from planner.request.profile_files import find, profile_of, read_profile
from planner.request.profile_text import profile_text

ADA = """\
name: Ada
units: lb
days: {mon: 60, wed: , sat: {minutes: 35, place: home}}
minutes: 45
places:
  gym: {equipment: gym}
  home: [dumbbells, mat]
maxes: {Squat: 315, bench press: 100 kg}
complaints: low back pain
"""


def read(text: str):
    """Read a profile from a text that is called ``coach.yaml``."""
    return profile_of(document_of("coach.yaml", text, "a profile"), load())


def wrong(text: str) -> str:
    """Return what is said of a text that is no profile."""
    with pytest.raises(InputError) as caught:
        read(text)
    return str(caught.value)


@pytest.mark.parametrize(("written", "days"), [
    ("[mon, Friday]", [("mon", None), ("fri", None)]), ("mon, wed", [("mon", None), ("wed", None)]),
    ("mon wed", [("mon", None), ("wed", None)]), ("{mon: 40, tue: }", [("mon", 40), ("tue", None)]),
    ("{Monday: {minutes: 40}}", [("mon", 40)]), ("[{day: mon, minutes: 20}, mon]",
                                                 [("mon", 20), ("mon", None)])])
def test_days_in_every_form(written: str, days: list[tuple[str, int | None]]) -> None:
    """A list, words, or a mapping with minutes or more."""
    found = read(f"days: {written}").profile.days

    assert found == tuple(TrainingDay(day=day, minutes=minutes) for day, minutes in days)


def test_what_it_becomes() -> None:
    """A day is as long as it says, else as all are, and at the first place, else at its own."""
    assert request_fields(read(ADA).profile)["sessions"] == [
        {"day": "mon", "minutes": 60}, {"day": "wed", "minutes": 45},
        {"day": "sat", "minutes": 35, "equipment": ["dumbbells", "mat"]}]


def test_what_is_not_written_is_no_field() -> None:
    """Defaults are the request's own business; days by themselves are an hour."""
    assert request_fields(read("name: Ada").profile) == {}
    assert request_fields(read("days: [fri, mon]").profile) == {
        "sessions": [{"day": "mon", "minutes": 60}, {"day": "fri", "minutes": 60}]}


def test_a_number_without_a_unit_is_in_the_profiles_own() -> None:
    """315 are pounds, as `units` says; 100 kg stay kilograms. 315 x 0.45359237 = 142.882 kg."""
    ada = read(ADA).profile

    assert {name: str(mass) for name, mass in ada.maxes.items()} == {
        "back_squat": "315 lb", "bench_press": "100 kg"}
    assert request_fields(ada)["maxes_kg"] == {"back_squat": 142.882, "bench_press": 100.0}


def test_weights_of_a_place_are_in_the_unit_too() -> None:
    """Plates of 45 and 2.5 are pounds: the smallest step of a bar is two of 2.5."""
    ada = read("units: pounds\nplaces:\n  gym:\n    weights:\n      bars: {barbell: 45}\n"
               "      plates: {45: 8, 2.5: 2, 1.25: 1}\n"
               "      dumbbells: {lowest: 5, highest: 50, step: 5}\n"
               "      kettlebells: [18, 26, 35]\n").profile
    [place] = ada.places.values()

    assert place.weights is not None
    assert list(place.weights.plates) == [Mass(45, "lb"), Mass("2.5", "lb"), Mass("1.25", "lb")]
    # The single plate of 1.25 hangs on no bar; 26 - 18 is less than 35 - 26.
    assert {kind: str(step) for kind, step in ada.in_units().steps.items()} == {
        "barbell": "5 lb", "plate": "5 lb", "dumbbell": "5 lb", "kettlebell": "8 lb"}


@pytest.mark.parametrize(("text", "sentence"), [
    ("gaol: health", "coach.yaml:1:1: gaol: unknown field 'gaol'; did you mean 'goal'?"),
    ("name: Ada\nlevel: novce", "coach.yaml:2:1: level: unknown value 'novce'; "
                                "did you mean 'novice'?"),
    ("days: {mon: 60, sat: {minutes: soon}}", "coach.yaml:1:23: days.sat.minutes: expected a whole "
                                              "number, found 'soon'"),
    ("days: {mon: 60, sat: 0}", "coach.yaml:1:17: days.sat: expected at least 1, found 0"),
    ("days: [{day: sat, place: hme}]\nplaces: {home: [mat]}",
     "coach.yaml:1:19: days.0.place: unknown place 'hme'; did you mean 'home'?"),
    ("places:\n  home: {equipment: [dumbels]}",
     "coach.yaml:2:10: places.home.equipment: unknown 'dumbels'; did you mean 'dumbbells'?"),
    ("places:\n  Gym: [gym]\n  Old Garage: [dumbels]", "coach.yaml:3:3: places.Old Garage.equipm"),
    ("maxes:\n  Sqat: 100", "coach.yaml:2:3: maxes.Sqat: unknown 'sqat'; did you mean"),
    ("maxes:\n  Squat: much", "coach.yaml:2:3: maxes.Squat: expected a mass such as 142.5"),
    ("maxes: {Squat: 0}", "coach.yaml:1:9: maxes.Squat: a maximum is more than 0 kg"),
    ("units: stone", "coach.yaml:1:1: units: unknown unit 'stone'"),
    ("likes: [chin_upp]", "coach.yaml:1:1: likes: unknown 'chin_upp'; did you mean 'chin_up'?"),
    ("minutes: 010", "coach.yaml:1:10: 010 is not a plain number"),
    ("name: a\nname: b", "coach.yaml:2:1: the key 'name' stands here twice"),
    ("[mon]", "coach.yaml:1: expected a profile, which is a mapping, found [\"mon\"]"),
])
def test_what_is_wrong_has_its_place(text: str, sentence: str) -> None:
    """File, line, column and field, with the nearest name."""
    assert sentence in wrong(text)


def test_the_place_of_a_field() -> None:
    """The squat's maximum stands in the eighth line, whatever it is called there."""
    file = read(ADA)

    assert file.line("maxes.back_squat") == "coach.yaml:8"
    assert file.place("maxes.bench_press") == "coach.yaml:8:21: maxes.bench press"
    assert file.line("days.2.place") == "coach.yaml:3"


def test_where_it_is_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The named one, the variable's, the folder's, the user's; an empty variable is none at all."""
    monkeypatch.chdir(tmp_path)
    own = tmp_path / "config" / "coach.yaml"
    monkeypatch.setattr(profile_files, "users_file", lambda: own)

    assert find(environment={}) is None
    own.parent.mkdir()
    own.write_text("name: own")
    assert find(environment={}) == str(own)
    (tmp_path / "coach.yaml").write_text("name: here")
    assert find(environment={}) == "coach.yaml"
    assert find(environment={"COACH_PROFILE": "there.yaml"}) == "there.yaml"
    assert find(environment={"COACH_PROFILE": ""}) is None
    assert find("named.yaml", {"COACH_PROFILE": "there.yaml"}) == "named.yaml"


def test_the_users_own_file_is_in_a_folder_of_this_program() -> None:
    """The folder is the platform's for configuration, and in it that of coach."""
    file = profile_files.users_file()

    assert (file.parent.name, file.name) == ("coach", "coach.yaml")


def test_a_file_that_is_not_there() -> None:
    """One sentence that names it."""
    with pytest.raises(InputError, match=r"^nowhere.yaml: cannot be read: no such file"):
        read_profile("nowhere.yaml", load())


@pytest.mark.parametrize("text", [ADA, "name: 'no'", "name: 'Ada: \"L.\"'", "days: [mon, mon]",
                                  "days: [{day: mon, minutes: 20}, {day: mon, place: a}]\n"
                                  "places: {a: [mat]}",
                                  "days: {mon: {place: Old Garage}}\nplaces: {Old garage: mat}",
                                  "days: {sun: 30, mon: }\nbodyweight: 160 lb\nable: [chin_up]"])
def test_as_a_file_it_reads_back(text: str) -> None:
    """What is written for a person to edit says the same."""
    ada = read(text).profile
    again = read(profile_text(ada)).profile

    assert again.model_dump() == ada.model_dump()
    assert all(len(line) <= 100 for line in profile_text(ada).splitlines())
