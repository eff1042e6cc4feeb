"""Several weeks: what stays, what changes, and that each is a week a coach would sign."""

from __future__ import annotations

import pytest

import planner
from planner.blocks.block import work_sets
from planner.blocks.resume import resume
from planner.catalog import load

CATALOG = load()
ASKED = {"goal": "strength", "sessions": [{"day": d, "minutes": 60} for d in ("mon", "wed", "fri")],
         "maxes_kg": {"back_squat": 140}, "limits": {"seconds": 5}}


@pytest.fixture(scope="module")
def block():
    """Return eight weeks of strength in two parts."""
    return planner.block(ASKED, weeks=8)


def exercises(plan):
    """Return the work by session, in its order."""
    return {s.id: [e.exercise for e in s.entries if e.phase == "work"] for s in plan.sessions}


def minutes(plan):
    """Return the seconds of a week."""
    return sum(s.seconds.typical for s in plan.sessions)


def test_every_week_is_audited(block):
    """Each week is a plan by itself that keeps every must rule, and its figures are its own."""
    for week in block.weeks:
        audit = planner.check(week.plan)
        assert audit.ok
        assert audit.tiers == {t.name: t.value for t in week.plan.solver.tiers}


def test_a_part_keeps_its_exercises(block):
    """The weeks of a part have the same lifts on the same days, in the same order."""
    for part in (1, 2):
        menus = [exercises(w.plan) for w in block.weeks if w.mesocycle == part]
        assert all(menu == menus[0] for menu in menus)


def test_main_lifts_stay_and_accessories_change(block):
    """The heavy lifts of the first part are those of the second; something else is another."""
    first, second = (exercises(block.weeks[at].plan) for at in (0, 4))
    heavy = {name for menu in first.values() for name in menu
             if CATALOG.exercise_by_id[name].rest_class == "heavy_compound"}

    assert heavy <= {name for menu in second.values() for name in menu}
    assert first != second


@pytest.mark.parametrize("at", [3, 7])
def test_a_deload(block, at):
    """At most 60 % of the sets of the week before, shorter on every day, with more in reserve."""
    before, off = block.weeks[at - 1].plan, block.weeks[at].plan

    assert work_sets(off) <= 0.6 * work_sets(before)
    for a, b in zip(before.sessions, off.sessions, strict=True):
        assert b.seconds.typical < a.seconds.typical
        assert b.budget_s <= a.budget_s
    rir = {(s.id, e.exercise): e.rir for s in before.sessions for e in s.entries}
    assert all(e.rir > rir[s.id, e.exercise] for s in off.sessions for e in s.entries
               if e.phase == "work" and e.rir is not None)


def test_the_bar_gets_heavier(block):
    """The squat of 140 kg: from week to week of a part the load rises, until the deload."""
    loads = [next(e.load_kg for s in week.plan.sessions for e in s.entries
                  if e.exercise == "back_squat") for week in block.weeks[:4]]

    assert loads[0] < loads[1] < loads[2]
    assert loads[3] < loads[2]


def test_goals_follow_the_wave(block):
    """A deload of half the sets has half the targets, so that nothing is called short."""
    loading, off = block.weeks[0].plan, block.weeks[3].plan
    targets = {c.muscle: c.target for c in loading.coverage}

    assert all(c.target <= targets[c.muscle] / 2 + 0.5 for c in off.coverage)


def test_weeks_that_are_alike_are_planned_once():
    """Sixteen weeks of maintenance: the wave is flat, and the loading weeks are the same plan."""
    found = planner.block({**ASKED, "goal": "maintenance"}, weeks=4)

    assert found.weeks[0].plan is found.weeks[1].plan is found.weeks[2].plan


@pytest.mark.parametrize("weeks", [1, 53, 2.5, True])
def test_how_many_weeks(weeks):
    """A block is 2 to 52 whole weeks."""
    with pytest.raises(planner.InputError, match="weeks"):
        planner.block(ASKED, weeks=weeks)


def test_a_novice_stays_away_from_failure():
    """Two in reserve at least, whatever the wave says."""
    found = planner.block({**ASKED, "goal": "hypertrophy", "level": "novice", "maxes_kg": {}},
                          weeks=4)

    assert min(e.rir for w in found.weeks for s in w.plan.sessions for e in s.entries
               if e.rir is not None) >= 2


def test_two_weeks_were_missed(block):
    """Three weeks done, two missed: three are left. What was done stays, and it begins easier."""
    found = resume(block, done=3, missed=2)

    assert found.weeks[:3] == block.weeks[:3]
    assert [(w.week, w.kind) for w in found.weeks[3:]] == [
        (6, "return"), (7, "intensification"), (8, "deload")]
    assert work_sets(found.weeks[3].plan) < work_sets(block.weeks[0].plan)
    assert exercises(found.weeks[3].plan) == exercises(block.weeks[0].plan)


def test_a_complaint_comes_up(block):
    """The rest of the block is planned around it; the weeks that were done are left alone."""
    found = resume(block, done=2, complaints=["low_back_pain"])

    assert found.weeks[:2] == block.weeks[:2]
    for week in found.weeks[2:]:
        assert planner.check(week.plan).ok
        assert all("deadlift" not in menu for menu in exercises(week.plan).values())


def test_nothing_left(block):
    """Of eight weeks seven done and one missed leave none."""
    with pytest.raises(planner.InputError, match="0 weeks of 8 would be left"):
        resume(block, done=7, missed=1)


def test_to_a_file_and_back(block):
    """A block is its JSON."""
    assert planner.Block.model_validate_json(block.model_dump_json(by_alias=True)) == block
