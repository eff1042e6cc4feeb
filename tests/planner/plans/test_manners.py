"""A workout that somebody else wrote is judged as a coach would: what is unsafe, then advice."""

from __future__ import annotations

import pytest

import planner
from planner.catalog import load
from planner.doors.cli.layout import text_lines
from planner.doors.cli.summary import audit_page

CATALOG = load()
WARM_UP = "8min rowing machine\n"

TWICE_RUNNING = f"Monday\n{WARM_UP}4x8 Bench press\n\nTuesday\n{WARM_UP}4x8 Bench press\n"
"""The chest on two days running: this planner would not."""


def rows_of(audit, rule):
    """Return what a rule says of a workout, as severity and status, once each."""
    return {(r.severity, r.status) for r in audit.ledger if r.rule == rule}


def test_craft_is_advice():
    """The same lift on two days running is not how this planner writes a week, and no fault."""
    audit = planner.check(TWICE_RUNNING)

    assert audit.ok
    assert rows_of(audit, "repeat") == {("should", "broken")}


def test_a_request_asks_for_this_planners_week():
    """The same text, judged by a request of its own, breaks a must rule."""
    asked = {"sessions": [{"day": "mon", "minutes": 40}, {"day": "tue", "minutes": 40}]}
    audit = planner.check(TWICE_RUNNING, asked)

    assert not audit.ok
    assert ("must", "broken") in rows_of(audit, "repeat")


def test_a_rule_that_is_asked_for_binds():
    """Who says that a rule must hold is judged by it, whatever else is advice."""
    audit = planner.check(TWICE_RUNNING, {"rules": {"repeat": "must"}})

    assert not audit.ok


@pytest.mark.parametrize(("said", "status"), [
    ({}, "kept"), ({"level": "novice"}, "broken"),
    ({"level": "novice", "able": ["back_squat"]}, "kept")])
def test_they_can(said, status):
    """A back squat asks for skill 4: too much for a novice, unless this one can."""
    audit = planner.check(f"{WARM_UP}3x5 Back squat\n", said)

    assert rows_of(audit, "skill") == {("must", status)}


def test_some_fields_and_the_rest_as_it_is_shown():
    """The kit, the focus and the minutes are the text's own; the goal is what was said."""
    audit = planner.check(f"{WARM_UP}3x5 Bench press\n", {"goal": "strength"})

    assert audit.sessions[0].budget_s is None
    assert audit.notes == ("Judged as strength, intermediate, with the workout's own muscles as "
                           "focus; give --request to say what was meant.",)


def test_fields_of_the_text_itself():
    """A text may say some of it in its own line, and a caller the rest."""
    text = f"# request: {{level: novice}}\n{WARM_UP}3x5 Back squat\n"

    assert rows_of(planner.check(text), "skill") == {("must", "broken")}
    assert rows_of(planner.check(text, {"able": ["back_squat"]}), "skill") == {("must", "kept")}


def test_fields_of_a_plan_are_changed():
    """A plan brings its request; a field that is said stands in the place of its own."""
    plan = planner.plan({"sessions": [{"day": "mon", "minutes": 20}], "focus": ["back"],
                         "limits": {"seconds": 0.5}})

    assert planner.check(plan).ok
    assert not planner.check(plan, {"equipment": ["none"], "exclude": [
        plan.sessions[0].entries[-1].exercise]}).ok


def test_a_wrong_field_is_named():
    """A goal that there is not is told by its field."""
    with pytest.raises(planner.InputError, match="goal: unknown value 'size'"):
        planner.check("3x8 Bench press", {"goal": "size"})


def test_what_is_unsafe_stands_first():
    """A tired back before a deadlift is said before what would merely be better."""
    audit = planner.check(f"{WARM_UP}4x8 Romanian deadlift\n5x5 Deadlift\n")
    page = [line.plain for line in text_lines(audit_page(audit, CATALOG, "<text>"))]

    assert page.index("Unsafe") < page.index("Not kept, though it would be better")
    assert any(line.startswith("  fresh back (mon)") for line in page)
