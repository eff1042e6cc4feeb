"""What is not in a plan, said before anybody asks."""

from __future__ import annotations

from pathlib import Path

from planner.catalog import load
from planner.plans.schema import Plan
from planner.show.missing_lifts import omissions

CATALOG = load()
WEEK = Plan.model_validate_json(
    (Path(__file__).parents[3] / "examples" / "plans" / "week_mixed.json").read_text("utf-8"))
PULLS = ("vertical_pull",)


def without(patterns: tuple[str, ...], **asked: object) -> Plan:
    """Return the week without the work of some patterns, asked for in another way."""
    sessions = tuple(s.model_copy(update={"entries": tuple(
        e for e in s.entries if CATALOG.exercise_by_id[e.exercise].pattern not in patterns)})
        for s in WEEK.sessions)
    return WEEK.model_copy(update={
        "sessions": sessions, "request": WEEK.request.model_copy(update=asked)})


def only(day: int, plan: Plan) -> Plan:
    """Return one session of a plan."""
    request = plan.request.model_copy(update={"sessions": plan.request.sessions[day:day + 1]})
    return plan.model_copy(update={"sessions": plan.sessions[day:day + 1], "request": request})


def test_a_movement_that_no_day_has() -> None:
    """A whole week says nothing; without its chin-ups it names the vertical pull."""
    assert omissions(without(()), CATALOG) == ()
    assert omissions(without(PULLS), CATALOG) == ("Not in this week: vertical pull.",)
    assert omissions(without(PULLS, focus=("glutes",)), CATALOG) == (
        "Not in this week: vertical pull.",)


def test_a_single_session() -> None:
    """It is named as one; where it has a focus nobody asks."""
    day = without(PULLS)

    [said] = omissions(only(0, day), CATALOG)
    assert said.startswith("Not in this session: ")
    assert "vertical pull" in said
    assert omissions(only(0, without(PULLS, focus=("chest",))), CATALOG) == ()


def test_a_lunge_is_a_squat_on_one_leg() -> None:
    """Without squats the split squats stand for them; without both the squat is missing."""
    assert omissions(without(("squat",)), CATALOG) == ()
    assert omissions(without(("squat", "lunge")), CATALOG) == ("Not in this week: squat.",)


def test_lifts_that_only_the_level_keeps_away() -> None:
    """Somebody new who trains for strength is asked; for muscle, or with no barbell, nobody is."""
    novice = {"level": "novice", "goal": "strength"}
    bars = ("hip_hinge", "squat")

    [_, said] = omissions(without(bars, **novice), CATALOG)
    assert said.startswith("Left out, as they ask for more skill than the level has: ")
    assert said.endswith("Can you do them? Add --able deadlift,back_squat.")
    assert len(omissions(without(bars, level="novice"), CATALOG)) == 1
    assert len(omissions(without(bars, level="advanced", goal="strength"), CATALOG)) == 1
    assert "Add --able back_squat." in omissions(
        without(bars, **novice, exclude=("deadlift",)), CATALOG)[-1]
