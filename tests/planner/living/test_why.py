"""Why something is in a plan: taken out, replaced, one set more, the rule switched off."""

from __future__ import annotations

import pytest

from planner.errors import InputError
from planner.living.why import why


def about(answer, name):
    """Return the one reason that is about something."""
    [reason] = [r for r in answer.reasons if r.about == name]
    return reason


def test_what_is_lost_without_an_entry(day, few):
    """Face pulls give 2 sets to rear delts and 1 each to upper back and traps, of 88 lost.

    The row of figures is the difference of the goals' losses with and without these sets,
    each counted by hand from the coverage rows of the plan.
    """
    given = {"rear_delts": 2.0}
    for goal in day.coverage:
        muscles = few.members(goal.muscle)
        share = max((v for m, v in few.exercise_by_id["face_pull"].muscles.items()
                     if m in muscles), default=0)
        given[goal.muscle] = 2 * share if share >= 0.5 else 0

    def loss(goal, sets):
        return 4 * (4 * max(0, goal.min - sets) + max(0, goal.target - sets)
                    + 2 * max(0, sets - goal.max))

    expected = sum(loss(g, g.sets - given[g.muscle]) - loss(g, g.sets) for g in day.coverage)

    reason = about(why(day, "face_pull", few), "without it")

    assert reason.figures["coverage"] == expected > 0


def test_the_only_main_lift(day, few):
    """Without the deadlift the session has no heavy compound: main_lift says so."""
    reason = about(why(day, "deadlift", few), "without it")

    assert "main_lift is broken" in reason.says


def test_the_place_of_the_deadlift(day, few):
    """The deadlift begins the work: other work may not stand before a risk lift."""
    reason = about(why(day, "deadlift", few), "its place")

    assert "before seated row" in reason.says
    assert "(risk_first)" in reason.says


def test_one_set_more_does_not_fit(day, few):
    """39:54 of 40 minutes are used: 6 seconds are left, and every set takes longer."""
    assert day.session("mon").seconds.typical == 39 * 60 + 54

    for entry in ("seated_row", "chin_up", "face_pull"):
        assert "would break time_budget" in about(why(day, entry, few), "its sets").says


def test_a_goal_that_is_reached(day, few):
    """Lats: who gives how much adds up to what they get."""
    lats = next(c for c in day.coverage if c.muscle == "lats")

    answer = why(day, "lats", few)

    assert answer.kind == "goal"
    assert about(answer, "given by").figures["sets"] == lats.sets
    assert answer.says.startswith(f"Lats gets {lats.sets:g} ")


def test_a_goal_that_is_short(day, few):
    """Traps are short; the plan is proved, so no way to add a set keeps the rules and helps."""
    traps = next(c for c in day.coverage if c.muscle == "traps")
    assert traps.sets < traps.target

    reason = about(why(day, "traps", few), "short")

    assert reason.figures["better"] == 0
    assert reason.figures["ways"] > 0
    assert "break a must rule: time_budget" in reason.says


def test_a_rule_and_what_it_costs(day, few):
    """With no limit on time the goals come nearer; with equipment off nothing does."""
    time_budget = why(day, "time_budget", few)

    assert time_budget.says == "time_budget is a must rule; kept everywhere."
    assert about(time_budget, "without it").figures["coverage"] < 0


def test_the_whole_plan(day, few):
    """Proved in every tier; what is short of its target is named with both figures."""
    answer = why(day, catalog=few)

    assert answer.says == "Proved to be the best in every tier."
    short = {c.muscle: c.sets - c.target for c in day.coverage if c.sets < c.target}
    assert about(answer, "below target").figures == short
    assert about(answer, "time_budget").says == "No room left: mon."


def test_every_entry_goal_and_rule_has_an_answer(week, few):
    """Whatever can be asked about a week is answered in whole sentences."""
    things = {e.exercise for s in week.sessions for e in s.entries}
    things |= {c.muscle for c in week.coverage}

    for thing in sorted(things):
        answer = why(week, thing, few)
        assert answer.reasons
        assert all(r.says.endswith(".") and not r.says[:1].islower() for r in answer.reasons)


@pytest.mark.parametrize(("what", "says"), [
    ("lat_pulldown", "lat_pulldown is not in the plan; coach why-not asks why"),
    ("recovry", "no entry, goal or rule 'recovry' in this plan; did you mean 'recovery'?")])
def test_what_is_not_there(day, few, what, says):
    """What can't be asked about is refused, with what was probably meant."""
    with pytest.raises(InputError) as refused:
        why(day, what, few)

    assert refused.value.message == says
