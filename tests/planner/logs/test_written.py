"""Sets as somebody writes them down: what stands there is kept, and nothing is made up."""

from __future__ import annotations

import pytest

from planner.catalog import load
from planner.logs.log import LoggedSet
from planner.logs.written import written
from planner.request.errors import InputError

CATALOG = load()


def sets(text: str, **options) -> tuple[LoggedSet, ...]:
    """Return the sets of one line."""
    [entry] = written(text, CATALOG, **options).entries
    return entry.sets


def refusal(text: str) -> str:
    """Return the sentence by which a line is refused."""
    with pytest.raises(InputError) as refused:
        written(text, CATALOG)
    return str(refused.value)


def test_a_line():
    """Three sets of five at an effort of 8, which leaves two in reserve."""
    assert sets("3x5 squat 100 kg @8") == 3 * (
        LoggedSet(reps=5, load_kg=100.0, rpe=8.0, rir=2.0),)


def test_no_reserve_is_made_up():
    """A workout fills the reserve in by its scheme; a log without one has none."""
    assert sets("squat 3x4 95kg")[0] == LoggedSet(reps=4, load_kg=95.0)


def test_a_reserve_as_written_is_no_effort():
    """RIR 2 says as much as RPE 8, and was written otherwise."""
    assert sets("3x8 pull-ups +10kg RIR 2")[0] == LoggedSet(reps=8, load_kg=10.0, rir=2.0)


def test_sets_that_differ():
    """Each with its own load and effort, in the order done."""
    assert sets("Bench press: 1x5 100kg RPE 9; 2x8 80kg") == (
        LoggedSet(reps=5, load_kg=100.0, rpe=9.0, rir=1.0),
        *2 * (LoggedSet(reps=8, load_kg=80.0),))


def test_failure_holds_distances_and_warm_up():
    """To failure nothing is left; a hold is seconds, a carry metres."""
    assert sets("1x12 push-ups to failure") == (LoggedSet(kind="failure", reps=12, rir=0),)
    assert sets("2x30s plank") == 2 * (LoggedSet(hold_s=30),)
    assert sets("2x40m farmer's walk 24kg") == 2 * (LoggedSet(distance_m=40, load_kg=24),)
    assert sets("Warm-up: 1x5 squat 60kg") == (LoggedSet(kind="warm_up", reps=5, load_kg=60),)
    assert sets("10min rowing") == (LoggedSet(kind="warm_up", hold_s=600),)


def test_pounds():
    """225 lb are 102,058.28 g; without a unit on the line an option says it."""
    assert sets("3x5 squat 225 lb")[0].load_kg == 102.058
    assert sets("3x5 squat @ 225", unit="lb")[0].load_kg == 102.058
    assert sets("3x5 squat @ 100kg", unit="lb")[0].load_kg == 100
    assert sets("3x5 squat @8", unit="lb")[0] == LoggedSet(reps=5, rpe=8, rir=2)
    assert written("3x5 squat 225 lb\n2x8 row 60 kg", CATALOG).units == ("lb", "kg")


def test_notes_and_supersets():
    """What stands behind # is the note of its line; letters pair."""
    first, second = written("A1 3x8 bench press 60 kg # felt light\nA2 3x8 row 50kg",
                            CATALOG).entries

    assert (first.superset, first.notes) == ("A", "felt light")
    assert (second.superset, second.notes, second.exercise) == ("A", "", "bent_over_row")


@pytest.mark.parametrize(("text", "says"), [
    ("3x5 squat 100kg\n3x8-10 bench press", "<text>:2: 8-10 repetitions: how many were done?"),
    ("3x? push-up", "<text>:1: how many were done?"),
    ("3x5 squat @ 80%", "<text>:1: a share of the maximum is no load"),
    ("3x5 blah", "<text>:1: unknown exercise 'blah'"),
    ("3x5 squat @ 100", "<text>:1: '@ 100' has two meanings")])
def test_what_does_not_say_what_was_done(text: str, says: str):
    """It is asked about, with the line."""
    assert refusal(text).startswith(says)
