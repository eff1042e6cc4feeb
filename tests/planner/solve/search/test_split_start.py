"""A longer week's search begins with upper and lower body in turn."""

from __future__ import annotations

import pytest

from planner.solve.search.split_start import split_offers

POOL = {"bench_press", "bent_over_row", "back_squat", "leg_curl", "hammer_curl", "plank"}
UPPER, LOWER = {"bench_press", "bent_over_row", "hammer_curl"}, {"back_squat", "leg_curl", "plank"}


def test_both_may_begin(make_problem):
    """Upper, lower, upper, lower, and the other way round; nothing from outside the pool."""
    problem = make_problem("mon tue thu fri")

    assert [list(map(set, offers)) for offers in split_offers(problem, POOL, 4)] == [
        [UPPER, LOWER, UPPER, LOWER], [LOWER, UPPER, LOWER, UPPER]]


def test_sessions_of_a_day_are_of_one_kind(make_problem):
    """The kinds go by days."""
    problem = make_problem("mon mon tue thu fri")

    [first, _] = split_offers(problem, POOL, 4)

    assert list(map(set, first)) == [UPPER, UPPER, LOWER, UPPER, LOWER]


def test_what_is_pinned_is_everywhere(make_problem):
    """What is included by name may stand on any day."""
    problem = make_problem("mon tue thu fri", include=["bench_press"])

    [first, _] = split_offers(problem, POOL, 4)

    assert all("bench_press" in ids for ids in first)


@pytest.mark.parametrize("fields", [
    {"days": "mon wed fri"}, {"days": "mon tue thu fri", "split": "push_pull_legs"}])
def test_who_needs_none(make_problem, fields):
    """Three days are for the whole body, and a split that is asked for is there already."""
    assert list(split_offers(make_problem(**fields), POOL, 4)) == []
