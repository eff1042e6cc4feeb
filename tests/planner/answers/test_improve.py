"""Somebody's workout, changed as little as possible: what stays, what goes, and what it costs."""

from __future__ import annotations

from dataclasses import replace

import pytest

import planner
from planner.answers.improve import improve
from planner.answers.trial.opened_plan import open_plan
from planner.answers.trial.opened_text import open_text
from planner.catalog import load
from planner.judge.audit import broken_musts, ledger, worth
from planner.rules import REGISTRY
from planner.workout.workout import Workout, with_entries

CATALOG = load()
SECONDS = 1.0
WARM_UP = "8min rowing machine\n"


def work(plan, session="mon"):
    """Return the work of a session as exercise and sets, in its order."""
    return [(e.exercise, e.sets) for e in plan.session(session).entries if e.phase == "work"]


def told(found):
    """Return the changes as kind and exercises."""
    return [(c.change, c.exercises) for c in found.changes]


def test_what_keeps_the_rules_stays():
    """Nothing is broken, so nothing changes: not the sets, the load, the rest or the warm-up."""
    found = improve(f"{WARM_UP}5x5 Deadlift @ 100 kg, rest 4 min\n3x8 Seated row\n",
                    seconds=SECONDS)

    assert (found.ok_before, found.changes) == (True, ())
    first, deadlift, _ = found.plan.sessions[0].entries
    assert (first.exercise, first.hold_s) == ("rowing_machine", 480)
    assert (deadlift.rows[0].load_kg, deadlift.rows[0].rest_s) == (100.0, 240)


def test_the_deadlift_moves_to_the_front():
    """A row that tires the back stands before a deadlift: only the order changes."""
    found = improve(f"{WARM_UP}3x8 Bent-over row\n3x8 Bench press\n5x5 Deadlift\n", seconds=SECONDS)

    assert not found.ok_before
    assert told(found) == [("moved", ("deadlift",))]
    assert work(found.plan) == [("deadlift", 5), ("bent_over_row", 3), ("bench_press", 3)]
    assert any("Bent-over row tires the back before Deadlift" in why
               for why in found.changes[0].needed)


def test_a_warm_up_comes_in():
    """A text without a warm-up gets one, and the minutes for it."""
    found = improve("5x5 Deadlift\n3x8 Seated row\n", seconds=SECONDS)

    [change] = found.changes
    assert (change.change, change.needed) == ("warm_up", ("no warm-up (phases)",))
    assert found.plan.sessions[0].entries[0].phase == "raise"


@pytest.mark.parametrize("able", [False, True])
def test_a_lift_that_is_too_hard_goes(able):
    """A power clean asks for skill 5: a novice does without it, unless this one can."""
    said = {"level": "novice", **({"able": ["power_clean"]} if able else {})}
    found = improve(f"{WARM_UP}5x3 Power clean\n3x8 Goblet squat\n", said, seconds=SECONDS)

    gone = [c for c in found.changes if c.change == "removed"]
    assert [c.exercises for c in gone] == ([] if able else [("power_clean",)])
    assert able or any("skill 5, novice is 3" in why for why in gone[0].needed)


def test_rows_of_what_stays_are_kept():
    """A top set and its back-off sets stay as they are, though the order changes."""
    found = improve(f"{WARM_UP}3x8 Bent-over row\nDeadlift 1x5 @ 85%, 3x5 @ 75%\n",
                    seconds=SECONDS)

    deadlift = next(e for e in found.plan.sessions[0].entries if e.exercise == "deadlift")
    assert [(r.sets, r.percent_1rm) for r in deadlift.rows] == [(1, 85), (3, 75)]


def test_a_circuit_stays_one():
    """Three in turn stay together, whatever else changes."""
    text = (f"{WARM_UP}3x8 Bent-over row\n5x5 Deadlift\n"
            "A1 3x10 Push-up\nA2 3x12 Goblet squat\nA3 3x30s Plank\n")
    found = improve(text, seconds=SECONDS)

    letters = {e.exercise: e.superset for e in found.plan.sessions[0].entries}
    assert letters["push_up"] == letters["goblet_squat"] == letters["plank"] is not None


def test_what_stands_twice_is_one_entry():
    """A lift at the beginning and again at the end is one, with all its sets; it is said."""
    found = improve(f"{WARM_UP}3x5 Deadlift\n3x8 Seated row\n2x8 Deadlift\n", seconds=SECONDS)

    assert ("deadlift", 5) in work(found.plan)
    assert any("stands twice on mon" in note for note in found.notes)


def test_a_whole_request_binds():
    """Who asks for 30 minutes gets 30 minutes: by a request every rule holds."""
    asked = {"sessions": [{"day": "mon", "minutes": 30}], "level": "advanced"}
    text = f"{WARM_UP}5x5 Back squat\n5x5 Bench press\n5x5 Bent-over row\n3x12 Leg curl\n"
    found = improve(text, asked, seconds=SECONDS)

    assert found.plan.sessions[0].seconds.typical <= 1800
    assert planner.check(found.plan).ok
    assert {c.change for c in found.changes} & {"removed", "dosed"}


def test_better_only_where_it_pays():
    """Asked to be better, it is: no worse in the first tier, and better in one of them."""
    text = f"{WARM_UP}3x8 Bench press\n"
    found = improve(text, minutes=45, better=True, seconds=SECONDS)

    before, after = found.difference.tiers_before, found.difference.tiers_after
    assert found.changes
    assert after["coverage"] <= before["coverage"]
    assert (after["coverage"], after["quality"]) < (before["coverage"], before["quality"])


def test_the_price_is_that_of_taking_it_back():
    """The deadlift goes for a novice; put back at its place, all else as it is, it is judged anew.

    The price is the difference of the two sums, each worked out by itself.
    """
    text = f"{WARM_UP}3x5 Deadlift\n3x8 Goblet squat\n3x8 Push-up\n"
    said = {"level": "novice"}
    found = improve(text, said, seconds=SECONDS)
    [change] = [c for c in found.changes if c.change == "removed"]

    was, _ = open_text(text, said, None, CATALOG, REGISTRY)
    deadlift = was.workout.sessions[0].work[0]
    now = open_plan(found.plan)
    [done] = now.workout.sessions
    warm_up, *others = done.entries
    back = Workout((with_entries(done, (warm_up, deadlift, *others)),))
    value = worth(back, now.problem, ledger(back, now.problem, REGISTRY))
    assert change.coverage_price == now.worth.coverage - value.coverage
    assert change.quality_price == now.worth.quality - value.quality


def test_taking_back_what_is_needed_breaks_a_rule():
    """Each change that is called needed is: the workout without it breaks a must rule."""
    text = f"{WARM_UP}3x8 Bent-over row\n5x5 Deadlift\n"
    found = improve(text, seconds=SECONDS)
    [change] = found.changes
    opened, _ = open_text(text, None, None, CATALOG, REGISTRY)
    done = opened.workout.sessions[0]
    back = Workout((with_entries(done, tuple(replace(i) for i in done.entries)),))

    assert change.needed
    assert broken_musts(ledger(back, opened.problem, REGISTRY))


def test_lines_that_were_left_out_are_named():
    """What could not be read is no part of the workout, and listed."""
    found = improve(f"{WARM_UP}3x8 Bench press\n3x8 Wobble press\n", seconds=SECONDS)

    assert [(s.line, s.why) for s in found.skipped] == [(3, "unknown exercise")]


def test_what_was_taken_for_granted_is_told():
    """The lines that were read come along, as in an audit."""
    found = improve(f"{WARM_UP}3x5 Squat @ 80% TM\n3x8 Bent-over row\n", seconds=SECONDS)

    [remark] = [line.remark for line in found.reading if line.remark]
    assert "80 % of a training maximum" in remark


def test_a_plan_is_no_text():
    """A plan is changed by replan, and the message says so."""
    with pytest.raises(planner.InputError, match="replan"):
        improve('{"schema": "plan/1"}', seconds=SECONDS)


def test_what_has_to_go_is_replaced_by_its_kind():
    """A novice's back squat: the goblet squat is its easier sister, and the place has dumbbells."""
    found = improve(f"{WARM_UP}3x5 Back squat\n3x5 Bench press\n3x5 Seated row\n",
                    {"level": "novice", "goal": "strength", "equipment": ["gym"]}, seconds=SECONDS)

    assert "goblet_squat" in [name for name, _ in work(found.plan)]
    assert [name for name, _ in work(found.plan)][-2:] != ["goblet_squat", "bench_press"]


def test_a_walk_is_a_day_of_its_own():
    """A day without lifts in somebody's week is no fault, and gets none."""
    text = f"Monday\n{WARM_UP}3x8 Goblet squat\n3x8 Push-up\n\nTuesday\n30 min brisk walk\n"
    found = improve(text, seconds=SECONDS)

    assert (found.ok_before, found.changes) == (True, ())


def test_too_little_was_read():
    """Two lines of three that nobody knows: no plan is made out of the third."""
    with pytest.raises(planner.InputError, match="2 lines could not be read, and only 1 could"):
        improve("3x8 Wobble press\n3x8 Frobnicate\n3x8 Bench press\n", seconds=SECONDS)
    with pytest.raises(planner.InputError, match="no work was read"):
        improve("20 min treadmill walk\n", seconds=SECONDS)
