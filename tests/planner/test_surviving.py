"""What a better plan may hold, and the steps that its loss comes in."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from planner.solve.relaxation import Relaxation
from planner.solve.surviving import better, loss_step, survivors

WHOLE, HALF, QUARTER = ("press", 4), ("fly", 2), ("raise", 1)


def problem_of(*options, weight=1):
    """Return one session of options that give quarter sets to one goal: 12, 24 and 40 asked."""
    made = [SimpleNamespace(id=name, session=0, gives={"chest": gives}) for name, gives in options]
    goal = SimpleNamespace(id="chest", min=12, target=24, max=40, weight=weight)
    return SimpleNamespace(sessions=[SimpleNamespace(index=0, options=made)], goals=[goal])


def relaxation_of(value, **prices):
    """Return what a linear program says: its value, and prices of options."""
    return Relaxation(value, {}, {(0, name): price for name, price in prices.items()})


@pytest.mark.parametrize(("offered", "weight", "step"), [
    # Below min counts 4, below target 1, above max 2: gcd(4 x 2, 1 x 2, 2 x 2) = 2.
    ((WHOLE, HALF), 1, 2),
    ((WHOLE, HALF), 3, 6),  # three times all of these
    ((WHOLE,), 1, 4),  # gcd(4 x 4, 1 x 4, 2 x 4)
    ((WHOLE, QUARTER), 1, 1),
    ((), 1, 8),  # nothing offered, so the loss is 4 x 12 + 24: gcd(4 x 12, 24, 2 x 40)
])
def test_losses_come_in_steps(offered, weight, step):
    """Only what is offered decides the step, not what the session might hold."""
    problem = problem_of(WHOLE, HALF, QUARTER, weight=weight)

    assert loss_step(problem, [frozenset(name for name, _ in offered)]) == step


def test_a_bound_between_two_steps_is_a_proof():
    """No less than 42.25 in steps of 2 is 44: nothing is better than 44."""
    assert better(problem_of(WHOLE, HALF), relaxation_of(42.25, press=0, fly=0), 44) is None


def test_one_quarter_set_keeps_43_possible():
    """The twin: an option that gives a single quarter set, at no price."""
    problem = problem_of(WHOLE, HALF, QUARTER)
    prices = {"press": 0, "fly": 0, "raise": 0}

    assert better(problem, relaxation_of(42.25, **prices), 44) == (
        43, [frozenset({"press", "fly", "raise"})])


def test_unless_its_price_is_too_high():
    """With a price of 1 it costs 43.25 at least: out of reach of 43, so steps are of 2 again."""
    problem = problem_of(WHOLE, HALF, QUARTER)
    relaxation = relaxation_of(42.25, **{"press": 0, "fly": 0, "raise": 1})

    assert survivors(problem, relaxation, 43) == [frozenset({"press", "fly"})]
    assert better(problem, relaxation, 44) is None
    assert better(problem, relaxation, 47) == (46, [frozenset({"press", "fly", "raise"})])
