"""Names as people and their apps write them: what is found, what is near, and what is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.catalog import CatalogError, load
from planner.catalog.kit_words import KitWords
from planner.catalog.lint import lint
from planner.catalog.names import NameIndex
from planner.catalog.readings import Reading
from planner.catalog.spelling import normalise
from planner.catalog.spelling import words as said
from planner.catalog.strict_yaml import load as load_yaml

NAMES = load().names
APPS: dict[str, dict[str, Any]] = load_yaml(Path(__file__).with_name("names_of_apps.yaml"))
ALL = {name: meant for names in APPS.values() for name, meant in names.items()}
FOUND = {name: meant for name, meant in ALL.items() if isinstance(meant, str)}
NEAR = {name: meant["near"] for name, meant in ALL.items() if isinstance(meant, dict)}
NOTHING = [name for name, meant in ALL.items() if meant is None]


@pytest.mark.parametrize(("written", "exercise"), FOUND.items())
def test_a_name_of_an_app_is_found(written: str, exercise: str) -> None:
    """Both by looking for it and by reading it."""
    assert NAMES.find(written) == exercise
    assert NAMES.read(written).id == exercise


@pytest.mark.parametrize(("written", "exercise"), NEAR.items())
def test_what_is_only_near_is_not_found_silently(written: str, exercise: str) -> None:
    """Looking for it finds nothing; reading it says what was taken."""
    read = NAMES.read(written)
    assert NAMES.find(written) is None
    assert (read.id, read.how) == (exercise, "loosely")
    assert load().exercise_by_id[exercise].in_words in read.says


@pytest.mark.parametrize("written", NOTHING)
def test_what_nothing_stands_for_is_unknown(written: str) -> None:
    """The answer says so, with what is spelt most like it."""
    read = NAMES.read(written)
    assert (read.id, read.how) == (None, "unknown")
    assert read.says.startswith("the catalogue has no such exercise")


@pytest.mark.parametrize(("written", "exercise"), {
    "Dumbbell Bench Press": "db_bench",
    "Bench Press - Dumbbell": "db_bench",
    "Bench Press (DB)": "db_bench",
    "DB bench": "db_bench",
    "Press, bench (barbell)": "bench_press",
    "BB row": "bent_over_row",
    "OHP": "overhead_press",
    "DB RDL": "db_rdl",
    "RDL (kb)": "kb_rdl",
    "BSS": "db_bulgarian_split_squat",
    "CGBP": "close_grip_bench_press",
    "SLDL": "sldl",
    "BW squat": "bodyweight_squat",
    "EZ skull crusher": "skull_crusher",
    "T2B": "toes_to_bar",
    "HLR": "hanging_leg_raise",
    "BTN press": "behind_neck_press",
    "1-arm DB row": "one_arm_db_row",
    "Smith squat": "smith_squat",
    "Deadlift with hex bar": "trap_bar_deadlift",
    "Dumbbell Triceps Extension": "db_overhead_extension",
}.items())
def test_kit_short_forms_and_order_do_not_matter(written: str, exercise: str) -> None:
    """Before or behind, in brackets or after a dash, in full or not."""
    assert NAMES.find(written) == exercise


@pytest.mark.parametrize(("written", "reading"), {
    "Bent Over Row (Cable)": Reading(
        "bent_over_row", "loosely", "no cable version; bent-over row was taken"),
    "Alternating incline DB curl": Reading(
        "incline_db_curl", "loosely", "read as incline dumbbell curl; 'alternating' left aside"),
    "GHR": Reading(
        "nordic_curl", "loosely",
        "the catalogue has no 'GHR'; the nearest, Nordic curl, was taken"),
    "One-arm landmine press (barbell)": Reading(
        "landmine_press", "kit variant", "read as landmine press"),
    "Deadlift": Reading("deadlift", "exact"),
}.items())
def test_a_reading_says_what_was_taken(written: str, reading: Reading) -> None:
    """Nothing is said where the name is the exercise's own."""
    assert NAMES.read(written) == reading


@pytest.mark.parametrize("written", [
    "", "raise", "Machine press", "extension", "cable", "DB", "press with chains", "x " * 50])
def test_what_says_too_little_is_not_guessed(written: str) -> None:
    """A press is one of the chest and one overhead; kit alone is no exercise."""
    assert NAMES.find(written) is None
    assert NAMES.read(written).id is None


@pytest.mark.parametrize(("written", "exercise"), {
    "Bankdrücken": "bench_press",
    "Bankdruecken": "bench_press",
    "Kniebeugen": "back_squat",
    "Kniebeugen mit Kurzhanteln": "db_squat",
    "Bankdrücken (KH)": "db_bench",
    "Klimmzüge": "pull_up",
    "Klimmzüge Untergriff": "chin_up",
    "Rudern vorgebeugt": "bent_over_row",
    "Beinpresse (Maschine)": "leg_press",
    "Liegestütze": "push_up",
    "Unterarmstütz": "plank",
    "sentadillas": "back_squat",
    "Peso muerto": "deadlift",
    "press banca": "bench_press",
    "Press de banca con mancuernas": "db_bench",
    "jalon al pecho en polea": "lat_pulldown",
    "Elevaciones laterales": "lateral_raise",
    "zancadas": "split_squat",
    "dominadas": "pull_up",
    "plancha": "plank",
}.items())
def test_german_and_spanish_names_are_found(written: str, exercise: str) -> None:
    """With umlauts or two letters for them, with accents or without, kit anywhere."""
    assert NAMES.find(written) == exercise


def test_what_the_catalogue_is_said_to_lack_it_lacks() -> None:
    """No near name is the name of an exercise."""
    near = [name for names in load().near_names.values() for name in names]
    assert [name for name in near if NAMES.find(name)] == []


def test_an_index_without_a_catalogue_knows_the_exercises_own_names() -> None:
    """Nothing else: no kit, no other languages."""
    bare = NameIndex(load().exercises)
    assert bare.find("bench press") == "bench_press"
    assert bare.find("Bankdrücken") is bare.find("Bench Press - DB") is None
    assert bare.read("Bankdrücken").how == "unknown"


@settings(deadline=None)
@given(st.lists(st.sampled_from(
    ["db", "with", "row", "alternating", "cable", "bench", "press", "ez", "bar", "one", "arm",
     "seated", "curl", "the", "smith", "machine", "(", "-"]), max_size=9).map(" ".join))
def test_reading_agrees_with_finding(name: str) -> None:
    """What is found is read as the same, and what is read exists; a sentence unless exact."""
    found, read = NAMES.find(name), NAMES.read(name)
    assert found is None or found == read.id
    assert (read.id is None) == (read.how == "unknown")
    assert (read.says == "") == (read.how == "exact")


def test_an_overlay_adds_names_without_the_exercise(tmp_path: Path) -> None:
    """Ours stay, and the words for kit go with the new ones."""
    own = tmp_path / "own.yaml"
    own.write_text("aliases:\n  bench_press: [soulevé couché]\n"
                   "near_names:\n  nordic_curl: [poor man's ham raise]\n"
                   "name_rewrites: {haltère: dumbbell, barre: barbell}\n", encoding="utf-8")
    names = load(own).names
    assert names.find("Souleve couche") == names.find("soulevé couché (barre)") == "bench_press"
    assert names.find("Bankdrücken") == "bench_press"
    assert names.read("Poor man's ham raise").id == "nordic_curl"
    assert names.read("Soulevé couché haltères").id == "db_bench"
    assert lint(load(own)) == []


def test_an_exercise_of_an_overlay_may_be_called_what_was_an_alias(
    tmp_path: Path, own_curl: str
) -> None:
    """Its own name comes before a further name of another, and the lint points to both."""
    own = tmp_path / "own.yaml"
    own.write_text(own_curl.replace("My curl", "Bizepscurls"), encoding="utf-8")
    catalog = load(own)
    assert catalog.names.find("Bizepscurl") == "my_curl"
    assert [str(f) for f in lint(catalog)] == [
        "error: barbell_curl: 'Bizepscurls' is also what my_curl is called"]


@pytest.mark.parametrize("field", ["aliases", "near_names"])
def test_a_name_that_two_exercises_share_is_an_error(tmp_path: Path, field: str) -> None:
    """Whatever the case and the accents; a name without letters is one as well."""
    own = tmp_path / "own.yaml"
    own.write_text(f"{field}:\n  bench_press: [qwertz]\n  dip: [QWÉRTZ, '?!']\n",
                   encoding="utf-8")
    assert [str(f) for f in lint(load(own))] == [
        "error: dip: '?!' has no letters or digits",
        "error: dip: 'QWÉRTZ' is also what bench_press is called"]


def test_a_name_of_an_unknown_exercise_is_refused_where_it_stands(tmp_path: Path) -> None:
    """With the line, and with the id that is most like it."""
    own = tmp_path / "own.yaml"
    own.write_text("aliases:\n  bench_pres:\n    - my bench\n", encoding="utf-8")
    with pytest.raises(CatalogError) as caught:
        load(own)
    assert str(caught.value).startswith(f"{own}:3:7: aliases.bench_pres: my bench: unknown")
    assert "bench_press" in str(caught.value)


def test_a_name_that_stands_twice_is_refused(tmp_path: Path) -> None:
    """In one folder; two files of it may each add names to an exercise."""
    (tmp_path / "a.yaml").write_text("aliases: {bench_press: [qwertz]}\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("aliases: {bench_press: [asdfg]}\n", encoding="utf-8")
    assert load(tmp_path).names.find("asdfg") == "bench_press"
    (tmp_path / "b.yaml").write_text("aliases: {bench_press: [qwertz]}\n", encoding="utf-8")
    with pytest.raises(CatalogError, match="stands here a second time"):
        load(tmp_path)


def test_two_letters_stand_for_an_umlaut_and_no_plural_is_needed() -> None:
    """The keys of names in data are those of what people write."""
    assert NAMES.find("Schulterdruecken") == NAMES.find("SCHULTERDRÜCKEN") == "db_shoulder_press"
    assert normalise("Bizepscurls") == "bizepscurl"


def test_what_a_short_form_stands_for_has_no_short_form_left() -> None:
    """Reading words in full twice is reading them once."""
    words = KitWords(load().name_rewrites, load().name_words)
    for phrase in load().name_rewrites:
        once = words.full(tuple(said(phrase)))
        assert words.full(once) == once, phrase
