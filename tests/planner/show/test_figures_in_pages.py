"""What the pages of a plan say in figures, counted again from the plan's JSON or by planning."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest

import planner
from planner.answers.swap import swap
from planner.catalog import load
from planner.doors.cli.layout import text_lines
from planner.doors.cli.parts import PageParts
from planner.doors.cli.summary import audit_page, plan_page
from planner.plans.schema import Plan
from planner.request.errors import Infeasible
from planner.show.export_options import options
from planner.show.view import sheet_of
from planner.show.wording import headline, status, unused
from tests.planner.figures import (
    ONE_OF_MANY,
    data_of,
    given,
    outside,
    seconds_of,
    sets_of,
    tiers_of,
    whole_minutes,
    work_of,
)

CATALOG = load()
WEEK = Plan.model_validate_json(
    (Path(__file__).parents[3] / "examples" / "plans" / "week_mixed.json").read_text("utf-8"))

HOME = {"sessions": [{"day": "mon", "minutes": 20}], "equipment": ["home"]}
STRENGTH = {"sessions": [{"day": "mon", "minutes": 45}], "goal": "strength"}
NO_ROOM = {"sessions": [{"day": "mon", "minutes": 120}, {"day": "tue", "minutes": 120}],
           "focus": ["quads"], "equipment": ["none"], "level": "advanced"}
THREE_DAYS = {"sessions": [{"day": d, "minutes": 60} for d in ("mon", "wed", "fri")]}


def planned(asked, seconds=2.0):
    """Plan a request."""
    return planner.plan({**asked, "limits": {"seconds": seconds}})


def first_plan(asked):
    """Return the first plan that is found, which somebody thought was enough."""
    seen = []
    return planner.plan({**asked, "limits": {"seconds": 6}}, on_progress=seen.append,
                        should_stop=lambda: bool(seen))


@pytest.fixture(scope="module")
def plans():
    """Return a frozen week and two fresh days."""
    return [WEEK, planned(HOME), planned(STRENGTH)]


def printed(plan, **parts):
    """Return the page of a plan as one text, line breaks kept."""
    page = plan_page(plan, CATALOG, PageParts(**parts))
    return "\n".join(line.plain for line in text_lines(page))


def test_the_gap_is_ahead_of_every_longer_search():
    """A search of ten times the work comes no nearer than the first one says is possible."""
    asked = {"sessions": [{"day": d, "minutes": 30} for d in ("mon", "tue")], "goal": "strength"}
    short, long = (planner.plan({**asked, "limits": {"seconds": 60, "work": work}})
                   for work in (0.02, 0.4))

    [percent] = re.findall(r"at most (\d+) % better", status(short))
    value, better = (p.solver.tiers[1].value for p in (short, long))
    bound = short.solver.tiers[1].bound
    assert int(percent) == math.ceil(100 * (value - bound) / value)
    assert value * (100 - int(percent)) / 100 <= better < value


@pytest.mark.parametrize("asked", [HOME, STRENGTH], ids=["home", "strength"])
def test_proved_means_that_no_swap_is_better(asked):
    """Where no plan for the request is better, none that a swap makes and an audit passes is."""
    plan = planned(asked)
    before, better = [t.value for t in plan.solver.tiers[:2]], []
    assert plan.status == "optimal"
    for entry in work_of(data_of(plan)["sessions"][0]):
        try:
            others = swap(plan, "mon", entry["exercise"]).options
        except Infeasible:
            continue
        for other in others:
            audit = planner.check(other.plan)
            assert audit.ok
            if tiers_of(audit) < tuple(before):
                better.append(f"{other.exercise} in the place of {entry['exercise']}")
    assert "no plan for this request is better" not in status(plan) or better == []


def test_minutes_are_the_sum_of_the_entries(plans):
    """The headline and each session have the minutes of their entries' parts, halves up."""
    for plan in plans:
        data = data_of(plan)
        used, left = re.search(r"(\d+) of (\d+) minutes", headline(plan)).groups()
        taken = [seconds_of(s, CATALOG) for s in data["sessions"]]
        assert (int(used), int(left)) == (
            whole_minutes(sum(taken)), sum(s["minutes"] for s in data["request"]["sessions"]))
        views = sheet_of(plan, CATALOG, options({})).sessions
        assert [int(v.minutes) for v in views] == [whole_minutes(t) for t in taken]
        titles = re.findall(r", *\n?(\d+) of (\d+) minutes\n", printed(plan))[-len(taken):]
        assert titles == [(v.minutes, v.budget) for v in views]


def test_starts_and_warm_ups_follow_the_clock(plans):
    """Each entry begins where the one before ends; a warm-up takes what its entries take."""
    for plan in plans:
        for session, view in zip(data_of(plan)["sessions"],
                                 sheet_of(plan, CATALOG, options({})).sessions, strict=True):
            at = 0
            for entry, shown in zip(session["entries"], view.entries, strict=True):
                second = entry["superset"] is not None and entry["seconds"] == 0
                assert second or shown.start == f"{at // 60}:{at % 60:02}"
                at += entry["seconds"]
            assert at == seconds_of(session, CATALOG)
        warm = [whole_minutes(sum(e["seconds"] for e in s["entries"] if e["phase"] in (
            "raise", "mobilise", "activate"))) for s in data_of(plan)["sessions"]]
        assert re.findall(r"Warm-up (\d+) min", printed(plan)) == [str(m) for m in warm]


def test_what_is_free_and_what_is_used_is_what_was_given():
    """52 and a half of 60 minutes: what is told to be used and to be free makes up the hour."""
    session = WEEK.sessions[0]
    lasting = session.model_copy(update={
        "seconds": session.seconds.model_copy(update={"typical": 3150}), "budget_s": 3600})
    plan = WEEK.model_copy(update={"sessions": (lasting,)})

    [used] = re.findall(r"(\d+) of 60 minutes", headline(plan))
    [free] = re.findall(r"^(\d+) minutes stay free", unused(plan)[0])
    assert int(used) + int(free) == 60


def test_free_minutes(plans):
    """The minutes that stay free are the budget less the entries' seconds."""
    days = {"mon": "Monday", "tue": "Tuesday", "thu": "Thursday", "sat": "Saturday"}
    told = {days_of: int(n) for n, days_of in re.findall(
        r"(\d+) minutes of (\w+)", " ".join(unused(WEEK)))}
    spare = {days[s["id"]]: s["budget_s"] - seconds_of(s, CATALOG)
             for s in data_of(WEEK)["sessions"]}

    assert told == {"Monday": whole_minutes(spare["Monday"])}
    assert all(s <= 300 for day, s in spare.items() if day not in told)


def test_a_focus_that_has_its_sets_has_them():
    """Where the focus is said to have its sets, no goal of it is below its target."""
    plan = planned(NO_ROOM)
    quads = next(c for c in data_of(plan)["coverage"] if c["muscle"] == "quads")

    [said] = unused(plan)
    assert "the focus has its sets" not in said or quads["sets"] >= quads["target"]


def test_more_sets_add_little_only_where_they_do():
    """Where more sets are said to add little, a longer search gives no goal its missing min."""
    early, late = first_plan(THREE_DAYS), planned(THREE_DAYS)

    assert outside(data_of(late)["coverage"]) < outside(data_of(early)["coverage"])
    assert "more sets would add little" not in " ".join(unused(early))


def test_coverage_is_counted_from_the_entries(plans):
    """Sets x involvement x credit for every goal, on each day and in the week."""
    for plan in plans:
        data = data_of(plan)
        for row in sheet_of(plan, CATALOG, options({})).coverage:
            assert row.sets == sets_of(data, row.id, CATALOG)
            assert row.state == ("below" if row.sets < row.min else
                                 "above" if row.sets > row.max else "within")
    page = printed(WEEK, coverage=True)
    for goal in data_of(WEEK)["coverage"]:
        name = goal["muscle"].replace("_", " ")
        [line] = re.findall(rf"^  {name} +(.*?)  \[", page, re.MULTILINE)
        days = [sum(given(e, goal["muscle"], CATALOG) for e in work_of(s))
                for s in data_of(WEEK)["sessions"]]
        assert [0.0 if cell == "." else float(cell) for cell in line.split()] == [
            *days, sum(days)]


def test_how_many_rules_are_kept(plans):
    """A rule counts as kept where it is broken nowhere; the rest of the rules do not apply."""
    for plan in plans:
        seen = {}
        for row in data_of(plan)["ledger"]:
            seen.setdefault((row["severity"], row["rule"]), set()).add(row["status"])
        kept = [sum("kept" in v and "broken" not in v for (s, _), v in seen.items() if s == one)
                for one in ("must", "should")]
        applies = {rule for (_, rule), v in seen.items() if v & {"kept", "broken"}}
        idle = {rule for _, rule in seen} - applies

        found = re.search(r"(\d+) must rules? kept and (\d+) should rules?\s+kept; (\d+) that",
                          printed(plan, rules=True))
        assert [int(n) for n in found.groups()] == [*kept, len(idle)]


TEXTS = {"a short back day": "5x5 Deadlift\n3x8 Seated Rows\n3x1:00 Planks\n",
         "too much chest": "6x8 Bench press\n5x8 Dip\n5x5 Deadlift\n4x8 Good morning\n"}


def page_of(text):
    """Return the audit of a text, and its page."""
    audit = planner.check(text)
    lines = text_lines(audit_page(audit, CATALOG, "<text>"))
    return audit, "\n".join(line.plain for line in lines)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_broken_rules_are_counted(text):
    """As many must rules as have a broken row."""
    audit, page = page_of(text)
    broken = {r.rule for r in audit.ledger if r.severity == "must" and r.status == "broken"}

    [(count, plural)] = re.findall(r"breaks (\d+) must rule(s?)", page)
    assert (int(count), plural) == (len(broken), "" if len(broken) == 1 else "s")


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_loss_in_quarter_sets(text):
    """The loss in quarter sets is what lies below the mins and above the maxes.

    A loss in no unit counts what lies below four times, what lies above twice.
    """
    audit, page = page_of(text)
    goals = data_of(audit)["coverage"]

    [(told, unit)] = re.findall(r"Coverage loss (\d+)( quarter sets?)?", page)
    assert int(told) == (outside(goals) if unit else outside(goals, below=4, above=2))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_loss_of_nothing(text):
    """Where a loss of 0 is said to be every target reached, no target is missed with it."""
    audit, page = page_of(text)
    missed = [c["muscle"] for c in data_of(audit)["coverage"] if c["sets"] < c["target"]]

    assert "0 is every target reached" not in page or bool(audit.coverage_loss) == bool(missed)


def test_one_is_not_many(plans):
    """No page has one of something in the plural."""
    for plan in plans:
        page = re.sub(r"\s+", " ", printed(plan, full=True, ledger=True))
        assert ONE_OF_MANY.findall(page) == []
