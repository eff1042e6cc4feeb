"""Why something is not in a plan: forced in, and what breaks or what it costs."""

from __future__ import annotations

import pytest

from planner import plan
from planner.errors import InputError
from planner.living.opened import open_plan
from planner.living.trials import Judge
from planner.living.why_not import why_not
from tests.planner.living.test_swap import everything


def test_what_is_there(day, few):
    """Asked about an exercise of the plan, it says where it is."""
    assert why_not(day, "face_pull", few).says == (
        "Face pull is in the plan: 2 sets on mon.")
    assert why_not(day, "light_jog", few).says == (
        "Light jog is in the plan: the warm-up of mon.")


def test_what_serves_no_goal(day, few):
    """A bench press trains nothing of the back: it was never a candidate, by `relevant`."""
    answer = why_not(day, "bench_press", few)

    assert answer.says == "Bench press cannot stand in any session of this plan."
    assert [r.says for r in answer.reasons] == [
        "mon: Bench press serves none of the goals [relevant]."]


def test_a_skill_that_is_not_there_yet(day, few):
    """Pull-ups are left out because an easier link of their chain is at hand."""
    [reason] = why_not(day, "pull_up", few).reasons

    assert "leaves intermediate with too few repetitions; chin-up" in reason.says


def test_what_counts_for_nothing(catalog):
    """A band row is too light for strength, and a cable row is at hand."""
    few = catalog.model_copy(update={"exercises": tuple(
        e for e in catalog.exercises if e.id in ("seated_row", "band_row"))})
    day = plan({"goal": "strength", "focus": ["upper_back"],
                "sessions": [{"day": "mon", "minutes": 30}]}, catalog=few)

    assert [r.says for r in why_not(day, "band_row", few).reasons] == [
        "mon: Band row counts for none of the goals; something like it does [worth]."]


@pytest.mark.parametrize("name", ["lat_pulldown", "bent_over_row", "romanian_deadlift"])
def test_the_cost_is_that_of_the_best_way(day, few, name):
    """No swap for the exercise is better than the cost that is told, or none keeps the rules.

    Every swap of an entry for the exercise, at every place, is judged by full audits; the
    answer may know a way that is better still, beside the others.
    """
    opened = open_plan(day, few)
    judge = Judge(opened)
    scores = [s for v in opened.workout.visits for i in v.work
              for candidate, w in everything(opened, v.id, i.exercise.id) if candidate == name
              if (s := judge.score(w)) is not None]

    answer = why_not(day, name, few)

    costs = [r.figures for r in answer.reasons if r.about == "cost"]
    if scores:
        [figures] = costs
        told = figures.get("coverage", 0)
        assert told <= min(scores)[0] - opened.values["coverage"]
        assert told >= 0  # the plan is proved: nothing is better
    else:
        assert any(r.about in ("rules", "cost") for r in answer.reasons)


def test_no_answer_says_that_a_proved_plan_could_be_better(planned, few):
    """The plans are proved, so forcing anything in never helps."""
    for fields in ({}, {"goal": "strength"}):
        plan = planned(**fields)
        assert plan.status == "optimal"
        for exercise in few.exercises:
            if "work" in exercise.phases:
                assert "even be better" not in why_not(plan, exercise.id, few).says


def test_an_unknown_exercise(day, few):
    """The nearest name is offered."""
    with pytest.raises(InputError, match="no exercise 'face_pul'; did you mean 'face_pull'"):
        why_not(day, "face_pul", few)
