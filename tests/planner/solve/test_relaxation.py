"""The linear relaxation: a bound that no plan undercuts, and prices that are no more than true."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.api import rule_book
from planner.dose import Clock
from planner.pairing import saving_s
from planner.rules import REGISTRY
from planner.solve.least_time import pair_rules, twice_least
from planner.solve.linear import Lin, summed
from planner.solve.pool import kernels
from planner.solve.recorder import Recorder
from planner.solve.relaxation import Program, SomeRules
from planner.solve.surviving import survivors
from planner.tally import coverage_loss, use_of_time
from planner.workout import Workout
from tests.planner import brute

FEW = {"deadlift", "bench_press", "seated_row", "goblet_squat", "push_up", "plank", "hammer_curl",
       "calf_raise", "pull_up", "leg_curl"}


@pytest.fixture(scope="module")
def small(make_problem):
    """Return a problem with the options of a few exercises, in 30 minutes of the gym."""
    def make(days: str = "mon", minutes: int = 30, names: set[str] = FEW, **fields):
        problem = make_problem(days, minutes, equipment=["gym"], **fields)
        return problem.narrowed([names] * len(problem.sessions))
    return make


def plans(problem):
    """Yield every workout of one session that the audit accepts, with its two first tiers."""
    from planner.audit import broken_musts, ledger

    for visit in brute.contents(problem, problem.sessions[0]):
        workout = Workout((visit,))
        if not broken_musts(ledger(workout, problem, REGISTRY)):
            yield workout, coverage_loss(workout, problem), use_of_time(workout, problem)


@pytest.mark.parametrize("names", [{"bench_press", "seated_row", "plank"},
                                   {"deadlift", "calf_raise", "hammer_curl"},
                                   {"bench_press", "goblet_squat", "pull_up"}])
def test_no_plan_undercuts_the_bounds(small, names):
    """Neither bound is above what the best of all plans has.

    The second is that of the plans with the least loss.
    """
    problem = small(names=names, minutes=25, warm_up={"raise_minutes": 0, "mobilise_minutes": 0})
    program = Program(problem, rule_book())
    first = program.coverage()
    known = list(plans(problem))
    assert known
    least = min(loss for _, loss, _ in known)
    second = program.use_of_time(least)

    assert 0 < first.bound <= least
    assert second.bound <= min(room for _, loss, room in known if loss == least)


@pytest.mark.parametrize("names", [{"bench_press", "seated_row", "plank"},
                                   {"bench_press", "goblet_squat", "pull_up"}])
def test_survivors_hold_every_plan_as_good(small, names):
    """Whatever a plan that loses no more than the best may hold is among the survivors."""
    problem = small(names=names, minutes=25, warm_up={"raise_minutes": 0, "mobilise_minutes": 0})
    relaxation = Program(problem, rule_book()).coverage()
    known = list(plans(problem))
    assert known

    for most in sorted({loss for _, loss, _ in known})[:4]:
        left, = survivors(problem, relaxation, most)
        held = {i.exercise.id for w, loss, _ in known if loss <= most for i in w.visits[0].work}
        assert held <= left


def test_nothing_is_left_below_the_bound(small):
    """No plan loses less than the bound, and so no candidate can be in one that does."""
    problem = small(minutes=20)
    relaxation = Program(problem, rule_book()).coverage()

    assert survivors(problem, relaxation, relaxation.bound - 2) == [frozenset()]


def test_a_relaxation_of_nothing(small):
    """Where a must rule cannot be kept even in fractions there is no relaxation: one minute."""
    assert Program(small(minutes=1, warm_up={"raise_minutes": 0, "mobilise_minutes": 0},
                         rules={"main_lift": "off"}), rule_book()).coverage() is None


def test_kernels_grow(small):
    """Each kernel holds what the linear program chooses, and other options each time."""
    problem = small()
    relaxation = Program(problem, rule_book()).coverage()
    chosen = {o for (_, o), share in relaxation.share.items() if share > 1e-4}

    (first,), (second,) = kernels(problem, relaxation, (2, 3))

    assert first & second == chosen
    assert (len(first - chosen), len(second - chosen)) == (2, 3)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_least_time_is_least(catalog, make_problem, data):
    """Two entries never take less than the sum of their least, alone or as a superset."""
    problem = make_problem("mon", 60, equipment=["gym"],
                           goal=data.draw(st.sampled_from(["strength", "hypertrophy", "toning"])))
    session = problem.sessions[0]
    strict = pair_rules(problem, REGISTRY)
    least = twice_least(problem, session, strict)
    a, b = data.draw(st.sampled_from(list(combinations(session.options, 2))))
    sets = data.draw(st.integers(1, 6))

    def of(option, n):
        entry, each = least[option.id]
        return entry + each * n

    def alone(clock: Clock, n):
        return 2 * (clock.lead_in_s + clock.ramp_s + n * clock.work_s + (n - 1) * clock.rest_s)

    assert of(a, sets) <= alone(a.clock, sets)
    if not any(r.bars_pair(problem, a.exercise, b.exercise, a.equipment, b.equipment)
               for r in strict):
        saved = saving_s(a.clock, b.clock, sets, catalog.timing.superset_move_s)
        assert of(a, sets) + of(b, sets) <= (
            alone(a.clock, sets) + alone(b.clock, sets) - 2 * saved)


def test_the_heaviest_lifts_save_what_their_partners_rest(make_problem):
    """Two of the heaviest lifts are never paired: a deadlift-like row saves a light lift's rest.

    Bench press rests 150 s for hypertrophy, the longest rest of others is 120 s, the way is
    15 s: of its 150 s a round at most 120 - 15 are saved, half of them booked on it.
    """
    problem = make_problem("mon", 60, equipment=["gym"])
    session = problem.sessions[0]
    strict = pair_rules(problem, REGISTRY)
    bench = next(o for o in session.options if o.id == "bench_press")
    others = max(o.clock.rest_s for o in session.options
                 if o.exercise.rest_class != "heavy_compound")

    _, each = twice_least(problem, session, strict)["bench_press"]

    assert bench.clock.rest_s == 150
    assert others == 120
    assert each == 2 * (bench.clock.work_s + 150) - (120 - 15)


def test_recorded_rows_hold_in_every_plan(small):
    """A plan is a point of the recorded rows: its entries, sets and warm-up break none."""
    problem = small(names={"bench_press", "seated_row", "plank"}, minutes=40,
                    supersets="never")
    recorded = Recorder(problem).recorded(REGISTRY)
    seen = 0
    for workout, loss, _ in plans(problem):
        values = [0] * len(recorded.linear.variables)
        for item in workout.visits[0].work:
            key = (0, item.exercise.id)
            values[next(iter(recorded.chosen[key].terms))] = 1
            values[next(iter(recorded.sets[key].terms))] = item.sets
        held = {i.exercise.id for i in workout.visits[0].items if not i.work}
        for option, y in recorded.warm[0]:
            values[next(iter(y.terms))] = int(option.id in held)
        assert recorded.linear.broken(values) == []
        assert recorded.linear.loss(values) == loss
        seen += 1
        if seen == 50:
            break
    assert seen > 10


def test_linear_expressions():
    """2 (x + 3) - y is 2 x - y + 6; at x = 4, y = 1 it is 13."""
    x, y = Lin({0: 1}), Lin({1: 1})

    found = 2 * (x + 3) - y

    assert (found.terms, found.constant) == ({0: 2, 1: -1}, 6)
    assert found.value([4, 1]) == 13
    assert summed([(2, x), (-2, x)]).terms == {}


def test_rules_switched_off_one_by_one(small):
    """One minute cannot hold work: the two rules clash, and each alone can be kept."""
    problem = small(minutes=1, warm_up={"raise_minutes": 0, "mobilise_minutes": 0},
                    rules={"main_lift": "off"})
    rows = SomeRules(problem, rule_book())

    assert not rows.hold({("work", "mon"), ("time_budget", "mon")})
    assert rows.hold({("work", "mon")})
    assert rows.hold({("time_budget", "mon")})
