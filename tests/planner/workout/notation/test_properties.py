"""Whatever is pasted ends in a reading within the limits, or in one sentence."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from planner.catalog import load
from planner.request.errors import InputError
from planner.workout.notation.amounts import (
    MAX_LOAD_KG,
    MAX_REPS,
    MAX_REST_S,
    MAX_SECONDS,
    MAX_SETS,
)
from planner.workout.notation.line import MAX_LINE
from planner.workout.notation.read import MAX_BYTES, MAX_LINES, MAX_MISSED, Reading, read
from planner.workout.rows import Row
from tests.planner.workout.notation.forms import FORMS

CATALOG = load()
LINES = [line for forms in FORMS.values() for text, _ in forms for line in text.split("\n")]
PIECES = st.sampled_from([
    *"0123456789 ,.;:x-/@%+()[]*#|'\"\t", "3x8", " Squat ", "Bench press", "kg", "lb", "rest ",
    "s ", "min ", " reps", " sets of ", "A1 ", "superset with ", "3 rounds:", "Day 1", "Monday",
    "RPE ", "RIR ", "tempo ", "to failure", " each side", "amrap", "max", "BW+", "1:30", "##",
    "| a | b |", "Sets: ", "Reps: ", "²", "٣", "½", "ſ", "\u200b", "é", "超", "💪"])
MADE = st.lists(PIECES, max_size=25).map("".join)
TEXTS = st.lists(MADE | st.sampled_from(LINES) | st.text(max_size=40), max_size=12).map("\n".join)


def reading(text: str) -> Reading | None:
    """Read a text; None where it ends in the one sentence of an error."""
    says = ""
    try:
        return read(text, CATALOG, "hypertrophy", "intermediate", strict=False)
    except InputError as error:
        says = error.message
    assert says
    assert "\n" not in says
    return None


def within(row: Row) -> bool:
    """Whether the figures of a row are such as somebody trains with."""
    amount = row.dose.hold_s if row.dose.hold_s is not None else row.dose.top_reps()
    most = MAX_SECONDS if row.dose.hold_s is not None else MAX_REPS
    return (1 <= row.sets <= MAX_SETS and 1 <= amount <= most
            and 0 <= (row.load_kg or 0) <= MAX_LOAD_KG and 0 <= (row.rest_s or 0) <= MAX_REST_S)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
@example("3x8 Squat\r\n\x85\u2028Squat 3x8")
@example("## Squat\n3 rounds:\nSquat\nSets: 3 | Reps: 8")
@example("superset with superset with")
@example("²x³ Squat")
def test_any_text_is_read_or_refused(text: str) -> None:
    """Never another error; what is read is within the limits and knows its line."""
    found = reading(text)
    if found is None:
        return
    most = len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    assert all(1 <= line.number <= most for line in found.lines)
    for session in found.sessions:
        for entry in session.entries:
            assert 1 <= entry.line <= most
            assert all(map(within, entry.rows or (Row(entry.sets, entry.dose),)))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """However a file was decoded."""
    for errors in ("replace", "surrogateescape", "ignore"):
        reading(data.decode("utf-8", errors))
    reading(data.decode("latin-1"))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([f for f in FORMS["sets"] + FORMS["effort"] + FORMS["loads"]
                                 if not f[0].startswith("Curls")]), min_size=2, max_size=6))
def test_a_line_is_read_alike_among_others(forms: list[tuple[str, str]]) -> None:
    """What stands above and below changes nothing: blank lines, other lifts."""
    apart = [reading(text) for text, _ in forms]
    together = reading("\n\n3x30s Plank\n\n".join(text for text, _ in forms))
    assert together is not None
    entries = [entry for session in together.sessions for entry in session.entries]
    alone = [entry for each in apart if each for session in each.sessions
             for entry in session.entries]
    kept = [entry for entry in entries if entry.exercise.id != "plank"]
    assert [(e.exercise.id, e.sets, e.dose, e.rows) for e in kept] == [
        (e.exercise.id, e.sets, e.dose, e.rows) for e in alone]


@pytest.mark.parametrize(("text", "says"), [
    ("x" * (MAX_BYTES + 1), f"more than {MAX_BYTES} bytes of text"),
    ("\n" * MAX_LINES, f"more than {MAX_LINES} lines"),
    ("3x8 Nonsense lift\n" * (MAX_MISSED + 1),
     f"more than {MAX_MISSED} lines cannot be read; is it a workout?"),
])
def test_what_is_no_workout_ends_soon(text: str, says: str) -> None:
    """A large file by mistake is refused before each of its lines has been looked at."""
    with pytest.raises(InputError) as caught:
        read(text, CATALOG, "hypertrophy", "intermediate", strict=False)
    assert caught.value.message == says


@pytest.mark.parametrize("piece", [
    "1", "1,", "1, ", "1-", "1/", "1 x ", "3x8 ", "3x8; ", "1s, ", "(1 ", "1+", "rest ", "a, ",
    "10 reps, ", "sets ", "superset ", "| ", "1:1", "`", "[", "**", "add 1 ", "1%/", "push, "])
def test_a_long_line_is_read_or_refused(piece: str) -> None:
    """Three hundred characters of one sign: no expression runs away on them."""
    for text in (piece * 300, f"3x8 Squat {piece * 300}", f"Squat {piece * 300}"):
        reading(text[:MAX_LINE])
