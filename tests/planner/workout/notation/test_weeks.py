"""Programmes of several weeks: one is read, the first or the one that is asked for."""

from __future__ import annotations

import pytest

from planner.catalog import load
from planner.request.errors import InputError
from planner.workout.notation.read import read

HEADINGS = """My programme
# Week 1 (base)
## Day 1
Squat 3x5
## Day 2
Deadlift 1x5

# Week 2
## Day 1
Squat 3x3
## Day 2
Deadlift 1x3
"""
BELOW_DAYS = """Day 1
Week 1
Squat 3x5
Week 2
Squat 3x3
Day 2
Week 1
Deadlift 1x5
Week 2
Deadlift 1x3
"""
A_COLUMN_EACH = """## Monday
| Exercise | Week 1 | Week 2 |
|---|---|---|
| Squat | 3x5 | 3x3 |

## Thursday
| Exercise | Week 1 | Week 2 |
|---|---|---|
| Deadlift | 1x5 | 1x3 |
"""
ROWS_OF_A_TABLE = """| Exercise | Sets | Reps |
|---|---|---|
| Week 1 | | |
| Squat | 3 | 5 |
| Deadlift | 1 | 5 |
| Week 2 | | |
| Squat | 3 | 3 |
| Deadlift | 1 | 3 |
"""
A_COLUMN_OF_NUMBERS = """Week\tExercise\tSets\tReps
1\tSquat\t3\t5
1\tDeadlift\t1\t5
2\tSquat\t3\t3
2\tDeadlift\t1\t3
"""
LIFTOSCRIPT = """# Week 1
## Day 1
Squat / 3x5 60kg / warmup: none

## Day 2
Deadlift / 1x5 100kg / progress: lp(5kg)

# Week 2
## Day 1
Squat / 3x3 60kg
## Day 2
Deadlift / 1x3 100kg
"""
PROGRAMMES = {
    "headings": HEADINGS, "below days": BELOW_DAYS, "a column each": A_COLUMN_EACH,
    "rows of a table": ROWS_OF_A_TABLE, "a column of numbers": A_COLUMN_OF_NUMBERS,
    "liftoscript": LIFTOSCRIPT,
}


def reading(text, **said):
    """Read a text."""
    return read(text, load(), "hypertrophy", "intermediate", strict=False, **said)


def doses(text, **said):
    """Return what is read of each lift: so many sets of so many."""
    return [(e.exercise.id, e.sets, e.dose.reps)
            for s in reading(text, **said).sessions for e in s.entries]


@pytest.mark.parametrize("name", PROGRAMMES)
@pytest.mark.parametrize(("said", "reps"), [({}, 5), ({"week": 1}, 5), ({"week": 2}, 3)])
def test_the_week_that_is_read(name, said, reps):
    """Every form has fives in the first week and threes in the second."""
    assert doses(PROGRAMMES[name], **said) == [("back_squat", 3, reps), ("deadlift", 1, reps)]


@pytest.mark.parametrize("name", PROGRAMMES)
def test_a_week_that_is_not_there(name):
    """The sentence names those that are."""
    with pytest.raises(InputError) as error:
        reading(PROGRAMMES[name], week=3)

    assert (error.value.where, error.value.message) == (
        "week", "there is no week 3; the text has weeks 1 and 2")


def test_a_text_without_weeks():
    """There is nothing to choose from."""
    with pytest.raises(InputError, match="the text names no weeks; leave it out"):
        reading("3x5 Squat", week=1)


def test_weeks_that_are_alike():
    """Weeks 1 to 3 stand under one heading: the second is the first."""
    text = "Weeks 1-3:\nSquat 3x5\nWeek 4 - deload\nSquat 2x5"

    assert doses(text, week=2) == [("back_squat", 3, 5)]
    assert doses(text, week=4) == [("back_squat", 2, 5)]
    assert reading(text).weeks == (1, 2, 3, 4)


def test_notes_on_how_it_goes_on():
    """Lines on weeks, one below the other, head nothing: the workout below them is read."""
    text = "Week 1: 70 %\nWeek 2: 75 %\nWeek 3: 80 %\n\nSquat 3x5"

    assert doses(text) == [("back_squat", 3, 5)]
    assert reading(text).weeks == ()


def test_what_stands_above_the_weeks_is_every_weeks():
    """A warm-up before the first heading."""
    text = "Warm-up: 8min rowing machine\n\nWeek 1\nSquat 3x5\nWeek 2\nSquat 3x3"

    assert doses(text, week=2) == [("rowing_machine", 1, None), ("back_squat", 3, 3)]
