"""What may differ between files of one format, what is refused, and whatever else comes in."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.catalog import Catalog, load
from planner.logs import limits
from planner.logs.cells import seconds
from planner.logs.log import Log
from planner.logs.naming import reader
from planner.logs.read import read_log
from planner.logs.times import maybe_when
from planner.request.errors import InputError

STRONG = ("Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
          "Workout Notes,RPE")
HEVY = ("title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,"
        "set_index,set_type,weight_kg,reps,distance_km,duration_seconds,rpe")
ROW = "2030-01-07 18:00:00,Upper,1h,Curl Überzug,1,62.5,8,0,0,,,8"


def refusal(source: Any) -> str:
    """Return the sentence by which a log is refused."""
    with pytest.raises(InputError) as refused:
        read_log(source)
    return str(refused.value)


def strong(*rows: str) -> str:
    """Return a file of Strong."""
    return "\n".join([STRONG, *rows]) + "\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be",
                                      "latin-1"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encodings_and_delimiters(encoding: str, delimiter: str):
    """The same file, however it was saved, with the line ends of any system."""
    text = strong(ROW).replace(",", delimiter)

    for ends in ("\n", "\r\n", "\r"):
        log = read_log(text.replace("\n", ends).encode(encoding))
        [entry] = log.sessions[0].entries
        assert entry.name == "Curl Überzug"
        assert (entry.sets[0].load_kg, entry.sets[0].reps) == (62.5, 8)


def test_a_spreadsheet_says_its_delimiter():
    """The line ``sep=;`` above a header is none."""
    log = read_log("sep=;\n" + strong(ROW).replace(",", ";").replace("62.5", "62,5"))

    assert log.sessions[0].entries[0].sets[0].load_kg == 62.5


def test_columns_in_any_order():
    """A column is found by its name, whatever its case and place; unknown ones are nothing."""
    log = read_log("reps,mood,SET ORDER,weight (KG),exercise name,workout name,date\n"
                   "5,fine,1,100,Deadlift,Gym,2030-01-07\n")

    assert log.sessions[0].start == date(2030, 1, 7)
    assert log.sessions[0].entries[0].exercise == "deadlift"
    assert log.report.units == ("kg",)


@pytest.mark.parametrize(("source", "says"), [
    (strong(ROW.replace("62.5", "heavy")),
     "<text>:2: Weight: expected a number such as 62.5, found 'heavy'"),
    (strong(ROW, ROW.replace("2030-01-07", "2030-02-30")),
     "<text>:3: Date: expected a date such as 2030-01-07 18:00, found '2030-02-30 18:00:00'"),
    (strong(ROW.replace("2030-01-07 18:00:00", "")),
     "<text>:2: Date: expected a date such as 2030-01-07 18:00, found nothing"),
    (strong(ROW + "0"), "<text>:2: RPE: expected an effort of 1 to 10, found '80'"),
    (strong(ROW.replace("1h", "soon")),
     "<text>:2: Duration: expected a time such as 90, 1:30 or 1h 7m, found 'soon'"),
    (strong(ROW.replace("62.5", "62,5")),
     "<text>:2: 13 values where the header has 12 columns; a value with the delimiter in it stands "
     "in quotes"),
    (strong(ROW.replace("Upper", '"Upper')), "<text>:2: the quote that begins here is not closed"),
    (strong(ROW.replace("62.5", "9999")),
     "<text>:2: Weight: expected a load of up to 2,000 kg, found 9999"),
    (strong(ROW.replace(",8,0", ",80000,0")),
     "<text>:2: Reps: expected 0 to 10,000 repetitions, found '80000'"),
    (strong(ROW).replace("Set Order", "Order"),
     "<text>:1: a log of Strong has a column 'set order'; did you mean 'order'?"),
    ("Date,Exercise,Category,Weight,Weight Unit,Reps\n2030-01-07,Squat,Legs,60,stone,5\n",
     "<text>:2: Weight Unit: expected kg or lb, found 'stone'"),
    ("Squat\nSet 1: heavy\n",
     "<text>:2: expected a set such as 60 kg x 10, 12 reps or 1:30, found 'heavy'"),
    ("a,b\n1,2\n",
     "<text>:1: expected a log of Strong, Hevy, FitNotes or StrongLifts, or a workout that Strong "
     "or Hevy shares, found 'a,b'"),
    (b"\x7fELF\x00\x00", "<text>:1: this is binary, not text"),
    (b"", "<text>: this is empty"),
    (7, "source: expected a file or a log, found 7"),
])
def test_a_refusal_says_where_and_what(source: Any, says: str):
    """A sentence with the line, the column, what was found and what would be right."""
    assert refusal(source) == says


def test_a_file_is_named(tmp_path):
    """The place of an error begins with the file."""
    file = tmp_path / "log.csv"
    file.write_text(strong(ROW.replace("62.5", "?")), "utf-8")

    assert refusal(file).startswith(f"{file}:2: Weight: ")
    assert "no such file" in refusal(tmp_path / "none.csv")


def test_limits(monkeypatch):
    """What is larger than any log is refused before it is read."""
    monkeypatch.setattr("planner.logs.table.MAX_ROWS", 2)

    assert refusal(strong(ROW, ROW, ROW)) == "<text>:4: more than 2 rows; no log is that long"
    monkeypatch.setattr("planner.logs.collect.MAX_NAMES", 1)
    assert refusal(strong(ROW, ROW.replace("Curl", "Press"))) == (
        "<text>:3: more than 1 exercises; no log has that many")
    monkeypatch.setattr("planner.logs.collect.MAX_SETS", 1)
    assert refusal(strong(ROW, ROW)) == "<text>:3: more than 1 sets; no log has that many"
    assert "no log is that large" in refusal(b"a" * (limits.MAX_BYTES + 1))
    assert "no note is that long" in refusal(strong(ROW + " " * 20_000))


@pytest.mark.parametrize(("text", "means"), [
    ("2030-01-07", date(2030, 1, 7)), ("2030/1/7", date(2030, 1, 7)),
    ("7 Jan 2030, 18:00", datetime(2030, 1, 7, 18)),
    ("18 sept. 2030, 17:31", datetime(2030, 9, 18, 17, 31)),
    ("7 août 2030, 06:05", datetime(2030, 8, 7, 6, 5)),
    ("3. März 2030 um 18:00", datetime(2030, 3, 3, 18)),
    ("Sexta-feira, Ago 07, 2030 às 8:21pm", datetime(2030, 8, 7, 20, 21)),
    ("Saturday, May 2, 2030 at 3:59\u202fPM", datetime(2030, 5, 2, 15, 59)),
    ("Jan 7, 2030, 12:00 AM", datetime(2030, 1, 7)),
    ("2030-01-07T18:00:30.250+02:00", datetime(2030, 1, 7, 18, 0, 30)),
    ("4/3/30", date(2030, 4, 3)), ("juin 2030", None), ("31 Apr 2030", None), ("3x8", None),
    ("7 Jan 2030, 25:00", None), ("0000-01-01", None),
])
def test_dates(text: str, means: date | None):
    """As apps write them in several languages; what no calendar has is no date."""
    assert maybe_when(text) == means


@pytest.mark.parametrize(("text", "means"), [
    ("90", 90), ("1:30", 90), ("0:01:30", 90), ("1h 7m", 4020), ("62m", 3720), ("1min 53s", 113),
    ("45 sec", 45), ("", None), ("0", None), ("1.5h", 5400)])
def test_lengths_of_time(text: str, means: int | None):
    """As seconds, clocks and words."""
    assert seconds(text) == means


def test_dates_that_could_be_read_both_ways():
    """Where no date of the file says whether the day comes first, the report says what was read."""
    log = read_log("Date,Exercise,Category,Weight (kg),Reps\n3/4/2030,Squat,Legs,60,5\n")

    assert log.sessions[0].start == date(2030, 3, 4)
    assert log.report.assumed == ("Dates such as 3/4/2030 are read with the month first.",)


def test_names_with_their_kit():
    """Kit in brackets is a part of the name; it is dropped only where it can be used.

    A deadlift in a Smith machine is another exercise than the one with a barbell.
    """
    read = reader(_catalog_without("smith_deadlift"))

    assert read("Bench Press (Barbell)") == ("bench_press", True)
    assert read("Back squat (Barbell)") == ("back_squat", True)
    assert read("Standing Calf Stretch (Nonsense)").exercise is None
    assert read("Seated row (Band)").exercise != "seated_row"


@pytest.mark.parametrize("name", ["Bent Over Row (Cable)", "Cable Bent Over Row",
                                  "Bent Over Row - Cable"])
def test_a_name_read_loosely_is_unsure(name: str):
    """There is no such row with a cable: the nearest is taken, and it is not sure."""
    assert reader(load())(name) == ("bent_over_row", False)


def _catalog_without(exercise: str) -> Catalog:
    """Return the catalogue without an exercise, if it has it."""
    whole = load()
    return whole.model_copy(update={"exercises": tuple(
        e for e in whole.exercises if e.id != exercise)})


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400) | st.builds(
    lambda head, rest: head.encode() + b"\n" + rest,
    st.sampled_from([STRONG, HEVY, "Date,Exercise,Category,Weight,Reps", "Squat\nSet 1: x 5"]),
    st.binary(max_size=200)))
def test_any_bytes(data: bytes):
    """Whatever the bytes are: a log, or a sentence."""
    try:
        log = read_log(data)
    except InputError:
        return
    assert Log.model_validate_json(log.model_dump_json()) == log


SETS = st.lists(st.fixed_dictionaries({
    "reps": st.integers(1, 30), "load": st.integers(0, 1200).map(lambda quarter: quarter / 4),
    "rpe": st.sampled_from(["", 6, 7.5, 10]),
    "kind": st.sampled_from(["work", "warm_up", "drop", "failure"])}), min_size=1, max_size=4)
SESSIONS = st.lists(st.dictionaries(
    st.sampled_from(["Bench Press (Barbell)", "Pull Up", "Odd; \"lift\",\none", "Squat (Barbell)"]),
    SETS, min_size=1, max_size=3), min_size=1, max_size=4)
FIRST = datetime(2030, 1, 7, 18)


@settings(max_examples=60, deadline=None)
@given(SESSIONS, st.sampled_from([",", ";", "\t"]))
def test_what_hevy_writes_is_read(sessions, delimiter):
    """A file written from random sets says these sets."""
    kinds = {"work": "normal", "warm_up": "warmup", "drop": "dropset", "failure": "failure"}
    rows = [["Day", f"{_day(i):%d %b %Y, %H:%M}", f"{_day(i) + timedelta(hours=1):%d %b %Y, %H:%M}",
             "", name, "", "", k, kinds[one["kind"]], one["load"] or "", one["reps"], "", "",
             one["rpe"]] for i, session in enumerate(sessions) for name, sets in session.items()
            for k, one in enumerate(sets)]

    assert _said(read_log(_written(HEVY, rows, delimiter))) == _meant(sessions)


@settings(max_examples=60, deadline=None)
@given(SESSIONS, st.booleans())
def test_what_strong_writes_is_read(sessions, comma):
    """A file with decimal commas and rests between the sets says these sets."""
    letters = {"warm_up": "W", "drop": "D", "failure": "F"}
    rows = []
    for i, session in enumerate(sessions):
        for name, sets in session.items():
            for k, one in enumerate(sets, 1):
                head = [f"{_day(i):%Y-%m-%d %H:%M:%S}", "Day", "1h", name]
                load = str(one["load"]).replace(".", ",") if comma else one["load"]
                rows += [[*head, letters.get(one["kind"], k), load, one["reps"], 0, 0, "", "",
                          one["rpe"]], [*head, "Rest Timer", 0, 0, 0, 90, "", "", ""]]

    assert _said(read_log(_written(STRONG, rows, ";" if comma else ","))) == _meant(sessions)


def _day(number: int) -> datetime:
    return FIRST + timedelta(days=number)


def _written(header: str, rows: list[list[Any]], delimiter: str) -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter).writerows([header.split(","), *rows])
    return file.getvalue().encode()


def _meant(sessions: list[dict[str, list[dict[str, Any]]]]) -> list[Any]:
    return [(_day(i), _day(i) + timedelta(hours=1), {
        name: [(one["kind"], one["reps"], one["load"] or None, one["rpe"] or None) for one in sets]
        for name, sets in session.items()}) for i, session in enumerate(sessions)]


def _said(log: Log) -> list[Any]:
    return [(session.start, session.end, {
        entry.name: [(one.kind, one.reps, one.load_kg, one.rpe) for one in entry.sets]
        for entry in session.entries}) for session in log.sessions]
