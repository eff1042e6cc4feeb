"""Why something is in a plan: taken out, replaced, one set more, the rule switched off."""

from __future__ import annotations

import pytest

from planner.answers.reasons.why import why
from planner.request.errors import InputError


def about(answer, name):
    """Return the one reason that is about something."""
    [reason] = [r for r in answer.reasons if r.about == name]
    return reason


def test_what_is_lost_without_an_entry(rows, few):
    """What the sets of an entry are worth is the difference of the goals with and without them.

    Of coverage and of the points of the goals, from the coverage rows of the plan, with the
    involvements of the exercise and the prices of the catalogue, each counted here by itself.
    """
    prices = {row.id: row.points for row in few.quality}
    importance = {row.id: row.points for row in few.importance}

    def coverage(goal, sets):
        return 4 * (4 * max(0, goal.min - sets) + 2 * max(0, sets - goal.max))

    def points(goal, sets):
        each = importance[goal.muscle] * prices["focus_percent"] // 100
        less = each * prices["near_percent"] // 100
        low, target, most, got = (round(4 * v) for v in (0, goal.target, goal.max, sets))
        near = target * prices["near_from_percent"] // 100
        first = target * prices["first_to_percent"] // 100
        steps = [(each * prices["first_percent"] // 100, first), (each - less, near),
                 (less, target)]
        steps += [(each * prices[f"{name}_percent"] // 100, below) for name, below in (
            ("middle", (target + most) // 2), ("top", most), ("beyond", 2 * most))]
        return sum(price * max(low, below - got) for price, below in steps)

    for name in ("seated_row", "face_pull"):
        entry = next(e for e in rows.session("mon").entries if e.exercise == name)
        expected = [0, 0]
        for goal in rows.coverage:
            muscles = few.members(goal.muscle)
            share = max((v for m, v in few.exercise_by_id[name].muscles.items() if m in muscles
                         and v >= 0.5), default=0)
            without = goal.sets - entry.sets * share
            expected[0] += coverage(goal, without) - coverage(goal, goal.sets)
            expected[1] += points(goal, without) - points(goal, goal.sets)

        figures = about(why(rows, name, few), "without it").figures

        assert [figures["coverage"], figures["goals"]] == expected
        assert expected[1] > 0


def test_the_only_main_lift(rows, few):
    """Without the deadlift the session has no heavy compound: main_lift says so."""
    reason = about(why(rows, "deadlift", few), "without it")

    assert "main_lift is broken" in reason.says


def test_the_place_of_the_deadlift(rows, few):
    """The deadlift begins the work: other work may not stand before a risk lift."""
    reason = about(why(rows, "deadlift", few), "its place")

    assert "before seated row" in reason.says
    assert "(risk_first)" in reason.says


def test_one_set_more_does_not_fit(rows, few):
    """39:53 of 40 minutes are used: 7 seconds are left, and every set takes longer."""
    assert rows.session("mon").seconds.typical == 39 * 60 + 53

    for entry in ("deadlift", "seated_row", "face_pull"):
        assert "would break time_budget" in about(why(rows, entry, few), "its sets").says


def test_a_goal_that_is_reached(day, few):
    """Lats: who gives how much adds up to what they get."""
    lats = next(c for c in day.coverage if c.muscle == "lats")

    answer = why(day, "lats", few)

    assert answer.kind == "goal"
    assert about(answer, "given by").figures["sets"] == lats.sets
    assert answer.says.startswith(f"Lats gets {lats.sets:g} ")


def test_a_goal_that_is_short(day, few):
    """Rear delts are short; the plan is proved, so no further set keeps the rules and helps."""
    rear = next(c for c in day.coverage if c.muscle == "rear_delts")
    assert rear.sets < rear.target

    reason = about(why(day, "rear_delts", few), "short")

    assert reason.figures["better"] == 0
    assert reason.figures["ways"] > 0
    assert "break a must rule: time_budget" in reason.says


def test_a_rule_and_what_it_costs(day, planned, few):
    """With no limit on time the plan is better by what planning without the rule gives.

    Every option is offered in so small a gym, and both plans are proved, so the figure is the
    difference of two plans that know nothing of each other.
    """
    free = planned(rules={"time_budget": "off"})
    assert [t.proved for t in (*free.solver.tiers[:2], *day.solver.tiers[:2])] == [True] * 4

    reason = about(why(day, "time_budget", few), "without it")

    assert why(day, "time_budget", few).says == "time_budget is a must rule; kept everywhere."
    values = [[t.value for t in p.solver.tiers[:2]] for p in (day, free)]
    assert reason.figures == {"coverage": values[1][0] - values[0][0],
                              "quality": values[1][1] - values[0][1]}
    assert reason.figures["quality"] < 0


def test_a_rule_that_costs_nothing(day, few):
    """Nobody in a gym lacks equipment for these few: without the rule nothing is better."""
    reason = about(why(day, "equipment", few), "without it")

    assert reason.figures == {"coverage": 0, "quality": 0}
    assert "it costs nothing that was seen" in reason.says


def test_the_whole_plan(day, rows, few):
    """Proved in every tier; what is short of its target is named with both figures."""
    assert why(day, catalog=few).says == "Proved to be the best in every tier."

    answer = why(rows, catalog=few)

    assert answer.says == "The best that was found; proved: nothing yet."
    short = {c.muscle: c.sets - c.target for c in rows.coverage if c.sets < c.target}
    assert short
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
def test_what_is_not_there(rows, few, what, says):
    """What can't be asked about is refused, with what was probably meant."""
    with pytest.raises(InputError) as refused:
        why(rows, what, few)

    assert refused.value.message == says
