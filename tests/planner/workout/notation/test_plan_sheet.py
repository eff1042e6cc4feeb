"""The sheet Plan as text: what a row of it says, and what belongs to the row above."""

from __future__ import annotations

import pytest

from planner.workout.notation.exported import exported

HEAD = "Session\tPhase\tExercise\tSets\tReps or hold\tEffort\tLoad\tRest"


def lines(*rows):
    """Return the rows below the head as lines of set notation."""
    found = exported(list(enumerate([HEAD, *rows], start=1)))
    return [text for number, text in found if number > 1]


@pytest.mark.parametrize(("row", "line"), [
    ("\tWork\tDeadlift\t5\t5\tRIR 2\t100 kg\t3:00", "Deadlift: 5x5 @ RIR 2, 100 kg, 3:00 rest"),
    ("\tMobilise\tCat/cow\t1\t90 s\t\t\t", "Mobilise: 90 s Cat/cow"),
    ("\t\tFace pull\t3\t15", "Face pull: 3x15"),
    ("\tWork\tA1 Chin-up\t3\t8\tto failure\t\t90", "A1 Chin-up: 3x8 @ to failure, 90s rest"),
    ("\tWork\tDeadlift\t\t\tRIR 2\t100 kg\t3:00", "Deadlift"),
    ("\tWork\t\t3\t8", "3 8"),
    ("", "")])
def test_a_row(row, line):
    """Columns are told by their heads; what a row lacks is left out."""
    assert lines(row) == [line]


def test_sets_that_differ():
    """The same exercise again, or none, has more sets of the row above."""
    assert lines("\t\tSquat\t1\t5\t\t85 %", "\t\tSquat\t2\t5\t\t75 %", "\t\t\t1\t8\t\t65 %",
                 "\t\tDip\t3\t8") == [
        "Squat: 1x5 @ 85 %; 2x5 @ 75 %; 1x8 @ 65 %", "Dip: 3x8"]


@pytest.mark.parametrize(("other", "said"), [("100 kg", "60 kg"), ("80 %", "60 %"), ("", "60")])
def test_a_load_without_a_unit(other, said):
    """It has the unit of the others; where they have none, or two, nobody guesses."""
    assert lines(f"\t\tSquat\t3\t5\t\t{other}", "\t\tDip\t3\t8\t\t60")[1] == f"Dip: 3x8 @ {said}"


def test_a_session_begins_where_its_name_changes():
    """An empty cell is the session above."""
    assert lines("Monday, 50 min\t\tDip\t3\t8", "\t\tCurl\t3\t8", "Thursday, 40 min\t\tDip\t3\t8"
                 ) == ["Monday", "Dip: 3x8", "Curl: 3x8", "Thursday", "Dip: 3x8"]
