"""One run of the solver under limits, and what a request's runs share."""

from __future__ import annotations

import time

import pytest
from ortools.sat.python import cp_model

from planner.request.errors import PlanBug
from planner.solve import Settings
from planner.solve.run import Control, run
from planner.solve.trace import Progress


def control(seconds: float = 10.0, **fields) -> Control:
    """Return the limits of a request that begins now."""
    return Control(seconds, 1, 0, time.monotonic(), **fields)


def small(least: int = 3):
    """Return a model: the least of x above a bound, x from 0 to 9."""
    model = cp_model.CpModel()
    x = model.new_int_var(0, 9, "x")
    model.add(x >= least)
    model.minimize(2 * x)
    return model


def hard(size: int = 40):
    """Return a model that takes long: a market split problem."""
    model = cp_model.CpModel()
    found = [model.new_bool_var(f"x{k}") for k in range(size)]
    over = []
    for row in range(5):
        weights = [(37 * k * k + 61 * (row + 1) * k + 11 * row) % 100 for k in range(size)]
        off = model.new_int_var(0, 10**4, f"off{row}")
        total = sum(w * x for w, x in zip(weights, found, strict=True))
        model.add(off >= total - sum(weights) // 2)
        model.add(off >= sum(weights) // 2 - total)
        over.append(off)
    model.minimize(sum(over))
    return model


def test_to_the_end():
    """Status, value, bound, and the values of all variables."""
    found = run(small(), control())

    assert (found.status, found.value, found.bound, found.values) == ("optimal", 6, 6, (3,))


def test_no_solution():
    """Nothing is above 9: the run says so and holds no values."""
    found = run(small(least=10), control())

    assert (found.status, found.values) == ("infeasible", ())


def test_the_first_solution():
    """Whoever asks for any plan gets one, without a proof of more."""
    found = run(hard(), control(), first=True)

    assert found.values
    assert found.bound <= found.value


def test_an_invalid_model():
    """What the solver calls invalid is the planner's mistake, and said so."""
    model = small()
    huge = model.new_int_var(0, 2**60, "huge")
    model.minimize(1000 * huge)

    with pytest.raises(PlanBug, match="model is invalid"):
        run(model, control())


def test_work_is_counted():
    """Each run uses up deterministic time, loading included, and the limit binds."""
    limits = control(seconds=1.0)
    before = limits.work_left
    run(hard(), limits, work=0.05)

    assert before == Settings().work_per_second
    assert 0 < limits.used_work < 0.1
    assert limits.work_left == pytest.approx(before - limits.used_work)


def test_a_limit_of_work_is_the_same_every_time():
    """The same model under the same limit ends in the same place."""
    found = [run(hard(60), control(), work=0.02) for _ in range(2)]

    assert found[0] == found[1]
    assert found[0].status == "feasible"


def test_spare_time_is_for_what_was_found():
    """Where all is spent, a run may still use what is set aside for it."""
    limits = control(seconds=1e-6)
    assert limits.spent

    assert run(small(), limits, spare=0.1).status == "optimal"


def test_the_users_stop_ends_a_run():
    """Whoever asks to stop gets what was found, and the request counts as stopped."""
    asked = time.monotonic()
    limits = control(seconds=60, should_stop=lambda: time.monotonic() > asked + 0.2)
    run(hard(80), limits)

    assert limits.stopped
    assert limits.spent
    assert limits.why == "user"
    assert limits.elapsed < 30


def test_asked_before_a_run():
    """A stop is noticed between two runs as well, and is asked for once only."""
    calls = []
    limits = control(should_stop=lambda: bool(calls.append(1) or True))

    assert limits.spent
    assert limits.spent
    assert len(calls) == 1


@pytest.mark.parametrize(("seconds", "used", "why"), [
    (10, 10 * Settings().work_per_second, "deterministic"), (1e-6, 0.0, "wall")])
def test_why_it_ended(seconds, used, why):
    """Whose limit it was."""
    limits = control(seconds)
    limits.used_work = used

    assert limits.spent
    assert limits.why == why


def test_whoever_watches_is_told_of_coverage_first():
    """A sum of 1000 a quarter set: 3 missing and 40 points, then none and 25, then 20."""
    seen: list[Progress] = []
    limits = control(on_progress=seen.append, weight_of_coverage=1000, bound=12)

    for value in (3040, 1990, 25, 20):
        limits.found(value)

    assert [(p.tier, p.best, p.bound) for p in seen] == [
        ("coverage", 3, None), ("coverage", 2, None), ("quality", 25, 12), ("quality", 20, 12)]
    assert seen[0].seconds >= limits.first_plan_s


def test_loading_is_charged_by_size():
    """A model that is solved at once still costs what it takes to load."""
    few, many = control(), control()
    run(small(), few)
    large = small()
    for k in range(1000):
        large.new_bool_var(f"y{k}")
    run(large, many)

    assert many.used_work - few.used_work == pytest.approx(
        1000 * Settings().loading_work, rel=0.01)


@pytest.mark.parametrize(("fields", "used", "kept_s", "by_clock"), [
    ({}, 0.0, 0.0, False),  # nothing has ended
    ({}, 10 * Settings().work_per_second, 0.0, False),  # the work is done
    ({}, 9 * Settings().work_per_second, 2.0, False),  # what is left is kept, by work as well
    ({"started": 20.0}, 0.0, 0.0, True),  # the clock is past, the work is not
    ({"started": 9.0}, 0.0, 2.0, True)])  # one second left on the clock, two are kept
def test_whether_the_clock_ended_anything(fields, used, kept_s, by_clock):
    """Ten seconds are given; ``started`` is how long ago that was."""
    limits = Control(10.0, 1, 0, time.monotonic() - fields.get("started", 0.0))
    limits.used_work, limits.kept_s = used, kept_s

    assert limits.no_more_plans == (used > 0 or by_clock)
    assert limits.by_clock == by_clock
    assert limits.reproducible != by_clock


def test_a_limit_in_work():
    """Half a unit of work stands for a second; the clock has a minute."""
    limits = Control(60.0, 1, 0, time.monotonic(), work=0.5)

    assert (limits.work_left, limits.length_s) == (0.5, 1.0)


def test_two_workers_promise_nothing():
    """Whoever is first may differ."""
    assert not Control(10.0, 2, 0, time.monotonic()).reproducible
