"""What comes in from people, programs and broken disks, as hypothesis strategies."""

from __future__ import annotations

import csv
import io
import json
from importlib.resources import files
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from planner.catalog import load
from planner.doors.questions import QUESTIONS
from tests.fuzz import hostile

CATALOG = load()
EXAMPLES = Path(__file__).parents[2] / "examples"
PLAN: dict[str, Any] = json.loads((EXAMPLES / "plans" / "week_mixed.json").read_text("utf-8"))

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WORK = sorted(e.id for e in CATALOG.exercises if "work" in e.phases)
ANY = sorted(e.id for e in CATALOG.exercises)
MUSCLES = sorted({m.id for m in CATALOG.muscles} | {g.id for g in CATALOG.groups}
                 | {r.id for r in CATALOG.regions})
RULES = sorted(r.id for r in CATALOG.rules)
USED = sorted({e["exercise"] for s in PLAN["sessions"] for e in s["entries"]})
EQUIPMENT = [*sorted(e.id for e in CATALOG.equipment), "gym", "home", "minimal", "none"]

def requests(most_days: int = 4) -> st.SearchStrategy[dict[str, Any]]:
    """Return requests that are well-formed, though not always possible."""
    return _request(most_days)


@st.composite
def _request(draw: st.DrawFn, most_days: int) -> dict[str, Any]:
    count = draw(st.integers(1, most_days))
    days = sorted(draw(st.lists(st.integers(0, 6), min_size=count, max_size=count)))
    fields: dict[str, Any] = {
        "sessions": [{"day": DAYS[d], "minutes": draw(st.integers(5, 120))} for d in days],
        "limits": {"seconds": draw(st.sampled_from([0.3, 1, 2]))}}
    some = {
        "goal": st.sampled_from(["hypertrophy", "strength", "toning", "health", "maintenance"]),
        "level": st.sampled_from(["novice", "intermediate", "advanced"]),
        "equipment": st.lists(st.sampled_from(EQUIPMENT), min_size=1, max_size=3, unique=True),
        "focus": st.lists(st.sampled_from(MUSCLES), max_size=2, unique=True),
        "include": st.lists(st.sampled_from(ANY), max_size=2, unique=True),
        "exclude": st.lists(st.sampled_from(ANY), max_size=3, unique=True),
        "likes": st.lists(st.sampled_from(ANY), max_size=2, unique=True),
        "complaints": st.lists(st.sampled_from(sorted(c.id for c in CATALOG.complaints)),
                               max_size=2, unique=True),
        "supersets": st.sampled_from(["never", "allow", "prefer"]),
        "split": st.sampled_from(["none", "full_body", "upper_lower", "push_pull_legs",
                                  "body_part"]),
        "pace": st.sampled_from(["brisk", "typical", "generous"]),
        "clock": st.dictionaries(st.sampled_from(["rest", "setup", "warm_up"]),
                                 st.floats(0.5, 2)),
        "rules": st.dictionaries(st.sampled_from(RULES), st.sampled_from(["must", "should",
                                                                          "off"]), max_size=3),
        "warm_up": st.builds(lambda r, m: {"raise_minutes": r, "mobilise_minutes": m},
                             st.integers(0, 15), st.integers(0, 10)),
        "coverage": st.dictionaries(st.sampled_from(MUSCLES), st.builds(
            lambda a, b, c: {"min": a, "target": a + b, "max": a + b + c}, st.integers(0, 9),
            st.integers(0, 9), st.integers(0, 9)), max_size=2)}
    for name in draw(st.lists(st.sampled_from(sorted(some)), max_size=6, unique=True)):
        fields[name] = draw(some[name])
    return fields


PLACES = tuple(hostile.paths(PLAN))


@st.composite
def damaged(draw: st.DrawFn) -> dict[str, Any]:
    """Return a plan's JSON of which one to three places hold something else, or nothing."""
    return hostile.damaged(draw, PLAN, PLACES)


def wrong_requests() -> st.SearchStrategy[dict[str, Any]]:
    """Return requests of which one field holds something hostile."""
    fields = ("goal", "level", "equipment", "sessions", "focus", "coverage", "include", "exclude",
              "likes", "dislikes", "able", "complaints", "supersets", "warm_up", "split", "recent",
              "maxes_kg", "pace", "clock", "rules", "seed", "limits", "x[y]")
    return st.builds(
        lambda asked, name, value: {**asked, name: value}, requests(2), st.sampled_from(fields),
        st.sampled_from(hostile.VALUES) | st.dictionaries(st.sampled_from([*RULES, *ANY[:9], "x["]),
                                                   st.sampled_from(hostile.VALUES), max_size=2))


def texts() -> st.SearchStrategy[str]:
    """Return workouts as people might write them, with what is no workout among it."""
    name = st.sampled_from([e.name for e in CATALOG.exercises]) | st.text(max_size=12)
    dose = st.sampled_from(["3x8", "5x5", "4 x 10-12", "3x30s", "20 min", "3x?", "3x8 @ 80%",
                            "100x100", "3x", "x8", "3x8+8+8", "2x40m", "3x8 rir 2", "0x0"])
    line = st.builds(lambda d, n, swap: f"{n} {d}" if swap else f"{d} {n}", dose, name,
                     st.booleans()) | st.sampled_from(
                         ["", "Monday", "# request: {}", "# ## Upper", "Warm-up:", "A1 3x8 Curl",
                          "\x00", "\u202e", "```", "---"]) | st.text(max_size=30)
    return st.lists(line, max_size=8).map("\n".join)


LOG_HEADS = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,RPE",
    "Workout #,Date,Workout Name,Exercise Name,Set Order,Weight (kg),Reps,Distance (meters),RPE",
    "title,start_time,end_time,exercise_title,superset_id,set_index,set_type,weight_lbs,reps,"
    "duration_seconds,rpe",
    "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment",
    "Date (yyyy/mm/dd),Workout,Exercise,Start Time (h:mm),Set 1 (Reps),Set 1 (KG),Set 2 (Reps),"
    "Set 2 (LB)", "Date,Note,Exercise 1,Weight (KG),Set 1,Set 2,Exercise 2,Weight (LB),Set 1")
LOG_WORDS = ("2030-01-07 18:00:00", "7 Jan 2030, 18:00", "3/4/2030", "13.4.30", "1h 7m", "1:30",
             "W", "D", "F", "Rest Timer", "Note", "normal", "warmup", "myo", "kg", "lbs", "km",
             "mi.", "0", "1", "8", "60", "62,5", "62.5", "-20", "1e9", "nan", "999999", "Squat",
             "Bench Press (Barbell)", "(Barbell) Row", "Odd lift", "a\nb", '"', "\u202e", "=1+1")
LOG_LINES = ("Bench Press (Barbell)", "Set 1: 60 kg x 10", "Set 2: 12 reps @ 8 rpe", "Set W: 1:30",
             "Set 1: 5 km - 28min [Warm-up]", "Série 3: 10", "", "Upper", "Notes: slow",
             "Saturday, May 2, 2030 at 3:59 PM", "https://hevy.com", "Set 1:",
             "Set 1: 70 lb x 40 m")


@st.composite
def logs(draw: st.DrawFn) -> bytes:
    """Return what an app might export: a table or a shared text, most of it wrong somewhere."""
    if draw(st.integers(0, 4)) == 0:
        lines = draw(st.lists(st.sampled_from(LOG_LINES) | st.text(max_size=20), max_size=10))
        return "\n".join(lines).encode()
    head = draw(st.sampled_from(LOG_HEADS)).split(",")
    word = st.sampled_from(LOG_WORDS) | st.just("") | st.text(max_size=8)
    rows = []
    for _ in range(draw(st.integers(0, 5))):
        row = [_likely(draw, column) if draw(st.integers(0, 9)) else draw(word) for column in head]
        rows.append(row[:len(row) - draw(st.sampled_from([0, 0, 0, 2]))])
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=draw(st.sampled_from(",;\t"))).writerows([head, *rows])
    data = file.getvalue().encode(draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16"])))
    at = draw(st.integers(0, len(data)))
    return data if draw(st.integers(0, 5)) else data[:at] + draw(st.binary(max_size=4)) + data[at:]


def _likely(draw: st.DrawFn, column: str) -> str:
    """Return what may rightly stand in a column of a log."""
    key = column.casefold()
    if "date" in key or key in ("start_time", "end_time"):
        return draw(st.sampled_from(["2030-01-07 18:00:00", "2030-01-08", "7 Jan 2030, 18:00"]))
    if "exercise" in key:
        return draw(st.sampled_from(["Squat", "Bench Press (Barbell)", "Odd lift"]))
    if key in ("weight unit", "distance unit"):
        return "lbs" if key == "weight unit" else "km"
    if "name" in key or key in ("title", "note", "notes", "comment", "category"):
        return draw(st.sampled_from(["", "Upper", "a, b\nc"]))
    return draw(st.sampled_from(["", "0", "1", "5", "8", "8.5" if key == "rpe" else "9"]))


RAW: dict[str, list[dict[str, Any]]] = {
    name: values for name, values in json.loads(
        files("planner.catalog").joinpath("catalog.json").read_text("utf-8")).items()
    if isinstance(values, list) and values and isinstance(values[0], dict)}
"""The catalogue's own records by field."""


@st.composite
def overlays(draw: st.DrawFn) -> dict[str, Any]:
    """Return a catalogue's overlay: known records, most of them damaged, or something else."""
    field = draw(st.sampled_from(["exercises", "exercises", "exercises", *sorted(RAW)]))
    record = draw(st.sampled_from(RAW[field]))
    if draw(st.integers(0, 3)):
        record = hostile.damaged(draw, record, tuple(hostile.paths(record)), most=2)
    if field == "exercises" and draw(st.booleans()):
        record = {**record, "id": "own_lift", "name": "Own lift", "aliases": []}
    return {field: draw(st.sampled_from([[record], [record], [record], record, [record, record]]))}


_ARGUMENTS: dict[str, st.SearchStrategy[Any]] = {
    "session": st.sampled_from(DAYS), "entry": st.sampled_from(USED),
    "replacement": st.sampled_from(ANY), "what": st.sampled_from([*USED, *MUSCLES, *RULES]),
    "exercise": st.sampled_from(ANY), "minutes": st.sampled_from(
        [{"sat": 30}, {"mon": 0}, "20..40", {"x": 1}]), "step": st.integers(-1, 30),
    "count": st.integers(-1, 4), "done": st.lists(st.sampled_from(DAYS), max_size=2),
    "lost": st.lists(st.sampled_from(DAYS), max_size=2), "sessions": st.sampled_from(
        ["1..3", ["mon"], "mon", "3..1"]), "locked": st.sampled_from([["mon"], ["mon:deadlift"]]),
    "without": st.lists(st.sampled_from(EQUIPMENT), max_size=2),
    "likes": st.lists(st.sampled_from(ANY), max_size=1),
    "format": st.sampled_from(["ics", "csv", "xlsx", "markdown", "html", "json", "pdf", "tcx"]),
    "start": st.sampled_from(["2026-12-01T18:00", "9999-12-31T23:59", "soon"]),
    "zone": st.sampled_from(["Europe/Berlin", "Nowhere/Here"]), "weeks": st.integers(-1, 4),
    "paper": st.sampled_from(["A4", "letter", "A9"]), "workout": st.just("5x5 deadlift")}
"""What an argument may rightly be; sometimes it is not there in the plan."""


@st.composite
def calls(draw: st.DrawFn) -> tuple[str, dict[str, Any], bool]:
    """Return a question, its arguments, of which up to two are hostile, and the way to ask.

    The way is the function itself, or the table of questions.
    """
    question = draw(st.sampled_from([q for q in QUESTIONS if q.name not in ("plan",)]))
    given: dict[str, Any] = {}
    for argument in question.arguments:
        if argument.required or draw(st.integers(0, 2)) == 0:
            given[argument.name] = (
                0.2 if argument.name == "seconds" else PLAN if argument.file
                else draw(_ARGUMENTS.get(argument.name, st.sampled_from(hostile.VALUES))))
    for name in draw(st.lists(st.sampled_from(sorted(given)), max_size=2, unique=True)):
        given[name] = draw(st.sampled_from(hostile.OBJECTS))
    return question.name, given, draw(st.booleans())


STEPS = ("swap", "swap for", "done", "lost", "minutes", "without", "complaint", "locked", "why",
         "export", "text", "request")


def lives() -> st.SearchStrategy[tuple[dict[str, Any], list[tuple[str, int]]]]:
    """Return a request, and what happens to its plan step by step.

    A step is what is asked and a number that chooses among what the plan of that moment has.
    """
    asked = st.builds(lambda r, s: {**r, "limits": {"seconds": 1}, "sessions": s}, requests(3),
                      st.lists(st.sampled_from([20, 35, 50, 70]), min_size=1, max_size=3).map(
                          lambda minutes: [{"day": DAYS[2 * k], "minutes": m}
                                           for k, m in enumerate(minutes)]))
    return st.tuples(asked, st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 999)),
                                     min_size=1, max_size=6))
