"""The public functions as an embedding program uses them."""

from __future__ import annotations

import multiprocessing
import pickle
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from typing import Any

import pytest

import planner
from planner import Infeasible, InputError, NoPlanInTime, PlannerError, Progress, Request
from planner.rules.kinds import sessions_of
from planner.rules.protocol import Build, Finding
from tests.planner.first_exercises import first_exercises

NONE = {"raise_minutes": 0, "mobilise_minutes": 0}

FEW = ("push_up", "plank", "bird_dog", "goblet_squat", "romanian_deadlift", "deadlift", "pull_up",
       "chin_up", "lat_pulldown", "hanging_knee_raise", "light_jog", "arm_circles")

REQUESTS: list[dict[str, Any]] = [
    {"sessions": [{"day": "mon", "minutes": 30}], "limits": {"seconds": 60}, **more}
    for more in (
        {"focus": ["chest"]}, {"focus": ["lats"], "goal": "strength"},
        {"goal": "toning", "supersets": "prefer"}, {"goal": "health", "level": "novice"},
        {"equipment": ["none"]}, {"goal": "maintenance", "include": ["deadlift"]},
        {"sessions": [{"day": "mon", "minutes": 20}, {"day": "thu", "minutes": 20}],
         "focus": ["chest"]},
        {"equipment": ["none"], "include": ["deadlift"]},
    )
]
"""Eight small requests; the last has no plan."""


def few_of(catalog: Any) -> Any:
    """Return a catalogue of a few exercises."""
    return catalog.model_copy(update={"exercises": tuple(
        catalog.exercise_by_id[e] for e in sorted(FEW))})


@pytest.fixture(scope="module")
def few(catalog):
    """Return a catalogue that is planned from in no time."""
    return few_of(catalog)


def fields(**more: Any) -> dict[str, Any]:
    """Return a request for half an hour in a gym."""
    return {"sessions": [{"day": "mon", "minutes": 30}], "limits": {"seconds": 60}, **more}


def outcome(request: dict[str, Any], catalog: Any) -> dict[str, Any]:
    """Return a plan without its times, what the audit says of it, or the conflict."""
    try:
        plan = planner.plan(request, catalog)
    except Infeasible as refused:
        return refused.conflict.model_dump(mode="json", by_alias=True)
    data = plan.model_dump(mode="json", by_alias=True)
    for name in ("build_s", "first_plan_s", "seconds"):
        del data["solver"][name]
    return {"plan": data, "audit": planner.check(plan, catalog=catalog).model_dump(mode="json")}


def outcome_of(number: int) -> dict[str, Any]:
    """Plan one of the requests in a process of its own, which reads the catalogue itself."""
    return outcome(REQUESTS[number], few_of(first_exercises()))


@pytest.fixture(scope="module")
def one_by_one(few):
    """Return the outcomes of all requests, one after the other."""
    return [outcome(r, few) for r in REQUESTS]


# Several at once


def test_from_several_threads(one_by_one, few):
    """Four threads at once give what one after the other gives."""
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda r: outcome(r, few), REQUESTS))

    assert found == one_by_one
    assert [("plan" in f) for f in found] == [True] * 7 + [False]


def test_from_several_processes(one_by_one):
    """Two fresh processes give what this one gives."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=context) as pool:
        found = list(pool.map(outcome_of, range(len(REQUESTS))))

    assert found == one_by_one


def test_one_problem_for_all_threads(few):
    """The same request from eight threads: one plan, and no thread sees another's progress."""
    seen: list[list[Progress]] = [[] for _ in range(8)]

    def work(number: int) -> dict[str, Any]:
        plan = planner.plan(REQUESTS[0], few, on_progress=seen[number].append)
        return plan.model_dump(exclude={"solver"})

    with ThreadPoolExecutor(4) as pool:
        plans = list(pool.map(work, range(8)))

    assert all(p == plans[0] for p in plans)
    tiers = [[p.tier for p in s] for s in seen]
    assert all(t == tiers[0] for t in tiers)


# Watching and stopping


def test_progress_only_gets_better(few):
    """First coverage falls, then quality, never below what is proved impossible to beat."""
    seen: list[Progress] = []

    plan = planner.plan(fields(), few, on_progress=seen.append)

    names = [t.name for t in plan.solver.tiers]
    assert seen
    places = [names.index(p.tier) for p in seen]
    assert places == sorted(places)
    for name in names:
        best = [p.best for p in seen if p.tier == name]
        assert best == sorted(best, reverse=True)
    assert {p.tier for p in seen} <= {"coverage", "quality"}
    assert all(p.bound is None for p in seen if p.tier == "coverage")
    assert all(p.bound <= p.best and 0 <= p.gap for p in seen if p.tier == "quality")
    assert [p.seconds for p in seen] == sorted(p.seconds for p in seen)


def test_stopping_at_once(catalog):
    """A caller that has enough from the start gets the best plan so far, audited, or none."""
    week = {"sessions": [{"day": d, "minutes": 60} for d in ("mon", "wed", "fri")],
            "limits": {"seconds": 60}}
    try:
        plan = planner.plan(week, catalog, should_stop=lambda: True)
    except NoPlanInTime:
        return

    assert plan.status == "feasible"
    assert plan.solver.stopped_by == "user"
    assert planner.check(plan, catalog=catalog).ok


def test_stopping_after_the_first_plan(catalog):
    """The plan so far is kept: feasible, stopped by the user, and no must rule is broken."""
    week = {"sessions": [{"day": d, "minutes": 60} for d in ("mon", "wed", "fri")],
            "limits": {"seconds": 60}}
    seen: list[Progress] = []

    plan = planner.plan(week, catalog, on_progress=seen.append, should_stop=lambda: bool(seen))

    assert (plan.status, plan.solver.stopped_by) == ("feasible", "user")
    audit = planner.check(plan, catalog=catalog)
    assert audit.ok
    assert audit.tiers == {t.name: t.value for t in plan.solver.tiers}


def test_never_stopping_changes_nothing(few):
    """Being asked and saying no gives the same plan as not being asked."""
    asked = planner.plan(fields(), few, should_stop=lambda: False)

    assert asked.model_dump(exclude={"solver"}) == planner.plan(fields(), few).model_dump(
        exclude={"solver"})


# An application's own rules


class OneAtAStation:
    """An application's rule: no two exercises of a session at the pull-up bar."""

    id = "one_at_the_bar"
    severity = "must"
    station = "pullup_bar"

    def build(self, m: Build) -> None:
        """Take at most one option at the bar."""
        for session in m.problem.sessions:
            there = [o for o in session.options if self.station in o.equipment]
            m.keep(session.id, m.total((1, m.x(o)) for o in there), 1)

    def check(self, w: Any, p: Any) -> Iterator[Finding]:
        """Count them on the finished plan."""
        for done, _ in sessions_of(w, p):
            count = Counter(q for i in done.work for q in i.equipment or ())[self.station]
            yield Finding(done.id, f"{count} at the bar, at most 1", over=max(0, count - 1),
                          asked=1, reached=count)


class NeverMoreThanOne(OneAtAStation):
    """The same rule as a wish."""

    severity = "should"
    weight = 1000


def at_the_bar(plan: planner.Plan) -> int:
    """Count a plan's entries at the pull-up bar."""
    return sum("pullup_bar" in e.equipment for s in plan.sessions for e in s.entries)


BAR = fields(focus=["lats"], sessions=[{"day": "mon", "minutes": 60}],
             level="advanced", exclude=["lat_pulldown"])


def test_an_own_rule_binds(few):
    """Without it two exercises stand at the bar, with it one; the ledger says so."""
    free = planner.plan(BAR, few)
    bound = planner.plan(BAR, few, rules=(OneAtAStation(),))

    assert at_the_bar(free) == 2
    assert at_the_bar(bound) == 1
    row = next(r for r in bound.ledger if r.rule == "one_at_the_bar")
    assert (row.severity, row.status, row.where) == ("must", "kept", "mon")
    assert (row.asked, row.reached, row.slack) == (1, 1, 0)
    assert row.says == "1 at the bar, at most 1"


def test_an_own_wish_costs_in_quality(few, price):
    """As `should` it gives way to coverage, at its price."""
    free = planner.plan(BAR, few)
    bound = planner.plan(BAR, few, rules=(NeverMoreThanOne(),))

    row = next(r for r in bound.ledger if r.rule == "one_at_the_bar")
    assert (row.severity, row.status, row.penalty) == ("should", "broken", 1000)
    (covered, costs, _), (before, cost, _) = (
        [t.value for t in p.solver.tiers] for p in (bound, free))
    assert (covered, costs) == (before, cost + 1000 * price("rule_point"))


def test_an_own_rule_judges_other_plans(few):
    """Auditing a plan that was made without the rule reports it broken."""
    free = planner.plan(BAR, few)

    audit = planner.check(free, catalog=few, rules=(OneAtAStation(),))

    assert not audit.ok
    assert [r.rule for r in audit.ledger if r.status == "broken" and r.severity == "must"] == [
        "one_at_the_bar"]


def test_an_own_rule_takes_part_in_the_conflict(few):
    """Where it makes a request impossible, it is named."""
    with pytest.raises(Infeasible) as refused:
        planner.plan(fields(include=["pull_up", "chin_up"], level="advanced"), few,
                     rules=(OneAtAStation(),))

    assert ("one_at_the_bar", "mon") in {(c.rule, c.where) for c in refused.value.conflict.rules}


class Unchecked:
    """A rule that nobody can check."""

    id = "unchecked"

    def build(self, m: Build) -> None:
        """Bind nothing."""


class Unbuilt:
    """A rule that binds nothing."""

    id = "unbuilt"

    def check(self, w: Any, p: Any) -> list[Finding]:
        """Find nothing."""
        return []


class Nameless(OneAtAStation):
    """A rule without an id."""

    id = None


class Known(OneAtAStation):
    """A rule that calls itself by a built-in name."""

    id = "core_last"


@pytest.mark.parametrize(("rule", "says"), [
    (Unchecked(), "'unchecked' has no check"), (Unbuilt(), "'unbuilt' has no build"),
    (Nameless(), "needs an id"), (Known(), "there is a rule 'core_last' already")])
def test_half_rules_are_refused(few, rule, says):
    """Planning and checking both refuse them, before anything is done."""
    for call in (lambda: planner.plan(fields(), few, rules=(rule,)),
                 lambda: planner.check("3x8 Push-up", catalog=few, rules=(rule,))):
        with pytest.raises(InputError) as refused:
            call()
        assert refused.value.where == "rules"
        assert says in refused.value.message


# What goes in and comes out


def test_a_mapping_or_a_request(few):
    """Both say the same, and what was given is not changed."""
    written = fields(focus=["chest"])
    before = repr(written)

    from_mapping = planner.plan(written, few)
    from_request = planner.plan(Request.model_validate(written), few)

    assert repr(written) == before
    assert from_mapping.model_dump(exclude={"solver"}) == from_request.model_dump(
        exclude={"solver"})


def test_a_plan_in_any_of_its_forms(few):
    """The audit of a plan, of its mapping and of its text is the same."""
    plan = planner.plan(fields(), few)

    audits = [planner.check(form, catalog=few) for form in (
        plan, plan.model_dump(mode="json", by_alias=True), plan.model_dump_json(by_alias=True))]

    assert audits[0].ok
    assert audits[1:] == audits[:1] * 2


@pytest.mark.parametrize(("wrong", "where", "says"), [
    ({"goal": "hypertrofy"}, "goal", "hypertrophy"),
    ({"focus": ["chests"]}, "focus", "did you mean 'chest'?"),
    ({"rules": {"core_first": "must"}}, "rules", "did you mean 'core_last'?"),
    ({"sessions": []}, "sessions", ""),
    ({"include": [{"exercise": "push_up", "day": "sun"}]}, "include.0.day", "'sun'"),
    ({"minuets": 5}, "minuets", "")])
def test_input_errors_name_the_place(few, wrong, where, says):
    """A program can put the message beside the field."""
    with pytest.raises(InputError) as refused:
        planner.plan(fields(**wrong), few)

    assert refused.value.where == where
    assert says in refused.value.message
    assert str(refused.value) == f"{where}: {refused.value.message}"


def test_infeasible_carries_the_conflict(few):
    """A program gets rules, places and changes, not only a sentence."""
    with pytest.raises(Infeasible) as refused:
        planner.plan(fields(equipment=["none"], include=["deadlift"]), few)

    conflict = refused.value.conflict
    assert {(c.rule, c.where) for c in conflict.rules} == {
        ("equipment", "mon"), ("include", "deadlift")}
    assert {"include": []} in [r.change for r in conflict.repairs]
    assert isinstance(refused.value, PlannerError)


def test_errors_cross_process_borders(few):
    """A worker process hands its error to the one that asked, fields and all."""
    with pytest.raises(Infeasible) as refused:
        planner.plan(fields(equipment=["none"], include=["deadlift"]), few)
    again = pickle.loads(pickle.dumps(refused.value))
    assert again.conflict == refused.value.conflict

    wrong = pickle.loads(pickle.dumps(InputError("what was found", "focus")))
    assert (wrong.message, wrong.where) == ("what was found", "focus")
    assert str(wrong) == "focus: what was found"


def test_nothing_is_printed(few, capfd):
    """Planning, failing and checking leave both streams alone, the solver's included."""
    plan = planner.plan(fields(), few)
    planner.check(plan, catalog=few)
    with pytest.raises(Infeasible):
        planner.plan(fields(equipment=["none"], include=["deadlift"]), few)
    with pytest.raises(InputError):
        planner.plan(fields(focus=["chests"]), few)

    assert capfd.readouterr() == ("", "")


def test_a_limit_in_work_gives_the_same_plan_on_a_busy_machine(few):
    """Four at once, each slower than alone, end with the plan that one alone has."""
    asked = {**fields(), "sessions": [{"day": d, "minutes": 40} for d in ("mon", "wed", "fri")],
             "limits": {"seconds": 300, "work": 0.3}}
    alone = planner.plan(asked, few)
    with ThreadPoolExecutor(4) as pool:
        busy = list(pool.map(lambda _: planner.plan(asked, few), range(4)))

    assert all(p.solver.reproducible for p in (alone, *busy))
    assert all(p.sessions == alone.sessions for p in busy)
