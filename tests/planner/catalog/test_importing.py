"""The importer on a dozen hand-written records of either shape: every expectation by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from planner.catalog import CatalogError, load
from planner.catalog.importing import (
    SHAPES,
    Import,
    import_records,
    read_records,
    report,
    write_overlay,
)
from planner.catalog.lint import lint

SAMPLES = Path(__file__).parent / "samples"


def imported(source: str, *records: dict[str, Any]) -> Import:
    """Import the sample of a source, or some records of its shape."""
    shape = SHAPES[source]
    name = f"{source.replace('-', '_')}.json"
    text = json.dumps(records) if records else (SAMPLES / name).read_text(encoding="utf-8")
    return import_records(read_records(text, shape, name), shape, load())


def free(name: str, **changes: Any) -> dict[str, Any]:
    """Return a record of the free database, to be changed by one fact at a time."""
    return {"id": name.replace(" ", "_"), "name": name, "force": "push", "level": "beginner",
            "mechanic": "compound", "equipment": "body only", "primaryMuscles": ["chest"],
            "secondaryMuscles": [], "category": "strength"} | changes


@pytest.fixture(scope="module")
def both() -> dict[str, Import]:
    """Return the import of both samples."""
    return {source: imported(source) for source in SHAPES}


def by_name(done: Import) -> dict[str, Any]:
    """Return the outcomes by the name of the record."""
    return {each.record.name: each for each in done.outcomes}


@pytest.mark.parametrize(("source", "name", "needs"), [
    ("open-exercise-db", "Zigzag Pull-Up", [["pullup_bar"]]),
    ("open-exercise-db", "Zigzag Dips", [["dip_bars"]]),
    ("open-exercise-db", "Zigzag Bench Press", [["barbell", "bench", "plates", "rack"]]),
    ("open-exercise-db", "Ring Zigzag Push-Up", [["rings"]]),
    ("open-exercise-db", "Zigzag Toe Stand", [[]]),
    ("free-exercise-db", "Hanging Zigzag Sweep", [["pullup_bar"]]),
    ("free-exercise-db", "Zigzag Step-Up", [["box"], ["bench"]]),
    ("free-exercise-db", "Smith Zigzag Split Squat", [["plates", "smith_machine"]]),
    ("free-exercise-db", "EZ-Bar Zigzag Curl", [["ez_bar"]]),
    ("free-exercise-db", "Trap Bar Zigzag Shrug", [["plates", "trap_bar"]]),
    ("free-exercise-db", "Decline Cable Zigzag Fly", [["cable", "decline_bench"]]),
    ("free-exercise-db", "Zigzag Treadmill Walk", [["treadmill"]]),
])
def test_apparatus_is_recovered(both, source: str, name: str, needs: list[list[str]]) -> None:
    """The sources name one thing a record; benches, bars and racks come from the name."""
    assert by_name(both[source])[name].exercise["equipment"] == needs


def test_muscles_are_spread() -> None:
    """Primary 1.0, secondary 0.5, of the parts half of it; a steadying muscle 0.25.

    Chest is the sternal part, half the clavicular; forearms only grip in a press.
    """
    done = imported("free-exercise-db", free("Odd Bench Press", equipment="barbell",
                                             secondaryMuscles=["triceps", "forearms"]))

    assert done.outcomes[0].exercise["muscles"] == {
        "pec_sternal": 1.0, "pec_clav": 0.5, "triceps": 0.5, "forearms": 0.25}


def test_a_repeated_muscle_counts_once(both) -> None:
    """Calves stand as primary and as secondary muscle: 1.0, and the report says so."""
    outcome = by_name(both["open-exercise-db"])["Zigzag Toe Stand"]

    assert outcome.exercise["muscles"] == {"calves": 1.0}
    assert "muscles (one repeated)" in outcome.derived


def test_figures_of_a_bench_press(both) -> None:
    """A barbell press: 3 s a rep, 110 s at the rack, the heaviest rest, skill 3, no back."""
    found = by_name(both["open-exercise-db"])["Zigzag Bench Press"].exercise

    assert {key: found[key] for key in ("pattern", "mechanic", "rest_class", "loading", "load",
                                        "seconds_per_rep", "setup_s", "skill", "strain")} == {
        "pattern": "horizontal_push", "mechanic": "compound", "rest_class": "heavy_compound",
        "loading": "heavy", "load": "barbell", "seconds_per_rep": 3.0, "setup_s": 110, "skill": 3,
        "strain": {"lumbar": 0, "grip": 0, "systemic": 2}}


def test_a_hold_is_timed_and_a_fly_is_one_joint(both) -> None:
    """What the open database times is isometric; the free one calls a fly compound."""
    hold = by_name(both["open-exercise-db"])["One-Leg Zigzag Bridge"].exercise
    fly = by_name(both["free-exercise-db"])["Decline Cable Zigzag Fly"].exercise

    assert (hold["measure"], hold["mechanic"], hold["rest_class"]) == ("time", "isometric", "core")
    assert hold["unilateral"] is True
    assert "seconds_per_rep" not in hold
    assert (fly["pattern"], fly["mechanic"]) == ("horizontal_adduction", "isolation")


def test_stretches_and_cardio_are_no_work(both) -> None:
    """A stretch cools down or mobilises, a march raises; both train nothing that counts."""
    for source, name, phases in (("free-exercise-db", "Zigzag Reach", {"mobilise", "cool_down"}),
                                 ("open-exercise-db", "Zigzag March", {"raise"})):
        found = by_name(both[source])[name].exercise
        assert set(found["phases"]) <= phases
        assert set(found["muscles"].values()) == {0.25}


def test_what_we_have_is_matched_not_doubled(both) -> None:
    """Our own name, our alias, and the same words in another order."""
    outcomes = by_name(both["open-exercise-db"])

    assert outcomes["Barbell Bent-Over Rows"].id == "bent_over_row"
    assert outcomes["Deadlift"].id == "deadlift"
    assert by_name(both["free-exercise-db"])["Chin-Up"].id == "chin_up"
    assert outcomes["Deadlift"].exercise is None


@pytest.mark.parametrize(("equipment", "what"), [
    ("barbell", "matched"), ("exercise ball", "imported")])
def test_another_thing_in_the_hand_is_another_exercise(equipment: str, what: str) -> None:
    """Twins: a deadlift is ours with a barbell; with a ball its name says so, and it is new."""
    [outcome] = imported("free-exercise-db", free(
        "Deadlift", equipment=equipment, primaryMuscles=["lower back"])).outcomes

    assert outcome.what == what
    if outcome.exercise:
        assert outcome.exercise["name"] == "Deadlift (ball)"


@pytest.mark.parametrize(("name", "what"), [("Zigzag Bench Press", "imported"),
                                            ("Barbell Bench Press", "refused")])
def test_a_name_with_another_equipment_is_never_ours(name: str, what: str) -> None:
    """On a Smith machine it is no barbell bench press; where the name insists, it contradicts."""
    record = {"id": "x", "name": name, "family": "bench-press", "modality": "strength",
              "level": "beginner", "mechanic": "compound", "force": "push",
              "equipment": "smith machine", "primaryMuscles": ["chest"], "secondaryMuscles": [],
              "measurementType": "weight_reps", "laterality": "bilateral"}
    [outcome] = imported("open-exercise-db", record).outcomes
    [alike] = imported("open-exercise-db", record | {"aliases": ["bench press"]}).outcomes

    assert outcome.what == what
    assert alike.id != "bench_press"


def test_a_double_inside_the_source_is_refused() -> None:
    """The same name with the same equipment twice is one exercise; with another it is two."""
    one, two, three = imported(
        "free-exercise-db", free("Odd Press"), free("Odd Presses"),
        free("Odd Press", equipment="cable")).outcomes

    assert (one.what, two.what, three.what) == ("imported", "refused", "imported")
    assert two.reason == "the same exercise twice in the source"
    assert three.exercise is not None
    assert three.exercise["name"] == "Odd Press (cable)"


@pytest.mark.parametrize(("changes", "reason", "detail"), [
    ({"primaryMuscles": ["neck"]}, "no muscle we know", "neck"),
    ({"primaryMuscles": []}, "no muscle we know", "none given"),
    ({"primaryMuscles": ["tail"]}, "no muscle we know", "tail"),
    ({"equipment": "hoverboard"}, "an implement outside our equipment", "'hoverboard'"),
    ({"name": "Sled Odyssey"}, "an implement outside our equipment", "a sled"),
    ({"category": "juggling"}, "a category we do not know", "juggling"),
    ({"name": "Cable Odyssey", "equipment": "dumbbell"},
     "a name that contradicts its equipment", "'Cable Odyssey' says cable"),
])
def test_refusals_say_why(changes: dict[str, Any], reason: str, detail: str) -> None:
    """Twins of a record that is imported, each different in one fact."""
    assert imported("free-exercise-db", free("Odd Push-Up")).outcomes[0].what == "imported"

    [outcome] = imported("free-exercise-db", free("Odd Push-Up") | changes).outcomes

    assert (outcome.what, outcome.reason) == ("refused", reason)
    assert outcome.detail.startswith(detail)


@pytest.mark.parametrize(("changes", "why"), [
    ({"equipment": None}, "the source does not say what it needs"),
    ({"name": "Odd Thing"}, "the movement is guessed from the primary muscle"),
    ({"level": "wizard"}, "the level 'wizard' is not known"),
])
def test_unsure_records_are_to_be_looked_at(changes: dict[str, Any], why: str) -> None:
    """What was guessed has `review: true`, and is nothing a coach reaches for."""
    [sure] = imported("free-exercise-db", free("Odd Push-Up")).outcomes
    [unsure] = imported("free-exercise-db", free("Odd Push-Up") | changes).outcomes

    assert sure.exercise is not None
    assert unsure.exercise is not None
    assert "review" not in sure.exercise
    assert sure.exercise["standing"] == "common"
    assert unsure.exercise["review"] is True
    assert unsure.exercise["standing"] == "niche"
    assert unsure.review == (why,)


@pytest.mark.parametrize("source", SHAPES)
def test_every_record_is_accounted_for(both, source: str) -> None:
    """Thirteen records each: 9 + 2 + 2 and 11 + 1 + 1."""
    said = report(both[source])

    assert said["records"] == 13 == said["imported"] + said["matched"] + said["refused"]
    assert (said["imported"], said["matched"], said["refused"]) == {
        "open-exercise-db": (9, 2, 2), "free-exercise-db": (11, 1, 1)}[source]
    assert len(said["outcomes"]) == 13
    assert sum(each["records"] for each in said["categories"].values()) == 13
    assert said["derived"]["setup_s"] == said["imported"]


def test_body_only_records_with_apparatus_are_counted(both) -> None:
    """Pull-up and dips need it, a toe stand and a bridge do not, a neck nod is refused."""
    assert report(both["open-exercise-db"])["body_only"] == {"records": 6, "need_apparatus": 2}


@pytest.mark.parametrize("source", SHAPES)
def test_the_overlay_loads_and_passes_lint(both, source: str, tmp_path: Path) -> None:
    """It is a catalogue like any other: no error that the built-in one has not."""
    write_overlay(both[source], tmp_path / "overlay", {})

    known = load(tmp_path / "overlay")

    assert len(known.exercises) == len(load().exercises) + len(both[source].of("imported"))
    assert [f for f in lint(known) if f.severity == "error"] == []


def test_an_import_is_written_again_the_same(both, tmp_path: Path) -> None:
    """The same records give the same bytes, over an earlier import; nothing else is left."""
    folder = tmp_path / "overlay"
    names = write_overlay(both["free-exercise-db"], folder, {})
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    write_overlay(imported("free-exercise-db"), folder, {})

    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert sorted(names) == sorted(before)
    assert [path.name for path in tmp_path.iterdir()] == ["overlay"]


def test_foreign_and_changed_files_are_left_alone(both, tmp_path: Path) -> None:
    """A folder with somebody's file, or with an edited import, is refused by name."""
    folder = tmp_path / "overlay"
    folder.mkdir()
    (folder / "mine.yaml").write_text("[]\n")
    with pytest.raises(CatalogError, match=r"mine\.yaml"):
        write_overlay(both["free-exercise-db"], folder, {})
    assert [path.name for path in folder.iterdir()] == ["mine.yaml"]

    (folder / "mine.yaml").unlink()
    write_overlay(both["free-exercise-db"], folder, {})
    (folder / "lunge.yaml").write_text("[]\n")
    with pytest.raises(CatalogError, match="changed since it was imported"):
        write_overlay(both["open-exercise-db"], folder, {})
    assert (folder / "lunge.yaml").read_text() == "[]\n"


@pytest.mark.parametrize(("text", "place", "says"), [
    ("", "1:1", "found nothing"),
    ("{}", "1:1", "expected a JSON array of exercises"),
    ("[]", "1:1", "no record"),
    ("[\n {]", "2:3", "this is not JSON"),
    ('[\n {"a": 1}\n', "3:1", "expected ',' and the next exercise, or ']'"),
    ("[1]", "1:2", "expected an exercise as a mapping, found 1"),
    ('[{"id": "x"}]', "1:2", "the field 'category' is missing"),
    ("[] 1", "1:4", "text after the end"),
], ids=["empty", "mapping", "none", "syntax", "cut off", "number", "no category", "more"])
def test_a_wrong_file_is_one_sentence_with_a_place(text: str, place: str, says: str) -> None:
    """File, line and column, what was found, and what would be right."""
    with pytest.raises(CatalogError) as caught:
        read_records(text, SHAPES["free-exercise-db"], "db.json")

    assert str(caught.value).startswith(f"db.json:{place}: ")
    assert says in caught.value.message


@pytest.mark.parametrize(("changes", "says"), [
    ({"name": 3}, "the field 'name' is 3; a text is expected"),
    ({"primaryMuscles": "chest"}, "the field 'primaryMuscles' is \"chest\"; a list of texts"),
    ({"level": None}, "the field 'level' is null"),
])
def test_a_wrong_field_is_named(changes: dict[str, Any], says: str) -> None:
    """The exercise, the field and what was expected."""
    text = json.dumps([free("Odd Press") | changes])
    with pytest.raises(CatalogError) as caught:
        read_records(text, SHAPES["free-exercise-db"], "db.json")

    assert says in caught.value.message


def test_the_other_shape_is_recognised() -> None:
    """A file of the other database names the option that would be right."""
    text = (SAMPLES / "open_exercise_db.json").read_text(encoding="utf-8")
    with pytest.raises(CatalogError, match="try --from open-exercise-db"):
        read_records(text, SHAPES["free-exercise-db"], "db.json")
