"""Why something is not in a plan: forced in, and what breaks or what it costs."""

from __future__ import annotations

from itertools import permutations

import pytest

from planner import plan
from planner.answers.reasons.why_not import why_not
from planner.answers.trial.opened_plan import open_plan, replaced
from planner.judge.audit import broken_musts, ledger, worth
from planner.judge.tiers import TierName
from planner.problem.shortlist import left_out
from planner.request.errors import InputError
from planner.solve.model.variables import as_item
from planner.workout.workout import with_entries
from tests.planner.answers.test_swap import everything


def test_what_is_there(rows, few):
    """Asked about an exercise of the plan, it says where it is."""
    assert why_not(rows, "face_pull", few).says == (
        "Face pull is in the plan: 3 sets on mon.")
    assert why_not(rows, "light_jog", few).says == (
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


@pytest.mark.parametrize("name", ["lat_pulldown", "bent_over_row", "romanian_deadlift",
                                  "chin_up"])
def test_the_cost_is_that_of_the_best_way(rows, few, name):
    """The cost of the best single way is that of the best of all of them, by full audits.

    All swaps of an entry for the exercise, at every place, and the exercise beside the others,
    in every order of the work. The first of the tiers that differs is told, with its sign.
    """
    opened = open_plan(rows, few)
    scores = []
    ways = [w for v in opened.workout.sessions for i in v.work
            for candidate, w in everything(opened, v.id, i.exercise.id) if candidate == name]
    for workout in [*ways, *beside(opened, name)]:
        found = ledger(workout, opened.problem, opened.rules)
        if not broken_musts(found):
            scores.append(worth(workout, opened.problem, found))

    answer = why_not(rows, name, few)

    [cost] = [r.figures for r in answer.reasons if r.about == "cost"]
    expected = [b - a for a, b in zip(opened.worth, min(scores), strict=True)]
    tier = next(k for k, v in enumerate(expected) if v)
    assert cost == {list(TierName)[tier]: expected[tier]}


def beside(opened, name):
    """Yield the day's work with one more exercise, in every order and with all of its sets."""
    [session] = opened.problem.sessions
    [done] = opened.workout.sessions
    option = next(o for o in session.options if o.id == name)
    warm = tuple(i for i in done.entries if not i.work)
    for sets in range(option.sets[0], option.sets[1] + 1):
        for order in permutations((*done.work, as_item(option, sets))):
            yield replaced(opened.workout, 0, with_entries(done, (*warm, *order)))


@pytest.mark.parametrize("name", ["lat_pulldown", "chin_up", "face_pull"])
def test_a_session_planned_around_it(day, planned, few, name):
    """The cost is that of the plan in which the exercise is included by name.

    The day is one session, and both searches are proved: the difference of the two plans, each
    of which knows nothing of the other, is what is told. What is there already is where it is.
    """
    if name in {e.exercise for e in day.session("mon").entries}:
        assert "is in the plan" in why_not(day, name, few).says
        return
    other = planned(include=[name])
    assert [t.proved for t in (*other.solver.tiers[:2], *day.solver.tiers[:2])] == [True] * 4

    answer = why_not(day, name, few)

    [found] = [r.figures for r in answer.reasons if r.about == "session"]
    expected = {t.name: t.value - u.value for t, u in
                zip(other.solver.tiers, day.solver.tiers, strict=True) if t.value != u.value}
    tier = next(iter(expected))
    assert found == {tier: expected[tier]}
    if tier == "quality":
        assert answer.says.endswith(f"could be in, but that costs {expected[tier]} points.")


def test_what_is_planned_only_by_name(week, few, catalog):
    """A candidate that is not offered says why, in the words of the shortlist."""
    opened = open_plan(week, catalog)
    session = opened.problem.sessions[0]
    name = next(o.id for o in session.options if left_out(opened.problem, session, o.id)
                and "niche" in left_out(opened.problem, session, o.id))

    reasons = [r for r in why_not(week, name, catalog).reasons if r.about == "not offered"]

    assert len(reasons) >= 1
    assert left_out(opened.problem, session, name) in reasons[0].says
    assert reasons[0].says.startswith("mon")


def test_no_answer_says_that_a_proved_plan_could_be_better(planned, few):
    """The plans are proved, so forcing in what is offered never helps."""
    for fields in ({}, {"goal": "strength"}):
        plan = planned(**fields)
        assert plan.status == "optimal"
        [session] = open_plan(plan, few).problem.sessions
        offered = [o.id for o in session.options
                   if left_out(open_plan(plan, few).problem, session, o.id) is None]
        assert len(offered) > 3
        for exercise in offered:
            assert "even be better" not in why_not(plan, exercise, few).says


def test_an_unknown_exercise(day, few):
    """The nearest name is offered."""
    with pytest.raises(InputError, match="no exercise 'face_pul'; did you mean 'face_pull'"):
        why_not(day, "face_pul", few)
