"""Which sessions a text has, on which days, and what is a title, a note or goes by the clock."""

from __future__ import annotations

import pytest

from planner import check
from planner.catalog import load
from planner.workout.notation.read import Reading, read

CATALOG = load()
ABAB = "Workout A\nSquat 5x5\n\nWorkout B\nDeadlift 1x5\n\n"


def reading(text: str) -> Reading:
    """Read a text for hypertrophy and the intermediate level."""
    return read(text, CATALOG, "hypertrophy", "intermediate", strict=False)


def days(text: str) -> list[tuple[str | None, int]]:
    """Return the day of each session, and how many entries it has."""
    return [(session.day, len(session.entries)) for session in reading(text).sessions]


@pytest.mark.parametrize("heading", [
    "Mon, Wed, Fri:", "Monday/Wednesday/Friday", "Mon & Wed & Fri: full body",
    "**Mon, Wed and Fri**", "Lunes, miércoles y viernes", "Strength class Mon/Wed/Fri"])
def test_a_heading_may_name_several_days(heading: str) -> None:
    """The session below it is done on each of them, and that is told."""
    found = reading(f"{heading}\nSquat 3x5\nDips 3x8")
    assert [(s.day, len(s.entries)) for s in found.sessions] == [
        ("mon", 2), ("wed", 2), ("fri", 2)]
    assert found.lines[0].remark == "read as 3 sessions, the same on mon, wed, fri"


def test_two_such_headings_share_the_week() -> None:
    """Their sessions stand in the order of the week."""
    text = "Monday/Thursday\nSquat 3x5\nDips 3x8\n\nTuesday/Friday\nDeadlift 3x5"
    assert days(text) == [("mon", 2), ("tue", 1), ("thu", 2), ("fri", 1)]


@pytest.mark.parametrize("text", ["A\nSquat 3x5\n\nB\nDeadlift 3x5",
                                  "**A:**\nSquat 3x5\n\n**B:**\nDeadlift 3x5",
                                  "Block 1\nSquat 3x5\n\nBlock 2\nDeadlift 3x5"])
def test_letters_and_blocks_head_sessions_where_nothing_else_does(text: str) -> None:
    """Two of them are two sessions; below a day they are parts of it."""
    assert days(text) == [(None, 1), (None, 1)]
    assert days(f"Monday\n{text}") == [("mon", 2)]


def test_a_line_places_sessions_on_days() -> None:
    """A on Monday and Friday, B between them."""
    assert days(f"{ABAB}Mon A / Wed B / Fri A") == [("mon", 1), ("wed", 1), ("fri", 1)]


@pytest.mark.parametrize("said", ["Train three times a week.", "3x per week", "Alternate A and B"])
def test_sessions_that_take_turns_are_told(said: str) -> None:
    """Two sessions on three days: which comes twice is not written."""
    (note,) = reading(ABAB + said).notes
    assert note == ("2 sessions were read, each once a week; that they take turns, as "
                    f"{said.rstrip('.')!r} says, is not judged.")
    shown = check(ABAB + said).notes
    assert note in shown
    assert reading(ABAB + "Train twice a week").notes == ()


@pytest.mark.parametrize("title", ["5/3/1 for Beginners", "StrongLifts 5×5 Workout Program",
                                   "Summer body 2024"])
def test_a_title_is_no_exercise(title: str) -> None:
    """At the top, apart from what follows, or above a heading."""
    assert reading(f"{title}\n\nSquat 3x5").lines[0].kind == "skipped"
    assert reading(f"{title}\nMonday\nSquat 3x5").lines[0].kind == "skipped"


def test_sets_of_an_unknown_exercise_are_no_title() -> None:
    """Where no word says so, it is looked for."""
    assert reading("3x8 Wobble press\n\nSquat 3x5").lines[0].kind == "unknown"


def test_a_warm_up_in_rounds_stays_one() -> None:
    """Squats without a load can be; they have no reserve to judge, as they are no work."""
    text = "Warm-up\n3 rounds:\n10 air squats\n\nSquat 3x5"
    assert [e.phase for e in reading(text).sessions[0].entries] == ["activate", "work"]
    assert [e.phase for e in reading(text.replace("\n3 rounds", ", 3 rounds")).sessions[0].entries
            ] == ["activate", "work"]


@pytest.mark.parametrize("last", ["Finisher: 20 min treadmill walk", "Finish: 10 min bike",
                                  "5 min treadmill c/d", "10 min rower"])
def test_minutes_behind_the_work_are_no_warm_up(last: str) -> None:
    """Nobody warms up for what is done."""
    assert [e.phase for e in reading(f"Squat 3x5\n{last}").sessions[0].entries] == [
        "work", "cool_down"]


def test_what_stands_below_the_clock_is_listed() -> None:
    """AMRAP says no sets, up to an empty line."""
    found = reading("Squat 3x5\n\nAMRAP 12:\n5 pull-ups\n10 push-ups\n\nCurls 3x10")
    assert [(line.number, line.kind) for line in found.lines] == [
        (1, "exercise"), (3, "wrong"), (4, "wrong"), (5, "wrong"), (7, "exercise")]


def test_the_days_of_a_table_are_sessions() -> None:
    """A column may name them, once or in each row."""
    head = "Day,Exercise,Sets,Reps\n"
    assert days(f"{head}Mon,Squat,3,5\nMon,Dips,3,8\nWed,Deadlift,1,5") == [("mon", 2), ("wed", 1)]
    assert days(f"{head}Mon,Squat,3,5\n,Dips,3,8\nWed,Deadlift,1,5") == [("mon", 2), ("wed", 1)]
