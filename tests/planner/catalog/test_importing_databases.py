"""The importer on the two whole databases, where they are at hand.

They are no part of the project: `COACH_DATABASES` names the folder that has
`open_exercise_db.json` and `free_exercise_db.json`, by default `../shared/data`.
"""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

import pytest

from planner.catalog import load
from planner.catalog.importing import SHAPES, Import, Outcome, import_records, read_records, report
from planner.catalog.importing import write_overlay as write
from planner.catalog.lint import lint

ROOT = Path(__file__).parents[3]
FOLDER = Path(os.environ.get("COACH_DATABASES") or ROOT.parent / "shared" / "data")
FILES = {source: FOLDER / f"{source.replace('-', '_')}.json" for source in SHAPES}

pytestmark = pytest.mark.skipif(
    not all(file.exists() for file in FILES.values()),
    reason=f"the databases are not in {FOLDER}; COACH_DATABASES can name their folder")

# An independent list of words, on purpose not the importer's: whoever reads one of them in a name
# looks for the thing before he begins.
APPARATUS = {
    "something to hang from": (
        r"pull-?\s?ups?\b|chin-?\s?ups?\b|\bchins\b|muscle.?up|\bhang(ing)?\b|lever\b|skin the cat",
        {"pullup_bar", "rings", "assisted_pullup_machine", "lat_pulldown_machine"}),
    "something to dip on": (r"\bdips?\b", {"dip_bars", "bench", "rings", "machine"}),
    "bars to rest or hang on": (r"parallel bar", {"dip_bars", "pullup_bar"}),
    "something to row under": (r"inverted row|body ?weight (mid )?row|suspended row",
                               {"low_bar", "rings", "barbell"}),
    "something to step or jump on": (r"\bbox\b(?! get)|step-?\s?ups?\b|depth (jump|drop)",
                                     {"box", "bench"}),
    "a bench": (r"\bbench\b|decline crunch|(incline|decline) push",
                {"bench", "incline_bench", "decline_bench", "box", "back_extension_bench"}),
    "rings or straps": (r"\bring\b|straps|suspended", {"rings"}),
    "wall bars": (r"wall bars?|stall bars?", {"low_bar"}),
    "a ball": (r"exercise ball|physio ?ball|stability ball", {"swiss_ball"}),
}

# Facts of NOTE.md that anybody can check by eye: "body only" records and what they need.
KNOWN = {
    "Pullups": "pullup_bar", "Wide-Grip Rear Pull-Up": "pullup_bar", "V-Bar Pullup": "pullup_bar",
    "Chin-Up": "pullup_bar", "Hanging Leg Raise": "pullup_bar", "Hanging Pike": "pullup_bar",
    "Gorilla Chin/Crunch": "pullup_bar", "Dips - Triceps Version": "dip_bars",
    "Bench Dips": "bench", "Flat Bench Leg Pull-In": "bench",
    "Flat Bench Lying Leg Raise": "bench", "Seated Flat Bench Leg Pull-In": "bench",
    "Bench Jump": "bench", "Decline Crunch": "decline_bench",
    "Decline Oblique Crunch": "decline_bench", "Decline Reverse Crunch": "decline_bench",
    "Crunch - Legs On Exercise Ball": "swiss_ball", "Natural Glute Ham Raise": "partner",
    "Body Tricep Press": "low_bar", "Close-Grip Push-Up off of a Dumbbell": "dumbbells",
}


@cache
def database(source: str) -> Import:
    """Return the import of a whole database."""
    shape, file = SHAPES[source], FILES[source]
    return import_records(read_records(file.read_text(encoding="utf-8"), shape, str(file)), shape,
                          load())


def sets_of(outcome: Outcome) -> list[set[str]]:
    """Return what an outcome can be done with: the new exercise, or the one we have."""
    if outcome.exercise is not None:
        return [set(each) for each in outcome.exercise["equipment"]]
    return [set(each) for each in load().exercise_by_id[str(outcome.id)].equipment]


def asks_for(outcome: Outcome, things: set[str]) -> bool:
    """Whether a new exercise always needs one of some things; one of ours anything but a mat.

    Our own step-up may be done on stairs as well, which no word of the record says.
    """
    if outcome.what == "matched":
        return all(needed - {"mat"} for needed in sets_of(outcome))
    return all(needed & things for needed in sets_of(outcome))


@pytest.mark.parametrize("source", SHAPES)
@pytest.mark.parametrize("what", APPARATUS)
def test_nobody_gets_apparatus_they_do_not_have(source: str, what: str) -> None:
    """A name that says pull-up, dip or box is never offered to somebody with no such thing.

    Whatever the source says; nothing is usable without, in any alternative.
    """
    words, things = APPARATUS[what]
    wrong = [each.record.name for each in database(source).outcomes
             if each.what != "refused" and re.search(words, each.record.name, re.IGNORECASE)
             and each.record.equipment == "body only"
             and not re.search("no hyperextension bench", each.record.name, re.IGNORECASE)
             and not asks_for(each, things)]

    assert wrong == []


@pytest.mark.parametrize("source", SHAPES)
def test_known_body_only_records(source: str) -> None:
    """Records that say "body only" and need a thing, one by one."""
    outcomes = {each.record.name: each for each in database(source).outcomes}
    present = {name: thing for name, thing in KNOWN.items() if name in outcomes}

    wrong = {name: thing for name, thing in present.items()
             if not asks_for(outcomes[name], {thing})}

    assert wrong == {}
    assert len(present) == len(KNOWN)


@pytest.mark.parametrize(("source", "records", "least"), [
    ("open-exercise-db", 188, 75), ("free-exercise-db", 88, 31)])
def test_body_only_in_figures(source: str, records: int, least: int) -> None:
    """About 78 of 188 and 34 of 88 need apparatus; the rest was looked at by eye."""
    found = report(database(source))["body_only"]

    assert found["records"] == records
    assert found["need_apparatus"] >= least


@pytest.mark.parametrize(("name", "thing"), [
    ("Smith Machine Squat", "smith_machine"), ("Close-Grip EZ Bar Curl", "ez_bar"),
    ("Decline EZ Bar Triceps Extension", "ez_bar"), ("Decline Smith Press", "smith_machine"),
    ("Landmine 180's", "landmine"), ("Trap Bar Deadlift", "trap_bar"),
    ("Incline Bench Pull", "dumbbells"), ("Weighted Pull Ups", "dip_belt"),
])
def test_names_that_contradict_their_equipment(name: str, thing: str) -> None:
    """The free database files EZ bars as barbells and Smith machines as machines."""
    [outcome] = [o for o in database("free-exercise-db").outcomes if o.record.name == name]

    assert all(thing in needed for needed in sets_of(outcome))


@pytest.mark.parametrize(("source", "records"), [
    ("open-exercise-db", 991), ("free-exercise-db", 873)])
def test_nearly_all_strength_records_are_usable(source: str, records: int) -> None:
    """Every record is accounted for, and at least 95 % of the strength records are usable."""
    said = report(database(source))

    assert said["records"] == records == said["imported"] + said["matched"] + said["refused"]
    assert said["strength"]["usable_percent"] >= 95
    assert all(each["reason"] for each in said["outcomes"] if each["outcome"] == "refused")


@pytest.mark.parametrize("source", SHAPES)
def test_no_exercise_is_matched_with_another_thing(source: str) -> None:
    """A thing that the record's name says is in the exercise it is matched to."""
    said = {"dumbbell": "dumbbells", "barbell": "barbell", "kettlebell": "kettlebell",
            "smith": "smith_machine", "ez-bar": "ez_bar", "ez bar": "ez_bar", "band": "band"}
    wrong = [(each.record.name, each.id) for each in database(source).of("matched")
             for word, thing in said.items() if word in each.record.name.lower()
             and not any(thing in needed for needed in sets_of(each))
             and each.id != "assisted_pull_up"]

    assert wrong == []


@pytest.mark.parametrize("source", SHAPES)
def test_a_whole_overlay_passes_lint(source: str, tmp_path: Path) -> None:
    """No error in the built-in catalogue with hundreds of exercises on top."""
    write(database(source), tmp_path / "overlay", {})

    assert [str(f) for f in lint(load(tmp_path / "overlay")) if f.severity == "error"] == []
