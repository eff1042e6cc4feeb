"""Repairs of several conflicts: one change for each, put together and tried."""

from __future__ import annotations

import pytest

import planner
from planner import Infeasible
from planner.catalog import load
from planner.solve.explain.fixes import changed, merged

SESSION = {"day": "mon", "minutes": 10, "equipment": ["mat"], "focus": None,
           "warm_up": {"raise_minutes": 5, "mobilise_minutes": 2}}


def conflict_of(few, **fields):
    """Return the conflict of a request, which has one."""
    with pytest.raises(Infeasible) as refused:
        planner.plan(fields, few)
    return refused.value.conflict


def test_two_independent_conflicts(few):
    """Neither the deadlift nor the pull-up can stay with a back and a shoulder that hurt.

    Each is a conflict of its own; dropping one leaves the other, so the repair drops both.
    """
    asked = {"sessions": [{"day": "mon", "minutes": 40}], "include": ["deadlift", "db_bench"],
             "equipment": ["gym"], "exclude": ["db_bench"], "complaints": ["low_back_pain"],
             "limits": {"seconds": 5}}
    conflict = conflict_of(few, **asked)

    assert {(c.rule, c.where) for c in conflict.rules} >= {
        ("include", "deadlift"), ("include", "db_bench"), ("complaints", "mon")}
    assert conflict.repairs
    for repair in conflict.repairs:
        assert planner.plan({**asked, **repair.change}, few).sessions[0].entries
    assert len({r.says for r in conflict.repairs}) == len(conflict.repairs)


def test_what_leaves_a_session_empty_is_named(catalog):
    """A body-part day for the chest, a focus on the lower back, dumbbells: nothing is left.

    The session that holds no work is the effect; the split and the focus are the cause.
    """
    conflict = conflict_of(catalog, sessions=[{"day": "mon", "minutes": 40}], split="body_part",
                           focus=["lower_back"], equipment=["minimal"], limits={"seconds": 5})

    assert {c.rule for c in conflict.rules} >= {"work", "split", "relevant"}
    assert "plan without a split" in [r.says for r in conflict.repairs]


def test_every_session_that_is_too_short_is_named(few):
    """Two of three sessions cannot hold their own warm-up of nine minutes."""
    conflict = conflict_of(
        few, sessions=[{"day": "mon", "minutes": 40}, {"day": "wed", "minutes": 8},
                       {"day": "fri", "minutes": 7}],
        warm_up={"raise_minutes": 6, "mobilise_minutes": 3}, limits={"seconds": 8})

    assert {(c.rule, c.where) for c in conflict.rules} == {
        ("time_budget", "wed"), ("time_budget", "fri")}
    assert conflict.repairs


def test_changes_put_together():
    """The longer session, all equipment, the shorter warm-up; pins that neither drops."""
    longer = {"sessions": [{**SESSION, "minutes": 15}]}
    richer = {"sessions": [{**SESSION, "equipment": ["mat", "band"],
                            "warm_up": {"raise_minutes": 3, "mobilise_minutes": 2}}]}

    found = merged([longer, richer, {"include": [{"exercise": "plank"}, {"exercise": "row"}]},
                    {"include": [{"exercise": "plank"}]}, {"rules": {"repeat": "should"}},
                    {"rules": {"recovery": "should"}}])

    assert found == {
        "sessions": [{**SESSION, "minutes": 15, "equipment": ["mat", "band"],
                      "warm_up": {"raise_minutes": 3, "mobilise_minutes": 2}}],
        "include": [{"exercise": "plank"}], "rules": {"repeat": "should", "recovery": "should"}}


def test_changes_that_contradict_each_other():
    """One word cannot be two."""
    assert merged([{"split": "none"}, {"split": "full_body"}]) is None


def test_a_change_over_a_request():
    """A mapping is filled in, everything else replaced."""
    request = planner.Request.model_validate(
        {"sessions": [{"day": "mon", "minutes": 30}], "rules": {"repeat": "must"}})

    found = changed(request, {"rules": {"recovery": "off"}, "split": "none"})

    assert found["rules"] == {"repeat": "must", "recovery": "off"}


def test_a_session_that_may_not_be_too_long_either(catalog):
    """Eight minutes cannot hold a warm-up of 17, and two hours ask for a lift that is not there.

    The greatest step does not help, so smaller ones are tried.
    """
    asked = {"sessions": [{"day": "thu", "minutes": 37}, {"day": "sat", "minutes": 8},
                          {"day": "sun", "minutes": 26}, {"day": "sun", "minutes": 109}],
             "limits": {"seconds": 8}, "equipment": ["elliptical", "tbar_row"],
             "warm_up": {"raise_minutes": 13, "mobilise_minutes": 4}}
    conflict = conflict_of(load(), **asked)

    assert [(c.rule, c.where) for c in conflict.rules] == [("time_budget", "sat")]
    assert conflict.repairs
    plan = planner.plan({**asked, **conflict.repairs[0].change})
    assert planner.check(plan).ok


def test_an_exercise_that_may_not_be_there(few):
    """Excluded and included: either wish may go, the exclusion of this one alone."""
    conflict = conflict_of(few, sessions=[{"day": "mon", "minutes": 30}], include=["deadlift"],
                           exclude=["deadlift", "db_bench"], equipment=["gym"])

    assert {(c.rule, c.where) for c in conflict.rules} == {
        ("include", "deadlift"), ("exclude", "mon")}
    assert conflict.repairs[0].change == {"exclude": ["db_bench"]}
