"""Breaking one rule's ``build`` on purpose is caught by its ``check``, for every rule."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from planner.catalog import Catalog, load
from planner.judge.audit import broken_musts, ledger
from planner.judge.audit_rows import LedgerRow
from planner.judge.order import Arranger
from planner.problem.build import build_problem
from planner.problem.problem import Problem
from planner.request.request import as_request, normalise
from planner.rules import REGISTRY
from planner.rules.protocol import Build, Rule
from planner.solve.cuts import decode as extract
from planner.solve.run import Control
from planner.solve.search.kernel_search import Search, Solution
from planner.workout.workout import Workout
from tests.planner.prices import free_of_charge

WHOLE_BODY = [g.id for g in load().groups if g.whole_body]

NONE = {"raise_minutes": 0, "mobilise_minutes": 0}


class Crippled:
    """A rule that has forgotten how to bind the solver: its id is all that is left."""

    def __init__(self, rule_id: str) -> None:
        self.id = rule_id

    def build(self, m: Build) -> None:
        """Do nothing."""


@dataclass(frozen=True)
class Case:
    """A request under which a rule binds.

    ``exercises`` are the catalogue. ``order`` makes their order the one in
    which the arranger puts entries where no rule speaks, so that an order rule
    is not kept by good habits.
    """

    exercises: str
    request: dict[str, Any] = field(default_factory=dict)
    order: bool = False


def days(text: str) -> list[dict[str, Any]]:
    """Return sessions from day and minutes in turn."""
    words = text.split()
    return [{"day": d, "minutes": int(m)} for d, m in zip(words[::2], words[1::2], strict=True)]


def case(exercises: str, sessions: str = "mon 60", **fields: Any) -> Case:
    """Return a case without a warm-up; ``focus`` and ``order`` as words."""
    order = fields.pop("order", False)
    return Case(exercises, {"warm_up": NONE, **fields, "sessions": days(sessions),
                            "focus": fields.get("focus", "").split()}, order)


CASES = {
    "time_budget": case("pull_up push_up goblet_squat", "mon 15"),
    "equipment": case("pull_up push_up", equipment=[]),
    "skill": case("power_clean push_up", level="novice"),
    "complaints": case("deadlift push_up", complaints=["low_back_pain"]),
    "include": case("curl_21s push_up seated_row", focus="chest", include=["curl_21s"],
                    dislikes=["curl_21s"]),
    "exclude": case("push_up seated_row", exclude=["push_up"]),
    "split": case("push_up seated_row", split="push_pull_legs"),
    "work": case("push_up", goal="toning", focus="chest",
                 coverage={"chest": {"min": 0, "target": 0, "max": 0}}),
    "risk_first": case("bench_press deadlift", order=True),
    "fresh_back": case("romanian_deadlift deadlift", level="advanced", order=True,
                       rules={"risk_first": "off"}),
    "main_lift": case("push_up bench_press", focus="chest", dislikes=["bench_press"],
                      likes=["push_up"], coverage={"chest": {"min": 2, "target": 3, "max": 4}},
                      rules={"big_lift": "off"}),
    "compound_share": case("barbell_curl triceps_pushdown hammer_curl pull_up", "mon 25",
                           goal="strength", focus="biceps triceps", supersets="never"),
    "relevant": case("push_up barbell_curl", focus="chest", likes=["barbell_curl"],
                     rules={"worth": "off"}),
    "pattern_cap": case(
        "push_up incline_push_up db_bench bench_press", focus="chest",
        likes=["push_up", "incline_push_up", "db_bench", "bench_press"],
        rules={"pattern_cap": {"must": 2}},
        coverage={"chest": {"min": 12, "target": 16, "max": 20}}),
    "repeat": case("push_up seated_row", "mon 15 tue 15", rules={"recovery": "off"},
                   focus="chest", likes=["push_up"], include=["seated_row"]),
    "recovery": case("push_up db_bench", "mon 30 tue 30", focus="chest", coverage={
        "chest": {"min": 10, "target": 10}, "triceps": {"max": 20}}),
    "session_cap": case("push_up db_bench bench_press dip", "mon 120", focus="chest",
                        rules={"pattern_cap": "off"},
                        coverage={"chest": {"min": 18, "target": 20, "max": 25}}),
    "session_sets": case("push_up seated_row goblet_squat leg_curl plank lateral_raise",
                         "mon 120", level="novice"),
    "strain": case("romanian_deadlift kb_deadlift back_extension", "mon 120", level="novice",
                   focus="hamstrings lower_back glutes"),
    "superset_pairs": case("seated_row leg_press", supersets="prefer"),
    "superset_muscles": case("push_up db_bench", supersets="prefer", rules={"variants": "off"}),
    "movement_basis": case("push_up goblet_squat", "mon 30 thu 30", dislikes=["goblet_squat"],
                           rules={"movement_basis": "must"},
                           coverage={g: {"min": 0, "target": 0, "max": 0}
                                     for g in ("quads", "glutes")}),
    "coverage": case("push_up seated_row", "mon 12", focus="chest lats",
                     rules={"coverage": "must"},
                     coverage={"chest": {"min": 2, "target": 8, "weight": 10},
                               "lats": {"min": 2, "weight": 0}}),
    "frequency": case("pull_up seated_row push_up", "mon 60 thu 12",
                      rules={"frequency": "must", "focus_days": "off", "balance": "off"},
                      focus="chest lats",
                      dislikes=["pull_up", "seated_row"],
                      coverage={"chest": {"weight": 10, "target": 10, "max": 20},
                                "lats": {"target": 8, "max": 8, "weight": 0},
                                **{g: {"weight": 0} for g in ("upper_back", "biceps", "abs",
                                                              "rear_delts", "traps")}}),
    "rest_day": case("push_up db_bench seated_row lat_pulldown", "mon 30 tue 30",
                     focus="chest lats", rules={"recovery": "off", "main_lift": "off"},
                     coverage={g: {"min": 0} for g in WHOLE_BODY}),
    "lift_days": case("back_squat bench_press seated_row lat_pulldown", "mon 40 wed 40 fri 40",
                      goal="strength", dislikes=["back_squat", "bench_press"],
                      rules={"main_lift": "off"},
                      coverage={g: {"weight": 0} for g in ("chest", "quads", "glutes")}),
    "accessory_basis": case("push_up seated_row barbell_curl", "mon 90 thu 90",
                            dislikes=["barbell_curl"],
                            coverage={"biceps": {"weight": 0}}),
    "balance": case("push_up seated_row", "mon 15 thu 15", supersets="never",
                    rules={"balance": "must"},
                    coverage={"chest": {"weight": 20, "target": 16, "max": 20}}),
    "heavy_once": case("deadlift rack_pull weighted_back_extension", "mon 75", focus="lower_back",
                       level="advanced", dislikes=["weighted_back_extension"],
                       rules={"exercise_sets": {"must": 3}, "grip_apart": "off",
                              "variants": "off"},
                       coverage={"lower_back": {"min": 6, "target": 6, "max": 6}}),
    "worth": case("seated_row prone_ytw", goal="strength", focus="upper_back",
                  likes=["prone_ytw"]),
    "compound_first": case("triceps_pushdown push_up", goal="toning", order=True,
                           rules={"heavy_first": "off"}),
    "heavy_first": case("leg_press bench_press", order=True, rules={"main_lift": "off"}),
    "variants": case("push_up db_bench", focus="chest",
                     coverage={"chest": {"min": 2, "target": 3, "max": 20}}),
    "focus_days": case("push_up seated_row", "mon 30 thu 30", focus="chest",
                       rules={"frequency": "off", "main_lift": "off", "big_lift": "off",
                              "balance": "off"},
                       dislikes=["push_up"],
                       coverage={g: {"weight": 0} for g in ("chest", "triceps")}),
    "whole_body": case("push_up seated_row goblet_squat", dislikes=["goblet_squat"],
                       coverage={g: {"weight": 0} for g in ("quads", "glutes")}),
    "big_lift": case("push_up bench_press", focus="chest", dislikes=["bench_press"],
                     rules={"main_lift": "off"},
                     coverage={"chest": {"min": 2, "target": 3, "max": 4}}),
    "core_last": case("plank push_up", goal="toning", order=True),
    "focus_early": case("push_up db_shoulder_press", goal="toning", focus="front_delts",
                        order=True),
    "grip_apart": case("pull_up chest_supported_row push_up", goal="toning", supersets="never",
                       order=True),
    "exercise_sets": case("push_up", focus="chest", rules={"exercise_sets": {"must": 3}}),
}


def problem_of(rule_id: str, made: Case, catalog: Catalog, rules: Sequence[Rule]) -> Problem:
    """Return the problem of a rule's case, judged by these rules.

    Of the rules that are wishes by default the others are off.

    Nothing has a price but goals, wishes, supersets and, far more, what should rules mind: so
    no taste keeps a rule that was forgotten.
    """
    data = free_of_charge(catalog, rule_point=20_000, like=-10, dislike=10, unpaired=10,
                          focus_percent=100, middle_percent=50, top_percent=50, beyond_percent=50)
    few = data.model_copy(update={"exercises": tuple(
        catalog.exercise_by_id[e] for e in sorted(made.exercises.split()))})
    others = {row.id: "off" for row in data.rules if row.severity == "should" and row.id != rule_id}
    asked = {**made.request, "rules": {**others, **made.request.get("rules", {})}}
    return build_problem(normalise(as_request(asked), few), few, rules)


def best(problem: Problem, rules: Sequence[Rule]) -> Workout:
    """Return the best workout of all that the rules allow, unaudited."""
    control = Control(60, 1, 0, time.monotonic())
    found = Search(problem, rules, control, problem.request.supersets != "never").solve()
    assert isinstance(found, Solution)
    assert all(t.proved for t in found.tiers)
    return found.workout


def judged(rule_id: str, made: Case, catalog: Catalog,
           rules: Sequence[Rule]) -> tuple[list[LedgerRow], list[LedgerRow]]:
    """Return the true rule's broken rows on the plan that some rules made, and broken musts."""
    workout = best(problem_of(rule_id, made, catalog, rules), rules)
    problem = problem_of(rule_id, made, catalog, REGISTRY)
    rows = ledger(workout, problem, REGISTRY)
    severity = problem.setting(rule_id).severity
    return [r for r in rows if r.rule == rule_id and r.status == "broken"
            and r.severity == severity], broken_musts(rows)


@pytest.fixture
def habits(monkeypatch):
    """Let the arranger follow another order than a coach's where no rule speaks."""
    def follow(made: Case) -> None:
        if made.order:
            place = {e: i for i, e in enumerate(made.exercises.split())}
            monkeypatch.setattr(Arranger, "key",
                                lambda self, entry: (place[entry.exercise.id], 0, 0, 0, ""))
    return follow


def test_every_rule_has_a_case():
    """No rule is left out; failure_late and phases have tests of their own below."""
    assert set(CASES) | {"failure_late", "phases"} == {r.id for r in REGISTRY}


@pytest.mark.parametrize("rule_id", CASES)
def test_the_check_catches_what_the_build_forgot(catalog, habits, rule_id):
    """With the true rule the plan is clean; with a crippled one its check reports the plan."""
    made = CASES[rule_id]
    habits(made)

    kept, broken = judged(rule_id, made, catalog, REGISTRY)
    assert (kept, broken) == ([], [])

    crippled = tuple(Crippled(rule_id) if r.id == rule_id else r for r in REGISTRY)
    caught, _ = judged(rule_id, made, catalog, crippled)
    assert caught, f"a plan that forgot {rule_id} passed its check"


def test_failure_comes_late(make_problem, workout, finding):
    """Plans prescribe no failure, so the rule has nothing to bind; its check reads workouts.

    A workout that goes to failure before heavy sets of the same muscle is
    reported; one that goes to failure after them is not.
    """
    problem = make_problem(focus=["chest"])
    early = workout(problem, [("push_up", 3, 20, "to_failure"), ("bench_press", 3, 8)])
    late = workout(problem, [("bench_press", 3, 8), ("push_up", 3, 20, "to_failure")])

    assert [r.status for r in finding("failure_late", early, problem)] == ["broken"]
    assert [r.status for r in finding("failure_late", late, problem)] == ["kept"]
    assert not any(o.dose.to_failure for s in problem.sessions for o in s.options)


def test_the_warm_up_comes_first(catalog, finding, monkeypatch):
    """What a session begins with is chosen after the solver: a planner that forgot is reported."""
    made = case("push_up light_jog arm_circles", warm_up={
        "raise_minutes": 8, "mobilise_minutes": 3})
    problem = problem_of("phases", made, catalog, REGISTRY)
    whole = best(problem, REGISTRY)
    monkeypatch.setattr(extract, "warm_up_for", lambda *_: ())
    bare = best(problem, REGISTRY)

    assert {r.status for r in finding("phases", whole, problem)} == {"kept"}
    assert "broken" in {r.status for r in finding("phases", bare, problem)}
