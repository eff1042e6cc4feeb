"""Set notation that we write: it reads back as it was."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.catalog import Exercise, load
from planner.catalog.spelling import spellings
from planner.catalog.words import GOALS, LEVELS, PHASES, Phase
from planner.workout.dose import Dose
from planner.workout.notation.read import ReadEntry, read, write
from planner.workout.reps import Parts
from planner.workout.rows import Row, hardest, joined

CATALOG = load()


def facts(entry: ReadEntry) -> tuple[Any, ...]:
    """Return what must survive writing and reading."""
    return (entry.exercise.id, entry.phase, entry.sets, entry.dose, entry.rows)


def entries_of(text: str) -> tuple[ReadEntry, ...]:
    """Read one session for hypertrophy and the intermediate level."""
    (session,) = read(text, CATALOG, "hypertrophy", "intermediate").sessions
    return session.entries


@pytest.mark.parametrize("program", [p.id for p in CATALOG.programs])
def test_the_article_is_written_and_read_back(program: str) -> None:
    """The article's doses do not change, even when read for another goal and level."""
    text, request = CATALOG.program_by_id[program].text, CATALOG.program_by_id[program].request
    (first,) = read(text, CATALOG, request["goal"], request["level"]).sessions
    (again,) = read(write(first.entries), CATALOG, "health", "novice").sessions
    assert [facts(entry) for entry in again.entries] == [facts(entry) for entry in first.entries]


def work_doses(exercise: Exercise) -> st.SearchStrategy[Dose]:
    """Every dose that work can have: a hold, to failure, a number, a range, parts."""
    holds = st.builds(Dose, st.none(), st.integers(1, 600), st.none(), st.booleans())
    if exercise.measure != "reps":
        return holds
    count = st.integers(1, 20)
    reps: st.SearchStrategy[Any] = count | st.tuples(count, st.integers(21, 50)) | st.builds(
        Parts, parts=st.tuples(count, count, count))
    rir = st.integers(0, 10).map(lambda halves: halves / 2)
    return holds | st.builds(Dose, reps, st.none(), rir) | st.builds(
        Dose, reps, st.none(), st.just(0), st.just(True))


@st.composite
def entry(draw: st.DrawFn, phases: tuple[Phase, ...] = PHASES) -> ReadEntry:
    """Return an exercise in a phase it may stand in, outside work for one stretch of time."""
    able = [e for e in CATALOG.exercises if set(e.phases) & set(phases)]
    exercise = draw(st.sampled_from(able))
    phase = draw(st.sampled_from([p for p in exercise.phases if p in phases]))
    if phase not in ("work", "activate"):
        return ReadEntry(exercise, phase, 1, Dose(None, draw(st.integers(1, 900)), None), None,
                         1, "")
    if phase == "activate":
        return ReadEntry(exercise, phase, draw(st.integers(1, 10)), draw(work_doses(exercise)),
                         None, 1, "")
    rows = draw(st.lists(rows_of(exercise), min_size=1, max_size=4))
    return ReadEntry(exercise, phase, sum(r.sets for r in rows), hardest(rows).dose, None, 1, "",
                     joined(rows))


def rows_of(exercise: Exercise) -> st.SearchStrategy[Row]:
    """Sets that are alike, with or without a share of the maximum, a load, a rest, a tempo."""
    halves = st.integers(1, 500).map(lambda number: number / 2)
    tempo = st.lists(st.sampled_from("0123x"), min_size=4, max_size=4).map("-".join)
    return st.builds(
        Row, st.integers(1, 5), work_doses(exercise), st.none() | st.integers(1, 130),
        st.none() | halves, st.none() | st.integers(0, 300), st.none() | tempo)


def everything(entry: ReadEntry) -> tuple[Any, ...]:
    """Return all of an entry but where it stood."""
    return (*facts(entry), entry.superset)


@settings(deadline=None)
@given(st.lists(entry(), min_size=1, max_size=6), entry(("work",)), entry(("work",)),
       entry(("work",)), st.sampled_from(GOALS), st.sampled_from(LEVELS))
def test_what_is_written_reads_back(entries: list[ReadEntry], a: ReadEntry, b: ReadEntry,
                                    c: ReadEntry, goal: Any, level: Any) -> None:
    """In any order, with a superset of three at the end, whatever goal and level it is read for."""
    group = [replace(e, superset="A") for e in (a, b, c)]
    (session,) = read(write([*entries, *group]), CATALOG, goal, level).sessions
    assert [everything(e) for e in session.entries] == [everything(e) for e in [*entries, *group]]


def test_writing_in_words() -> None:
    """The notation itself, a line an entry."""
    text = ("10min Treadmill\nCat/cow\n5x5 Deadlift @ 100kg\nA1 3x8-12 Seated row\n"
            "A2 3x? Chin-ups\n2x? Plank\nCool-down: 90s Prone cobra")
    assert write(entries_of(text)) == (
        "Warm-up: 10min Fast walk on the treadmill\n"
        "3min Cat/cow\n"
        "5x5 Deadlift @ RIR 2, 100kg\n"
        "A1 3x8-12 Seated row @ RIR 2\n"
        "A2 3x8 Chin-up to failure\n"
        "2x90s Plank to failure\n"
        "Cool-down: 90s Prone cobra\n"
    )


@pytest.mark.parametrize("name", ["3x3 squat", "Squat, 90s", "Squat to failure", "Squat #1",
                                  "5kg squat"])
def test_a_name_like_a_dose_is_written_as_its_id(name: str) -> None:
    """A user's exercise may be called anything; its id can always be read."""
    deadlift = CATALOG.exercise_by_id["deadlift"].model_copy(update={"name": name})
    own = ReadEntry(deadlift, "work", 3, Dose(8, None, 2), None, 1, "")
    assert write([own]) == "3x8 deadlift @ RIR 2\n"


def test_every_exercise_is_written_by_name_and_found_again() -> None:
    """No name of the catalogue is mistaken for a dose, or for another exercise."""
    for exercise in CATALOG.exercises:
        phase = exercise.phases[0]
        one = ReadEntry(exercise, phase, 1, Dose(None, 200, None), None, 1, "")
        text = write([one])
        assert exercise.name in text
        assert [facts(entry) for entry in entries_of(text)] == [facts(one)]


def test_no_spelling_is_read_as_another_exercise() -> None:
    """Names, ids and aliases, dosed as the exercise is: ``5min stairs`` stays stairs."""
    amounts = {"reps": "3x8", "time": "3x30s", "distance": "3x40m"}
    lines = [(f"{amounts[e.measure] if 'work' in e.phases else '5min'} {spelling}", e.id)
             for e in CATALOG.exercises for spelling in spellings(e)]
    texts = ["\n".join(line for line, _ in lines[i:i + 500]) for i in range(0, len(lines), 500)]
    found = [entry.exercise.id for text in texts for entry in entries_of(text)]
    wrong = [(line, got) for (line, meant), got in zip(lines, found, strict=True) if got != meant]
    assert wrong == []


@pytest.mark.parametrize(("line", "exercise"), [
    ("10min Seated row", "rowing_machine"), ("3x10 Seated row machine", "seated_row"),
    ("10min Stairs", "stairs"), ("10min Stair machine", "stair_climber"),
])
def test_minutes_mean_the_machine_where_the_name_alone_is_work(line: str, exercise: str) -> None:
    """Ten minutes of a row can only be the rowing machine; stairs are light cardio themselves."""
    (entry,) = entries_of(line)
    assert entry.exercise.id == exercise
