"""Plans made from a plan: what is held is held, and what a change costs is what it is said to."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import product

import pytest

from planner.answers.trial.opened_plan import open_plan
from planner.judge.audit import broken_musts, ledger, worth
from planner.solve.cuts.decode import Reader
from planner.solve.model.variables import ModelBuilder
from planner.solve.objective.distance import Anchor, changes, fix
from planner.solve.run import Control, run
from planner.solve.search.from_plan import (
    Solution,
    offered_with,
    solve_around,
    solve_from,
    solve_near,
    solve_unlike,
)
from tests.planner.answers.conftest import WEEK


@pytest.fixture(scope="module")
def opened(week, few):
    """Return a week that was opened."""
    return open_plan(week, few)


def control(seconds=1.0):
    """Return limits that begin now."""
    return Control(seconds, 1, 0, time.monotonic())


def sessions_of(opened):
    """Return what each session of a plan holds."""
    return dict(enumerate(opened.workout.sessions))


def content(done):
    """Return a session's work without its order."""
    return {(i.exercise.id, i.sets, i.superset is not None) for i in done.work}


def test_one_session_around_an_exercise(opened):
    """Plank comes to Wednesday, Monday and Friday hold what they held, and no rule is broken."""
    assert "plank" not in {i.exercise.id for _, i in opened.workout.work()}

    found = solve_around(opened.problem, opened.rules, control(), opened.workout, 1, "plank")

    assert isinstance(found, Solution)
    before, after = opened.workout.sessions, found.workout.sessions
    assert [content(after[i]) for i in (0, 2)] == [content(before[i]) for i in (0, 2)]
    assert "plank" in {i.exercise.id for i in after[1].work}
    assert broken_musts(ledger(found.workout, opened.problem, opened.rules)) == []


def test_what_is_held_and_what_is_locked(opened):
    """Monday is held whole and one entry of Friday is locked, though other plans may be better."""
    old = sessions_of(opened)
    name = old[2].work[-1].exercise.id
    wish = Anchor(old, held=frozenset({0}), locks={2: frozenset({name})})
    p = opened.problem.narrowed(offered_with(opened.problem, old))

    found = solve_near(p, opened.rules, control(), wish)

    assert isinstance(found, Solution)
    assert content(found.workout.sessions[0]) == content(old[0])
    assert name in {i.exercise.id for i in found.workout.sessions[2].work}


def test_where_nothing_has_to_change(opened):
    """The plan itself is what is found: 0 changes, unless one brings back more than 200 points."""
    old = sessions_of(opened)
    p = opened.problem.narrowed(offered_with(opened.problem, old))

    found = solve_near(p, opened.rules, control(3.0), Anchor(old, opened.worth.coverage))

    assert isinstance(found, Solution)
    after = worth(found.workout, p, ledger(found.workout, p, opened.rules))
    counted = sum(count(a, b) for a, b in
                  zip(old.values(), found.workout.sessions, strict=True))
    assert after.quality + 200 * counted <= opened.worth.quality
    assert counted == 0 or after.quality + 200 * counted < opened.worth.quality


def count(before, after):
    """Return how many changes lie between two sessions, counted by hand."""
    old, new = ({i.exercise.id: (i.sets, i.superset is not None) for i in v.work}
                for v in (before, after))
    both = old.keys() & new.keys()
    return len(old.keys() ^ new.keys()) + sum(
        a != b for k in both for a, b in zip(old[k], new[k], strict=True))


def test_the_price_of_changes(opened):
    """The sum in the model is 200 for each change, counted by hand, 400 for a liked one gone.

    Some plans of the whole model, each as far from the old one as the solver likes: the sum is
    minimised under a fixed number of entries, so that it is tight.
    """
    old = sessions_of(opened)
    liked = old[0].work[0].exercise.id
    wish = Anchor(old, dear=frozenset({liked}))
    p = opened.problem.narrowed(offered_with(opened.problem, old))
    seen = set()
    for gone, extra in product((False, True), (0, 1)):
        model = ModelBuilder(p, opened.rules)
        total = changes(model, wish)
        reader = Reader(model)
        session = p.sessions[0]
        everything = model.total((1, model.x(o)) for o in session.options)
        model.cp.add(everything == len(old[0].work) - extra)
        if gone:
            [first] = [o for o in session.options if o.id == liked]
            model.cp.add(model.x(first) == 0)
        model.cp.minimize(total.expr)
        values = run(model.cp, control(20.0)).values
        assert values
        held = [reader.choice(s, values) for s in p.sessions]
        after = [{e: (sets, any(e in g for g in c.groups)) for e, sets in c.entries} for c in held]
        told = total.value(values)
        expected = 0
        for index, new in enumerate(after):
            was = {i.exercise.id: (i.sets, i.superset is not None) for i in old[index].work}
            expected += len(was.keys() ^ new.keys()) + sum(
                a != b for k in was.keys() & new.keys()
                for a, b in zip(was[k], new[k], strict=True))
            expected += index == 0 and liked in was and liked not in new
        assert told == 200 * expected
        seen.add(told)
    assert len(seen) > 2


def test_unlike(opened):
    """At most two thirds of the entries of either plan are in the other, and the rules hold."""
    old = sessions_of(opened)
    p = opened.problem.narrowed(offered_with(opened.problem, old))

    found = solve_unlike(p, opened.rules, control(2.0), [old])

    mine, theirs = ({(i, e.exercise.id) for i, v in enumerate(w.sessions) for e in v.work}
                    for w in (found.workout, opened.workout))
    assert 3 * len(mine & theirs) <= 2 * min(len(mine), len(theirs))
    assert broken_musts(ledger(found.workout, opened.problem, opened.rules)) == []


def test_from_a_plan_it_never_gets_worse(opened):
    """A search that begins with a plan ends with one that is as good."""
    found = solve_from(opened.problem, opened.rules, control(0.3), sessions_of(opened))

    after = worth(found.workout, opened.problem,
                  ledger(found.workout, opened.problem, opened.rules))
    assert [after.coverage, after.quality] <= [
        opened.worth.coverage, opened.worth.quality]


def test_what_is_done_has_no_supersets(planned, few):
    """A session that is done is held without its supersets: nobody judges them any more."""
    opened = open_plan(planned(WEEK, supersets="prefer"), few)
    old = sessions_of(opened)
    [paired] = [i for i, v in old.items() if any(e.superset for e in v.work)][:1]
    session = opened.problem.sessions[paired]
    problems = [opened.problem, replace(opened.problem, done=frozenset({session.id}))]
    flags = []
    for problem in problems:
        model = ModelBuilder(problem.narrowed(offered_with(problem, old)), opened.rules)
        fix(model, {paired: old[paired]})
        values = run(model.cp, control(20.0), first=True).values
        assert values
        inside = model.supersets[paired].inside
        flags.append(sum(values[flag.index] for flag in inside.values()))
    assert flags == [sum(e.superset is not None for e in old[paired].work), 0]
