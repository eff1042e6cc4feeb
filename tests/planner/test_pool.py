"""Fewer candidates to begin with, and nothing lost by it where it is said that nothing is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from catalog import load
from planner.api import as_request
from planner.building import build_problem
from planner.request import normalise
from planner.rules import REGISTRY
from planner.solve.pool import MORE_WARM_UPS, plainly_warmed
from planner.solve.relaxation import Program


def week_of(minutes=25):
    """Return two sessions in a gym, from the whole catalogue."""
    request = as_request({"equipment": ["gym"], "sessions": [
        {"day": day, "minutes": minutes} for day in ("mon", "thu")]})
    return build_problem(normalise(request, load()), load(), REGISTRY)


def ids_of(part):
    """Return the ids of a warm-up part's options."""
    return [o.id for o in part.options]


def test_few_warm_ups_are_kept_and_none_is_slower_or_harder_on_the_back():
    """As many as are needed and two more, each no slower and no harder than any left out."""
    problem = week_of()

    for before, after in zip(problem.sessions, plainly_warmed(problem).sessions, strict=True):
        for whole, few in zip(before.warm_up, after.warm_up, strict=True):
            assert len(few.options) == len(few.holds) + MORE_WARM_UPS < len(whole.options)
            left_out = [o for o in whole.options if o.id not in ids_of(few)]
            assert max(o.clock.lead_in_s for o in few.options) <= min(
                o.clock.lead_in_s for o in left_out)
            assert max(o.exercise.strain.lumbar for o in few.options) <= min(
                o.exercise.strain.lumbar for o in left_out)


def test_all_are_kept_where_the_quickest_is_hard_on_the_back():
    """The twin: one option that is quicker than all and loads the back more; neither may go."""
    problem = week_of()
    session = problem.sessions[0]
    part = session.warm_up[0]
    last = part.options[-1]
    strain = last.exercise.strain.model_copy(update={"lumbar": 3})
    odd = replace(last, clock=replace(last.clock, lead_in_s=0),
                  exercise=last.exercise.model_copy(update={"strain": strain}))
    changed = replace(part, options=(*part.options[:-1], odd))
    twin = replace(problem, sessions=(
        replace(session, warm_up=(changed, *session.warm_up[1:])), *problem.sessions[1:]))

    assert ids_of(plainly_warmed(twin).sessions[0].warm_up[0]) == ids_of(changed)


@pytest.mark.parametrize("minutes", [15, 25, 45])
def test_the_bounds_are_the_same(minutes):
    """What the linear program says of the first two tiers does not know of what was left out."""
    problem = week_of(minutes)
    whole, few = (Program(p, REGISTRY) for p in (problem, plainly_warmed(problem)))
    covered = whole.coverage(), few.coverage()

    assert covered[0].value == pytest.approx(covered[1].value)
    loss = covered[0].bound + 10
    assert whole.use_of_time(loss).value == pytest.approx(few.use_of_time(loss).value)
