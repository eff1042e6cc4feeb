"""An exercise that leaves too few repetitions waits while an easier one is at hand."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from planner.catalog import load
from planner.problem.mastery import easier, mastered

KNOWN = load().exercise_by_id


def option(name, pinned=False):
    """Return a candidate that no rule bars."""
    return SimpleNamespace(id=name, exercise=KNOWN[name], barred=(), pinned=pinned)


def names(exercises):
    """Return ids in their order."""
    return [e.id for e in exercises]


@pytest.mark.parametrize(("hand", "first"), [
    ("push_up", ["push_up"]),  # the same pattern, and needs nothing either
    ("incline_push_up", []),  # needs a bench: where there is one, less would be on offer
    ("pike_push_up", []),  # another pattern
    ("archer_push_up", []),  # a novice manages none of these
    ("decline_push_up push_up", ["decline_push_up"])])  # a link of its own chain
def test_what_comes_first(make_problem, hand, first):
    """Of pseudo planche push-ups a novice manages one; ten with two in reserve are asked."""
    problem = make_problem(level="novice")

    found = easier(KNOWN["pseudo_planche_push_up"], [KNOWN[n] for n in hand.split()], problem)

    assert names(found) == first


@pytest.mark.parametrize(("level", "waits"), [
    ("intermediate", True),  # manages 6: 4 with two in reserve, less than half of ten
    ("advanced", False)])  # manages 14
def test_who_manages_enough_need_not_wait(make_problem, level, waits):
    """Half of the repetitions asked are enough."""
    problem = make_problem(level=level)

    found = easier(KNOWN["pseudo_planche_push_up"], [KNOWN["push_up"]], problem)

    assert bool(found) == waits


@pytest.mark.parametrize(("goal", "waits"), [
    ("health", True),  # 8 repetitions with three in reserve; an intermediate manages 7
    ("strength", False)])  # 5 with two in reserve
def test_a_load_is_added_when_its_repetitions_are_there(make_problem, goal, waits):
    """Four weighted dips are half of eight: enough without a load, too early with one."""
    problem = make_problem(goal=goal)

    assert bool(easier(KNOWN["weighted_dip"], [KNOWN["dip"]], problem)) == waits


@pytest.mark.parametrize(("pinned", "left"), [
    (False, ["push_up"]), (True, ["pseudo_planche_push_up", "push_up"])])
def test_what_is_included_by_name_stays(make_problem, pinned, left):
    """Whoever asks for the hard one gets it."""
    options = [option("pseudo_planche_push_up", pinned), option("push_up")]

    found = mastered(options, make_problem(level="novice"))

    assert [o.id for o in found] == left
