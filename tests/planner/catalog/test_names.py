"""Names: one key for all the ways people write an exercise."""

from __future__ import annotations

import difflib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.catalog import load
from planner.catalog.names import NameIndex
from planner.catalog.spelling import normalise, spellings

# Every spelling of the article's eight workouts that names one exercise.
ARTICLE = {
    "Fast Walk on Treadmill": "treadmill_walk",
    "Treadmill at a Fast Walk": "treadmill_walk",
    "seated row machine": "rowing_machine",
    "Rowing Machine": "rowing_machine",
    "up and down stairs and moderate pace": "stairs",
    "light jog": "light_jog",
    "Cat/Cow Stretches": "cat_cow",
    "Cat/cow": "cat_cow",
    "Cobra Stretch": "cobra_stretch",
    "dancer’s stretch": "dancer_stretch",
    "prone cobra": "prone_cobra",
    "Chinups/Pullups": "chin_up",
    "Chin-ups/pull-ups": "chin_up",
    "Chinups": "chin_up",
    "Pullups": "pull_up",
    "assisted pull-up machine": "assisted_pull_up",
    "Overhead Pulldown/Lat Pulldown": "lat_pulldown",
    "lat pull-downs": "lat_pulldown",
    "Seated Rows": "seated_row",
    "Bent-Over Flies": "bent_over_fly",
    "Bent-Over Dumbbell Flies": "bent_over_fly",
    "Pyramid Barbell Curls": "curl_21s",
    "Deadlifts": "deadlift",
    "dead-lifts": "deadlift",
    "T-Bar Rows": "t_bar_row",
    "Back Extensions": "back_extension",
    "Back Extensions/Hyper-extension": "back_extension",
    "Hyperextensions": "back_extension",
    "Weighted Back Extensions": "weighted_back_extension",
    "Physio Ball Back Extensions": "ball_back_extension",
    "Planks": "plank",
    "Weighted Planks": "weighted_plank",
    "Super-man Planks": "superman_plank",
    "One-Arm Dumbbell Row": "one_arm_db_row",
    "Bent-over Rows": "bent_over_row",
    "Bent-over Dumbbell Rows": "bent_over_row_db",
    "Shoulder Shrugs": "shrug",
    "forearm curl": "forearm_curl",
    "Face Pulls": "face_pull",
    "Russian Twists": "russian_twist",
    "Russian Twist with Medicine Ball": "russian_twist_mb",
    "Roll Downs": "roll_down",
    "Bridge": "bridge",
    "Dolphin Kick": "dolphin_kick",
}
PASTED = {
    "Bench Press (Barbell)": "bench_press",
    "Bent Over Row (Barbell)": "bent_over_row",
    "Bicep Curl (Barbell)": "barbell_curl",
    "Lat Pulldown (Cable)": "lat_pulldown",
    "Military press": "overhead_press",
    "RDL": "romanian_deadlift",
    "Squat (Barbell)": "back_squat",
    "farmer's walk": "farmers_carry",
    "lat_pulldown": "lat_pulldown",
}


@pytest.fixture(scope="module")
def names() -> NameIndex:
    """Return the index of the built-in catalogue."""
    return NameIndex(load().exercises)


@pytest.mark.parametrize("written", ["chin_up", "Chin-ups", "chin ups", "Chinups", "CHIN UP"])
def test_case_plural_hyphen_and_space_do_not_count(written: str) -> None:
    """All of them are the same key."""
    assert normalise(written) == "chinup"


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("flies", "fly"),
        ("presses", "press"),
        ("crunches", "crunch"),
        ("raises", "raise"),
        ("press", "press"),
        ("farmer's", "farmer"),
    ],
)
def test_plurals(plural: str, singular: str) -> None:
    """The plural and the singular have one key; a double s is not a plural."""
    assert normalise(plural) == normalise(singular) == singular


def test_different_exercises_keep_different_keys() -> None:
    """Only the spelling is levelled, not the words."""
    assert normalise("chin-up") != normalise("pull-up")
    assert normalise("back extension") != normalise("weighted back extension")


@settings(deadline=None)
@given(st.text())
def test_a_key_is_its_own_key(text: str) -> None:
    """Normalising twice is normalising once, for any text there is."""
    assert normalise(normalise(text)) == normalise(text)


@settings(deadline=None)
@given(st.text(alphabet="aeiousxhcyz '-/", max_size=20))
def test_a_key_is_its_own_key_where_plurals_are_dense(text: str) -> None:
    """The same, where nearly every word looks like a plural."""
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.parametrize(("written", "exercise"), [*ARTICLE.items(), *PASTED.items()])
def test_what_people_write_is_found(names: NameIndex, written: str, exercise: str) -> None:
    """The article's spellings, and names as apps export them."""
    assert names.find(written) == exercise


def test_an_unknown_name_has_three_near_ones(names: NameIndex) -> None:
    """A misspelt name is not guessed; the nearest names are offered."""
    assert names.find("bent ovr rwo") is None
    near = names.nearest("bent ovr rwo")
    assert near[0] == "Bent-over row"
    assert len(near) == len(set(near)) == 3


def test_the_nearest_name_is_that_of_a_comparison_with_all(names: NameIndex) -> None:
    """Leaving out what shares few letters costs no answer: slips in a few spellings.

    One letter is dropped, or two change places. The slow way is to compare
    with each spelling in full.
    """
    owner = {normalise(s): e.name for e in load().exercises for s in spellings(e)}
    for number, key in enumerate(list(owner)[::400]):
        middle = len(key) // 2
        swapped = key[:middle] + key[middle:middle + 2][::-1] + key[middle + 2:]
        slip = swapped if number % 2 else key[:middle] + key[middle + 1:]
        (closest,) = difflib.get_close_matches(slip, owner, n=1, cutoff=0.0)
        assert names.nearest(slip)[0] == owner[closest], slip
