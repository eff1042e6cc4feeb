"""Loading: the built-in catalogue, a user's own files on top, and errors with their place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from planner.catalog import Catalog, CatalogError, load
from planner.catalog.compile import DATA, TARGET, compile_data, text_of
from planner.catalog.load import build, read_folder
from planner.catalog.read import read


def written(folder: Path, text: str, name: str = "own.yaml") -> Path:
    """Write a user's file and return its folder."""
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def refused(folder: Path, text: str) -> CatalogError:
    """Return the error that a user's file is refused with."""
    with pytest.raises(CatalogError) as caught:
        load(written(folder, text))
    return caught.value


def test_the_compiled_file_is_what_the_data_files_say() -> None:
    """Whoever edits the data compiles it; this fails where it was forgotten."""
    assert TARGET.read_text(encoding="utf-8") == text_of(build(read(DATA)))


def test_compiling_twice_writes_the_same_file(tmp_path: Path) -> None:
    """The compiled file is stable, so that its changes can be read."""
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    assert compile_data(DATA, first) == compile_data(DATA, second) == load()
    assert first.read_bytes() == second.read_bytes()
    assert sorted(tmp_path.iterdir()) == [first, second]


def test_the_built_in_catalogue_is_read_once() -> None:
    """Without overlays it is the same frozen object every time."""
    assert load() is load()


def test_the_hash_is_of_what_plans_are_made_from() -> None:
    """An alias more is the same catalogue; a setup that takes a second longer is another."""
    catalog = load()
    first, *others = catalog.exercises
    called = first.model_copy(update={"aliases": (*first.aliases, "the usual")})
    slower = first.model_copy(update={"setup_s": first.setup_s + 1})

    assert catalog.model_copy(update={"exercises": (called, *others)}).sha256 == catalog.sha256
    assert catalog.model_copy(update={"exercises": (slower, *others)}).sha256 != catalog.sha256


def test_lookups_lead_to_the_items() -> None:
    """By id, by goal and class, and from a group to its muscles."""
    catalog = load()
    assert catalog.exercise_by_id["deadlift"].name == "Deadlift"
    assert catalog.members("lats") == ("lats", "teres_major")
    assert catalog.rest_by_key["hypertrophy", "isolation"].typical == 75
    assert [e.id for e in catalog.exercises] == sorted(catalog.exercise_by_id)


def test_a_changed_copy_looks_things_up_in_itself() -> None:
    """What was looked up before the copy does not show in it."""
    catalog = load()
    before = catalog.sha256, len(catalog.exercise_by_id)
    smaller = catalog.model_copy(update={"exercises": catalog.exercises[:1]})
    assert len(smaller.exercise_by_id) == 1
    assert smaller.sha256 != before[0]
    assert (catalog.sha256, len(catalog.exercise_by_id)) == before


def test_an_overlay_adds(tmp_path: Path, own_curl: str) -> None:
    """A new id stands beside the built-in ones, and the hash tells the difference."""
    catalog = load(written(tmp_path, own_curl))
    assert len(catalog.exercises) == len(load().exercises) + 1
    assert catalog.exercise_by_id["my_curl"].muscles == {"biceps": 1.0, "brachialis": 0.5}
    assert catalog.sha256 != load().sha256


def test_an_overlay_overrides_a_known_id(tmp_path: Path, own_curl: str) -> None:
    """The same file under a built-in id replaces that exercise as a whole."""
    catalog = load(written(tmp_path, own_curl.replace("my_curl", "barbell_curl")))
    assert len(catalog.exercises) == len(load().exercises)
    assert catalog.exercise_by_id["barbell_curl"].name == "My curl"
    assert catalog.exercise_by_id["barbell_curl"].aliases == ()


def test_the_last_overlay_counts(tmp_path: Path, own_curl: str) -> None:
    """Of two folders with the same id, the later one is seen."""
    first, second = tmp_path / "first", tmp_path / "second"
    for folder, name in ((first, "One"), (second, "Two")):
        folder.mkdir()
        written(folder, own_curl.replace("My curl", name))
    assert load(first, second).exercise_by_id["my_curl"].name == "Two"
    assert load(second, first).exercise_by_id["my_curl"].name == "One"


def test_an_overlay_may_hold_any_field(tmp_path: Path) -> None:
    """A mapping holds the catalogue's fields; what it does not mention stays."""
    text = (
        "presets:\n  - {id: garage, name: Garage, equipment: [barbell, plates, rack]}\n"
        "rests:\n  - {goal: strength, rest_class: core, brisk: 1, typical: 2, generous: 3,"
        " sources: [judgement]}\n"
    )
    catalog = load(written(tmp_path, text))
    assert catalog.preset_by_id["garage"].equipment == ("barbell", "plates", "rack")
    assert catalog.rest_by_key["strength", "core"].typical == 2
    assert len(catalog.rests) == len(load().rests)
    assert catalog.exercises == load().exercises


@pytest.mark.parametrize(
    ("right", "wrong", "place", "says"),
    [
        ("biceps: 1.0", "bicep: 1.0", "6:13", "did you mean 'biceps'?"),
        ("biceps: 1.0", "biceps: 0.7", "6:13", "expected 0.25, 0.5 or 1.0, found 0.7"),
        ("isolation\n  phases", "isolating\n  phases", "4:3", "did you mean 'isolation'?"),
        ("setup_s: 45", "set_up_s: 45", "10:3", "did you mean 'setup_s'?"),
        ("setup_s: 45", "setup_s: no", "10:3", 'expected a whole number, found "no"'),
        ("setup_s: 45", "setup_s: 045", "10:12", "write 45 or '045'"),
        ("[[barbell]]", "[[barbel]]", "7:16", "unknown equipment 'barbel'"),
        ("easier: []", "easier: [deadlft]", "18:12", "did you mean 'deadlift'?"),
        ("harder: []", "harder: [my_curl]", "19:3", "my_curl < my_curl"),
        ("sources: [judgement]", "sources: [judgment]", "20:13", "did you mean 'judgement'?"),
        ('met: "02054"', "met: 02054", "17:8", "write 2054 or '02054'"),
        ('met: "02054"', 'met: "99999"', "17:3", "unknown MET code '99999'"),
    ],
)
def test_an_error_names_place_and_remedy(
    tmp_path: Path, own_curl: str, right: str, wrong: str, place: str, says: str
) -> None:
    """The file without the slip loads; with it, the error has file, line, column and what to do."""
    assert right in own_curl
    load(written(tmp_path, own_curl))
    error = refused(tmp_path, own_curl.replace(right, wrong))
    assert str(error).startswith(f"{tmp_path / 'own.yaml'}:{place}: ")
    assert says in str(error)


def test_an_id_stands_once_in_a_folder(tmp_path: Path, own_curl: str) -> None:
    """Two files of one folder with the same id are refused, with both places."""
    written(tmp_path, own_curl, "a.yaml")
    written(tmp_path, "# twice\n" + own_curl, "b.yaml")
    with pytest.raises(CatalogError, match="second time") as caught:
        load(tmp_path)
    assert str(caught.value).startswith(f"{tmp_path / 'b.yaml'}:2:3: ")
    assert f"{tmp_path / 'a.yaml'}:1:3" in str(caught.value)


def test_an_unknown_field_is_refused_with_the_nearest(tmp_path: Path) -> None:
    """A mapping may hold the catalogue's fields and nothing else."""
    assert "did you mean 'exercises'?" in str(refused(tmp_path, "excercises: []"))


@pytest.mark.parametrize("text", ["just words", "- 1", "exercises: {a: 1}", "chart: {1: ten}"])
def test_another_shape_is_refused(tmp_path: Path, text: str) -> None:
    """Whatever stands in the file, the answer is a sentence with its place."""
    assert str(refused(tmp_path, text)).startswith(f"{tmp_path / 'own.yaml'}:1:")


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    """A missing path, and a folder without files, are a user's mistake like others."""
    with pytest.raises(CatalogError, match="no such file"):
        load(tmp_path / "nowhere")
    with pytest.raises(CatalogError, match=r"no \*\.yaml file"):
        load(tmp_path)


def test_a_loop_of_harder_exercises_is_refused(tmp_path: Path, own_curl: str) -> None:
    """A chain of two is fine; the same two in a circle are not."""
    other = own_curl.replace("my_curl", "my_other_curl").replace("My curl", "My other curl")
    chain = own_curl.replace("harder: []", "harder: [my_other_curl]")
    load(written(tmp_path, chain + other))
    error = refused(tmp_path, chain + other.replace("harder: []", "harder: [my_curl]"))
    assert "my_curl < my_other_curl < my_curl" in error.message


def test_an_incomplete_folder_is_no_catalogue(tmp_path: Path, own_curl: str) -> None:
    """As an overlay it would do; by itself the other fields are missing."""
    with pytest.raises(CatalogError, match="no file has the field"):
        build(read(written(tmp_path, own_curl)))


def test_read_folder_gives_the_raw_fields() -> None:
    """The fields of the data files, as a catalogue is made of them."""
    fields = read_folder(DATA)
    assert set(fields) == set(Catalog.model_fields)
    assert Catalog.model_validate_json(json.dumps(fields)) == load()


@pytest.mark.parametrize(("exercise", "name"), [
    ("bench_press", "bench press"),
    ("l_sit", "L-sit"),  # a letter by itself
    ("rkc_plank", "RKC plank"),
    ("band_pallof_press", "band Pallof press"),  # somebody's name
])
def test_a_name_inside_a_sentence(exercise: str, name: str) -> None:
    """The first letter loses its capital where it begins a word, and no other does."""
    assert load().exercise_by_id[exercise].in_words == name
