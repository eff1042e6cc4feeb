"""What a session takes at the least: never more than it takes in any supersets."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.judge.pairing import saving_s
from planner.rules import REGISTRY
from planner.solve.model.least_seconds import pair_rules, twice_least
from planner.workout.timing import Clock


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


def test_a_barbell_lift_saves_nothing(make_problem):
    """It is left standing in no superset, so its sets take what they take alone."""
    problem = make_problem("mon", 60, equipment=["gym"])
    session = problem.sessions[0]
    bench = next(o for o in session.options if o.id == "bench_press")

    entry, each = twice_least(problem, session, pair_rules(problem, REGISTRY))["bench_press"]

    assert (entry, each) == (2 * bench.clock.entry_s, 2 * bench.clock.set_s)


def test_others_save_what_a_partner_rests(make_problem):
    """Of lateral raises' 75 s a partner that rests as long saves 75 - 15 a round, half booked here.

    A set takes twice its work and its rest, less what is booked: the shorter of two rests, less
    the way of 15 s between them. The longest rest of a partner is no less than 75 s.
    """
    problem = make_problem("mon", 60, equipment=["gym"])
    session = problem.sessions[0]
    raises = next(o for o in session.options if o.id == "lateral_raise")

    _, each = twice_least(problem, session, pair_rules(problem, REGISTRY))["lateral_raise"]

    assert raises.clock.rest_s == 75
    assert each == 2 * (raises.clock.work_s + 75) - (75 - 15)
