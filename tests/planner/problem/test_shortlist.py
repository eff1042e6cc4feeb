"""What a coach would think of: each sentence that `planner.problem.shortlist` states."""

from __future__ import annotations

from typing import Any

import pytest

from planner.catalog import Catalog, Exercise, load
from planner.problem.build import build_problem
from planner.problem.problem import Problem
from planner.problem.shortlist import (
    ALIKE,
    PER_GOAL,
    SKILL,
    left_out,
    offers,
    only_by_name,
    shortlist,
)
from planner.problem.suitability import standings
from planner.request.request import Request, normalise
from planner.rules import REGISTRY

WHOLE = load()


def problem_of(catalog: Catalog = WHOLE, days: str = "mon", **fields: Any) -> Problem:
    """Return a problem over the whole catalogue."""
    request = {"sessions": [{"day": d, "minutes": 60} for d in days.split()], **fields}
    return build_problem(normalise(Request.model_validate(request), catalog), catalog, REGISTRY)


def offered(problem: Problem) -> frozenset[str]:
    """Return what the first session is offered."""
    return shortlist(problem, problem.sessions[0])


GYM = problem_of()

GRID = [(goal, level) for goal in ("strength", "hypertrophy", "toning", "health", "maintenance")
        for level in ("novice", "intermediate", "advanced")]


@pytest.mark.parametrize(("goal", "level"), GRID)
def test_as_many_as_a_coach_would_name(goal, level):
    """In a full gym between 40 and 110 of the hundreds that the rules allow."""
    problem = problem_of(goal=goal, level=level)

    assert 40 <= len(offered(problem)) <= 110 < len(problem.sessions[0].options)


@pytest.mark.parametrize(("goal", "level"), GRID)
def test_nothing_makeshift_in_a_full_gym(goal, level):
    """Where a barbell is at hand: no band or kettlebell, no push-up variant, no upright row.

    A band stays where nobody does its movement with a weight (a Y raise against a band).
    """
    problem = problem_of(goal=goal, level=level)
    loaded = {o.exercise.pattern for o in problem.sessions[0].options
              if o.exercise.load in ("barbell", "stack", "dumbbell", "plate")
              and o.exercise.standing != "niche"}
    found = [WHOLE.exercise_by_id[name] for name in offered(problem)]

    makeshift = [e.id for e in found if e.pattern in loaded and e.load in ("band", "kettlebell")]
    assert makeshift == []
    assert [e.id for e in found if "push_up" in e.id and e.id != "push_up"] == []
    assert [e.id for e in found if "upright_row" in e.id] == []


# 1. What is asked for by name or wished.

ODD = "kb_floor_press"
"""A niche in a gym that nobody is offered."""


@pytest.mark.parametrize("fields", [
    {"include": [ODD]}, {"likes": [ODD]}, {"maxes_kg": {ODD: 20}}, {"able": [ODD]}])
def test_what_is_wished_is_offered(fields):
    """By name, liked, with a known maximum, or within somebody's ability."""
    assert ODD not in offered(GYM)
    assert ODD in offered(problem_of(**fields))


def test_what_a_complaint_prefers_is_offered():
    """With low back pain its list of what to prefer, as far as the place has it."""
    problem = problem_of(complaints=["low_back_pain"])
    preferred = set(WHOLE.complaint_by_id["low_back_pain"].prefer)

    assert preferred & problem.sessions[0].at_hand <= offered(problem)
    assert preferred & problem.sessions[0].at_hand - offered(GYM)


# 2. The staples of the place.


@pytest.mark.parametrize("equipment", [["gym"], ["home"], ["minimal"], ["kettlebell"]])
def test_staples_are_offered(equipment):
    """All of them, but for what comes by name only."""
    problem = problem_of(equipment=equipment)
    session = problem.sessions[0]
    staples = {o.id for o in session.options if standings(problem, session)[o.id] == "staple"
               and only_by_name(problem, session, o) is None}

    assert staples <= offered(problem)
    assert staples


# 3. Common exercises, where fewer than two do the same.


def test_common_ones_where_few_do_the_same():
    """Of each kind that is offered by standing there are two where two are to be had.

    Of a kind with two staples or more no common exercise is offered for its own sake: only where
    a goal has too few that train it.
    """
    session = GYM.sessions[0]
    known = standings(GYM, session)
    free = [o for o in session.options if only_by_name(GYM, session, o) is None]
    kinds = {alike(o.exercise) for o in free}
    for kind in kinds:
        same = [o for o in free if alike(o.exercise) == kind]
        staples = [o for o in same if known[o.id] == "staple"]
        common = [o for o in same if known[o.id] == "common"]
        there = [o for o in common if o.id in offered(GYM)]
        least = min(len(common), max(0, ALIKE - len(staples)))
        assert len(there) >= least
        if len(there) > least:
            assert any(few_train(goal) for o in there for goal in GYM.goal_ids
                       if GYM.trains(o.exercise, goal) == 1.0), kind


def alike(exercise: Exercise) -> tuple[str, frozenset[str]]:
    """Return what exercises have in common that do the same: movement and direct muscles."""
    return exercise.pattern, frozenset(m for m, v in exercise.muscles.items() if v == 1.0)


def few_train(goal: str) -> bool:
    """Whether at most three of what is offered train a goal directly."""
    return sum(GYM.trains(WHOLE.exercise_by_id[n], goal) == 1.0 for n in offered(GYM)) <= PER_GOAL


# 4. Enough for each goal.


@pytest.mark.parametrize("equipment", [["gym"], ["home"], ["minimal"], ["kettlebell"], ["band"]])
@pytest.mark.parametrize("focus", [[], ["forearms"], ["rotator_cuff"]])
def test_three_for_each_goal(equipment, focus):
    """Each goal has three that train it directly, or all that are not by name only."""
    problem = problem_of(equipment=equipment, focus=focus)
    session = problem.sessions[0]
    for goal in problem.session_goals(session):
        direct = [o for o in session.options if problem.trains(o.exercise, goal) == 1.0
                  and only_by_name(problem, session, o) is None]
        there = [o for o in direct if o.id in offered(problem)]
        assert len(there) >= min(PER_GOAL, len(direct)), goal


# Only by name.


def option(problem: Problem, name: str) -> Any:
    """Return an option of the first session."""
    return next(o for o in problem.sessions[0].options if o.id == name)


@pytest.mark.parametrize(("name", "fields", "why"), [
    ("bench_press", {"dislikes": ["bench_press"]}, "is disliked"),
    ("db_floor_press", {}, "is done for want of something better, which is at hand"),
    ("power_clean", {"goal": "toning", "level": "advanced"},
     "is a fast lift, and the sets are long"),
    ("good_morning", {"level": "intermediate"}, "asks for skill 4"),
    ("barbell_lunge", {"level": "novice"}, "asks for skill 3"),
])
def test_only_by_name(name, fields, why):
    """What is disliked, makeshift, fast in long sets, or harder than the level should be given."""
    problem = problem_of(**fields)

    assert only_by_name(problem, problem.sessions[0], option(problem, name)) == why


def test_makeshift_where_nothing_better_is(catalog):
    """A floor press is offered where there is no bench."""
    problem = problem_of(equipment=["dumbbells", "mat"])

    assert only_by_name(problem, problem.sessions[0], option(problem, "db_floor_press")) is None


@pytest.mark.parametrize("level", ["novice", "intermediate", "advanced"])
def test_skill(level):
    """Nothing harder than the level's figure, staples and first lifts one more."""
    problem = problem_of(level=level)
    known = standings(problem, problem.sessions[0])

    for name in offered(problem):
        known_well = known[name] == "staple" or name in WHOLE.first_ids
        assert WHOLE.exercise_by_id[name].skill <= SKILL[level] + known_well


def test_what_is_asked_for_is_offered_whatever_speaks_against_it():
    """A disliked exercise that is included by name stands on the list."""
    problem = problem_of(dislikes=["bench_press"], include=["bench_press"])

    assert "bench_press" in offered(problem)
    assert "bench_press" not in offered(problem_of(dislikes=["bench_press"]))


# Sentences, and problems without a list.


def test_why_it_is_left_out():
    """Who asks is told: what speaks against it, or how it stands beside what is offered."""
    session = GYM.sessions[0]

    assert left_out(GYM, session, "bench_press") is None
    assert left_out(GYM, session, "no_such_exercise") is None
    assert left_out(GYM, session, "db_floor_press") == (
        "is done for want of something better, which is at hand, so it is planned only when "
        "asked for by name")
    says = left_out(GYM, session, "decline_bench_press")
    assert says is not None
    assert says.startswith("is a niche choice beside ")
    assert says.endswith(" at this place, so it is planned only when asked for by name")


def test_something_is_always_offered():
    """Where everything would come by name only, all of it is offered."""
    few = WHOLE.model_copy(update={"exercises": (WHOLE.exercise_by_id["push_up"],)})
    problem = problem_of(few, dislikes=["push_up"])

    assert offered(problem) == {"push_up"}


def test_each_session_has_its_own_list():
    """A Thursday at home is offered what a home has."""
    problem = problem_of(sessions=[{"day": "mon", "minutes": 60},
                                   {"day": "thu", "minutes": 60, "equipment": ["mat"]}])
    gym, home = offers(problem)

    assert "bench_press" in gym - home
    assert "push_up" in home


def test_the_list_does_not_depend_on_the_catalogues_order():
    """Shuffled, the same exercises give the same list."""
    mixed = WHOLE.model_copy(update={"exercises": tuple(reversed(WHOLE.exercises))})

    assert offered(problem_of(mixed)) == offered(GYM)


def test_a_narrowed_problem_has_the_list_of_the_whole(make_problem):
    """What is offered follows from the place, and not from what was offered before."""
    few = GYM.narrowed(offers(GYM))

    assert offers(few) == offers(GYM)
