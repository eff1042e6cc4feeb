"""The first lines of a plan: who it is for, how good it is, what stays unused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from planner.judge.audit_rows import CoverageRow, Tier
from planner.plans.schema import Plan, PlanSession
from planner.show.wording import headline, place, status, unused

WEEK = Plan.model_validate_json(
    (Path(__file__).parents[3] / "examples" / "plans" / "week_mixed.json").read_text("utf-8"))


def plan(*tiers: tuple[str, int, int], stopped_by: str = "deterministic", seconds: float = 3.2,
         **fields: Any) -> Plan:
    """Return the week with other tiers, as name, value and bound."""
    made = tuple(Tier(name=n, value=v, bound=b, proved=v == b) for n, v, b in tiers)
    solver = WEEK.solver.model_copy(
        update={"tiers": made, "stopped_by": stopped_by, "seconds": seconds})
    return WEEK.model_copy(update={"solver": solver, "status": "feasible", **fields})


def lasting(*seconds: int, given: int | None = 3600) -> tuple[PlanSession, ...]:
    """Return the first sessions of the week with other lengths."""
    return tuple(s.model_copy(update={
        "seconds": s.seconds.model_copy(update={"typical": long}), "budget_s": given})
        for s, long in zip(WEEK.sessions, seconds, strict=False))


def test_who_and_what_for() -> None:
    """The goal, the level, the days, the places, the minutes and the focus."""
    request = WEEK.request.model_copy(update={"focus": ("back", "side_delts")})
    made = plan(request=request, sessions=lasting(3540, 3540, 3600, 3600))

    assert headline(made) == ("Hypertrophy for an intermediate lifter, 4 days in a gym and at "
                              "home, 238 of 240 minutes, focus back and side delts")


@pytest.mark.parametrize(("kits", "words"), [
    ([("gym",)], "in a gym"), ([("gym",), ("gym",)], "in a gym"),
    ([("gym",), ("home",)], "in a gym and at home"), ([()], "without equipment"),
    ([("band", "mat")], "with band and mat"), ([("a", "b", "c", "d", "e", "f")], ""),
    ([("gym",), ("band",)], ""),
])
def test_places(kits: list[tuple[str, ...]], words: str) -> None:
    """A preset is a place, a few things are named, and nothing is said of the rest."""
    assert place(kits) == words


def test_proved() -> None:
    """What is proved is said in a sentence; the choice between equals changes nothing of it."""
    proved = "Proved: by its prices no plan of the exercises on offer is better."

    assert status(WEEK.model_copy(update={"status": "optimal"})) == proved
    assert status(plan(("coverage", 0, 0), ("quality", 9, 9), ("tie_break", 5, 1))) == proved


@pytest.mark.parametrize(("value", "bound", "words"), [
    (100, 93, "By its prices a plan of the exercises on offer can be at most 7 % better"),
    (300, 299, "By its prices a plan of the exercises on offer can be at most 1 % better"),
    (100, 50, "By its prices a plan of the exercises on offer can be at most 50 % better"),
    (100, 49, "How much better is possible is not known"),
    (100, 0, "How much better is possible is not known"),
    (-5, -9, "How much better is possible is not known"),
])
def test_the_gap(value: int, bound: int, words: str) -> None:
    """The cost can fall by (value - bound) / value at most; above a half nothing is said."""
    assert status(plan(("coverage", 0, 0), ("quality", value, bound))) == (
        f"{words}; stopped by the limit after 3 s.")


@pytest.mark.parametrize(("stopped_by", "words"), [
    ("user", "; stopped by you after 0.4 s."), ("wall", "; stopped by the time limit after 0.4 s."),
    ("proof", "known.")])
def test_what_stopped_it(stopped_by: str, words: str) -> None:
    """It says who or what ended the search, and after how long."""
    assert status(plan(("quality", 9, 0), stopped_by=stopped_by, seconds=0.4)).endswith(words)


@pytest.mark.parametrize("tiers", [
    (), (("coverage", 3, 1), ("quality", 9, 9)), (("fitness", 9, 8),), (("use_of_time", 4, 0),)])
def test_other_tiers(tiers: tuple[tuple[str, int, int], ...]) -> None:
    """Open minima, tiers of an older file or none at all: nothing is claimed."""
    assert status(plan(*tiers)).startswith("How much better is possible is not known")


def test_unused_minutes() -> None:
    """More than 10 % and five minutes: 7 of 60 are told, 5 of 60 are not."""
    made = plan(sessions=lasting(3180, 3300, 2400), coverage=())

    assert unused(made) == ("7 minutes of Monday and 20 minutes of Thursday stay free: a longer "
                            "search may find a use for them.",)
    assert unused(made.model_copy(update={"done": ("mon", "thu")})) == ()
    assert unused(plan(sessions=lasting(3300, 3300, 3300))) == ()
    assert unused(plan(sessions=lasting(60, given=None))) == ()


@pytest.mark.parametrize(("sets", "why"), [
    ({"chest": 8, "lats": 8}, "more sets would add little or break a limit"),
    ({"chest": 8.5, "lats": 8}, "there are as many sets for chest as pay off"),  # 9 are its most
    ({"chest": 8.5, "lats": 9}, "there are as many sets for lats and chest as pay off")])
def test_why_minutes_stay_unused(sets: dict[str, float], why: str) -> None:
    """Groups that have no room for another set up to their max are named, the fullest first."""
    made = plan(("quality", 9, 9), sessions=lasting(2880))
    made = made.model_copy(update={"coverage": tuple(
        CoverageRow(muscle=name, sets=n, min=3, target=5, max=9) for name, n in sets.items())})

    assert unused(made) == (f"12 minutes stay free: {why}.",)


def test_unused_minutes_of_one_session() -> None:
    """A single session has no need of its name."""
    [said] = unused(plan(sessions=lasting(2880)))

    assert said.startswith("12 minutes stay free: ")
