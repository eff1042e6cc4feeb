"""What the ledger says in figures, counted again from the entries of the page it stands on."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from pathlib import Path

import pytest

import planner
from planner.catalog import load
from tests.planner.figures import (
    DAYS,
    ONE_OF_MANY,
    data_of,
    in_seconds,
    numbers,
    seconds_of,
    sets_of,
    share,
    work_of,
    works_of,
)

CATALOG = load()
EXERCISES = CATALOG.exercise_by_id
WEEK = Path(__file__).parents[3] / "examples" / "plans" / "week_mixed.json"

REQUESTS = {
    "twenty minutes at home": {
        "sessions": [{"day": "mon", "minutes": 20}], "equipment": ["home"]},
    "strength": {"sessions": [{"day": "mon", "minutes": 45}], "goal": "strength"},
    "a back that hurts": {"sessions": [{"day": "mon", "minutes": 30}], "level": "novice",
                          "complaints": ["low_back_pain"], "goal": "health"},
    "two days running": {"sessions": [{"day": "mon", "minutes": 30}, {"day": "tue", "minutes": 30}],
                         "goal": "strength"}}

TEXTS = {
    "a chest day without end": (
        "3x1:00 Planks\n6x8 Bench press\n5x8 Incline dumbbell press\n4x8 Dip\n4x12 Chest fly\n"
        "5x5 Deadlift\n4x8 Romanian deadlift\n3x8 Good morning\n1x8 Back squat\n"),
    "chest three days running": (
        "Monday\n5x8 Bench press\n5x8 Dip\n\nTuesday\n5x8 Bench press\n5x12 Lateral raise\n\n"
        "Wednesday\n4x8 Back squat\n4x8 Bench press\n"),
    "little of everything": "Monday\n1x12 Barbell curl\n\nTuesday\n1x5 Deadlift\n"}


@pytest.fixture(scope="module")
def pages():
    """Return plans and audits as JSON, by name; an audit of a text has no request."""
    found = {"a week": json.loads(WEEK.read_text(encoding="utf-8"))}
    for name, asked in REQUESTS.items():
        found[name] = data_of(planner.plan({**asked, "limits": {"seconds": 2}}))
    for name, text in TEXTS.items():
        found[name] = data_of(planner.check(text))
    monday, *others = found["a week"]["sessions"]
    first, *rest = monday["entries"]
    late = planner.check({**found["a week"], "sessions": [
        {**monday, "entries": [*rest, first]}, *others]})
    found["a warm-up at the end"] = {**found["a week"], **data_of(late)}
    return found


def rows_of(pages, rule):
    """Return the judged rows of a rule with the page and, where there is one, the session."""
    found = [(data, {s["id"]: s for s in data["sessions"]}.get(row["where"]), row)
             for data in pages.values() for row in data["ledger"]
             if row["rule"] == rule and row["status"] in ("kept", "broken")]
    assert found, f"no page has {rule}"
    return found


def caps(data):
    """Return what the level of a page can take."""
    return CATALOG.caps_by_id[data.get("request", {}).get("level", "intermediate")]


def points(session, kind):
    """Return sets x strain of a session's work."""
    return sum(e["sets"] * getattr(EXERCISES[e["exercise"]].strain, kind)
               for e in work_of(session))


def test_minutes_and_what_is_left_of_them(pages):
    """The clock is the sum of the entries' parts; with what is left it makes up the budget.

    A warm-up's seconds are those of its entries.
    """
    for _, session, row in rows_of(pages, "time_budget"):
        takes, left = (in_seconds(t) for t in re.findall(r"\d+:\d\d", row["says"]))
        [given] = re.findall(r"of (\d+) minutes", row["says"])

        assert takes == seconds_of(session, CATALOG) == row["reached"]
        assert row["says"].endswith("under" if row["status"] == "kept" else "over")
        assert takes + left == 60 * int(given) == session["budget_s"]
    for _, session, row in rows_of(pages, "phases"):
        for seconds, phase in re.findall(r"(\d+) s of (\w+)", row["says"]):
            held = [e["sets"] * e["hold_s"] for e in session["entries"] if e["phase"] == phase]
            assert int(seconds) == sum(held)


def test_sets_and_exercises_of_a_session(pages):
    """Entries and sets are those of the page, the limit is the level's."""
    for _, session, row in rows_of(pages, "work"):
        assert numbers(row["says"]) == [len(work_of(session))]
    for data, session, row in rows_of(pages, "session_sets"):
        sets = sum(e["sets"] for e in work_of(session))
        assert numbers(row["says"]) == [sets, caps(data).session_sets]
        assert (row["status"] == "broken") == (sets > caps(data).session_sets)


def test_strain(pages):
    """Sets x strain for back and grip, entries of strain 3, and two days' backs together."""
    for data, session, row in rows_of(pages, "strain"):
        says, most = row["says"], caps(data)
        if session is None:
            both = [s for s in data["sessions"] if s["id"] in row["where"].split("+")]
            expected = [sum(points(s, "lumbar") for s in both), most.lumbar_pair]
            assert abs(DAYS.index(both[0]["day"]) - DAYS.index(both[1]["day"])) <= 1
        elif "hardest" in says:
            hard = [e for e in work_of(session) if EXERCISES[e["exercise"]].strain.systemic == 3]
            expected = [len(hard), most.systemic_entries]
        else:
            kind = "lumbar" if "lumbar" in says else "grip"
            expected = [points(session, kind), getattr(most, kind)]
        assert numbers(says) == expected == [row["reached"], row["asked"]]
        assert (row["status"] == "broken") == (expected[0] > expected[1])


def test_the_complaints_own_limit(pages):
    """The points of the back are those of the page, within what the complaint allows."""
    [limit] = [c.limits.lumbar_points_max for c in CATALOG.complaints if c.id == "low_back_pain"]
    [(session, row)] = [r[1:] for r in rows_of(pages, "complaints") if "lumbar" in r[2]["says"]]
    assert numbers(row["says"]) == [points(session, "lumbar"), limit]


def test_muscles_above_their_cap(pages):
    """Each muscle above the limit is named with its sets x involvement, credit left out."""
    names = {m.id: m.name for m in CATALOG.muscles}
    for _, session, row in rows_of(pages, "session_cap"):
        got = Counter()
        for e in work_of(session):
            for muscle, involved in EXERCISES[e["exercise"]].muscles.items():
                got[muscle] += e["sets"] * involved if involved >= 0.5 else 0
        over = {names[m]: v for m, v in got.items() if v > row["asked"]}

        told = re.findall(r"(?:^|(?<=sets, )|(?<=set, ))(\D+) ([\d.]+) sets?(?=[,;])", row["says"])
        assert {name: float(sets) for name, sets in told} == over
        assert row["reached"] == max(got.values())
        halves = sum(int(2 * (v - row["asked"])) for v in over.values())
        weight = CATALOG.rule_by_id["session_cap"].weight
        assert row["penalty"] == (weight * halves if row["severity"] == "should" else 0)


@pytest.mark.parametrize("rule", ["pattern_cap", "heavy_once"])
def test_too_much_of_one_movement(pages, rule):
    """Each movement above the limit is named with its entries, of all or of heavy lifts."""
    for _, session, row in rows_of(pages, rule):
        of = [EXERCISES[e["exercise"]] for e in work_of(session)]
        count = Counter(e.pattern for e in of if rule == "pattern_cap" or e.risk_lift
                        or e.rest_class == "heavy_compound")
        over = {k: n for k, n in count.items() if n > row["asked"]}

        assert {k: int(n) for n, k in re.findall(r"(\d+) \w+(?: \w+)? of (\w+)(?=,|$)", row["says"])
                if k != "a"} == over
        assert over or numbers(row["says"]) == [row["asked"]]


def test_sets_of_one_exercise_and_risk_lifts(pages):
    """More than five sets are told by name; risk lifts are those of skill 4 for a loaded back."""
    for _, session, row in rows_of(pages, "exercise_sets"):
        over = [(e["sets"], EXERCISES[e["exercise"]].name) for e in work_of(session)
                if e["sets"] > 5]
        said = ", ".join(f"{n} sets of {name}" for n, name in over)
        assert row["says"] == (said or "at most 5 sets of an exercise")
    rows = [r for r in rows_of(pages, "risk_first") if "risk lifts:" in r[2]["says"]]
    assert rows
    for _, session, row in rows:
        lifts = [EXERCISES[e["exercise"]] for e in work_of(session)]
        assert numbers(row["says"]) == [sum(e.skill >= 4 and e.strain.lumbar >= 2 for e in lifts)]


def test_the_share_of_compounds(pages):
    """The share is that of the sets that are no core work; what is asked depends on the goal."""
    for data, session, row in rows_of(pages, "compound_share"):
        sets = Counter()
        for e in work_of(session):
            exercise = EXERCISES[e["exercise"]]
            if exercise.rest_class != "core":
                sets[exercise.mechanic == "compound"] += e["sets"]
        asked = {"strength": 60, "hypertrophy": 50}.get(data["request"]["goal"], 40)
        percent = 100 * sets[True] / sets.total()
        assert numbers(row["says"]) == [float(f"{percent:.0f}"), asked]
        assert (row["status"] == "kept") == (percent >= asked)


def test_coverage_against_min_and_max(pages):
    """The sets are those of the entries; what is missing or too much is the way to min or max."""
    for data, _, row in rows_of(pages, "coverage"):
        goal = next(c for c in data["coverage"] if c["muscle"] == row["where"])
        got = sets_of(data, row["where"], CATALOG)
        short, above = goal["min"] - got, got - goal["max"]
        expected = [got, short, goal["min"]] if short > 0 else (
            [got, above, goal["max"]] if above > 0 else [got, goal["target"]])
        assert numbers(row["says"]) == expected


def test_ratios(pages):
    """Both sides are sets of movements, or of groups; a set out of the range is a unit."""
    for data, _, row in rows_of(pages, "balance"):
        ratio = next(b for b in CATALOG.balances if b.id == row["where"])
        sides = []
        for side in (ratio.left, ratio.right):
            sides.append(sum(e["sets"] * (
                EXERCISES[e["exercise"]].pattern in side if ratio.counted == "patterns" else
                max(share(EXERCISES[e["exercise"]], g, CATALOG) for g in side))
                for _, e in works_of(data)))
        left, right = sides
        out = max(0, ratio.low * right - left, left - ratio.high * right)

        assert numbers(row["says"]) == [left, right, ratio.low, ratio.high]
        weight = CATALOG.rule_by_id["balance"].weight
        assert row["penalty"] == weight * math.ceil(round(out, 6))


def test_days(pages):
    """A goal's days are those with a set for it; two running are told where a part is hit twice."""
    for data, _, row in rows_of(pages, "frequency"):
        days = {s["day"] for s, e in works_of(data)
                if share(EXERCISES[e["exercise"]], row["where"], CATALOG)}
        assert row["says"] == (f"trained on {len(days)} days" if len(days) != 1 else
                               "trained on one day only")
    for data, _, row in rows_of(pages, "rest_day"):
        if row["where"] != "lower_back":
            continue
        days = {DAYS.index(s["day"]) for s, e in works_of(data)
                if EXERCISES[e["exercise"]].strain.lumbar >= 3}
        twice = sum(d + 1 in days for d in days)
        assert sum(numbers(row["says"])) == twice == row["reached"]


def test_hours_since_a_group_was_trained(pages):
    """Sets x involvement of the day before, or of two days before, where it is hit again."""
    by_name = {g.name: g.id for g in CATALOG.groups}
    told = 0
    for data, _, row in rows_of(pages, "recovery"):
        expected = set()
        later = DAYS.index(row["where"])
        on = {s["day"]: s for s in data["sessions"]}
        for group in CATALOG.groups:
            direct = any(share(EXERCISES[e["exercise"]], group.id, CATALOG) == 1
                         for e in work_of(on[row["where"]]))
            for gap, most in ((1, 4), (2, 8)):
                before = on.get(DAYS[later - gap], {"entries": []})
                done = sum(e["sets"] * share(EXERCISES[e["exercise"]], group.id, CATALOG)
                           for e in work_of(before))
                if direct and done > most and not group.daily:
                    expected.add((group.id, done, 24 * gap))
        found = {(by_name[g], float(n), int(h)) for g, n, h in re.findall(
            r"(\w[\w ]*?) had ([\d.]+) sets? (\d+) hours", row["says"])}
        assert found == expected
        told += len(found)
    assert told


def test_a_limit_that_is_kept_holds_for_the_whole_page():
    """Where a limit is said to hold, it holds for what was asked for by name as well."""
    rows = ["seated_row", "supported_machine_row", "machine_high_row"]
    plan = data_of(planner.plan({
        "sessions": [{"day": "mon", "minutes": 60}], "level": "novice", "limits": {"seconds": 2},
        "include": [*rows, "pistol_squat"]}))
    done = [EXERCISES[e["exercise"]] for e in work_of(plan["sessions"][0])]
    most = max(Counter(e.pattern for e in done).values())
    said = {r["rule"]: r["says"] for r in plan["ledger"] if r["status"] == "kept"}

    assert said["pattern_cap"] != f"at most {most - 1} entries of a pattern"
    assert said["skill"] != "within the level's skill" or max(
        e.skill for e in done) <= CATALOG.caps_by_id["novice"].skill_max


def test_one_is_not_many(pages):
    """No sentence of a ledger has one of something in the plural."""
    said = {r["says"] for data in pages.values() for r in data["ledger"]}

    assert sorted(s for s in said if ONE_OF_MANY.search(s)) == []
