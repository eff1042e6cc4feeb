"""Reasons as a coach says them: each true of the session it stands in."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from planner.plans.schema import Plan
from planner.plans.shortfall import shortfalls
from planner.plans.write import session_pages
from planner.problem.problem import Problem
from planner.workout.workout import Workout

ROOT = Path(__file__).parents[3]
ARITHMETIC = re.compile(r"\d+ of the [\d.]+ sets|[Gg]ives \d")

Reasons = Callable[..., dict[str, str]]


@pytest.fixture
def reasons(make_problem, workout) -> Reasons:
    """Return the reasons of a session's work by exercise."""

    def make(entries: list[tuple], **fields: object) -> dict[str, str]:
        problem: Problem = make_problem(**fields)
        made: Workout = workout(problem, entries)
        [page] = session_pages(made, problem)
        return {e.exercise: e.why for e in page.entries if e.phase == "work"}

    return make


def test_a_main_lift(reasons: Reasons) -> None:
    """What begins the work and is of the heaviest class is the main lift of the day."""
    why = reasons([("deadlift", 3, 5), ("seated_row", 3, 8)])

    assert why["deadlift"].startswith("Your main deadlift of the day, while you are fresh: ")
    assert why["seated_row"] == "The row of the day: upper back and lats."


def test_two_of_a_kind(reasons: Reasons) -> None:
    """The second row gives more of the same, and names the first."""
    why = reasons([("deadlift", 3, 5), ("seated_row", 3, 8), ("one_arm_db_row", 3, 8)])

    assert why["one_arm_db_row"].startswith("More upper back and lats after the seated row.")


def test_an_isolation_after_its_compound(reasons: Reasons) -> None:
    """What was trained directly before is finished, what was only helped is trained directly."""
    why = reasons([("back_squat", 3, 8), ("lat_pulldown", 3, 8), ("leg_extension", 3, 12),
                   ("barbell_curl", 3, 12), ("calf_raise", 3, 12)])

    assert why["leg_extension"] == ("Second exercise for quads, lighter: finishes what the "
                                    "back squat began.")
    assert why["barbell_curl"] == "Biceps directly, which the lat pulldown only helped."
    assert why["calf_raise"] == "The day's only work for calves."


def test_core_at_the_end(reasons: Reasons) -> None:
    """Core work that nothing else follows has nothing left to hold; in between it is trunk work."""
    last = reasons([("seated_row", 3, 8), ("plank", 2, 40)])
    between = reasons([("plank", 2, 40), ("seated_row", 3, 8)])

    assert last["plank"].startswith("Core at the end, when it need not hold anything any more: ")
    assert between["plank"].startswith("Trunk work: ")


@pytest.mark.parametrize(("fields", "words"), [
    ({"include": ["seated_row"], "likes": ["seated_row"]}, " You asked for it by name."),
    ({"likes": ["seated_row"]}, " One that you like."),
    ({"focus": ["back"]}, " Part of your focus on back."),
    ({"focus": ["legs"]}, "Trains upper back and lats, which no goal asks for."),
])
def test_what_else_speaks_for_it(reasons: Reasons, fields: dict[str, list[str]],
                                 words: str) -> None:
    """The strongest other reason is a second sentence."""
    why = reasons([("deadlift", 3, 5), ("seated_row", 3, 8)], **fields)

    assert why["seated_row"].endswith(words)


def test_a_superset_is_told_once(reasons: Reasons) -> None:
    """The first of the two names its partner."""
    why = reasons([("seated_row", 3, 8, "A"), ("push_up", 3, 8, "A")])

    assert "In a superset with push-up, which saves rest." in why["seated_row"]
    assert "superset" not in why["push_up"]


def test_no_arithmetic(example_plans: list[Plan]) -> None:
    """Nobody trains by fractions of sets: no reason of any example has them."""
    said = [e.why for plan in example_plans for s in plan.sessions for e in s.entries]

    assert len(said) > 10
    assert [why for why in said if ARITHMETIC.search(why)] == []
    assert [why for why in said if why.count(". ") > 1 or not why.endswith(".")] == []


@pytest.fixture(scope="session")
def example_plans() -> list[Plan]:
    """Return the example's plan as a file and planned anew from a short request."""
    import planner

    file = ROOT / "examples" / "plans" / "week_mixed.json"
    return [Plan.model_validate_json(file.read_text(encoding="utf-8")),
            planner.plan({"sessions": [{"day": "mon", "minutes": 40}], "focus": ["back"],
                          "equipment": ["home"], "limits": {"seconds": 3}})]


def test_what_is_missed_is_one_sentence(make_problem, workout) -> None:
    """All goals that time is too short for stand in one sentence, those without means in another.

    A session of 30 minutes without any work misses every minimum.
    """
    problem = make_problem(minutes=30, coverage={"lats": {"min": 30, "target": 30, "max": 30},
                                                 "chest": {"min": 30, "target": 30, "max": 30}})
    done = workout(problem, [("seated_row", 3, 8)])
    said = list(shortfalls(problem, done, proved=True))

    [line] = [s for s in said if s.startswith("Time is short for the minimum of ")]
    assert "chest (0 of 30 sets)" in line
    assert "lats (3 of 30 sets)" in line
    assert re.search(r": about \d+ minutes more would do, where limits on .* allow it\.$", line)
    [line] = shortfalls(problem, done, proved=False)
    assert line == ("The minimum of chest (0 of 30 sets) and lats (3 of 30 sets) are not reached; "
                    "a longer search may come nearer.")
