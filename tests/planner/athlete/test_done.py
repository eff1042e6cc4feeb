"""A session that was done: nothing changes where nothing differed, else as little as can be."""

from __future__ import annotations

import pytest

import planner
from planner.athlete.done import after
from planner.catalog import load
from planner.store.as_planned import as_planned

CATALOG = load()


@pytest.fixture(scope="module")
def plan():
    """Return three days of the whole body."""
    return planner.plan({"sessions": [{"day": d, "minutes": 40} for d in ("mon", "wed", "fri")],
                         "limits": {"seconds": 2}})


def lifts(plan, day):
    """Return the work of a day with its sets."""
    return {e.exercise: e.sets for e in plan.session(day).entries if e.phase == "work"}


def done(plan, day, *differs):
    """Return what was done of a day."""
    return as_planned(plan.session(day), differs, CATALOG).entries


def test_as_planned(plan):
    """Monday is marked, and not an entry of the other days changes."""
    found = after(plan, plan.session("mon"), done(plan, "mon"), CATALOG)

    assert found.plan.done == ("mon",)
    assert (found.difference, found.again) == (None, False)
    assert all(lifts(found.plan, day) == lifts(plan, day) for day in ("mon", "wed", "fri"))


def test_a_lift_was_left_out(plan):
    """Monday keeps what was done, and the week is still a plan that keeps the rules."""
    first = next(iter(lifts(plan, "mon")))
    name = CATALOG.exercise_by_id[first].name
    found = after(plan, plan.session("mon"), done(plan, "mon", f"no {name}"), CATALOG)

    assert first not in lifts(found.plan, "mon")
    assert found.plan.done == ("mon",)
    audit = planner.check(found.plan)
    assert audit.ok
    assert audit.coverage_loss <= planner.check(
        found.plan.model_copy(update={"sessions": (
            found.plan.session("mon"), plan.session("wed"), plan.session("fri"))})).coverage_loss


def test_fewer_sets(plan):
    """One set instead of those that were planned stands in the plan as it was done."""
    first, _ = next(iter(lifts(plan, "mon").items()))
    name = CATALOG.exercise_by_id[first].name
    found = after(plan, plan.session("mon"), done(plan, "mon", f"{name} 1x5"), CATALOG)

    assert lifts(found.plan, "mon")[first] == 1


def test_the_last_of_the_plan(plan):
    """Two days are done and the third follows: the plan begins anew, as it was at first."""
    late = plan.model_copy(update={"done": ("mon", "wed")})
    found = after(late, late.session("fri"), done(plan, "fri"), CATALOG, base=plan)

    assert found.again
    assert found.plan == plan
