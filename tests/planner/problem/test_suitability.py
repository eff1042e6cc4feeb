"""How an exercise stands at a place and for a level."""

from __future__ import annotations

import pytest

from planner.catalog import load
from planner.problem.suitability import (
    kit_rank,
    outgrown,
    standing,
    standings,
    stands_in,
    staples_of,
)

GYM = ("barbell", "plates", "rack", "bench")


def of(problem):
    """Return how the candidates of the first session stand."""
    return standings(problem, problem.sessions[0])


@pytest.mark.parametrize(("exercise", "equipment", "level", "there"), [
    # The standing in general, where nothing of the movement has better kit.
    ("bench_press", ["gym"], "intermediate", "staple"),
    ("kb_swing", ["kettlebell"], "intermediate", "niche"),
    ("push_up", ["mat"], "intermediate", "staple"),
    # Bodyweight of moderate loading is one rank behind a barbell: a class further down.
    ("inverted_row", ["gym"], "intermediate", "common"),
    # A push-up stands in for a press, and is outgrown by the advanced.
    ("push_up", ["gym"], "intermediate", "niche"),
    ("push_up", ["mat"], "advanced", "common"),
    # Goblet squats are outgrown from intermediate on, whatever is at hand.
    ("goblet_squat", ["dumbbells"], "novice", "staple"),
    ("goblet_squat", ["dumbbells"], "intermediate", "common"),
    # A band is two ranks behind a stack, and behind nothing else on a mat.
    ("band_row", ["gym", "band"], "novice", "niche"),
    ("band_row", ["band"], "novice", "common"),
    # What is done at a station, such as a pull-up bar, is behind nothing.
    ("chin_up", ["gym"], "intermediate", "staple"),
    # Trunk work without a load is not behind a cable.
    ("plank", ["gym"], "intermediate", "staple"),
])
def test_a_place_and_a_level(make_problem, exercise, equipment, level, there):
    """A class down for each rank of kit behind the best of its movement, one for who outgrew it."""
    problem = make_problem(equipment=equipment, level=level)

    assert of(problem)[exercise] == there


def test_no_class_is_below_the_last(make_problem):
    """Whoever is three classes behind is a niche, as who is two behind."""
    found = of(make_problem(equipment=["gym", "band", "kettlebell"], level="advanced"))

    assert set(found.values()) == {"staple", "common", "niche"}


@pytest.mark.parametrize(("load_kind", "loading", "rank"), [
    ("barbell", "heavy", 0), ("stack", "light", 0), ("dumbbell", "moderate", 0),
    ("kettlebell", "heavy", 1), ("band", "moderate", 2), ("bodyweight", "heavy", 0),
    ("bodyweight", "moderate", 1), ("bodyweight", "light", 2)])
def test_ranks_of_kit(catalog, load_kind, loading, rank):
    """A barbell, a machine and dumbbells first, then kettlebells, then bands; by the table."""
    e = catalog.exercise_by_id["push_up"].model_copy(update={
        "load": load_kind, "loading": loading, "equipment": ((),)})

    assert kit_rank(catalog, e) == rank


def test_a_station_is_not_behind(catalog):
    """The same bodyweight exercise on a back-extension bench is behind nothing."""
    e = catalog.exercise_by_id["push_up"]
    there = e.model_copy(update={"equipment": (("back_extension_bench",),)})

    assert (kit_rank(catalog, e), kit_rank(catalog, there)) == (1, 0)


@pytest.mark.parametrize(("level", "gone"), [
    ("novice", False), ("intermediate", True), ("advanced", True)])
def test_outgrown(catalog, level, gone):
    """From the level that is named on; what has none is never outgrown."""
    assert catalog.exercise_by_id["goblet_squat"].outgrown_at == "intermediate"
    assert outgrown(catalog.exercise_by_id["goblet_squat"], level) is gone
    assert not outgrown(catalog.exercise_by_id["back_squat"], level)


def test_what_stands_in_is_the_last_choice(make_problem, catalog):
    """An exercise for want of another is a niche beside it, and what it is without it."""
    data = catalog.model_copy(update={"stand_ins": {"db_bench": ("bench_press",)}})
    both, alone = frozenset({"db_bench", "bench_press"}), frozenset({"db_bench", "push_up"})
    problem = make_problem()
    object.__setattr__(stood := problem.part((0,)).narrowed([set(both)]), "catalog", data)
    lift = data.exercise_by_id["db_bench"]

    assert stands_in(stood, both, lift)
    assert not stands_in(stood, alone, lift)
    assert not stands_in(stood, both, data.exercise_by_id["bench_press"])


def test_who_is_no_candidate_stands_as_in_general(make_problem, catalog):
    """A workout that somebody wrote may hold what the place does not have."""
    problem = make_problem(equipment=["mat"])
    lift = catalog.exercise_by_id["back_squat"]

    assert standing(problem, problem.sessions[0], lift) == lift.standing


def test_first_lifts_are_the_staples_of_a_movement(make_problem, catalog):
    """Where a first lift is at hand, those at hand are what a balanced week needs."""
    for goal in ("strength", "hypertrophy"):
        problem = make_problem(goal=goal)
        hand = problem.sessions[0].at_hand
        for first in catalog.firsts:
            known = {*first.exercises, *(first.for_muscle if goal == "hypertrophy" else ())}
            assert staples_of(problem, problem.sessions[0], first.id) == hand & known


@pytest.mark.parametrize(("equipment", "basis", "found"), [
    (["kettlebell"], "squat", {"goblet_squat"}),
    (["leg_press"], "squat", {"leg_press"}),  # a machine for want of anything free
    (["leg_press", "dumbbells"], "squat", {"goblet_squat"}),
    (["minimal"], "vertical_pull", set()),
])
def test_the_best_of_the_place(make_problem, equipment, basis, found):
    """Without a first lift the best class at hand is; a machine last where free lifts are asked."""
    problem = make_problem(equipment=equipment)

    assert staples_of(problem, problem.sessions[0], basis) == found


def test_every_first_lift_is_of_its_movement():
    """The table of first lifts names no press as a squat, and each basic movement has one."""
    known = load()

    for first in known.firsts:
        assert {known.pattern_by_id[known.exercise_by_id[e].pattern].basis
                for e in first.exercises} == {first.id}
    assert {f.id for f in known.firsts} == {p.basis for p in known.patterns} - {None}
