"""Set notation that is refused: a sentence with its line, never a crash."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from planner.catalog import load
from planner.request.errors import InputError
from planner.workout.notation.read import read

CATALOG = load()


def error(text: str) -> InputError:
    """Read a text that is refused."""
    with pytest.raises(InputError) as caught:
        read(text, CATALOG, "hypertrophy", "intermediate")
    return caught.value


@pytest.mark.parametrize(("text", "where", "says"), [
    ("3x8 Squat\n3x8 deadlfts", "<text>:2",
     "unknown exercise 'deadlfts'; nearest: Deadlift, Kettlebell deadlift, Trap-bar deadlift"),
    ("Deadlift", "<text>:1", "'Deadlift' has no sets; write 3x8 Deadlift"),
    ("Deadlift, rest 90s", "<text>:1", "'Deadlift' has no sets; write 3x8 Deadlift"),
    ("Deadlift: @ RIR 2, 1:30 rest", "<text>:1", "'Deadlift' has no sets; write 3x8 Deadlift"),
    ("Planks", "<text>:1", "'Plank' has no sets; write 3x30s Plank"),
    ("Light jog", "<text>:1", "'Light jog' has no time; write 8min Light jog"),
    ("3x10 Cat/cow", "<text>:1", "'Cat/cow' has no time; write 60s Cat/cow"),
    ("3 sets Squat", "<text>:1", "'Squat' has sets but no repetitions; write 3x8 Squat"),
    ("3x10 Farmer's walk", "<text>:1",
     "\"Farmer's carry\" goes by distance or time; write 3x40m Farmer's carry"),
    ("0x5 Squat", "<text>:1", "0 is out of range: sets can be 1 to 20"),
    ("21x5 Squat", "<text>:1", "'21x5' is more sets than anybody does; where 21 is the load, "
     "write 1x5 @ 21kg"),
    ("501x5 Squat", "<text>:1", "501 is out of range: sets can be 1 to 20"),
    ("3x0 Squat", "<text>:1", "0 is out of range: repetitions can be 1 to 200"),
    ("3x201 Squat", "<text>:1", "201 is out of range: repetitions can be 1 to 200"),
    ("3x101/side Russian twist", "<text>:1",
     "202 is out of range: repetitions of a set can be 1 to 200"),
    ("181min Light jog", "<text>:1", "10860 is out of range: seconds can be 1 to 10800"),
    ("9999999999x5 Squat", "<text>:1", "9999999999 has too many digits"),
    ("3x1:75 Plank", "<text>:1", "'1:75' is no time; seconds go up to 59"),
    ("3x12-8 Squat", "<text>:1", "the range 12-8 falls; write 8-12"),
    ("3x12,10 Squat", "<text>:1",
     "'3x12,10' has 2 numbers for 3 sets; write one for each set, or 3x12 a side"),
    ("4-3x8 Squat", "<text>:1", "the range 4-3 of sets falls"),
    ("3x8 Squat @ RPE 3", "<text>:1", "3 is out of range: RPE can be 5 to 10"),
    ("3x8 Squat + 3x8 Dips", "<text>:1", "two doses on one line; write one exercise a line"),
    ("Dips,Dips", "<text>:1", "'Dip' has no sets; write 3x8 Dip"),
    ("3x8 Squat and Dips", "<text>:1", "two exercises on one line; write one exercise a line"),
    ("3x8", "<text>:1", "no exercise is named; write 3x8 Deadlift"),
    ("A1 3x8 Squat\n3x8 Dips\nA2 3x8 Curl", "<text>:1",
     "superset A is on line 1 and on line 3; its exercises stand next to each other"),
    ("\nB1 3x8 Squat", "<text>:2",
     "superset B has one exercise (line 2); write B1 and B2"),
    ("A1 60s Cat/cow\nA2 3x8 Squat", "<text>:1",
     "'Cat/cow' is no work here; only work is paired"),
    ("", "<text>", "no exercise found; write one a line, as in 3x8 Deadlift"),
    ("# only a comment\n", "<text>", "no exercise found; write one a line, as in 3x8 Deadlift"),
    ("3x8 Squat\n3x8\x00Curl", "<text>:2", "the control character '\\x00' is not text"),
    ("x" * 301, "<text>:1", "a line of 301 characters; at most 300 are read"),
    ("x" * 300_001, "<text>", "more than 300000 bytes of text"),
    ("3x8 Squat\n" * 1001, "<text>:1001", "more than 1000 exercises"),
    ("# request: [1]\n3x8 Squat", "<text>:1",
     "a request is a mapping; write # request: {goal: strength}"),
    ("# request: {a: 1}\n# request: {a: 1}\n3x8 Squat", "<text>:2",
     "a second request; a text carries one"),
])
def test_what_is_refused(text: str, where: str, says: str) -> None:
    """Each mistake has its line and one sentence that says what would be right."""
    caught = error(text)
    assert (caught.where, caught.message) == (where, says)


def test_a_broken_request_is_the_lines_fault() -> None:
    """YAML that cannot be read is an input error at its line, like everything else."""
    caught = error("3x8 Squat\n# request: {goal: [}")
    assert caught.where == "<text>:2"
    assert caught.message.startswith("the request cannot be read: ")


def reads_or_refuses(text: str) -> None:
    """Any text gives a reading or an InputError with a short sentence."""
    refused = None
    try:
        read(text, CATALOG, "strength", "novice")
    except InputError as caught:
        refused = caught
    if refused is not None:
        assert "\n" not in refused.message
        assert len(refused.message) < 300
        assert re.fullmatch(r"<text>(:[0-9]+)?", refused.where)


@settings(deadline=None)
@given(st.text())
@example("3x")
@example("# request:")
@example("A1")
@example("Mon:")
@example("\ud800")
def test_no_text_crashes(text: str) -> None:
    """Any characters in any order."""
    reads_or_refuses(text)


PIECES = ["3", "x", "8", "12", " ", ":", "-", "30", "s", "min", "m", "?", "@", "RPE", "RIR", "%",
          "kg", "lb", ",", "/", "+", "(", ")", "#", "A1", "Squat", "Cat/cow", "Plank", "Light jog",
          "21s", "Farmer's walk", "and", "or", "to failure", "rest",
          "Warm-up:", "Monday", "Day 2", "\n",
          "sets of", "each side", "request: {", "}", "0",
          "99999999999999999999", "\u0663", "."]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14), st.sampled_from(["", " "]))
def test_no_notation_crashes(pieces: list[str], glue: str) -> None:
    """Any order of what notation is made of."""
    reads_or_refuses(glue.join(pieces))


GOOD = [line for program in CATALOG.programs for line in program.text.splitlines() if line] + [
    "4x8-12 Squat @ RPE 8", "A1: Bench 3x8 @ 60kg, 90s", "Monday: 5x5 Deadlift",
    "3x10/side Russian twist", "3 sets of 8 Dips, rest 2 min", "# request: {goal: strength}",
]


@settings(deadline=None)
@given(st.sampled_from(GOOD), st.data())
def test_no_slip_of_the_pen_crashes(line: str, data: st.DataObject) -> None:
    """A good line with a piece cut out, doubled or replaced."""
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    put = data.draw(st.sampled_from(["", line[start:end] * 2, *PIECES]) | st.text(max_size=3))
    reads_or_refuses(line[:start] + put + line[end:])
